// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/base/lanes.h"

namespace armistice {

// The gap between two sides' mean beliefs about the chance of winning a battle, with Beta priors of equal weight
// (wins + losses) after `battles` that both saw: (winsA - winsB) / (weight + battles), whatever the results were.
// Smith and Stam 2004. Priors (8, 4) and (4, 8): 1/3 at the start, 1/6 after 12 battles.
double belief_gap(double wins_a, double wins_b, double weight, double battles);

// Battles until that gap is at most `gap`: max(0, ceil((winsA - winsB) / gap - weight)), for winsA >= winsB.
// (8, 4, 12, 0.05): 68.
long battles_until_gap(double wins_a, double wins_b, double weight, double gap);

// A normal belief about one number.
template <class V>
struct Belief {
  V mean;
  V variance;
};

// What a side learns from one noisy look, observed = number + N(0, noise_variance): Kalman 1960, Journal of Basic
// Engineering 82(1), in one dimension. `drift_variance` is how much the number itself moved since the last look; it
// keeps the belief from ever closing (the variance settles at a floor > 0). Variances > 0, drift_variance >= 0.
// N(0.2, 0.04), observed 0.5, noise 0.12, no drift: N(0.275, 0.03).
template <class V>
Belief<V> learned(const Belief<V>& before, const V& observed, const V& noise_variance, const V& drift_variance) {
  const V spread = before.variance + drift_variance;
  const V gain = spread / (spread + noise_variance);
  return {before.mean + gain * (observed - before.mean), spread * noise_variance / (spread + noise_variance)};
}

// The same for the mean speed of a front that moved by `moved` in `time`, when displacements have the variance
// `variance_rate` per unit of time: the observed speed is moved / time with noise variance_rate / time. The reporting
// bias of a side is added to `moved` before the call. N(0, 0.01), moved 0.01 in 0.02, rate 0.02: N(0.00495, 0.0099).
template <class V>
Belief<V> learned_speed(const Belief<V>& before, const V& moved, const V& time, const V& variance_rate,
                        const V& drift_variance) {
  return learned(before, moved / time, variance_rate / time, drift_variance);
}

// Variance at which `learned` settles when the number drifts by drift_variance between looks:
// q/2 (-1 + sqrt(1 + 4 n / q)). Drift 0.01, noise 0.02: 0.01.
double settled_variance(double noise_variance, double drift_variance);

namespace beliefs {

// phi(z) / Phi(z), and that plus z. The sum is kept apart since for very negative z the two almost cancel.
template <class V>
struct Mills {
  V ratio;
  V excess;
};

template <class V>
Mills<V> inverse_mills(const V& z) {
  // Tail, z < -3: Laplace's continued fraction of the Mills ratio at a = -z (Abramowitz and Stegun 1964, 26.2.14).
  const V a = max(-z, constant<V>(3));
  // Twenty-four terms serve a double at a = 3, nine a float.
  constexpr int terms = lane_count<V> == 1 ? 24 : 9;
  V fraction = a;
  for (int k = terms; k >= 2; --k) fraction = a + constant<V>(k) / fraction;
  const V tail_excess = constant<V>(1) / fraction;
  // Body: from the error function.
  const V b = max(z, constant<V>(-3));
  const V density = constant<V>(0.3989422804014327) * exp(constant<V>(-0.5) * b * b);
  const V ratio = density / (constant<V>(0.5) * erfc(constant<V>(-0.7071067811865476) * b));
  const auto tail = z < constant<V>(-3);
  return {select(tail, a + tail_excess, ratio), select(tail, tail_excess, ratio + b)};
}

}  // namespace beliefs

// What an answer says about the other's walk-away value w ~ N(mean, variance): an offer worth `offer` to it is refused
// with chance Phi((w - offer) / temper), accepted otherwise. The belief after the answer has the exact mean and
// variance of the posterior (moment matching; Minka 2001, Expectation propagation, 3.2.1):
//   z = (mean - offer) / d,  d^2 = variance + temper^2,  rho = phi(z) / Phi(z)
//   refused: mean + variance / d rho,  variance - variance^2 / d^2 rho (rho + z);  accepted: the same with z -> -z and
// the mean moving down. `refused` is bool, or a mask of lanes; temper > 0. An offer of any size gives no NaN.
// N(0.5, 0.01), offer 0.6, temper 0.1, refused: N(0.5916, 0.00618); accepted: N(0.4711, 0.00772).
template <class V>
Belief<V> answered(const Belief<V>& before, const V& offer, const V& temper, const Mask<V>& refused) {
  const V d = sqrt(before.variance + temper * temper);
  const V sign = select(refused, constant<V>(1), constant<V>(-1));
  // Beyond 30 deviations the answer was certain, or a surprise so great that only its order is kept.
  const V z = clamp(sign * (before.mean - offer) / d, constant<V>(-30), constant<V>(30));
  const beliefs::Mills<V> mills = beliefs::inverse_mills(z);
  const V share = before.variance / (d * d);
  return {before.mean + sign * before.variance / d * mills.ratio,
          before.variance * (constant<V>(1) - share * mills.ratio * mills.excess)};
}

// The chance of that refusal under the belief: Phi((mean - offer) / d). N(0.5, 0.01), offer 0.6, temper 0.1: 0.2398.
template <class V>
V refusal_chance(const Belief<V>& belief, const V& offer, const V& temper) {
  const V d = sqrt(belief.variance + temper * temper);
  return constant<V>(0.5) * erfc(constant<V>(-0.7071067811865476) * (belief.mean - offer) / d);
}

}  // namespace armistice
