// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/readiness.h"

#include <gtest/gtest.h>

#include <array>

namespace armistice {
namespace {

TEST(Readiness, BothAreNeededAndTheLeastReadyCounts) {
  EXPECT_DOUBLE_EQ(readiness(0.8, 0.5), 0.4);
  EXPECT_EQ(readiness(0, 1), 0);
  EXPECT_EQ(readiness(1, 0), 0);
  EXPECT_DOUBLE_EQ(readiness(0.9, 0.4), readiness(0.4, 0.9)) << "one makes up for the other";
  EXPECT_DOUBLE_EQ(ripeness(std::array{0.8, 0.9}, std::array{0.5, 0.2}), 0.18);
}

}  // namespace
}  // namespace armistice
