// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/screening.h"

#include <cassert>

namespace armistice {

ScreeningChoice two_type_screening(const TwoTypes& war, double strong) {
  const double gap = war.against_weak - war.against_strong, costs = war.cost_a + war.cost_b;
  assert(gap >= 0 && costs > 0 && strong >= 0 && strong <= 1);
  const double risky = (1 - strong) * (war.against_weak + war.cost_b) + strong * (war.against_strong - war.cost_a);
  return {war.against_strong + war.cost_b, risky, gap / (gap + costs)};
}

}  // namespace armistice
