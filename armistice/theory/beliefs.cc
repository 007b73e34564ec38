// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/beliefs.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace armistice {

double belief_gap(double wins_a, double wins_b, double weight, double battles) {
  assert(weight > 0 && battles >= 0);
  return (wins_a - wins_b) / (weight + battles);
}

long battles_until_gap(double wins_a, double wins_b, double weight, double gap) {
  assert(wins_a >= wins_b && gap > 0);
  // A billionth of a battle less, since 4 / 0.05 is not quite 80 in binary.
  return std::max(0L, static_cast<long>(std::ceil((wins_a - wins_b) / gap - weight - 1e-9)));
}

double settled_variance(double noise_variance, double drift_variance) {
  assert(noise_variance > 0 && drift_variance >= 0);
  // The variance after a look solves v^2 + q v - q n = 0.
  const double q = drift_variance;
  return (std::sqrt(q * q + 4 * q * noise_variance) - q) / 2;
}

}  // namespace armistice
