// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>

namespace armistice {

struct Interval {
  double low;
  double high;
};

// Wilson 1927, Journal of the American Statistical Association 22: score interval for a share, from `hits` of `trials`
// (trials > 0, 0 <= hits <= trials) at a two-sided level in (0, 1). Stays inside [0, 1], also at 0 hits.
// 40 of 100 at 0.95: [0.3094, 0.4980].
Interval wilson_interval(std::int64_t hits, std::int64_t trials, double level);

// Ranks from 1: the quantile lies between the sorted values number `low` and `high`, low = 0 or high = count + 1 when
// the sample is too small to bound it on that side.
struct RankInterval {
  std::int64_t low;
  std::int64_t high;
};

// Order-statistic interval for a quantile of any continuous law (David and Nagaraja 2003, Order Statistics, 7.1): the
// number of values below the quantile is Binomial(count, share). Covers with at least the level, each tail with at most
// half of the rest. Median of 100 at 0.95: ranks 40 and 61.
RankInterval quantile_ranks(std::int64_t count, double share, double level);

// A quantile of values kept only as counts by bin, such as endings by week. Bins are numbered from 0.
struct BinQuantile {
  int bin;   // holds the sample quantile
  int low;   // first bin of the interval, -1 when unbounded below
  int high;  // last bin of the interval, the number of bins when unbounded above
};

// Counts {10, 20, 40, 20, 10}, share 0.5, level 0.95: bin 2, interval 2..2.
BinQuantile quantile_from_counts(std::span<const std::int64_t> counts, double share, double level);

// Quantile of sorted values by linear interpolation between ranks (Hyndman and Fan 1996, type 7). Not for an empty
// span. {1, 2, 4}, share 0.75: 3.
double sorted_quantile(std::span<const double> sorted, double share);

}  // namespace armistice
