// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "armistice/theory/duration.h"
#include "armistice/theory/intervals.h"

// Proper scores of probability forecasts (Gneiting and Raftery 2007, Journal of the American Statistical Association
// 102); smaller is better in all of them.
namespace armistice {

// Brier 1950, Monthly Weather Review 78(1), for one event: (p - o)^2, o = 1 if it happened. (0.7, true): 0.09.
double brier_score(double chance, bool happened);

// Good 1952, Journal of the Royal Statistical Society B 14(1): -ln of the chance given to what happened, infinite if
// that was 0. (0.7, true): 0.35667.
double log_score(double chance, bool happened);

// Epstein 1969, Journal of Applied Meteorology 8(6), not normalised: sum of (F_k - O_k)^2 over ordered categories,
// `happened` counted from 0. Chances sum to 1. {0.2, 0.5, 0.3}, 2: 0.53.
double ranked_probability_score(std::span<const double> chances, int happened);

// Murphy 1973, Journal of Applied Meteorology 12(4): the mean Brier score is reliability - resolution + uncertainty,
// forecasts grouped by equal values.
struct MurphyParts {
  double reliability, resolution, uncertainty;
  double brier;  // their sum
  double skill;  // 1 - brier / uncertainty, over the base rate; NaN when all outcomes are alike
};
// Chances {.1, .1, .1, .5, .5, .9, .9, .9}, outcomes {0, 0, 1, 1, 0, 1, 1, 1}: 0.024167 - 0.088542 + 0.234375 = 0.17,
// skill 0.27467. `happened` holds 0 or 1, as many as chances, at least one.
MurphyParts murphy_parts(std::span<const double> chances, std::span<const double> happened);

// The continuous ranked probability score, the integral of (F(x) - 1[x >= observed])^2, in closed form.
// Normal, spread > 0 (Gneiting et al. 2005, Monthly Weather Review 133(5)): (0, 1, 0.5): 0.33140.
double crps_normal(double mean, double spread, double observed);
// Exponential, observed >= 0: y - (2 / l)(1 - e^(-l y)) + 1 / (2 l). Rate 1 / 400, 150: 99.831.
double crps(const ExponentialLaw& law, double observed);
// Lognormal, observed > 0 (Baran and Lerch 2015, Quarterly Journal of the Royal Meteorological Society 141).
// (5.035632, 1.475309), 365: 126.22.
double crps(const LognormalLaw& law, double observed);
// Of an ensemble of at least one member: mean |x - y| - mean |x - x'| / 2; `fair` leaves the members' distance to
// themselves out (Ferro 2014, Quarterly Journal of the Royal Meteorological Society 140; at least two members).
// {90, 150, 200, 400, 900}, 365: 95.4, fair 58.
double crps_ensemble(std::span<const double> members, double observed, bool fair);

// Winkler 1972, Journal of the American Statistical Association 67, for a central interval that leaves out `outside` in
// (0, 1): width + 2 / outside times how far the value lies beyond an end. [100, 400], 450, 0.1: 1300.
double interval_score(const Interval& interval, double observed, double outside);

// The logarithmic score of a duration that may be cut short: -ln density when the war ended after `days` > 0, -ln of
// the chance to last longer while it goes on. Weibull (0.7146, 320.87): ended at 150 gives 6.4708, going on at
// 1,640 3.2085.
double duration_log_score(const WeibullLaw& law, const Spell& spell);

}  // namespace armistice
