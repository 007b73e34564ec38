// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/battle_learning.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "armistice/theory/forts.h"

namespace armistice {
namespace {

const FoeTypes foe{0.4, 0.6};

TEST(BattleLearning, Posterior) {
  EXPECT_NEAR(belief_after_battles(0.5, foe, 2, 3), 0.6, 1e-14);
  EXPECT_NEAR(belief_after_battles(0.3, foe, 0, 4), 0.684507042253521, 1e-14);
  EXPECT_EQ(defeats_until(0.3, foe, 0.5454545454545454), 3);
  EXPECT_EQ(defeats_until(0.6, foe, 0.5454545454545454), 0);
  EXPECT_EQ(defeats_until(0.3, foe, belief_after_battles(0.3, foe, 0, 5)), 5);
  EXPECT_NEAR(battle_evidence(0.4, 0.6), 0.08109302162163282, 1e-14);
  // Near a half the evidence is twice the square of the gap.
  EXPECT_NEAR(battle_evidence(0.5, 0.5 + 1e-9) / 2e-18, 1, 1e-6);
}

TEST(BattleLearning, WaldWithoutOvershoot) {
  const Verdict strong = wald_verdict(0.5, 0.1, 0.9, foe, true), weak = wald_verdict(0.5, 0.1, 0.9, foe, false);
  EXPECT_NEAR(strong.taken_for_strong, 0.9, 1e-13);
  EXPECT_NEAR(strong.battles, 21.676090330811657, 1e-11);
  EXPECT_NEAR(weak.taken_for_strong, 0.09999999999999996, 1e-13);
  EXPECT_NEAR(weak.battles, 21.676090330811654, 1e-11);
}

TEST(BattleLearning, ExactWithOvershoot) {
  const Verdict strong = exact_verdict(0.5, 0.1, 0.9, foe, true), weak = exact_verdict(0.5, 0.1, 0.9, foe, false);
  EXPECT_NEAR(strong.taken_for_strong, 0.9192938209331651, 1e-12);
  EXPECT_NEAR(strong.battles, 25.157629255989914, 1e-9);
  EXPECT_NEAR(weak.taken_for_strong, 1 - 0.9192938209331651, 1e-12);
  EXPECT_LT(strong.unfinished, 1e-15);
  // Six net defeats cross the threshold: a random walk on twelve forts.
  EXPECT_NEAR(strong.taken_for_strong, fort_win_chance(6, 12, 0.6), 1e-12);
  EXPECT_NEAR(strong.battles, fort_battles(6, 12, 0.6), 1e-9);
}

// The chance of being wrong and the mean belief: those who end at `high` are strong with at least that chance.
RC_GTEST_PROP(BattleLearningLaw, VerdictsAreAsGoodAsTheirThresholds, ()) {
  const double strong = *rc::gen::inRange(10, 45) / 100.0, weak = strong + *rc::gen::inRange(10, 45) / 100.0;
  const double prior = *rc::gen::inRange(30, 70) / 100.0;
  const Verdict if_strong = exact_verdict(prior, 0.1, 0.9, {strong, weak}, true);
  const Verdict if_weak = exact_verdict(prior, 0.1, 0.9, {strong, weak}, false);
  const double high = prior * if_strong.taken_for_strong, all_high = high + (1 - prior) * if_weak.taken_for_strong;
  RC_ASSERT(high >= 0.9 * all_high - 1e-12);
  RC_ASSERT(prior - high <= 0.1 * (1 - all_high) + 1e-12);
}

TEST(BattleLearning, WhatIsNotFollowedToItsEndIsSaid) {
  const Verdict slow = exact_verdict(0.5, 1e-9, 1 - 1e-9, {0.5, 0.5001}, true);
  EXPECT_GT(slow.unfinished, 0.5);
  EXPECT_EQ(slow.battles, 100000);
}

}  // namespace
}  // namespace armistice
