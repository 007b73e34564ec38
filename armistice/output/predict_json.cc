// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "armistice/output/predict_tables.h"
#include "armistice/theory/collective/choices.h"

namespace armistice {
namespace {

using collective::Field;
using nlohmann::ordered_json;

ordered_json number(double x) { return std::isnan(x) ? ordered_json(nullptr) : ordered_json(x); }

ordered_json numbers(const std::vector<double>& values) {
  ordered_json all = ordered_json::array();
  for (const double x : values) all.push_back(number(x));
  return all;
}

// [turn][actor][issue].
ordered_json positions(const Field& field, const collective::Prediction& prediction) {
  ordered_json turns = ordered_json::array();
  for (const std::vector<double>& turn : prediction.positions) {
    ordered_json actors = ordered_json::array();
    for (std::size_t i = 0; i < field.actors.size(); ++i) {
      ordered_json own = ordered_json::array();
      for (std::size_t k = 0; k < field.issues.size(); ++k) own.push_back(number(turn[field.at(i, k)]));
      actors.push_back(std::move(own));
    }
    turns.push_back(std::move(actors));
  }
  return turns;
}

ordered_json distribution(const collective::Prediction& prediction) {
  if (prediction.distribution.empty()) return nullptr;
  ordered_json issues = ordered_json::array();
  for (const auto& atoms : prediction.distribution) {
    ordered_json own = ordered_json::array();
    for (const collective::Atom& atom : atoms) own.push_back({{"value", atom.value}, {"share", atom.share}});
    issues.push_back(std::move(own));
  }
  return issues;
}

constexpr const char* why_names[] = {"conflict", "compromise", "capitulation", "bargain", "exchange", "vote"};

ordered_json moves(const FieldNames& names, const collective::Prediction& prediction) {
  ordered_json all = ordered_json::array();
  for (const collective::Move& move : prediction.moves) {
    ordered_json one = {{"turn", move.turn}, {"actor", names.actors[static_cast<std::size_t>(move.actor)]}};
    one["other"] =
        move.other < 0 ? ordered_json(nullptr) : ordered_json(names.actors[static_cast<std::size_t>(move.other)]);
    one["issue"] = names.issues[static_cast<std::size_t>(move.issue)];
    one["from"] = number(move.from), one["to"] = number(move.to);
    one["why"] = why_names[static_cast<std::size_t>(move.why)];
    one["gain"] = number(move.gain);
    all.push_back(std::move(one));
  }
  return all;
}

ordered_json over_inputs(const ModelPrediction& one) {
  ordered_json all = ordered_json::array();
  for (const auto& q : one.over_inputs)
    all.push_back(q ? ordered_json{{"low", q->low}, {"median", q->median}, {"high", q->high}} : ordered_json(nullptr));
  return all;
}

// [issue] what places on its scale mean; null where nothing is known.
ordered_json options(const FieldNames& names) {
  ordered_json all = ordered_json::array();
  for (const auto& own : names.options) {
    ordered_json places = ordered_json::array();
    for (const auto& [place, option] : own) places.push_back({{"value", place}, {"name", option}});
    all.push_back(own.empty() ? ordered_json(nullptr) : places);
  }
  return all;
}

// The choices that a model went by; nothing for models without any.
ordered_json choices_of(const collective::CollectiveModel& model, const collective::Choices& choices) {
  ordered_json all = ordered_json::object();
  collective::Choices used = collective::choices_used(model, choices);
  collective::visit_choices(used, [&](std::string_view name, const auto& own) {
    if (name != model.reads) return;
    for (const collective::ChoiceLine& line : collective::lines_of(own))
      all[std::string(line.name)] = line.values.empty() ? ordered_json::parse(line.value) : ordered_json(line.value);
  });
  return all;
}

ordered_json of_model(const Field& field, const FieldNames& names, const ModelPrediction& one,
                      const collective::Choices& choices) {
  const collective::Prediction& p = one.central;
  ordered_json out = {{"model", one.model->name}, {"source", one.model->source}};
  out["choices"] = choices_of(*one.model, choices);
  out["refused"] = p.refused.empty() ? ordered_json(nullptr) : ordered_json(p.refused);
  out["positions"] = positions(field, p);
  out["outcomes"] = p.outcomes.empty() ? ordered_json(nullptr) : ordered_json::array();
  for (const std::vector<double>& turn : p.outcomes) out["outcomes"].push_back(numbers(turn));
  out["forecast"] = numbers(p.forecast);
  out["distribution"] = distribution(p);
  out["settled"] = p.settled;
  out["over_inputs"] = over_inputs(one);
  out["moves"] = moves(names, p);
  return out;
}

}  // namespace

std::string predict_json(const Field& field, const FieldNames& names, const Predictions& all,
                         const collective::Choices& choices, const std::vector<std::string>& notes,
                         const Provenance& made) {
  ordered_json out;
  out["provenance"] = {
      {"version", made.version}, {"input", made.dossier}, {"hash", made.hash}, {"command", made.command}};
  if (!made.as_of.empty()) out["provenance"]["as_of"] = made.as_of;
  if (!made.handling.empty()) out["provenance"]["handling"] = made.handling;
  if (made.seed) out["provenance"]["seed"] = *made.seed;
  out["actors"] = names.actors, out["issues"] = names.issues;
  if (names.actors != field.actors || names.issues != field.issues)
    out["actor_ids"] = field.actors, out["issue_ids"] = field.issues;
  out["low"] = numbers(field.low), out["high"] = numbers(field.high);
  if (!field.reference.empty()) out["reference"] = numbers(field.reference);
  out["options"] = options(names);
  out["notes"] = notes, out["draws"] = all.draws;
  out["weighted_mean"] = numbers(all.yardstick.central.forecast);
  if (all.models.size() == 1) out.update(of_model(field, names, all.models[0], choices));
  for (const ModelPrediction& one : all.models)
    out["models"][std::string(one.model->name)] = of_model(field, names, one, choices);
  return out.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace armistice
