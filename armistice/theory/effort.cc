// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/effort.h"

#include <cassert>

#include "armistice/theory/bargaining.h"

namespace armistice {

double contest_slope(double chance, double decisiveness) { return decisiveness * chance * (1 - chance); }

double equal_effort(double prize, double decisiveness) {
  assert(prize >= 0 && decisiveness > 0 && decisiveness <= 2);
  return decisiveness * prize / 4;
}

Efforts unequal_efforts(double value_a, double value_b) {
  assert(value_a > 0 && value_b > 0);
  const double a = value_a / (value_a + value_b), b = value_b / (value_a + value_b);
  return {a * a * value_b, b * b * value_a, a};
}

double split_shift(double chance, double decisiveness, double aid, double sanction) {
  return aided_chance(chance, aid, decisiveness) - chance + sanction / 2;
}

double exhaustion_time(double stock, double use, double supply) {
  assert(stock >= 0 && supply < use);
  return stock / (use - supply);
}

}  // namespace armistice
