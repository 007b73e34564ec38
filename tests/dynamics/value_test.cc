// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/value.h"

#include <gtest/gtest.h>

#include "tests/dynamics/stage.h"

namespace armistice {
namespace {

using testing::fix;

TEST(Value, TheWalkAwayIsTheClosedForm) {
  const testing::Stage<double> stage(testing::small_war());
  const auto& [m, columns, t, s, rng] = stage;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& party = m.party[i];
    const bool north = i == 0, south = i == 1;
    EXPECT_NEAR(s.walk_away[i], fighting_on(war_of(m, t, s, i), s.front), 1e-12);
    const War<double> war = war_of(m, t, s, i);
    EXPECT_EQ(war.rate, t(party.discount));
    EXPECT_NEAR(war.drift, t(party.belief_speed) * 0.36525, 1e-12);
    EXPECT_NEAR(war.cost, t(party.war_cost), 1e-12);
    if (north) {
      EXPECT_NEAR(war.aim_a, 0.5 * 1 + 0.3 * 1 + 0.1 * 0.6 + 0.1 * 0.9, 1e-12);
    }
    if (south) {
      EXPECT_NEAR(war.aim_b, 1.0 * 0.4 + 1.0 * 0.4 + 0.1 * 0.9 + 0.1, 1e-12);
    }
    if (north) {
      EXPECT_NEAR(war.flow0 + war.flow1, 0.5 * 0.6 + 0.3 * 0.4 + 0.1 * 0.3 + 0.1 * 0.4, 1e-12);
    }
  }
}

TEST(Value, CostsAndCommonNewsMoveItTheRightWay) {
  testing::Stage<double> stage(testing::small_war());
  auto& [m, columns, t, s, rng] = stage;
  const auto calm = s.walk_away;
  s.balance = 0.3;
  value(m, t, s);
  EXPECT_GT(s.walk_away[0], calm[0]);
  EXPECT_LT(s.walk_away[1], calm[1]);
  s.balance = 0, s.hardness[0] = 1.5;
  value(m, t, s);
  EXPECT_LT(s.walk_away[0], calm[0]);
  EXPECT_NEAR(s.walk_away[1], calm[1], 1e-12);
}

// A threat is felt before it is carried out, by the chance that it is: half as much as the lever itself would be.
TEST(Value, AThreatCountsByItsChance) {
  Dossier d = testing::small_war();
  fix(d, "mediation.credibility", 0.5), fix(d, "lever.harbour-cuts.credibility", 1);
  testing::Stage<double> stage(d);
  auto& [m, columns, t, s, rng] = stage;
  const double calm = cost_of_war(m, t, s, 1);
  s.deadline = 4;
  const double threat = cost_of_war(m, t, s, 1);
  s.applied[0] = 1;
  EXPECT_NEAR(cost_of_war(m, t, s, 1) - calm, 0.05, 1e-12);
  EXPECT_NEAR(threat - calm, 0.025, 1e-12);
}

TEST(Value, InATruceTheTruceIsWhatASideGoesBackTo) {
  testing::Stage<double> stage(testing::small_war());
  auto& [m, columns, t, s, rng] = stage;
  s.force = ceasefire;
  s.deal = stage.package({2, 0, 0, 0}).option;
  value(m, t, s);
  Worths<double> w;
  weigh(m, t, s, stage.package({2, 0, 0, 0}), w);
  EXPECT_EQ(s.walk_away[0], w.peace[0]);
  EXPECT_NE(s.walk_away[0], s.fight_on[0]);
}

// With certainty that it holds, peace is worth its utility; with certainty that it breaks at once, war from its line
// and what a broken deal costs.
TEST(Peace, IsBetweenItsUtilityAndTheWarAfterIt) {
  for (const double hazard : {1e-9, 1e9}) {
    Dossier d = testing::small_war();
    fix(d, "hold.breakdown", hazard);
    testing::Stage<double> stage(d);
    const auto p = stage.package({2, 2, 1, 1});
    Worths<double> w;
    weigh(stage.m, stage.t, stage.s, p, w);
    for (std::size_t i = 0; i < 3; ++i)
      EXPECT_NEAR(w.peace[i], hazard < 1 ? w.utility[i] : stage.s.fight_on[i] - stage.t(stage.m.party[i].relapse), 1e-6)
          << i;
  }
}

TEST(Peace, AGuarantorPaysForTheWarThatItMustJoin) {
  testing::Stage<double> stage(testing::small_war());
  const auto& t = stage.t;
  Worths<double> w;
  weigh(stage.m, t, stage.s, stage.package({2, 3, 2, 1}), w);
  const double rate = t(stage.m.party[2].discount), broken = w.breakdown / (rate + w.breakdown);
  const double again = war_again(t, stage.s, stage.package({2, 3, 2, 1}), 2);
  EXPECT_NEAR(
      w.peace[2],
      (1 - broken) * w.utility[2] + broken * (again - t(stage.m.party[2].liability) - t(stage.m.party[2].relapse)),
      1e-12);
}

TEST(Peace, HoldsLongerWatchedGuaranteedAndClosed) {
  testing::Stage<double> stage(testing::small_war());
  const auto hazard = [&](const std::vector<int>& options) {
    Worths<double> w;
    weigh(stage.m, stage.t, stage.s, stage.package(options), w);
    return w.breakdown;
  };
  EXPECT_LT(hazard({2, 2, 2, 1}), hazard({2, 2, 1, 1}));
  EXPECT_LT(hazard({2, 2, 1, 1}), hazard({2, 1, 1, 1}));
  EXPECT_LT(hazard({2, 2, 1, 1}), hazard({2, 0, 1, 1}));
}

TEST(Package, LinkagesRedLinesAndConstraints) {
  testing::Stage<double> stage(testing::small_war());
  const auto& [m, columns, t, s, rng] = stage;
  const auto worth = [&](const std::vector<int>& options, std::size_t row) {
    Worths<double> w;
    weigh(stage.m, stage.t, stage.s, stage.package(options), w);
    return w.utility[row];
  };
  EXPECT_NEAR(worth({2, 2, 0, 0}, 1) - worth({2, 1, 0, 0}, 1), 0.4 * 0.6 + 0.03, 1e-12);
  EXPECT_NEAR(worth({0, 3, 0, 0}, 0) - worth({0, 1, 0, 0}, 0), 0.3 * (0.1 - 1.0) - t(m.party[0].red_line), 1e-12);
  EXPECT_FALSE(allowed(m, stage.package({2, 3, 1, 0}).option));
  EXPECT_TRUE(allowed(m, stage.package({3, 3, 1, 0}).option));
  EXPECT_TRUE(allowed(m, stage.package({2, 3, 2, 0}).option));
}

TEST(Package, WhoseMeansAreSpentMustAccept) {
  testing::Stage<double> stage(testing::small_war());
  EXPECT_FALSE(must_accept(stage.m, stage.t, stage.package({2, 2, 1, 1}), 2));
  EXPECT_TRUE(must_accept(stage.m, stage.t, stage.package({2, 2, 1, 2}), 2));
  EXPECT_TRUE(must_accept(stage.m, stage.t, stage.package({0, 0, 0, 0}), 0));
}

// Sums kept clause by clause are the sums added up anew, whatever changes went before.
TEST(Package, ChangesKeepTheSums) {
  testing::Stage<Lanes> stage(testing::small_war(), {}, 0, false);
  auto p = stage.package({2, 2, 0, 0});
  for (std::uint32_t step = 0; step < 200; ++step) {
    stage.rng.step = step;
    const int k = static_cast<int>(step) % stage.m.issues;
    const auto options = static_cast<float>(stage.m.options[static_cast<std::size_t>(k)]);
    change(stage.m, stage.t, p, k, floor(stage.rng.uniforms(Purpose::search)[0] * Lanes(options)));
  }
  auto fresh = p;
  add_up(stage.m, stage.t, fresh);
  for (const auto& columns : stage.columns.at_table)
    for (const int column : columns)
      for (int l = 0; l < lane_count<Lanes>; ++l)
        EXPECT_NEAR(lane(p.sum[static_cast<std::size_t>(column)], l),
                    lane(fresh.sum[static_cast<std::size_t>(column)], l), 1e-5f);
}

}  // namespace
}  // namespace armistice
