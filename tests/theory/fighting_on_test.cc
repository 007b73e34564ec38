// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/fighting_on.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

namespace armistice {
namespace {

const War<double> plain = {0.1, 0.05, 0.02, 0.02, 0.03, 0.2, 0.3, 0.1, 1, 0};

double between(double low, double high) {
  return low + (high - low) * *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 100001)) / 1e5;
}

War<double> some_war() {
  const double sd = std::exp(between(std::log(0.03), std::log(1.0)));
  return {between(0.02, 0.5), between(-1, 1),   sd * sd,       between(0, 0.5), between(0, 0.5),
          between(0, 0.7),    between(-0.7, 1), between(0, 1), between(0, 1),   between(0, 1)};
}

TEST(FightingOn, WorkedNumbers) {
  const Standing<double> here = fighting_on_with_slopes(plain, 0.4);
  EXPECT_NEAR(here.value, 0.52233, 5e-6);
  EXPECT_NEAR(here.by_position, 0.6392, 5e-5);
  EXPECT_NEAR(here.by_drift, 3.3157, 5e-5);
  EXPECT_NEAR(fighting_on_believed(plain, 0.4, 0.1), 0.49413, 5e-6);
}

TEST(FightingOn, WithoutTimeItIsTheGamblersRuin) {
  War<double> ruin = {0, 0.01, 0.01, 0, 0, 0, 0, 0, 1, 0};
  EXPECT_NEAR(fighting_on(ruin, 0.4), 0.6368607683496674, 3e-5);
  ruin.drift = 0;
  EXPECT_NEAR(fighting_on(ruin, 0.4), 0.4, 3e-5);
}

TEST(FightingOn, AHopelessCostMakesTheWarWorthItsCost) {
  War<double> war = plain;
  war.cost = 1e9;
  // Linear in the cost: each unit takes r E[(1 - e^{-RT}) / R], the same at any level.
  const double per_unit = (fighting_on(plain, 0.4) - fighting_on(war, 0.4)) / (war.cost - plain.cost);
  War<double> dearer = plain;
  dearer.cost += 1;
  EXPECT_NEAR(per_unit, fighting_on(plain, 0.4) - fighting_on(dearer, 0.4), 1e-9);
  EXPECT_GT(per_unit, 0);
  EXPECT_LT(fighting_on(war, 0.4), -1e8);
}

TEST(FightingOn, ASureFrontArrivesOnTime) {
  War<double> war = plain;
  war.variance = 1e-8;
  war.collapse_a = war.collapse_b = 0;
  // From 0.4 to 1 in 12 years; until then the flow, discounted.
  const double time = 0.6 / 0.05, fade = std::exp(-0.1 * time);
  const double flow = 0.2 - 0.1 + 0.3 * 0.4, climb = 0.3 * 0.05;
  const double expected = fade + flow * (1 - fade) + climb * ((1 - fade) / 0.1 - time * fade);
  EXPECT_NEAR(fighting_on(war, 0.4), expected, 1e-5);
}

TEST(FightingOn, SureCollapseDecides) {
  War<double> war = plain;
  war.collapse_b = 1e8;
  EXPECT_NEAR(fighting_on(war, 0.4), war.aim_a, 1e-6);
  war.collapse_a = 3e8;
  EXPECT_NEAR(fighting_on(war, 0.4), 0.25, 1e-6);
}

RC_GTEST_PROP(FightingOnLaw, TheEndsAreTheAims, ()) {
  const War<double> war = some_war();
  RC_ASSERT(std::fabs(fighting_on(war, 0.0) - war.aim_b) < 1e-12);
  RC_ASSERT(std::fabs(fighting_on(war, 1.0) - war.aim_a) < 1e-12);
}

RC_GTEST_PROP(FightingOnLaw, SolvesTheEquation, ()) {
  const War<double> war = some_war();
  const double x = between(0.05, 0.95), h = 1e-4;
  const double total = war.rate + war.collapse_a + war.collapse_b;
  const double here = fighting_on(war, x), left = fighting_on(war, x - h), right = fighting_on(war, x + h);
  const double bend = (right - 2 * here + left) / (h * h), slope = (right - left) / (2 * h);
  const double source =
      war.rate * (war.flow0 + war.flow1 * x - war.cost) + war.collapse_b * war.aim_a + war.collapse_a * war.aim_b;
  const double residual = 0.5 * war.variance * bend + war.drift * slope - total * here + source;
  // The differences themselves err by h^2 / 24 of the fourth derivative: up to (2 |mu| / s^2)^4 in a boundary layer.
  const double steepest =
      (std::fabs(war.drift) + std::sqrt(war.drift * war.drift + 2 * total * war.variance)) / war.variance;
  const double reach = war.drift < 0 ? 1 - x : x;
  const double layer = std::exp(-steepest * reach) * h * h *
                       (war.variance * std::pow(steepest, 4) + std::fabs(war.drift) * std::pow(steepest, 3));
  RC_ASSERT(std::fabs(residual) < 2e-6 * (1 + total) + 5 * layer);
}

