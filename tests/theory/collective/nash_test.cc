// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/nash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace armistice::collective {
namespace {

Field field_of(std::vector<double> positions, std::vector<double> weights, double reference) {
  Field field;
  field.issues = {"one"}, field.low = {0}, field.high = {100};
  field.actors.resize(positions.size());
  field.salience.assign(positions.size(), 1);
  field.position = std::move(positions), field.capability = std::move(weights);
  field.reference = {reference};
  return field;
}

constexpr NashChoices linear{Loss::linear, Disagreement::reference};

TEST(Nash, KnownAnswers) {
  // Gains x and x up to 40, then 80 - x and x, whose product falls.
  EXPECT_NEAR(nash_point(field_of({40, 80}, {1, 1}, 0), 0, linear).at, 40, 1e-11);
  // Of weights 1 and 3 the maximum of ln(80 - x) + 3 ln(x) is at 60.
  EXPECT_NEAR(nash_point(field_of({40, 80}, {1, 3}, 0), 0, linear).at, 60, 1e-11);
  // Worst ends, squares, ends of the scale and equal weights: the middle, by symmetry.
  EXPECT_NEAR(nash_point(field_of({0, 100}, {1, 1}, NAN), 0).at, 50, 1e-11);
  EXPECT_EQ(nash_point(field_of({30}, {1}, 70), 0).at, 30);
  EXPECT_EQ(nash_point(field_of({0}, {1}, 70), 0).at, 0);
}

TEST(Nash, WhereNobodyCanGainTheReferencePointStays) {
  const NashPoint point = nash_point(field_of({20, 80}, {1, 1}, 50), 0);
  EXPECT_EQ(point.at, 50);
  EXPECT_FALSE(point.agreement);
  EXPECT_FALSE(nash(field_of({20, 80}, {1, 1}, 50)).settled);
  EXPECT_TRUE(nash(field_of({20, 80}, {1, 0}, 50)).settled);  // who has no weight is not asked
  EXPECT_FALSE(nash_point(field_of({50, 50}, {1, 1}, 50), 0).agreement);
}

// The ends of what opposed actors accept meet in the reference point, whatever the last digit says.
TEST(Nash, OpposedActorsNeverAgree) {
  for (const double reference : {46.7, 38.3, 41.1, 0.3, 99.7})
    for (int k = 1; k < 50; ++k) {
      const Field field = field_of({reference * k / 50, reference + (100 - reference) * k / 50}, {1, 2}, reference);
      const NashPoint point = nash_point(field, 0);
      EXPECT_EQ(point.at, reference);
      EXPECT_FALSE(point.agreement) << reference << " " << k;
    }
}

// Doubles around 2030 are 2e-13 apart, more than a 1e-14th of the scale.
TEST(Nash, AShortScaleFarFromZero) {
  Field years = field_of({2025, 2030, 2027}, {0.5, 1.4, 1}, 2024);
  years.low = {2024}, years.high = {2030};
  Field same = field_of({1, 6, 3}, {0.5, 1.4, 1}, 0);
  same.low = {0}, same.high = {6};
  for (const Loss loss : {Loss::linear, Loss::quadratic})
    for (const Disagreement without : {Disagreement::reference, Disagreement::worst})
      EXPECT_NEAR(nash_point(years, 0, {loss, without}).at, 2024 + nash_point(same, 0, {loss, without}).at, 1e-11);
}

TEST(Nash, DegenerateFields) {
  EXPECT_NEAR(nash_point(field_of({0, 100}, {0, 0}, NAN), 0).at, 50, 1e-11);  // all count once
  EXPECT_TRUE(std::isnan(nash_point(field_of({NAN}, {1}, 0), 0).at));
  EXPECT_TRUE(std::isnan(nash_point(field_of({}, {}, NAN), 0).at));
}

// No point of a dense grid has a larger product.
TEST(Nash, DenseGrid) {
  std::mt19937_64 engine(1);
  const auto uniform = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<double> positions, weights;
    const std::size_t n = 1 + engine() % 6;
    for (std::size_t i = 0; i < n; ++i) positions.push_back(100 * uniform()), weights.push_back(uniform());
    const double reference = trial % 2 == 0 ? 100 * uniform() : std::numeric_limits<double>::quiet_NaN();
    const Field field = field_of(positions, weights, reference);
    NashChoices choices;
    choices.loss = trial % 3 == 0 ? Loss::linear : Loss::quadratic;
    const auto log_product = [&](double x) {
      double sum = 0;
      for (std::size_t i = 0; i < n; ++i) {
        const double p = field.position[i], power = choices.loss == Loss::linear ? 1 : 2;
        const double reach = std::isnan(reference) ? std::max(p, 100 - p) : std::abs(reference - p);
        const double gain = std::pow(reach, power) - std::pow(std::abs(x - p), power);
        if (gain <= 0) return -std::numeric_limits<double>::infinity();
        sum += field.capability[i] * std::log(gain);
      }
      return sum;
    };
    const NashPoint point = nash_point(field, 0, choices);
    double best = -std::numeric_limits<double>::infinity();
    for (int k = 0; k <= 2000; ++k) best = std::max(best, log_product(k / 20.0));
    if (point.agreement)
      EXPECT_GE(log_product(point.at), best - 1e-9) << trial;
    else
      EXPECT_EQ(best, -std::numeric_limits<double>::infinity()) << trial;
  }
}

}  // namespace
}  // namespace armistice::collective
