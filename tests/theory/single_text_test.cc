// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/single_text.h"

#include <gtest/gtest.h>

#include <set>
#include <utility>
#include <vector>

namespace armistice {
namespace {

TEST(SingleText, ANewOptionIsAnotherOne) {
  for (double now = 0; now < 4; ++now)
    for (double u = 0.01; u < 1; u += 0.01) {
      const double next = another(now, 4, u);
      EXPECT_NE(next, now);
      EXPECT_TRUE(next >= 0 && next < 4 && next == std::floor(next));
    }
  EXPECT_EQ(another(2.0, 4, 0.5), 0);
}

TEST(SingleText, WelcomeIsSmoothAtNothing) {
  const auto of = [](double gain) { return welcome(gain, 0.05); };
  EXPECT_EQ(of(0), 0);
  EXPECT_NEAR(of(0.05), std::log(2.0), 1e-12);
  EXPECT_NEAR((of(1e-6) - of(-1e-6)) / 2e-6, 20, 1e-6);
  EXPECT_NEAR((of(1e-3) - 2 * of(0) + of(-1e-3)) / 1e-6, -400, 10);
}

// A loss is kept with the chance exp(-loss / heat): the uniforms below it are that share of all.
TEST(SingleText, SlackIsTheRuleOfMetropolis) {
  EXPECT_NEAR(slack(0.1, 0.5), 0.0693147180559945, 1e-15);
  int kept = 0;
  for (int i = 0; i < 10000; ++i) kept += 0.2 < slack(0.1, (i + 0.5) / 10000) ? 1 : 0;
  EXPECT_NEAR(kept / 10000.0, std::exp(-2.0), 1e-4);
}

TEST(SingleText, LanesAndDoublesAgree) {
  for (const double u : {0.1, 0.4, 0.9}) {
    EXPECT_NEAR(static_cast<double>(lane(welcome(constant<Lanes>(u - 0.3), constant<Lanes>(0.2)), 3)),
                welcome(u - 0.3, 0.2), 1e-6);
    EXPECT_EQ(lane(another(constant<Lanes>(1), 5, constant<Lanes>(u)), 3), static_cast<float>(another(1.0, 5, u)));
    EXPECT_NEAR(static_cast<double>(lane(slack(constant<Lanes>(0.3), constant<Lanes>(u)), 0)), slack(0.3, u), 1e-6);
  }
}

using Look = std::vector<int>;

std::vector<Look> looks(int issues, int step) {
  std::vector<Look> found;
  sitting(issues, step, [&](int number, int k, int l) { found.push_back({number, k, l}); });
  return found;
}

TEST(SingleText, ASittingIsAQuarterOfTheClausesAndSomePairs) {
  EXPECT_EQ(looks(6, 1), (std::vector<Look>{{0, 2, -1}, {1, 3, -1}, {2, 1, 3}}));
  EXPECT_EQ(looks(1, 7), (std::vector<Look>{{0, 0, -1}})) << "one issue has no pair";
}

// Every clause has its turn within four sittings, every pair within issues * (issues - 1).
TEST(SingleText, EveryClauseAndEveryPairHasItsTurn) {
  for (const int issues : {1, 2, 3, 5, 8, 12, 17}) {
    std::set<int> singles;
    std::set<std::pair<int, int>> pairs;
    for (int step = 0; step < issues * (issues - 1) + 4; ++step)
      for (const Look& look : looks(issues, step)) {
        if (look[2] < 0) {
          if (step < 4) singles.insert(look[1]);
          continue;
        }
        pairs.insert(std::minmax(look[1], look[2]));
        EXPECT_NE(look[1], look[2]);
      }
    EXPECT_EQ(static_cast<int>(singles.size()), issues);
    EXPECT_EQ(static_cast<int>(pairs.size()), issues * (issues - 1) / 2) << issues;
  }
}

}  // namespace
}  // namespace armistice
