// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/front_fit.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <random>

namespace armistice {
namespace {

struct Record {
  std::vector<int> days;
  std::vector<double> area;
};

Record simulated_record(const FrontLaw& law, double mean, int length, unsigned seed) {
  std::mt19937_64 random(seed);
  std::normal_distribution<> normal;
  const FrontStep step = front_step(law, 1);
  Record record;
  double away = law.speed_sd * normal(random), area = 1000;
  for (int day = 0; day < length; ++day) {
    record.days.push_back(day);
    record.area.push_back(area);
    const double z1 = normal(random), z2 = normal(random);
    area += mean + step.carry * away + step.shared_noise * z1 + step.own_noise * z2;
    away = step.keep * away + step.speed_noise * z1;
  }
  return record;
}

TEST(FrontFit, DaysWithoutAValueCarryTheOneBefore) {
  const int days[] = {1, 2, 4};
  const double area[] = {10, 11, 15};
  EXPECT_EQ(daily_grid(days, area), (std::vector<double>{10, 11, 11, 15}));
  const int twice[] = {1, 2, 2, 3};
  const double corrected[] = {10, 11, 12, 15};
  EXPECT_EQ(daily_grid(twice, corrected), (std::vector<double>{10, 12, 15}));
}

TEST(FrontFit, ObservedVariance) {
  const double daily[] = {0, 1, 3, 3};
  EXPECT_NEAR(observed_displacement_variance(daily, 1), 2.0 / 3, 1e-15);
  EXPECT_NEAR(observed_displacement_variance(daily, 2), 0.25, 1e-15);
}

// Variances of the displacements of the area held in Ukraine, daily from 2024-07-08 to 2025-12-20.
TEST(FrontFit, TheFrontInUkraine) {
  const double horizons[] = {1, 7, 30, 90};
  const double variances[] = {172.828870738, 2220.57655827, 24569.2744557, 123469.449592};
  const std::optional<FrontLaw> law = fit_front_law(horizons, variances);
  ASSERT_TRUE(law.has_value());
  EXPECT_NEAR(law->memory, 34.5227, 1e-4);
  EXPECT_NEAR(law->speed_sd, 5.3002, 1e-4);
  EXPECT_NEAR(law->noise, 11.9644, 1e-4);
}

RC_GTEST_PROP(FrontFitProperty, ExactVariancesGiveTheLawBack, ()) {
  const FrontLaw law = {10 * std::pow(1.1, *rc::gen::inRange(-10, 25)), *rc::gen::inRange(1, 100) / 10.0,
                        *rc::gen::inRange(1, 300) / 10.0};
  const double horizons[] = {1, 7, 30, 90};
  double variances[4];
  for (int i = 0; i < 4; ++i) variances[i] = displacement_variance(law, horizons[i]);
  const std::optional<FrontLaw> got = fit_front_law(horizons, variances);
  RC_ASSERT(got.has_value());
  // Where one part drowns the other the memory cannot be told; the variances must agree all the same.
  for (int i = 0; i < 4; ++i) {
    RC_ASSERT(std::fabs(displacement_variance(*got, horizons[i]) - variances[i]) < 1e-3 * variances[i]);
  }
}

TEST(FrontFit, ALongRecordGivesItsLawBack) {
  const FrontLaw law = {30, 5, 12};
  const Record record = simulated_record(law, 12.5, 40000, 7);
  const std::optional<FrontFit> fit = fit_front(record.days, record.area, {.resamples = 40});
  ASSERT_TRUE(fit.has_value());
  EXPECT_NEAR(fit->memory.value, 30, 5);
  EXPECT_NEAR(fit->speed_sd.value, 5, 0.4);
  EXPECT_NEAR(fit->noise.value, 12, 0.4);
  EXPECT_NEAR(fit->mean.value, 12.5, 3 * mean_speed_error(law, 40000));
}

TEST(FrontFit, ErrorsAndIntervals) {
  const Record record = simulated_record({30, 5, 12}, 12.5, 530, 7);
  for (Resampling resampling : {Resampling::blocks, Resampling::simulated}) {
    const FrontFitOptions options = {.resampling = resampling, .resamples = 200, .level = 0.8, .seed = 3};
    const FrontFit fit = *fit_front(record.days, record.area, options);
    const FrontFit again = *fit_front(record.days, record.area, options);
    EXPECT_EQ(fit.memory.interval.low, again.memory.interval.low) << "the same seed gives the same interval";
    for (const Estimate& e : {fit.mean, fit.memory, fit.speed_sd, fit.noise}) {
      EXPECT_LT(e.interval.low, e.interval.high);
      EXPECT_GT(e.standard_error, 0);
    }
    // The mean of a resampled series: the error that blocks of 60 days (or the law) leave, here near 1.5 km^2/day.
    EXPECT_NEAR(fit.mean.standard_error, 1.5, 0.6);
  }
}

}  // namespace
}  // namespace armistice
