// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/learn.h"

#include <gtest/gtest.h>

#include "armistice/dynamics/fight.h"
#include "tests/dynamics/stage.h"

namespace armistice {
namespace {

using testing::fix;

// Both sides see the same weeks, start equally sure of different things, and nothing drifts.
Dossier same_news() {
  Dossier d = testing::small_war();
  for (const char* party : {"party.north.", "party.south."}) {
    fix(d, std::string(party) + "report_noise", 0), fix(d, std::string(party) + "report_bias", 0);
    fix(d, std::string(party) + "belief_sd", 2);
  }
  fix(d, "party.north.belief_speed", 3), fix(d, "party.south.belief_speed", -1);
  fix(d, "war.belief_drift", 0);
  return d;
}

Switches fight_and_learn() {
  Switches on = testing::nothing();
  on.fight = on.learn = true;
  return on;
}

// The gap between the means does not depend on what happens, and falls as prior weight / (prior weight + weeks), where
// the prior weighs as many weeks as its variance is smaller than that of one week's speed.
TEST(Learn, TheGapFollowsTheLaw) {
  for (const std::uint32_t run : {0u, 1u, 2u, 77u}) {
    testing::Stage<double> stage(same_news(), fight_and_learn(), run);
    const double per_km2 = 365.25 / 1000;
    const double weight = stage.t.variance * 52 / (2 * per_km2 * 2 * per_km2);
    for (int week = 1; week <= 104; ++week) {
      stage.rng.step = static_cast<std::uint32_t>(week);
      fight(stage.m, stage.t, stage.s, stage.rng);
      learn(stage.m, stage.t, stage.s, stage.rng);
      EXPECT_NEAR(stage.s.belief[0] - stage.s.belief[1], 4 * per_km2 * weight / (weight + week), 1e-9) << week;
    }
  }
}

TEST(Learn, WithTimeTheMeanIsFound) {
  Dossier d = same_news();
  fix(d, "front.main.speed_sd", 1e-9), fix(d, "front.main.noise", 0.5), fix(d, "front.main.speed", 0.2);
  testing::Stage<Lanes> stage(d, fight_and_learn());
  for (int week = 1; week <= 104; ++week) {
    stage.rng.step = static_cast<std::uint32_t>(week);
    fight(stage.m, stage.t, stage.s, stage.rng);
    learn(stage.m, stage.t, stage.s, stage.rng);
  }
  for (int l = 0; l < lane_count<Lanes>; ++l) {
    const auto error = static_cast<double>(lane(stage.s.belief[0], l)) - 0.2 * 0.36525;
    EXPECT_LT(std::abs(error), 5 * std::sqrt(static_cast<double>(lane(stage.s.belief_variance[0], l)))) << l;
  }
}

TEST(Learn, TheTruthsDriftKeepsBeliefsOpen) {
  Dossier d = same_news();
  fix(d, "war.belief_drift", 0.05);
  testing::Stage<double> stage(d, fight_and_learn());
  for (int week = 1; week <= 5200; ++week) {
    stage.rng.step = static_cast<std::uint32_t>(week);
    learn(stage.m, stage.t, stage.s, stage.rng);
  }
  const double floor = settled_variance(stage.t.variance * 52, 0.05 * 0.05 / 52);
  EXPECT_NEAR(stage.s.belief_variance[0] / floor, 1, 1e-6);
}

TEST(Learn, APeaceTeachesNothing) {
  testing::Stage<double> stage(same_news(), fight_and_learn());
  stage.s.force = settlement;
  const auto before = stage.s.belief;
  learn(stage.m, stage.t, stage.s, stage.rng);
  EXPECT_EQ(stage.s.belief[0], before[0]);
  EXPECT_EQ(stage.s.belief[1], before[1]);
}

// S15: each side's announcements lean its own way, and the gap that they leave does not close.
TEST(Learn, BiasedReportsHoldTheGapOpen) {
  Dossier d = same_news();
  fix(d, "party.north.report_bias", 0.5), fix(d, "party.south.report_bias", -0.5);
  testing::Stage<double> stage(d, fight_and_learn());
  for (int week = 1; week <= 52000; ++week) learn(stage.m, stage.t, stage.s, stage.rng);
  EXPECT_NEAR(stage.s.belief[0] - stage.s.belief[1], 1.0 * 0.36525, 0.003);
}

}  // namespace
}  // namespace armistice