RC_GTEST_PROP(FightingOnLaw, SlopesAreDerivatives, ()) {
  const War<double> war = some_war();
  const double x = between(0.05, 0.95), h = 1e-6;
  const Standing<double> here = fighting_on_with_slopes(war, x);
  RC_ASSERT(here.value == fighting_on(war, x));
  const double by_x = (fighting_on(war, x + h) - fighting_on(war, x - h)) / (2 * h);
  War<double> up = war, down = war;
  up.drift += h;
  down.drift -= h;
  const double by_drift = (fighting_on(up, x) - fighting_on(down, x)) / (2 * h);
  const double sharp = std::pow((1 + 2 * std::fabs(war.drift)) / war.variance, 3) * h * h;
  RC_ASSERT(std::fabs(here.by_position - by_x) < 1e-7 * (1 + std::fabs(by_x)) + sharp);
  RC_ASSERT(std::fabs(here.by_drift - by_drift) < 1e-7 * (1 + std::fabs(by_drift)) + sharp);
}

RC_GTEST_PROP(FightingOnLaw, SwappingTheSidesMirrorsTheFront, ()) {
  const War<double> war = some_war();
  const double x = between(0, 1);
  const War<double> other = {
      war.rate,   -war.drift, war.variance, war.collapse_b, war.collapse_a, war.flow0 + war.flow1,
      -war.flow1, war.cost,   war.aim_b,    war.aim_a};
  RC_ASSERT(std::fabs(fighting_on(war, x) - fighting_on(other, 1 - x)) < 1e-9);
}

RC_GTEST_PROP(FightingOnLaw, AimsAddAndScale, ()) {
  War<double> war = some_war();
  const double x = between(0, 1), before = fighting_on(war, x);
  // Utilities 0.2 + 0.5 u everywhere: the value moves the same way (the cost scales, it has no zero of its own).
  for (double* utility : {&war.flow0, &war.aim_a, &war.aim_b}) *utility = 0.2 + 0.5 * *utility;
  war.flow1 *= 0.5;
  war.cost *= 0.5;
  RC_ASSERT(std::fabs(fighting_on(war, x) - (0.2 + 0.5 * before)) < 1e-9);
}

RC_GTEST_PROP(FightingOnLaw, LanesAgreeWithDouble, ()) {
  const War<double> war = some_war();
  const double x = between(0, 1);
  const auto f = [](double value) { return constant<Lanes>(value); };
  const War<Lanes> lanes = {f(war.rate),  f(war.drift), f(war.variance), f(war.collapse_a), f(war.collapse_b),
                            f(war.flow0), f(war.flow1), f(war.cost),     f(war.aim_a),      f(war.aim_b)};
  RC_ASSERT(std::fabs(static_cast<double>(lane(fighting_on(lanes, f(x)), 3)) - fighting_on(war, x)) < 2e-5);
  RC_ASSERT(std::fabs(static_cast<double>(lane(fighting_on_believed(lanes, f(x), f(0.2)), 0)) -
                      fighting_on_believed(war, x, 0.2)) < 5e-5);
  // Slopes scale as 1 / s^2 in a boundary layer: compared relative to the largest slope there can be.
  const Standing<Lanes> got = fighting_on_with_slopes(lanes, f(x));
  const Standing<double> exact = fighting_on_with_slopes(war, x);
  const double steep = 1 + 1 / war.rate + (1 + 2 * std::fabs(war.drift)) / war.variance;
  RC_ASSERT(std::fabs(static_cast<double>(lane(got.by_position, 1)) - exact.by_position) < 2e-4 * steep);
  RC_ASSERT(std::fabs(static_cast<double>(lane(got.by_drift, 1)) - exact.by_drift) < 2e-4 * steep);
}

template <class V>
void expect_finite_everywhere(double (*read)(const V&)) {
  const double rates[] = {0, 1e-9, 0.1, 1e6, 1e30}, drifts[] = {-1e30, -3, -1e-20, 0, 1e-9, 3, 1e30};
  const double variances[] = {1e-30, 1e-9, 1e-4, 1, 1e30}, places[] = {-1, 0, 1e-7, 0.5, 1 - 1e-7, 1, 2};
  for (double rate : rates) {
    for (double hazard : rates) {
      for (double drift : drifts) {
        for (double variance : variances) {
          for (double place : places) {
            const auto f = [](double value) { return constant<V>(value); };
            const War<V> war = {f(rate), f(drift), f(variance), f(hazard), f(hazard),
                                f(0.3),  f(0.4),   f(0.1),      f(1),      f(0)};
            const Standing<V> got = fighting_on_with_slopes(war, f(place));
            ASSERT_TRUE(std::isfinite(read(got.value))) << rate << " " << hazard << " " << drift << " " << variance;
            ASSERT_TRUE(std::isfinite(read(got.by_position))) << rate << " " << hazard << " " << drift;
            ASSERT_TRUE(std::isfinite(read(got.by_drift))) << rate << " " << hazard << " " << drift;
          }
        }
      }
    }
  }
}

TEST(FightingOn, LostKeepsItsDigits) {
  for (double y : {1e-12, 1e-6, 0.01, 0.1, 0.1249, 0.1251, 1.0, 40.0, 200.0}) {
    EXPECT_NEAR(fighting::lost(y, fighting::decay(y)) / -std::expm1(-y), 1, 3e-15) << y;
    const Lanes in = constant<Lanes>(y);
    EXPECT_NEAR(lane(fighting::lost(in, fighting::decay(in)), 0) / -std::expm1(-y), 1, 2e-6) << y;
  }
}

TEST(FightingOn, NothingFiniteBreaksIt) {
  expect_finite_everywhere<double>([](const double& x) { return x; });
  expect_finite_everywhere<Lanes>([](const Lanes& x) { return static_cast<double>(lane(x, 0)); });
}

}  // namespace
}  // namespace armistice
