// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/scoring.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <numbers>
#include <utility>
#include <vector>

namespace armistice {
namespace {

double normal_below(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }
double normal_density(double z) { return std::exp(-0.5 * z * z) * std::numbers::inv_sqrtpi / std::numbers::sqrt2; }

}  // namespace

double brier_score(double chance, bool happened) {
  const double miss = chance - (happened ? 1 : 0);
  return miss * miss;
}

double log_score(double chance, bool happened) {
  assert(chance >= 0 && chance <= 1);
  return happened ? -std::log(chance) : -std::log1p(-chance);
}

double ranked_probability_score(std::span<const double> chances, int happened) {
  assert(happened >= 0 && static_cast<std::size_t>(happened) < chances.size());
  double forecast = 0, score = 0;
  for (std::size_t k = 0; k + 1 < chances.size(); ++k) {
    forecast += chances[k];
    const double miss = forecast - (static_cast<int>(k) >= happened ? 1 : 0);
    score += miss * miss;
  }
  return score;
}

MurphyParts murphy_parts(std::span<const double> chances, std::span<const double> happened) {
  assert(chances.size() == happened.size() && !chances.empty());
  struct Group {
    double count = 0, happened = 0;
  };
  std::map<double, Group> groups;
  double base = 0;
  const double count = static_cast<double>(chances.size());
  for (std::size_t i = 0; i < chances.size(); ++i) {
    groups[chances[i]].count += 1;
    groups[chances[i]].happened += happened[i];
    base += happened[i] / count;
  }
  MurphyParts parts{0, 0, base * (1 - base), 0, std::numeric_limits<double>::quiet_NaN()};
  for (const auto& [chance, group] : groups) {
    const double rate = group.happened / group.count;
    parts.reliability += group.count / count * (chance - rate) * (chance - rate);
    parts.resolution += group.count / count * (rate - base) * (rate - base);
  }
  parts.brier = parts.reliability - parts.resolution + parts.uncertainty;
  if (parts.uncertainty > 0) parts.skill = 1 - parts.brier / parts.uncertainty;
  return parts;
}

double crps_normal(double mean, double spread, double observed) {
  assert(spread > 0);
  const double z = (observed - mean) / spread;
  return spread * (z * (2 * normal_below(z) - 1) + 2 * normal_density(z) - std::numbers::inv_sqrtpi);
}

double crps(const ExponentialLaw& law, double observed) {
  assert(law.rate > 0 && observed >= 0);
  return observed + 2 / law.rate * std::expm1(-law.rate * observed) + 1 / (2 * law.rate);
}

double crps(const LognormalLaw& law, double observed) {
  assert(law.sigma > 0 && observed > 0);
  const double z = (std::log(observed) - law.mu) / law.sigma;
  const double mean = std::exp(law.mu + law.sigma * law.sigma / 2);
  return observed * (2 * normal_below(z) - 1) -
         2 * mean * (normal_below(z - law.sigma) + normal_below(law.sigma / std::numbers::sqrt2) - 1);
}

double crps_ensemble(std::span<const double> members, double observed, bool fair) {
  assert(!members.empty() && (!fair || members.size() > 1));
  std::vector<double> sorted(members.begin(), members.end());
  std::sort(sorted.begin(), sorted.end());
  const double count = static_cast<double>(sorted.size());
  double miss = 0, apart = 0;  // apart: sum over pairs of |x_i - x_j|, each pair once
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    miss += std::fabs(sorted[i] - observed);
    apart += (2 * static_cast<double>(i) - count + 1) * sorted[i];
  }
  return miss / count - apart / (fair ? count * (count - 1) : count * count);
}

double interval_score(const Interval& interval, double observed, double outside) {
  assert(interval.low <= interval.high && outside > 0 && outside < 1);
  const double beyond = std::max({0.0, interval.low - observed, observed - interval.high});
  return interval.high - interval.low + 2 / outside * beyond;
}

double duration_log_score(const WeibullLaw& law, const Spell& spell) {
  assert(spell.days > 0);
  const double survived = -log_survival(law, spell.days);
  if (!spell.ended) return survived;
  return survived - std::log(law.shape / law.scale) - (law.shape - 1) * std::log(spell.days / law.scale);
}

}  // namespace armistice
