// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/models.h"

#include "armistice/theory/collective/simple.h"

namespace armistice::collective {
namespace {

template <Prediction (*model)(const Field&)>
Prediction without_choices(const Field& field, const Choices&) {
  return model(field);
}

Prediction spatial_in(const Field& field, const Choices& choices, SpatialMode mode) {
  SpatialChoices own = choices.spatial;
  own.mode = mode;
  return spatial(field, own, choices.luck);
}
Prediction spatial_corrected(const Field& field, const Choices& choices) {
  return spatial_in(field, choices, SpatialMode::corrected);
}
Prediction spatial_literal(const Field& field, const Choices& choices) {
  return spatial_in(field, choices, SpatialMode::literal);
}

constexpr CollectiveModel models[] = {
    {"compromise", "weighted mean", "加权均值", "Van den Bos 1991", without_choices<compromise>},
    {"mean", "mean", "均值", "everybody counted once", without_choices<mean>},
    {"weighted-median", "weighted median", "加权中位数", "Black 1948", without_choices<weighted_median>},
    {"median", "median", "中位数", "Black 1948, everybody counted once", without_choices<median>},
    {"mode", "position with most weight", "权重最大的立场", "the largest share of capability times salience",
     without_choices<mode>},
    {"spatial", "spatial model, corrected", "空间政治模型（修正）", "KTAB's SMP with its known defects mended",
     spatial_corrected},
    {"ktab", "spatial model, as KTAB computes", "空间政治模型（KTAB 原样）", "KTAB 2017, SMP", spatial_literal},
};

}  // namespace

std::span<const CollectiveModel> collective_models() { return models; }

const CollectiveModel* find_model(std::string_view name) {
  for (const CollectiveModel& model : models)
    if (model.name == name) return &model;
  return nullptr;
}

}  // namespace armistice::collective
