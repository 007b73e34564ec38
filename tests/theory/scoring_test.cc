// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/scoring.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>

namespace armistice {
namespace {

TEST(Scoring, ChancesOfEvents) {
  EXPECT_NEAR(brier_score(0.7, true), 0.09, 1e-14);
  EXPECT_NEAR(brier_score(0.7, false), 0.49, 1e-14);
  EXPECT_NEAR(log_score(0.7, true), 0.35667494393873245, 1e-14);
  EXPECT_NEAR(log_score(0.3, false), 0.35667494393873245, 1e-14);
  EXPECT_TRUE(std::isinf(log_score(0, true)));
  EXPECT_NEAR(ranked_probability_score(std::array{0.2, 0.5, 0.3}, 2), 0.53, 1e-14);
  EXPECT_NEAR(ranked_probability_score(std::array{0.3, 0.7}, 0), brier_score(0.3, true), 1e-14);
}

TEST(Scoring, Murphy) {
  const MurphyParts parts = murphy_parts(std::array{0.1, 0.1, 0.1, 0.5, 0.5, 0.9, 0.9, 0.9},
                                         std::array{0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0});
  EXPECT_NEAR(parts.reliability, 0.024166666666666663, 1e-14);
  EXPECT_NEAR(parts.resolution, 0.08854166666666667, 1e-14);
  EXPECT_NEAR(parts.uncertainty, 0.234375, 1e-14);
  EXPECT_NEAR(parts.brier, 0.17, 1e-14);
  EXPECT_NEAR(parts.skill, 0.2746666666666666, 1e-13);
  EXPECT_TRUE(std::isnan(murphy_parts(std::array{0.4}, std::array{1.0}).skill));
}

TEST(Scoring, ContinuousRankedProbability) {
  EXPECT_NEAR(crps_normal(0, 1, 0.5), 0.3314035312548559, 1e-14);
  EXPECT_NEAR(crps(ExponentialLaw{1.0 / 400}, 150), 99.83142303277779, 1e-11);
  EXPECT_NEAR(crps(LognormalLaw{5.035631855270899, 1.475309400835376}, 365), 126.22230989056962, 1e-10);
  const std::array members{90.0, 150.0, 200.0, 400.0, 900.0};
  EXPECT_NEAR(crps_ensemble(members, 365, false), 95.4, 1e-12);
  EXPECT_NEAR(crps_ensemble(members, 365, true), 58, 1e-12);
  EXPECT_EQ(crps_ensemble(std::array{3.0}, 5, false), 2) << "one member: the absolute error";
}

TEST(Scoring, IntervalsAndDurations) {
  EXPECT_NEAR(interval_score({100, 400}, 450, 0.1), 1300, 1e-10);
  EXPECT_NEAR(interval_score({100, 400}, 50, 0.1), 1300, 1e-10);
  EXPECT_EQ(interval_score({100, 400}, 200, 0.1), 300);
  EXPECT_NEAR(duration_log_score({0.7146, 320.87}, {150, true}), 6.470830515609443, 1e-12);
  EXPECT_NEAR(duration_log_score({0.7146, 320.87}, {1640, false}), 3.2085190985445964, 1e-12);
}

// A proper score is best on average where the forecast is the truth.
RC_GTEST_PROP(ScoringLaw, HonestyIsBest, ()) {
  const double truth = *rc::gen::inRange(1, 1000) / 1000.0, said = *rc::gen::inRange(1, 1000) / 1000.0;
  const auto mean = [&](auto score, double p) { return truth * score(p, true) + (1 - truth) * score(p, false); };
  RC_ASSERT(mean(brier_score, truth) <= mean(brier_score, said) + 1e-12);
  RC_ASSERT(mean(log_score, truth) <= mean(log_score, said) + 1e-12);
}

// Closed forms against a sum over small steps of (F(x) - 1[x >= y])^2.
RC_GTEST_PROP(ScoringLaw, ClosedFormsAreTheIntegral, ()) {
  const double y = *rc::gen::inRange(10, 4000) / 1000.0;
  const auto summed = [&](auto below) {
    double sum = 0;
    const double step = 2e-3;
    for (double x = step / 2; x < 30; x += step) sum += std::pow(below(x) - (x >= y ? 1 : 0), 2) * step;
    return sum;
  };
  const LognormalLaw lognormal{0.3, 0.6};
  const ExponentialLaw exponential{0.7};
  RC_ASSERT(std::fabs(summed([&](double x) { return -std::expm1(log_survival(lognormal, x)); }) - crps(lognormal, y)) <
            2e-3);
  RC_ASSERT(std::fabs(summed([&](double x) { return -std::expm1(log_survival(exponential, x)); }) -
                      crps(exponential, y)) < 2e-3);
}

}  // namespace
}  // namespace armistice
