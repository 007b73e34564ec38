// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/stacking.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace armistice {

using collective::ensemble_parts;

StackSums no_cases(std::size_t parts) {
  return {parts, 0, std::vector<double>(parts, 0), std::vector<double>(parts * parts, 0)};
}

void add(StackSums& sums, const StackSums& others, double times) {
  assert(sums.parts == others.parts);
  sums.cases += times * others.cases;
  for (std::size_t k = 0; k < sums.error.size(); ++k) sums.error[k] += times * others.error[k];
  for (std::size_t k = 0; k < sums.distance.size(); ++k) sums.distance[k] += times * others.distance[k];
}

void add_case(StackSums& sums, std::span<const collective::Atoms> parts, double observed, double unit) {
  assert(sums.parts == parts.size());
  sums.cases += 1;
  for (std::size_t k = 0; k < sums.parts; ++k) {
    sums.error[k] += mean_distance(parts[k], {{observed, 1}}) / unit;
    for (std::size_t l = 0; l <= k; ++l) {
      const double apart = mean_distance(parts[k], parts[l]) / unit;
      sums.distance[k * sums.parts + l] += apart;
      if (l != k) sums.distance[l * sums.parts + k] += apart;
    }
  }
}

double stacked_score(const StackSums& sums, std::span<const double> shares) {
  double score = 0;
  for (std::size_t k = 0; k < sums.parts; ++k) {
    score += shares[k] * sums.error[k];
    for (std::size_t l = 0; l < sums.parts; ++l) score -= shares[k] * shares[l] * sums.distance[k * sums.parts + l] / 2;
  }
  return score / sums.cases;
}

// Share moves from the part with the worst slope to the one with the best, each time as far as helps, until all parts
// in use slope alike.
std::vector<double> stacked_shares(const StackSums& sums) {
  const std::size_t n = sums.parts;
  std::vector<double> shares(n, 1.0 / static_cast<double>(n)), slope(n);
  if (!(sums.cases > 0)) return shares;
  const auto apart = [&](std::size_t k, std::size_t l) { return sums.distance[k * n + l] / sums.cases; };
  for (int step = 0; step < 10'000; ++step) {
    for (std::size_t k = 0; k < n; ++k) {
      slope[k] = sums.error[k] / sums.cases;
      for (std::size_t l = 0; l < n; ++l) slope[k] -= shares[l] * apart(k, l);
    }
    std::size_t best = 0, worst = n;
    for (std::size_t k = 0; k < n; ++k) {
      if (slope[k] < slope[best]) best = k;
      if (shares[k] > 0 && (worst == n || slope[k] > slope[worst])) worst = k;
    }
    const double gain = slope[worst] - slope[best];
    if (gain < 1e-12) break;
    const double curve = 2 * apart(best, worst) - apart(best, best) - apart(worst, worst);
    const double moved = curve > 0 ? std::min(shares[worst], gain / curve) : shares[worst];
    shares[best] += moved, shares[worst] -= moved;
  }
  return shares;
}

EnsembleFitter::EnsembleFitter(const std::vector<CaseGroup>& groups) {
  for (const double capability : {0.0, 0.5, 1.0})
    for (const double salience : {1.0, 2.0, 3.0})
      settings_.push_back({{capability, salience}, no_cases(ensemble_parts.size()), {}});
  for (Setting& setting : settings_)
    for (const CaseGroup& group : groups) {
      StackSums sums = no_cases(ensemble_parts.size());
      for (std::size_t k = 0; k < group.outcome.size(); ++k) {
        if (std::isnan(group.outcome[k])) continue;
        const auto parts = collective::ensemble_parts_of(group.field, k, setting.powers);
        if (parts[0].empty()) continue;
        add_case(sums, parts, group.outcome[k], (group.field.high[k] - group.field.low[k]) / 100);
      }
      add(setting.all, sums);
      setting.of_group.push_back(std::move(sums));
    }
}

collective::EnsembleFit EnsembleFitter::fit(int without) const {
  collective::EnsembleFit best{};
  double least = std::numeric_limits<double>::infinity();
  for (const Setting& setting : settings_) {
    StackSums sums = setting.all;
    if (without >= 0) add(sums, setting.of_group[static_cast<std::size_t>(without)], -1);
    const std::vector<double> shares = stacked_shares(sums);
    const double score = sums.cases > 0.5 ? stacked_score(sums, shares) : 0;
    if (!(score < least)) continue;
    least = score;
    best.powers = setting.powers;
    std::copy(shares.begin(), shares.end(), best.shares.begin());
  }
  return best;
}

}  // namespace armistice
