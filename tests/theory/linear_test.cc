// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/linear.h"

#include <gtest/gtest.h>

#include <limits>

namespace armistice {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(Linear, AVertexAndItsPrices) {
  const LinearProgram lp{{1, 1}, {}, {{1, 2}, {1, 0}}, {-infinity, -infinity}, {2, 1}};
  const auto solution = maximise(lp);
  ASSERT_TRUE(solution);
  EXPECT_NEAR(solution->value, 1.5, 1e-12);
  EXPECT_NEAR(solution->x[0], 1, 1e-12);
  EXPECT_NEAR(solution->x[1], 0.5, 1e-12);
  EXPECT_NEAR(solution->dual[0], 0.5, 1e-12);
  EXPECT_NEAR(solution->dual[1], 0.5, 1e-12);
}

TEST(Linear, FreeColumnsMayBeNegative) {
  const LinearProgram lp{{1}, {true}, {{1}}, {-infinity}, {-3}};
  EXPECT_NEAR(maximise(lp)->value, -3, 1e-12);
}

// Two columns on the simplex, the smaller gain as large as can be; a rest of rounding in place of a 0.
TEST(Linear, RestsOfRoundingSpoilNothing) {
  const LinearProgram lp{{0, 0, 1},
                         {false, false, true},
                         {{2.6, 2.3, -1}, {-2.77556e-17, 1, -1}, {1, 1, 0}},
                         {0.4, 0.5, 1},
                         {infinity, infinity, 1}};
  EXPECT_NEAR(maximise(lp)->value, 0.5, 1e-12);
}

TEST(Linear, NothingFeasibleOrNoLargest) {
  EXPECT_FALSE(maximise({{1}, {}, {{1}}, {-infinity}, {-3}}));
  EXPECT_FALSE(maximise({{1}, {}, {{1}}, {0}, {infinity}}));
}

}  // namespace
}  // namespace armistice
