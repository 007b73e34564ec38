// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/duration.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

namespace armistice {
namespace {

double count_of(std::span<const double> days) { return static_cast<double>(days.size()); }

double mean_log(std::span<const double> days) {
  double sum = 0;
  for (double d : days) sum += std::log(d);
  return sum / count_of(days);
}

template <class Law>
double chance_under(const Law& law, double age, double within) {
  return -std::expm1(log_survival(law, age + within) - log_survival(law, age));
}

}  // namespace

LognormalLaw fit_lognormal(std::span<const double> days) {
  assert(days.size() >= 2);
  const double mu = mean_log(days);
  double squares = 0;
  for (double d : days) squares += (std::log(d) - mu) * (std::log(d) - mu);
  return {mu, std::sqrt(squares / count_of(days))};
}

WeibullLaw fit_weibull(std::span<const double> days) {
  assert(days.size() >= 2);
  const double centre = mean_log(days);
  // The score in the shape k rises with k; lengths are taken relative to the longest so that no power overflows.
  const double longest = *std::max_element(days.begin(), days.end());
  const auto score = [&](double k) {
    double powers = 0, weighted = 0;
    for (double d : days) {
      const double power = std::pow(d / longest, k);
      powers += power;
      weighted += power * std::log(d);
    }
    return weighted / powers - 1 / k - centre;
  };
  double low = 1e-3, high = 1e3;
  for (int i = 0; i < 100; ++i) {
    const double middle = std::sqrt(low * high);
    (score(middle) > 0 ? high : low) = middle;
  }
  const double shape = std::sqrt(low * high);
  double powers = 0;
  for (double d : days) powers += std::pow(d / longest, shape);
  return {shape, longest * std::pow(powers / count_of(days), 1 / shape)};
}

ExponentialLaw fit_exponential(std::span<const double> days) {
  assert(!days.empty());
  return {count_of(days) / std::accumulate(days.begin(), days.end(), 0.0)};
}

double log_survival(const LognormalLaw& law, double days) {
  if (days <= 0) return 0;
  const double z = (std::log(days) - law.mu) / law.sigma;
  return std::log(0.5 * std::erfc(z / std::numbers::sqrt2));
}
double log_survival(const WeibullLaw& law, double days) { return -std::pow(days / law.scale, law.shape); }
double log_survival(const ExponentialLaw& law, double days) { return -law.rate * days; }

double log_likelihood(const LognormalLaw& law, std::span<const double> days) {
  double sum = 0;
  for (double d : days) {
    const double z = (std::log(d) - law.mu) / law.sigma;
    sum -= std::log(d * law.sigma) + 0.5 * std::log(2 * std::numbers::pi) + z * z / 2;
  }
  return sum;
}

double log_likelihood(const WeibullLaw& law, std::span<const double> days) {
  double sum = 0;
  for (double d : days) {
    sum += std::log(law.shape / law.scale) + (law.shape - 1) * std::log(d / law.scale) + log_survival(law, d);
  }
  return sum;
}

double log_likelihood(const ExponentialLaw& law, std::span<const double> days) {
  double sum = 0;
  for (double d : days) sum += std::log(law.rate) - law.rate * d;
  return sum;
}

SurvivalCurve kaplan_meier(std::span<const Spell> wars) {
  std::vector<Spell> sorted(wars.begin(), wars.end());
  // A war that was still on when it was last seen counts as at risk on the days of equal length.
  std::sort(sorted.begin(), sorted.end(),
            [](const Spell& a, const Spell& b) { return a.days != b.days ? a.days < b.days : a.ended > b.ended; });
  SurvivalCurve curve;
  double share = 1;
  for (std::size_t i = 0; i < sorted.size();) {
    const double at_risk = static_cast<double>(sorted.size() - i), day = sorted[i].days;
    int ended = 0;
    for (; i < sorted.size() && sorted[i].days == day; ++i) ended += sorted[i].ended;
    if (ended == 0) continue;
    share *= 1 - ended / at_risk;
    curve.days.push_back(day);
    curve.share.push_back(share);
  }
  return curve;
}

SurvivalCurve kaplan_meier(std::span<const double> days) {
  std::vector<Spell> wars;
  for (double d : days) wars.push_back({d, true});
  return kaplan_meier(wars);
}

double survival(const SurvivalCurve& curve, double days) {
  const auto after = std::upper_bound(curve.days.begin(), curve.days.end(), days);
  return after == curve.days.begin() ? 1 : curve.share[static_cast<std::size_t>(after - curve.days.begin()) - 1];
}

std::optional<double> end_chance(std::span<const double> days, DurationLaw law, double age, double within) {
  assert(age >= 0 && within >= 0);
  switch (law) {
    case DurationLaw::lognormal:
      return chance_under(fit_lognormal(days), age, within);
    case DurationLaw::weibull:
      return chance_under(fit_weibull(days), age, within);
    case DurationLaw::exponential:
      return chance_under(fit_exponential(days), age, within);
    case DurationLaw::record:
      break;
  }
  const auto longer_than = [&](double t) {
    return static_cast<double>(std::count_if(days.begin(), days.end(), [&](double d) { return d > t; }));
  };
  const double alive = longer_than(age);
  if (alive == 0) return std::nullopt;
  return 1 - longer_than(age + within) / alive;
}

std::optional<Interval> end_chance_interval(std::span<const double> days, DurationLaw law, double age, double within,
                                            double level, int resamples, std::uint64_t seed) {
  assert(resamples > 0 && level > 0 && level < 1);
  std::mt19937_64 random(seed);
  std::vector<double> drawn(days.size()), chances;
  for (int k = 0; k < resamples; ++k) {
    for (double& d : drawn)
      d = days[static_cast<std::size_t>(static_cast<double>(random() >> 11) * 0x1p-53 * count_of(days))];
    if (const auto chance = end_chance(drawn, law, age, within)) chances.push_back(*chance);
  }
  if (chances.empty()) return std::nullopt;
  std::sort(chances.begin(), chances.end());
  return Interval{sorted_quantile(chances, (1 - level) / 2), sorted_quantile(chances, (1 + level) / 2)};
}

double cause_chance(double hazard, double all_hazards, double time) {
  assert(hazard >= 0 && all_hazards >= hazard && all_hazards > 0);
  return -hazard / all_hazards * std::expm1(-all_hazards * time);
}

TalkEnd talk_end(const TalkRates& rates) {
  const double leave = rates.break_down + rates.settle;
  const double ends = rates.start * rates.settle + rates.victory * leave;
  return {rates.start * rates.settle / ends, (rates.start + leave) / ends};
}

}  // namespace armistice
