// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

// What a collective-decision model says of a field.
namespace armistice::collective {

// Where a model's random numbers come from: base/philox.h with (seed, run, turn, purpose, actor), so that a seed means
// one result whatever the threads and the order in which actors are visited.
struct Luck {
  std::uint64_t seed = 1;
  std::uint32_t run = 0;
};

enum class Why : std::uint8_t {
  conflict,      // expected to lose, gives in
  compromise,    // meets the other part of the way
  capitulation,  // gives in without a fight
  bargain,       // own side of the likeliest bargain
  exchange,      // gives way on this issue against support on another
  vote           // the proposal that passes
};

// One actor's change of position on one issue.
struct Move {
  int turn = 0;    // 1: the first
  int actor = 0;   // who moves
  int other = -1;  // who made it move; -1: nobody in particular
  int issue = 0;
  double from = 0, to = 0;  // on the issue's scale
  Why why = Why::bargain;
  double gain = std::numeric_limits<double>::quiet_NaN();  // what the mover gains (exchange) or the other expects
                                                           // to gain (challenges), in the model's own utility
};

struct Atom {
  double value = 0, share = 0;  // on the issue's scale; shares of an issue sum to 1
};

struct Prediction {
  std::vector<std::vector<double>> positions;   // [turn][actor * issues + issue] on the issue's scale; turn 0: as given
  std::vector<std::vector<double>> outcomes;    // [turn][issue] by the model's own rule, as if it were over; turn 0: on
                                                // the input; empty for models without a process
  std::vector<double> forecast;                 // [issue]; NaN: the model cannot tell
  std::vector<std::vector<Atom>> distribution;  // [issue] ascending; empty for models that give a point alone
  std::vector<Move> moves;                      // in order of turns, then actors, then issues
  bool settled = true;                          // the process came to rest before its last turn
  std::string refused;                          // why there is no prediction at all ("needs a reference point"), or ""
};

}  // namespace armistice::collective
