// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/deadline.h"

#include <gtest/gtest.h>

#include <cmath>

namespace armistice {
namespace {

using Flags = std::vector<bool>;

TEST(Deadline, TwoPeriods) {
  const double patience = deadline_patience();
  EXPECT_NEAR(patience, 0.7639320225002102, 1e-14);
  EXPECT_NEAR(patience * patience - 6 * patience + 4, 0, 1e-14);
  // The recursion knows nothing of the closed form; its grid moves the border by less than a step.
  EXPECT_TRUE(deadline_plan(2, 0.7, 60).agree[1]);
  EXPECT_FALSE(deadline_plan(2, 0.8, 60).agree[1]);
  EXPECT_TRUE(deadline_plan(2, patience - 0.005, 240).agree[1]);
  EXPECT_FALSE(deadline_plan(2, patience + 0.005, 240).agree[1]);
}

TEST(Deadline, FourPeriods) {
  EXPECT_EQ(deadline_plan(4, 0.7, 60).agree, (Flags{true, true, true, true}));
  EXPECT_EQ(deadline_plan(4, 0.76, 60).agree, (Flags{true, true, true, true}));
  EXPECT_EQ(deadline_plan(4, 0.77, 60).agree, (Flags{true, false, true, true}));
  EXPECT_EQ(deadline_plan(4, 0.9, 60).agree, (Flags{true, false, false, false}));
}

TEST(Deadline, WhenAndForHowMuch) {
  const DeadlinePlan wait = deadline_plan(4, 0.9, 60), now = deadline_plan(4, 0.76, 60);
  EXPECT_EQ(wait.settled, 4);
  EXPECT_NEAR(wait.value, 0.9 * 0.9 * 0.9 * 0.5, 1e-12) << "half a pie, three periods late";
  EXPECT_EQ(now.settled, 1);
  EXPECT_NEAR(now.value, 0.5, 1e-12);
  EXPECT_EQ(deadline_plan(1, 0.9, 60).settled, 1);
}

}  // namespace
}  // namespace armistice
