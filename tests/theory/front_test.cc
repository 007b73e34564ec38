// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/front.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace armistice {
namespace {

double between(double low, double high) {
  return low + (high - low) * *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 100001)) / 1e5;
}

FrontLaw some_law() { return {between(0.02, 3), between(0, 2), between(0, 0.5)}; }

TEST(Front, DisplacementVariance) {
  EXPECT_NEAR(displacement_variance({60, 5, 10}, 30), 22175.51874827402, 1e-9);
  EXPECT_NEAR(long_run_variance_rate({60, 5, 10}), 3100, 1e-12);
  EXPECT_NEAR(mean_speed_error({34.52, 5.30, 11.96}, 530), 1.92, 5e-3);
}

TEST(Front, StepInNumbers) {
  const FrontStep step = front_step({0.1, 0.5, 0.1}, 1.0 / 52);
  EXPECT_NEAR(step.keep, 0.82505, 5e-6);
  EXPECT_NEAR(step.carry, 0.017495, 5e-7);
  EXPECT_NEAR(step.speed_noise, 0.28253, 5e-6);
  EXPECT_NEAR(step.shared_noise, 0.0027083, 5e-8);
  EXPECT_NEAR(step.own_noise, 0.013974, 1e-6);
}

// Speed and position after many steps must have the moments of one long step: mean, variances, covariance.
RC_GTEST_PROP(FrontProperty, StepsAddUp, ()) {
  const FrontLaw law = some_law();
  const int steps = *rc::gen::inRange(1, 40);
  const double length = between(1e-4, 0.2);
  const FrontStep one = front_step(law, length), all = front_step(law, length * steps);
  double keep = 1, carry = 0, speed = 0, position = 0, both = 0;
  for (int i = 0; i < steps; ++i) {
    // position' = position + carry v + ..., v' = keep v + ...
    position += 2 * one.carry * both + one.carry * one.carry * speed + one.shared_noise * one.shared_noise +
                one.own_noise * one.own_noise;
    both = one.keep * (both + one.carry * speed) + one.shared_noise * one.speed_noise;
    speed = one.keep * one.keep * speed + one.speed_noise * one.speed_noise;
    carry += one.carry * keep;
    keep *= one.keep;
  }
  const auto close = [](double a, double b) { return std::fabs(a - b) <= 1e-9 * std::fabs(b) + 1e-15; };
  RC_ASSERT(close(keep, all.keep));
  RC_ASSERT(close(carry, all.carry));
  RC_ASSERT(close(speed, all.speed_noise * all.speed_noise));
  RC_ASSERT(close(both, all.shared_noise * all.speed_noise));
  RC_ASSERT(close(position, all.shared_noise * all.shared_noise + all.own_noise * all.own_noise));
}

RC_GTEST_PROP(FrontProperty, StepAgreesWithTheVarianceOverAHorizon, ()) {
  const FrontLaw law = some_law();
  const FrontStep step = front_step(law, between(1e-5, 2));
  const double from_speed = step.carry * law.speed_sd;
  const double variance =
      from_speed * from_speed + step.shared_noise * step.shared_noise + step.own_noise * step.own_noise;
  const double expected = displacement_variance(law, step.step);
  RC_ASSERT(std::fabs(variance - expected) <= 1e-9 * expected + 1e-18);
  RC_ASSERT(expected <= long_run_variance_rate(law) * step.step * (1 + 1e-12));
}

TEST(Front, ReachingAnEnd) {
  EXPECT_NEAR(reach_high_chance({0, 1, 0, 0.1}, 0.4), 0.4, 1e-15);
  EXPECT_NEAR(reach_high_chance({0, 1, 0.01, 0.1}, 0.4), 0.6368607683496674, 1e-14);
  EXPECT_NEAR(mean_time_to_an_end({0, 1, 0.01, 0.1}, 0.4), 23.68607683496674, 1e-11);
  EXPECT_NEAR(mean_time_to_an_end({0, 1, 0, 0.1}, 0.4), 24, 1e-11);
  // Two hundred forts, a coin of 0.505: the walk that the diffusion stands for has 0.81300.
  const double step = 1 / 200.0, edge = 0.01;
  const BrownianFront forts = {0, 1, edge * step, step * std::sqrt(1 - edge * edge)};
  EXPECT_NEAR(reach_high_chance(forts, 0.4), 0.8130208261523795, 1e-12);
}

