// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/forts.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace armistice {

double fort_win_chance(int held, int forts, double battle_chance) {
  assert(forts > 0 && battle_chance >= 0 && battle_chance <= 1);
  if (held <= 0) return 0;
  if (held >= forts) return 1;
  if (battle_chance == 0.5) return static_cast<double>(held) / forts;
  // Powers of a ratio below one, through expm1, so that neither a long war nor a nearly fair one loses digits.
  const double weak = std::fmin(battle_chance, 1 - battle_chance);
  const double log_ratio = std::log(weak) - std::log1p(-weak);
  if (battle_chance > 0.5) return std::expm1(held * log_ratio) / std::expm1(forts * log_ratio);
  return std::exp((forts - held) * log_ratio) * std::expm1(held * log_ratio) / std::expm1(forts * log_ratio);
}

double fort_battles(int held, int forts, double battle_chance) {
  if (held <= 0 || held >= forts) return 0;
  const double edge = 2 * battle_chance - 1;
  // Near a fair coin the exact form is 0 / 0; the expansion to first order is right to about (edge * forts)^2.
  if (std::fabs(edge) * forts < 1e-5) return held * (forts - held) * (1 + edge * (forts - 2.0 * held) / 3);
  return (forts * fort_win_chance(held, forts, battle_chance) - held) / edge;
}

FortOutlook fort_outlook(int held, int forts, double wins, double losses) {
  assert(wins >= 1 && losses >= 1);
  const boost::math::beta_distribution<double> belief(wins, losses);
  using Rule = boost::math::quadrature::gauss_kronrod<double, 31>;
  const auto averaged = [&](auto&& outcome) {
    const auto density = [&](double p) { return boost::math::pdf(belief, p) * outcome(held, forts, p); };
    return Rule::integrate(density, 0.0, 1.0, 8, 1e-10);
  };
  return {averaged(fort_win_chance), averaged(fort_battles)};
}

double fort_surplus(const FortOutlook& a_sees, const FortOutlook& b_sees, double cost_a, double cost_b) {
  return cost_a * a_sees.battles + cost_b * b_sees.battles - (a_sees.win_chance - b_sees.win_chance);
}

double fort_split(const FortOutlook& a_sees, const FortOutlook& b_sees, double cost_a, double cost_b) {
  return a_sees.win_chance - cost_a * a_sees.battles + fort_surplus(a_sees, b_sees, cost_a, cost_b) / 2;
}

std::vector<double> fort_surplus_path(int held, int forts, const FortBeliefs& beliefs, double cost_a, double cost_b,
                                      std::span<const bool> a_wins) {
  double won = 0, lost = 0;
  std::vector<double> path;
  for (std::size_t battle = 0;; ++battle) {
    const FortOutlook a = fort_outlook(held, forts, beliefs.wins_a + won, beliefs.losses_a + lost);
    const FortOutlook b = fort_outlook(held, forts, beliefs.wins_b + won, beliefs.losses_b + lost);
    path.push_back(fort_surplus(a, b, cost_a, cost_b));
    if (path.back() >= 0 || held <= 0 || held >= forts || battle == a_wins.size()) return path;
    (a_wins[battle] ? won : lost) += 1;
    held += a_wins[battle] ? 1 : -1;
  }
}

}  // namespace armistice
