// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "armistice/dynamics/assess.h"
#include "armistice/output/table.h"

namespace armistice {

// The tables of `armistice show`, in the language asked for: where the parties stand on each issue (weight, best and
// worst option, red lines), what fighting on is worth to them, each text as a whole and clause by clause, the distance
// to a deal, and the minimum consensus.
std::vector<Table> situation_tables(const Model& model, const Assessment& assessment, std::string_view lang);

// What each party thinks of each clause of a text: the share of draws in which it likes it as well as leaving the issue
// open, red lines, the minimum consensus.
Table clause_table(const Model& model, int text, const std::vector<ClauseView>& clauses, std::string_view lang);

}  // namespace armistice
