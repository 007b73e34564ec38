// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/deal_text_tables.h"

#include <fmt/format.h>

#include "armistice/output/cells.h"
#include "armistice/output/label.h"
#include "armistice/output/situation.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

std::string clause(const Model& m, int issue, int option, std::string_view lang) {
  const auto& of = m.dossier.issues[at(issue)];
  return fmt::format("{}: {}", label(of.name, lang), option_label(of, option, lang));
}

std::string list(const Model& m, const std::vector<ClauseChange>& changes, std::string_view lang) {
  std::string text;
  for (const ClauseChange& c : changes)
    text += (text.empty() ? "" : say(lang, "; ", "；")) + clause(m, c.issue, c.to, lang);
  return text.empty() ? "–" : text;
}

std::string name_of(const Model& m, const TextDeals& t, std::string_view lang) {
  return label(m.dossier.texts[at(t.text)].name, lang);
}

Table as_it_stands(const Model& m, const TextDeals& t, std::string_view lang) {
  const DealView& deal = t.as_is;
  Table table{fmt::format("{}: {}", say(lang, "As it stands", "现状"), name_of(m, t, lang)),
              {"party", "must_accept", "gain", "loses", "blocks", "ratifies"},
              {},
              {say(lang, "party", "当事方"), say(lang, "must accept", "须其接受"),
               say(lang, "gain (5 to 95 %)", "收益（5%–95%）"), say(lang, "loses in", "受损的抽样"),
               say(lang, "blocks in", "阻碍的抽样"), say(lang, "passes at home", "国内通过")},
              fmt::format("{} {} ({:.0f}–{:.0f}), {} {:.2f}, {} {:.1f} {}. {}", say(lang, "Passes in", "通过的抽样"),
                          fine_percent(deal.passes), 100 * deal.passes_range.low, 100 * deal.passes_range.high,
                          say(lang, "ratified with chance", "批准概率"), deal.ratified,
                          say(lang, "would last", "预计维持"), deal.years.mean, say(lang, "years", "年"),
                          say(lang, "Blocks: has the least gain, and loses.", "阻碍：收益最小且受损。"))};
  for (std::size_t i = 0; i < deal.party.size(); ++i) {
    const PartyDeal& party = deal.party[i];
    if (!party.has_stake) continue;
    table.rows.push_back({label(m.dossier.parties[i].name, lang),
                          party.must ? say(lang, "yes", "是") : say(lang, "no", "否"), span(party.gain, lang),
                          with_number(percent(party.loses), party.loses),
                          with_number(percent(party.blocks), party.blocks), Cell(party.ratifies, 2)});
  }
  if (!deal.allowed)
    table.note += say(lang, " It breaks a constraint or a limit of the question.", " 该文本违反约束或所设限制。");
  return table;
}

std::vector<Cell> change_row(const Model& m, const TextChange& c, std::string_view lang) {
  Cell passes(fmt::format("{} ({:.0f}–{:.0f})", fine_percent(c.deal.passes), 100 * c.deal.passes_range.low,
                          100 * c.deal.passes_range.high));
  passes.number = c.deal.passes, passes.range = {c.deal.passes_range.low, c.deal.passes_range.high};
  return {Cell(static_cast<int>(c.changes.size())),
          passes,
          Cell(c.deal.ratified, 2),
          Cell(c.deal.years.mean, 1),
          Cell(c.movement, 3),
          list(m, c.changes, lang)};
}

