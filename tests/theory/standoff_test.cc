// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/standoff.h"

#include <gtest/gtest.h>

#include <cmath>

#include "armistice/theory/attrition.h"
#include "tests/theory/domains.h"

namespace armistice {
namespace {

// Two parties and three packages: each one's own (10 to it, 0 to the other), and a compromise (3 each).
Space prize() {
  return {.parties = 2,
          .options = {3},
          .utility = {10, 0, 3, 0, 10, 3},
          .constant = {0, 0},
          .reservation = {0, 0},
          .interactions = {},
          .implications = {}};
}

// v = 10, cost 1, deadline 8, 3 more by the award than by yielding: nobody yields after round 5, and the award is
// reached with the chance exp(-1).
TEST(Standoff, ByHand) {
  constexpr int runs = 4000;
  int awards = 0;
  for (std::uint64_t seed = 1; seed <= runs; ++seed) {
    const auto result = war_of_attrition(prize(), {.rounds = 8, .seed = seed, .cost = {1, 1}, .award = {2}});
    ASSERT_TRUE(result.agreed);
    const bool award = result.package == std::vector<int>{2};
    awards += award ? 1 : 0;
    if (award) {
      EXPECT_EQ(result.value, (std::vector<double>{-5, -5}));
    } else {
      EXPECT_LE(result.round, 5);
      EXPECT_NEAR(result.value[0] + result.value[1], 10 - 2 * (result.round - 1), 1e-12);
    }
  }
  const double chance = attrition_with_deadline(10, 1, 8, 3).reach_chance;
  EXPECT_NEAR(awards / double{runs}, chance, 4 * std::sqrt(chance * (1 - chance) / runs));
}

// Without a deadline in sight the wait is exponential at 2 c / v: with one round as the unit, a mean of
// 1 / (1 - exp(-0.2)) rounds. Each side wins as often as the other.
TEST(Standoff, TheWaitIsExponential) {
  constexpr int runs = 4000;
  double rounds = 0;
  int first = 0;
  for (std::uint64_t seed = 1; seed <= runs; ++seed) {
    const auto result = war_of_attrition(prize(), {.rounds = 10000, .seed = seed, .cost = {1, 1}});
    ASSERT_TRUE(result.agreed);
    rounds += result.round, first += result.utility[0] > 5 ? 1 : 0;
  }
  const double mean = 1 / (1 - std::exp(-2 * attrition(10, 1).hazard));
  EXPECT_NEAR(rounds / runs, mean, 4 * mean / std::sqrt(double{runs}));
  EXPECT_NEAR(first / double{runs}, 0.5, 4 * 0.5 / std::sqrt(double{runs}));
}

TEST(Standoff, WhoLikesTheOthersDemandYieldsAtOnce) {
  Space s = prize();
  s.utility = {10, 10, 3, 0, 10, 3};
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto result = war_of_attrition(s, {.seed = seed});
    EXPECT_EQ(result.round, 1);
    EXPECT_EQ(result.utility, (std::vector<double>{10, 10}));
  }
}

TEST(Standoff, NoDealAtTheDeadlineWithoutAnAward) {
  int open = 0;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const auto result = war_of_attrition(prize(), {.rounds = 3, .seed = seed, .cost = {0.1, 0.1}});
    if (result.agreed) continue;
    ++open;
    EXPECT_EQ(result.round, 3);
    EXPECT_EQ(result.utility, (std::vector<double>{0, 0}));
    EXPECT_NEAR(result.value[0], -0.3, 1e-12);
  }
  EXPECT_GT(open, 30);
}

}  // namespace
}  // namespace armistice
