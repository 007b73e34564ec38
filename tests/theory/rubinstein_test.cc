// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/rubinstein.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "armistice/theory/bargaining.h"

namespace armistice {
namespace {

TEST(Rubinstein, Shares) {
  EXPECT_NEAR(first_mover_share(0.9, 0.8), 0.7142857142857143, 1e-14);
  EXPECT_NEAR(patient_share(0.1, 0.2), 0.6666666666666667, 1e-14);
  EXPECT_NEAR(first_mover_share(std::exp(-0.1e-4), std::exp(-0.2e-4)), 0.6666699999947641, 1e-10);
}

TEST(Rubinstein, FiniteHorizon) {
  EXPECT_EQ(finite_horizon_share(0.9, 0.8, 1), 1);
  EXPECT_NEAR(finite_horizon_share(0.9, 0.8, 5), 0.8624, 1e-14);
  EXPECT_NEAR(finite_horizon_share(0.9, 0.8, 50), 0.7140919898631317, 1e-14);
  EXPECT_NEAR(finite_horizon_share(0.9, 0.8, 401), first_mover_share(0.9, 0.8), 1e-12);
}

TEST(Rubinstein, OutsideOptionsMatterOnceTheyBind) {
  EXPECT_NEAR(outside_option_share(0.9, 0.9, 0.2), 0.5263157894736842, 1e-14);
  EXPECT_NEAR(outside_option_share(0.9, 0.9, 0.6), 0.4, 1e-14);
}

TEST(Rubinstein, InsideOptionsMatterAtOnce) {
  EXPECT_NEAR(inside_option_share(0.9, 0.8, 0.3, 0.1), 0.7285714285714286, 1e-14);
  EXPECT_NEAR(patient_inside_share(0.1, 0.1, 0.3, 0.1), 0.6, 1e-14);
}

TEST(Rubinstein, Breakdown) {
  EXPECT_NEAR(breakdown_share(0.1, 0.45, 0.2), 0.45 + 0.35 / 1.9, 1e-14);
  EXPECT_NEAR(breakdown_share(1e-12, 0.45, 0.2), even_split(0.6, 0.15, 0.2), 1e-12);
  EXPECT_EQ(breakdown_share(1, 0.45, 0.2), 0.8) << "an ultimatum";
}

RC_GTEST_PROP(RubinsteinLaw, WhoAnswersIsIndifferent, ()) {
  const double d1 = *rc::gen::inRange(0, 1000) / 1000.0, d2 = *rc::gen::inRange(0, 1000) / 1000.0;
  const double g1 = *rc::gen::inRange(0, 500) / 1000.0, g2 = *rc::gen::inRange(0, 500) / 1000.0;
  const double first = inside_option_share(d1, d2, g1, g2), second = inside_option_share(d2, d1, g2, g1);
  RC_ASSERT(std::fabs(1 - first - ((1 - d2) * g2 + d2 * second)) < 1e-12);
  RC_ASSERT(std::fabs(inside_option_share(d1, d2, 0, 0) - first_mover_share(d1, d2)) < 1e-12);
}

}  // namespace
}  // namespace armistice
