// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/enforcement.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>

namespace armistice {
namespace {

const PeaceGame game{1.5, 1, 0.4};

TEST(Enforcement, MonitoringGuaranteesAndBuffers) {
  EXPECT_NEAR(least_patience(game, 0.1), 0.8928571428571428, 1e-14);
  EXPECT_NEAR(least_patience(game, 0.5), 0.625, 1e-14);
  EXPECT_NEAR(least_patience(game, 1), 0.45454545454545453, 1e-14);
  EXPECT_NEAR(least_patience({1.5, 1, 0.4, 0.6, 0.5}, 0.5), 0.4, 1e-14);
  EXPECT_NEAR(least_patience({1.2, 1, 0.4}, 0.5), 0.4, 1e-14);
  EXPECT_NEAR(least_detection(game, 0.6), 0.5555555555555556, 1e-14);
  EXPECT_EQ(least_patience({1.5, 1, 0.4, 1, 0.6}, 0.5), 0) << "a breach that does not pay";
}

TEST(Enforcement, FalseAlarms) { EXPECT_NEAR(peace_with_false_alarms(1, 0.4, 0.95, 0.02), 0.8347826086956522, 1e-14); }

TEST(Enforcement, TrustAndSurvival) {
  EXPECT_NEAR(trust_threshold(3, 2, 1, -1), 0.6666666666666666, 1e-14);
  EXPECT_NEAR(peace_survival(0.7, std::array{0.3, 0.5}), 0.9479047640932288, 1e-14);
  EXPECT_EQ(peace_survival(0.7, {}), 0.7);
}

RC_GTEST_PROP(EnforcementLaw, AtTheThresholdABreachIsWorthPeace, ()) {
  const double detect = *rc::gen::inRange(1, 101) / 100.0, breach = 1 + *rc::gen::inRange(1, 300) / 100.0;
  const double d = least_patience({breach, 1, 0.4}, detect);
  const double value = (breach + d * detect * 0.4 / (1 - d)) / (1 - d * (1 - detect));
  RC_ASSERT(std::fabs(value * (1 - d) - 1) < 1e-9);
  RC_ASSERT(std::fabs(least_detection({breach, 1, 0.4}, d) - detect) < 1e-9);
}

}  // namespace
}  // namespace armistice
