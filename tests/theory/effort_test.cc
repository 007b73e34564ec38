// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/effort.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "armistice/theory/bargaining.h"

namespace armistice {
namespace {

TEST(Effort, AidAndSanctions) {
  const double p = contest_chance(1.2, 1, 1.5);
  EXPECT_NEAR(contest_slope(p, 1.5), 0.368074682908796, 1e-14);
  EXPECT_NEAR(split_shift(p, 1.5, 0.3, 0.1), 0.1428899110169598, 1e-14);
  EXPECT_NEAR(split_shift(p, 1.5, 0, 0.1), 0.05, 1e-14);
}

TEST(Effort, Tullock) {
  EXPECT_NEAR(equal_effort(10, 1), 2.5, 1e-14);
  const Efforts efforts = unequal_efforts(10, 6);
  EXPECT_NEAR(efforts.a, 2.34375, 1e-14);
  EXPECT_NEAR(efforts.b, 1.40625, 1e-14);
  EXPECT_NEAR(efforts.win_chance, 0.625, 1e-14);
  EXPECT_NEAR(unequal_efforts(10, 10).a, equal_effort(10, 1), 1e-14);
}

RC_GTEST_PROP(EffortLaw, NoOtherEffortPaysBetter, ()) {
  const double va = *rc::gen::inRange(1, 100), vb = *rc::gen::inRange(1, 100), x = *rc::gen::inRange(0, 10000) / 100.0;
  const Efforts best = unequal_efforts(va, vb);
  RC_ASSERT(x / (x + best.b) * va - x <= best.win_chance * va - best.a + 1e-9);
}

TEST(Effort, Exhaustion) { EXPECT_EQ(exhaustion_time(1000, 12, 8), 250); }

}  // namespace
}  // namespace armistice
