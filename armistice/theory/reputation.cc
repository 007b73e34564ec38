// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/reputation.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace armistice {

Concession concession(const Obstinacy& s) {
  const double conflict = s.demand_1 + s.demand_2 - 1;
  assert(conflict > 0 && s.demand_1 < 1 && s.demand_2 < 1);
  Concession c{};
  c.hazard_1 = s.rate_2 * (1 - s.demand_1) / conflict;
  c.hazard_2 = s.rate_1 * (1 - s.demand_2) / conflict;
  c.alone_1 = -std::log(s.obstinate_1) / c.hazard_1;
  c.alone_2 = -std::log(s.obstinate_2) / c.hazard_2;
  c.end = std::min(c.alone_1, c.alone_2);
  // The slower one makes up for it at the start, so that both are known at the same time.
  if (c.alone_1 > c.alone_2) c.at_once_1 = 1 - s.obstinate_1 * std::pow(s.obstinate_2, -c.hazard_1 / c.hazard_2);
  if (c.alone_2 > c.alone_1) c.at_once_2 = 1 - s.obstinate_2 * std::pow(s.obstinate_1, -c.hazard_2 / c.hazard_1);
  return c;
}

}  // namespace armistice
