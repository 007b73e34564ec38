// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/stability_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "armistice/output/label.h"
#include "armistice/output/stability_words.h"

namespace armistice {
namespace {

using stability::Notion;
using stability::State;

constexpr std::size_t screenful = 40;  // states listed to people; of more, those that are stable for all in some way

std::string name_of(Notion notion) { return std::string(stability::notion_names[static_cast<std::size_t>(notion)]); }

// Leaves out those of the columns (from the last on) in which nothing stands.
void drop_empty(Table& table, std::initializer_list<std::ptrdiff_t> columns) {
  for (const std::ptrdiff_t k : columns) {
    const auto empty = [&](const auto& row) { return row[static_cast<std::size_t>(k)].text.empty(); };
    if (!std::all_of(table.rows.begin(), table.rows.end(), empty)) continue;
    table.columns.erase(table.columns.begin() + k), table.heads.erase(table.heads.begin() + k);
    for (auto& row : table.rows) row.erase(row.begin() + k);
  }
}

Table option_table(const Conflict& c, std::string_view lang) {
  Table table;
  table.title = say(lang, "options, in the order of the code", "选项（按编码次序）");
  table.columns = {"place", "option", "name", "party", "irreversible"};
  table.heads = {"", say(lang, "option", "选项"), "", say(lang, "party", "一方"), say(lang, "irreversible", "不可逆")};
  for (std::size_t o = 0; o < c.options.size(); ++o) {
    const stability::Option& option = c.form.options[o];
    const std::string way = option.direction == stability::Direction::both ? ""
                            : option.direction == stability::Direction::only_on
                                ? say(lang, "once taken up", "采取后不可撤回")
                                : say(lang, "once dropped", "放弃后不可恢复");
    const std::string called = label(c.options[o], lang);
    table.rows.push_back({static_cast<int>(o) + 1, c.options[o].id, called == c.options[o].id ? "" : called,
                          party_label(c, option.party, lang), way});
  }
  drop_empty(table, {4, 2});
  return table;
}

bool stable_for_all(const StabilityReport& report, State s) {
  return std::any_of(report.asked.notions.begin(), report.asked.notions.end(),
                     [&](Notion notion) { return report.equilibrium(notion, s); });
}

// "N . S . SQ!": the letter where it is stable, "!" where strongly, "." where not.
std::string letters(const StabilityReport& report, auto stable, auto strongly) {
  std::string all;
  for (const Notion notion : report.asked.notions) {
    const std::string letter(notion_letters(notion));
    std::string cell = stable(notion) ? letter + (strongly(notion) ? "!" : "") : ".";
    all += fmt::format("{}{}", all.empty() ? "" : " ", cell);
  }
  return all;
}

// All states; of many a screenful of those that are equilibria in most notions, Nash's first.
std::vector<State> rows_of(const Conflict& c, const StabilityReport& report) {
  std::vector<State> all;
  for (State s = 0; s < c.states.size(); ++s)
    if (c.states.size() <= screenful || stable_for_all(report, s)) all.push_back(s);
  if (all.size() <= screenful) return all;
  const auto weight = [&](State s) {
    int sum = 0;
    for (const Notion notion : report.asked.notions)
      sum += report.equilibrium(notion, s) ? (notion == Notion::nash ? 10 : 1) : 0;
    return sum;
  };
  std::stable_sort(all.begin(), all.end(), [&](State a, State b) { return weight(a) > weight(b); });
  all.resize(screenful);
  std::sort(all.begin(), all.end());
  return all;
}

std::string legend(const StabilityReport& report, std::string_view lang, bool strong) {
  std::string words;
  for (const Notion notion : report.asked.notions) {
    const std::string letter(notion_letters(notion)), name = name_of(notion);
    words += (words.empty() ? "" : ", ") + (letter == name ? name : letter + " " + name);
  }
  words += say(lang, "; E: stable for all, an equilibrium", "；E：对各方皆稳定，即均衡");
  if (strong) words += say(lang, "; !: strongly", "；!：强稳定");
  return words;
}

bool any_strong(const Conflict& c) {
  return std::any_of(c.graph.preference.begin(), c.graph.preference.end(),
                     [](const stability::Preference& p) { return !p.block.empty(); });
}

Table state_table(const Conflict& c, const StabilityReport& report, std::string_view lang) {
  Table table;
  table.title = fmt::format(
      fmt::runtime(say(lang, "{}: {} states, {} parties: for whom they are stable", "{}：{} 个状态，{} 方：对谁稳定")),
      label(c.title, lang), c.states.size(), c.parties.size());
  table.columns = {"state", "code", "name"};
  table.heads = {say(lang, "state", "状态"), say(lang, "code", "编码"), ""};
  for (int p = 0; p < c.graph.parties; ++p) {
    table.columns.push_back(c.parties[static_cast<std::size_t>(p)].name.id);
    table.heads.push_back(party_label(c, p, lang));
  }
  table.columns.push_back("equilibrium");
  table.heads.push_back("E");
  const auto never = [](Notion) { return false; };
  for (const State s : rows_of(c, report)) {
    std::string number = fmt::format("{}{}", s, c.status_quo == s ? "*" : "");
    std::vector<Cell> row{number, code_text(c, s), state_label(c, s, lang)};
    for (int p = 0; p < c.graph.parties; ++p)
      row.emplace_back(letters(
          report, [&](Notion n) { return report.stable(n, p, s); },
          [&](Notion n) { return report.strongly(n, p, s); }));
    row.emplace_back(stable_for_all(report, s) ? letters(
                                                     report, [&](Notion n) { return report.equilibrium(n, s); }, never)
                                               : std::string());
    table.rows.push_back(std::move(row));
  }
  drop_empty(table, {2, 1});
  table.note = legend(report, lang, any_strong(c));
  if (c.status_quo) table.note += say(lang, "; *: the status quo", "；*：现状");
  if (table.rows.size() < c.states.size())
    table.note +=
        fmt::format(fmt::runtime(say(lang, "\n  {} of {} states, equilibria in most senses: --csv and --json have all",
                                     "\n  仅列 {1} 个状态中的 {0} 个（最稳之均衡）：--csv 与 --json 列出全部")),
                    table.rows.size(), c.states.size());
  return table;
}

Table long_table(const Conflict& c, const StabilityReport& report) {
  Table table;
  table.title = "stability";
  table.columns = {"case", "state", "code", "name", "party", "notion", "verdict", "margin"};
  for (const Notion notion : report.asked.notions)
    for (int p = 0; p < c.graph.parties; ++p) {
      const std::vector<double>& margin = report.analysis.judged(notion, p).margin;
      for (State s = 0; s < c.states.size(); ++s) {
        const char* verdict = report.strongly(notion, p, s) ? "strongly"
                              : report.stable(notion, p, s) ? "stable"
                                                            : "unstable";
        Cell by;
        if (!margin.empty() && std::isfinite(margin[s])) by = Cell(margin[s], 4);
        table.rows.push_back({c.title.id, static_cast<int>(s), code_text(c, s), state_label(c, s, "en"),
                              c.parties[static_cast<std::size_t>(p)].name.id, name_of(notion), verdict, by});
      }
    }
  return table;
}

std::string listed(const std::vector<State>& states, std::size_t most) {
  std::string all;
  for (std::size_t k = 0; k < std::min(states.size(), most); ++k)
    all += fmt::format("{}{}", k > 0 ? ", " : "", states[k]);
  return states.size() > most ? all + ", ..." : all;
}

Table equilibrium_table(const Conflict& c, const StabilityReport& report, const Shown& shown) {
  Table table;
  table.title = say(shown.lang, "equilibria: states stable for all", "均衡：对各方皆稳定之状态");
  table.columns = {"case", "notion", "count", "states"};
  table.heads = {"", say(shown.lang, "notion", "稳定性"), say(shown.lang, "count", "个数"),
                 say(shown.lang, "states", "状态")};
  for (const Notion notion : report.asked.notions) {
    const auto& all = report.equilibria[static_cast<std::size_t>(notion)];
    table.rows.push_back(
        {c.title.id, name_of(notion), static_cast<int>(all.size()), listed(all, shown.machine ? SIZE_MAX : screenful)});
  }
  if (!shown.machine) {
    table.columns.erase(table.columns.begin()), table.heads.erase(table.heads.begin());
    for (auto& row : table.rows) row.erase(row.begin());
    table.note = rule_words(report, shown.lang);
  } else {
    table.heads.clear();
    table.note = rule_words(report, "en");
  }
  return table;
}

bool any_margin(const Conflict& c, const StabilityReport& report) {
  return !report.in_doubt && std::any_of(c.graph.preference.begin(), c.graph.preference.end(),
                                         [](const stability::Preference& p) { return !p.utility.empty(); });
}

// "3.5 / 6 / ...": one margin for each notion.
std::string margins_of(const StabilityReport& report, int party, State s, std::string_view lang) {
  std::string all;
  for (const Notion notion : report.asked.notions) {
    const double margin = report.analysis.judged(notion, party).margin[s];
    if (!std::isfinite(margin)) return say(lang, "no move", "无可行之举");
    all += fmt::format("{}{:.4g}", all.empty() ? "" : " / ", margin);
  }
  return all;
}

Table margin_table(const Conflict& c, const StabilityReport& report, std::string_view lang) {
  Table table;
  table.title = say(lang, "margins: how much better staying is than the best that leaving leads to",
                    "余量：留下比离开之最好结局优多少");
  table.columns = {"state", "name"};
  table.heads = {say(lang, "state", "状态"), ""};
  std::vector<int> parties;
  for (int p = 0; p < c.graph.parties; ++p) {
    if (c.graph.preference[static_cast<std::size_t>(p)].utility.empty()) continue;
    parties.push_back(p);
    table.columns.push_back(c.parties[static_cast<std::size_t>(p)].name.id);
    table.heads.push_back(party_label(c, p, lang));
  }
  for (const State s : rows_of(c, report)) {
    std::vector<Cell> row{fmt::format("{}", s), state_label(c, s, lang)};
    for (const int p : parties) row.emplace_back(margins_of(report, p, s, lang));
    table.rows.push_back(std::move(row));
  }
  for (const Notion notion : report.asked.notions)
    table.note += fmt::format("{}{}", table.note.empty() ? "" : " / ", name_of(notion));
  table.note += say(lang, ", in the unit of the party's utility; below 0: it gains by leaving",
                    "，以该方效用为单位；小于 0：离开得益");
  return table;
}

Table group_table(const Conflict& c, const StabilityReport& report, const Shown& shown) {
  Table table;
  table.title = say(shown.lang, "coalitions: states that the group does not leave together", "联盟：集体不离开之状态");
  table.columns = {"case", "coalition", "notion", "count", "states"};
  table.heads = {say(shown.lang, "case", "案例"), say(shown.lang, "coalition", "联盟"),
                 say(shown.lang, "notion", "稳定性"), say(shown.lang, "count", "个数"),
                 say(shown.lang, "states", "状态")};
  for (const GroupStability& group : report.groups) {
    std::string members;
    for (int p = 0; p < c.graph.parties; ++p)
      if (group.members >> p & 1)
        members += (members.empty() ? "" : say(shown.lang, ", ", "、")) + party_label(c, p, shown.lang);
    for (const Notion notion : report.asked.notions) {
      std::vector<State> stays;
      for (State s = 0; s < c.states.size(); ++s)
        if (group.stable[static_cast<std::size_t>(notion)][s]) stays.push_back(s);
      table.rows.push_back({c.title.id, members, name_of(notion), static_cast<int>(stays.size()),
                            listed(stays, shown.machine ? SIZE_MAX : screenful)});
    }
  }
  return table;
}

}  // namespace

std::string rule_words(const StabilityReport& report, std::string_view lang) {
  std::string words;
  switch (report.asked.rule) {
    case stability::Rule::returns:
      words = say(
          lang, "answers by the rule \"returns\": nobody moves twice in a row, anybody may come back (the definition)",
          "应对规则 returns：任何一方不连续行动两次，可再次行动（即定义）");
      break;
    case stability::Rule::once:
      words = say(lang, "answers by the rule \"once\": each other party moves at most once",
                  "应对规则 once：他方每方至多行动一次");
      break;
    case stability::Rule::single:
      words = say(lang, "answers by the rule \"single\": one other party makes one move",
                  "应对规则 single：仅由一个他方行动一次");
      break;
  }
  if (!report.in_doubt) return words;
  const stability::Attitude& attitude = report.asked.attitude;
  return words +
         fmt::format(
             fmt::runtime(say(
                 lang, "\n  unknown preferences by attitude {}: a party {} for what it cannot compare, and {} by it",
                 "\n  未知偏好按态度 {}：各方对无法比较者{}，{}")),
             attitude.name,
             attitude.leaves_for_unknown ? say(lang, "leaves", "愿离开以求之")
                                         : say(lang, "does not leave", "不为之离开"),
             attitude.deterred_by_unknown ? say(lang, "is deterred", "受其威慑")
                                          : say(lang, "is not deterred", "不受其威慑"));
}

std::vector<Table> stability_tables(const Conflict& c, const StabilityReport& report, const Shown& shown) {
  std::vector<Table> tables;
  if (shown.machine) {
    tables = {long_table(c, report), equilibrium_table(c, report, shown)};
    if (!report.groups.empty()) tables.push_back(group_table(c, report, shown));
    return tables;
  }
  if (!c.options.empty()) tables.push_back(option_table(c, shown.lang));
  tables.push_back(state_table(c, report, shown.lang));
  for (const std::string& note : c.notes) tables.back().note += "\n  " + note;
  tables.push_back(equilibrium_table(c, report, shown));
  if (any_margin(c, report)) tables.push_back(margin_table(c, report, shown.lang));
  if (!report.groups.empty()) tables.push_back(group_table(c, report, shown));
  return tables;
}

}  // namespace armistice
