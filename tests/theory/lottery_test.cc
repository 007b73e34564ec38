// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/lottery.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "armistice/theory/solutions.h"
#include "tests/theory/domains.h"
#include "tests/theory/small_spaces.h"

namespace armistice {
namespace {

using testing::Dice;
using Vectors = std::vector<std::vector<double>>;

TEST(Lottery, TwoPackagesHalfAndHalf) {
  const Lotteries found = solve_lotteries({{1, 0}, {0, 1}}, {0, 0});
  for (const Lottery& lottery : {found.kalai, *found.ks, *found.nash}) {
    ASSERT_EQ(lottery.drawn, (std::vector<std::size_t>{0, 1}));
    EXPECT_NEAR(lottery.chance[0], 0.5, 1e-9);
    EXPECT_NEAR(lottery.utility[0], 0.5, 1e-9);
    EXPECT_NEAR(lottery.utility[1], 0.5, 1e-9);
  }
  EXPECT_NEAR(found.nash->value, 0.25, 1e-12);
  EXPECT_NEAR(found.kalai.value, 0.5, 1e-12);
  EXPECT_NEAR(found.utilitarian->value, 1, 1e-12);
  EXPECT_EQ(found.nash_gap < 1e-11, true);
}

// Power 2 to 1 splits the chances 2 to 1: maximise p^2 (1 - p).
TEST(Lottery, WeightsSplitTheChances) {
  const Lotteries found = solve_lotteries({{1, 0}, {0, 1}}, {0, 0}, {2, 1});
  EXPECT_NEAR(found.nash->utility[0], 2.0 / 3, 1e-9);
  EXPECT_NEAR(found.nash->value, 4.0 / 27, 1e-12);
  EXPECT_NEAR(found.kalai.utility[0], 2.0 / 3, 1e-9);
}

// Two clauses that one party must win or lose as a whole: no single package leaves both above 0.4, half a chance does.
TEST(Lottery, MakesAZoneWhereNoPackageDoes) {
  Space space = testing::empty_space(2, {2});
  space.utility = {1, 0, 0, 1};
  space.reservation = {0.4, 0.4};
  const Solutions certain = solve(space);
  EXPECT_EQ(certain.rational, 0u);
  EXPECT_FALSE(certain.nash.has_value());
  const Lotteries found = solve_lotteries(certain.pareto.utility, space.reservation);
  ASSERT_TRUE(found.nash.has_value());
  EXPECT_NEAR(found.kalai.value, 0.1, 1e-12);
  EXPECT_NEAR(found.nash->value, 0.01, 1e-12);
  EXPECT_NEAR(found.ideal[0], 0.6, 1e-9);
  space.reservation = {0.6, 0.6};
  const Lotteries none = solve_lotteries(certain.pareto.utility, space.reservation);
  EXPECT_FALSE(none.nash || none.ks || none.utilitarian);
  EXPECT_TRUE(none.ideal.empty());
  EXPECT_NEAR(none.kalai.value, -0.1, 1e-12);
}

TEST(Lottery, WhereNobodyCanGainTheProductIsZero) {
  const Lotteries found = solve_lotteries({{0.5, 0.5}, {1, 0}}, {0.5, 0.5});
  EXPECT_EQ(found.nash->value, 0);
  EXPECT_EQ(found.ks->value, 0);
  EXPECT_NEAR(found.kalai.value, 0, 1e-12);
}

Vectors random_vectors(Dice& dice, int count, int parties) {
  Vectors vectors(static_cast<std::size_t>(count));
  for (auto& u : vectors)
    for (int i = 0; i < parties; ++i) u.push_back(dice.uniform());
  return vectors;
}

double product(const std::vector<double>& u, const std::vector<double>& r, const std::vector<double>& w) {
  double value = 1;
  for (std::size_t i = 0; i < u.size(); ++i) value *= u[i] > r[i] ? std::pow(u[i] - r[i], w[i]) : 0;
  return value;
}

double least(const std::vector<double>& u, const std::vector<double>& r, const std::vector<double>& w) {
  double value = (u[0] - r[0]) / w[0];
  for (std::size_t i = 1; i < u.size(); ++i) value = std::min(value, (u[i] - r[i]) / w[i]);
  return value;
}

// With two parties the best lottery draws from two vectors at most: all pairs, each by ternary search, since both
// goals have one peak along a segment.
template <class Value>
double best_of_pairs(const Vectors& vectors, Value value) {
  double best = -1e9;
  for (const auto& a : vectors)
    for (const auto& b : vectors) {
      const auto at = [&](double p) {
        return value(std::vector<double>{p * a[0] + (1 - p) * b[0], p * a[1] + (1 - p) * b[1]});
      };
      double low = 0, high = 1;
      for (int i = 0; i < 200; ++i) {
        const double p = low + (high - low) / 3, q = high - (high - low) / 3;
        if (at(p) > at(q))
          high = q;
        else
          low = p;
      }
      best = std::max({best, at(low), at(0), at(1)});
    }
  return best;
}

TEST(Lottery, TwoPartiesByAllPairs) {
  for (std::uint64_t seed = 1; seed <= 60 && !HasFailure(); ++seed) {
    Dice dice{seed};
    Vectors vectors = random_vectors(dice, dice.between(1, 8), 2);
    for (auto& u : vectors)  // on a grid half of the time, so that vectors tie and line up
      for (double& x : u) x = seed % 2 == 0 ? std::round(5 * x) / 5 : x;
    const std::vector<double> r{0.3 * dice.uniform(), 0.3 * dice.uniform()};
    const std::vector<double> w{0.5 + dice.uniform(), 0.5 + dice.uniform()};
    const Lotteries found = solve_lotteries(vectors, r, w);
    EXPECT_NEAR(found.kalai.value, best_of_pairs(vectors, [&](const auto& u) { return least(u, r, w); }), 1e-9) << seed;
    if (found.kalai.value < -1e-9) continue;
    // A ternary search over a product that is 0 on part of the segment needs a slope there: the sum of the shortfalls.
    const auto value = [&](const auto& u) {
      const double short_of = std::min({0.0, u[0] - r[0], u[1] - r[1]});
      return short_of < 0 ? short_of : product(u, r, w);
    };
    EXPECT_NEAR(found.nash->value, std::max(0.0, best_of_pairs(vectors, value)), 1e-9) << seed;
  }
}

TEST(Lottery, NoOtherLotteryDoesBetterAndFewAreDrawn) {
  for (std::uint64_t seed = 1; seed <= 60 && !HasFailure(); ++seed) {
    Dice dice{seed + 500};
    const int parties = dice.between(2, 6);
    const Vectors vectors = random_vectors(dice, dice.between(1, 200), parties);
    const std::vector<double> r(static_cast<std::size_t>(parties), 0.1 + 0.3 * dice.uniform());
    const std::vector<double> w(r.size(), 1.0);
    const Lotteries found = solve_lotteries(vectors, r);
    std::vector<const Lottery*> all{&found.kalai};
    for (const auto* one : {&found.ks, &found.nash, &found.utilitarian})
      if (*one) all.push_back(&**one);
    EXPECT_EQ(all.size(), found.kalai.value >= -5e-10 ? 4u : 1u) << seed;
    for (const Lottery* lottery : all) {
      EXPECT_LE(lottery->drawn.size(), r.size() + 1) << seed;
      EXPECT_NEAR(std::accumulate(lottery->chance.begin(), lottery->chance.end(), 0.0), 1, 1e-12) << seed;
    }
    for (const Lottery* lottery : all) {
      const auto worth = [&](const std::vector<double>& u) {
        return std::inner_product(u.begin(), u.end(), lottery->price.begin(), 0.0);
      };
      for (const auto& v : vectors)
        EXPECT_LE(worth(v), worth(lottery->utility) + 1e-8) << seed << ": above the drawn ones at their price";
    }
    for (int trial = 0; trial < 300; ++trial) {
      std::vector<double> u(r.size(), 0.0);
      double sum = 0;
      for (int draws = dice.between(1, 4); draws > 0; --draws) {
        const auto& v = vectors[static_cast<std::size_t>(dice.between(0, static_cast<int>(vectors.size()) - 1))];
        const double p = dice.uniform();
        sum += p;
        for (std::size_t i = 0; i < u.size(); ++i) u[i] += p * v[i];
      }
      for (double& x : u) x /= sum;
      EXPECT_LE(least(u, r, w), found.kalai.value + 1e-9) << seed;
      if (found.nash) {
        EXPECT_LE(product(u, r, w), found.nash->value * (1 + 1e-9) + 1e-15) << seed;
      }
    }
    if (!found.nash || found.nash->value == 0) continue;
    EXPECT_LT(found.nash_gap, 1e-9) << seed;
    for (const auto& v : vectors) {  // first-order condition: no vector is better along the slope
      double slope = 0;
      for (std::size_t i = 0; i < r.size(); ++i)
        slope += (v[i] - found.nash->utility[i]) / (found.nash->utility[i] - r[i]);
      EXPECT_LE(slope, 1e-5) << seed;
    }
  }
}

TEST(Lottery, IsAtLeastAsGoodAsTheBestPackage) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Space space = testing::additive_domain(5, 4, 3, seed);
    const Solutions certain = solve(space);
    const Lotteries found = solve_lotteries(certain.pareto.utility, space.reservation);
    EXPECT_GE(found.nash->value, certain.nash->value - 1e-9);
    EXPECT_GE(found.kalai.value, certain.kalai->value - 1e-9);
    EXPECT_GE(found.utilitarian->value, certain.utilitarian_rational->value - 1e-9);
  }
}

