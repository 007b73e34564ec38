// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <rapidcheck.h>

#include "armistice/theory/stability/graph.h"

namespace armistice::stability::testing {

inline Preference prefers(const std::vector<double>& payoffs) {
  Preference preference;
  preference.rank = ranks_of(payoffs);
  return preference;
}

// Two prisoners, one option each (cooperate); states NN, YN, NY, YY.
inline Graph prisoners() {
  return graph_of_options({0, 1, 2, 3}, {1, 2}, 0, 0, {prefers({2, 1, 4, 3}), prefers({2, 4, 1, 3})});
}

// The Elmira conflict in nine states (Hipel, Fang, Kilgour and Haight 1993; matrix form Xu, Hipel and Kilgour 2009):
// the ministry, Uniroyal, the local government; states counted from 0.
inline Graph elmira() {
  Graph graph = graph_of_arcs(
      9, {{{0, 1}, {2, 3}, {4, 5}, {6, 7}},
          {{0, 2}, {0, 8}, {1, 3}, {1, 8}, {2, 8}, {3, 8}, {4, 6}, {4, 8}, {5, 7}, {5, 8}, {6, 8}, {7, 8}},
          {{0, 4}, {4, 0}, {1, 5}, {5, 1}, {6, 2}, {2, 6}, {3, 7}, {7, 3}}});
  graph.preference = {prefers({4, 3, 8, 7, 5, 2, 9, 6, 1}), prefers({9, 2, 4, 8, 6, 1, 3, 7, 5}),
                      prefers({6, 2, 8, 3, 7, 4, 9, 5, 1})};
  return graph;
}

// A graph by options with ties, states left out and options that cannot be taken back, now and then.
inline Graph random_options() {
  const int parties = *rc::gen::inRange(2, 5), options = *rc::gen::inRange(parties, 6);
  std::vector<std::uint64_t> owned(static_cast<std::size_t>(parties));
  for (int o = 0; o < options; ++o)
    owned[static_cast<std::size_t>(o < parties ? o : *rc::gen::inRange(0, parties))] |= std::uint64_t{1} << o;
  std::vector<std::uint64_t> code;
  for (std::uint64_t c = 0; c < std::uint64_t{1} << options; ++c)
    if (*rc::gen::inRange(0, 4) != 0) code.push_back(c);
  if (code.empty()) code.push_back(0);
  std::vector<Preference> preference;
  for (int p = 0; p < parties; ++p)
    preference.push_back(prefers(*rc::gen::container<std::vector<double>>(
        code.size(), rc::gen::map(rc::gen::inRange(0, 6), [](int x) { return double(x); }))));
  const std::uint64_t all = (std::uint64_t{1} << options) - 1;
  const std::uint64_t on = *rc::gen::arbitrary<std::uint64_t>() & *rc::gen::arbitrary<std::uint64_t>() & all;
  const std::uint64_t off = *rc::gen::arbitrary<std::uint64_t>() & *rc::gen::arbitrary<std::uint64_t>() & all & ~on;
  return graph_of_options(code, owned, on, off, preference);
}

// The same moves and preferences as lists of arcs.
inline Graph as_arcs(const Graph& graph) {
  std::vector<std::vector<std::pair<State, State>>> arcs(static_cast<std::size_t>(graph.parties));
  for (int p = 0; p < graph.parties; ++p)
    for (State s = 0; s < graph.states; ++s)
      for_each_move(graph, p, s, [&](State t) { arcs[static_cast<std::size_t>(p)].push_back({s, t}); });
  Graph other = graph_of_arcs(graph.states, arcs);
  other.preference = graph.preference;
  return other;
}

// Arcs of any kind: a party's moves need not join up.
inline Graph random_arcs() {
  const int parties = *rc::gen::inRange(2, 5);
  const auto states = static_cast<State>(*rc::gen::inRange(1, 9));
  std::vector<std::vector<std::pair<State, State>>> arcs(static_cast<std::size_t>(parties));
  std::vector<Preference> preference;
  for (auto& own : arcs) {
    own = *rc::gen::container<std::vector<std::pair<State, State>>>(
        rc::gen::pair(rc::gen::inRange(State{0}, states), rc::gen::inRange(State{0}, states)));
    preference.push_back(prefers(*rc::gen::container<std::vector<double>>(
        states, rc::gen::map(rc::gen::inRange(0, 6), [](int x) { return double(x); }))));
  }
  Graph graph = graph_of_arcs(states, arcs);
  graph.preference = preference;
  return graph;
}

}  // namespace armistice::stability::testing
