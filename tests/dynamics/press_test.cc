// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/press.h"

#include <gtest/gtest.h>

#include "tests/dynamics/stage.h"

namespace armistice {
namespace {

using testing::fix;

// Nothing happens by itself: no new deadlines, no announcements, a patient mediator.
Dossier patient() {
  Dossier d = testing::small_war();
  fix(d, "mediation.deadlines", 0), fix(d, "mediation.announcements", 0), fix(d, "mediation.patience", 1e6);
  fix(d, "mediation.credibility", 0.5), fix(d, "mediation.credibility_loss", 0.2),
      fix(d, "mediation.credibility_gain", 0.3);
  fix(d, "lever.harbour-cuts.credibility", 0), fix(d, "lever.harbour-sanctions.credibility", 0);
  return d;
}

struct Hour {
  testing::Stage<double> stage;
  explicit Hour(const Dossier& d) : stage(d) { stage.s.deadline = 1, stage.rng.step = 1; }
  State<double>& strike() {
    press(stage.m, stage.t, stage.s, stage.rng);
    return stage.s;
  }
};

TEST(Press, AnIdleDeadlineCostsCredibility) {
  Hour hour(patient());
  hour.stage.s.blame[side_b] = 1;
  EXPECT_NEAR(hour.strike().credibility, 0.5 * 0.8, 1e-12);
  EXPECT_EQ(hour.stage.s.deadline, 0);
  EXPECT_EQ(hour.stage.s.blame[side_b], 0);
}

TEST(Press, AThreatCarriedOutEarnsIt) {
  Dossier d = patient();
  fix(d, "lever.harbour-cuts.credibility", 1), fix(d, "mediation.credibility", 1);
  Hour hour(d);
  hour.stage.s.blame[side_b] = 1, hour.stage.s.credibility = 0.999999;
  EXPECT_NEAR(hour.strike().credibility, 1, 1e-6);
  EXPECT_EQ(hour.stage.s.applied[0], 1);
  EXPECT_EQ(hour.stage.s.applied[1], 0);
}

// S8: the side pressed first has yielded and the other has not: pressure swings to the other, and the lever on the
// first is lifted. Without the swing the deadline passes idle.
TEST(Press, SwingsBackOnceTheFirstHasYielded) {
  for (const double swing : {0.0, 1.0}) {
    Dossier d = patient();
    fix(d, "mediation.swing", swing), fix(d, "lever.harbour-sanctions.credibility", 1);
    Hour hour(d);
    auto& s = hour.stage.s;
    s.yielded[side_b] = 1, s.blame[side_a] = 1, s.credibility = 0.999999, s.applied[0] = 1;
    hour.strike();
    EXPECT_EQ(s.applied[1], swing);
    EXPECT_EQ(s.applied[0], 0);
    if (swing == 0.0) {
      EXPECT_LT(s.credibility, 0.9);
    }
  }
}

TEST(Press, ABlamelessSideIsNotPressed) {
  Dossier d = patient();
  fix(d, "lever.harbour-cuts.credibility", 1);
  Hour hour(d);
  hour.stage.s.credibility = 0.999999;
  EXPECT_EQ(hour.strike().applied[0], 0);
}

TEST(Press, TheHourOfASettlementDoesNotStrike) {
  Hour hour(patient());
  hour.stage.s.force = settlement;
  EXPECT_EQ(hour.strike().credibility, 0.5);
}

// The mean time without progress until the mediator leaves is its patience.
TEST(Press, PatienceIsTheMeanTimeToLeaving) {
  Dossier d = patient();
  fix(d, "mediation.patience", 0.8), fix(d, "mediation.return_rate", 0);
  testing::Stage<Lanes> stage(d);
  double years = 0;
  constexpr std::uint32_t runs = 4000;
  for (std::uint32_t first = 0; first < runs; first += lane_count<Lanes>) {
    stage.begin_at(first, {});
    for (stage.rng.step = 1; stage.rng.step < 400 && any(stage.s.present > Lanes(0.5f)); ++stage.rng.step) {
      press(stage.m, stage.t, stage.s, stage.rng);
      for (int l = 0; l < lane_count<Lanes>; ++l) years += static_cast<double>(lane(stage.s.present, l)) / 52;
    }
  }
  // A Rayleigh time of mean 0.8 has standard deviation 0.418; weekly steps count half a week less.
  EXPECT_NEAR(years / runs, 0.8 - 0.5 / 52, 4 * 0.418 / std::sqrt(runs));
}

TEST(Press, AnAnnouncementGivesHopeAndWearsOut) {
  Dossier d = patient();
  fix(d, "mediation.announcements", 1e6), fix(d, "mediation.announcement_loss", 0.1);
  testing::Stage<double> stage(d);
  stage.rng.step = 1, press(stage.m, stage.t, stage.s, stage.rng);
  EXPECT_NEAR(stage.s.hope, 0.5, 1e-12);
  EXPECT_NEAR(stage.s.credibility, 0.45, 1e-12);
  stage.rng.step = 2, press(stage.m, stage.t, stage.s, stage.rng);
  EXPECT_NEAR(stage.s.hope, 0.45, 1e-12);
}

// The dossier's own deadline (1 March 2026, eleven weeks on) presses once it is as near as deadlines usually are.
TEST(Press, ADatedDeadlinePressesWhenItIsNear) {
  Dossier d = patient();
  fix(d, "mediation.deadline_weeks", 4);
  testing::Stage<double> stage(d);
  stage.rng.step = 6, press(stage.m, stage.t, stage.s, stage.rng);
  EXPECT_EQ(stage.s.deadline, 0);
  stage.rng.step = 7, press(stage.m, stage.t, stage.s, stage.rng);
  EXPECT_EQ(stage.s.deadline, 4);
}

}  // namespace
}  // namespace armistice
