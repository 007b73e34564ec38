// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/bargaining.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace armistice {

ShareRange bargaining_range(double win_chance, double cost_a, double cost_b) {
  return {std::max(0.0, win_chance - cost_a), std::min(1.0, win_chance + cost_b)};
}

double even_split(double win_chance, double cost_a, double cost_b) { return win_chance + (cost_b - cost_a) / 2; }

Demand risk_return_demand(double win_chance, double cost_a, double cost_b_low, double cost_b_high) {
  assert(cost_b_low <= cost_b_high);
  const double share = std::min(1.0, win_chance + std::max(cost_b_low, (cost_b_high - cost_a) / 2));
  const double spread = cost_b_high - cost_b_low;
  const double above = share - win_chance - cost_b_low;
  // With a known cost the demand stops exactly at what B accepts.
  const double war = spread > 0 ? std::clamp(above / spread, 0.0, 1.0) : 0.0;
  return {share, war, share * (1 - war) + (win_chance - cost_a) * war};
}

ShareRange settlement_zone(double a_thinks, double b_thinks, double cost_a, double cost_b) {
  return {a_thinks - cost_a, b_thinks + cost_b};
}

ShareRange settlement_zone(double a_thinks, double b_thinks, double cost_a, double cost_b, double bend_a,
                           double bend_b) {
  assert(bend_a > 0 && bend_b > 0);
  return {std::pow(std::max(0.0, a_thinks - cost_a), 1 / bend_a),
          1 - std::pow(std::max(0.0, 1 - b_thinks - cost_b), 1 / bend_b)};
}

double contest_chance(double strength_a, double strength_b, double decisiveness) {
  assert(strength_a >= 0 && strength_b >= 0 && strength_a + strength_b > 0 && decisiveness > 0);
  // By the ratio of the weaker to the stronger, so that no power overflows.
  if (strength_a >= strength_b) return 1 / (1 + std::pow(strength_b / strength_a, decisiveness));
  const double ratio = std::pow(strength_a / strength_b, decisiveness);
  return ratio / (1 + ratio);
}

double aided_chance(double chance, double aid, double decisiveness) {
  assert(chance >= 0 && chance <= 1 && aid > -1);
  const double odds_factor = std::pow(1 + aid, decisiveness);
  return chance * odds_factor / (1 - chance + chance * odds_factor);
}

std::optional<double> ratified_split(double unconstrained, double need_a, double need_b) {
  if (need_a > 1 - need_b) return std::nullopt;
  return std::clamp(unconstrained, need_a, 1 - need_b);
}

RatifiedOffer uncertain_ratifier(double toughest, double fallback) {
  assert(toughest > 0 && fallback >= 0 && fallback < 1);
  const double share = std::min(toughest, (1 - fallback) / 2);
  const double fail = std::max(0.0, 1 - share / toughest);
  return {share, fail, (1 - share) * (1 - fail) + fallback * fail};
}

}  // namespace armistice
