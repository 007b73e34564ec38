// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/lanchester.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace armistice {

constexpr double never = std::numeric_limits<double>::infinity();

Forces square_law(const Forces& start, const KillRates& kill, double time) {
  assert(kill.a > 0 && kill.b > 0);
  const double speed = std::sqrt(kill.a * kill.b);
  const double grow = std::cosh(speed * time), shrink = std::sinh(speed * time);
  const double ratio = std::sqrt(kill.b / kill.a);
  return {start.a * grow - ratio * start.b * shrink, start.b * grow - start.a / ratio * shrink};
}

Forces square_law_reinforced(const Forces& start, const KillRates& kill, const Forces& inflow, double time) {
  const Forces balance = {inflow.b / kill.a, inflow.a / kill.b};
  const Forces away = square_law({start.a - balance.a, start.b - balance.b}, kill, time);
  return {balance.a + away.a, balance.b + away.b};
}

Annihilation square_law_end(const Forces& start, const KillRates& kill) {
  const double speed = std::sqrt(kill.a * kill.b);
  const double edge = kill.a * start.a * start.a - kill.b * start.b * start.b;
  const double ratio = std::sqrt(kill.b / kill.a) * start.b / start.a;
  if (edge > 0) return {{std::sqrt(edge / kill.a), 0}, std::atanh(ratio) / speed};
  if (edge < 0) return {{0, std::sqrt(-edge / kill.b)}, std::atanh(1 / ratio) / speed};
  return {{0, 0}, never};
}

double square_law_time_to_share(const Forces& start, const KillRates& kill, double share) {
  assert(share >= 0 && share <= 1);
  // B(t) = up e^{wt} + down e^{-wt}; with y = e^{wt} the break point solves up y^2 - goal y + down = 0.
  const double speed = std::sqrt(kill.a * kill.b);
  const double pressed = std::sqrt(kill.a / kill.b) * start.a;
  const double up = (start.b - pressed) / 2, down = (start.b + pressed) / 2;
  const double goal = share * start.b;
  const double under_root = goal * goal - 4 * up * down;
  if (under_root < 0) return never;
  // Written so that up = 0 (equal sides) needs no branch: the smaller root is 2 down / (goal + root).
  const double y = 2 * down / (goal + std::sqrt(under_root));
  return std::log(y) / speed;
}

Forces linear_law(const Forces& start, const KillRates& kill, double time) {
  const double edge = kill.a * start.a - kill.b * start.b;
  if (edge < 0) {  // seen from the side that wins, so that no exponential grows
    const Forces swapped = linear_law({start.b, start.a}, {kill.b, kill.a}, time);
    return {swapped.b, swapped.a};
  }
  // (1 - e^{-edge t}) / edge stays exact for equal sides, where it is t.
  const double lasting = edge * time == 0 ? time : -std::expm1(-edge * time) / edge;
  const double weight = 1 + kill.b * start.b * lasting;
  return {start.a / weight, start.b * std::exp(-edge * time) / weight};
}

Forces ambush_end(const Forces& start, const KillRates& kill) {
  const double edge = kill.a * start.a - kill.b * start.b * start.b / 2;
  if (edge > 0) return {edge / kill.a, 0};
  return {0, std::sqrt(-2 * edge / kill.b)};
}

}  // namespace armistice
