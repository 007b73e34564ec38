// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/multiparty.h"

#include <cassert>
#include <cstddef>
#include <numeric>

namespace armistice {

std::vector<double> unanimity_shares(int parties, double discount) {
  assert(parties >= 1 && discount >= 0 && discount <= 1);
  std::vector<double> shares(static_cast<std::size_t>(parties), 1.0);
  for (std::size_t k = 1; k < shares.size(); ++k) shares[k] = discount * shares[k - 1];
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares) share /= sum;
  return shares;
}

ProposerShares random_proposer_unanimity(int parties, double discount) {
  assert(parties >= 1 && discount >= 0 && discount <= 1);
  return {1 - discount * (parties - 1) / parties, discount / parties};
}

ProposerShares majority_shares(int parties, double discount) {
  assert(parties >= 1 && parties % 2 == 1 && discount >= 0 && discount <= 1);
  return {1 - discount * (parties - 1) / (2.0 * parties), discount / parties};
}

std::vector<double> weighted_nash(std::span<const double> without_deal, std::span<const double> weights) {
  assert(without_deal.size() == weights.size() && !weights.empty());
  const double surplus = 1 - std::accumulate(without_deal.begin(), without_deal.end(), 0.0);
  const double all_weights = std::accumulate(weights.begin(), weights.end(), 0.0);
  assert(all_weights > 0);
  std::vector<double> shares(without_deal.begin(), without_deal.end());
  for (std::size_t i = 0; i < shares.size(); ++i) shares[i] += weights[i] / all_weights * surplus;
  return shares;
}

double spoiler_gain(double wreck_chance, double surplus, double price) { return wreck_chance * surplus - price; }

}  // namespace armistice
