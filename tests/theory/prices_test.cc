// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/prices.h"

#include <gtest/gtest.h>

#include <bit>
#include <numeric>

#include "armistice/theory/goal.h"
#include "tests/theory/small_spaces.h"

namespace armistice::exact {
namespace {

using armistice::testing::Dice;
using armistice::testing::small_space;

Choice choice_for(const Space& space) {
  std::vector<int> parties(static_cast<std::size_t>(space.parties));
  std::iota(parties.begin(), parties.end(), 0);
  return choice_of(space, parties, space.reservation, std::vector<double>(parties.size(), 1.0));
}

TEST(Prices, TwoIssuesByEqualWeights) {
  Space space;
  space.parties = 2, space.options = {2, 2};
  space.utility = {0.6, 0, 0.4, 0, 0, 0.4, 0, 0.6};
  space.constant = {0, 0}, space.reservation = {0, 0};
  const Choice choice = choice_for(space);
  Relaxed relaxed;
  relax(choice, whole_box(choice), first_prices(choice, {0.5, 0.5}), relaxed);
  EXPECT_DOUBLE_EQ(relaxed.sum, 0.6);
  EXPECT_EQ(relaxed.pick, (std::vector<int>{0, 1}));
  EXPECT_EQ(relaxed.rows, (std::vector<double>{0.6, 0.6}));
}

// Whatever the prices, no allowed package of the box has more than the bound, nor than what its options leave of it.
TEST(Prices, NoPackageOfTheBoxIsAboveTheBound) {
  for (std::uint64_t seed = 1; seed <= 300 && !HasFailure(); ++seed) {
    const Space space = small_space(seed);
    const Choice choice = choice_for(space);
    Dice dice{seed + 9};
    Box box = whole_box(choice);
    for (auto& open : box.open)
      if (dice.uniform() < 0.3) open = std::uint64_t{1} << dice.between(0, static_cast<int>(std::bit_width(open)) - 1);
    std::vector<double> weights;
    for (int i = 0; i < space.parties; ++i) weights.push_back(dice.uniform());
    Prices prices = first_prices(choice, weights);
    for (double& p : prices.clause) p = dice.uniform();
    for (double& p : prices.share) p = dice.uniform();
    for (double& p : prices.brake) p = dice.uniform();
    for (int step = 0; step < 5; ++step) {
      Relaxed relaxed;
      relax(choice, box, prices, relaxed);
      for (std::uint64_t number = 0; number < package_count(space); ++number) {
        const auto package = package_of(space, number);
        bool inside = allowed(space, package);
        for (std::size_t k = 0; k < package.size(); ++k) inside = inside && (box.open[k] >> package[k] & 1) != 0;
        if (!inside) continue;
        std::vector<double> rows;
        rows_of(choice, package, rows);
        double sum = 0, smallest = relaxed.sum;
        for (std::size_t r = 0; r < rows.size(); ++r) sum += weights[r] * rows[r];
        for (std::size_t k = 0; k < package.size(); ++k)
          smallest = std::min(smallest, relaxed.sum - relaxed.top[k] +
                                            relaxed.value[static_cast<std::size_t>(choice.first[k] + package[k])]);
        EXPECT_LE(sum, smallest + 1e-12) << seed;
      }
      move_clauses(choice, box, relaxed, 0.05, prices);
    }
  }
}

TEST(Prices, TheBoundOfEachGoalHoldsForAnyWeights) {
  for (std::uint64_t seed = 1; seed <= 200 && !HasFailure(); ++seed) {
    const Space space = small_space(seed);
    const Choice choice = choice_for(space);
    Dice dice{seed + 10};
    SearchTask task;
    for (int i = 0; i < space.parties; ++i) task.weight.push_back(0.2 + dice.uniform());
    for (const Goal goal : {Goal::least, Goal::product, Goal::total}) {
      task.goal = goal, task.rational = true;
      const Hunt hunt = hunt_of(choice, task);
      Prices prices = first_prices(choice, first_weights(hunt)), full = prices;
      for (int step = 0; step < 5; ++step) {
        Relaxed relaxed;
        full = prices, full.row = full_weights(hunt, prices);
        relax(choice, whole_box(choice), full, relaxed);
        const double bound = as_value(hunt, relaxed.sum, prices);
        for (std::uint64_t number = 0; number < package_count(space); ++number) {
          const Score score = score_of(choice, task, package_of(space, number));
          if (acceptable(score)) {
            EXPECT_LE(score[2], bound + 1e-9) << seed;
          }
        }
        if (bound == -std::numeric_limits<double>::infinity()) break;
        rescale(hunt, relaxed.sum, prices);
        move_prices(hunt, whole_box(choice), relaxed, 0.05, prices);
      }
    }
  }
}

}  // namespace
}  // namespace armistice::exact
