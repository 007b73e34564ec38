// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/two_level.h"

#include <algorithm>
#include <cmath>

namespace armistice {

double spatial_bargain(const Ideals& ideals) {
  const double a = ideals.status_quo - ideals.home, b = ideals.status_quo - ideals.foreign,
               c = ideals.status_quo - ideals.legislature;
  const bool all_below = a > 0 && b > 0 && c > 0, all_above = a < 0 && b < 0 && c < 0;
  if (!all_below && !all_above) return ideals.status_quo;
  const double near = std::fabs(a), far = std::fabs(b), sum = near + far;
  // The smaller root, written by the product of both so that unequal distances lose no digits.
  const double unbound = 8 * near * far / (3 * sum + std::sqrt(9 * sum * sum - 32 * near * far));
  const double moved = std::min(unbound, 2 * std::fabs(c));
  return all_below ? ideals.status_quo - moved : ideals.status_quo + moved;
}

}  // namespace armistice
