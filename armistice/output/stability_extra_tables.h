// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "armistice/output/stability_tables.h"

namespace armistice {

// A table for each question that was asked besides: how often states stay stable, dilemmas, limited moves, and what
// would make a wanted state an equilibrium.
std::vector<Table> extra_tables(const Conflict& conflict, const StabilityReport& report, const StabilityExtras& extras,
                                const Shown& shown);

// In which share of a study's histories the status quo ceases to be stable, when, and for whom first.
Table along_table(const Conflict& conflict, const Along& along, const Shown& shown);

// "North must like 3 (truce) better than 1 (war)".
std::string requirement_words(const Conflict& conflict, const stability::Requirement& requirement,
                              std::string_view lang);

// A dilemma in a sentence: what makes it one.
std::string dilemma_words(const Conflict& conflict, const stability::Dilemma& dilemma, std::string_view lang);

// Why limited moves are not defined here; "" where they are.
std::string refused_words(const Conflict& conflict, const stability::Refused& refused);

}  // namespace armistice
