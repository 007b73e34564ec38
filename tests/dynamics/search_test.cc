// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/search.h"

#include <gtest/gtest.h>

#include "armistice/dynamics/talk.h"
#include "tests/dynamics/stage.h"

namespace armistice {
namespace {

using testing::fix;

constexpr int width = lane_count<Lanes>;

// Every allowed package of the small war, tried one by one.
template <class F>
void every_package(const testing::Stage<Lanes>& stage, F f) {
  std::vector<int> options(static_cast<std::size_t>(stage.m.issues), 0);
  for (;;) {
    const auto p = stage.package(options);
    if (lane(allowed(stage.m, p.option), 0)) f(p);
    std::size_t k = 0;
    while (k < options.size() && ++options[k] == stage.m.options[k]) options[k++] = 0;
    if (k == options.size()) return;
  }
}

// How far a way to search falls short of the exact maximum over all packages, on draws of the small war.
struct Shortfall {
  int draws = 0, found = 0;
  double mean = 0;
  void add(const Lanes& best, const Lanes& climbed) {
    for (int l = 0; l < width; ++l, ++draws) {
      const auto gap = static_cast<double>(lane(best, l) - lane(climbed, l));
      EXPECT_GT(gap, -1e-5);
      found += gap < 1e-5 ? 1 : 0;
      mean += (gap - mean) / (draws + 1);
    }
  }
};

TEST(Climb, FindsTheBestPackageNearlyAlways) {
  testing::Stage<Lanes> stage(testing::small_war());
  Shortfall quick, thorough, of_four;
  for (std::uint32_t first = 0; first < 400; first += width) {
    stage.begin_at(first, {}, false);
    Lanes best(-9.0f), who;
    every_package(stage, [&](const Package<Lanes>& p) {
      Worths<Lanes> w;
      weigh(stage.m, stage.t, stage.s, p, w);
      best = max(best, least_gain(stage.m, stage.t, p, w, who));
    });
    const auto climbed = [&](const std::vector<int>& start, Effort effort) {
      auto p = stage.package(start);
      return climb(stage.m, stage.t, stage.s, p, who, effort);
    };
    const auto& plan = stage.m.texts[0];
    quick.add(best, climbed(plan, Effort::quick));
    Lanes high = climbed(plan, Effort::thorough);
    thorough.add(best, high);
    for (const auto& start : {std::vector<int>(4, 0), stage.m.aim[side_a], stage.m.aim[side_b]})
      high = max(high, climbed(start, Effort::thorough));
    of_four.add(best, high);
  }
  EXPECT_GE(of_four.found, of_four.draws * 9 / 10);
  EXPECT_LT(of_four.mean, 0.001) << of_four.found;
  EXPECT_GE(thorough.found, thorough.draws * 8 / 10);
  EXPECT_LT(thorough.mean, 0.002) << thorough.found;
  EXPECT_GE(quick.found, quick.draws * 5 / 10);
  EXPECT_LT(quick.mean, 0.006) << quick.found;
}

Hearing<Lanes> fair_hearing(double heat) {
  Hearing<Lanes> hearing;
  hearing.bias.fill(Lanes(1.0f)), hearing.error.fill(Lanes(0.0f));
  hearing.heat = constant<Lanes>(heat), hearing.scale = constant<Lanes>(0.05);
  return hearing;
}

// Without annealing the text never gets worse in the eyes of whoever holds the pen, and never breaks a constraint.
TEST(Revise, OnlyClimbsWithoutAnnealing) {
  Switches on;
  on.annealing = false;
  testing::Stage<Lanes> stage(testing::small_war(), on, 0, false);
  const auto hearing = fair_hearing(0.02);
  auto text = stage.package({0, 0, 0, 0});
  Worths<Lanes> w;
  weigh(stage.m, stage.t, stage.s, text, w, false);
  Lanes before = score(stage.m, stage.t, hearing, w);
  const Lanes start = before;
  for (stage.rng.step = 1; stage.rng.step <= 60; ++stage.rng.step) {
    revise(stage.m, stage.t, stage.s, stage.rng, hearing, Lanes(0.0f) < Lanes(1.0f), text);
    add_up(stage.m, stage.t, text);
    weigh(stage.m, stage.t, stage.s, text, w, false);
    const Lanes after = score(stage.m, stage.t, hearing, w);
    for (int l = 0; l < width; ++l) EXPECT_GT(lane(after, l) - lane(before, l), -1e-3f);
    EXPECT_FALSE(any(!allowed(stage.m, text.option)));
    before = after;
  }
  for (int l = 0; l < width; ++l) EXPECT_GT(lane(before, l), lane(start, l));
}

TEST(Revise, LeavesTheTextAloneWhereNobodyMeets) {
  testing::Stage<Lanes> stage(testing::small_war());
  auto text = stage.package({2, 2, 0, 0});
  const Lanes own = per_lane<Lanes>([](int l) { return static_cast<float>(l); });
  for (stage.rng.step = 1; stage.rng.step <= 30; ++stage.rng.step)
    revise(stage.m, stage.t, stage.s, stage.rng, fair_hearing(5), own < Lanes(0.5f), text);
  bool changed = false;
  for (std::size_t k = 0; k < 4; ++k) {
    changed = changed || lane(text.option[k], 0) != (k < 2 ? 2.0f : 0.0f);
    for (int l = 1; l < width; ++l) EXPECT_EQ(lane(text.option[k], l), k < 2 ? 2.0f : 0.0f);
  }
  EXPECT_TRUE(changed);
}

// ---- answers --------------------------------------------------------------------------------------------------

Meeting<Lanes> a_meeting(const testing::Stage<Lanes>&) {
  Meeting<Lanes> meeting;
  meeting.held = Lanes(0.0f) < Lanes(1.0f);
  meeting.leak = meeting.publicity = meeting.open = Lanes(0.0f);
  meeting.present.fill(Lanes(1.0f));
  meeting.hearing = fair_hearing(0);
  return meeting;
}

// What a side believes of the other's walk-away value falls when the other accepts and rises when it refuses.
TEST(Answer, TellsTheOtherSideSomething) {
  Dossier d = testing::small_war();
  fix(d, "party.north.insincere", 0), fix(d, "party.south.insincere", 0);
  testing::Stage<Lanes> stage(d);
  const auto text = stage.package({2, 2, 2, 1});
  for (const double gain : {-1.0, 1.0}) {
    stage.begin_at(0, {});
    Worths<Lanes> w;
    weigh(stage.m, stage.t, stage.s, text, w);
    w.gain.fill(constant<Lanes>(gain));
    const Lanes before = stage.s.guess[side_a];
    const auto agreed = answer(stage.m, stage.t, stage.s, stage.rng, a_meeting(stage), text, w);
    for (int l = 0; l < width; ++l) {
      EXPECT_EQ(lane(agreed, l), gain > 0);
      EXPECT_EQ(lane(stage.s.guess[side_a], l) > lane(before, l), gain < 0);
      EXPECT_EQ(lane(stage.s.yielded[side_a], l), gain > 0 ? 1.0f : 0.0f);
    }
  }
}

// An accept has the chance logistic((gain - bar) / scale), over many runs and moods.
TEST(Answer, TheChanceIsLogisticInTheGain) {
  Dossier d = testing::small_war();
  fix(d, "party.north.holdout", 0), fix(d, "party.north.accept_scale", 0.05);
  testing::Stage<Lanes> stage(d);
  const auto text = stage.package({2, 2, 2, 1});
  Worths<Lanes> w;
  weigh(stage.m, stage.t, stage.s, text, w);
  w.gain.fill(Lanes(9.0f)), w.gain[0] = Lanes(0.03f);
  w.lasting[0] = Lanes(0.5f);  // half of the deal's value is peace: the spread of the answer is halved
  int yes = 0;
  constexpr std::uint32_t runs = 8000;
  for (stage.rng.first = 0; stage.rng.first < runs; stage.rng.first += width) {
    const auto agreed = answer(stage.m, stage.t, stage.s, stage.rng, a_meeting(stage), text, w);
    for (int l = 0; l < width; ++l) yes += lane(agreed, l) ? 1 : 0;
  }
  const double chance = 1 / (1 + std::exp(-1.2));
  EXPECT_NEAR(yes / static_cast<double>(runs), chance, 4 * std::sqrt(chance * (1 - chance) / runs));
}

TEST(Answer, BlameFallsOnWhoRefusesWhatTheOtherAccepts) {
  Dossier d = testing::small_war();
  fix(d, "party.south.insincere", 0);
  testing::Stage<Lanes> stage(d);
  const auto text = stage.package({2, 2, 2, 1});
  Worths<Lanes> w;
  weigh(stage.m, stage.t, stage.s, text, w);
  w.gain.fill(Lanes(9.0f)), w.gain[1] = Lanes(-9.0f);
  answer(stage.m, stage.t, stage.s, stage.rng, a_meeting(stage), text, w);
  EXPECT_EQ(lane(stage.s.blame[side_b], 0), 1.0f);
  EXPECT_EQ(lane(stage.s.blame[side_a], 0), 0.0f);
}

TEST(Leak, TellsTheWalkAwayValue) {
  testing::Stage<Lanes> stage(testing::small_war(), {}, 0, false);
  auto meeting = a_meeting(stage);
  meeting.leak = Lanes(1.0f);
  leak(stage.t, stage.s, stage.m, stage.rng, meeting);
  for (int l = 0; l < width; ++l) EXPECT_EQ(lane(stage.s.guess[side_a], l), lane(stage.s.walk_away[1], l));
}

TEST(Consensus, CountsClausesThatAllLikeBetterThanOpen) {
  const testing::Stage<double> stage(testing::small_war());
  // Both like a weak guarantee and the watch better than nothing settled; the South likes no "none" for a guarantee.
  EXPECT_EQ(consensus_of(stage.m, stage.t, stage.package({0, 2, 2, 0}).option), 1);
  EXPECT_EQ(consensus_of(stage.m, stage.t, stage.package({0, 1, 2, 0}).option), 0.5);
  EXPECT_EQ(consensus_of(stage.m, stage.t, stage.package({0, 0, 0, 0}).option), 0);
}

}  // namespace
}  // namespace armistice
