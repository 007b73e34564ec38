// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "armistice/theory/collective/spatial.h"

// KTAB's probabilistic Condorcet election: every pair of options is a contest between those who like the one better and
// those who like the other better, and the probabilities of the pairs make those of the options.
namespace armistice::collective {

struct SpatialContest {
  std::vector<double> strength;  // [option][option] those for the row against the column, the diagonal at the floor
  std::vector<double> beats;     // [option][option] probability that the row beats the column, 1/2 on the diagonal
  std::vector<double> share;     // [option] probability that it comes out on top; they sum to 1
  std::vector<double> for_row, for_column, next;  // scratch
};

// Fills the contest over `options` options. utility: [actor * options + option]; weight: [actor]. A side nobody
// supports has the strength `least`. Known answer: two options, one actor of weight 1 and utilities 1 and 0.5, linear,
// conditional: shares 1 and 0 but for the floor.
void hold(SpatialContest& contest, const SpatialChoices& choices, const std::vector<double>& weight,
          const std::vector<double>& utility, std::size_t options, double least);

}  // namespace armistice::collective
