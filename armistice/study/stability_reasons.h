// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "armistice/theory/stability/doubt.h"
#include "armistice/theory/stability/paths.h"

// Why a state is stable for a party or not: each move for which it would leave, and what the others can answer.
namespace armistice {

// How a state compares with the one that the party would leave.
enum class Compared { worse, same, unknown, better };

struct Departure {
  stability::State to = 0;
  bool doubtful = false;                // it is not known whether it is better, and the party leaves all the same
  bool answered = false;                // the others can make it not worth while
  std::vector<stability::Step> answer;  // the shortest that deters; or, not answered, one that the party can escape
  stability::State end = 0;             // where it leads to: `to` without steps
  Compared compared = Compared::better;
  std::optional<stability::State> way_out;  // better than the state left, by a move of the party from `end`
  bool others_move = false;  // the others have a move to make there (with credible answers: a credible one)
};

struct Reason {
  bool stable = true;
  bool moves = false;                 // the party has a move, to whatever
  std::vector<Departure> departures;  // ascending by where they lead to
};

// `attitude` only where a preference is unknown. Agrees with judge() and judge_in_doubt(). One search for each
// departure.
//
//   the prisoners' dilemma, GMR, "both cooperate": the first could confess; the second can answer with "both confess",
//   worse for the first.
Reason reason(const stability::Graph& graph, int party, stability::State state, stability::Notion notion,
              stability::Rule rule, const std::optional<stability::Attitude>& attitude);

}  // namespace armistice
