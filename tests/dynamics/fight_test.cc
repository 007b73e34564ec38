// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/fight.h"

#include <gtest/gtest.h>

#include "armistice/theory/front.h"
#include "tests/dynamics/stage.h"

namespace armistice {
namespace {

using testing::fix;

Dossier quiet_front() {
  Dossier d = testing::small_war();
  fix(d, "front.main.area_now", 500);
  fix(d, "front.main.speed", 0.2);
  fix(d, "front.main.memory", 40);
  fix(d, "front.main.speed_sd", 0.6);
  fix(d, "front.main.noise", 1.5);
  fix(d, "war.speed_of_strength", 0);
  fix(d, "war.belief_drift", 0);
  return d;
}

// The front's law in the engine's units: shares of the objective (1000 km2 here) and years.
constexpr FrontLaw quiet_law = {40 / 365.25, 0.6 * 365.25 / 1000, 1.5 * 19.111514853 / 1000};

TEST(Fight, TheWeeklyStepIsTheExactOne) {
  const testing::Stage<double> stage(quiet_front());
  const FrontStep step = front_step(quiet_law, 1.0 / 52);
  const auto& front = stage.t.front[0];
  EXPECT_NEAR(front.memory, step.keep, 1e-12);
  EXPECT_NEAR(front.carried, step.carry, 1e-12);
  EXPECT_NEAR(front.speed_noise, step.speed_noise, 1e-10);
  EXPECT_NEAR(front.shared, step.shared_noise, 1e-10);
  EXPECT_NEAR(front.own_noise, step.own_noise, 1e-10);
  EXPECT_NEAR(stage.t.variance, long_run_variance_rate(quiet_law), 1e-10);
  EXPECT_NEAR(front.start, 0.5, 1e-12);
}

// Half a year of many runs: mean and variance of the displacement, with the speed stationary at the start.
TEST(Fight, MovesAsTheTheorySays) {
  Switches on = testing::nothing();
  on.fight = true;
  testing::Stage<Lanes> stage(quiet_front(), on);
  constexpr int runs = 16000, weeks = 26;
  double sum = 0, squares = 0;
  for (std::uint32_t first = 0; first < runs; first += lane_count<Lanes>) {
    stage.rng.first = first, stage.rng.step = 0;
    begin(stage.m, stage.t, stage.s);
    stage.s.speed[0] += constant<Lanes>(quiet_law.speed_sd) * stage.rng.normals(Purpose::strikes)[0];
    for (stage.rng.step = 1; stage.rng.step <= weeks; ++stage.rng.step) fight(stage.m, stage.t, stage.s, stage.rng);
    for (int l = 0; l < lane_count<Lanes>; ++l) {
      const double moved = static_cast<double>(lane(stage.s.front, l)) - 0.5;
      sum += moved, squares += moved * moved;
    }
  }
  const double mean = sum / runs, variance = squares / runs - mean * mean;
  const double expected = displacement_variance(quiet_law, weeks / 52.0);
  EXPECT_NEAR(mean, 0.2 * 365.25 / 1000 * weeks / 52.0, 4 * std::sqrt(expected / runs));
  EXPECT_NEAR(variance / expected, 1, 4 * std::sqrt(2.0 / runs));
}

TEST(Fight, StrengthMovesTheMeanSpeed) {
  Dossier d = quiet_front();
  fix(d, "front.main.speed_sd", 1e-9), fix(d, "front.main.noise", 1e-9), fix(d, "war.speed_of_strength", 0.1);
  testing::Stage<double> stage(d);
  stage.s.balance = 0.5;
  for (int i = 0; i < 52; ++i) ++stage.rng.step, fight(stage.m, stage.t, stage.s, stage.rng);
  // A year at 0.07305 + 0.05 shares, less what the memory of 40 days holds back of the new 0.05.
  const double late = 0.05 * 40 / 365.25 * (1 - std::exp(-365.25 / 40));
  EXPECT_NEAR(stage.s.front, 0.5 + 0.2 * 365.25 / 1000 + 0.05 - late, 1e-6);
}

TEST(Fight, ADealHoldsTheFrontAndATempoScalesIt) {
  testing::Stage<double> stage(quiet_front());
  stage.rng.step = 1;
  stage.s.force = settlement;
  fight(stage.m, stage.t, stage.s, stage.rng);
  EXPECT_EQ(stage.s.front, 0.5);
  const auto moved_at = [&](Tempo tempo) {
    begin(stage.m, stage.t, stage.s);
    stage.s.tempo = tempo;
    fight(stage.m, stage.t, stage.s, stage.rng);
    return stage.s.moved;
  };
  const double usual = moved_at(positional);
  EXPECT_NEAR(moved_at(low) / usual, stage.t(stage.m.war.tempo_low), 1e-9);
  EXPECT_NEAR(moved_at(offensive) / usual, stage.t(stage.m.war.tempo_offensive), 1e-9);
}

}  // namespace
}  // namespace armistice
