// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace armistice {

// Fronts as integrated Ornstein-Uhlenbeck processes: the speed v returns to its mean with a memory, the position
// follows it with noise of its own (Uhlenbeck and Ornstein 1930, Physical Review 36; Gillespie 1996, Physical Review E
// 54):
//   dv = (mean - v) / memory dt + speed_sd sqrt(2 / memory) dW1,   dx = v dt + noise dW2.
// Any unit of length and time, the same throughout: shares and years in the engine, km^2 and days in the fit.
struct FrontLaw {
  double memory;    // time; > 0
  double speed_sd;  // length / time: stationary standard deviation of the speed
  double noise;     // length / sqrt(time)
};

// The exact transition over one step, with independent standard normals z1, z2:
//   speed'    = mean + keep (speed - mean) + speed_noise z1
//   position' = position + mean step + carry (speed - mean) + shared_noise z1 + own_noise z2
// memory 0.1, speed_sd 0.5, noise 0.1, step 1/52: keep 0.82505, carry 0.017495, speed_noise 0.28253,
// shared_noise 0.0027083, own_noise 0.013974.
struct FrontStep {
  double step;          // time
  double keep;          // rho = e^{-step / memory}
  double carry;         // time: memory (1 - rho)
  double speed_noise;   // sd of the new speed
  double shared_noise;  // covariance of speed and position over speed_noise
  double own_noise;     // sd of the position given the speed
};
FrontStep front_step(const FrontLaw& law, double step);

// Variance of the displacement over `horizon`, speed stationary at the start:
// noise^2 h + 2 speed_sd^2 memory (h - memory (1 - e^{-h / memory})). (60, 5, 10) over 30: 22175.5.
double displacement_variance(const FrontLaw& law, double horizon);

// What that grows by per unit of time in the long run: noise^2 + 2 speed_sd^2 memory. (60, 5, 10): 3100.
double long_run_variance_rate(const FrontLaw& law);

// Standard error of the mean speed when it is read off as displacement / span, for a known law: it does not fall below
// what the memory leaves. (34.52, 5.30, 11.96) over 530 days: 1.92 km^2/day.
double mean_speed_error(const FrontLaw& law, double span);

// A front without memory, x + drift t + sd W(t), between two ends low < x < high; sd > 0 per sqrt(time).
struct BrownianFront {
  double low;
  double high;
  double drift;
  double sd;
};

// The chance to reach `high` before `low` (Karlin and Taylor 1975, A First Course in Stochastic Processes, ch. 7).
// From 0.4 in [0, 1], drift 0.01, sd 0.1: 0.63686; drift 0: 0.4.
double reach_high_chance(const BrownianFront& front, double position);

// Mean time until either end. The same: 23.686; drift 0: 24.
double mean_time_to_an_end(const BrownianFront& front, double position);

// Chance that drift t + sd W(t) has passed `distance` > 0 by `time`: the inverse Gaussian law when drift > 0, and short
// of 1 for ever when drift < 0 (Folks and Chhikara 1978, JRSS B 40(3)). (10, 0.5, 2, 20): 0.65440.
double passed_by(double distance, double drift, double sd, double time);

}  // namespace armistice
