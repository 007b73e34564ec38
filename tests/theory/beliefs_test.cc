// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/beliefs.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace armistice {
namespace {

double between(double low, double high) {
  return low + (high - low) * *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 100001)) / 1e5;
}

TEST(Beliefs, GapOfTwoOptimists) {
  EXPECT_NEAR(belief_gap(8, 4, 12, 0), 0.3333333333333333, 1e-15);
  EXPECT_NEAR(belief_gap(8, 4, 12, 12), 0.16666666666666666, 1e-15);
  EXPECT_EQ(battles_until_gap(8, 4, 12, 0.05), 68);
  EXPECT_EQ(battles_until_gap(8, 4, 12, 0.5), 0);
}

RC_GTEST_PROP(BeliefsLaw, TheGapDoesNotDependOnResults, ()) {
  const double wins_a = *rc::gen::inRange(1, 50), wins_b = *rc::gen::inRange(1, 50), weight = 60;
  const int battles = *rc::gen::inRange(0, 200), won = *rc::gen::inRange(0, battles + 1);
  const double gap = (wins_a + won) / (weight + battles) - (wins_b + won) / (weight + battles);
  RC_ASSERT(std::fabs(gap - belief_gap(wins_a, wins_b, weight, battles)) < 1e-14);
}

RC_GTEST_PROP(BeliefsLaw, NormalGapShrinksAsOneOverLooks, ()) {
  // The same law for normal beliefs of equal variance: gap_0 / (1 + looks variance / noise).
  const double gap = between(0, 1), variance = between(0.01, 1), noise = between(0.01, 4);
  Belief<double> a = {gap, variance}, b = {0, variance};
  const int looks = *rc::gen::inRange(0, 60);
  for (int i = 0; i < looks; ++i) {
    const double seen = between(-3, 3);
    a = learned(a, seen, noise, 0.0);
    b = learned(b, seen, noise, 0.0);
  }
  RC_ASSERT(std::fabs(a.mean - b.mean - gap / (1 + looks * variance / noise)) < 1e-12);
  RC_ASSERT(std::fabs(1 / a.variance - 1 / variance - looks / noise) < 1e-9 / a.variance);
}

TEST(Beliefs, Learned) {
  const Belief<double> after = learned<double>({0.2, 0.04}, 0.5, 0.12, 0.0);
  EXPECT_NEAR(after.mean, 0.275, 1e-15);
  EXPECT_NEAR(after.variance, 0.03, 1e-15);
  const Belief<double> speed = learned_speed<double>({0, 0.01}, 0.01, 0.02, 0.02, 0.0);
  EXPECT_NEAR(speed.mean, 0.5 * 0.01 / 1.01, 1e-15);
  EXPECT_NEAR(speed.variance, 0.01 / 1.01, 1e-15);
}

TEST(Beliefs, DriftKeepsAFloor) {
  EXPECT_NEAR(settled_variance(0.02, 0.01), 0.01, 1e-15);
  Belief<double> belief = {0, 5};
  for (int i = 0; i < 200; ++i) belief = learned(belief, 1.0, 0.02, 0.01);
  EXPECT_NEAR(belief.variance, 0.01, 1e-12);
  EXPECT_NEAR(belief.mean, 1, 1e-9);
}

// The posterior's moments by the midpoint rule.
Belief<double> by_integration(const Belief<double>& before, double offer, double temper, bool refused) {
  const double sd = std::sqrt(before.variance), step = sd / 200;
  double mass = 0, first = 0, second = 0;
  for (int i = -2400; i < 2400; ++i) {
    const double away = (i + 0.5) * step;
    const double z = (before.mean + away - offer) / temper * (refused ? 1 : -1);
    const double weight = std::exp(-away * away / (2 * before.variance)) * std::erfc(-z / std::sqrt(2));
    mass += weight;
    first += weight * away;
    second += weight * away * away;
  }
  const double mean = first / mass;
  return {before.mean + mean, second / mass - mean * mean};
}

