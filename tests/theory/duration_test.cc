// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/duration.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace armistice {
namespace {

// Active days of the 95 interstate wars in Correlates of War 4.0.
const std::vector<double> wars = {
    221,  507, 508,  158,  247, 64,   200, 861, 163, 75,   156,  19, 122,  1757, 15,  111, 1936, 227, 42,
    223,  30,  283,  1762, 67,  360,  19,  249, 94,  113,  59,   86, 586,  55,   64,  260, 386,  185, 31,
    1567, 408, 427,  613,  111, 1256, 720, 140, 109, 521,  1093, 55, 220,  1614, 14,  129, 2175, 104, 59,
    434,  150, 1130, 233,  9,   11,   141, 93,  34,  3735, 50,   6,  1922, 520,  5,   467, 15,   19,  13,
    113,  230, 472,  166,  28,  2890, 83,  148, 301, 33,   253,  37, 461,  50,   952, 79,  71,   77,  45};

TEST(Duration, FitsOfTheWarRecord) {
  ASSERT_EQ(wars.size(), 95u);
  const LognormalLaw lognormal = fit_lognormal(wars);
  EXPECT_NEAR(lognormal.mu, 5.035631855270899, 1e-12);
  EXPECT_NEAR(lognormal.sigma, 1.475309400835376, 1e-12);
  const WeibullLaw weibull = fit_weibull(wars);
  EXPECT_NEAR(weibull.shape, 0.714614318405536, 1e-12);
  EXPECT_NEAR(weibull.scale, 320.8696657045748, 1e-9);
  const ExponentialLaw exponential = fit_exponential(wars);
  EXPECT_NEAR(exponential.rate, 0.0024289220699529558, 1e-15);
  EXPECT_NEAR(log_likelihood(lognormal, wars), -650.1, 0.05);
  EXPECT_NEAR(log_likelihood(weibull, wars), -655.2, 0.05);
  EXPECT_NEAR(log_likelihood(exponential, wars), -666.9, 0.05);
}

TEST(Duration, ShareThatLasts) {
  const SurvivalCurve curve = kaplan_meier(wars);
  const double days[] = {0, 30, 90, 180, 365, 730, 1000};
  const double shares[] = {1.0,
                           0.8631578947368421,
                           0.6421052631578947,
                           0.45263157894736844,
                           0.29473684210526313,
                           0.14736842105263157,
                           0.12631578947368421};
  for (int i = 0; i < 7; ++i) EXPECT_NEAR(survival(curve, days[i]), shares[i], 1e-12) << days[i];
  EXPECT_NEAR(survival(curve, 4000), 0, 1e-12);
}

TEST(Duration, ChanceToEndWithinAYear) {
  struct Row {
    double age, weibull, lognormal, record;
  };
  for (const Row& row : {Row{365, 0.5048426284078668, 0.47826306867709745, 0.5},
                         Row{730, 0.45378852475337383, 0.37017836431950435, 0.21428571428571427},
                         Row{1095, 0.42230410387122075, 0.3066113943914356, 0.18181818181818182},
                         Row{1640, 0.39072123337077214, 0.2473845831955489, 0.5714285714285714}}) {
    EXPECT_NEAR(*end_chance(wars, DurationLaw::weibull, row.age, 365), row.weibull, 1e-12) << row.age;
    EXPECT_NEAR(*end_chance(wars, DurationLaw::lognormal, row.age, 365), row.lognormal, 1e-12) << row.age;
    EXPECT_NEAR(*end_chance(wars, DurationLaw::record, row.age, 365), row.record, 1e-12) << row.age;
    EXPECT_NEAR(*end_chance(wars, DurationLaw::exponential, row.age, 365), 1 - std::exp(-365 * 0.0024289220699529558),
                1e-12);
  }
  EXPECT_FALSE(end_chance(wars, DurationLaw::record, 4000, 365).has_value());
  const WeibullLaw rounded = {0.7146, 320.87};
  EXPECT_NEAR(1 - std::exp(log_survival(rounded, 730) - log_survival(rounded, 365)), 0.504832884574939, 1e-12);
}

TEST(Duration, IntervalsHoldTheEstimate) {
  const Interval lognormal = *end_chance_interval(wars, DurationLaw::lognormal, 1640, 365, 0.9, 2000, 1);
  EXPECT_NEAR(lognormal.low, 0.21371, 5e-4);
  EXPECT_NEAR(lognormal.high, 0.29496, 5e-4);
  // Four of seven wars: the record alone says little, and its interval must show it.
  const Interval record = *end_chance_interval(wars, DurationLaw::record, 1640, 365, 0.9, 2000, 1);
  EXPECT_LT(record.low, 0.35);
  EXPECT_GT(record.high, 0.85);
  const Interval again = *end_chance_interval(wars, DurationLaw::record, 1640, 365, 0.9, 2000, 1);
  EXPECT_EQ(record.low, again.low);
  EXPECT_EQ(record.high, again.high);
  EXPECT_FALSE(end_chance_interval(wars, DurationLaw::record, 5000, 365, 0.9, 10, 1).has_value());
}

// The textbook's remission times under 6-MP (Kalbfleisch and Prentice 2002, table 1.1; Freireich and others 1963).
TEST(Duration, KaplanMeierWithWarsStillGoingOn) {
  const std::vector<Spell> spells = {{6},         {6},         {6},         {6, false}, {7},         {9, false},
                                     {10},        {10, false}, {11, false}, {13},       {16},        {17, false},
                                     {19, false}, {20, false}, {22},        {23},       {25, false}, {32, false},
                                     {32, false}, {34, false}, {35, false}};
  const SurvivalCurve curve = kaplan_meier(spells);
  const double days[] = {6, 7, 10, 13, 16, 22, 23};
  const double shares[] = {0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448};
  ASSERT_EQ(curve.days.size(), 7u);
  for (std::size_t i = 0; i < 7; ++i) {
    EXPECT_EQ(curve.days[i], days[i]);
    EXPECT_NEAR(curve.share[i], shares[i], 5e-4);
  }
  EXPECT_EQ(survival(curve, 5), 1);
}

RC_GTEST_PROP(DurationLawOf, FitsMaximiseTheLikelihood, ()) {
  std::vector<double> days = {3, 40};
  for (int extra = *rc::gen::inRange(0, 30); extra > 0; --extra) days.push_back(1 + *rc::gen::inRange(0, 3000));
  const double a = 1 + *rc::gen::inRange(-100, 101) / 1000.0, b = 1 + *rc::gen::inRange(-100, 101) / 1000.0;
  const LognormalLaw lognormal = fit_lognormal(days);
  const WeibullLaw weibull = fit_weibull(days);
  const double slack = 1e-9 * static_cast<double>(days.size());
  RC_ASSERT(log_likelihood(LognormalLaw{lognormal.mu * a, lognormal.sigma * b}, days) <=
            log_likelihood(lognormal, days) + slack);
  RC_ASSERT(log_likelihood(WeibullLaw{weibull.shape * a, weibull.scale * b}, days) <=
            log_likelihood(weibull, days) + slack);
  RC_ASSERT(log_likelihood(ExponentialLaw{fit_exponential(days).rate * a}, days) <=
            log_likelihood(fit_exponential(days), days) + slack);
}

TEST(Duration, CausesAndTalks) {
  EXPECT_NEAR(cause_chance(0.002, 0.003, 365), 0.44364026203426155, 1e-14);
  const TalkEnd end = talk_end({0.01, 0.03, 0.005, 0.0008});
  EXPECT_NEAR(end.settle_chance, 0.6410256410256411, 1e-14);
  EXPECT_NEAR(end.mean_days, 576.9230769230769, 1e-10);
}

}  // namespace
}  // namespace armistice
