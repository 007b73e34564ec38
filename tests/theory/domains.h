// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <limits>

#include "armistice/base/philox.h"
#include "armistice/theory/protocol.h"

// Random domains on which protocols are measured. Chance comes from Philox streams of the seed.
namespace armistice::testing {

// Without utilities yet; constants and reservations 0.
inline Space empty_space(int parties, const std::vector<int>& options) {
  Space s;
  s.parties = parties, s.options = options;
  s.constant.assign(static_cast<std::size_t>(parties), 0.0), s.reservation = s.constant;
  return s;
}

// Additive: values uniform in [0, 1], the best option of each issue at 1 and the worst at 0, weights uniform and scaled
// to a sum of 1, reservations 0. Five issues of five options and three parties: 3,125 packages.
inline Space additive_domain(int issues, int options, int parties, std::uint64_t seed) {
  Space s = empty_space(parties, std::vector<int>(static_cast<std::size_t>(issues), options));
  for (int i = 0; i < parties; ++i) {
    std::vector<double> weight, values;
    double sum = 0;
    for (int k = 0; k < issues; ++k) {
      const Stream<double> rng{seed, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(k)};
      weight.push_back(rng.uniforms(Purpose::knobs)[0]), sum += weight.back();
      double low = 1, high = 0;
      std::vector<double> own;
      for (int o = 0; o < options; ++o) {
        own.push_back(rng.uniforms(Purpose::knobs, 1 + static_cast<std::uint32_t>(o))[0]);
        low = std::min(low, own.back()), high = std::max(high, own.back());
      }
      for (const double v : own) values.push_back((v - low) / (high - low));
    }
    for (int k = 0; k < issues; ++k)
      for (int o = 0; o < options; ++o)
        s.utility.push_back(values[static_cast<std::size_t>(k * options + o)] * weight[static_cast<std::size_t>(k)] /
                            sum);
  }
  return s;
}

// Binary issues that depend on each other in pairs, as in Klein et al. 2003: a party has H_kl for every pair k <= l of
// clauses that are both in the text, uniform in [-1, 1]; its reservation is what it has from a text without clauses, 0.
inline Space linked_domain(int issues, int parties, std::uint64_t seed) {
  Space s = empty_space(parties, std::vector<int>(static_cast<std::size_t>(issues), 2));
  for (int i = 0; i < parties; ++i)
    for (int k = 0; k < issues; ++k)
      for (int l = k; l < issues; ++l) {
        const Stream<double> rng{seed, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(k)};
        const double h = 2 * rng.uniforms(Purpose::knobs, static_cast<std::uint32_t>(l))[0] - 1;
        if (k == l)
          s.utility.push_back(0), s.utility.push_back(h);
        else
          s.interactions.push_back({i, {{k, 1}, {l, 1}}, h});
      }
  return s;
}

// The best Nash product and the frontier by looking at every package, straight from the definitions.
inline Yardstick yardstick_by_hand(const Space& space) {
  Yardstick found;
  std::vector<std::vector<double>> all;
  for (std::uint64_t number = 0; number < package_count(space); ++number) {
    const auto package = package_of(space, number);
    if (!allowed(space, package)) continue;
    auto& u = all.emplace_back();
    double product = 1;
    for (int i = 0; i < space.parties; ++i) {
      u.push_back(utility_of(space, i, package));
      product *= std::max(0.0, u.back() - space.reservation[static_cast<std::size_t>(i)]);
    }
    found.best_nash = std::max(found.best_nash, product);
  }
  const auto dominates = [](const std::vector<double>& a, const std::vector<double>& b) {
    bool more = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (quantised(a[i]) < quantised(b[i])) return false;
      more = more || quantised(a[i]) > quantised(b[i]);
    }
    return more;
  };
  for (const auto& u : all) {
    // The frontier found so far is a subset of what can dominate; a later package may still push out an earlier one.
    bool stays = true;
    for (const auto& other : found.frontier) stays = stays && !dominates(other, u);
    if (!stays) continue;
    std::erase_if(found.frontier, [&](const auto& other) { return dominates(u, other); });
    found.frontier.push_back(u);
  }
  return found;
}

}  // namespace armistice::testing
