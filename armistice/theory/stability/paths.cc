// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/paths.h"

#include <algorithm>
#include <cassert>

namespace armistice::stability {

Journeys journeys(const Graph& graph, const Movers& movers, State from) {
  const bool once = movers.rule != Rule::returns;  // a single opponent is one of whom each moves once, and stops
  Journeys all;
  all.from = from;
  all.memories = once ? std::uint64_t{1} << graph.parties : static_cast<std::uint64_t>(graph.parties) + 1;
  all.moves.assign(graph.states, -1);
  all.arrival.assign(graph.states, 0);
  all.came_from.assign(graph.states * all.memories, ~std::uint64_t{0});
  all.mover.assign(graph.states * all.memories, -1);
  const std::uint64_t start = from * all.memories;
  all.came_from[start] = start, all.moves[from] = 0, all.arrival[from] = start;
  std::vector<std::uint64_t> front{start}, next;
  for (int length = 1; !front.empty(); ++length) {
    for (const std::uint64_t node : front) {
      const State s = static_cast<State>(node / all.memories);
      const std::uint64_t memory = node % all.memories;
      if (movers.rule == Rule::single && memory != 0) continue;
      for (int party = 0; party < graph.parties; ++party) {
        const std::uint64_t bit = std::uint64_t{1} << party, last = static_cast<std::uint64_t>(party) + 1;
        if ((movers.parties & bit) == 0 || (once ? (memory & bit) != 0 : memory == last)) continue;
        for_each_move(graph, party, s, [&](State t) {
          if (!may_move(graph, movers, party, s, t)) return;
          const std::uint64_t to = t * all.memories + (once ? memory | bit : last);
          if (all.came_from[to] != ~std::uint64_t{0}) return;
          all.came_from[to] = node, all.mover[to] = party;
          if (all.moves[t] < 0) all.moves[t] = length, all.arrival[t] = to;
          next.push_back(to);
        });
      }
    }
    front.swap(next);
    next.clear();
  }
  return all;
}

std::vector<Step> path_to(const Journeys& journeys, State to) {
  assert(journeys.reaches(to));
  std::vector<Step> steps;
  for (std::uint64_t node = journeys.arrival[to]; journeys.came_from[node] != node; node = journeys.came_from[node])
    steps.push_back({journeys.mover[node], static_cast<State>(node / journeys.memories)});
  std::reverse(steps.begin(), steps.end());
  return steps;
}

}  // namespace armistice::stability
