// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/screening.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace armistice {
namespace {

TEST(Screening, RiskPaysBelowTheThreshold) {
  const TwoTypes war{0.4, 0.7, 0.1, 0.15};
  const ScreeningChoice hopeful = two_type_screening(war, 0.3), wary = two_type_screening(war, 0.6);
  EXPECT_NEAR(hopeful.threshold, 0.5454545454545454, 1e-14);
  EXPECT_NEAR(hopeful.risky, 0.685, 1e-14);
  EXPECT_NEAR(hopeful.safe, 0.55, 1e-14);
  EXPECT_NEAR(wary.risky, 0.52, 1e-14);
  EXPECT_NEAR(wary.safe, 0.55, 1e-14);
}

RC_GTEST_PROP(ScreeningLaw, TheThresholdIsWhereBothAreWorthTheSame, ()) {
  const double strong = *rc::gen::inRange(0, 50) / 100.0, weak = strong + *rc::gen::inRange(0, 50) / 100.0;
  const TwoTypes war{strong, weak, *rc::gen::inRange(1, 50) / 100.0, *rc::gen::inRange(0, 50) / 100.0};
  const ScreeningChoice at = two_type_screening(war, two_type_screening(war, 0.5).threshold);
  RC_ASSERT(std::fabs(at.risky - at.safe) < 1e-12);
}

}  // namespace
}  // namespace armistice
