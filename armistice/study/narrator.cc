// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/chronicle.h"

namespace armistice {
namespace {

using S = const State<double>&;

// What is worth a line; all are chosen for reading and move no result.
constexpr double front_month = 0.005;  // share of the objective in four weeks
constexpr double strike_week = 0.04;   // production put out of order in a week
constexpr double will_week = 0.03;     // will lost in a week
constexpr double aid_week = 0.1;       // share of a stream
constexpr double reserve_gone = 0.02;  // years of spending
constexpr int weeks_a_month = 4;

double points(double share) { return 100 * share; }
std::size_t index(int i) { return static_cast<std::size_t>(i); }

}  // namespace

void Narrator::say(std::string en, std::string zh) { entries_.push_back({week_, {std::move(en), std::move(zh)}}); }

Phrase Narrator::side(int which) const { return party_name(model_, model_.party_of_side[index(which)]); }

Phrase Narrator::terms(const std::array<double, most_issues>& package) const {
  Phrase list;
  for (int k = 0; k < model_.issues; ++k) {
    const auto option = static_cast<int>(package[index(k)]);
    const Phrase issue = issue_name(model_, k), chosen = option_name(model_, k, option);
    list.en.append(list.en.empty() ? "" : "; ").append(issue.en).append(": ").append(chosen.en);
    list.zh.append(list.zh.empty() ? "" : "；").append(issue.zh).append("：").append(chosen.zh);
  }
  return list;
}

void Narrator::begin(S start) {
  week_ = 0;
  told_front_ = start.front;
  const Phrase a = side(side_a);
  say(fmt::format("The war goes on. {} holds {:.1f} % of the contested objective.", a.en, points(start.front)),
      fmt::format("战争仍在继续。{}控制争夺目标的 {:.1f}%。", a.zh, points(start.front)));
  if (model_.table >= 0) {
    const Phrase text = phrase(model_.dossier.texts[index(model_.table)].name);
    say(fmt::format("On the table: {}.", text.en), fmt::format("谈判桌上的文本：{}。", text.zh));
  }
  search(State<double>{}, start);
}

void Narrator::tell(int week, S before, S after, bool last) {
  week_ = week;
  fighting(before, after);
  help(before, after);
  leaders(before, after);
  pressure(before, after);
  talks(before, after);
  audiences(before, after);
  peace(before, after);
  search(before, after);
  month(after, last);
  if (last) ending(after);
}

void Narrator::fighting(S before, S after) {
  if (after.tempo != before.tempo) {
    static const std::array<Phrase, 3> tempi{
        Phrase{"An offensive begins.", "攻势开始。"}, Phrase{"The fighting is positional again.", "战事重回阵地战。"},
        Phrase{"The fighting fades to rare strikes and skirmishes.", "战事减弱为零星打击与小规模冲突。"}};
    const Phrase& now = tempi[index(static_cast<int>(after.tempo))];
    say(now.en, now.zh);
  }
  for (int i = 0; i < 2; ++i) {
    const Phrase own = side(i);
    const double hit = after.damage[index(i)] - before.damage[index(i)];
    if (hit >= strike_week)
      say(fmt::format("Long-range strikes put a further {:.1f} % of {}'s production out of order.", points(hit),
                      own.en),
          fmt::format("远程打击使{}又有 {:.1f}% 的产能停摆。", own.zh, points(hit)));
    const double shaken = before.will[index(i)] - after.will[index(i)];
    if (shaken >= will_week)
      say(fmt::format("A shock to {}: its will to fight on falls from {:.0f} to {:.0f} %.", own.en,
                      points(before.will[index(i)]), points(after.will[index(i)])),
          fmt::format("{}受到冲击：继续作战的意志由 {:.0f}% 降至 {:.0f}%。", own.zh, points(before.will[index(i)]),
                      points(after.will[index(i)])));
    if (before.reserve[index(i)] > reserve_gone && after.reserve[index(i)] <= reserve_gone)
      say(fmt::format("{}'s reserve is spent: its economy strains.", own.en),
          fmt::format("{}的储备耗尽，经济吃紧。", own.zh));
  }
}

void Narrator::help(S before, S after) {
  for (std::size_t a = 0; a < model_.aids.size(); ++a) {
    const Phrase from = party_name(model_, model_.aids[a].from), to = side(model_.aids[a].to);
    const double change = after.aid[a] - before.aid[a];
    if (change <= -aid_week)
      say(fmt::format("{} cuts its aid to {}, to {:.0f} % of what it was at the start.", from.en, to.en,
                      points(after.aid[a])),
          fmt::format("{}削减对{}的援助，降至起始水平的 {:.0f}%。", from.zh, to.zh, points(after.aid[a])));
    if (change >= aid_week)
      say(fmt::format("{} restores aid to {}, to {:.0f} % of what it was at the start.", from.en, to.en,
                      points(after.aid[a])),
          fmt::format("{}恢复对{}的援助，升至起始水平的 {:.0f}%。", from.zh, to.zh, points(after.aid[a])));
  }
}

void Narrator::leaders(S before, S after) {
  for (int p = 0; p < model_.parties; ++p) {
    const bool election = std::any_of(model_.future.begin(), model_.future.end(), [&](const Future& event) {
      return !event.deadline && event.party == p && event.week == week_;
    });
    if (after.hardness[index(p)] == before.hardness[index(p)]) continue;
    const Phrase who = party_name(model_, p);
    const bool harder = after.hardness[index(p)] > before.hardness[index(p)];
    say(fmt::format("{} in {}: it minds the cost of war and of failure at home {} than before.",
                    election ? "An election" : "A change of leader", who.en, harder ? "more" : "less"),
        fmt::format("{}{}：对战争代价与国内失败比此前{}。", who.zh, election ? "选举" : "领导人更替",
                    harder ? "更为在意" : "更不在意"));
  }
}

void Narrator::pressure(S before, S after) {
  if (model_.mediator < 0) return;
  const Phrase mediator = party_name(model_, model_.mediator);
  const bool left = before.present > 0.5 && after.present < 0.5, back = before.present < 0.5 && after.present > 0.5;
  if (left) say(fmt::format("{} walks away from mediation.", mediator.en), fmt::format("{}退出斡旋。", mediator.zh));
  if (back) say(fmt::format("{} takes up mediation again.", mediator.en), fmt::format("{}重新斡旋。", mediator.zh));

  const bool ran = before.deadline > 0.5, runs = after.deadline > 0.5;
  const bool struck = ran && before.deadline < 1.5 && after.force != static_cast<double>(settlement) && !left;
  bool acted = false;
  for (std::size_t l = 0; l < model_.levers.size(); ++l) {
    const Phrase lever = phrase(model_.dossier.levers[l].name);
    if (after.applied[l] > before.applied[l]) {
      acted = true;
      say(fmt::format("Pressure on {}: {}.", side(model_.levers[l].on).en, lever.en),
          fmt::format("对{}施压：{}。", side(model_.levers[l].on).zh, lever.zh));
    } else if (after.applied[l] < before.applied[l]) {
      say(fmt::format("Pressure on {} is lifted: {}.", side(model_.levers[l].on).en, lever.en),
          fmt::format("解除对{}的压力：{}。", side(model_.levers[l].on).zh, lever.zh));
    }
  }
  if (struck && !acted && after.credibility < before.credibility) {
    say(fmt::format("The deadline passes without action; {}'s threats lose credit ({:.0f} %).", mediator.en,
                    points(after.credibility)),
        fmt::format("期限已过而未采取行动；{}的威胁可信度下降（{:.0f}%）。", mediator.zh, points(after.credibility)));
  } else if (struck && !acted) {  // a lever lies on the side that refused already
    say("The deadline passes; the pressure stays as it is.", "期限已过，压力维持不变。");
  }
  if (runs && (!ran || after.deadline > before.deadline))
    say(fmt::format("{} sets a deadline in {:.0f} weeks.", mediator.en, after.deadline),
        fmt::format("{}设定 {:.0f} 周后的期限。", mediator.zh, after.deadline));
  if (after.hope > before.hope)
    say(fmt::format("{} announces that a deal is very close.", mediator.en),
        fmt::format("{}宣布协议已非常接近。", mediator.zh));
}

void Narrator::talks(S before, S after) {
  if (after.meetings == before.meetings) return;
  Phrase changes;
  for (int k = 0; k < model_.issues; ++k) {
    const auto from = static_cast<int>(before.text[index(k)]), to = static_cast<int>(after.text[index(k)]);
    if (from == to) continue;
    const Phrase issue = issue_name(model_, k), was = option_name(model_, k, from), now = option_name(model_, k, to);
    changes.en.append(changes.en.empty() ? "" : "; ")
        .append(fmt::format("{}, from \"{}\" to \"{}\"", issue.en, was.en, now.en));
    changes.zh.append(changes.zh.empty() ? "" : "；")
        .append(fmt::format("{}：由“{}”改为“{}”", issue.zh, was.zh, now.zh));
  }
  // Who does not accept, and what the text would give it over fighting on.
  Phrase end;
  for (int p = 0; p < model_.parties; ++p) {
    const auto said = static_cast<int>(after.said[index(p)]);
    if (said != yes_but && said != refused) continue;
    const Phrase who = party_name(model_, p);
    end.en.append(fmt::format("{}{} {} ({:+.3f})", end.en.empty() ? " " : ", ", who.en,
                              said == refused ? "refuses" : "says yes, but", after.gain[index(p)]));
    end.zh.append(fmt::format("{}{}{}（{:+.3f}）", end.zh.empty() ? "" : "，", who.zh,
                              said == refused ? "拒绝" : "“同意，但是……”", after.gain[index(p)]));
  }
  if (end.en.empty()) end = {" All accept", "各方均接受"};
  end.en.append("."), end.zh.append("。");
  if (changes.en.empty())
    say("The parties meet; the text stays." + end.en, "各方会晤；文本未变。" + end.zh);
  else
    say("The parties meet and revise the text: " + changes.en + "." + end.en,
        "各方会晤并修改文本：" + changes.zh + "。" + end.zh);
}

void Narrator::audiences(S before, S after) {
  const bool in_force = after.deal_week == week_;
  const bool asked_now = after.asked > 0.5 && before.asked < 0.5;
  const bool decided_at_once =
      before.asked < 0.5 && after.asked < 0.5 && (in_force || after.asked_text != before.asked_text);
  if (asked_now || decided_at_once) {
    say("All who must accept agree. The deal goes before the audiences.", "须接受者全部同意。协议交由国内受众裁决。");
    if (asked_now)
      entries_.back().text.en.append(fmt::format(" They decide in {:.0f} weeks.", after.decision)),
          entries_.back().text.zh.append(fmt::format("将在 {:.0f} 周后决定。", after.decision));
  }
  const bool decided = decided_at_once || (before.asked > 0.5 && after.asked < 0.5);
  if (!decided) return;
  if (!in_force) {
    say("The deal fails at home.", "协议在国内遭否决。");
    return;
  }
  const Phrase list = terms(after.deal);
  if (after.force == static_cast<double>(settlement))
    say("The deal passes: a settlement is in force. " + list.en + ".", "协议获得通过：全面协议生效。" + list.zh + "。");
  else
    say("The deal passes: a ceasefire is in force, core issues stay open. " + list.en + ".",
        "协议获得通过：停火生效，核心议题仍搁置。" + list.zh + "。");
}

void Narrator::peace(S before, S after) {
  if (after.ceasefires_broken > before.ceasefires_broken)
    say("The ceasefire breaks; the war is back.", "停火破裂，战事再起。");
}

void Narrator::search(S before, S after) {
  if (after.searched_weeks == before.searched_weeks) return;
  if (after.zone_weeks > before.zone_weeks) {
    say(fmt::format("A package exists from which every signatory gains (at least {:.3f}).", after.distance),
        fmt::format("存在各签署方均获益的方案（至少 {:.3f}）。", after.distance));
    return;
  }
  const auto who = static_cast<int>(after.best_blocker);
  const Phrase blocker = who >= 0 && who < model_.parties ? party_name(model_, who) : Phrase{"nobody", "无"};
  say(fmt::format("No package found from which every signatory gains: the best leaves {} {:.3f} short.", blocker.en,
                  -after.distance),
      fmt::format("未找到各签署方均获益的方案：最佳方案仍使{}差 {:.3f}。", blocker.zh, -after.distance));
}

// Every four weeks: what moved slowly; silent when nothing did.
void Narrator::month(S after, bool last) {
  if (week_ - told_week_ < weeks_a_month && !last) return;
  const double moved = after.front - told_front_, incidents = after.incidents - told_incidents_;
  const int weeks = week_ - told_week_;
  if (std::abs(moved) >= front_month) {
    const Phrase who = side(moved > 0 ? side_a : side_b), a = side(side_a);
    say(fmt::format("In {} weeks {} gains {:.1f} points; {} holds {:.1f} % of the objective.", weeks, who.en,
                    points(std::abs(moved)), a.en, points(after.front)),
        fmt::format("{} 周内{}推进 {:.1f} 个百分点；{}控制目标的 {:.1f}%。", weeks, who.zh, points(std::abs(moved)),
                    a.zh, points(after.front)));
    told_front_ = after.front;
  }
  if (incidents >= 1) {
    say(fmt::format("{:.0f} incidents along the line in {} weeks; hazard of breakdown {:.2f} a year.", incidents, weeks,
                    after.breakdown),
        fmt::format("{1} 周内沿线发生 {0:.0f} 起事件；破裂风险每年 {2:.2f}。", incidents, weeks, after.breakdown));
    told_incidents_ = after.incidents;
  }
  told_week_ = week_;
}

void Narrator::ending(S after) {
  const Phrase name = ending_name(model_, static_cast<Ending>(static_cast<int>(after.ending)));
  if (after.ended > 0.5)
    say(fmt::format("The end: {}.", name.en), fmt::format("结局：{}。", name.zh));
  else
    say(fmt::format("The horizon: {}.", name.en), fmt::format("期末：{}。", name.zh));
}

}  // namespace armistice
