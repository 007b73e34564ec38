// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/stability.h"

#include <algorithm>

namespace armistice {

using stability::Notion;
using stability::State;

bool StabilityReport::equilibrium(Notion notion, State state) const {
  const std::vector<State>& all = equilibria[static_cast<std::size_t>(notion)];
  return std::binary_search(all.begin(), all.end(), state);
}

bool in_doubt(const stability::Graph& graph) {
  return std::any_of(graph.preference.begin(), graph.preference.end(),
                     [](const stability::Preference& preference) { return !preference.unknown.empty(); });
}

StabilityReport stability_report(const Conflict& conflict, const StabilityAsked& asked) {
  const stability::Graph& graph = conflict.graph;
  StabilityReport report;
  report.asked = asked;
  report.in_doubt = in_doubt(graph);
  for (const Notion notion : asked.notions) {
    auto& parties = report.analysis.of[static_cast<std::size_t>(notion)];
    for (int p = 0; p < graph.parties; ++p)
      parties.push_back(report.in_doubt ? stability::judge_in_doubt(graph, p, notion, asked.attitude, asked.rule)
                                        : stability::judge(graph, p, notion, asked.rule));
    report.equilibria[static_cast<std::size_t>(notion)] = stability::equilibria(report.analysis, notion);
  }
  for (const std::uint64_t members : asked.groups) {
    GroupStability& group = report.groups.emplace_back();
    group.members = members;
    for (const Notion notion : asked.notions)
      group.stable[static_cast<std::size_t>(notion)] = stability::stable_for_group(graph, members, notion, asked.rule);
  }
  return report;
}

Travels travels(const Conflict& conflict, const StabilityReport& report, State from) {
  stability::Movers all;
  all.parties = (std::uint64_t{1} << conflict.graph.parties) - 1;
  if (report.asked.rule == stability::Rule::once) all.rule = report.asked.rule;  // "single" is about answers
  Travels ways;
  ways.by_moves = stability::journeys(conflict.graph, all, from);
  all.improving = true;
  all.doubtful = report.in_doubt && report.asked.attitude.leaves_for_unknown;
  ways.by_improvements = stability::journeys(conflict.graph, all, from);
  return ways;
}

}  // namespace armistice
