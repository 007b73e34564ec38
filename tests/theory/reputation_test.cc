// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/reputation.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace armistice {
namespace {

TEST(Reputation, TheSlowerOneConcedesAtOnce) {
  const Concession c = concession({0.6, 0.6, 0.1, 0.2, 0.05, 0.1});
  EXPECT_NEAR(c.hazard_1, 0.4, 1e-13);
  EXPECT_NEAR(c.hazard_2, 0.2, 1e-13);
  EXPECT_NEAR(c.alone_1, 7.489330683884973, 1e-11);
  EXPECT_NEAR(c.alone_2, 11.512925464970222, 1e-11);
  EXPECT_NEAR(c.end, 7.489330683884973, 1e-11);
  EXPECT_EQ(c.at_once_1, 0);
  EXPECT_NEAR(c.at_once_2, 0.552786404500042, 1e-12);
}

RC_GTEST_PROP(ReputationLaw, BothAreKnownAtTheSameTime, ()) {
  const auto chance = [](int low, int high) { return *rc::gen::inRange(low, high) / 100.0; };
  const Obstinacy sides{chance(51, 99), chance(51, 99), chance(1, 50), chance(1, 50), chance(1, 60), chance(1, 60)};
  const Concession c = concession(sides);
  // Bayes: who did not concede at the start is obstinate with z / (1 - F), and its hazard brings that to 1.
  RC_ASSERT(std::fabs(sides.obstinate_1 / (1 - c.at_once_1) * std::exp(c.hazard_1 * c.end) - 1) < 1e-9);
  RC_ASSERT(std::fabs(sides.obstinate_2 / (1 - c.at_once_2) * std::exp(c.hazard_2 * c.end) - 1) < 1e-9);
  RC_ASSERT(c.at_once_1 == 0 || c.at_once_2 == 0);
}

}  // namespace
}  // namespace armistice
