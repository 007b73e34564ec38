// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

namespace armistice {

// Fershtman and Seidmann 1993, Journal of Economic Theory 60(2): bargaining up to a deadline over a pie of 1 when an
// offer once refused commits who refused it to accept no less. The proposer is drawn by lot each period; discount in
// [0, 1]; after the deadline both have nothing.

// Two periods: both wait for the deadline iff d^2 - 6 d + 4 < 0, d > 3 - sqrt(5) = 0.76393. This is that number.
double deadline_patience();

// What happens period by period while nobody has refused anything yet.
struct DeadlinePlan {
  std::vector<bool> agree;  // (periods left - 1): [0] is the deadline, the last entry the first period
  double value;             // what a side expects at the start
  int settled = 0;          // period of agreement, counted from 1
};

// Backward recursion over the floors both sides are committed to, in steps of 1 / `steps` of the pie (exact for offers
// in those steps; the work grows with periods steps^3). periods >= 1, steps >= 2. Four periods in steps of 1/60: at
// 0.76 agreement at once, at 0.9 waiting until the end; at 0.77 only the last but one period would be let pass.
DeadlinePlan deadline_plan(int periods, double discount, int steps);

}  // namespace armistice
