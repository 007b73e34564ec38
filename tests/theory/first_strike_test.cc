// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/first_strike.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace armistice {
namespace {

const FirstStrike sides{0.6, 0.65, 0.1, 0.15};

TEST(FirstStrike, DestructionEndsTheTemptation) {
  EXPECT_NEAR(largest_safe_stake(sides), 1.0, 1e-12);
  EXPECT_EQ(rounds_until_safe(sides, 2, 0.1), 7);
  EXPECT_EQ(rounds_until_safe(sides, 1, 0.1), 0);
}

TEST(FirstStrike, NoAdvantageNoTemptation) {
  EXPECT_TRUE(std::isinf(largest_safe_stake({0.5, 0.5, 0.1, 0.1})));
  EXPECT_EQ(rounds_until_safe({0.4, 0.5, 0, 0}, 100, 0.5), 0);
  EXPECT_TRUE(std::isinf(rounds_until_safe({0.6, 0.6, 0, 0}, 1, 0.5)));
}

RC_GTEST_PROP(FirstStrikeLaw, TheLastRoundIsNeeded, ()) {
  const double stake = *rc::gen::inRange(101, 2000) / 100.0, destroyed = *rc::gen::inRange(1, 90) / 100.0;
  const double rounds = rounds_until_safe(sides, stake, destroyed);
  const double left = stake * std::pow(1 - destroyed, rounds);
  RC_ASSERT(left <= largest_safe_stake(sides) * (1 + 1e-9));
  RC_ASSERT(left / (1 - destroyed) > largest_safe_stake(sides) * (1 - 1e-9));
}

}  // namespace
}  // namespace armistice
