// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/hull_climb.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

TEST(HullClimb, TwoVectorsMeetInTheMiddle) {
  const std::vector<std::vector<double>> utility{{1, 0}, {0, 1}};
  const std::vector<double> weights{1, 1};
  HullPoint point{utility, weights, {0.9, 0.1}, {0.9, 0.1}};
  EXPECT_EQ(slope(point), (std::vector<double>{1 / 0.9, 1 / 0.1}));
  EXPECT_LT(climb_nash(point), 1e-12);
  EXPECT_NEAR(point.chance[0], 0.5, 1e-9);
  EXPECT_NEAR(point.gain[1], 0.5, 1e-9);
}

TEST(HullClimb, AVectorInsideIsLeftAndABetterOneTaken) {
  const std::vector<std::vector<double>> utility{{0.4, 0.4}, {1, 0}, {0, 1}, {0.7, 0.7}};
  const std::vector<double> weights{1, 1};
  HullPoint point{utility, weights, {1, 0, 0, 0}, {0.4, 0.4}};
  EXPECT_LT(climb_nash(point), 1e-12);
  EXPECT_NEAR(point.chance[3], 1, 1e-12);
  EXPECT_NEAR(point.gain[0], 0.7, 1e-12);
}

}  // namespace
}  // namespace armistice
