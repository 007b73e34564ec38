// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/best_package.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>
#include <optional>

#include "armistice/theory/solutions.h"
#include "tests/theory/domains.h"
#include "tests/theory/small_spaces.h"

namespace armistice {
namespace {

using testing::each_package;
using testing::pleases;
using testing::small_space;

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<double> odd_weights(const Space& space, std::uint64_t seed) {
  testing::Dice dice{seed + 77};
  std::vector<double> weights;
  for (int i = 0; i < space.parties; ++i) weights.push_back(0.5 + dice.uniform());
  return weights;
}

double least(const std::vector<double>& gain, const std::vector<double>& weights) {
  double value = infinity;
  for (std::size_t i = 0; i < gain.size(); ++i) value = std::min(value, gain[i] / weights[i]);
  return value;
}

double product(const std::vector<double>& gain, const std::vector<double>& weights) {
  double value = 1;
  for (std::size_t i = 0; i < gain.size(); ++i) value *= quantised(gain[i]) > 0 ? std::pow(gain[i], weights[i]) : 0;
  return value;
}

double total(const Space& space, const std::vector<double>& gain, const std::vector<double>& weights) {
  double value = 0;
  for (std::size_t i = 0; i < gain.size(); ++i) value += weights[i] * (gain[i] + space.reservation[i]);
  return value;
}

using Value = std::function<double(const std::vector<double>&)>;

std::optional<double> by_hand(const Space& space, bool rational, const Value& value) {
  std::optional<double> best;
  each_package(space, [&](const std::vector<int>& package, const std::vector<double>& gain) {
    if (!rational || pleases(space, package)) best = std::max(best.value_or(-infinity), value(gain));
  });
  return best;
}

// What the search says against every package; and what it says of its bound when it may weigh only a few boxes.
void agree(const Space& space, std::uint64_t seed, bool rational, const Value& value,
           const std::function<BestPackage(const BestOptions&)>& solve) {
  const auto expected = by_hand(space, rational, value);
  BestOptions options{odd_weights(space, seed)};
  const BestPackage best = solve(options);
  ASSERT_TRUE(best.optimal) << seed;
  ASSERT_EQ(best.found, expected.has_value()) << seed;
  if (expected) {
    EXPECT_NEAR(best.value, *expected, 1.1e-9 * std::max(1.0, *expected)) << seed;
    EXPECT_TRUE(allowed(space, best.package)) << seed;
    EXPECT_TRUE(!rational || pleases(space, best.package)) << seed;
    EXPECT_GE(best.bound, best.value) << seed;
  } else {
    EXPECT_EQ(best.bound, -infinity) << seed;
  }
  for (options.nodes = 0; options.nodes < 3; ++options.nodes) {
    const BestPackage early = solve(options);
    EXPECT_GE(early.bound, expected.value_or(-infinity) - 1.1e-9 * std::max(1.0, expected.value_or(0))) << seed;
    if (early.found) {
      EXPECT_GE(early.bound, early.value) << seed;
      EXPECT_LE(early.value, *expected + 1e-12) << seed;
    }
    if (early.optimal) {
      EXPECT_NEAR(early.found ? early.value : 0, expected.value_or(0), 1.1e-9 * std::max(1.0, expected.value_or(0)))
          << seed;
    }
  }
}

Space two_issues() {
  Space s;
  s.parties = 2, s.options = {2, 2};
  s.utility = {0.6, 0, 0.4, 0, 0, 0.4, 0, 0.6};
  s.constant = {0, 0}, s.reservation = {0.2, 0.2};
  return s;
}

TEST(BestPackage, TwoIssuesOfOpposedWeights) {
  const Space space = two_issues();
  const BestPackage kalai = best_min_gain(space), nash = best_nash(space), sum = best_sum(space, true);
  EXPECT_EQ(kalai.package, (std::vector<int>{0, 1}));
  EXPECT_NEAR(kalai.value, 0.4, 1e-12);
  EXPECT_EQ(nash.package, (std::vector<int>{0, 1}));
  EXPECT_NEAR(nash.value, 0.16, 1e-12);
  EXPECT_EQ(sum.package, (std::vector<int>{0, 1}));
  EXPECT_NEAR(sum.value, 1.2, 1e-12);
  EXPECT_NEAR(sum.bound, 1.2, 1e-9);
}

TEST(BestPackage, TiesOfTheSmallestGainGoToTheLargerSum) {
  Space space = two_issues();
  space.options = {2, 2, 2};  // a third issue that only the first party cares for
  space.utility = {0.6, 0, 0.4, 0, 0, 0.3, 0, 0.4, 0, 0.6, 0, 0};
  EXPECT_EQ(best_min_gain(space).package, (std::vector<int>{0, 1, 1}));
}

TEST(BestPackage, AgreesWithEveryPackageOfSmallSpaces) {
  for (std::uint64_t seed = 1; seed <= 300 && !HasFailure(); ++seed) {
    const Space space = small_space(seed);
    const auto weights = odd_weights(space, seed);
    agree(
        space, seed, false, [&](const auto& g) { return least(g, weights); },
        [&](const BestOptions& o) { return best_min_gain(space, o); });
    agree(
        space, seed, true, [&](const auto& g) { return product(g, weights); },
        [&](const BestOptions& o) { return best_nash(space, o); });
    for (const bool rational : {false, true})
      agree(
          space, seed, rational, [&](const auto& g) { return total(space, g, weights); },
          [&](const BestOptions& o) { return best_sum(space, rational, o); });
  }
}

TEST(BestPackage, TiesAreBrokenAsByHand) {
  for (std::uint64_t seed = 1; seed <= 200 && !HasFailure(); ++seed) {
    const Space space = small_space(seed);
    const std::vector<double> ones(static_cast<std::size_t>(space.parties), 1.0);
    const auto most = by_hand(space, false, [&](const auto& g) { return least(g, ones); });
    const BestPackage best = best_min_gain(space);
    if (!most) continue;
    const auto sum = by_hand(space, false, [&](const auto& g) {
      return quantised(least(g, ones)) >= quantised(*most) ? total(space, g, ones) : -infinity;
    });
    EXPECT_NEAR(std::accumulate(best.utility.begin(), best.utility.end(), 0.0), *sum, 5e-9) << seed;
  }
}

// ---- The nearest text ----------------------------------------------------------------------------------------------

TEST(NearestAcceptable, TheTextItselfAndOneClause) {
  const Space space = two_issues();
  const NearText same = nearest_acceptable(space, {0, 1});
  EXPECT_TRUE(same.found && same.optimal);
  EXPECT_EQ(same.changed, 0);
  EXPECT_EQ(same.distance, 0);
  const NearText other = nearest_acceptable(space, {0, 0});  // the second party has nothing
  EXPECT_EQ(other.changed, 1);
  EXPECT_EQ(other.package, (std::vector<int>{0, 1}));
  EXPECT_FALSE(nearest_acceptable(space, {0, 0}, {.margin = {0.5, 0.5}}).found);
}

TEST(NearestAcceptable, AgreesWithEveryPackageOfSmallSpaces) {
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 400 && !HasFailure(); ++seed) {
    const Space space = small_space(seed);
    testing::Dice dice{seed + 5};
    const double margin = seed % 3 == 0 ? 0.1 : -0.1;
    NearOptions options{.margin = std::vector<double>(static_cast<std::size_t>(space.parties), margin)};
    std::vector<int> text;
    for (const int n : space.options) text.push_back(dice.between(0, n - 1));
    const auto first = first_cells(space);
    for (int c = 0; seed % 2 == 0 && c < first.back(); ++c) options.distance.push_back(dice.uniform());
    std::pair<int, double> expected{1 << 20, 0};
    each_package(space, [&](const std::vector<int>& package, const std::vector<double>&) {
      if (!pleases(space, package, margin)) return;
      std::pair<int, double> cost{0, 0};
      for (std::size_t k = 0; k < text.size(); ++k) {
        cost.first += package[k] != text[k];
        cost.second += options.distance.empty() ? std::abs(package[k] - text[k])
                                                : options.distance[static_cast<std::size_t>(first[k] + package[k])];
      }
      expected = std::min(expected, cost);
    });
    const NearText near = nearest_acceptable(space, text, options);
    ASSERT_TRUE(near.optimal) << seed;
    ASSERT_EQ(near.found, expected.first < 1 << 20) << seed;
    found += near.found;
    if (near.found) {
      EXPECT_EQ(near.changed, expected.first) << seed;
      EXPECT_NEAR(near.distance, expected.second, 1.1e-9) << seed;
      EXPECT_TRUE(allowed(space, near.package) && pleases(space, near.package, margin)) << seed;
      EXPECT_EQ(near.least_changed, near.changed) << seed;
    }
    options.nodes = 1;
    const NearText early = nearest_acceptable(space, text, options);
    EXPECT_LE(early.least_changed, expected.first) << seed;
    EXPECT_TRUE(!early.found || early.changed >= expected.first) << seed;
  }
  EXPECT_GT(found, 50) << "the spaces are too hard to test much";
}

// ---- Laws ----------------------------------------------------------------------------------------------------------

RC_GTEST_PROP(BestPackageLaw, AFurtherConstraintNeverHelps, ()) {
  Space space = small_space(*rc::gen::inRange<std::uint64_t>(1000, 1000000), 6);
  const BestPackage before = best_min_gain(space);
  const BestPackage nash = best_nash(space);
  const int issue = *rc::gen::inRange(0, static_cast<int>(space.options.size()));
  space.implications.push_back({{{issue, 0}}, {}});
  const BestPackage after = best_min_gain(space);
  RC_ASSERT(!after.found || (before.found && after.value <= before.value + 1e-9));
  RC_ASSERT(best_nash(space).value <= nash.value * (1 + 1e-9) + 1e-15);
}

RC_GTEST_PROP(BestPackageLaw, TheSameCallGivesTheSameBits, ()) {
  const Space space = small_space(*rc::gen::inRange<std::uint64_t>(1000, 1000000), 6);
  const BestPackage a = best_min_gain(space), b = best_min_gain(space);
  RC_ASSERT(a.package == b.package && a.value == b.value && a.nodes == b.nodes);
}

// A space that can still be enumerated: the two ways agree on the goals that both have.
TEST(BestPackage, AgreesWithTheEnumerationOfSixteenThousandPackages) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const Space space = testing::additive_domain(7, 4, 4, seed);
    const Solutions all = solve(space);
    EXPECT_NEAR(best_min_gain(space).value, all.kalai->value, 1.1e-9);
    EXPECT_NEAR(best_nash(space).value, all.nash->value, 1.1e-9);
    EXPECT_NEAR(best_sum(space, true).value, all.utilitarian_rational->value, 1.1e-9);
    EXPECT_NEAR(best_sum(space, false).value, all.utilitarian->value, 1.1e-9);
  }
}

