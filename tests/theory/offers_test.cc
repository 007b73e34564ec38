// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/offers.h"

#include <gtest/gtest.h>

#include "armistice/theory/rubinstein.h"
#include "armistice/theory/tactics.h"
#include "tests/theory/domains.h"

namespace armistice {
namespace {

// A pie in steps of 1/1000: option k gives the first party k / 1000 and the second the rest.
Space pie(double first_reservation = 0, double second_reservation = 0) {
  Space s = testing::empty_space(2, {1001});
  for (int k = 0; k <= 1000; ++k) s.utility.push_back(k / 1000.0);
  for (int k = 0; k <= 1000; ++k) s.utility.push_back((1000 - k) / 1000.0);
  s.reservation = {first_reservation, second_reservation};
  return s;
}

double share(const Space& s, const ProtocolTerms& terms) {
  const ProtocolResult result = offers_in_equilibrium(s, terms);
  EXPECT_TRUE(result.agreed);
  EXPECT_EQ(result.round, 1);
  return result.utility[0];
}

// Steps of 0.001 on the pie leave every round one step from the closed form at most, and so less than three in all.
constexpr double step = 0.003;

TEST(Offers, AFiniteHorizonIsStahls) {
  EXPECT_NEAR(share(pie(), {.rounds = 5, .first = 0, .discount = {0.9, 0.8}}), 0.8624, step);
  for (const int rounds : {1, 2, 3, 5, 8})
    for (const double d : {0.5, 0.9})
      EXPECT_NEAR(share(pie(), {.rounds = rounds, .first = 0, .discount = {d, 0.8}}),
                  finite_horizon_share(d, 0.8, rounds), step)
          << rounds << " " << d;
}

TEST(Offers, TheHorizonFadesToRubinstein) {
  for (const int rounds : {998, 999, 1000})
    for (const auto& [d1, d2] : {std::pair{0.9, 0.8}, {0.5, 0.5}, {0.3, 0.9}})
      EXPECT_NEAR(share(pie(), {.rounds = rounds, .first = 0, .discount = {d1, d2}}), first_mover_share(d1, d2),
                  2 * step);
}

TEST(Offers, AnOutsideOptionCountsOnlyWhenItBinds) {
  const auto with = [](double outside) {
    return share(pie(), {.rounds = 400, .first = 0, .discount = {0.9, 0.9}, .outside = {0, outside}});
  };
  for (const double outside : {0.2, 0.45, 0.6})
    EXPECT_NEAR(with(outside), outside_option_share(0.9, 0.9, outside), 2 * step);
  EXPECT_EQ(with(0.2), with(0));
  EXPECT_NEAR(with(0.6), 0.4, 1e-9);
}

TEST(Offers, AnInsideOptionMovesTheSplit) {
  for (const auto& [g1, g2] : {std::pair{0.3, 0.1}, {0.0, 0.5}, {0.2, 0.2}})
    EXPECT_NEAR(share(pie(g1, g2), {.rounds = 400, .first = 0, .discount = {0.9, 0.8}, .inside = {g1, g2}}),
                inside_option_share(0.9, 0.8, g1, g2), step);
  EXPECT_EQ(share(pie(0.3, 0.1), {.rounds = 400, .first = 0, .discount = {0.9, 0.8}}),
            share(pie(0.3, 0.1), {.rounds = 400, .first = 0, .discount = {0.9, 0.8}, .inside = {0.3, 0.1}}))
      << "without a word the inside option is the reservation";
}

// Three parties in turn, unanimity: shares 1, d, d^2 over their sum.
TEST(Offers, ThreePartiesInTurn) {
  Space s = testing::empty_space(3, {});
  std::vector<std::vector<double>> rows(3);
  constexpr int steps = 100;
  for (int a = 0; a <= steps; ++a)
    for (int b = 0; a + b <= steps; ++b) {
      rows[0].push_back(a / double{steps}), rows[1].push_back(b / double{steps});
      rows[2].push_back((steps - a - b) / double{steps});
    }
  s.options = {static_cast<int>(rows[0].size())};
  for (const auto& row : rows) s.utility.insert(s.utility.end(), row.begin(), row.end());
  const auto result = offers_in_equilibrium(s, {.rounds = 300, .first = 0, .discount = {0.9, 0.9, 0.9}});
  ASSERT_TRUE(result.agreed);
  EXPECT_NEAR(result.utility[0], 0.36900, 0.05);
  EXPECT_NEAR(result.utility[1], 0.33210, 0.05);
  EXPECT_NEAR(result.utility[2], 0.29889, 0.05);
}

// The outside options leave nothing to share: somebody walks away at once.
TEST(Offers, WhereLeavingIsBetterThereIsNoDeal) {
  const auto result = offers_in_equilibrium(pie(), {.rounds = 50, .first = 0, .outside = {0.7, 0.7}});
  EXPECT_FALSE(result.agreed);
  EXPECT_EQ(result.round, 1);
  EXPECT_EQ(result.utility, (std::vector<double>{0.7, 0.7}));
}

TEST(Ultimatum, TakesAllButTheReservations) {
  const auto result = ultimatum(pie(0.1, 0.25), {.first = 0, .log = true});
  ASSERT_TRUE(result.agreed);
  EXPECT_NEAR(result.utility[0], 0.75, 1e-12);
  EXPECT_EQ(result.log.size(), 1u);
  EXPECT_NEAR(ultimatum(pie(0.1, 0.25), {.first = 1}).utility[1], 0.9, 1e-12);
  EXPECT_FALSE(ultimatum(pie(0.6, 0.6), {.first = 0}).agreed);
}

// Doubt of s.d. 0.1 about a reservation of 0.5: the proposer asks too much in half of the cases.
TEST(Ultimatum, DoubtMakesItFail) {
  int fails = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed)
    fails += ultimatum(pie(0, 0.5), {.seed = seed, .first = 0, .doubt = 0.1}).agreed ? 0 : 1;
  EXPECT_NEAR(fails, 200, 50);
}

// A pie of equal pieces, each an issue that one party or the other wins.
Space pieces(int count) {
  Space s = testing::empty_space(2, std::vector<int>(static_cast<std::size_t>(count), 2));
  for (int i = 0; i < 2; ++i)
    for (int k = 0; k < count; ++k)
      s.utility.push_back(i / double(count)), s.utility.push_back((1 - i) / double(count));
  return s;
}

// Two that concede evenly meet half way, and who holds out longer than the other gets more: on a pie of one issue, of
// pieces, and of so many pieces that packages cannot be listed.
TEST(Offers, WhoHoldsOutGetsMore) {
  for (const Space& space : {pie(), pieces(12), pieces(80)}) {
    const auto with = [&](Tactic a, Tactic b) {
      const auto result = offers_in_turn(space, {.rounds = 500, .first = 0, .tactic = {a, b}});
      EXPECT_TRUE(result.agreed);
      return result;
    };
    const auto even = with(Tactic::linear, Tactic::linear);
    EXPECT_NEAR(even.utility[0], 0.5, 0.05);
    EXPECT_NEAR(even.round, 250, 25);
    EXPECT_GT(with(Tactic::boulware, Tactic::linear).utility[0], 0.7);
    EXPECT_LT(with(Tactic::conceder, Tactic::linear).utility[0], 0.3);
    EXPECT_GT(with(Tactic::boulware, Tactic::boulware).round, with(Tactic::conceder, Tactic::conceder).round);
    EXPECT_NEAR(with(Tactic::tit_for_tat, Tactic::tit_for_tat).utility[0], 0.5, 0.1);
  }
}

// No offer gives its speaker less than it demands, and none breaks a constraint; in large spaces too.
TEST(Offers, KeepWhatTheyDemand) {
  for (const int issues : {4, 9}) {
    Space space = testing::additive_domain(issues, 4, 3, 2);
    space.implications.push_back({{{0, 1}}, {{1, 0}, {1, 1}}});
    space.reservation = {0.2, 0.1, 0.3};
    const auto result = offers_linear(space, {.rounds = 60, .seed = 3, .log = true});
    ASSERT_FALSE(result.log.empty());
    for (const Proposal& offer : result.log) {
      EXPECT_TRUE(allowed(space, offer.package));
      const auto i = static_cast<std::size_t>(offer.by);
      double best = 0;
      for (const Proposal& other : result.log)
        if (other.by == offer.by) best = std::max(best, utility_of(space, offer.by, other.package));
      const double demand = aspiration((offer.round - 1) / 59.0, 1);
      EXPECT_GE(utility_of(space, offer.by, offer.package),
                space.reservation[i] + demand * (best - space.reservation[i]) - 1e-9);
    }
    EXPECT_TRUE(result.agreed) << issues;
    EXPECT_TRUE(result.log.back().accepted);
    EXPECT_EQ(result.log.back().package, result.package);
  }
}

}  // namespace
}  // namespace armistice
