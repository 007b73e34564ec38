// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string_view>

#include "armistice/theory/collective/exchange.h"
#include "armistice/theory/collective/expected_utility.h"
#include "armistice/theory/collective/field.h"
#include "armistice/theory/collective/nash.h"
#include "armistice/theory/collective/prediction.h"
#include "armistice/theory/collective/procedural.h"
#include "armistice/theory/collective/spatial.h"

// The collective-decision models by name, behind one interface.
namespace armistice::collective {

// The choices of all models; each reads its own.
struct Choices {
  Luck luck;
  SpatialChoices spatial;
  ExpectedUtilityChoices expected_utility;
  ExchangeChoices exchange;
  ProceduralChoices procedural;
  NashChoices nash;
};

// Calls visit(name, choices) for the choices of each model that has any.
template <class Visit>
void visit_choices(Choices& choices, Visit visit) {
  visit("spatial", choices.spatial);
  visit("expected-utility", choices.expected_utility);
  visit("exchange", choices.exchange);
  visit("agenda-setter", choices.procedural);
  visit("nash", choices.nash);
}

struct CollectiveModel {
  std::string_view name;             // as on the command line
  std::string_view title, title_zh;  // for tables
  std::string_view source;           // paper, or program whose reading it is
  Prediction (*predict)(const Field&, const Choices&);
  std::string_view reads = "";       // whose choices, by the name that visit_choices gives them; "": none
  void (*sets)(Choices&) = nullptr;  // what it has of its own, whatever is chosen; nullptr: nothing
};

// The choices by which the model goes, given those that were made.
inline Choices choices_used(const CollectiveModel& model, Choices choices) {
  if (model.sets) model.sets(choices);
  return choices;
}

// In the order of tables: the weighted mean first, as the yardstick of the rest.
std::span<const CollectiveModel> collective_models();

// The model of that name, or nullptr.
const CollectiveModel* find_model(std::string_view name);

}  // namespace armistice::collective
