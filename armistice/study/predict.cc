// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/predict.h"

#include <algorithm>
#include <cmath>
#include <mutex>

#include "armistice/base/philox.h"
#include "armistice/study/parallel.h"
#include "armistice/theory/intervals.h"

namespace armistice {
namespace {

using collective::Field;
using collective::Prediction;

// [model][issue] of one draw.
using Forecasts = std::vector<std::vector<double>>;

using Models = std::vector<const collective::CollectiveModel*>;

Forecasts forecasts_of(const Field& field, const Models& models, collective::Choices choices, std::uint32_t run) {
  choices.luck.run = run;
  Forecasts all;
  for (const auto* model : models) {
    const Prediction prediction = model->predict(field, choices);
    all.push_back(prediction.refused.empty() ? prediction.forecast : std::vector<double>{});
    all.back().resize(field.issues.size(), std::nan(""));
  }
  return all;
}

std::optional<Quantiles> quantiles_of(std::vector<double> values, double low, double high) {
  std::erase_if(values, [](double x) { return std::isnan(x); });
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  return Quantiles{sorted_quantile(values, low), sorted_quantile(values, 0.5), sorted_quantile(values, high)};
}

void add_spreads(const std::vector<Forecasts>& drawn, std::size_t issues, Predictions& all) {
  for (std::size_t m = 0; m < all.models.size(); ++m)
    for (std::size_t k = 0; k < issues; ++k) {
      std::vector<double> values;
      for (const Forecasts& one : drawn) values.push_back(one[m][k]);
      all.models[m].over_inputs.push_back(quantiles_of(std::move(values), 0.05, 0.95));
    }
  // Of the models asked for; the yardstick behind them is among them or not.
  all.yardstick = std::move(all.models.back());
  all.models.pop_back();
  for (std::size_t k = 0; k < issues; ++k) {
    std::vector<double> values;
    for (const ModelPrediction& one : all.models)
      if (one.central.refused.empty() && !std::isnan(one.central.forecast[k]))
        values.push_back(one.central.forecast[k]);
    const int models = static_cast<int>(values.size());
    std::vector<double> everywhere;
    for (const Forecasts& one : drawn)
      for (std::size_t m = 0; m < all.models.size(); ++m) everywhere.push_back(one[m][k]);
    const auto spread = quantiles_of(std::move(values), 0, 1), pooled = quantiles_of(std::move(everywhere), 0.05, 0.95);
    all.over_models.push_back(spread ? std::optional(SpreadOverModels{models, *spread, pooled}) : std::nullopt);
  }
}

}  // namespace

Field disturbed(const Field& field, const InputNoise& noise, std::uint64_t seed, std::uint32_t draw) {
  Field moved = field;
  const Stream<double> stream{seed, draw, 0};
  for (std::size_t i = 0; i < field.actors.size(); ++i) {
    const auto block = static_cast<std::uint32_t>(i);
    const double factor = std::exp(noise.capability * stream.normals(Purpose::inputs, block)[0]);
    for (std::size_t k = 0; k < field.issues.size(); ++k) {
      const std::size_t at = field.at(i, k);
      const Stream<double> own{seed, draw, static_cast<std::uint32_t>(k + 1)};
      const auto z = own.normals(Purpose::inputs, block);
      moved.capability[at] *= factor;
      moved.salience[at] = std::clamp(field.salience[at] + noise.salience * z[0], 0.0, 1.0);
      if (!field.takes_part(i, k)) continue;
      const double width = field.high[k] - field.low[k];
      moved.position[at] = std::clamp(field.position[at] + noise.position * width * z[1], field.low[k], field.high[k]);
    }
  }
  return moved;
}

Predictions predict(const Field& field, const std::function<Field(std::uint32_t)>& draw, const PredictAsked& asked,
                    const std::function<void(std::uint32_t)>& report, const std::function<bool()>& stop) {
  Predictions all;
  Models models = asked.models;
  models.push_back(collective::find_model("compromise"));
  for (const auto* model : models) {
    ModelPrediction& one = all.models.emplace_back();
    one.model = model;
    if (all.models.size() <= asked.models.size() && stop && stop())
      one.central.refused = "stopped before it was asked";
    else
      one.central = model->predict(field, asked.choices);
  }
  std::vector<Forecasts> drawn(asked.draws);
  std::vector<std::uint8_t> done(asked.draws);
  std::mutex one_at_a_time;
  std::uint32_t count = 0;
  in_parallel(asked.draws, asked.threads, [&](std::size_t k) {
    if (stop && stop()) return;
    drawn[k] =
        forecasts_of(draw(static_cast<std::uint32_t>(k)), models, asked.choices, static_cast<std::uint32_t>(k + 1));
    done[k] = 1;
    const std::lock_guard lock(one_at_a_time);
    ++count;
    if (report) report(count);
  });
  std::vector<Forecasts> kept;
  for (std::size_t k = 0; k < drawn.size(); ++k)
    if (done[k]) kept.push_back(std::move(drawn[k]));
  all.draws = count;
  add_spreads(kept, field.issues.size(), all);
  return all;
}

}  // namespace armistice