RC_GTEST_PROP(FrontProperty, EndsSolveTheirEquations, ()) {
  const BrownianFront front = {0, 1, between(-1, 1) * *rc::gen::element(1.0, 1e-3, 1e-6, 1e-9), between(0.1, 1)};
  const double x = between(0.05, 0.95), h = 1e-3;
  const auto residual = [&](auto f, double source) {
    const double here = f(front, x), left = f(front, x - h), right = f(front, x + h);
    // Differences that are exact for the two solutions 1 and e^{-2 mu x / s^2}.
    const double peclet = front.drift * h / (front.sd * front.sd);
    const double bend = peclet == 0 ? 1 : peclet / std::tanh(peclet);
    return front.sd * front.sd / 2 * bend * (right - 2 * here + left) / (h * h) +
           front.drift * (right - left) / (2 * h) + source;
  };
  RC_ASSERT(std::fabs(residual(reach_high_chance, 0.0)) < 1e-8);
  // The exact form divides by the drift, at least 1e-5 s^2 there: 2 eps / 1e-5, four times that over h^2 and halved, is
  // 9e-5.
  RC_ASSERT(std::fabs(residual(mean_time_to_an_end, 1.0)) < 1e-4);
  const BrownianFront mirrored = {0, 1, -front.drift, front.sd};
  RC_ASSERT(std::fabs(reach_high_chance(front, x) + reach_high_chance(mirrored, 1 - x) - 1) < 1e-12);
}

TEST(Front, PassedBy) {
  EXPECT_NEAR(passed_by(10, 0.5, 2, 20), 0.6543967783541418, 1e-14);
  // The area record to 2025-12-20 as a front without memory: 2,000 km^2 more within half a year.
  EXPECT_NEAR(passed_by(2000, 12.656726415094344, 13.07587092033869, 180), 0.9482595323603045, 1e-12);
  EXPECT_NEAR(passed_by(2000, 12.656726415094344, 13.07587092033869, 365), 1, 1e-12);
  EXPECT_NEAR(passed_by(1, -1, 1, 1e6), std::exp(-2), 1e-12) << "against the drift: e^{2 mu d / s^2} for ever";
  EXPECT_NEAR(passed_by(1, 1, 1e-3, 0.5), 0, 1e-12);
  EXPECT_NEAR(passed_by(1, 1, 1e-3, 2), 1, 1e-12);
  EXPECT_EQ(passed_by(1, 1, 1, 0), 0);
}

RC_GTEST_PROP(FrontProperty, PassingIsAChanceThatGrows, ()) {
  const double distance = between(0.01, 2), drift = between(-3, 3), sd = between(0.001, 1), time = between(0.001, 5);
  const double now = passed_by(distance, drift, sd, time), later = passed_by(distance, drift, sd, 1.1 * time);
  RC_ASSERT(0 <= now && now <= later + 1e-12 && later <= 1);
}

// Mean and variance of the first passage, d / mu and d s^2 / mu^3, by integrating the tail.
TEST(Front, PassageHasTheMomentsOfAnInverseGaussian) {
  double mean = 0, second = 0;
  const double step = 0.01;
  for (int i = 0; i < 100000; ++i) {
    const double time = (i + 0.5) * step, left = 1 - passed_by(10, 0.5, 2, time);
    mean += left * step;
    second += 2 * time * left * step;
  }
  EXPECT_NEAR(mean, 20, 1e-3);
  EXPECT_NEAR(second - mean * mean, 320, 0.05);
}

}  // namespace
}  // namespace armistice