Table changes_table(const Model& m, const TextDeals& t, const DealQuestion& question, std::string_view lang) {
  Table table{fmt::format("{}: {}", say(lang, "The smallest change", "最小改动"), name_of(m, t, lang)),
              {"kind", "clauses", "passes", "ratified", "years", "movement", "change"},
              {},
              {"", say(lang, "clauses", "条款数"), say(lang, "passes in (95 %)", "通过的抽样（95%）"),
               say(lang, "ratified", "批准"), say(lang, "years", "年"), say(lang, "moves", "移动"),
               say(lang, "change to", "改为")},
              "",
              true};
  const auto add = [&](const std::string& kind, const TextChange& c) {
    auto row = change_row(m, c, lang);
    row.insert(row.begin(), Cell(kind));
    table.rows.push_back(std::move(row));
  };
  for (const TextChange& step : t.steps)
    add(step.all_tried ? say(lang, "best (all tried)", "最佳（已穷尽）") : say(lang, "best found", "所得最佳"), step);
  for (const TextChange& c : t.smallest) add(say(lang, "enough, moves least", "足够且移动最小"), c);
  const std::string goal = fmt::format("{} {:.0f} % {}", say(lang, "Wanted: passes in", "目标：在"),
                                       100 * question.share, say(lang, "of the draws.", "的抽样中通过。"));
  if (t.smallest.empty())
    table.note = goal + " " + say(lang, "No change that was tried gets there.", "所试改动均未达到。");
  else if (t.smallest.front().changes.empty())
    table.note = goal + " " + say(lang, "The text does so as it stands.", "现有文本即已达到。");
  else
    table.note = goal + " " + say(lang, "Fewer clauses do not get there", "更少的条款改动不能达到") +
                 (t.smallest.front().all_tried || t.steps.size() <= static_cast<std::size_t>(question.all_changes) + 1
                      ? say(lang, ": all were tried.", "：已全部试过。")
                      : say(lang, ", as far as was searched.", "（就搜索所及）。"));
  table.note += say(lang,
                    "\n  Moves: the largest change of a party's utility by each clause, summed, at the centre of the "
                    "numbers. A text passes on gains alone: see ratified.",
                    "\n  移动：各条款引起的当事方效用最大变化之和（中心取值）。“通过”仅就收益而言，另见批准概率。");
  return table;
}

Table compensation_table(const Model& m, const TextDeals& t, std::string_view lang) {
  Table table{
      fmt::format("{}: {}", say(lang, "What could be given for what is refused", "以何补偿所拒条款"),
                  name_of(m, t, lang)),
      {"party", "refuses", "costs_it", "given", "worth_to_it", "dearest_to", "price"},
      {},
      {say(lang, "party", "当事方"), say(lang, "clause that costs it", "使其受损的条款"), say(lang, "costs it", "损失"),
       say(lang, "could be given", "可给予"), say(lang, "worth to it", "对其价值"),
       say(lang, "costs most to", "代价最大者"), say(lang, "who loses", "其损失")},
      say(lang,
          "Mean utility over the draws. The loss is against leaving the issue open; what is given makes it good; "
          "the cheapest for the others first.\n  A negative loss is a gain: nobody who must accept pays.",
          "抽样平均效用。损失相对于搁置该议题；所给补偿足以抵消；对他方代价小者在前。负损失即收益：须接受者无人付出代价"
          "。"),
      true};
  for (const Compensation& c : t.compensations) {
    std::vector<Cell> row{label(m.dossier.parties[at(c.party)].name, lang),
                          clause(m, c.clause.issue, c.clause.to, lang), with_number(signed_number(-c.loss, 3), c.loss)};
    if (c.given.empty()) {
      row.emplace_back(say(lang, "nothing in one or two clauses", "一两项条款无法补偿"));
      row.resize(table.columns.size(), Cell("–"));
    } else {
      row.emplace_back(list(m, c.given, lang));
      row.push_back(with_number(signed_number(c.worth, 3), c.worth));
      row.emplace_back(c.dearest < 0 ? "–" : label(m.dossier.parties[at(c.dearest)].name, lang));
      row.push_back(with_number(signed_number(c.price, 3), c.price));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::string difference(const Model& m, const std::vector<int>& from, const std::vector<int>& to,
                       std::string_view lang) {
  std::vector<ClauseChange> changes;
  for (int k = 0; k < m.issues; ++k)
    if (from[at(k)] != to[at(k)]) changes.push_back({k, from[at(k)], to[at(k)]});
  return list(m, changes, lang);
}

void add_parties(const Model& m, const DealView& deal, const std::string& package, std::string_view lang,
                 Table& table) {
  for (std::size_t i = 0; i < deal.party.size(); ++i) {
    const PartyDeal& party = deal.party[i];
    if (!party.has_stake) continue;
    table.rows.push_back({package, label(m.dossier.parties[i].name, lang),
                          party.must ? say(lang, "yes", "是") : say(lang, "no", "否"), span(party.gain, lang),
                          with_number(percent(party.loses), party.loses), Cell(party.ratifies, 2)});
  }
}

void add_text_tables(const Model& m, const TextDeals& t, const DealQuestion& question, std::string_view lang,
                     std::vector<Table>& tables) {
  tables.push_back(as_it_stands(m, t, lang));
  tables.push_back(clause_table(m, t.text, t.clauses, lang));
  tables.push_back(changes_table(m, t, question, lang));
  if (!t.compensations.empty()) tables.push_back(compensation_table(m, t, lang));
}

}  // namespace armistice
