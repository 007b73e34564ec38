// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/skimming.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace armistice {
namespace {

TEST(Skimming, DemandsCutsAndRounds) {
  struct Row {
    double factor, demand, cut, value, rounds, war_after_5, second, third;
  };
  for (const Row& row : {Row{0.5, 0.4142135623730951, 0.5857864376269049, 0.20710678118654754, 1.4142135623730945,
                             0.06897577081241194, 0.24264068711928513, 0.14213562373095046},
                         Row{0.9, 0.2402530733520421, 0.7597469266479578, 0.12012653667602105, 3.162277660168379,
                             0.2531306647679114, 0.18253153409694037, 0.13867777204648737},
                         Row{0.99, 0.09090909090909094, 0.9090909090909091, 0.04545454545454547, 9.999999999999996,
                             0.620921323059155, 0.08264462809917358, 0.0751314800901578}}) {
    const Skimming rule = skimming(row.factor);
    EXPECT_NEAR(rule.demand, row.demand, 1e-14);
    EXPECT_NEAR(rule.cut, row.cut, 1e-14);
    EXPECT_NEAR(rule.value, row.value, 1e-14);
    EXPECT_NEAR(rule.rounds, row.rounds, 1e-12);
    EXPECT_NEAR(skimming_war_chance(row.factor, 5), row.war_after_5, 1e-13);
    EXPECT_NEAR(skimming_demand(row.factor, 0), row.demand, 1e-14);
    EXPECT_NEAR(skimming_demand(row.factor, 1), row.second, 1e-14);
    EXPECT_NEAR(skimming_demand(row.factor, 2), row.third, 1e-14);
  }
}

// The marginal type is indifferent between settling now and one round later, and no other cut pays A better.
RC_GTEST_PROP(SkimmingLaw, Equilibrium, ()) {
  const double d = *rc::gen::inRange(1, 1000) / 1000.0;
  const Skimming rule = skimming(d);
  RC_ASSERT(std::fabs(rule.cut - rule.demand - d * rule.cut * (1 - rule.demand)) < 1e-12);
  const double price = 1 - d + d * rule.demand;  // that the marginal type b pays, per unit of b
  const double other = *rc::gen::inRange(0, 1001) / 1000.0;
  RC_ASSERT((1 - other) * other * price + d * rule.value * other * other <= rule.value + 1e-12);
}

}  // namespace
}  // namespace armistice