TEST(Beliefs, AnAnswerTells) {
  const Belief<double> before = {0.5, 0.01};
  const Belief<double> refused = answered(before, 0.6, 0.1, true), accepted = answered(before, 0.6, 0.1, false);
  EXPECT_NEAR(refused.mean, 0.59163528, 1e-8);
  EXPECT_NEAR(refused.variance, 0.00618474, 1e-8);
  EXPECT_NEAR(accepted.mean, 0.47110218, 1e-8);
  EXPECT_NEAR(accepted.variance, 0.00772003, 1e-8);
  EXPECT_NEAR(refusal_chance(before, 0.6, 0.1), 0.2398, 5e-5);
}

RC_GTEST_PROP(BeliefsLaw, MomentsAreThoseOfThePosterior, ()) {
  const double sd = between(0.02, 0.4);
  const Belief<double> before = {between(0, 1), sd * sd};
  const double offer = between(0, 1), temper = between(0.02, 0.5);
  const bool refused = *rc::gen::arbitrary<bool>();
  const Belief<double> got = answered(before, offer, temper, refused);
  // Integration fails where the answer was a surprise of more than some deviations: its mass lies beyond the grid.
  RC_PRE(std::fabs(before.mean - offer) < 6 * std::sqrt(before.variance + temper * temper));
  const Belief<double> exact = by_integration(before, offer, temper, refused);
  RC_ASSERT(std::fabs(got.mean - exact.mean) < 1e-7);
  RC_ASSERT(std::fabs(got.variance - exact.variance) < 1e-7);
}

RC_GTEST_PROP(BeliefsLaw, AnswersAverageToTheBelief, ()) {
  const Belief<double> before = {between(0, 1), between(1e-4, 0.2)};
  const double offer = between(0, 1), temper = between(0.02, 0.5);
  const double chance = refusal_chance(before, offer, temper);
  const Belief<double> no = answered(before, offer, temper, true), yes = answered(before, offer, temper, false);
  RC_ASSERT(no.mean >= before.mean && yes.mean <= before.mean);
  RC_ASSERT(0 < no.variance && no.variance <= before.variance && 0 < yes.variance && yes.variance <= before.variance);
  const double mean = chance * no.mean + (1 - chance) * yes.mean;
  const double second =
      chance * (no.variance + no.mean * no.mean) + (1 - chance) * (yes.variance + yes.mean * yes.mean);
  RC_ASSERT(std::fabs(mean - before.mean) < 1e-12);
  RC_ASSERT(std::fabs(second - mean * mean - before.variance) < 1e-10);
}

RC_GTEST_PROP(BeliefsLaw, LanesAgreeWithDouble, ()) {
  const auto f = [](double value) { return constant<Lanes>(value); };
  const Belief<double> before = {between(-2, 2), between(1e-3, 0.2)};
  const double offer = between(-2, 2), temper = between(0.02, 0.5);
  const bool refused = *rc::gen::arbitrary<bool>();
  const Belief<double> exact = answered(before, offer, temper, refused);
  const Mask<Lanes> mask = refused ? f(1) > f(0) : f(0) > f(1);
  const Belief<Lanes> got = answered<Lanes>({f(before.mean), f(before.variance)}, f(offer), f(temper), mask);
  RC_ASSERT(std::fabs(static_cast<double>(lane(got.mean, 2)) - exact.mean) < 2e-5);
  RC_ASSERT(std::fabs(static_cast<double>(lane(got.variance, 2)) - exact.variance) < 2e-5 * before.variance);
}

TEST(Beliefs, NoAnswerBreaksIt) {
  for (double offer : {-1e6, -50.0, 0.5, 50.0, 1e6}) {
    for (bool refused : {false, true}) {
      const Belief<double> got = answered<double>({0.5, 1e-4}, offer, 0.01, refused);
      EXPECT_TRUE(std::isfinite(got.mean)) << offer;
      EXPECT_GT(got.variance, 0) << offer;
      const auto f = [](double value) { return constant<Lanes>(value); };
      const Mask<Lanes> mask = refused ? f(1) > f(0) : f(0) > f(1);
      const Belief<Lanes> lanes = answered<Lanes>({f(0.5), f(1e-4)}, f(offer), f(0.01), mask);
      EXPECT_TRUE(std::isfinite(lane(lanes.mean, 0))) << offer;
      EXPECT_GT(lane(lanes.variance, 0), 0) << offer;
    }
  }
}

}  // namespace
}  // namespace armistice
