// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "armistice/theory/intervals.h"

namespace armistice {

// How long wars last, in days > 0. Worked numbers: active days of the 95 interstate wars of 1823-2003 in Correlates of
// War 4.0 (Sarkees and Wayman 2010, Resort to War). Laws after Kalbfleisch and Prentice 2002, The Statistical Analysis
// of Failure Time Data, chapter 2.
struct LognormalLaw {
  double mu;     // mean of ln(days)
  double sigma;  // its standard deviation
};
struct WeibullLaw {
  double shape;  // below 1: the longer it has lasted, the less likely to end today
  double scale;  // days; 63.2 % of wars are over by then
};
struct ExponentialLaw {
  double rate;  // per day
};

// Maximum likelihood from wars that have all ended (at least two different lengths).
LognormalLaw fit_lognormal(std::span<const double> days);      // the 95 wars: 5.0356, 1.4753
WeibullLaw fit_weibull(std::span<const double> days);          // 0.714614, 320.87
ExponentialLaw fit_exponential(std::span<const double> days);  // 0.0024289

// Logarithm of the chance to last longer than `days` >= 0.
double log_survival(const LognormalLaw& law, double days);
double log_survival(const WeibullLaw& law, double days);
double log_survival(const ExponentialLaw& law, double days);

// Log likelihood of the record under a law. The 95 wars: lognormal -650.1, Weibull -655.2, exponential -666.9.
double log_likelihood(const LognormalLaw& law, std::span<const double> days);
double log_likelihood(const WeibullLaw& law, std::span<const double> days);
double log_likelihood(const ExponentialLaw& law, std::span<const double> days);

// One war, which either ended after `days` or was still going on then.
struct Spell {
  double days;
  bool ended = true;
};

// Kaplan and Meier 1958, Journal of the American Statistical Association 53: share of wars lasting longer than each day
// on which one ended; days rise, shares fall.
struct SurvivalCurve {
  std::vector<double> days;
  std::vector<double> share;
};
SurvivalCurve kaplan_meier(std::span<const Spell> wars);
SurvivalCurve kaplan_meier(std::span<const double> days);  // all ended

// The share that lasts longer than `days`. The 95 wars at 730 days: 14 / 95 = 0.1474.
double survival(const SurvivalCurve& curve, double days);

enum class DurationLaw { lognormal, weibull, exponential, record };  // record: Kaplan and Meier

// The chance that a war which has lasted `age` days ends within the next `within`: 1 - S(age + within) / S(age), the
// law fitted to `days`. None when the record has no war that long. The 95 wars at 1,640 and 365 days: lognormal 0.247,
// Weibull 0.391, exponential 0.588, record 0.571 (4 of 7).
std::optional<double> end_chance(std::span<const double> days, DurationLaw law, double age, double within);

// Percentile bootstrap interval of that chance (Efron and Tibshirani 1993, chapter 13) that draws whole wars, since
// days of one war are not independent. Draws without any war that old are left out. The same seed gives the same
// interval. The 95 wars, lognormal, 1,640 and 365 days, level 0.9: 0.214 to 0.295 (2,000 draws, seed 1).
std::optional<Interval> end_chance_interval(std::span<const double> days, DurationLaw law, double age, double within,
                                            double level, int resamples, std::uint64_t seed);

// The chance that one cause among several with constant hazards ends a war by `time`: h / H (1 - e^{-H t}), H > 0 the
// sum over causes. (0.002, 0.003, 365): 0.44364.
double cause_chance(double hazard, double all_hazards, double time);

// A war that goes over between fighting and talking, rates per day, all > 0: talks start, break down, settle; victory
// comes only in fighting.
struct TalkRates {
  double start;
  double break_down;
  double settle;
  double victory;
};
struct TalkEnd {
  double settle_chance;  // a s / (a s + w (b + s))
  double mean_days;      // (a + b + s) / (a s + w (b + s)), from fighting
};
// (0.01, 0.03, 0.005, 0.0008): settled with 0.64103 after 576.9 days.
TalkEnd talk_end(const TalkRates& rates);

}  // namespace armistice
