// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/front_fit.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>
#include <random>

namespace armistice {
namespace {

constexpr std::array<int, 4> fit_horizons = {1, 7, 30, 90};

struct Fitted {
  double mean;
  FrontLaw law;
};

std::optional<Fitted> fit_daily(std::span<const double> daily) {
  std::array<double, fit_horizons.size()> horizons, variances;
  for (std::size_t i = 0; i < fit_horizons.size(); ++i) {
    horizons[i] = fit_horizons[i];
    variances[i] = observed_displacement_variance(daily, fit_horizons[i]);
  }
  const std::optional<FrontLaw> law = fit_front_law(horizons, variances);
  if (!law) return std::nullopt;
  return Fitted{(daily.back() - daily.front()) / static_cast<double>(daily.size() - 1), *law};
}

Estimate estimate(double value, std::vector<double> draws, double level) {
  if (draws.size() < 2) return {value, std::nan(""), {std::nan(""), std::nan("")}};
  const double count = static_cast<double>(draws.size());
  const double mean = std::accumulate(draws.begin(), draws.end(), 0.0) / count;
  double squares = 0;
  for (double d : draws) squares += (d - mean) * (d - mean);
  std::sort(draws.begin(), draws.end());
  return {value,
          std::sqrt(squares / (count - 1)),
          {sorted_quantile(draws, (1 - level) / 2), sorted_quantile(draws, (1 + level) / 2)}};
}

// A series of the same length whose changes are blocks of the observed changes, drawn with replacement.
std::vector<double> resampled(std::span<const double> daily, std::size_t block, std::mt19937_64& random) {
  const std::size_t changes = daily.size() - 1;
  const double starts = static_cast<double>(changes - block + 1);
  std::vector<double> series = {daily.front()};
  series.reserve(daily.size());
  while (series.size() < daily.size()) {
    const auto start = static_cast<std::size_t>(static_cast<double>(random() >> 11) * 0x1p-53 * starts);
    for (std::size_t i = 0; i < block && series.size() < daily.size(); ++i) {
      series.push_back(series.back() + daily[start + i + 1] - daily[start + i]);
    }
  }
  return series;
}

// A series of the same length from the fitted law itself, its speed stationary at the start.
std::vector<double> simulated(const Fitted& fit, std::size_t size, std::mt19937_64& random) {
  std::normal_distribution<double> normal;
  const FrontStep step = front_step(fit.law, 1);
  double away = fit.law.speed_sd * normal(random), position = 0;
  std::vector<double> series(size);
  for (double& value : series) {
    value = position;
    const double z1 = normal(random), z2 = normal(random);
    position += fit.mean + step.carry * away + step.shared_noise * z1 + step.own_noise * z2;
    away = step.keep * away + step.speed_noise * z1;
  }
  return series;
}

}  // namespace

std::vector<double> daily_grid(std::span<const int> days, std::span<const double> area) {
  assert(!days.empty() && days.size() == area.size());
  std::vector<double> grid;
  std::size_t row = 0;
  for (int day = days.front(); day <= days.back(); ++day) {
    while (row + 1 < days.size() && days[row + 1] <= day) ++row;
    grid.push_back(area[row]);
  }
  return grid;
}

double observed_displacement_variance(std::span<const double> daily, int horizon) {
  assert(horizon > 0 && daily.size() > static_cast<std::size_t>(horizon));
  const std::size_t lag = static_cast<std::size_t>(horizon), count = daily.size() - lag;
  double mean = 0, squares = 0;
  for (std::size_t k = 0; k < count; ++k) mean += (daily[k + lag] - daily[k]) / static_cast<double>(count);
  for (std::size_t k = 0; k < count; ++k) {
    const double away = daily[k + lag] - daily[k] - mean;
    squares += away * away;
  }
  return squares / static_cast<double>(count);
}

std::optional<FrontLaw> fit_front_law(std::span<const double> horizons, std::span<const double> variances) {
  assert(horizons.size() == variances.size() && horizons.size() >= 2);
  std::optional<FrontLaw> best;
  double least = 0;
  for (int step = -24; step < 45; ++step) {
    const double memory = 10 * std::pow(1.1, step);
    // Relative variance = noise^2 u + speed_sd^2 w, one row for each horizon, aimed at 1: the normal equations.
    double uu = 0, uw = 0, ww = 0, u1 = 0, w1 = 0;
    const auto row = [&](std::size_t i) {
      const double scale = 1 / variances[i];
      return std::array<double, 2>{displacement_variance({memory, 0, 1}, horizons[i]) * scale,
                                   displacement_variance({memory, 1, 0}, horizons[i]) * scale};
    };
    for (std::size_t i = 0; i < horizons.size(); ++i) {
      const auto [u, w] = row(i);
      uu += u * u, uw += u * w, ww += w * w, u1 += u, w1 += w;
    }
    const double determinant = uu * ww - uw * uw;
    const double noise2 = (ww * u1 - uw * w1) / determinant, speed2 = (uu * w1 - uw * u1) / determinant;
    if (!(noise2 >= 0 && speed2 >= 0)) continue;
    double error = 0;
    for (std::size_t i = 0; i < horizons.size(); ++i) {
      const auto [u, w] = row(i);
      error += (u * noise2 + w * speed2 - 1) * (u * noise2 + w * speed2 - 1);
    }
    if (!best || error < least) {
      least = error;
      best = FrontLaw{memory, std::sqrt(speed2), std::sqrt(noise2)};
    }
  }
  return best;
}

std::optional<FrontFit> fit_front(std::span<const int> days, std::span<const double> area,
                                  const FrontFitOptions& options) {
  const std::vector<double> daily = daily_grid(days, area);
  const std::size_t block = static_cast<std::size_t>(options.block);
  assert(daily.size() > static_cast<std::size_t>(fit_horizons.back()) && block >= 1 && daily.size() > block);
  const std::optional<Fitted> fit = fit_daily(daily);
  if (!fit) return std::nullopt;

  std::mt19937_64 random(options.seed);
  std::vector<double> means, memories, speeds, noises;
  int failed = 0;
  for (int k = 0; k < options.resamples; ++k) {
    const std::optional<Fitted> again =
        fit_daily(options.resampling == Resampling::blocks ? resampled(daily, block, random)
                                                           : simulated(*fit, daily.size(), random));
    if (!again) {
      ++failed;
      continue;
    }
    means.push_back(again->mean);
    memories.push_back(again->law.memory);
    speeds.push_back(again->law.speed_sd);
    noises.push_back(again->law.noise);
  }
  return FrontFit{estimate(fit->mean, means, options.level), estimate(fit->law.memory, memories, options.level),
                  estimate(fit->law.speed_sd, speeds, options.level), estimate(fit->law.noise, noises, options.level),
                  failed};
}

}  // namespace armistice
