// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/front.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace armistice {
namespace {

// 2u - 3 + 4 e^{-u} - e^{-2u}, which starts as 2 u^3 / 3: the series where the difference would cancel.
double position_factor(double u) {
  if (u > 0.03) return 2 * u - 3 + 4 * std::exp(-u) - std::exp(-2 * u);
  return u * u * u * (2.0 / 3 - u * (0.5 - u * (7.0 / 30 - u * (1.0 / 12 - u * 31.0 / 1260))));
}

double normal_chance(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

// e^{z^2 / 2} P(Z > z) for z >= 0, which stays of the order 1 / z where its factors overflow and vanish.
double scaled_tail(double z) {
  if (z < 20) return std::exp(z * z / 2) * normal_chance(-z);
  double fraction = z;
  for (int k = 12; k >= 1; --k) fraction = z + k / fraction;
  return 1 / (fraction * std::sqrt(2 * std::numbers::pi));
}

}  // namespace

FrontStep front_step(const FrontLaw& law, double step) {
  assert(law.memory > 0 && law.speed_sd >= 0 && law.noise >= 0 && step > 0);
  const double u = step / law.memory, lost = -std::expm1(-u);
  const double speed_variance = -std::expm1(-2 * u) * law.speed_sd * law.speed_sd;
  const double covariance = law.speed_sd * law.speed_sd * law.memory * lost * lost;
  const double reach = law.speed_sd * law.memory;
  const double position_variance = reach * reach * position_factor(u) + law.noise * law.noise * step;
  const double speed_noise = std::sqrt(speed_variance);
  const double shared = speed_noise > 0 ? covariance / speed_noise : 0.0;
  return {.step = step,
          .keep = std::exp(-u),
          .carry = law.memory * lost,
          .speed_noise = speed_noise,
          .shared_noise = shared,
          .own_noise = std::sqrt(std::max(0.0, position_variance - shared * shared))};
}

double displacement_variance(const FrontLaw& law, double horizon) {
  assert(law.memory > 0 && horizon >= 0);
  const double u = horizon / law.memory;
  // u - (1 - e^{-u}), by its series where it would cancel.
  const double bend = u > 0.001 ? u + std::expm1(-u) : u * u * (0.5 - u * (1.0 / 6 - u * (1.0 / 24 - u / 120)));
  const double reach = law.speed_sd * law.memory;
  return law.noise * law.noise * horizon + 2 * reach * reach * bend;
}

double long_run_variance_rate(const FrontLaw& law) {
  return law.noise * law.noise + 2 * law.speed_sd * law.speed_sd * law.memory;
}

double mean_speed_error(const FrontLaw& law, double span) {
  assert(span > 0);
  return std::sqrt(displacement_variance(law, span)) / span;
}

double reach_high_chance(const BrownianFront& front, double position) {
  assert(front.low < front.high && front.sd > 0);
  const double width = front.high - front.low;
  const double from_low = std::clamp(position - front.low, 0.0, width);
  const double pull = 2 * front.drift / (front.sd * front.sd);
  if (pull == 0) return from_low / width;
  if (pull > 0) return std::expm1(-pull * from_low) / std::expm1(-pull * width);
  // Against the drift: exponentials of negative numbers only.
  return std::exp(pull * (width - from_low)) * std::expm1(pull * from_low) / std::expm1(pull * width);
}

double mean_time_to_an_end(const BrownianFront& front, double position) {
  const double width = front.high - front.low;
  const double from_low = std::clamp(position - front.low, 0.0, width);
  const double variance = front.sd * front.sd;
  // Nearly without drift the exact form is 0 / 0; the first order in the drift is right to its square.
  if (std::fabs(front.drift) * width < 1e-5 * variance) {
    return from_low * (width - from_low) / variance * (1 + front.drift * (width - 2 * from_low) / (3 * variance));
  }
  return (width * reach_high_chance(front, position) - from_low) / front.drift;
}

double passed_by(double distance, double drift, double sd, double time) {
  assert(distance > 0 && sd > 0 && time >= 0);
  if (time == 0) return 0;
  const double spread = sd * std::sqrt(time);
  const double ahead = (drift * time - distance) / spread, behind = (drift * time + distance) / spread;
  // Of those that are short of it now, the paths that had passed it (the mirrored path).
  const double mirrored = behind >= 0 ? std::exp(-ahead * ahead / 2) * scaled_tail(behind)
                                      : std::exp(2 * drift * distance / (sd * sd)) * normal_chance(-behind);
  return std::min(1.0, normal_chance(ahead) + mirrored);
}

}  // namespace armistice
