// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "armistice/theory/stability/graph.h"

// Limited-move stability L_h (Kilgour 1985, "Anticipation and stability in two-person noncooperative games"; Kilgour,
// Hipel and Fang 1987, "The graph model for conflicts", section 5): two parties move in turn, at most h moves in all,
// each looks ahead to the end, and whoever prefers to stay ends it. Its limit is the non-myopic stability of Brams and
// Wittman 1981 (Zagare 1984, "Limited-move equilibria in 2 x 2 games").
//
// With ties the state that is looked ahead to is not unique, and for more than two parties several definitions compete
// (Soares et al. 2026): both are refused.
namespace armistice::stability {

enum class Refusal : std::uint8_t { none, parties, tie, unknown };
struct Refused {
  Refusal why = Refusal::none;
  int party = 0;       // of a tie, or of a preference that is not known
  State a = 0, b = 0;  // the two states
};

// Why limited-move stability is not defined here, if so.
Refused limited_moves_refused(const Graph& graph);

// The same in words, with parties and states named by the caller; empty for Refusal::none.
std::string words_of(const Refused& refused, const std::string& party, const std::string& a, const std::string& b);

// For a horizon of h moves, the party beginning: [party][state] the state that play from there ends in. A state is L_h
// stable for the party when that is the state itself. The graph must not be refused; h >= 0.
//
//   the prisoners' dilemma, from mutual silence: h 1, the first prisoner confesses; h 2, he stays, as the second would
//   confess in turn.
std::vector<std::vector<State>> anticipated(const Graph& graph, int horizon);

struct LimitedMoves {
  std::vector<std::vector<std::uint8_t>> stable;  // [party][state]
  std::vector<State> equilibria;                  // stable for both
};
LimitedMoves limited_moves(const Graph& graph, int horizon);

// What every horizon from some one on says. What is looked ahead to comes back, in the end, with a period: a state is
// stable when it is so all through it. `from` is the first horizon of the period and `period` its length, 1 when
// looking further ahead changes nothing any more; 0 when none was found in `most` horizons, with nothing stable.
struct NonMyopic {
  LimitedMoves moves;
  int from = 0, period = 0;
};
NonMyopic non_myopic(const Graph& graph, int most = 10'000);

}  // namespace armistice::stability
