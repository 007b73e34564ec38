// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/coalition.h"

#include <algorithm>

#include "armistice/theory/stability/paths.h"

namespace armistice::stability {
namespace {

// States that every member prefers to s.
std::vector<std::uint8_t> better_for_all(const Graph& graph, std::uint64_t members, State s) {
  std::vector<std::uint8_t> better(graph.states, 1);
  for (int party = 0; party < graph.parties; ++party)
    if (members >> party & 1) {
      const std::vector<std::int32_t>& rank = graph.preference[static_cast<std::size_t>(party)].rank;
      for (State t = 0; t < graph.states; ++t) better[t] &= rank[t] > rank[s];
    }
  return better;
}

std::vector<std::uint8_t> deterrents(const Graph& graph, const Movers& group, Notion notion,
                                     const std::vector<std::uint8_t>& better) {
  std::vector<std::uint8_t> way_out = better;
  if (symmetric(notion)) way_out = can_bring_about(graph, group, better);
  for (std::uint8_t& out : way_out) out = !out;
  return way_out;
}

}  // namespace

std::vector<std::uint8_t> stable_for_group(const Graph& graph, std::uint64_t members, Notion notion, Rule rule) {
  Movers group, others;
  group.parties = members;
  others.parties = ((std::uint64_t{1} << graph.parties) - 1) & ~members;
  others.improving = credible(notion), others.rule = rule;
  std::vector<std::uint8_t> stable(graph.states, 1);
  for (State s = 0; s < graph.states; ++s) {
    const std::vector<std::uint8_t> better = better_for_all(graph, members, s);
    const Journeys ways = journeys(graph, group, s);
    std::vector<State> leaves_for;
    for (State t = 0; t < graph.states; ++t)
      if (better[t] && ways.reaches(t)) leaves_for.push_back(t);
    if (leaves_for.empty()) continue;
    stable[s] = 0;
    if (notion == Notion::nash) continue;
    const std::vector<std::uint8_t> can = can_bring_about(graph, others, deterrents(graph, group, notion, better));
    stable[s] = std::all_of(leaves_for.begin(), leaves_for.end(), [&](State t) { return can[t] != 0; });
  }
  return stable;
}

std::vector<std::uint8_t> stable_for_all_groups(const Graph& graph, Notion notion, Rule rule) {
  std::vector<std::uint8_t> stable(graph.states, 1);
  for (std::uint64_t members = 1; members < std::uint64_t{1} << graph.parties; ++members) {
    const std::vector<std::uint8_t> one = stable_for_group(graph, members, notion, rule);
    for (State s = 0; s < graph.states; ++s) stable[s] &= one[s];
  }
  return stable;
}

}  // namespace armistice::stability
