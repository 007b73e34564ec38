// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/intervals.h"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cassert>
#include <cmath>
#include <numeric>

namespace armistice {

Interval wilson_interval(std::int64_t hits, std::int64_t trials, double level) {
  assert(trials > 0 && hits >= 0 && hits <= trials && level > 0 && level < 1);
  const double z = boost::math::quantile(boost::math::normal(), 0.5 + level / 2);
  const double n = static_cast<double>(trials);
  const double share = static_cast<double>(hits) / n;
  const double weight = 1 + z * z / n;
  const double centre = (share + z * z / (2 * n)) / weight;
  const double half = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / weight;
  // At no hits (or all) the end is 0 (or 1) exactly; rounding may miss it.
  return {hits == 0 ? 0.0 : centre - half, hits == trials ? 1.0 : centre + half};
}

RankInterval quantile_ranks(std::int64_t count, double share, double level) {
  assert(count > 0 && share > 0 && share < 1 && level > 0 && level < 1);
  const boost::math::binomial_distribution<double> below(static_cast<double>(count), share);
  const double tail = (1 - level) / 2;
  const auto chance_up_to = [&](std::int64_t k) { return boost::math::cdf(below, static_cast<double>(k)); };
  // Both ends by bisection on the cumulative chance, which needs no rounding rule for discrete quantiles.
  const auto first_above = [&](auto&& enough) {
    std::int64_t from = 0, to = count;  // the answer is in [from, to]; at `count` the chance is 1
    while (from < to) {
      const std::int64_t middle = from + (to - from) / 2;
      if (enough(chance_up_to(middle)))
        to = middle;
      else
        from = middle + 1;
    }
    return from;
  };
  const std::int64_t low = first_above([&](double chance) { return chance > tail; });
  const std::int64_t high = first_above([&](double chance) { return chance >= 1 - tail; }) + 1;
  return {low, high};
}

BinQuantile quantile_from_counts(std::span<const std::int64_t> counts, double share, double level) {
  const std::int64_t total = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  const RankInterval ranks = quantile_ranks(total, share, level);
  const auto bin_of = [&](std::int64_t rank) {
    if (rank < 1) return -1;
    std::int64_t seen = 0;
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
      seen += counts[bin];
      if (rank <= seen) return static_cast<int>(bin);
    }
    return static_cast<int>(counts.size());
  };
  const auto middle = static_cast<std::int64_t>(std::ceil(share * static_cast<double>(total)));
  return {bin_of(std::max<std::int64_t>(1, middle)), bin_of(ranks.low), bin_of(ranks.high)};
}

double sorted_quantile(std::span<const double> sorted, double share) {
  assert(!sorted.empty() && share >= 0 && share <= 1);
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

}  // namespace armistice
