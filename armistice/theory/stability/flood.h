// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "armistice/theory/stability/graph.h"

// What a group of parties can bring about from a state by a legal sequence of moves.
namespace armistice::stability {

// Which sequences are legal. The definition (Fang, Hipel and Kilgour 1993, 3.4) lets nobody move twice in a row and
// anybody come back later; programs have used the other two.
enum class Rule : std::uint8_t { returns, once, single };
inline constexpr std::array<std::string_view, 3> rule_names{"returns", "once", "single"};

struct Movers {
  std::uint64_t parties = 0;  // bit per party
  bool improving = false;     // only moves that improve on the state before, for the party that makes them
  bool doubtful = false;      // moves to a state not known to be better or worse count as improvements too
  Rule rule = Rule::returns;
};

// Whether a move of the party from one state to another is among the moves asked for.
bool may_move(const Graph& graph, const Movers& movers, int party, State from, State to);

// For each state the least of `value` over itself and all that the movers can bring about from it. Values are walked
// from the least on, backwards along the moves, so that each state is reached once, by its answer. Time: states x
// movers for moves by options that can be taken back; arcs for others, times the movers in a graph given by arcs.
//
//   three states, party 0 moves 0 -> 1, party 1 moves 1 -> 2, values 5, 4, 3: movers {0, 1} give 3, 3, 3; {0}: 4, 4, 3.
std::vector<std::int32_t> least_within_reach(const Graph& graph, const Movers& movers,
                                             const std::vector<std::int32_t>& value);

// 1 for each state from which the movers can bring about a state of `goal` (bytes, 1: in it), or that is in it.
std::vector<std::uint8_t> can_bring_about(const Graph& graph, const Movers& movers,
                                          const std::vector<std::uint8_t>& goal);

}  // namespace armistice::stability
