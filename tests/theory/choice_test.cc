// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/choice.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/theory/small_spaces.h"

namespace armistice::exact {
namespace {

using armistice::testing::small_space;

Choice choice_for(const Space& space) {
  std::vector<int> parties(static_cast<std::size_t>(space.parties));
  std::iota(parties.begin(), parties.end(), 0);
  return choice_of(space, parties, space.reservation, std::vector<double>(parties.size(), 2.0));
}

Space plain(const std::vector<int>& options) {
  Space space;
  space.options = options;
  return space;
}

TEST(Choice, WhatFollowsFromAnOption) {
  Space space = plain({2, 3, 2});
  space.implications = {{{{0, 1}}, {{1, 1}, {1, 2}}}, {{{1, 1}}, {}}, {{{1, 2}}, {{2, 0}}}};
  const Choice choice = choice_for(space);
  Box box = whole_box(choice);
  ASSERT_TRUE(propagate(choice, box, ~std::uint64_t{0}));
  EXPECT_EQ(box.open, (std::vector<std::uint64_t>{0b11, 0b101, 0b11}));
  box.open[0] = 0b10;
  ASSERT_TRUE(propagate(choice, box, 1));
  EXPECT_EQ(box.open, (std::vector<std::uint64_t>{0b10, 0b100, 0b01}));
  space.implications.push_back({{{2, 0}}, {{0, 0}}});
  const Choice none = choice_for(space);
  box = whole_box(none);
  box.open[0] = 0b10;
  EXPECT_FALSE(propagate(none, box, 1));
}

TEST(Choice, AnEmptyImplicationForbidsEverything) {
  Space space = plain({2});
  space.implications.push_back({});
  const Choice choice = choice_for(space);
  Box box = whole_box(choice);
  EXPECT_FALSE(propagate(choice, box, ~std::uint64_t{0}));
  EXPECT_EQ(broken(choice, {0}), 1);
}

TEST(Choice, RowsAndClausesAreThoseOfTheSpace) {
  for (std::uint64_t seed = 1; seed <= 200 && !HasFailure(); ++seed) {
    const Space space = small_space(seed);
    const Choice choice = choice_for(space);
    Box kept = whole_box(choice);
    const bool left = propagate(choice, kept, ~std::uint64_t{0});
    for (std::uint64_t number = 0; number < package_count(space); ++number) {
      const auto package = package_of(space, number);
      EXPECT_EQ(broken(choice, package) == 0, allowed(space, package)) << seed;
      std::vector<double> rows;
      rows_of(choice, package, rows);
      for (int i = 0; i < space.parties; ++i) {
        const auto r = static_cast<std::size_t>(i);
        EXPECT_NEAR(rows[r], (utility_of(space, i, package) - space.reservation[r]) / 2, 1e-12) << seed;
      }
      if (!allowed(space, package)) continue;
      EXPECT_TRUE(left) << seed;
      for (std::size_t k = 0; k < package.size(); ++k)
        EXPECT_TRUE(kept.open[k] >> package[k] & 1) << seed << ": an allowed option was struck out";
    }
  }
}

}  // namespace
}  // namespace armistice::exact
