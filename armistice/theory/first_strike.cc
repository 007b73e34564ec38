// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/first_strike.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace armistice {

double largest_safe_stake(const FirstStrike& s) {
  const double advantage = s.first_a + s.first_b - 1;
  if (advantage <= 0) return std::numeric_limits<double>::infinity();
  return (s.cost_a + s.cost_b) / advantage;
}

double rounds_until_safe(const FirstStrike& sides, double stake, double destroyed) {
  assert(stake > 0 && destroyed > 0 && destroyed < 1);
  const double safe = largest_safe_stake(sides);
  if (stake <= safe) return 0;
  // A stake that reaches the safe one exactly after a whole number of rounds must not need one more by rounding.
  return std::max(0.0, std::ceil(std::log(stake / safe) / -std::log1p(-destroyed) - 1e-12));
}

}  // namespace armistice
