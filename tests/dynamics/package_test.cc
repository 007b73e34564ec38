// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/package.h"

#include <gtest/gtest.h>

#include "tests/dynamics/stage.h"

namespace armistice {
namespace {

TEST(Package, AnAudienceIsAskedUnderEitherOfTwoOptions) {
  const std::vector<Choice> easing{{0, 1}, {0, 2}, {1, 3}};  // issue 0: 1 or 2, and issue 1: 3
  std::array<double, most_issues> option{};
  const auto asked = [&](double first, double second) {
    option[0] = first, option[1] = second;
    return has_one_of_each<double>(easing, option);
  };
  EXPECT_TRUE(asked(1, 3));
  EXPECT_TRUE(asked(2, 3));
  EXPECT_FALSE(asked(0, 3));
  EXPECT_FALSE(asked(2, 1));
  EXPECT_TRUE(has_one_of_each<double>({}, option));
}

// The audience of the small war asked only under some clauses: it counts under each of them and under no other.
TEST(Package, WhoIsNotAskedCannotRefuse) {
  auto stage = testing::Stage<double>(testing::small_war());
  stage.s.threshold[0] = 2;  // never content
  stage.m.audiences[0].only_when = {{3, 1}, {3, 2}};
  const auto passing = [&](int funds) {
    Worths<double> w;
    weigh(stage.m, stage.t, stage.s, stage.package({2, 2, 2, funds}), w);
    return w.passing[static_cast<std::size_t>(stage.m.audiences[0].party)];
  };
  EXPECT_EQ(passing(0), 1);
  EXPECT_LT(passing(1), 0.01);
  EXPECT_LT(passing(2), 0.01);
}

}  // namespace
}  // namespace armistice
