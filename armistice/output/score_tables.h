// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "armistice/output/table.h"
#include "armistice/study/score.h"
#include "armistice/study/stack_models.h"

namespace armistice {

// The tables of `armistice score`: every model's errors with intervals, beside the weighted mean; and what models had
// no answer to, where there is such.
std::vector<Table> score_tables(const Cases& cases, const Scores& scores, const ScoreQuestion& question,
                                std::string_view lang);

// What each model would add to the ensemble.
Table stack_table(const std::vector<StackTrial>& trials, std::string_view lang);

// Every model's forecast of every issue, one row each.
Table case_table(const Scores& scores);

}  // namespace armistice