// Every issue is an exact compromise of two opposed parties: the even split of 28 issues is found and proved.
TEST(BestPackage, TwentyEightOpposedIssues) {
  Space space;
  space.parties = 2, space.options.assign(28, 4);
  for (int i = 0; i < 2; ++i)
    for (int k = 0; k < 28; ++k)
      for (int o = 0; o < 4; ++o) space.utility.push_back((i == 0 ? o : 3 - o) * (k + 1) / 1000.0);
  space.constant = {0, 0}, space.reservation = {0.1, 0.1};
  const BestPackage best = best_min_gain(space);
  EXPECT_TRUE(best.optimal);
  EXPECT_NEAR(best.value, 3 * 406 / 2000.0 - 0.1, 1e-9);
}

// The most issues and options that there may be, each at its last bit.
TEST(BestPackage, SixtyFourIssuesOfSixtyFourOptions) {
  Space space;
  space.parties = 2, space.options.assign(64, 64);
  for (int i = 0; i < 2; ++i)
    for (int k = 0; k < 64; ++k)
      for (int o = 0; o < 64; ++o) space.utility.push_back((k % 2 == i ? 2 : 1) * o / 64.0 / 64.0);
  space.constant = {0, 0}, space.reservation = {0, 0};
  space.implications = {{{{63, 63}}, {{0, 62}}}};  // costs the first party 2 steps where the last issue costs it 1
  const BestPackage best = best_min_gain(space);
  EXPECT_TRUE(best.optimal);
  EXPECT_NEAR(best.value, (96 * 63 - 2) / 4096.0, 1e-12);
  EXPECT_EQ(nearest_acceptable(space, std::vector<int>(64, 63)).changed, 1);
}

}  // namespace
}  // namespace armistice
