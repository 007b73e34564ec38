// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/commitment.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace armistice {
namespace {

TEST(Commitment, ALargeShiftIsPrevented) {
  const Prevention large = prevention_rising_extracts({0.3, 0.7, 0.4, 0.5, 0.9});
  EXPECT_NEAR(large.peace, 3.25, 1e-12);
  EXPECT_NEAR(large.war, 6.5, 1e-12);
  EXPECT_TRUE(large.attacks);
  EXPECT_NEAR(large.guarantee, 3.611111111111111, 1e-12);
  EXPECT_NEAR(large.threshold, 0.33888888888888885, 1e-12);
  // The condition as printed: d p2 - p1 against cB (1 - d)^2.
  EXPECT_NEAR((large.war - large.peace) * 0.1, 0.33 - 0.0049999999999999975, 1e-12);
}

TEST(Commitment, ASmallShiftJustSo) {
  const Prevention small = prevention_rising_extracts({0.3, 0.34, 0.4, 0.5, 0.9});
  EXPECT_NEAR(small.peace, 6.49, 1e-12);
  EXPECT_NEAR(small.war, 6.5, 1e-12);
  EXPECT_TRUE(small.attacks);
  EXPECT_NEAR(small.guarantee, 0.011111111111111861, 1e-12);
  EXPECT_NEAR((small.war - small.peace) * 0.1, 0.006000000000000061 - 0.0049999999999999975, 1e-12);
  EXPECT_FALSE(prevention_rising_extracts({0.3, 0.338, 0.4, 0.5, 0.9}).attacks);
}

TEST(Commitment, TheDecliningSideMayExtract) {
  const Prevention later = prevention_declining_extracts({0.3, 0.7, 0.4, 0.5, 0.9});
  EXPECT_NEAR(later.peace, 4.06, 1e-12);
  EXPECT_NEAR(later.war, 6.5, 1e-12);
  EXPECT_TRUE(later.attacks);
  EXPECT_NEAR(later.threshold, 0.4288888888888889, 1e-12);
}

TEST(Commitment, WithoutATomorrowNothingShifts) {
  const Prevention today = prevention_rising_extracts({0.3, 0.9, 0.1, 0.2, 0});
  EXPECT_FALSE(today.attacks);
  EXPECT_EQ(today.guarantee, 0);
  EXPECT_TRUE(std::isinf(today.threshold));
}

double hundredths(int low, int high) { return *rc::gen::inRange(low, high) / 100.0; }

RC_GTEST_PROP(CommitmentLaw, TheThresholdSeparatesWarFromPeace, ()) {
  PowerShift shift{hundredths(0, 101), 0, hundredths(0, 100), hundredths(1, 100), hundredths(5, 100)};
  for (auto prevention : {prevention_rising_extracts, prevention_declining_extracts}) {
    const double threshold = prevention(shift).threshold;
    shift.later = threshold + 1e-6;
    RC_ASSERT(prevention(shift).attacks);
    shift.later = threshold - 1e-6;
    RC_ASSERT(!prevention(shift).attacks);
  }
}

RC_GTEST_PROP(CommitmentLaw, PowellsConditionIsTheSameChoice, ()) {
  const PowerShift s{hundredths(0, 101), hundredths(0, 101), 0.3, hundredths(1, 100), hundredths(5, 96)};
  const double whole = 1 / (1 - s.discount);
  const Prevention prevention = prevention_rising_extracts(s);
  const double excess = power_shift_excess(s.later * whole + s.cost_b, s.now * whole, prevention.war, s.discount);
  RC_ASSERT(std::fabs(excess - (prevention.war - prevention.peace)) < 1e-9);
}

TEST(Commitment, Powell) { EXPECT_NEAR(power_shift_excess(7.5, 3, 6.5, 0.9), 3.25, 1e-12); }

}  // namespace
}  // namespace armistice
