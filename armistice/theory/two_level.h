// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace armistice {

// A leader and a foreign side bargain over one number, and a legislature must pass the result; everybody has an ideal
// point and losses grow with the square of the distance (the legislature's only need grow). After Milner and Rosendorff
// 1997, Journal of Conflict Resolution 41(1). (Known and uncertain ratifiers on a pie: see bargaining.h.)
struct Ideals {
  double home, foreign, legislature;
  double status_quo;  // what holds if nothing is agreed or passed
};

// The Nash bargain among what home, foreign and legislature all weakly prefer to the status quo. With d the distance
// moved from the status quo and a, b those of home and foreign from it, all on one side, d^2 (2 a - d) (2 b - d) is
// largest at d = (3 (a + b) - sqrt(9 (a + b)^2 - 32 a b)) / 4; the legislature allows at most twice its own distance.
// Exact, not by a grid. Where the ideals lie on both sides of the status quo nothing moves.
// Home 0.35, foreign 0, status quo 1: legislature 0.45 gives 0.24355 (not bound), 0.7 gives 0.4, 0.95 gives 0.9.
double spatial_bargain(const Ideals& ideals);

}  // namespace armistice
