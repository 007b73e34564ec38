// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/forts.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
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
  const std::array expected{-0.4119823174, -0.348128548,  -0.3384145443, -0.2856767838, -0.2764149963, -0.2324792431,
                            -0.2234340001, -0.1865851448, -0.1776060516, -0.1465548533, -0.137544339,  -0.1113053739,
                            -0.1021996256, -0.0800071007, -0.0707644355, -0.0520139144, -0.0426074573, -0.0268150146,
                            -0.0172279612, -0.0040011081, 0.0057764127};
  std::array<bool, 40> won_in_turn{};
  for (std::size_t i = 0; i < won_in_turn.size(); i += 2) won_in_turn[i] = true;
  const auto path = fort_surplus_path(5, 10, {8, 4, 4, 8}, 0.01, 0.01, won_in_turn);
  ASSERT_EQ(path.size(), expected.size());
  for (std::size_t k = 0; k < path.size(); ++k) EXPECT_NEAR(path[k], expected[k], 1e-8) << k;
  EXPECT_NEAR(fort_split(fort_outlook(5, 10, 18, 14), fort_outlook(5, 10, 14, 18), 0.01, 0.01), 0.5, 1e-8);
}

TEST(Forts, APathEndsWithTheForts) {
  const std::array<bool, 5> all_won{true, true, true, true, true};
  // Free battles and great optimism: no split until there is nothing left to fight for, and then no surplus.
  const auto path = fort_surplus_path(8, 10, {9, 1, 1, 9}, 0, 0, all_won);
  ASSERT_EQ(path.size(), 3u);
  EXPECT_LT(path[1], 0);
  EXPECT_NEAR(path[2], 0, 1e-12);
}

}  // namespace
}  // namespace armistice
