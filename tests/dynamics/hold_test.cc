// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/hold.h"

#include <gtest/gtest.h>

#include "armistice/dynamics/week.h"
#include "tests/dynamics/stage.h"

namespace armistice {
namespace {

using testing::fix;

// A deal before the audiences whose answer is due this week.
struct Vote {
  testing::Stage<double> stage;
  Vote(const Dossier& d, const std::vector<int>& deal, const Switches& on = {}) : stage(d, on) {
    stage.s.asked_text = stage.package(deal).option;
    stage.s.asked = 1, stage.s.decision = 1;
    stage.rng.step = 9;
    ratify(stage.m, stage.t, stage.s, stage.rng);
  }
};

TEST(Ratify, WhatPassesIsInForce) {
  Dossier d = testing::small_war();
  fix(d, "audience.south-public.threshold", -100);
  const Vote whole(d, {1, 2, 2, 1}), part(d, {2, 0, 2, 1});
  EXPECT_EQ(whole.stage.s.force, settlement);
  EXPECT_EQ(whole.stage.s.deal_week, 9);
  EXPECT_EQ(whole.stage.s.asked, 0);
  EXPECT_NEAR(whole.stage.s.front, 0.8, 1e-12);  // where the deal puts the line
  EXPECT_EQ(part.stage.s.force, ceasefire);
  EXPECT_NEAR(part.stage.s.front, 0.6, 1e-12);  // the line of contact
}

TEST(Ratify, AnAudienceCanRefuseUnlessNobodyAsksIt) {
  Dossier d = testing::small_war();
  fix(d, "audience.south-public.threshold", 100);
  const Vote asked(d, {2, 2, 2, 1});
  EXPECT_EQ(asked.stage.s.force, war);
  EXPECT_EQ(asked.stage.s.asked, 0);
  EXPECT_EQ(asked.stage.s.tied[1], 1);
  Switches on;
  on.ratify = false;
  EXPECT_EQ(Vote(d, {2, 2, 2, 1}, on).stage.s.force, settlement);
}

TEST(Ratify, TheChanceIsLogisticInTheGain) {
  Dossier d = testing::small_war();
  fix(d, "audience.south-public.scale", 0.05), fix(d, "mediation.hope", 0);
  const testing::Stage<double> stage(d);
  const auto p = stage.package({2, 2, 2, 1});
  Worths<double> w;
  weigh(stage.m, stage.t, stage.s, p, w);
  // The public values what the South does, the linkage included.
  const double over = p.sum[3] + 0.03 - stage.s.threshold[0];
  EXPECT_NEAR(w.passing[1], 1 / (1 + std::exp(-over / 0.05)), 1e-12);
  EXPECT_EQ(w.passing[0], 1);  // the North has no audience
}

TEST(Ratify, AudiencesTakeTheirTime) {
  testing::Stage<double> stage(testing::small_war());
  stage.s.asked_text = stage.package({2, 2, 2, 1}).option;
  stage.s.asked = 1, stage.s.decision = 3;
  for (int i = 0; i < 2; ++i) ratify(stage.m, stage.t, stage.s, stage.rng);
  EXPECT_EQ(stage.s.asked, 1);
  ratify(stage.m, stage.t, stage.s, stage.rng);
  EXPECT_EQ(stage.s.asked, 0);
}

// A deal in force for a week.
struct Week {
  testing::Stage<double> stage;
  bool broken;
  Week(const Dossier& d, Force force, const Switches& on = {}) : stage(d, on) {
    stage.s.force = force, stage.s.front = 0.55;
    stage.s.deal = stage.package(force == settlement ? std::vector{2, 2, 2, 2} : std::vector{2, 0, 0, 2}).option;
    stage.rng.step = 5;
    broken = hold(stage.m, stage.t, stage.s, stage.rng);
  }
};

TEST(Hold, ABrokenTruceIsWarWithTheBalanceThatItMade) {
  Dossier d = testing::small_war();
  fix(d, "hold.breakdown", 1e6);
  const Week week(d, ceasefire);
  EXPECT_EQ(week.stage.s.force, war);
  EXPECT_EQ(week.stage.s.ceasefires_broken, 1);
  EXPECT_NEAR(week.stage.s.left_behind, -0.1 * week.stage.t(week.stage.m.war.peace_balance), 1e-12);
  EXPECT_FALSE(week.broken);
  EXPECT_TRUE(Week(d, settlement).broken);
}

// Nothing of a run at war depends on whether a run in the next lane has peace.
TEST(Hold, ARunAtWarKeepsWhatItHasBesideARunInPeace) {
  testing::Stage<Lanes> stage(testing::small_war());
  stage.s.force = per_lane<Lanes>([](int i) { return i == 0 ? ceasefire : war; });
  stage.s.strain_of_peace = Lanes(0.5f);
  hold(stage.m, stage.t, stage.s, stage.rng);
  EXPECT_NE(lane(stage.s.strain_of_peace, 0), 0.5f);
  EXPECT_EQ(lane(stage.s.strain_of_peace, 1), 0.5f);
}

TEST(Hold, WithPerfectCommitmentNothingBreaks) {
  Dossier d = testing::small_war();
  fix(d, "hold.breakdown", 1e6);
  Switches on;
  on.breakdown = false;
  for (const Force force : {ceasefire, settlement}) {
    const Week week(d, force, on);
    EXPECT_FALSE(week.broken);
    EXPECT_EQ(week.stage.s.force, force);
    EXPECT_EQ(week.stage.s.breakdown, 0);
  }
}

TEST(Hold, InThePeaceUnansweredIncidentsStrainIt) {
  Dossier d = testing::small_war();
  fix(d, "hold.breakdown", 1e-9), fix(d, "hold.incidents", 150), fix(d, "front.main.line", 1000);
  fix(d, "hold.attribution", 0.5), fix(d, "hold.strain", 0.02);
  fix(d, "hold.deterrence", 0.5), fix(d, "hold.strain_memory", 1e12);
  testing::Stage<double> stage(d);
  stage.s.force = settlement;
  stage.s.deal = stage.package({2, 2, 2, 1}).option;
  for (stage.rng.step = 1; stage.rng.step <= 520; ++stage.rng.step) hold(stage.m, stage.t, stage.s, stage.rng);
  // Ten years of 150 a year on an unwatched line; a watch of 0.8 keeps two fifths away and half of what it sees is
  // answered: incidents at 90 a year, each straining by 0.02 (1 - 0.8 / 2).
  EXPECT_NEAR(stage.s.incidents, 900, 4 * 30);
  EXPECT_NEAR(stage.s.strain_of_peace / stage.s.incidents, 0.02 * 0.6, 1e-9);
}

TEST(Hold, AWarHasNoHazardOfBreakdown) {
  testing::Stage<double> stage(testing::small_war());
  stage.s.breakdown = 0.3;  // left from a truce that has just broken
  hold(stage.m, stage.t, stage.s, stage.rng);
  EXPECT_EQ(stage.s.breakdown, 0);
}

// ---- how a run ends -------------------------------------------------------------------------------------------

double ending_of(State<double> s, bool a_falls = false, bool b_falls = false, bool broken = false) {
  conclude(s, Stream<double>{1, 0, 20}, Ends<double>{{a_falls, b_falls}, broken});
  return s.ended * 100 + s.ending;
}

TEST(Conclude, NamesEveryEnding) {
  testing::Stage<double> stage(testing::small_war());
  State<double>& s = stage.s;
  const auto over = [](Ending e) { return 100 + static_cast<double>(e); };
  const auto stands = [](Ending e) { return static_cast<double>(e); };
  EXPECT_EQ(ending_of(s), stands(Ending::fighting));
  EXPECT_EQ(ending_of(s, true), over(Ending::a_collapse));
  EXPECT_EQ(ending_of(s, false, true), over(Ending::b_collapse));
  s.tempo = low;
  EXPECT_EQ(ending_of(s), stands(Ending::faded));
  s.front = 1;
  EXPECT_EQ(ending_of(s), over(Ending::a_aim));
  s.front = 0;
  EXPECT_EQ(ending_of(s), over(Ending::b_aim));
  s.force = ceasefire;
  EXPECT_EQ(ending_of(s), stands(Ending::ceasefire));
  s.force = settlement;
  EXPECT_EQ(ending_of(s), stands(Ending::settlement));
  EXPECT_EQ(ending_of(s, false, false, true), over(Ending::broken));
}

TEST(Conclude, WhatIsOverStaysOver) {
  testing::Stage<double> stage(testing::small_war());
  State<double>& s = stage.s;
  s.front = 1;
  conclude(s, Stream<double>{1, 0, 20}, Ends<double>{});
  s.front = 0;
  conclude(s, Stream<double>{1, 0, 21}, Ends<double>{});
  EXPECT_EQ(s.ending, static_cast<double>(Ending::a_aim));
  EXPECT_EQ(s.ended_week, 20);
}

}  // namespace
}  // namespace armistice
