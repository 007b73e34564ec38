// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/lanchester.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace armistice {
namespace {

// Plain Runge-Kutta over the engine's derivative, to hold the closed forms to it.
Forces integrate(Forces f, const KillRates& kill, double shooters, double targets, double time, int steps) {
  const double h = time / steps;
  const auto slope = [&](double a, double b) {
    const auto loss = lanchester_losses(a, b, kill.a, kill.b, shooters, targets);
    return Forces{-loss.a, -loss.b};
  };
  for (int i = 0; i < steps; ++i) {
    const Forces k1 = slope(f.a, f.b), k2 = slope(f.a + h / 2 * k1.a, f.b + h / 2 * k1.b);
    const Forces k3 = slope(f.a + h / 2 * k2.a, f.b + h / 2 * k2.b), k4 = slope(f.a + h * k3.a, f.b + h * k3.b);
    f.a += h / 6 * (k1.a + 2 * k2.a + 2 * k3.a + k4.a);
    f.b += h / 6 * (k1.b + 2 * k2.b + 2 * k3.b + k4.b);
  }
  return f;
}

TEST(Lanchester, SquareLaw) {
  const Forces start = {1000, 800};
  const KillRates kill = {0.01, 0.012};
  const Forces at30 = square_law(start, kill, 30);
  EXPECT_NEAR(at30.a, 761.2756872866566, 1e-9);
  EXPECT_NEAR(at30.b, 538.1609672871829, 1e-9);
  const Annihilation end = square_law_end(start, kill);
  EXPECT_NEAR(end.left.a, 481.6637831516918, 1e-9);
  EXPECT_EQ(end.left.b, 0);
  EXPECT_NEAR(end.time, 124.1358952721211, 1e-9);
  EXPECT_NEAR(square_law_time_to_share(start, kill, 0.7), 27.165787550279486, 1e-9);
  const Forces stepped = integrate(start, kill, 1, 0, 30, 300);
  EXPECT_NEAR(stepped.a, at30.a, 1e-7);
  EXPECT_NEAR(stepped.b, at30.b, 1e-7);
}

TEST(Lanchester, EqualSidesNeverEnd) {
  EXPECT_TRUE(std::isinf(square_law_end({500, 500}, {0.01, 0.01}).time));
  EXPECT_NEAR(square_law_time_to_share({500, 500}, {0.01, 0.01}, 0.5), std::log(2) / 0.01, 1e-9);
  EXPECT_TRUE(std::isinf(square_law_time_to_share({500, 5000}, {0.01, 0.01}, 0.1)));
}

TEST(Lanchester, Reinforced) {
  const Forces at50 = square_law_reinforced({1000, 1000}, {0.01, 0.01}, {8, 9}, 50);
  EXPECT_NEAR(at50.a, 908.5435354218886, 1e-9);
  EXPECT_NEAR(at50.b, 973.4156624919015, 1e-9);
  const Forces still = square_law_reinforced({900, 800}, {0.01, 0.01}, {8, 9}, 200);
  EXPECT_NEAR(still.a, 900, 1e-9);
  EXPECT_NEAR(still.b, 800, 1e-9);
}

TEST(Lanchester, LinearLaw) {
  const Forces at60 = linear_law({1000, 800}, {2e-5, 2e-5}, 60);
  EXPECT_NEAR(at60.a, 539.5231585900488, 1e-9);
  EXPECT_NEAR(at60.b, 339.5231585900488, 1e-9);
  const Forces stepped = integrate({1000, 800}, {2e-5, 2e-5}, 1, 1, 60, 300);
  EXPECT_NEAR(stepped.a, at60.a, 1e-6);
  const Forces equal = linear_law({1000, 1000}, {1e-5, 1e-5}, 100);
  EXPECT_NEAR(equal.a, 500, 1e-9);
  EXPECT_NEAR(equal.b, 500, 1e-9);
}

TEST(Lanchester, Ambush) {
  const Forces end = ambush_end({200, 1000}, {0.01, 1e-5});
  EXPECT_EQ(end.a, 0);
  EXPECT_NEAR(end.b, 774.5966692414834, 1e-9);
  const Forces parity = ambush_end({200, 632.4555320336758}, {0.01, 1e-5});
  EXPECT_NEAR(parity.a, 0, 1e-6);
}

RC_GTEST_PROP(LanchesterLaw, WhatStaysConstant, ()) {
  const Forces start = {1.0 * *rc::gen::inRange(100, 2000), 1.0 * *rc::gen::inRange(100, 2000)};
  const KillRates aimed = {*rc::gen::inRange(1, 40) / 1000.0, *rc::gen::inRange(1, 40) / 1000.0};
  const double time = *rc::gen::inRange(0, 30);
  const Forces square = square_law(start, aimed, time);
  const double scale = aimed.a * start.a * start.a + aimed.b * start.b * start.b;
  const auto invariant = [&](const Forces& f) { return aimed.a * f.a * f.a - aimed.b * f.b * f.b; };
  RC_ASSERT(std::fabs(invariant(square) - invariant(start)) < 1e-9 * scale);
  const KillRates area = {aimed.a / 1000, aimed.b / 1000};
  const Forces linear = linear_law(start, area, 10 * time);
  RC_ASSERT(linear.a > 0 && linear.b > 0);
  const auto difference = [&](const Forces& f) { return area.a * f.a - area.b * f.b; };
  RC_ASSERT(std::fabs(difference(linear) - difference(start)) < 1e-12 * (1 + start.a * area.a + start.b * area.b));
}

}  // namespace
}  // namespace armistice
