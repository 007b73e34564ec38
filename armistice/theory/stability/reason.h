// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "armistice/theory/stability/paths.h"
#include "armistice/theory/stability/stability.h"

// Why a state is stable for a party or not: each of its improvements with the answer that deters it, or with the worst
// that can come of it. Plain structures, to make words from: "Moscow could move to 7, but Washington then Kyiv can
// answer with 12, worse for Moscow".
namespace armistice::stability {

// One improvement that the party could make, and what the others make of it.
struct Improvement {
  State to = 0;
  bool deterred = false;
  // Moves of the others from `to`: when deterred, the shortest legal sequence that deters (of those, the one that
  // leaves the party worst off); else the shortest to the state that leaves it worst off, none when that is `to`
  // itself.
  std::vector<Step> answer;
  State end = 0;  // where the answer leaves the party
  // Of symmetric notions: the best state that a move of its own leads to from `end`; nothing when it has no move there.
  std::optional<State> way_out;
  State outcome = 0;      // what it comes to: the better of `end` and the way out
  std::int32_t rank = 0;  // rank of the outcome less that of the state judged: at most 0 when deterred, else above
  double gain = 0;        // the same in the unit of the party's utility, when it has one
};

struct Reason {
  int party = 0;
  State state = 0;
  Notion notion = Notion::nash;
  bool stable = false;
  bool can_move = false;                  // false: it stays for want of a move
  std::vector<Improvement> improvements;  // the party's best first; none: nothing to gain by leaving
};

// Preferences must be known. `stable` is judge()'s verdict. Time: a breadth-first walk for each improvement.
//
//   the first prisoner, mutual silence, gmr: one improvement, confession; the second prisoner's confession deters it.
Reason reason_for(const Graph& graph, int party, State state, Notion notion, Rule rule = Rule::returns);

}  // namespace armistice::stability
