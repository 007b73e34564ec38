// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/base/lanes.h"

namespace armistice {

// A war as one party sees it, for a front x in [0, 1] (0: B's aim is reached, 1: A's). Rates per year, utilities in
// [0, 1]. V is double or Lanes (one run in each lane).
template <class V>
struct War {
  V rate;        // discount rate r >= 0
  V drift;       // believed mean speed mu of the front, shares per year
  V variance;    // long-run variance rate s^2 > 0 of the front, shares^2 per year
  V collapse_a;  // hazard h_A >= 0 that A collapses, which brings aim_b
  V collapse_b;  // hazard h_B >= 0 that B collapses, which brings aim_a
  V flow0;       // utility of the status quo while fighting, flow0 + flow1 x
  V flow1;
  V cost;   // cost of the war, in the same units as the flow
  V aim_a;  // the party's utility of the peace that A dictates, U^A
  V aim_b;  // of the peace that B dictates, U^B
};

// The value of fighting on and its slopes.
template <class V>
struct Standing {
  V value;
  V by_position;  // dW/dx
  V by_drift;     // dW/dmu
};

namespace fighting {

// e^{-y} for y >= 0. Beyond 80 it stays at 2e-35, which a float still holds as a normal number.
template <class V>
V decay(const V& y) {
  return exp(-min(y, constant<V>(80)));
}

// 1 - e^{-y} for y >= 0 with decayed = e^{-y} at hand. For small y the difference would lose its digits; there it is
// the Pade approximant of tanh(y/2), right to 1e-15 up to y = 1/8, with coefficients that a float holds exactly.
template <class V>
V lost(const V& y, const V& decayed) {
  const V t = min(y, constant<V>(0.125));
  const V t2 = t * t;
  const V up = t * (constant<V>(105) + constant<V>(2.5) * t2);
  const V down = constant<V>(105) + t2 * (constant<V>(11.25) + constant<V>(0.0625) * t2) + constant<V>(0.5) * up;
  return select(y < constant<V>(0.125), up / down, constant<V>(1) - decayed);
}

// The war in the form in which it is solved: discounted chances that the front reaches either end.
template <class V>
struct Solution {
  V x;
  V total_rate, root;    // R, sqrt(mu^2 + 2 R s^2)
  V pull_a, pull_b;      // lambda_1 and -lambda_2, both >= 0
  V lean;                // their difference, 2 mu / s^2
  V from_a, from_b;      // e^{-pull_a (1-x)}, e^{-pull_b x}
  V below, above, both;  // e^{-Lx}, e^{-L(1-x)} and their product, L = pull_a + pull_b
  V per_both;            // 1 / (1 - e^{-L})
  V reach_a, reach_b;    // E[e^{-RT}; the front ends at 1], the same for 0
  V flow, flow_slope;    // the particular solution p(x) = flow + flow_slope x
};

template <class V>
Solution<V> solve(const War<V>& war, const V& position) {
  Solution<V> s;
  s.x = min(max(position, constant<V>(0)), constant<V>(1));
  s.total_rate = max(war.rate + war.collapse_a + war.collapse_b, constant<V>(1e-6));
  const V variance = min(max(war.variance, constant<V>(1e-8)), constant<V>(1e4));
  const V drift = min(max(war.drift, constant<V>(-1e3)), constant<V>(1e3));
  s.root = sqrt(drift * drift + constant<V>(2) * s.total_rate * variance);
  // The two roots have opposite signs; the small one comes from their product, not from a difference.
  const V sum = abs(drift) + s.root;
  const V steep = sum / variance;
  const V shallow = constant<V>(2) * s.total_rate / sum;
  s.pull_a = select(drift < constant<V>(0), steep, shallow);
  s.pull_b = select(drift < constant<V>(0), shallow, steep);

  const V rest = constant<V>(1) - s.x;
  const V pull = steep + shallow;
  s.lean = constant<V>(2) * drift / variance;
  s.from_a = decay(s.pull_a * rest);
  s.from_b = decay(s.pull_b * s.x);
  s.below = decay(pull * s.x);
  s.above = decay(pull * rest);
  s.both = s.below * s.above;
  s.per_both = constant<V>(1) / lost(pull, s.both);
  s.reach_a = s.from_a * lost(pull * s.x, s.below) * s.per_both;
  s.reach_b = s.from_b * lost(pull * rest, s.above) * s.per_both;

  const V per_rate = constant<V>(1) / s.total_rate;
  s.flow_slope = war.rate * war.flow1 * per_rate;
  s.flow = (war.rate * (war.flow0 - war.cost) + drift * s.flow_slope + war.collapse_b * war.aim_a +
            war.collapse_a * war.aim_b) *
           per_rate;
  return s;
}

template <class V>
V value(const War<V>& war, const Solution<V>& s) {
  return s.reach_a * war.aim_a + s.reach_b * war.aim_b + s.flow * (constant<V>(1) - s.reach_a - s.reach_b) +
         s.flow_slope * (s.x - s.reach_a);
}

}  // namespace fighting

// The value of fighting on for ever from the front x, in the units of the utilities. It solves
//
//   s^2/2 W'' + mu W' - R W + r (f0 + f1 x - cost) + h_B U^A + h_A U^B = 0,  W(0) = U^B, W(1) = U^A,  R = r + h_A + h_B
//
// (discounted flow and collapse until the front reaches an end: Feynman-Kac; Karlin and Taylor 1981, A Second Course in
// Stochastic Processes, 15.3). With p the linear particular solution and a(x), b(x) the discounted chances to reach 1
// and 0, W = U^A a + U^B b + [p(x) - p(1) a - p(0) b], which is c1 e^{l1 (x-1)} + c2 e^{l2 x} + p(x) regrouped so that
// the ends come out exactly and nothing overflows.
//
// Limits kept: R >= 1e-6 (so r = h = 0 gives the gambler's-ruin chance to about 1e-6 times the mean length of the war),
// 1e-8 <= s^2 <= 1e4, |mu| <= 1e3, x in [0, 1]; no NaN for finite inputs with rates below 1e30. In float the value is
// within 1e-5 of the double for R >= 0.02, s >= 0.03, |mu| <= 1 (a million draws); it errs by about 1e-7 f1 mu / R.
// r = 0.1, mu = 0.05, s^2 = 0.02, h_A = 0.02, h_B = 0.03, flow 0.2 + 0.3 x, cost 0.1, U^A = 1, U^B = 0, x = 0.4:
// W = 0.52233.
template <class V>
V fighting_on(const War<V>& war, const V& x) {
  return fighting::value(war, fighting::solve(war, x));
}

// The value and its analytic slopes in x and in the believed drift. Outside the limits above the slopes are those at
// the limit. The war above: dW/dx = 0.6392 per unit of front, dW/dmu = 3.3157 per (unit of front per year).
template <class V>
Standing<V> fighting_on_with_slopes(const War<V>& war, const V& x) {
  const fighting::Solution<V> s = fighting::solve(war, x);
  const V rest = constant<V>(1) - s.x;
  const V surplus_a = war.aim_a - s.flow - s.flow_slope;  // U^A - p(1)
  const V surplus_b = war.aim_b - s.flow;                 // U^B - p(0)

  const V reach_a_by_x = s.from_a * (s.pull_a + s.pull_b * s.below) * s.per_both;
  const V reach_b_by_x = -s.from_b * (s.pull_b + s.pull_a * s.above) * s.per_both;

  // d pull_a/dmu = -pull_a / root, d pull_b/dmu = pull_b / root, so L moves by 2 mu / (root s^2).
  const V per_root = constant<V>(1) / s.root;
  const V pull_by_drift = s.lean * per_root * s.per_both;
  const V reach_a_by_drift =
      s.reach_a * s.pull_a * rest * per_root + pull_by_drift * (s.from_a * s.x * s.below - s.reach_a * s.both);
  const V reach_b_by_drift =
      -s.reach_b * s.pull_b * s.x * per_root + pull_by_drift * (s.from_b * rest * s.above - s.reach_b * s.both);

  return {fighting::value(war, s), surplus_a * reach_a_by_x + surplus_b * reach_b_by_x + s.flow_slope,
          surplus_a * reach_a_by_drift + surplus_b * reach_b_by_drift +
              s.flow_slope / s.total_rate * (constant<V>(1) - s.reach_a - s.reach_b)};
}

// The value averaged over a belief N(drift, sd^2) about the drift: Gauss-Hermite with five nodes (Abramowitz and Stegun
// 1964, table 25.10), exact for polynomials in the drift up to degree nine. The war above with sd = 0.1: 0.49413.
template <class V>
V fighting_on_believed(const War<V>& war, const V& x, const V& sd) {
  constexpr double nodes[] = {0.0, 1.355626179974266, 2.856970013872806};
  constexpr double weights[] = {0.533333333333333, 0.222075922005613, 0.011257411327721};
  War<V> other = war;
  V total = constant<V>(weights[0]) * fighting_on(war, x);
  for (int k = 1; k < 3; ++k) {
    const V step = sd * constant<V>(nodes[k]);
    other.drift = war.drift + step;
    V pair = fighting_on(other, x);
    other.drift = war.drift - step;
    pair = pair + fighting_on(other, x);
    total = total + constant<V>(weights[k]) * pair;
  }
  return total;
}

}  // namespace armistice
