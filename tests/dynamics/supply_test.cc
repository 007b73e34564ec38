// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/supply.h"

#include <gtest/gtest.h>

#include "armistice/theory/lanchester.h"
#include "tests/dynamics/stage.h"

namespace armistice {
namespace {

using testing::fix;

Dossier bare_war(double own, double foe_exponent) {
  Dossier d = testing::small_war();
  fix(d, "side.A.manpower", 500), fix(d, "side.B.manpower", 400);
  fix(d, "side.A.losses", 60), fix(d, "side.B.losses", 80);
  fix(d, "side.A.recruitment", 0), fix(d, "side.B.recruitment", 0);
  fix(d, "war.loss_own", own), fix(d, "war.loss_foe", foe_exponent), fix(d, "war.loss_noise", 0);
  return d;
}

Forces after(const Dossier& d, int weeks) {
  Switches on = testing::nothing();
  on.losses = true;
  testing::Stage<double> stage(d, on);
  for (int i = 1; i <= weeks; ++i)
    stage.rng.step = static_cast<std::uint32_t>(i), supply(stage.m, stage.t, stage.s, stage.rng);
  return {500 * stage.s.manpower[side_a], 400 * stage.s.manpower[side_b]};
}

// Losses of today fix the rates: one soldier of B kills 60/400 of A a year, one of A 80/500 of B. A weekly step of a
// decay of 0.2 a year errs by about 0.2 * 0.2 / 104 of the force in a year.
TEST(Supply, WithoutLuckAimedFireIsTheSquareLaw) {
  const Forces left = after(bare_war(0, 1), 104);
  const Forces law = square_law({500, 400}, {80.0 / 500, 60.0 / 400}, 2);
  EXPECT_NEAR(left.a, law.a, 0.5);
  EXPECT_NEAR(left.b, law.b, 0.5);
  const double invariant = 0.16 * 500 * 500 - 0.15 * 400 * 400;
  EXPECT_NEAR((0.16 * left.a * left.a - 0.15 * left.b * left.b) / invariant, 1, 0.01);
}

TEST(Supply, WithoutLuckAreaFireIsTheLinearLaw) {
  const Forces left = after(bare_war(1, 1), 104);
  const Forces law = linear_law({500, 400}, {80.0 / (500 * 400), 60.0 / (500 * 400)}, 2);
  EXPECT_NEAR(left.a, law.a, 0.5);
  EXPECT_NEAR(left.b, law.b, 0.5);
}

TEST(Supply, LuckLeavesTheMeanLossAlone) {
  Dossier d = bare_war(0, 0);
  fix(d, "war.loss_noise", 0.3);
  Switches on = testing::nothing();
  on.losses = true;
  testing::Stage<Lanes> stage(d, on);
  double sum = 0;
  constexpr int blocks = 2500;
  for (std::uint32_t step = 1; step <= blocks; ++step) {
    begin(stage.m, stage.t, stage.s);
    stage.rng.step = step;
    supply(stage.m, stage.t, stage.s, stage.rng);
    for (int l = 0; l < lane_count<Lanes>; ++l) sum += static_cast<double>(lane(stage.s.losses[side_a], l)) * 500;
  }
  EXPECT_NEAR(sum / (blocks * lane_count<Lanes>) / 60, 1, 4 * 0.31 / std::sqrt(blocks * lane_count<Lanes>));
}

TEST(Spend, AnEmptyReserveStrainsTheEconomyToItsFloor) {
  Dossier d = testing::small_war();
  fix(d, "side.A.revenue", 0), fix(d, "side.A.reserve", 1), fix(d, "side.A.spending", 100);
  testing::Stage<double> stage(d);
  for (int i = 0; i < 3; ++i) spend(stage.m, stage.t, stage.s);
  EXPECT_EQ(stage.s.reserve[side_a], 0);
  EXPECT_NEAR(stage.s.strain[side_a], stage.t(stage.m.war.strain_floor), 1e-12);
}

TEST(Help, AidTiresAtItsRateAndALeverHoldsItBack) {
  Dossier d = testing::small_war();
  fix(d, "aid.harbour-south.cuts", 0), fix(d, "aid.harbour-south.fatigue", 0.2);
  testing::Stage<double> stage(d);
  for (int i = 1; i <= 52; ++i)
    stage.rng.step = static_cast<std::uint32_t>(i), help(stage.m, stage.t, stage.s, stage.rng);
  // The stream follows its falling level with the delay of `restore` (one year): it lies above it, below one.
  EXPECT_GT(stage.s.aid[0], std::exp(-0.2));
  EXPECT_LT(stage.s.aid[0], 1);
  const double open = flowing(stage.m, stage.t, stage.s, 0);
  stage.s.applied[0] = 1;
  EXPECT_NEAR(flowing(stage.m, stage.t, stage.s, 0), 0.2 * open, 1e-12);
}

TEST(Strike, CountsArePoisson) {
  for (const double mean : {0.1, 0.8, 2.0}) {
    double sum = 0, squares = 0;
    constexpr int n = 20000;
    for (int i = 0; i < n; ++i) {
      const double count = poisson(mean, (i + 0.5) / n);
      sum += count, squares += count * count;
    }
    EXPECT_NEAR(sum / n, mean, 2e-3 * (1 + mean));
    EXPECT_NEAR(squares / n - mean * mean, mean, 5e-3 * (1 + mean));
  }
}

TEST(Strike, DamageIsRepaired) {
  Dossier d = testing::small_war();
  fix(d, "side.A.strikes", 0), fix(d, "side.B.strikes", 0), fix(d, "war.strike_repair", 0.5);
  testing::Stage<double> stage(d);
  stage.s.damage = {0.4, 0.2};
  for (int i = 0; i < 26; ++i) strike(stage.m, stage.t, stage.s, stage.rng);
  EXPECT_NEAR(stage.s.damage[side_a], 0.4 / std::exp(1.0), 1e-9);
  EXPECT_NEAR(stage.s.damage[side_b], 0.2 / std::exp(1.0), 1e-9);
}

TEST(Strength, IsTheLogOfTheRatio) {
  testing::Stage<double> stage(testing::small_war());
  weigh_strength(stage.m, stage.t, stage.s);
  EXPECT_NEAR(stage.s.balance, 0, 1e-12);
  stage.s.manpower[side_a] = 2, stage.s.left_behind = 0.3;
  weigh_strength(stage.m, stage.t, stage.s);
  EXPECT_NEAR(stage.s.balance, 0.3 + stage.t(stage.m.war.strength_manpower) * std::log(2.0), 1e-12);
}

}  // namespace
}  // namespace armistice
