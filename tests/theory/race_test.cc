// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/race.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace armistice {
namespace {

TEST(Race, WinChanceAndLength) {
  EXPECT_NEAR(race_win_chance(3, 3, 0.5), 0.5, 1e-13);
  EXPECT_NEAR(race_battles(3, 3, 0.5), 4.125, 1e-13);
  EXPECT_NEAR(race_win_chance(2, 4, 0.6), 0.33696, 1e-13);
  EXPECT_NEAR(race_battles(2, 4, 0.6), 3.8336, 1e-13);
  EXPECT_NEAR(race_win_chance(5, 3, 0.45), 0.6835599492187502, 1e-13);
  EXPECT_NEAR(race_battles(5, 3, 0.45), 5.488142421875001, 1e-13);
  EXPECT_EQ(race_win_chance(2, 2, 0), 0);
  EXPECT_EQ(race_win_chance(2, 2, 1), 1);
  EXPECT_EQ(race_battles(2, 7, 1), 7);
}

RC_GTEST_PROP(RaceLaw, OneMoreBattleAndTheOtherSide, ()) {
  const int a = *rc::gen::inRange(2, 200), b = *rc::gen::inRange(2, 200);
  const double p = *rc::gen::inRange(1, 100) / 100.0;
  const double win = race_win_chance(a, b, p);
  RC_ASSERT(std::fabs(win - p * race_win_chance(a, b - 1, p) - (1 - p) * race_win_chance(a - 1, b, p)) < 1e-10);
  RC_ASSERT(std::fabs(win + race_win_chance(b, a, 1 - p) - 1) < 1e-10);
}

}  // namespace
}  // namespace armistice
