// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/book.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/theory/domains.h"

namespace armistice {
namespace {

TEST(Book, UtilitiesAreThoseOfTheSpace) {
  Space space = testing::linked_domain(6, 3, 2);
  space.cap = 0.5;
  const Book book(space);
  EXPECT_EQ(book.listed.size(), 64u);
  for (std::uint64_t number = 0; number < 64; ++number) {
    const auto worth = utilities(book, package_of(space, number));
    for (int i = 0; i < 3; ++i) {
      const auto own = static_cast<std::size_t>(i);
      EXPECT_NEAR(worth[own], utility_of(space, i, package_of(space, number)), 1e-12);
      EXPECT_EQ(worth[own], book.worth[number * 3 + own]);
    }
  }
}

TEST(Book, ThePackageBestForAPartyWithinTheOthersNeeds) {
  Space space = testing::additive_domain(3, 4, 2, 5);
  space.implications.push_back({{{0, 2}}, {}});
  const Book book(space);
  for (const double need : {0.0, 0.3, 0.6, 0.95}) {
    double most = -1;
    for (std::uint64_t number = 0; number < package_count(space); ++number) {
      const auto package = package_of(space, number);
      if (allowed(space, package) && utility_of(space, 1, package) >= need)
        most = std::max(most, utility_of(space, 0, package));
    }
    const auto best = best_for(book, 0, {9, need}, usual_starts(book));
    ASSERT_EQ(best.has_value(), most >= 0) << need;
    if (best) {
      EXPECT_NEAR(utility_of(space, 0, *best), most, 1e-9);
    }
  }
}

TEST(Book, AClimbFindsWhatAListHoldsOrLess) {
  for (std::uint64_t domain = 1; domain <= 5; ++domain) {
    const Space space = testing::linked_domain(10, 2, domain);
    Book listed(space), large(space);
    large.listed.clear();
    const std::vector<double> nothing(2, -1e9), needs{0.5, 0.5};
    const auto starts = usual_starts(listed);
    const auto exact = best_for(listed, 0, nothing, starts), climbed = best_for(large, 0, nothing, starts);
    ASSERT_TRUE(exact && climbed);
    EXPECT_LE(utility_of(space, 0, *climbed), utility_of(space, 0, *exact) + 1e-9);
    EXPECT_GE(utility_of(space, 0, *climbed), 0.7 * utility_of(space, 0, *exact));
    const auto bound = best_for(large, 0, needs, starts);
    if (bound) {
      EXPECT_GE(utility_of(space, 1, *bound), 0.5 - 1e-9);
    }
  }
}

TEST(Book, APackageAtRandomIsAllowedAndAnyOfThem) {
  Space space = testing::additive_domain(2, 3, 2, 1);
  space.implications.push_back({{{0, 0}}, {{1, 1}}});  // leaves 7 of 9
  const Book book(space);
  std::map<std::uint64_t, int> seen;
  for (std::uint64_t seed = 1; seed <= 700; ++seed) {
    const auto package = any_package(book, seed);
    ASSERT_TRUE(package && allowed(space, *package));
    ++seen[number_of(space, *package)];
  }
  EXPECT_EQ(seen.size(), 7u);
  for (const auto& [number, count] : seen) EXPECT_NEAR(count, 100, 40) << number;
  space.implications.push_back({{}, {}});
  EXPECT_FALSE(any_package(Book(space), 1));
}

TEST(Book, NobodySignsBelowItsReservationOrItsOutsideOption) {
  Space space = testing::additive_domain(2, 3, 2, 1);
  space.reservation = {0.2, 0.2};
  const Book book(space);
  const auto best = best_for(book, 0, {0, 0.2}, usual_starts(book));
  ASSERT_TRUE(best);
  EXPECT_TRUE(concluded(book, {}, *best, 4).agreed);
  const auto refused = concluded(book, {.outside = {0, 1.5}}, *best, 4);
  EXPECT_FALSE(refused.agreed);
  EXPECT_EQ(refused.round, 4);
  EXPECT_EQ(refused.utility, (std::vector<double>{0.2, 1.5}));
}

}  // namespace
}  // namespace armistice
