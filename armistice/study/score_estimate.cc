// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "armistice/base/philox.h"
#include "armistice/study/score.h"
#include "armistice/theory/intervals.h"

namespace armistice {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

// One group's sums over the issues that the model answers.
struct Sums {
  double cases = 0, error = 0, yardstick = 0, near = 0, nearest = 0, crps = 0;
};

// An answered issue, for the median.
struct Miss {
  double size;
  std::size_t group;
};

constexpr std::size_t figures = 7;  // as they stand in ModelScore
using Figures = std::array<double, figures>;

// The figures of a sample in which each group counts `times`; misses ascend.
Figures figures_of(const std::vector<Sums>& sums, const std::vector<Miss>& misses, const std::vector<int>& times) {
  Sums all;
  for (std::size_t g = 0; g < sums.size(); ++g) {
    const double n = times[g];
    all.cases += n * sums[g].cases, all.error += n * sums[g].error, all.yardstick += n * sums[g].yardstick;
    all.near += n * sums[g].near, all.nearest += n * sums[g].nearest, all.crps += n * sums[g].crps;
  }
  Figures f;
  f.fill(unknown);
  if (all.cases == 0) return f;
  const auto value_at = [&](double rank) {  // counted from 0
    double below = 0;
    for (const Miss& miss : misses)
      if ((below += times[miss.group]) > rank) return miss.size;
    return misses.back().size;
  };
  const double middle = (all.cases - 1) / 2;
  f[0] = all.error / all.cases;
  f[1] = (value_at(std::floor(middle)) + value_at(std::ceil(middle))) / 2;
  f[2] = all.near / all.cases;
  f[3] = all.nearest / all.cases;
  f[4] = all.crps / all.cases;
  f[5] = all.yardstick > 0 ? 1 - all.error / all.yardstick : unknown;
  f[6] = (all.error - all.yardstick) / all.cases;
  return f;
}

// How often each group is in sample `b`: as many draws as groups, from a stream of the sample's own, so that all models
// see the same samples.
std::vector<int> sample(std::uint64_t seed, std::uint32_t b, std::size_t groups) {
  std::vector<int> times(groups, 0);
  const Stream<double> stream{seed, b, 0};
  for (std::size_t k = 0; k < groups; k += 4) {
    const auto words = stream.words(Purpose::resamples, static_cast<std::uint32_t>(k / 4));
    for (std::size_t j = 0; j < 4 && k + j < groups; ++j) ++times[(std::uint64_t{words[j][0]} * groups) >> 32];
  }
  return times;
}

}  // namespace

void estimate(ModelScore& model, const std::vector<CaseForecast>& yardstick, const std::vector<std::size_t>& group_of,
              std::size_t groups, const ScoreQuestion& question) {
  std::vector<Sums> sums(groups);
  std::vector<Miss> misses;
  for (std::size_t k = 0; k < model.forecasts.size(); ++k) {
    const CaseForecast& one = model.forecasts[k];
    if (std::isnan(one.error) || std::isnan(yardstick[k].error)) continue;
    Sums& of = sums[group_of[k]];
    of.cases += 1;
    of.error += std::abs(one.error), of.yardstick += std::abs(yardstick[k].error);
    of.near += one.near ? 1 : 0, of.nearest += one.nearest ? 1 : 0;
    of.crps += one.crps;
    misses.push_back({std::abs(one.error), group_of[k]});
  }
  std::sort(misses.begin(), misses.end(), [](const Miss& a, const Miss& b) { return a.size < b.size; });
  const Figures whole = figures_of(sums, misses, std::vector<int>(groups, 1));
  std::array<std::vector<double>, figures> drawn;
  for (int b = 0; b < question.bootstraps; ++b) {
    const Figures f = figures_of(sums, misses, sample(question.seed, static_cast<std::uint32_t>(b), groups));
    for (std::size_t k = 0; k < figures; ++k)
      if (!std::isnan(f[k])) drawn[k].push_back(f[k]);
  }
  const std::array<Estimate*, figures> places = {&model.mean_error, &model.median_error, &model.near,
                                                 &model.nearest,    &model.crps,         &model.skill,
                                                 &model.difference};
  for (std::size_t k = 0; k < figures; ++k) {
    *places[k] = {whole[k], unknown, unknown};
    if (drawn[k].empty()) continue;
    std::sort(drawn[k].begin(), drawn[k].end());
    places[k]->low = sorted_quantile(drawn[k], 0.025), places[k]->high = sorted_quantile(drawn[k], 0.975);
  }
}

}  // namespace armistice
