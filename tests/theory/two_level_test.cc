// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/two_level.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace armistice {
namespace {

TEST(TwoLevel, TheLegislatureBindsOnlyAHawk) {
  // A search by a grid in steps of 4.5e-6 gives 0.2435465.
  EXPECT_NEAR(spatial_bargain({0.35, 0, 0.45, 1}), 0.2435465, 4.5e-6);
  EXPECT_NEAR(spatial_bargain({0.35, 0, 0.7, 1}), 0.4, 1e-14);
  EXPECT_NEAR(spatial_bargain({0.35, 0, 0.95, 1}), 0.9, 1e-14);
}

TEST(TwoLevel, NothingMovesWhereSidesPullApart) {
  EXPECT_EQ(spatial_bargain({0.35, 1.2, 0.5, 1}), 1);
  EXPECT_EQ(spatial_bargain({0.35, 0, 1.5, 1}), 1);
  EXPECT_EQ(spatial_bargain({0.35, 0, 1, 1}), 1);
}

RC_GTEST_PROP(TwoLevelLaw, NoOtherPointHasALargerProduct, ()) {
  const auto any = [] { return *rc::gen::inRange(-1000, 1001) / 1000.0; };
  const Ideals ideals{any(), any(), any(), any()};
  const double best = spatial_bargain(ideals), q = ideals.status_quo;
  const auto gain = [&](double ideal, double x) { return (q - ideal) * (q - ideal) - (x - ideal) * (x - ideal); };
  const auto product = [&](double x) { return gain(ideals.home, x) * gain(ideals.foreign, x); };
  for (double ideal : {ideals.home, ideals.foreign, ideals.legislature}) RC_ASSERT(gain(ideal, best) >= -1e-12);
  for (int k = 0; k <= 100; ++k) {
    const double x = q + (2 * ideals.legislature - 2 * q) * k / 100;
    if (gain(ideals.home, x) >= 0 && gain(ideals.foreign, x) >= 0) RC_ASSERT(product(x) <= product(best) + 1e-12);
  }
}

}  // namespace
}  // namespace armistice
