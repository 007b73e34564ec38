// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/deal_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "armistice/output/cells.h"
#include "armistice/output/deal_text_tables.h"
#include "armistice/output/label.h"
#include "armistice/output/situation.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

Cell share_cell(double share, const Interval& range) {
  Cell cell(fmt::format("{} ({:.0f}–{:.0f})", fine_percent(share), 100 * range.low, 100 * range.high));
  cell.number = share;
  cell.range = {range.low, range.high};
  return cell;
}

// A word only says what the whole interval allows.
std::string words_of(const Interval& range, std::string_view lang) {
  const std::string low = words(range.low, lang), high = words(range.high, lang);
  return low == high ? low : fmt::format("{} {} {}", low, say(lang, "to", "至"), high);
}

Table zone_table(const Model& m, const Deals& d, std::string_view lang) {
  Table table{say(lang, "Zone of agreement today", "今日的谈判空间"),
              {"what", "value"},
              {},
              {say(lang, "what", "指标"), say(lang, "value", "数值")},
              say(lang,
                  "A zone: a package by which nobody who must accept it loses, against the value of fighting on. A "
                  "draw is one\n"
                  "  set of the dossier's uncertain numbers. Where climbing found no zone every package was looked at "
                  "(bounds).",
                  "谈判空间：须接受的各方均不因之受损（相对继续作战的价值）的方案。一次抽样即卷宗不确定数值的一组取值；"
                  "爬山法未找到空间时，以界限法检查全部方案。")};
  const auto row = [&](std::string what, Cell value) { table.rows.push_back({std::move(what), std::move(value)}); };
  const ZoneView& z = d.zone;
  const double share = static_cast<double>(z.found) / d.draws;
  Cell found(fmt::format("{} ({:.1f}–{:.1f}), {}", fine_percent(share), 100 * z.range.low, 100 * z.range.high,
                         words_of(z.range, lang)));
  found.number = share, found.range = {z.range.low, z.range.high};
  row(say(lang, "draws with a zone (95 % interval)", "存在空间的抽样（95% 区间）"), found);
  row(say(lang, "draws proved to have none", "已证明无空间的抽样"),
      with_number(fine_percent(static_cast<double>(z.ruled_out) / d.draws),
                  static_cast<double>(z.ruled_out) / d.draws));
  if (z.open > 0)
    row(say(lang, "draws that cannot be told", "无法判定的抽样"),
        with_number(fine_percent(static_cast<double>(z.open) / d.draws), static_cast<double>(z.open) / d.draws));
  row(say(lang, "largest least gain, utility (5 to 95 %)", "最大的最小收益（效用，5%–95%）"), span(z.least, lang, 3));
  for (int i = 0; i < m.parties; ++i)
    if (z.blocker[at(i)] > 0)
      row(fmt::format("{} {}", say(lang, "gains least from the best package:", "在最优方案中获益最少："),
                      label(m.dossier.parties[at(i)].name, lang)),
          with_number(percent(z.blocker[at(i)]), z.blocker[at(i)]));
  row(say(lang, "packages in all, constraints aside", "方案总数（不计约束）"),
      with_number(fmt::format("{:.3g}", d.packages), d.packages));
  const ExhaustBest& best = d.central.best;
  row(say(lang, "central numbers: largest least gain", "中心取值：最大的最小收益"),
      with_number(best.proved ? fmt::format("{} ({})", signed_number(best.least, 4),
                                            say(lang, "proved over all packages", "已就全部方案证明"))
                              : fmt::format("{} ({} {})", signed_number(best.least, 4),
                                            say(lang, "found; the true one is at most", "搜索所得，真值不超过"),
                                            signed_number(best.bound, 4)),
                  best.least));
  if (best.least >= 0) {
    row(say(lang, "central numbers: packages nobody need refuse", "中心取值：无人须拒绝的方案数"),
        with_number(fmt::format("{}{}", d.central.counted ? "" : say(lang, "more than ", "多于 "), d.central.rational),
                    static_cast<double>(d.central.rational)));
    row(say(lang, "of them undominated", "其中不被支配者"),
        d.central.counted ? with_number(std::to_string(d.central.frontier), static_cast<double>(d.central.frontier))
                          : Cell(say(lang, "not counted (--exhaust counts them)", "未计（用 --exhaust 计数）")));
  }
  return table;
}

