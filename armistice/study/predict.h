// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "armistice/theory/collective/models.h"

// Collective-decision models side by side on one field, and over the uncertainty of its inputs.
namespace armistice {

// How far the inputs of a file may be wrong: standard deviations, drawn for each actor and issue on its own. A dossier
// has ranges of its own instead.
struct InputNoise {
  double position = 0.05;   // in shares of the scale; positions stay on it
  double salience = 0.1;    // saliences stay in [0, 1]
  double capability = 0.2;  // of its logarithm
};

// The field with its inputs moved: draw k of the seed, the same whatever else is drawn.
collective::Field disturbed(const collective::Field& field, const InputNoise& noise, std::uint64_t seed,
                            std::uint32_t draw);

struct Quantiles {
  double low, median, high;  // 5 %, 50 % and 95 %
};

struct ModelPrediction {
  const collective::CollectiveModel* model = nullptr;
  collective::Prediction central;                     // on the field as it is
  std::vector<std::optional<Quantiles>> over_inputs;  // [issue] of the forecasts in the draws that have one
};

struct SpreadOverModels {
  int models = 0;                        // that have a forecast
  Quantiles forecasts;                   // least, median and most of them
  std::optional<Quantiles> over_inputs;  // of their forecasts in all draws together
};

struct Predictions {
  std::vector<ModelPrediction> models;
  ModelPrediction yardstick;  // the weighted mean, asked for or not: no forecast should stand without it
  std::vector<std::optional<SpreadOverModels>> over_models;  // [issue]
  std::uint32_t draws = 0;
};

struct PredictAsked {
  std::vector<const collective::CollectiveModel*> models;
  collective::Choices choices;  // with the seed
  std::uint32_t draws = 0;      // of the inputs; 0: none
  int threads = 0;
};

// Every model on the field, and on draw(0) ... draw(draws - 1), which have the same actors and issues. The luck of draw
// k is run k + 1, that of the field itself run 0. `report` is called with the draws done, by one thread at a time;
// `stop` ends it early, with as many draws as are done; models not yet asked about the field itself say so.
Predictions predict(const collective::Field& field, const std::function<collective::Field(std::uint32_t)>& draw,
                    const PredictAsked& asked, const std::function<void(std::uint32_t)>& report = {},
                    const std::function<bool()>& stop = {});

}  // namespace armistice
