// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "armistice/output/label.h"
#include "armistice/output/stability_tables.h"
#include "armistice/output/stability_why.h"
#include "armistice/output/stability_words.h"

namespace armistice {

using stability::Notion;
using stability::State;

namespace {

// Whether being stable (or not) in one sense says that it is so in another, so that its reason will do for both.
bool says(Notion one, Notion other, bool stable) {
  if (one == other) return true;
  if (stable) return other != Notion::nash && (one == Notion::sseq || (other == Notion::gmr && one != Notion::nash));
  return one == Notion::gmr || (other == Notion::sseq && (one == Notion::smr || one == Notion::seq));
}

}  // namespace

std::vector<WhyLine> why_lines(const Conflict& c, const StabilityReport& report, int party, State state, bool all) {
  const auto attitude = report.in_doubt ? std::optional(report.asked.attitude) : std::nullopt;
  const std::vector<Notion>& notions = report.asked.notions;
  std::vector<Reason> why;
  for (const Notion notion : notions) why.push_back(reason(c.graph, party, state, notion, report.asked.rule, attitude));
  std::vector<WhyLine> lines;
  std::vector<std::string> told;  // in English: words tell alike what is alike in any language
  for (std::size_t k = 0; k < notions.size(); ++k) {
    std::size_t by = k;
    // Stable: the reason of the hardest to meet, which stands last; unstable: of the easiest, which stands first.
    for (std::size_t j = 0; !all && j < notions.size(); ++j)
      if (why[j].stable == why[k].stable && says(notions[j], notions[k], why[k].stable) &&
          (why[k].stable ? j > by : by == k))
        by = j;
    const std::string words = reason_words(c, party, notions[by], why[by], "en");
    std::size_t line = 0;
    while (line < lines.size() && (all || told[line] != words || lines[line].why.stable != why[k].stable)) ++line;
    if (line == lines.size()) lines.push_back({{}, notions[by], why[by]}), told.push_back(words);
    lines[line].notions.push_back(notions[k]);
  }
  return lines;
}

Table explain_table(const Conflict& c, const StabilityReport& report, State state, const Shown& shown) {
  Table table;
  table.title = fmt::format(fmt::runtime(say(shown.lang, "{}: why state {} is stable or not, for each party",
                                             "{}：状态 {} 对各方为何稳定或不稳定")),
                            label(c.title, shown.lang), state_words(c, state, shown.lang));
  table.columns = {"party", "notion", "verdict", "why"};
  table.heads = {say(shown.lang, "party", "一方"), say(shown.lang, "notion", "稳定性"), "",
                 say(shown.lang, "why", "缘由")};
  table.groups = true;
  for (int p = 0; p < c.graph.parties; ++p)
    for (const WhyLine& line : why_lines(c, report, p, state, shown.machine)) {
      std::string names;
      for (const Notion notion : line.notions)
        names +=
            fmt::format("{}{}", names.empty() ? "" : " ", stability::notion_names[static_cast<std::size_t>(notion)]);
      table.rows.push_back({party_label(c, p, shown.lang), names,
                            line.why.stable ? say(shown.lang, "stable", "稳定") : say(shown.lang, "unstable", "不稳定"),
                            reason_words(c, p, line.by, line.why, shown.lang)});
    }
  table.note = rule_words(report, shown.lang);
  return table;
}

Table travel_table(const Conflict& c, const StabilityReport& report, const StabilityQuestions& questions,
                   const Shown& shown) {
  const State from = *questions.from;
  const Travels ways = travels(c, report, from);
  Table table;
  table.title =
      fmt::format(fmt::runtime(say(shown.lang, "{}: how play can travel from state {}", "{}：由状态 {} 可至何处")),
                  label(c.title, shown.lang), state_words(c, from, shown.lang));
  table.columns = {"state", "name", "equilibrium", "moves", "way", "improvements", "way_by_improvements"};
  table.heads = {say(shown.lang, "state", "状态"),
                 "",
                 "E",
                 say(shown.lang, "moves", "步数"),
                 say(shown.lang, "shortest way", "最短途径"),
                 say(shown.lang, "improving", "改善步数"),
                 say(shown.lang, "shortest by improvements", "逐步改善之最短途径")};
  std::vector<State> states;
  for (State s = 0; s < c.states.size(); ++s)
    if (questions.to ? s == *questions.to : ways.by_moves.reaches(s)) states.push_back(s);
  std::stable_sort(states.begin(), states.end(),
                   [&](State a, State b) { return ways.by_moves.moves[a] < ways.by_moves.moves[b]; });
  const std::size_t all = states.size();
  constexpr std::size_t screenful = 40;
  if (!shown.machine && all > screenful) {  // of many, the equilibria
    const auto dull = [&](State s) {
      return std::none_of(report.asked.notions.begin(), report.asked.notions.end(),
                          [&](Notion notion) { return report.equilibrium(notion, s); });
    };
    states.erase(std::remove_if(states.begin(), states.end(), dull), states.end());
    if (states.size() > screenful) states.resize(screenful);
  }
  const std::string never = say(shown.lang, "cannot be reached", "不可达");
  for (const State s : states) {
    std::string marks;
    for (const Notion notion : report.asked.notions)
      if (report.equilibrium(notion, s)) marks += fmt::format("{}{}", marks.empty() ? "" : " ", notion_letters(notion));
    const auto count = [](const stability::Journeys& j, State t) { return j.reaches(t) ? Cell(j.moves[t]) : Cell(); };
    const auto way = [&](const stability::Journeys& j, State t) {
      return j.reaches(t) ? way_words(c, stability::path_to(j, t), shown.lang) : never;
    };
    table.rows.push_back({static_cast<int>(s), state_label(c, s, shown.lang), marks, count(ways.by_moves, s),
                          way(ways.by_moves, s), count(ways.by_improvements, s), way(ways.by_improvements, s)});
  }
  table.note =
      say(shown.lang, "an improvement is better, for who makes it, than the state before; nobody moves twice in a row",
          "改善：对行动者而言优于前一状态；任何一方不连续行动两次");
  if (states.size() < all)
    table.note +=
        fmt::format(fmt::runtime(say(shown.lang, "\n  {} of {} states that can be reached, equilibria: --csv has all",
                                     "\n  可达 {1} 个状态中的 {0} 个均衡：--csv 列出全部")),
                    states.size(), all);
  return table;
}

}  // namespace armistice
