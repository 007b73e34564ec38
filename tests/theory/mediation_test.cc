// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/mediation.h"

#include <gtest/gtest.h>

#include <cmath>

namespace armistice {
namespace {

const Mediator mediator{0.1, 0.6, 0.1, 0.4, 0.5};

TEST(Mediation, OnlyAFriendIsBelieved) {
  EXPECT_NEAR(credible_bias(mediator).low, 0.19230769230769232, 1e-13);
  EXPECT_NEAR(credible_bias(mediator).high, 5.0, 1e-12);
  EXPECT_TRUE(heeded(mediator, 0.2).weak);
  EXPECT_TRUE(heeded(mediator, 0.2).strong);
}

TEST(Mediation, TruthGains) {
  struct Row {
    double bias, weak, strong;
  };
  for (const Row& row : {Row{0, -0.05, 0.3}, Row{0.19230769230769232, 0, 0.28846153846153844}, Row{1, 0.21, 0.24},
                         Row{5, 1.25, 0}, Row{6, 1.51, -0.06}}) {
    EXPECT_NEAR(truth_gains(mediator, row.bias).after_weak, row.weak, 1e-13) << row.bias;
    EXPECT_NEAR(truth_gains(mediator, row.bias).after_strong, row.strong, 1e-13) << row.bias;
  }
}

TEST(Mediation, WhatItIsWorth) {
  const MediationValue value = mediation_value(mediator, 0.5, 0.2, 0.4);
  EXPECT_NEAR(value.share_without, 0.72, 1e-13);
  EXPECT_NEAR(value.share_with, 0.744, 1e-13);
  EXPECT_NEAR(value.war_without, 0.3, 1e-13);
  EXPECT_NEAR(value.war_with, 0.06, 1e-13);
}

TEST(Mediation, WhereNoBiasIsEnoughOrTooMuch) {
  EXPECT_TRUE(std::isinf(credible_bias({0.9, 0.95, 0.1, 0.4, 0.5}).low));
  EXPECT_TRUE(std::isinf(credible_bias({0.1, 0.8, 0.1, 0.4, 0.5}).high));
}

}  // namespace
}  // namespace armistice
