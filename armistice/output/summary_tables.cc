// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/summary_tables.h"

namespace armistice {
namespace {

using Field = decltype(Table::rows)::value_type::value_type;

// A share as people read it, in per cent, with the share itself for machines.
Field percent(double share) {
  Field cell(std::isfinite(share) ? fmt::format("{:.1f}", 100 * share) : std::string("–"));
  if (std::isfinite(share)) cell.number = share;
  return cell;
}

Field percent(const Share& s) { return s.of > 0 ? percent(s.share) : Field("–"); }

Field interval(double low, double high) {
  Field cell(fmt::format("{:.1f}–{:.1f}", 100 * low, 100 * high));
  cell.range = {low, high};
  return cell;
}
Field interval(const Share& s) { return s.of > 0 ? interval(s.low, s.high) : Field("–"); }

struct Speaker {
  Language language;
  std::string operator()(const char* en, const char* zh) const { return language == Language::zh ? zh : en; }
};

Table outside_table(const Summary& s, const Speaker& say) {
  Table t;
  t.title = fmt::format(
      fmt::runtime(say(
          "Outside view: {} of {} interstate wars lasted longer than this one has ({} days); "
          "chance in % that such a war ends within",
          "外部视角：{1} 场国家间战争中 {0} 场的持续时间超过本场战争（{2} 天）；此类战争在下列期限内结束的概率（%）")),
      s.outside.as_long, s.outside.wars, s.outside.age_days);
  t.columns = {"law"};
  t.heads = {say("law fitted to the record", "拟合分布")};
  for (int weeks : outside_weeks) {
    t.columns.push_back(fmt::format("within_{}_weeks", weeks));
    t.columns.push_back(fmt::format("within_{}_weeks_interval", weeks));
    t.heads.push_back(fmt::format(fmt::runtime(say("{} weeks", "{} 周")), weeks));
    t.heads.push_back(say("90 % int.", "90% 区间"));
  }
  for (const OutsideRow& row : s.outside.rows) {
    const std::string law = row.law == "lognormal"     ? say("lognormal", "对数正态")
                            : row.law == "weibull"     ? say("Weibull", "韦布尔")
                            : row.law == "exponential" ? say("exponential", "指数")
                                                       : say("the record itself", "原始记录");
    auto& cells = t.rows.emplace_back();
    cells.push_back(law);
    for (std::size_t i = 0; i < outside_weeks.size(); ++i) {
      cells.push_back(row.chance[i] ? percent(*row.chance[i]) : Field("–"));
      cells.push_back(row.interval[i] ? interval(row.interval[i]->low, row.interval[i]->high) : Field("–"));
    }
  }
  t.note = say("Correlates of War 4.0 (Sarkees and Wayman 2010), active days; intervals by bootstrap over whole wars.",
               "战争相关因素数据 4.0（Sarkees 与 Wayman 2010），实际作战日；区间由按战争重抽样得出。");
  return t;
}

Table endings_table(const Summary& s, const Speaker& say) {
  Table t;
  t.title = fmt::format(fmt::runtime(say("How it stands on {}, after {} weeks, in {} histories (%)",
                                         "{0}（{1} 周后）的结局分布，共 {2} 次模拟（%）")),
                        show(day_of(s, s.weeks)), s.weeks, s.runs);
  t.columns = {"ending", "share", "interval", "likelihood", "date_median", "date_quartiles"};
  t.heads = {say("ending", "结局"),       say("share", "比例"),           say("90 % int.", "90% 区间"),
             say("likelihood", "可能性"), say("median date", "中位日期"), say("quartiles", "四分位日期")};
  for (int mark : s.marks) {
    t.columns.push_back(fmt::format("share_week_{}", mark));
    t.heads.push_back(fmt::format(fmt::runtime(say("week {}", "第 {} 周")), mark));
  }
  for (const EndingRow& row : s.endings) {
    auto& cells = t.rows.emplace_back();
    cells = {row.name.in(say.language), percent(row.share), interval(row.share), row.likelihood.in(say.language)};
    cells.push_back(row.week_50 < 0 ? "–" : show(day_of(s, row.week_50)));
    cells.push_back(row.week_50 < 0
                        ? std::string("–")
                        : fmt::format("{} – {}", show(day_of(s, row.week_25)), show(day_of(s, row.week_75))));
    for (const Share& by : row.by) cells.push_back(percent(by));
  }
  const std::size_t last = s.marks.size() - 1;
  t.note = fmt::format(
      fmt::runtime(
          say("Columns by week: share of histories that stand so then. A settlement had come into force by then in "
              "{:.1f} %, a ceasefire in {:.1f} %.",
              "按周各列：届时处于该状态的模拟比例。期末前曾有协议生效 {:.1f}%，曾有停火 {:.1f}%。")),
      100 * s.settled_by[last].share, 100 * s.ceased_by[last].share);
  return t;
}

Table terms_table(const Model& model, const Summary& s, const Speaker& say) {
  Table t;
  t.title = fmt::format(
      fmt::runtime(say("Terms of the deals: {} histories with a settlement, {} in a ceasefire at the end (%)",
                       "协议条款：{} 次达成协议，{} 次期末处于停火（%）")),
      s.settlements, s.ceasefires);
  t.columns = {"issue", "option", "settlements", "settlements_interval", "ceasefires", "ceasefires_interval"};
  t.heads = {say("issue", "议题"),         say("option", "选项"),     say("settlements", "协议"),
             say("90 % int.", "90% 区间"), say("ceasefires", "停火"), say("90 % int.", "90% 区间")};
  t.groups = true;
  for (const TermRow& row : s.terms) {
    if (row.settlements.runs + row.ceasefires.runs == 0) continue;
    t.rows.push_back({issue_name(model, row.issue).in(say.language),
                      option_name(model, row.issue, row.option).in(say.language), percent(row.settlements),
                      interval(row.settlements), percent(row.ceasefires), interval(row.ceasefires)});
  }
  return t;
}

Table blockers_table(const Model& model, const Summary& s, const Speaker& say) {
  Table t;
  t.title = say("Who gains least from the best package found, in searched weeks without a zone of agreement (%)",
                "未找到协议空间的搜索周中，最佳方案下获益最少的一方（%）");
  t.columns = {"party", "share", "interval"};
  t.heads = {say("party", "各方"), say("share", "比例"), say("90 % int.", "90% 区间")};
  for (const BlockerRow& row : s.blockers)
    t.rows.push_back({party_name(model, row.party).in(say.language), percent(row.share), interval(row.share)});
  t.note = fmt::format(
      fmt::runtime(
          say("A package that every signatory gains from was found in {:.1f} % of searched weeks (the first and one a "
              "year; by search: a lower bound). Distance to a deal, median and 90 % range: {:.3f} ({:.3f} to {:.3f}) "
              "in utility.",
              "在 {:.1f}% "
              "的搜索周（首周及此后每年一次）中找到各签署方均获益的方案（由搜索得出：为下界）。与协议的距离（效用）：中"
              "位数 "
              "{:.3f}，90% 范围 {:.3f} 至 {:.3f}。")),
      100 * s.zone.share, s.distance[2], s.distance[0], s.distance[4]);
  return t;
}

}  // namespace

std::vector<Table> tables_of(const Model& model, const Summary& s, Language language) {
  const Speaker say{language};
  std::vector<Table> tables{outside_table(s, say), endings_table(s, say)};
  if (s.settlements + s.ceasefires > 0) tables.push_back(terms_table(model, s, say));
  if (s.zone.of > 0) tables.push_back(blockers_table(model, s, say));
  return tables;
}

std::string notes_of(const Summary& s, Language language) {
  const Speaker say{language};
  std::string text = fmt::format("{}: {} ({})\n", say("Confidence", "置信程度"), s.confidence.in(language),
                                 s.confidence_why.in(language));
  for (const Phrase& warning : s.warnings)
    text.append(fmt::format("{}: {}\n", say("Warning", "警告"), warning.in(language)));
  for (const Phrase& sentence : s.left_out) text.append(sentence.in(language)).append("\n");
  return text;
}

Provenance provenance_of(const Summary& s) {
  return {s.key.version, s.key.dossier_id, s.key.dossier_hash, show(s.as_of), s.command, s.handling, s.key.seed};
}

}  // namespace armistice
