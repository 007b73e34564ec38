// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/attrition.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace armistice {
namespace {

TEST(Attrition, Hazards) {
  EXPECT_NEAR(attrition(10, 1).hazard, 0.1, 1e-14);
  EXPECT_NEAR(attrition(10, 1).mean_duration, 5, 1e-14);
}

TEST(Attrition, QuietBeforeTheDeadline) {
  EXPECT_NEAR(attrition_with_deadline(10, 1, 8, 3).quiet_from, 5, 1e-14);
  EXPECT_NEAR(attrition_with_deadline(10, 1, 8, 3).reach_chance, 0.36787944117144233, 1e-14);
  EXPECT_EQ(attrition_with_deadline(10, 1, 2, 3).quiet_from, 0);
  EXPECT_EQ(attrition_with_deadline(10, 1, 2, 3).reach_chance, 1);
}

// Conceding at any time is worth nothing, as the mixed equilibrium has it.
RC_GTEST_PROP(AttritionLaw, EveryTimeToConcedeIsAsGood, ()) {
  const double prize = *rc::gen::inRange(1, 100), cost = *rc::gen::inRange(1, 50) / 10.0;
  const double time = *rc::gen::inRange(1, 100) / 10.0, h = attrition(prize, cost).hazard;
  const double waited = -std::expm1(-h * time);  // chance that the other conceded before
  const double mean_wait = waited / h - time * std::exp(-h * time);
  const double value = prize * waited - cost * mean_wait - cost * time * std::exp(-h * time);
  RC_ASSERT(std::fabs(value) < 1e-9 * prize);
}

}  // namespace
}  // namespace armistice
