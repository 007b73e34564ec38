// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/stability_extra_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "armistice/output/cells.h"
#include "armistice/output/label.h"
#include "armistice/output/stability_words.h"

namespace armistice {
namespace {

using stability::Notion;
using stability::State;

constexpr std::size_t screenful = 40;

std::string name_of(Notion notion) { return std::string(stability::notion_names[static_cast<std::size_t>(notion)]); }

std::string put_in(const std::string& pattern, const auto&... parts) {
  return fmt::format(fmt::runtime(pattern), parts...);
}

std::int64_t most_often(const StabilityReport& report, const stability::StableCounts& counts, State s) {
  std::int64_t most = 0;
  for (const Notion notion : report.asked.notions)
    most = std::max(most, counts.equilibrium[static_cast<std::size_t>(notion)][s]);
  return most;
}

// To people a screenful of states, those most often stable first; to machines all.
std::vector<State> states_shown(const Conflict& c, const StabilityReport& report, const stability::StableCounts& counts,
                                bool all) {
  std::vector<State> states;
  for (State s = 0; s < c.graph.states; ++s) states.push_back(s);
  if (all) return states;
  std::stable_sort(states.begin(), states.end(),
                   [&](State a, State b) { return most_often(report, counts, a) > most_often(report, counts, b); });
  if (states.size() > screenful) states.resize(screenful);
  return states;
}

Table robust_table(const Conflict& c, const StabilityReport& report, const StabilityExtras& extras,
                   const Shown& shown) {
  const stability::StableCounts& counts = *extras.counts;
  Table table;
  table.title = put_in(say(shown.lang, "{}: in which share of {} perturbed rankings a state is an equilibrium",
                           "{}：在 {} 次扰动排序中为均衡之比例"),
                       label(c.title, shown.lang), counts.runs);
  table.columns = {"state", "code", "name"};
  table.heads = {say(shown.lang, "state", "状态"), say(shown.lang, "code", "编码"), ""};
  for (const Notion notion : report.asked.notions)
    table.columns.push_back(name_of(notion)), table.heads.push_back(name_of(notion));
  for (const State s : states_shown(c, report, counts, shown.machine)) {
    std::vector<Cell> row{static_cast<int>(s), code_text(c, s), state_label(c, s, shown.lang)};
    for (const Notion notion : report.asked.notions) {
      const auto share = stability::share_of(counts.equilibrium[static_cast<std::size_t>(notion)][s], counts.runs);
      Cell cell(fmt::format("{}{}", fine_percent(share.share), report.equilibrium(notion, s) ? " E" : ""));
      cell.number = share.share, cell.range = {share.interval.low, share.interval.high};
      row.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  table.note = put_in(say(shown.lang,
                          "each state's place in each ranking moves at random, with a standard deviation of {} (in "
                          "places); E: an equilibrium as "
                          "things are",
                          "各状态在各方排序中的位次随机移动（标准差 {} 位）；E：现有偏好下为均衡"),
                      extras.asked.noise);
  return table;
}

Table dilemma_table(const Conflict& c, const DilemmaReport& found, const Shown& shown) {
  Table table;
  table.title =
      put_in(say(shown.lang, "{}: dilemmas of the confrontation", "{}：对峙中的困境"), label(c.title, shown.lang));
  table.columns = {"party", "dilemma", "towards", "why"};
  table.heads = {say(shown.lang, "party", "一方"), say(shown.lang, "dilemma", "困境"), say(shown.lang, "towards", "对"),
                 say(shown.lang, "why", "缘由")};
  table.groups = true;
  constexpr std::array<const char*, 3> zh{"说服", "拒绝", "信任"};
  for (const stability::Dilemma& d : found.dilemmas) {
    const auto kind = static_cast<std::size_t>(d.kind);
    table.rows.push_back({party_label(c, d.who, shown.lang), say(shown.lang, stability::dilemma_names[kind], zh[kind]),
                          party_label(c, d.towards, shown.lang), dilemma_words(c, d, shown.lang)});
  }
  std::string positions;
  for (int p = 0; p < c.graph.parties; ++p)
    positions += put_in(say(shown.lang, "{}{} demands {}", "{}{}要求 {}"), p > 0 ? say(shown.lang, ", ", "，") : "",
                        party_label(c, p, shown.lang),
                        state_words(c, found.confrontation.position[static_cast<std::size_t>(p)], shown.lang));
  table.note = put_in(say(shown.lang, "{}; if nobody gives way: {}", "{}；若无人让步：{}"), positions,
                      state_words(c, found.confrontation.threatened, shown.lang));
  if (found.assumed)
    table.note += say(shown.lang,
                      "\n  the file has no [confrontation]: assumed that each demands what it likes best, and that the "
                      "status quo goes on",
                      "\n  文件无 [confrontation]：假定各方要求其最优状态，否则现状继续");
  return table;
}

Table limited_table(const Conflict& c, const LimitedReport& found, const Shown& shown) {
  Table table;
  const std::string how = found.horizon == without_end
                              ? say(shown.lang, "however far ahead they look", "无论前瞻多远")
                              : put_in(say(shown.lang, "looking {} moves ahead", "前瞻 {} 步"), found.horizon);
  table.title = put_in(say(shown.lang, "{}: limited-move stability, {}", "{}：有限步稳定性，{}"),
                       label(c.title, shown.lang), how);
  table.columns = {"state", "name"};
  table.heads = {say(shown.lang, "state", "状态"), ""};
  for (int p = 0; p < c.graph.parties; ++p) {
    table.columns.push_back(c.parties[static_cast<std::size_t>(p)].name.id);
    table.heads.push_back(party_label(c, p, shown.lang));
  }
  table.columns.push_back("equilibrium"), table.heads.push_back("E");
  for (State s = 0; s < c.graph.states; ++s) {
    std::vector<Cell> row{static_cast<int>(s), state_label(c, s, shown.lang)};
    for (std::size_t p = 0; p < found.moves.stable.size(); ++p) {
      const bool stable = found.moves.stable[p][s] != 0;
      const std::string leads = !stable && !found.anticipated.empty()
                                    ? put_in(say(shown.lang, "goes to {}", "终至 {}"), found.anticipated[p][s])
                                    : say(shown.lang, "unstable", "不稳定");
      row.emplace_back(stable ? say(shown.lang, "stable", "稳定") : leads);
    }
    row.emplace_back(std::binary_search(found.moves.equilibria.begin(), found.moves.equilibria.end(), s) ? "E" : "");
    table.rows.push_back(std::move(row));
  }
  if (found.horizon == without_end)
    table.note = found.period == 0
                     ? say(shown.lang, "no period was found", "未见周期")
                     : put_in(say(shown.lang, "from {} moves on what is looked ahead to comes back every {}",
                                  "自前瞻 {} 步起以 {} 为周期"),
                              found.from, found.period);
  return table;
}

std::string changes_words(const Conflict& c, const stability::Alternative& one, std::string_view lang) {
  std::string all;
  for (const stability::Requirement& requirement : one.requirements)
    all += (all.empty() ? "" : say(lang, "; ", "；")) + requirement_words(c, requirement, lang);
  return all;
}

Table inverse_table(const Conflict& c, const StabilityExtras& extras, const Shown& shown) {
  Table table;
  table.title = put_in(say(shown.lang, "{}: what would make state {} an equilibrium, least change first",
                           "{}：何种变化可使状态 {} 成为均衡（变化最小者居先）"),
                       label(c.title, shown.lang), state_words(c, *extras.asked.inverse, shown.lang));
  table.columns = {"notion", "pairs", "least", "change"};
  table.heads = {say(shown.lang, "notion", "稳定性"), say(shown.lang, "pairs reversed", "颠倒之对数"), "",
                 say(shown.lang, "change", "所需变化")};
  table.groups = true;
  for (const InverseReport& found : extras.inverse) {
    const stability::Inverse& answer = found.answer;
    if (answer.already) {
      table.rows.push_back({name_of(found.notion), 0, "", say(shown.lang, "it is one already", "已是均衡")});
      continue;
    }
    for (std::size_t k = 0; k < answer.alternatives.size(); ++k) {
      const stability::Alternative& one = answer.alternatives[k];
      table.rows.push_back({name_of(found.notion), Cell(one.pairs(), one.halves % 2 == 0 ? 0 : 1),
                            k > 0           ? std::string()
                            : answer.proved ? say(shown.lang, "proved", "已证")
                                            : say(shown.lang, "not proved", "未证"),
                            changes_words(c, one, shown.lang)});
    }
    if (answer.alternatives.empty())
      table.rows.push_back(
          {name_of(found.notion), "", answer.proved ? say(shown.lang, "proved", "已证") : "",
           answer.proved ? say(shown.lang, "nothing would", "无") : say(shown.lang, "none was found", "未找到")});
  }
  table.note = say(shown.lang,
                   "a pair reversed: two states that a party would have to rank the other way round; proved: nothing "
                   "else takes fewer",
                   "颠倒一对：某方须改变两状态之先后；已证：别无更小之变化");
  return table;
}

}  // namespace

std::string requirement_words(const Conflict& c, const stability::Requirement& r, std::string_view lang) {
  return put_in(r.strict ? say(lang, "{} must like {} better than {}", "{}须更喜 {} 甚于 {}")
                         : say(lang, "{} must like {} at least as well as {}", "{}须至少同样喜 {} 如 {}"),
                party_label(c, r.party, lang), state_words(c, r.above, lang), state_words(c, r.below, lang));
}

std::string dilemma_words(const Conflict& c, const stability::Dilemma& d, std::string_view lang) {
  const std::string who = party_label(c, d.who, lang), towards = party_label(c, d.towards, lang);
  const std::string tempting = state_words(c, d.tempting, lang), other = state_words(c, d.other, lang);
  const std::string as_well = d.equal ? say(lang, "as well as", "不下于") : say(lang, "better than", "甚于");
  switch (d.kind) {
    case stability::DilemmaKind::persuasion:
      return put_in(say(lang, "{1} likes the threat, {2}, {4} {3}: nothing presses it to agree",
                        "{1}喜威胁 {2} {4} {3}：无所迫其同意"),
                    who, towards, tempting, other, as_well);
    case stability::DilemmaKind::rejection:
      return put_in(
          say(lang, "{0} itself likes what {1} demands, {2}, {4} the threat, {3}: its refusal is hard to believe",
              "{0}自身喜{1}之要求 {2} {4} 威胁 {3}：其拒绝难以取信"),
          who, towards, tempting, other, as_well);
    case stability::DilemmaKind::trust:
      break;
  }
  return put_in(say(lang, "{1} could move on from {3} to {2}, better for it: its word is hard to believe",
                    "{1}可由 {3} 移至更优之 {2}：其承诺难以取信"),
                who, towards, tempting, other);
}

std::string refused_words(const Conflict& c, const stability::Refused& refused) {
  if (refused.why == stability::Refusal::none) return "";
  return stability::words_of(refused, party_label(c, refused.party, "en"), state_words(c, refused.a, "en"),
                             state_words(c, refused.b, "en"));
}

std::vector<Table> extra_tables(const Conflict& c, const StabilityReport& report, const StabilityExtras& extras,
                                const Shown& shown) {
  std::vector<Table> tables;
  if (extras.counts) tables.push_back(robust_table(c, report, extras, shown));
  if (extras.dilemmas) tables.push_back(dilemma_table(c, *extras.dilemmas, shown));
  if (extras.limited) tables.push_back(limited_table(c, *extras.limited, shown));
  if (!extras.inverse.empty()) tables.push_back(inverse_table(c, extras, shown));
  return tables;
}

}  // namespace armistice
