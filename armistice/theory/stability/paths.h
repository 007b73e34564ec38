// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "armistice/theory/stability/flood.h"

// How play can travel: the shortest legal sequences of moves from one state.
namespace armistice::stability {

struct Step {
  int party = -1;  // who moves
  State to = 0;
};

struct Journeys {
  State from = 0;
  std::vector<int> moves;                // [state] of the shortest sequence, 0 at `from`; -1: cannot be reached
  std::vector<std::uint64_t> arrival;    // [state] the node in which it is first reached
  std::vector<std::uint64_t> came_from;  // [node]
  std::uint64_t memories = 1;            // nodes are state * memories + memory
  std::vector<int> mover;                // [node] who made the last move

  bool reaches(State s) const { return moves[s] >= 0; }
};

// Breadth first over states and who moved last (or the set of those who have, with Rule::once). Of paths equally long
// the one is kept that an earlier party begins. Status-quo analysis (Li, Kilgour and Hipel 2005).
//
//   0 -> 1 by party 0, 1 -> 2 by party 0: 2 is not reached, as nobody moves twice in a row; by party 1 it is, in 2.
Journeys journeys(const Graph& graph, const Movers& movers, State from);

// The steps of the shortest sequence to a state that is reached; none for `from`.
std::vector<Step> path_to(const Journeys& journeys, State to);

}  // namespace armistice::stability
