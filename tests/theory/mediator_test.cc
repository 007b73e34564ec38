// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/mediator.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/theory/domains.h"

namespace armistice {
namespace {

std::vector<std::uint64_t> thirty() {
  std::vector<std::uint64_t> seeds;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) seeds.push_back(seed);
  return seeds;
}

// Median share of the best Nash product over thirty seeds.
double median_of(const Space& space, const std::string& name, int rounds) {
  const std::vector<std::string> names{name};
  return compare_protocols(space, names, thirty(), testing::yardstick_by_hand(space), {.rounds = rounds})[0]
      .nash_median;
}

// Published mediators reach 85 % (veto, 2,000 proposals) and 62 % (hill climbing) on a domain of this size; ours that
// anneals on gains is asked for 98 % with half as many. The table of docs/protocols.md is printed by this test's
// records (--gtest_output=xml).
TEST(Mediator, AnnealsToTheBestNashProductOfAdditiveDomains) {
  for (std::uint64_t domain = 1; domain <= 5; ++domain) {
    const Space space = testing::additive_domain(5, 5, 3, domain);
    ASSERT_EQ(package_count(space), 3125u);
    const double annealed = median_of(space, "anneal", 1000), veto = median_of(space, "veto", 2000),
                 climbed = median_of(space, "climb", 2000), votes = median_of(space, "votes", 1000);
    RecordProperty(fmt::format("additive_{}", domain),
                   fmt::format("anneal {:.3f} votes {:.3f} veto {:.3f} climb {:.3f}", annealed, votes, veto, climbed));
    EXPECT_GE(annealed, 0.98) << domain;
    EXPECT_GT(annealed, veto) << domain;
    EXPECT_GT(veto, climbed) << domain;
    EXPECT_GT(climbed, 0.3) << domain;
  }
}

TEST(Mediator, AnnealsToTheBestNashProductOfLinkedIssues) {
  for (std::uint64_t domain = 1; domain <= 3; ++domain) {
    const Space space = testing::linked_domain(12, 2, domain);
    ASSERT_EQ(package_count(space), 4096u);
    const double annealed = median_of(space, "anneal", 1000), veto = median_of(space, "veto", 2000),
                 climbed = median_of(space, "climb", 2000), votes = median_of(space, "votes", 1000);
    RecordProperty(fmt::format("linked_{}", domain),
                   fmt::format("anneal {:.3f} votes {:.3f} veto {:.3f} climb {:.3f}", annealed, votes, veto, climbed));
    EXPECT_GE(annealed, 0.98) << domain;
    EXPECT_GT(annealed, climbed) << domain;
  }
}

// Whatever the domain: a text that replaced another by veto or by climbing left nobody worse off.
TEST(Mediator, VetoAndClimbingNeverHurtAnybody) {
  const Space space = testing::additive_domain(4, 4, 3, 9);
  for (const auto run : {single_text_veto, hill_climbing}) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      const ProtocolResult result = run(space, {.rounds = 300, .seed = seed, .log = true});
      std::vector<double> before(3, -1.0);
      int accepted = 0;
      for (const Proposal& proposal : result.log) {
        if (!proposal.accepted) continue;
        ++accepted;
        for (int i = 0; i < 3; ++i) {
          const double now = utility_of(space, i, proposal.package);
          EXPECT_GE(now, before[static_cast<std::size_t>(i)] - 1e-9);
          before[static_cast<std::size_t>(i)] = now;
        }
      }
      EXPECT_GT(accepted, 0);
      ASSERT_TRUE(result.agreed);
      EXPECT_NEAR(result.utility[0], before[0], 1e-12);
    }
  }
}

// A climb ends on a text from which no single clause can be changed with everybody's consent.
TEST(Mediator, AClimbEndsWhereNothingPasses) {
  const Space space = testing::additive_domain(4, 4, 2, 3);
  const ProtocolResult result = hill_climbing(space, {.seed = 5});
  ASSERT_TRUE(result.agreed);
  EXPECT_LT(result.round, 200);
  for (std::size_t k = 0; k < 4; ++k)
    for (int o = 0; o < 4; ++o) {
      auto next = result.package;
      next[k] = o;
      const double a = utility_of(space, 0, next) - result.utility[0],
                   b = utility_of(space, 1, next) - result.utility[1];
      EXPECT_FALSE(a >= 0 && b >= 0 && a + b > 1e-9) << k << " " << o;
    }
}

TEST(Mediator, KeepsConstraintsAndReservations) {
  Space space = testing::additive_domain(4, 4, 2, 3);
  space.implications.push_back({{{0, 1}}, {}});                // option 1 of issue 0 is forbidden
  space.implications.push_back({{{1, 2}}, {{2, 0}, {2, 1}}});  // option 2 of issue 1 needs 0 or 1 of issue 2
  space.reservation = {0.5, 0.4};
  for (const auto run : {single_text_veto, hill_climbing, annealing_on_votes, annealing_on_gains})
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      const ProtocolResult result = run(space, {.rounds = 200, .seed = seed, .log = true});
      for (const Proposal& proposal : result.log)
        if (proposal.accepted) {
          EXPECT_TRUE(allowed(space, proposal.package));
        }
      if (result.agreed) {
        EXPECT_GE(result.utility[0], 0.5 - 1e-9);
        EXPECT_GE(result.utility[1], 0.4 - 1e-9);
      } else {
        EXPECT_EQ(result.utility, space.reservation);
        EXPECT_TRUE(result.package.empty());
      }
    }
}

// Without a package that all would sign there is no deal, and without a package at all no text.
TEST(Mediator, NoZoneNoDeal) {
  Space space = testing::additive_domain(3, 3, 2, 4);
  space.reservation = {0.99, 0.99};
  EXPECT_FALSE(annealing_on_gains(space, {}).agreed);
  space.implications.push_back({{}, {}});
  EXPECT_FALSE(annealing_on_gains(space, {}).agreed);
  EXPECT_EQ(annealing_on_gains(space, {}).round, 0);
}

}  // namespace
}  // namespace armistice
