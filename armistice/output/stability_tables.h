// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "armistice/output/table.h"
#include "armistice/study/stability_along.h"
#include "armistice/study/stability_extras.h"

namespace armistice {

// What else a user asks about a conflict: nothing where it was not asked.
struct StabilityQuestions {
  std::optional<stability::State> explain, from, to;
};

// How a table is shown: to people a screenful, to machines all of it in a long form.
struct Shown {
  std::string_view lang = "en";
  bool machine = false;
};

// Options, stability of states by party and notion, equilibria, margins where parties have utilities, coalitions; the
// last line names the rule and the attitude.
std::vector<Table> stability_tables(const Conflict& conflict, const StabilityReport& report, const Shown& shown);

// Why a state is stable or not, for every party and notion. Notions with the same reason share a line.
Table explain_table(const Conflict& conflict, const StabilityReport& report, stability::State state,
                    const Shown& shown);

// How play can travel from a state: to one state, or to all that can be reached, with the shortest ways.
Table travel_table(const Conflict& conflict, const StabilityReport& report, const StabilityQuestions& questions,
                   const Shown& shown);

// One conflict as an object of JSON with the keys in docs/stability.md; several in {"cases": [...]}.
struct StabilityCase {
  Conflict conflict;
  StabilityReport report;
  StabilityExtras extras;
  std::optional<Along> along;  // along the histories of a study
};
std::string stability_json(const std::vector<StabilityCase>& cases, const std::vector<StabilityQuestions>& questions,
                           const Provenance& provenance);

// "returns: nobody moves twice in a row", and the attitude where it counts.
std::string rule_words(const StabilityReport& report, std::string_view lang);

}  // namespace armistice
