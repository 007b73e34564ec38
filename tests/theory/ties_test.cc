// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/ties.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

// 5,000 packages with 2,500 vectors, added with the lists cut many times on the way.
TEST(Ties, KeepsTheLargestVectorsOfMany) {
  Space space;
  space.parties = 2;
  space.options = {5000};
  Ties ties(2, 5);
  for (int n = 0; n < 5000; ++n) {
    const int level = n * 1237 % 5000 / 2;
    ties.add({static_cast<double>(level), 1}, static_cast<std::uint64_t>(n));
    space.utility.push_back(level * 1e-9);
  }
  space.utility.resize(10000, 1e-9);
  space.constant = space.reservation = {0, 0};
  const SolutionPoint point = ties.finish(space, 0.5);
  EXPECT_EQ(point.value, 0.5);
  EXPECT_EQ(point.packages, 5000u);
  EXPECT_EQ(point.vectors, 2500u);
  EXPECT_EQ(point.utility, (std::vector<double>{2499e-9, 1e-9}));
  ASSERT_EQ(point.package.size(), 5u);
  const int levels[] = {2499, 2499, 2498, 2498, 2497};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(point.package[i] * 1237 % 5000 / 2, static_cast<unsigned>(levels[i]));
  EXPECT_LT(point.package[0], point.package[1]);
}

}  // namespace
}  // namespace armistice
