// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/model/conflict_parts.h"

// Conflict models in JSON. A .gmcr file: {"options": [{"name", "permittedDirection": "both" | "fwd" | "back"}],
// "decisionMakers": [{"name", "options": [place of an option], "preferences": [pattern or [pattern, ...]],
// "preferenceRanking": [state or [state, ...]]}], "infeasibles": [pattern], "useManualPreferenceRanking": bool}; states
// of a ranking are numbered from 1, or given as decimals of their options. A case: {"decision_makers": [name],
// "options", "option_owner", "option_direction", "infeasible_patterns", "feasible_decimal", "payoffs" or
// "preference_statements"}, or
// {"decision_makers", "n_states", "arcs": [party: [[from, to], ...]], "payoffs"}. Patterns have Y, N or - for each
// option; a statement is true where any of its patterns matches; payoffs are ordinal.
namespace armistice {

struct JsonConflict {
  ConflictReading r;
  std::string file;
  std::size_t before = 0;  // how many problems there were before this model

  void wrong(const Place& place, std::string message, std::string hint = "") {
    r.wrong(place, std::move(message), std::move(hint));
  }
  // What stands under a key, of a kind; need() reports where it is missing, maybe() only where it is something else.
  const Json* need(const Json& object, std::string_view key, Json::Kind kind);
  const Json* maybe(const Json& object, std::string_view key, Json::Kind kind);
  bool is(const Json& value, Json::Kind kind, std::string_view key);
  std::optional<std::size_t> index(const Json& value, std::size_t below, std::string_view what);

  void add_party(const std::string& name, const Place& place);
  void add_option(const std::string& name, const std::string& direction, const Place& place);
  stability::Condition pattern(const Json& value);
  stability::Condition patterns(const Json& value, std::string& text);  // one, or a list of which any may match
  void statements(const Json& list, ConflictParty& party);
  std::optional<stability::Preference> by_statements(const ConflictParty& party, const Place& place);
  void find_states_by(const Json* infeasible);
};

void read_gmcr(JsonConflict& model, const Json& root);
void read_case(JsonConflict& model, const Json& root);

}  // namespace armistice
