// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/protocol.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "tests/theory/domains.h"

namespace armistice {
namespace {

TEST(Protocols, AreFoundByName) {
  std::set<std::string_view> names;
  for (const Protocol& protocol : protocols()) {
    EXPECT_TRUE(names.insert(protocol.name).second);
    EXPECT_EQ(protocol_named(protocol.name), &protocol);
    EXPECT_FALSE(protocol.meaning.empty());
  }
  EXPECT_EQ(names.size(), 11u);
  EXPECT_EQ(protocol_named("telepathy"), nullptr);
}

bool same(const ProtocolResult& a, const ProtocolResult& b) {
  if (a.log.size() != b.log.size()) return false;
  for (std::size_t i = 0; i < a.log.size(); ++i)
    if (a.log[i].round != b.log[i].round || a.log[i].by != b.log[i].by || a.log[i].package != b.log[i].package ||
        a.log[i].accepted != b.log[i].accepted)
      return false;
  return a.agreed == b.agreed && a.round == b.round && a.package == b.package && a.utility == b.utility &&
         a.value == b.value;
}

// Each protocol: the same terms give the same bits, every deal is allowed and hurts nobody, and keeping the log moves
// nothing.
TEST(Protocols, AreReproducibleAndRational) {
  Space space = testing::linked_domain(8, 2, 4);
  space.implications.push_back({{{0, 1}, {1, 1}}, {}});
  for (const Protocol& protocol : protocols()) {
    int deals = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
      const ProtocolTerms terms{.rounds = 200, .seed = seed, .log = true};
      const ProtocolResult result = protocol.run(space, terms);
      EXPECT_TRUE(same(result, protocol.run(space, terms))) << protocol.name;
      ProtocolTerms quiet = terms;
      quiet.log = false;
      EXPECT_EQ(result.package, protocol.run(space, quiet).package) << protocol.name;
      EXPECT_LE(result.round, 200) << protocol.name;
      if (!result.agreed) {
        EXPECT_EQ(result.utility, space.reservation) << protocol.name;
        continue;
      }
      ++deals;
      EXPECT_TRUE(allowed(space, result.package)) << protocol.name;
      for (int i = 0; i < 2; ++i) {
        const auto own = static_cast<std::size_t>(i);
        EXPECT_GE(result.utility[own], space.reservation[own] - 1e-9) << protocol.name;
        EXPECT_NEAR(result.utility[own], utility_of(space, i, result.package), 1e-12) << protocol.name;
      }
    }
    EXPECT_GT(deals, 0) << protocol.name;
  }
}

// Utilities have no scale: doubling one party's moves no package of any protocol (a power of two is exact).
TEST(Protocols, DoNotHangOnTheScaleOfUtility) {
  const Space space = testing::additive_domain(4, 3, 2, 6);
  Space doubled = space;
  for (std::size_t i = 0; i < doubled.utility.size() / 2; ++i) doubled.utility[i] *= 2;
  for (const Protocol& protocol : protocols())
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      const ProtocolTerms terms{.rounds = 100, .seed = seed};
      EXPECT_EQ(protocol.run(space, terms).package, protocol.run(doubled, terms).package) << protocol.name;
    }
}

TEST(Compare, ScoresByHand) {
  // Two packages: (1, 0.5) and (0.5, 1); the ultimatum gives the first speaker its own.
  const Space space{.parties = 2,
                    .options = {2},
                    .utility = {1, 0.5, 0.5, 1},
                    .constant = {0, 0},
                    .reservation = {0, 0},
                    .interactions = {},
                    .implications = {}};
  const std::vector<std::string> names{"ultimatum", "anneal"};
  const std::vector<std::uint64_t> seeds{1, 2, 3};
  const Yardstick yardstick{1.0, {{1, 0.5}, {0.5, 1}, {0.8, 1}}};
  const auto scores = compare_protocols(space, names, seeds, yardstick, {.first = 1});
  ASSERT_EQ(scores.size(), 2u);
  EXPECT_EQ(scores[0].name, "ultimatum");
  EXPECT_EQ(scores[0].runs, 3);
  EXPECT_EQ(scores[0].agreed, 1);
  EXPECT_EQ(scores[0].rounds, 1);
  EXPECT_EQ(scores[0].nash_median, 0.5);
  EXPECT_EQ(scores[0].nash_mean, 0.5);
  EXPECT_EQ(scores[0].distance, 0);
  EXPECT_EQ(scores[1].rounds, 1000);
  const auto far =
      compare_protocols(space, std::vector<std::string>{"ultimatum"}, seeds, {1.0, {{0.8, 1}}}, {.first = 1});
  EXPECT_NEAR(far[0].distance, 0.3, 1e-12);
  Space apart = space;
  apart.reservation = {0.9, 0.9};
  const auto none = compare_protocols(apart, names, seeds, {}, {});
  EXPECT_EQ(none[0].agreed, 0);
  EXPECT_EQ(none[0].nash_median, 0);
  EXPECT_TRUE(std::isnan(none[0].distance));
}

// The yardstick of solve() is that of the definitions, and so are the scores.
TEST(Compare, AgreesWithEveryPackageByHand) {
  const std::vector<std::string> names{"veto", "anneal", "linear"};
  const std::vector<std::uint64_t> seeds{1, 2, 3};
  for (const Space& space : {testing::additive_domain(4, 4, 3, 1), testing::linked_domain(8, 2, 3)}) {
    const auto by_hand = testing::yardstick_by_hand(space), solved = yardstick(solve(space));
    EXPECT_NEAR(solved.best_nash, by_hand.best_nash, 1e-9);
    EXPECT_EQ(solved.frontier.size(), by_hand.frontier.size());
    const auto scores = compare_protocols(space, names, seeds), again = compare_protocols(space, names, seeds, by_hand);
    for (std::size_t i = 0; i < names.size(); ++i) {
      EXPECT_NEAR(scores[i].nash_median, again[i].nash_median, 1e-6);
      EXPECT_NEAR(scores[i].distance, again[i].distance, 1e-6);
      EXPECT_EQ(scores[i].agreed, again[i].agreed);
    }
  }
}

}  // namespace
}  // namespace armistice
