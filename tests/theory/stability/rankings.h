// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

#include "armistice/theory/stability/inverse.h"

// The inverse question by brute force: every ranking of every party.
namespace armistice::stability::testing {

using Ranking = std::vector<std::int32_t>;

// All rankings with ties, or without, of so many states.
inline std::vector<Ranking> all_rankings(State states, bool ties) {
  std::vector<Ranking> all;
  Ranking ranking(states, 1);
  const std::function<void(State)> from = [&](State s) {
    if (s == states) {
      std::vector<std::int32_t> used(ranking);
      std::sort(used.begin(), used.end());
      used.erase(std::unique(used.begin(), used.end()), used.end());
      const bool dense = used.back() == static_cast<std::int32_t>(used.size());
      if (dense && (ties || used.size() == states)) all.push_back(ranking);
      return;
    }
    for (std::int32_t r = 1; r <= static_cast<std::int32_t>(states); ++r) {
      ranking[s] = r;
      if (ties || std::find(ranking.begin(), ranking.begin() + s, r) == ranking.begin() + s) from(s + 1);
    }
  };
  from(0);
  return all;
}

// No pair that has an order in `given` is tied in `other`.
inline bool makes_no_tie(const Ranking& given, const Ranking& other) {
  for (std::size_t s = 0; s < given.size(); ++s)
    for (std::size_t t = s + 1; t < given.size(); ++t)
      if (given[s] != given[t] && other[s] == other[t]) return false;
  return true;
}

struct Candidate {
  Ranking rank;
  std::int64_t halves = 0;
};

// The rankings that a party may come to, nearest first.
inline std::vector<Candidate> candidates(const Ranking& given, bool may_change) {
  std::vector<Candidate> all;
  Ranking sorted(given);
  std::sort(sorted.begin(), sorted.end());
  const bool ties = std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
  for (const Ranking& rank : all_rankings(static_cast<State>(given.size()), ties))
    if (makes_no_tie(given, rank) && (may_change || half_pairs_apart(given, rank) == 0))
      all.push_back({rank, half_pairs_apart(given, rank)});
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.halves < b.halves; });
  return all;
}

}  // namespace armistice::stability::testing
