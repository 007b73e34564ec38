// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "armistice/study/score.h"

namespace armistice {

// What the ensemble would be with one more part, the binomial law around the forecasts of a model.
struct StackTrial {
  std::string model;                // "" for the ensemble as it is, "all" for all models at once
  double share = 0;                 // of the part or parts added, fitted to all cases
  double mean_error = 0, crps = 0;  // per cent of the scale, each group forecast by a fit to all the others
};

// Tries the ensemble as it is, with each model that was scored (our own ensembles aside), and with all of them. Where a
// model has no answer the part is that around the ensemble's own middle. Powers are those that a fit without the group
// has chosen. Nothing when there are fewer than two groups.
std::vector<StackTrial> stack_models(const Cases& cases, const Scores& scores, int threads = 0);

}  // namespace armistice