Table robust_table(const Model& m, const Deals& d, std::string_view lang) {
  Table table{
      say(lang, "Packages that pass in most draws", "在最多抽样中可通过的方案"),
      {"package", "passes", "ratified", "both", "years", "least_gain", "differs"},
      {},
      {say(lang, "package", "方案"), say(lang, "passes in (95 %)", "通过的抽样（95%）"),
       say(lang, "ratified", "国内批准"), say(lang, "both", "两者"), say(lang, "would last, years", "预计维持（年）"),
       say(lang, "least gain", "最小收益"), say(lang, "differs from the first", "与首个方案之异")},
      say(lang,
          "Passes: nobody who must accept it loses. Ratified: mean chance that all their audiences pass it.\n"
          "  Lasts: one over the hazard of breaking, mean over draws (5 to 95 %). Found by search: there may be "
          "better ones.",
          "通过：须接受者均不受损。批准：其国内各方全部通过的平均概率。维持：破裂风险率的倒数，抽样平均（5%–95%"
          "）。由搜索所得，或有更优者。")};
  for (std::size_t p = 0; p < d.robust.size(); ++p) {
    const DealView& deal = d.robust[p];
    Cell years(fmt::format("{:.0f} ({:.0f}–{:.0f})", deal.years.mean, deal.years.low, deal.years.high));
    years.number = deal.years.mean, years.range = {deal.years.low, deal.years.high};
    table.rows.push_back({fmt::format("P{}", p + 1), share_cell(deal.passes, deal.passes_range), Cell(deal.ratified, 2),
                          Cell(deal.carried, 2), years, Cell(deal.least, 3),
                          difference(m, d.robust.front().package, deal.package, lang)});
  }
  return table;
}

Table gains_table(const Model& m, const Deals& d, std::string_view lang) {
  Table table{say(lang, "What each party gains by them", "各方在其中的收益"),
              {"package", "party", "must_accept", "gain", "loses", "ratifies"},
              {},
              {say(lang, "package", "方案"), say(lang, "party", "当事方"), say(lang, "must accept", "须其接受"),
               say(lang, "gain (5 to 95 %)", "收益（5%–95%）"), say(lang, "loses in", "受损的抽样"),
               say(lang, "passes at home", "国内通过")},
              "",
              true};
  for (std::size_t p = 0; p < d.robust.size(); ++p) add_parties(m, d.robust[p], fmt::format("P{}", p + 1), lang, table);
  return table;
}

Table common_table(const Model& m, const Deals& d, std::string_view lang) {
  Table table{
      say(lang, "What they have in common", "其共同之处"),
      {"issue", "first", "most_frequent", "share"},
      {},
      {say(lang, "issue", "议题"), "P1", say(lang, "most frequent", "最常见选项"), say(lang, "share", "比例")},
      d.common_of == 1
          ? say(lang,
                "Over the first alone: no other package seen passes in nearly as many draws (within a twentieth).",
                "仅统计首个方案：未见通过抽样数与之相差不足二十分之一的其他方案。")
          : fmt::format("{} {} {}", say(lang, "Over the", "统计范围："), d.common_of,
                        say(lang, "packages seen that pass in nearly as many draws (within a twentieth) as the first.",
                            "个通过抽样数与首个相差不足二十分之一的方案。"))};
  for (const CommonClause& c : d.common) {
    const auto& issue = m.dossier.issues[at(c.issue)];
    table.rows.push_back({label(issue.name, lang), option_label(issue, d.robust.front().package[at(c.issue)], lang),
                          option_label(issue, c.option, lang), Cell(c.share, 2)});
  }
  return table;
}

