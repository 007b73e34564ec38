// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/skimming.h"

#include <cassert>
#include <cmath>

namespace armistice {

Skimming skimming(double factor) {
  assert(factor > 0 && factor < 1);
  const double root = std::sqrt(1 - factor);
  // (1 - root) / factor, written without the difference that cancels for short-sighted sides.
  return {root / (1 + root), 1 / (1 + root), root / (2 * (1 + root)), 1 / root};
}

double skimming_demand(double factor, int round) {
  const Skimming rule = skimming(factor);
  return rule.demand * std::pow(rule.cut, round);
}

double skimming_war_chance(double factor, int rounds) { return std::pow(skimming(factor).cut, rounds); }

}  // namespace armistice
