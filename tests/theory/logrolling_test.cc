// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/logrolling.h"

#include <gtest/gtest.h>

#include "tests/theory/domains.h"
#include "tests/theory/small_spaces.h"

namespace armistice {
namespace {

Space two_issues() {
  Space space = testing::empty_space(2, {2, 2});
  space.utility = {0.6, 0, 0.4, 0, 0, 0.4, 0, 0.6};
  return space;
}

TEST(Logrolling, EachGetsItsBetterIssue) {
  const Logrolling found = logrolling(two_issues(), {1, 0}, {0, 1});
  EXPECT_EQ(found.change, (std::vector<std::vector<double>>{{0.6, -0.4}, {-0.4, 0.6}}));
  EXPECT_NEAR(found.total[0], 0.2, 1e-15);
  EXPECT_NEAR(found.linked[1], 0, 1e-15);
  ASSERT_EQ(found.trades.size(), 1u);
  const Trade& trade = found.trades[0];
  EXPECT_EQ(trade.a, 0);
  EXPECT_EQ(trade.b, 1);
  EXPECT_EQ(trade.given, 1);
  EXPECT_EQ(trade.got, 0);
  EXPECT_DOUBLE_EQ(trade.a_gives, 0.4);
  EXPECT_DOUBLE_EQ(trade.a_gets, 0.6);
  EXPECT_DOUBLE_EQ(trade.b_gives, 0.4);
  EXPECT_DOUBLE_EQ(trade.b_gets, 0.6);
  EXPECT_NEAR(trade.joint, 0.4, 1e-15);
  EXPECT_TRUE(trade.pays_both());
}

TEST(Logrolling, WhatIsLinkedIsNoClauseOfItsOwn) {
  Space space = two_issues();
  space.interactions.push_back({0, {{0, 0}, {1, 1}}, 0.3});
  space.cap = 0.8;
  const Logrolling found = logrolling(space, {1, 0}, {0, 1});
  EXPECT_NEAR(found.total[0], 0.4, 1e-15);
  EXPECT_NEAR(found.linked[0], 0.2, 1e-15);
  EXPECT_TRUE(logrolling(space, {0, 0}, {0, 0}).trades.empty());
}

TEST(Logrolling, ClausesSettledOneByOne) {
  Space space = testing::empty_space(2, {3, 4, 2});
  space.utility = {0,   0.3, 0.4, 0, 1, 2, 3, 1, 1,  // the third clause is nobody's concern
                   0.4, 0.3, 0,   3, 2, 1, 0, 1, 1};
  EXPECT_EQ(middle_of_each(space), (std::vector<int>{1, 1, 0}));
  EXPECT_EQ(nash_of_each(space), (std::vector<int>{1, 1, 0}));
  space.utility[4] = 1.5;
  space.utility[5] = 2.5;  // options 1 and 2 of the second clause: 1.5 x 2 against 2.5 x 1
  EXPECT_EQ(nash_of_each(space)[1], 1);
  space.utility[5] = 3;  // 3 x 1 ties with 1.5 x 2, and the sum is larger
  EXPECT_EQ(nash_of_each(space)[1], 2);
}

// Going back undoes every change; every trade is a trade, and no pair of clauses is missed.
TEST(Logrolling, TradesAreThoseOfTheDefinition) {
  for (std::uint64_t seed = 1; seed <= 200 && !HasFailure(); ++seed) {
    const Space space = testing::small_space(seed);
    testing::Dice dice{seed + 3};
    const auto count = static_cast<int>(package_count(space));
    const auto from = package_of(space, static_cast<std::uint64_t>(dice.between(0, count - 1)));
    const auto to = package_of(space, static_cast<std::uint64_t>(dice.between(0, count - 1)));
    const Logrolling there = logrolling(space, from, to), back = logrolling(space, to, from);
    std::size_t expected = 0;
    for (std::size_t k = 0; k < from.size(); ++k)
      for (std::size_t l = 0; l < from.size(); ++l)
        for (std::size_t i = 0; i < there.total.size(); ++i)
          for (std::size_t j = 0; j < i; ++j) {
            const auto sign = [&](std::size_t issue, std::size_t party) {
              return quantised(there.change[issue][party]);
            };
            expected += sign(k, i) < 0 && sign(l, i) > 0 && sign(k, j) > 0 && sign(l, j) < 0 ? 1 : 0;
          }
    EXPECT_EQ(there.trades.size(), expected) << seed;
    EXPECT_EQ(back.trades.size(), expected) << seed << ": each trade is undone by one";
    for (std::size_t t = 0; t + 1 < there.trades.size(); ++t)
      EXPECT_GE(there.trades[t].joint, there.trades[t + 1].joint - 1e-9) << seed;
    for (int i = 0; i < space.parties; ++i) {
      const auto p = static_cast<std::size_t>(i);
      double sum = there.linked[p];
      for (const auto& row : there.change) sum += row[p];
      EXPECT_NEAR(sum, utility_of(space, i, to) - utility_of(space, i, from), 1e-12) << seed;
      EXPECT_NEAR(back.total[p], -there.total[p], 1e-12) << seed;
    }
  }
}

TEST(Logrolling, TwoIssuesCutAnywhere) {
  const auto split = nash_two_issues(0.6, 0.4, 0.2, 0.5);
  ASSERT_TRUE(split);
  EXPECT_NEAR(split->first, 0.791667, 5e-7);
  EXPECT_EQ(split->second, 0);
  EXPECT_NEAR(split->utility_a, 0.475, 1e-12);
  EXPECT_NEAR(split->utility_b, 0.683333, 5e-7);
  const auto whole = nash_two_issues(0.8, 0.3, 0, 0);  // each has its better issue
  EXPECT_NEAR(whole->first, 1, 1e-12);
  EXPECT_NEAR(whole->second, 0, 1e-12);
  EXPECT_NEAR(whole->utility_b, 0.7, 1e-12);
  EXPECT_FALSE(nash_two_issues(0.6, 0.4, 0.7, 0.7));
  EXPECT_NEAR(nash_two_issues(1, 0, 0.9, 0.9)->utility_b, 1, 1e-12) << "nothing in common to fight over";
  EXPECT_NEAR(nash_two_issues(0.5, 0.5, 0.2, 0.4)->utility_a, 0.4, 1e-12) << "one pie: the even split of the surplus";
}

TEST(Logrolling, NoSplitOfTwoIssuesDoesBetter) {
  for (std::uint64_t seed = 1; seed <= 100 && !HasFailure(); ++seed) {
    testing::Dice dice{seed};
    const double x = dice.uniform(), y = dice.uniform(), a = std::max(x, y), b = std::min(x, y);
    const double d_a = 0.7 * dice.uniform(), d_b = 0.7 * dice.uniform(), power = 0.1 + 0.8 * dice.uniform();
    const auto best = nash_two_issues(a, b, d_a, d_b, power);
    const auto value = [&](double u_a, double u_b) {
      return std::pow(u_a - d_a, power) * std::pow(u_b - d_b, 1 - power);
    };
    for (int i = 0; i <= 50; ++i)
      for (int j = 0; j <= 50; ++j) {
        const double u_a = a * i / 50 + (1 - a) * j / 50, u_b = 1 - b * i / 50 - (1 - b) * j / 50;
        if (u_a < d_a || u_b < d_b) continue;
        ASSERT_TRUE(best) << seed;
        EXPECT_LE(value(u_a, u_b), value(best->utility_a, best->utility_b) + 1e-12) << seed;
      }
  }
}

}  // namespace
}  // namespace armistice
