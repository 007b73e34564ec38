// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "armistice/model/cases.h"
#include "armistice/study/stacking.h"
#include "armistice/theory/collective/models.h"

// How well models of collective decisions forecast decisions whose outcomes are known, beside the weighted mean.
namespace armistice {

struct ScoreQuestion {
  std::vector<const collective::CollectiveModel*> models;
  collective::Choices choices;
  std::uint64_t seed = 1;
  int bootstraps = 2000;  // samples of whole groups, for the intervals; 0: none
  double near = 10;       // a hit is no further off, in per cent of the scale
  bool stacked = true;    // also the ensemble fitted anew for each group, to all the others
  int threads = 0;
};

// What a model says of one issue. Distances are in per cent of the issue's scale.
struct CaseForecast {
  double forecast, error, crps;  // error: forecast - outcome; NaN: no answer, or the outcome is not known
  bool near = false;             // no further off than asked for
  bool nearest = false;          // the position nearest to the forecast is the one nearest to the outcome
};

// A figure with its 95 % interval, from the bootstrap by groups (Davison and Hinkley 1997, 5.2: percentiles).
struct Estimate {
  double value, low, high;
};

struct ModelScore {
  std::string name, title, title_zh;
  bool point = true;                                  // gives no distribution: its CRPS is its mean absolute error
  std::size_t answered = 0;                           // issues with an outcome that it has a forecast for
  std::vector<std::pair<std::string, int>> refusals;  // why not, and of how many issues
  Estimate mean_error, median_error;                  // absolute, per cent of the scale
  Estimate near, nearest;                             // shares of the issues answered
  Estimate crps;                                      // per cent of the scale
  Estimate skill;       // 1 - mean error / that of the weighted mean, on the issues that the model answers
  Estimate difference;  // mean error - that of the weighted mean, on the same issues; negative: better
  std::vector<CaseForecast> forecasts;  // [issue] in the order of the groups and their issues
};

struct ScoredIssue {
  std::string group, id;
  double outcome, low, high;  // outcome NaN: not known
};

struct Scores {
  std::vector<ScoredIssue> issues;
  std::vector<ModelScore> models;  // as asked for, then the stacked ensemble
  collective::EnsembleFit fit{};   // to all cases, where the stacked ensemble was asked for
  std::size_t scored = 0;          // issues with an outcome
};

// Every model on every group of cases: several issues of a group are one field. The same numbers whatever the threads.
Scores score(const Cases& cases, const ScoreQuestion& question);

// Estimates of one model from its forecasts beside those of the weighted mean; `group_of` says to which group an issue
// belongs. What score() does for each model.
void estimate(ModelScore& model, const std::vector<CaseForecast>& yardstick, const std::vector<std::size_t>& group_of,
              std::size_t groups, const ScoreQuestion& question);

}  // namespace armistice
