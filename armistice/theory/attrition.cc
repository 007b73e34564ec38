// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/attrition.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace armistice {

Attrition attrition(double prize, double cost) {
  assert(prize > 0 && cost > 0);
  return {cost / prize, prize / (2 * cost)};
}

DeadlineAttrition attrition_with_deadline(double prize, double cost, double deadline, double deadline_payoff) {
  assert(deadline >= 0 && deadline_payoff >= 0);
  const double quiet = std::max(0.0, deadline - deadline_payoff / cost);
  return {quiet, std::exp(-2 * attrition(prize, cost).hazard * quiet)};
}

}  // namespace armistice
