// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/tactics.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

TEST(Tactics, ByHand) {
  EXPECT_NEAR(aspiration(0.5, 0.2), 0.96875, 1e-12);
  EXPECT_EQ(aspiration(0.5, 1), 0.5);
  EXPECT_NEAR(aspiration(0.5, 5), 0.1294494367, 1e-9);
  EXPECT_NEAR(reciprocated(0.9, 0.2, 0.36), 0.72, 1e-12);
  EXPECT_NEAR(reciprocated(0.9, 0.4, 0.4), 0.9, 1e-12);
  EXPECT_NEAR(reciprocated(0.9, 0.4, 0.1), 0.9, 1e-12) << "a step back is not followed";
}

// Everything is demanded at the start and nothing at the deadline, less and less on the way.
TEST(Tactics, DemandsFall) {
  for (const Tactic tactic : {Tactic::boulware, Tactic::linear, Tactic::conceder}) {
    EXPECT_EQ(aspiration(0, bend_of(tactic)), 1);
    EXPECT_EQ(aspiration(1, bend_of(tactic)), 0);
    for (double time = 0.05; time < 1; time += 0.05)
      EXPECT_LT(aspiration(time, bend_of(tactic)), aspiration(time - 0.05, bend_of(tactic)));
  }
}

}  // namespace
}  // namespace armistice