Table points_table(const Model& m, const Deals& d, std::string_view lang) {
  Table table{say(lang, "Solutions at the centre of the numbers", "中心取值下的解"),
              {"solution", "value", "proved"},
              {},
              {say(lang, "solution", "解"), say(lang, "value", "数值"), say(lang, "how sure", "可靠性")},
              say(lang,
                  "Gains of those who sign and of those whose means clauses may spend. nash: largest product; kalai: "
                  "largest least gain;\n  ks: largest least share of the best that each could have; utilitarian: "
                  "largest sum.",
                  "就签署方及其资源可能被动用者的收益而言。nash：乘积最大；kalai：最小收益最大；ks：占各自最优之比例的"
                  "最小值最大；utilitarian：总和最大。")};
  for (int i = 0; i < m.parties; ++i) {
    if (!m.values_something[at(i)]) continue;
    table.columns.push_back(m.dossier.parties[at(i)].name.id);
    table.heads.push_back(label(m.dossier.parties[at(i)].name, lang));
  }
  table.columns.emplace_back("differs"), table.heads.push_back(say(lang, "differs from P1", "与 P1 之异"));
  for (const PointView& point : d.central.points) {
    std::vector<Cell> row{point.name, Cell(point.value, 4),
                          point.proved ? say(lang, "proved", "已证明") : say(lang, "found", "搜索所得")};
    for (int i = 0; i < m.parties; ++i)
      if (m.values_something[at(i)]) row.push_back(with_number(signed_number(point.gain[at(i)], 3), point.gain[at(i)]));
    row.emplace_back(d.robust.empty() ? "" : difference(m, d.robust.front().package, point.package, lang));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table without_table(const Model& m, const Deals& d, const DealQuestion& question, std::string_view lang) {
  Table table{
      say(lang, "What leaving out changes", "排除某方的影响"),
      {"who", "zone", "least", "best_passes", "ratified", "years"},
      {},
      {say(lang, "asked", "询问范围"), say(lang, "draws with a zone", "有空间的抽样"),
       say(lang, "largest least gain", "最大的最小收益"), say(lang, "best package passes in", "最优方案通过"),
       say(lang, "ratified", "国内批准"), say(lang, "years", "年")},
      say(lang,
          "The last column but the numbers: what the party left out would gain by the best package. A promise of "
          "its means\n  that it loses by is one it need not keep; the model lets deals break, but not for that "
          "reason.",
          "末列为被排除方在最优方案中的收益；若动用其资源而其受损，则该承诺未必兑现，模型未计此破裂原因。")};
  for (int i = 0; i < m.parties; ++i)
    if (question.without >> i & 1u) {
      table.columns.push_back(m.dossier.parties[at(i)].name.id);
      table.heads.push_back(
          fmt::format("{} {}", label(m.dossier.parties[at(i)].name, lang), say(lang, "gains", "收益")));
    }
  const auto name = [&](WithoutView::Kind kind) {
    if (kind == WithoutView::everyone) return say(lang, "everyone", "各方");
    return kind == WithoutView::means_stay ? say(lang, "without it and its means", "排除该方及其资源")
                                           : say(lang, "without it, its means promised", "排除该方但动用其资源");
  };
  for (const WithoutView& w : d.without) {
    std::vector<Cell> row{name(w.kind), share_cell(static_cast<double>(w.zone.found) / d.draws, w.zone.range),
                          span(w.zone.least, lang, 3)};
    if (w.best.package.empty()) {
      row.resize(table.columns.size(), Cell("–"));
    } else {
      row.push_back(share_cell(w.best.passes, w.best.passes_range));
      row.emplace_back(w.best.ratified, 2), row.emplace_back(w.best.years.mean, 1);
      for (int i = 0; i < m.parties; ++i)
        if (question.without >> i & 1u) row.push_back(span(w.best.party[at(i)].gain, lang));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::vector<Table> deal_tables(const Model& m, const Deals& d, const DealQuestion& question, std::string_view lang,
                               int text) {
  std::vector<Table> tables{zone_table(m, d, lang)};
  if (!d.robust.empty()) {
    tables.push_back(robust_table(m, d, lang));
    tables.push_back(gains_table(m, d, lang));
    tables.push_back(common_table(m, d, lang));
  }
  if (!d.central.points.empty()) tables.push_back(points_table(m, d, lang));
  for (const TextDeals& t : d.texts) {
    if (text >= 0 && t.text != text) continue;
    add_text_tables(m, t, question, lang, tables);
  }
  if (!d.without.empty()) tables.push_back(without_table(m, d, question, lang));
  return tables;
}

}  // namespace armistice
