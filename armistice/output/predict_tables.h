// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "armistice/output/table.h"
#include "armistice/study/predict.h"

namespace armistice {

// What people call the actors and issues of a field, and what a position on each issue means.
struct FieldNames {
  std::vector<std::string> actors, issues;
  // [issue] what places on it mean, ascending; empty where nothing is known.
  std::vector<std::vector<std::pair<double, std::string>>> options;
};
FieldNames names_of(const collective::Field& field);

struct PredictShown {
  std::string_view lang = "en";
  bool moves = false;           // the narrative
  std::size_t most_moves = 60;  // of it, for people
  std::string inputs;           // how the inputs were drawn, in words
  std::vector<std::string> notes;
  int issue = -1;  // the only one to show; -1: all
};

// A table of forecasts by model for every issue, the spread over models beside the spread over inputs, who ends where
// when one model was asked for, and the narrative of moves when it was asked for.
std::vector<Table> predict_tables(const collective::Field& field, const FieldNames& names, const Predictions& all,
                                  const PredictShown& shown);

// Why a model has no forecast (Prediction::refused), which models say in English.
std::string refusal_words(const std::string& why, std::string_view lang);

// One move in words: "Belgium moves from 7 to 8.416 towards France: it meets it part of the way".
std::string told(const collective::Move& move, const FieldNames& names, std::string_view lang);

// "models" by name, each with the choices that it went by, positions[turn][actor][issue], forecast, distribution,
// moves, settled and what it was refused for; of a single model the same at the top as well. "weighted_mean" is always
// there. Numbers that are not there are null.
std::string predict_json(const collective::Field& field, const FieldNames& names, const Predictions& all,
                         const collective::Choices& choices, const std::vector<std::string>& notes,
                         const Provenance& provenance);

}  // namespace armistice
