// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/race.h"

#include <cassert>
#include <cmath>
#include <cstddef>
#include <vector>

namespace armistice {

double race_win_chance(int spare_a, int spare_b, double battle_chance) {
  assert(spare_a >= 1 && spare_b >= 1 && battle_chance >= 0 && battle_chance <= 1);
  if (battle_chance == 0) return 0;
  if (battle_chance == 1) return 1;
  const double log_win = spare_b * std::log(battle_chance), log_loss = std::log1p(-battle_chance);
  double sum = 0;
  for (int k = 0; k < spare_a; ++k) {
    // C(spare_b - 1 + k, k) in logarithms: as a whole number it overflows in long races.
    const double ways = std::lgamma(spare_b + k) - std::lgamma(k + 1) - std::lgamma(spare_b);
    sum += std::exp(ways + log_win + k * log_loss);
  }
  return std::fmin(1.0, sum);
}

double race_battles(int spare_a, int spare_b, double battle_chance) {
  assert(spare_a >= 1 && spare_b >= 1 && battle_chance >= 0 && battle_chance <= 1);
  std::vector<double> battles(static_cast<std::size_t>(spare_b) + 1);  // by what B has left; A has i left
  for (int i = 1; i <= spare_a; ++i)
    for (std::size_t j = 1; j < battles.size(); ++j)
      battles[j] = 1 + battle_chance * battles[j - 1] + (1 - battle_chance) * battles[j];
  return battles.back();
}

}  // namespace armistice
