// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/forts.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace armistice {
namespace {

TEST(Forts, WinChanceAndLength) {
  struct Row {
    int held, forts;
    double p, win, battles;
  };
  for (const Row& row : {Row{3, 10, 0.5, 0.3, 21.0}, Row{3, 10, 0.6, 0.7161223610512709, 20.80611805256355},
                         Row{3, 10, 0.4, 0.041912968548039664, 12.904351572598019},
                         Row{50, 100, 0.51, 0.8808250801444802, 1904.1254007223995},
                         Row{5, 10, 0.55, 0.7317174011812814, 23.171740118128113}}) {
    EXPECT_NEAR(fort_win_chance(row.held, row.forts, row.p), row.win, 1e-13) << row.p;
    EXPECT_NEAR(fort_battles(row.held, row.forts, row.p), row.battles, 1e-9) << row.p;
  }
  EXPECT_EQ(fort_win_chance(3, 10, 0), 0);
  EXPECT_EQ(fort_win_chance(3, 10, 1), 1);
}

RC_GTEST_PROP(FortsLaw, OneMoreBattle, ()) {
  const int forts = *rc::gen::inRange(2, 60), held = *rc::gen::inRange(1, forts);
  // Near-fair coins too, where the exact form would cancel.
  const double p = 0.5 + *rc::gen::inRange(-400, 401) * *rc::gen::element(1e-3, 1e-6, 1e-8, 1e-10);
  const double q = 1 - p;
  const double win = fort_win_chance(held, forts, p), battles = fort_battles(held, forts, p);
  RC_ASSERT(std::fabs(win - p * fort_win_chance(held + 1, forts, p) - q * fort_win_chance(held - 1, forts, p)) < 1e-12);
  const double next = 1 + p * fort_battles(held + 1, forts, p) + q * fort_battles(held - 1, forts, p);
  RC_ASSERT(std::fabs(battles - next) < 1e-7 * (1 + battles));
  RC_ASSERT(std::fabs(win + fort_win_chance(forts - held, forts, q) - 1) < 1e-9);
}

TEST(Forts, Outlook) {
  const FortOutlook a = fort_outlook(5, 10, 8, 4), b = fort_outlook(5, 10, 4, 8);
  EXPECT_NEAR(a.win_chance, 0.85176685, 1e-8);
  EXPECT_NEAR(a.battles, 14.57757, 1e-6);
  EXPECT_NEAR(fort_surplus(a, b, 0.01, 0.01), -0.4119823174, 1e-8);
}

// Two optimists, 5 of 10 forts each, battles won in turn: the first battle after which a split exists is the 20th.
TEST(Forts, OptimistsSettleWhenTheyHaveLearned) {
  double wins_a = 8, losses_a = 4, wins_b = 4, losses_b = 8;
  int held = 5, battle = 0;
  for (;; ++battle) {
    const FortOutlook a = fort_outlook(held, 10, wins_a, losses_a), b = fort_outlook(held, 10, wins_b, losses_b);
    const double surplus = fort_surplus(a, b, 0.01, 0.01);
    if (battle == 1) {
      EXPECT_NEAR(surplus, -0.348128548, 1e-8);
    }
    if (battle == 10) {
      EXPECT_NEAR(surplus, -0.137544339, 1e-8);
    }
    if (battle == 19) {
      EXPECT_NEAR(surplus, -0.0040011081, 1e-8);
    }
    if (surplus >= 0 || battle == 40) {
      EXPECT_NEAR(surplus, 0.0057764127, 1e-8);
      EXPECT_NEAR(a.win_chance - 0.01 * a.battles + surplus / 2, 0.5, 1e-8);
      break;
    }
    const bool won = battle % 2 == 0;
    (won ? wins_a : losses_a) += 1;
    (won ? wins_b : losses_b) += 1;
    held += won ? 1 : -1;
  }
  EXPECT_EQ(battle, 20);
}

}  // namespace
}  // namespace armistice