// Packages generated one by one against the whole list of them.
TEST(SpaceLottery, AgreesWithTheListOfAllPackages) {
  int rational = 0;
  for (std::uint64_t seed = 1; seed <= 150 && !HasFailure(); ++seed) {
    const Space space = testing::small_space(seed);
    Vectors all;
    testing::each_package(space, [&](const std::vector<int>& package, const std::vector<double>&) {
      auto& u = all.emplace_back();
      for (int i = 0; i < space.parties; ++i) u.push_back(utility_of(space, i, package));
    });
    const SpaceLotteries found = solve_lotteries(space);
    ASSERT_EQ(found.package.empty(), all.empty()) << seed;
    if (all.empty()) continue;
    EXPECT_TRUE(found.proved) << seed;
    const Lotteries expected = solve_lotteries(all, space.reservation);
    EXPECT_NEAR(found.best.kalai.value, expected.kalai.value, 1e-8) << seed;
    ASSERT_EQ(found.best.nash.has_value(), expected.nash.has_value()) << seed;
    if (!expected.nash) continue;
    ++rational;
    EXPECT_NEAR(found.best.nash->value, expected.nash->value, 1e-8) << seed;
    EXPECT_NEAR(found.best.utilitarian->value, expected.utilitarian->value, 1e-8) << seed;
    for (std::size_t i = 0; i < expected.ideal.size(); ++i)
      EXPECT_NEAR(found.best.ideal[i], expected.ideal[i], 1e-8) << seed;
    for (std::size_t j = 0; j < found.best.nash->drawn.size(); ++j)
      EXPECT_TRUE(allowed(space, found.package[found.best.nash->drawn[j]])) << seed;
  }
  EXPECT_GT(rational, 20);
}

}  // namespace
}  // namespace armistice
