// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/front_fit.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace armistice {
namespace {

// How often an interval called 90 % holds the truth on 530 days, as the header says it does.
TEST(FrontFitSlow, CoverageOfTheIntervals) {
  const FrontLaw law = {34.5, 5.3, 12};
  const double mean = 12.66;
  const FrontStep step = front_step(law, 1);
  std::mt19937_64 random(11);
  std::normal_distribution<> normal;
  constexpr int records = 400;
  int fitted = 0, held_mean = 0, held_memory = 0, held_speed = 0, held_noise = 0;
  double error_by_blocks = 0;
  for (int k = 0; k < records; ++k) {
    std::vector<int> days;
    std::vector<double> area;
    double away = law.speed_sd * normal(random), position = 0;
    for (int day = 0; day <= 530; ++day) {
      days.push_back(day);
      area.push_back(position);
      const double z1 = normal(random), z2 = normal(random);
      position += mean + step.carry * away + step.shared_noise * z1 + step.own_noise * z2;
      away = step.keep * away + step.speed_noise * z1;
    }
    const auto fit = fit_front(days, area, {.resamples = 200, .seed = static_cast<std::uint64_t>(k)});
    if (!fit) continue;
    const auto holds = [](const Estimate& e, double truth) {
      return e.interval.low <= truth && truth <= e.interval.high;
    };
    ++fitted;
    held_mean += holds(fit->mean, mean);
    held_memory += holds(fit->memory, law.memory);
    held_speed += holds(fit->speed_sd, law.speed_sd);
    held_noise += holds(fit->noise, law.noise);
    error_by_blocks += fit->mean.standard_error;
  }
  const auto share = [&](int held) { return static_cast<double>(held) / fitted; };
  EXPECT_GT(fitted, 0.95 * records);
  EXPECT_NEAR(share(held_mean), 0.70, 0.08);
  EXPECT_NEAR(share(held_memory), 0.72, 0.08);
  EXPECT_NEAR(share(held_speed), 0.95, 0.05);
  EXPECT_NEAR(share(held_noise), 0.88, 0.06);
  EXPECT_LT(error_by_blocks / fitted, 0.8 * mean_speed_error(law, 530)) << "blocks understate the error of the mean";
}

}  // namespace
}  // namespace armistice
