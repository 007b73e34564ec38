// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/fighting_on.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace armistice {
namespace {

using Random = std::mt19937_64;

double uniform(Random& random) { return (static_cast<double>(random() >> 11) + 0.5) * 0x1p-53; }

// Whether a Brownian path with the given ends, both at these distances inside a barrier, has crossed it on the way.
bool crossed(Random& random, double before, double after, double step_variance) {
  return uniform(random) < std::exp(-2 * before * after / step_variance);
}

// One history of the war: the front moves until it reaches an end or a side collapses; utilities are counted as they
// come, discounted. What remains of the step's error: when within the step an end was reached.
double one_history(const War<double>& war, double x, double step, Random& random, std::normal_distribution<>& normal) {
  const double hazard = war.collapse_a + war.collapse_b;
  const double collapse = hazard > 0 ? -std::log(uniform(random)) / hazard : 1e300;
  double worth = 0, time = 0;
  while (war.rate * time < 14) {
    const double length = std::min(step, collapse - time);
    const double variance = war.variance * length;
    const double next = x + war.drift * length + std::sqrt(variance) * normal(random);
    const double discount = std::exp(-war.rate * (time + length / 2));
    const bool at_a = next >= 1 || crossed(random, 1 - x, 1 - next, variance);
    const bool at_b = !at_a && (next <= 0 || crossed(random, x, next, variance));
    if (at_a || at_b) {
      const double flow = war.flow0 + war.flow1 * (at_a ? 1.0 : 0.0) / 2 + war.flow1 * x / 2 - war.cost;
      return worth + discount * (war.rate * flow * length / 2 + (at_a ? war.aim_a : war.aim_b));
    }
    worth += discount * war.rate * (war.flow0 + war.flow1 * (x + next) / 2 - war.cost) * length;
    time += length;
    x = next;
    if (time >= collapse) {
      const bool a_falls = uniform(random) * hazard < war.collapse_a;
      return worth + std::exp(-war.rate * time) * (a_falls ? war.aim_b : war.aim_a);
    }
  }
  return worth;
}

TEST(FightingOnSlow, AgreesWithTheProcessItself) {
  Random random(20251120);
  std::normal_distribution<> normal;
  const auto between = [&](double low, double high) { return low + (high - low) * uniform(random); };
  double squares = 0;
  for (int point = 0; point < 20; ++point) {
    const double sd = between(0.08, 0.4), x = between(0.1, 0.9);
    const War<double> war = {between(0.05, 0.3), between(-0.2, 0.2), sd * sd,       between(0, 0.2), between(0, 0.2),
                             between(0, 0.5),    between(0, 0.5),    between(0, 1), between(0.5, 1), between(0, 0.5)};
    constexpr int histories = 20000;
    double sum = 0, sum_squares = 0;
    for (int i = 0; i < histories; ++i) {
      const double worth = one_history(war, x, 0.02, random, normal);
      sum += worth;
      sum_squares += worth * worth;
    }
    const double mean = sum / histories;
    const double error = std::sqrt((sum_squares / histories - mean * mean) / (histories - 1));
    const double off = (mean - fighting_on(war, x)) / error;
    EXPECT_LT(std::fabs(off), 3) << "point " << point << ": " << mean << " against " << fighting_on(war, x);
    squares += off * off;
  }
  // Twenty standard normal squares: mean 20, and 0.2 % of the time above 42.
  EXPECT_LT(squares, 42);
}

}  // namespace
}  // namespace armistice
