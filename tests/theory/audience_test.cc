// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/audience.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

TEST(Audience, PublicThreatsBind) {
  EXPECT_NEAR(firm_chance(0.6, 0.4, 0), 0.4, 1e-14);
  EXPECT_NEAR(firm_chance(0.6, 0.4, 0.2), 0.6, 1e-14);
  EXPECT_EQ(firm_chance(0.6, 0.4, 2), 1);
  EXPECT_NEAR(least_audience_cost(0.6, 0.4, 0.75), 0.35, 1e-14);
  EXPECT_EQ(least_audience_cost(0.6, 0.4, 0.3), 0);
  EXPECT_NEAR(firm_chance(0.6, 0.4, least_audience_cost(0.6, 0.4, 0.75)), 0.75, 1e-14);
}

}  // namespace
}  // namespace armistice
