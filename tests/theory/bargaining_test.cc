// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/bargaining.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace armistice {
namespace {

double share(int thousandths) { return thousandths / 1000.0; }

TEST(Bargaining, FearonRange) {
  const ShareRange range = bargaining_range(0.6, 0.15, 0.2);
  EXPECT_DOUBLE_EQ(range.low, 0.45);
  EXPECT_DOUBLE_EQ(range.high, 0.8);
  EXPECT_DOUBLE_EQ(width(range), 0.35);
  EXPECT_DOUBLE_EQ(even_split(0.6, 0.15, 0.2), 0.625);
}

TEST(Bargaining, RiskReturnDemand) {
  const Demand interior = risk_return_demand(0.5, 0.1, 0.0, 0.4);
  EXPECT_NEAR(interior.share, 0.65, 1e-12);
  EXPECT_NEAR(interior.war_chance, 0.375, 1e-12);
  EXPECT_NEAR(interior.value, 0.55625, 1e-12);
  const Demand bound = risk_return_demand(0.5, 0.1, 0.05, 0.3);
  EXPECT_NEAR(bound.share, 0.6, 1e-12);
  EXPECT_NEAR(bound.war_chance, 0.2, 1e-12);
  EXPECT_NEAR(bound.value, 0.56, 1e-12);
  const Demand safe = risk_return_demand(0.5, 0.35, 0.0, 0.3);
  EXPECT_NEAR(safe.share, 0.5, 1e-12);
  EXPECT_EQ(safe.war_chance, 0);
  EXPECT_NEAR(safe.value, 0.5, 1e-12);
  EXPECT_EQ(risk_return_demand(0.5, 0.1, 0.2, 0.2).war_chance, 0) << "a known cost leaves no risk";
}

RC_GTEST_PROP(BargainingLaw, NoOtherDemandDoesBetter, ()) {
  const double p = share(*rc::gen::inRange(0, 700)), cost_a = share(*rc::gen::inRange(0, 300));
  const double low = share(*rc::gen::inRange(0, 100)), high = low + share(*rc::gen::inRange(1, 200));
  const double best = risk_return_demand(p, cost_a, low, high).value;
  const double asked = p + low + (high - low) * share(*rc::gen::inRange(0, 1001));
  const double war = (asked - p - low) / (high - low);
  RC_ASSERT(asked * (1 - war) + (p - cost_a) * war <= best + 1e-12);
}

TEST(Bargaining, WittmanZone) {
  struct Row {
    double a_thinks, b_thinks, low, high, width;
  };
  for (const Row& row : {Row{0.7, 0.4, 0.6, 0.5, -0.1}, Row{0.6, 0.5, 0.5, 0.6, 0.1}, Row{0.8, 0.5, 0.7, 0.6, -0.1}}) {
    const ShareRange zone = settlement_zone(row.a_thinks, row.b_thinks, 0.1, 0.1);
    EXPECT_NEAR(zone.low, row.low, 1e-12);
    EXPECT_NEAR(zone.high, row.high, 1e-12);
    EXPECT_NEAR(width(zone), row.width, 1e-12);
  }
  const ShareRange tired = settlement_zone(0.7, 0.4, 0.2, 0.15);
  EXPECT_NEAR(tired.low, 0.5, 1e-12);
  EXPECT_NEAR(tired.high, 0.55, 1e-12);
  const ShareRange averse = settlement_zone(0.6, 0.6, 0.1, 0.1, 0.5, 0.5);
  EXPECT_NEAR(averse.low, 0.25, 1e-12);
  EXPECT_NEAR(averse.high, 0.91, 1e-12);
}

RC_GTEST_PROP(BargainingLaw, ACommonShockMovesTermsNotWidth, ()) {
  const double a = share(*rc::gen::inRange(0, 500)), b = share(*rc::gen::inRange(0, 500));
  const double shock = share(*rc::gen::inRange(0, 500));
  const ShareRange before = settlement_zone(a, b, 0.1, 0.15), after = settlement_zone(a + shock, b + shock, 0.1, 0.15);
  RC_ASSERT(std::fabs(width(before) - width(after)) < 1e-12);
  RC_ASSERT(std::fabs(after.low - before.low - shock) < 1e-12);
}

TEST(Bargaining, Contest) {
  const double p = contest_chance(1.2, 1, 1.5);
  EXPECT_NEAR(p, 0.5679476126203314, 1e-14);
  EXPECT_NEAR(1.5 * p * (1 - p), 0.368074682908796, 1e-14);
  EXPECT_NEAR(contest_chance(1.2 * 1.3, 1, 1.5), 0.6608375236372913, 1e-14);
  EXPECT_NEAR(aided_chance(p, 0.3, 1.5), 0.6608375236372913, 1e-14);
  // Aid of 30 % and a sanction that raises B's cost from 0.2 to 0.3.
  EXPECT_NEAR(even_split(aided_chance(p, 0.3, 1.5), 0.1, 0.3) - even_split(p, 0.1, 0.2), 0.1428899110169598, 1e-14);
  EXPECT_EQ(contest_chance(0, 1, 1.5), 0);
  EXPECT_EQ(contest_chance(1e300, 1, 2), 1);
}

RC_GTEST_PROP(BargainingLaw, ChancesOfAContestAddToOne, ()) {
  const double a = share(*rc::gen::inRange(1, 5000)), b = share(*rc::gen::inRange(1, 5000));
  const double g = share(*rc::gen::inRange(100, 4000));
  RC_ASSERT(std::fabs(contest_chance(a, b, g) + contest_chance(b, a, g) - 1) < 1e-12);
  RC_ASSERT(std::fabs(contest_chance(7 * a, 7 * b, g) - contest_chance(a, b, g)) < 1e-12);
}

TEST(Bargaining, KnownRatifiers) {
  EXPECT_EQ(ratified_split(0.5, 0, 0), 0.5);
  EXPECT_EQ(ratified_split(0.5, 0.62, 0.1), 0.62);
  EXPECT_EQ(ratified_split(0.5, 0.55, 0.42), 0.55);
  EXPECT_EQ(ratified_split(0.5, 0.65, 0.4), std::nullopt);
}

TEST(Bargaining, UncertainRatifier) {
  const RatifiedOffer easy = uncertain_ratifier(0.3, 0.1), hard = uncertain_ratifier(0.6, 0.1);
  EXPECT_NEAR(easy.share, 0.3, 1e-12);
  EXPECT_NEAR(easy.fail_chance, 0, 1e-12);
  EXPECT_NEAR(easy.value, 0.7, 1e-12);
  EXPECT_NEAR(hard.share, 0.45, 1e-12);
  EXPECT_NEAR(hard.fail_chance, 0.25, 1e-12);
  EXPECT_NEAR(hard.value, 0.4375, 1e-12);
  const RatifiedOffer hardest = uncertain_ratifier(0.9, 0.1);
  EXPECT_NEAR(hardest.share, 0.45, 1e-12);
  EXPECT_NEAR(hardest.fail_chance, 0.5, 1e-12);
  EXPECT_NEAR(hardest.value, 0.325, 1e-12);
}

}  // namespace
}  // namespace armistice
