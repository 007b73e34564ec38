// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>
#include <utility>

#include "armistice/theory/collective/spatial.h"

// One actor's vote between two options, and the odds of two sides of given strengths. Written so that a loop over
// actors or options has no branches.
namespace armistice::collective {

// What an actor of weight `weight` throws in for the first of two options that differ by `difference` in its utility;
// negative: for the second. Two thirds of the weight on gains where losses weigh more. Known: weight 3, difference 0.5,
// proportional-cubic: 3 (0.25 + 0.0625) = 0.9375.
template <Voting rule>
inline double vote(double weight, double difference) {
  constexpr double step = 1e-8;  // a preference for a side is full from this difference on
  constexpr double jump = 0.2, bend = 0.5;
  const double cube = difference * difference * difference;
  const double scaled = difference / step;
  const double capped = scaled > 1.0 ? 1.0 : scaled;
  const double sign = capped < -1.0 ? -1.0 : capped;
  if constexpr (rule == Voting::sign) return weight * sign;
  if constexpr (rule == Voting::proportional_sign) return weight * ((1 - jump) * difference + jump * sign);
  if constexpr (rule == Voting::proportional) return weight * difference;
  if constexpr (rule == Voting::proportional_cubic) return weight * ((1 - bend) * difference + bend * cube);
  if constexpr (rule == Voting::cubic) return weight * cube;
  const double gain = (2.0 * weight * difference) / 3.0, loss = weight * difference;
  return difference < 0.0 ? loss : gain;
}

// Calls f with the rule as a constant, so that the loops inside are compiled once for each rule.
template <class F>
auto with_rule(Voting rule, F f) {
  switch (rule) {
    case Voting::sign:
      return f.template operator()<Voting::sign>();
    case Voting::proportional_sign:
      return f.template operator()<Voting::proportional_sign>();
    case Voting::proportional_cubic:
      return f.template operator()<Voting::proportional_cubic>();
    case Voting::cubic:
      return f.template operator()<Voting::cubic>();
    case Voting::loss_averse:
      return f.template operator()<Voting::loss_averse>();
    default:
      return f.template operator()<Voting::proportional>();
  }
}

// The parts of a vote for and against. Exact, and without a comparison, which would keep loops from being vectorised.
inline double pro(double v) { return 0.5 * (std::abs(v) + v); }
inline double con(double v) { return 0.5 * (std::abs(v) - v); }

// The probabilities that the first and the second of two sides wins whose strengths are a and b, not both 0. Where the
// powers would leave the range of numbers, the larger side is the unit. The threshold: an advantage of 10 % wins for
// certain (but for one in a million), in between it goes in proportion. Known: 2 to 1, square: 0.8 and 0.2.
inline std::pair<double, double> odds(Victory model, double a, double b) {
  if (model == Victory::threshold) {
    constexpr double sure = 1.10, rest = 1e-6;
    if (a >= sure * b) return {1.0 / (1.0 + rest), rest / (1.0 + rest)};
    if (b >= sure * a) return {rest / (1.0 + rest), 1.0 / (1.0 + rest)};
    const double p = ((a / (a + b)) * (sure + 1.0) - 1.0) / (sure - 1.0);
    return {p, 1.0 - p};
  }
  double x = a, y = b;
  for (int power = 1; power <= static_cast<int>(model); ++power) x *= x, y *= y;
  if (!(x + y > 1e-300 && x + y < 1e300)) {
    x = a / std::max(a, b), y = b / std::max(a, b);
    for (int power = 1; power <= static_cast<int>(model); ++power) x *= x, y *= y;
  }
  return {x / (x + y), y / (x + y)};
}

}  // namespace armistice::collective
