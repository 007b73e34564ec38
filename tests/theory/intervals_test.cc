// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/intervals.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <random>

namespace armistice {
namespace {

TEST(Intervals, Wilson) {
  const Interval forty = wilson_interval(40, 100, 0.95);
  EXPECT_NEAR(forty.low, 0.3094, 5e-5);
  EXPECT_NEAR(forty.high, 0.4980, 5e-5);
  const Interval none = wilson_interval(0, 10, 0.95);
  EXPECT_EQ(none.low, 0);
  EXPECT_NEAR(none.high, 0.2775, 5e-5);  // z^2 / (n + z^2)
  EXPECT_EQ(wilson_interval(10, 10, 0.95).high, 1);
}

RC_GTEST_PROP(IntervalsLaw, WilsonSolvesTheScoreTest, ()) {
  const int trials = *rc::gen::inRange(1, 5000), hits = *rc::gen::inRange(0, trials + 1);
  const Interval got = wilson_interval(hits, trials, 0.9);
  const double share = static_cast<double>(hits) / trials;
  RC_ASSERT(0 <= got.low && got.low <= share && share <= got.high && got.high <= 1);
  const auto score = [&](double p) { return std::fabs(share - p) / std::sqrt(p * (1 - p) / trials); };
  if (hits > 0) RC_ASSERT(std::fabs(score(got.low) - 1.6448536269514722) < 1e-6);
  if (hits < trials) RC_ASSERT(std::fabs(score(got.high) - 1.6448536269514722) < 1e-6);
  const Interval mirrored = wilson_interval(trials - hits, trials, 0.9);
  RC_ASSERT(std::fabs(mirrored.low - (1 - got.high)) < 1e-12);
}

TEST(Intervals, RanksOfTheMedian) {
  const RankInterval hundred = quantile_ranks(100, 0.5, 0.95);
  EXPECT_EQ(hundred.low, 40);
  EXPECT_EQ(hundred.high, 61);
  const RankInterval few = quantile_ranks(3, 0.5, 0.95);
  EXPECT_EQ(few.low, 0);
  EXPECT_EQ(few.high, 4);
}

// Coverage by counting: 2,000 samples of 60 uniform values and the 0.9 quantile.
TEST(Intervals, RanksCover) {
  std::mt19937_64 rng(5);
  const RankInterval ranks = quantile_ranks(60, 0.9, 0.9);
  int covered = 0;
  for (int sample = 0; sample < 2000; ++sample) {
    int below = 0;
    for (int i = 0; i < 60; ++i) below += static_cast<double>(rng() >> 11) * 0x1p-53 < 0.9;
    covered += below >= ranks.low && below < ranks.high;
  }
  EXPECT_GE(covered, 2000 * 0.9);
  EXPECT_LE(covered, 2000 * 0.97);
}

TEST(Intervals, QuantileFromCounts) {
  const std::int64_t counts[] = {10, 20, 40, 20, 10};
  const BinQuantile middle = quantile_from_counts(counts, 0.5, 0.95);
  EXPECT_EQ(middle.bin, 2);
  EXPECT_EQ(middle.low, 2);
  EXPECT_EQ(middle.high, 2);
  const std::int64_t three[] = {1, 1, 1};
  const BinQuantile unbounded = quantile_from_counts(three, 0.5, 0.95);
  EXPECT_EQ(unbounded.bin, 1);
  EXPECT_EQ(unbounded.low, -1);
  EXPECT_EQ(unbounded.high, 3);
}

TEST(Intervals, SortedQuantile) {
  const double values[] = {1, 2, 4};
  EXPECT_EQ(sorted_quantile(values, 0), 1);
  EXPECT_EQ(sorted_quantile(values, 0.75), 3);
  EXPECT_EQ(sorted_quantile(values, 1), 4);
}

}  // namespace
}  // namespace armistice
