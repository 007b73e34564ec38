// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/enumerate.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <set>

#include "tests/theory/spaces.h"

namespace armistice {
namespace {

TEST(Enumerate, BlocksOfTails) {
  Space space;
  space.parties = 2;
  space.options = {10, 10, 10, 10};
  space.utility.assign(80, 0.25);
  space.constant = space.reservation = {0, 0};
  int blocks = 0;
  visit(split(space), [&](const Block& block) {
    EXPECT_EQ(block.first, static_cast<std::uint64_t>(1000 * blocks++));
    EXPECT_EQ(block.size, 1000u);
    EXPECT_EQ(block.offset[999], 999u);
    EXPECT_EQ(block.utility[1][7], 1);
  });
  EXPECT_EQ(blocks, 10);
  EXPECT_EQ(split(space, Tails::all, 40).tails, 10u);
  EXPECT_EQ(split(space, Tails::all, 1).tails, 1u);
  EXPECT_EQ(split(space, Tails::all, 1 << 20).tails, 10000u);
  EXPECT_EQ(split(space, Tails::undominated).offset.size(), 1000u);  // all tie: none may go
  space.utility[79] = 0.5;                                           // the last option of the last issue, second party
  EXPECT_EQ(split(space, Tails::undominated).offset.size(), 100u);
}

TEST(Enumerate, PassesOverBlocks) {
  Space space;
  space.parties = 1;
  space.options = {3, 4};
  space.utility = {0, 1, 2, 0, 0.1, 0.2, 0.3};
  space.constant = space.reservation = {0};
  std::vector<std::uint64_t> seen;
  visit(
      split(space, Tails::all, 4), [](std::uint64_t, const std::vector<double>& most) { return most[0] > 1.25; },
      [&](const Block& block) { seen.push_back(block.first); });
  EXPECT_EQ(seen, (std::vector<std::uint64_t>{4, 8}));
}

// Every allowed package once, in order, with its utilities; none gets more than was said before.
RC_GTEST_PROP(EnumerateLaw, VisitsTheAllowedPackages, ()) {
  const Space space = random_space();
  const auto numbers = static_cast<std::uint64_t>(number_between(1, 200));
  std::vector<std::uint64_t> wanted, seen;
  for (std::uint64_t n = 0; n < package_count(space); ++n)
    if (allowed(space, package_of(space, n))) wanted.push_back(n);
  std::vector<double> bound;
  visit(
      split(space, Tails::all, numbers),
      [&](std::uint64_t, const std::vector<double>& most) {
        bound = most;
        return true;
      },
      [&](const Block& block) {
        for (std::size_t i = 0; i < block.size; ++i) {
          seen.push_back(block.first + block.offset[i]);
          const std::vector<int> package = package_of(space, seen.back());
          for (int p = 0; p < space.parties; ++p) {
            const double utility = block.utility[static_cast<std::size_t>(p)][i];
            RC_ASSERT(std::fabs(utility - utility_of(space, p, package)) < 1e-12);
            RC_ASSERT(utility <= bound[static_cast<std::size_t>(p)]);
          }
        }
      });
  RC_ASSERT(seen == wanted);
}

// What is left out is dominated, in quanta, by a package of the same block that is not.
RC_GTEST_PROP(EnumerateLaw, LeavesOnlyDominatedPackagesOut, ()) {
  const Space space = random_space();
  const auto numbers = static_cast<std::uint64_t>(number_between(1, 200));
  std::set<std::uint64_t> kept;
  visit(split(space, Tails::undominated, numbers), [&](const Block& block) {
    for (std::size_t i = 0; i < block.size; ++i) kept.insert(block.first + block.offset[i]);
  });
  const auto dominates = [&](std::uint64_t a, std::uint64_t b) {
    bool better = false;
    for (int p = 0; p < space.parties; ++p) {
      const double mine = quantised(utility_of(space, p, package_of(space, a)));
      const double other = quantised(utility_of(space, p, package_of(space, b)));
      if (mine < other) return false;
      better = better || mine > other;
    }
    return better;
  };
  const std::uint64_t tails = split(space, Tails::all, numbers).tails;
  for (std::uint64_t n = 0; n < package_count(space); ++n) {
    if (kept.count(n) > 0 || !allowed(space, package_of(space, n))) continue;
    const auto from = kept.lower_bound(n / tails * tails), to = kept.lower_bound((n / tails + 1) * tails);
    RC_ASSERT(std::any_of(from, to, [&](std::uint64_t a) { return dominates(a, n); }));
  }
}

}  // namespace
}  // namespace armistice
