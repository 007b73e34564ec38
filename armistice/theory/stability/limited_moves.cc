// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/limited_moves.h"

#include <fmt/format.h>

#include <cassert>
#include <map>
#include <numeric>

namespace armistice::stability {
namespace {

using Anticipated = std::vector<std::vector<State>>;

Anticipated at_once(const Graph& graph) {
  std::vector<State> stays(graph.states);
  std::iota(stays.begin(), stays.end(), State{0});
  return {stays, stays};
}

// One move more: the party makes the move after which the other, with one move less, leaves it best off, or stays.
Anticipated one_more(const Graph& graph, const Anticipated& before) {
  Anticipated after = at_once(graph);
  for (std::size_t i = 0; i < 2; ++i)
    for (State s = 0; s < graph.states; ++s)
      for_each_move(graph, static_cast<int>(i), s, [&](State t) {
        const State end = before[1 - i][t];
        if (graph.preference[i].better(end, after[i][s])) after[i][s] = end;
      });
  return after;
}

// A state from which play comes back to itself is stable too: what is looked ahead to is all that counts. It cannot be
// by a move, as a move is made for something strictly better.
LimitedMoves stable_in(const Graph& graph, const Anticipated& ends) {
  LimitedMoves moves;
  moves.stable.assign(2, std::vector<std::uint8_t>(graph.states));
  for (State s = 0; s < graph.states; ++s) {
    for (std::size_t i = 0; i < 2; ++i) moves.stable[i][s] = ends[i][s] == s;
    if (moves.stable[0][s] && moves.stable[1][s]) moves.equilibria.push_back(s);
  }
  return moves;
}

LimitedMoves stable_in_all(const Graph& graph, const std::vector<Anticipated>& ends, std::size_t from) {
  LimitedMoves moves = stable_in(graph, ends[from]);
  for (std::size_t h = from + 1; h < ends.size(); ++h) {
    const LimitedMoves here = stable_in(graph, ends[h]);
    for (std::size_t i = 0; i < 2; ++i)
      for (State s = 0; s < graph.states; ++s) moves.stable[i][s] &= here.stable[i][s];
  }
  std::erase_if(moves.equilibria, [&](State s) { return !moves.stable[0][s] || !moves.stable[1][s]; });
  return moves;
}

}  // namespace

Refused limited_moves_refused(const Graph& graph) {
  if (graph.parties != 2) return {Refusal::parties, 0, 0, 0};
  for (int party = 0; party < 2; ++party) {
    const Preference& preference = graph.preference[static_cast<std::size_t>(party)];
    if (!preference.unknown.empty())
      for (State a = 0; a < graph.states; ++a)
        for (State b = a + 1; b < graph.states; ++b)
          if (preference.is_unknown(a, b)) return {Refusal::unknown, party, a, b};
    std::map<std::int32_t, State> first;
    for (State s = 0; s < graph.states; ++s)
      if (const auto [at, is_new] = first.emplace(preference.rank[s], s); !is_new)
        return {Refusal::tie, party, at->second, s};
  }
  return {};
}

std::string words_of(const Refused& refused, const std::string& party, const std::string& a, const std::string& b) {
  switch (refused.why) {
    case Refusal::none:
      return "";
    case Refusal::parties:
      return "limited-move stability is defined here for two parties only: for more, several definitions compete";
    case Refusal::tie:
      return fmt::format(
          "limited-move stability needs strict preferences: {} does not tell {} and {} apart, and what it looks ahead "
          "to "
          "is not settled by the definition",
          party, a, b);
    case Refusal::unknown:
      return fmt::format(
          "limited-move stability needs preferences that are known: which of {} and {} is better for {} is not", a, b,
          party);
  }
  return "";
}

Anticipated anticipated(const Graph& graph, int horizon) {
  assert(limited_moves_refused(graph).why == Refusal::none && horizon >= 0);
  Anticipated ends = at_once(graph);
  for (int h = 0; h < horizon; ++h) ends = one_more(graph, ends);
  return ends;
}

LimitedMoves limited_moves(const Graph& graph, int horizon) { return stable_in(graph, anticipated(graph, horizon)); }

NonMyopic non_myopic(const Graph& graph, int most) {
  assert(limited_moves_refused(graph).why == Refusal::none);
  std::vector<Anticipated> ends{at_once(graph)};
  std::map<Anticipated, std::size_t> met{{ends[0], 0}};
  for (int h = 1; h <= most; ++h) {
    ends.push_back(one_more(graph, ends.back()));
    const auto [before, is_new] = met.emplace(ends.back(), ends.size() - 1);
    if (is_new) continue;
    ends.pop_back();
    return {stable_in_all(graph, ends, before->second), static_cast<int>(before->second),
            static_cast<int>(ends.size() - before->second)};
  }
  return {{std::vector<std::vector<std::uint8_t>>(2, std::vector<std::uint8_t>(graph.states)), {}}, 0, 0};
}

}  // namespace armistice::stability
