// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/theory/branch.h"

// What the prices of a relaxation mean for each goal of a search, and how they are moved.
//   least    min row <= sum w row for w on the simplex.
//   product  sum a log row <= sum a log(a / w) + A log(S / A) with A = sum a and S >= sum w row, by tangents of the
//            logarithm; any w > 0.
//   total    value + sum w row >= value where rows may not be below 0; any w >= 0.
namespace armistice::exact {

// A search's constants.
struct Hunt {
  const Choice& choice;
  const SearchTask& task;
  double lowest = 0;      // least, total: every package has this value
  double scale = 1;       // how much a row moves from option to option, for the length of steps
  double weight_sum = 0;  // of the task's weights
};

Hunt hunt_of(const Choice& choice, const SearchTask& task);

// What the relaxation's sum must reach in a box that holds a package better than the best so far.
double wanted_sum(const Hunt& hunt, const SearchResult& best, const Prices& prices);

// The bound on the goal's value that a relaxation's sum gives. Minus infinity: no package is acceptable.
double as_value(const Hunt& hunt, double sum, const Prices& prices);

// Weights of the rows to begin with; and all weights that count in the sum, for `total` the goal's own too.
std::vector<double> first_weights(const Hunt& hunt);
std::vector<double> full_weights(const Hunt& hunt, const Prices& prices);

// Weights of a product may be stretched together: the bound is the same, steps are right where S = A.
void rescale(const Hunt& hunt, double sum, Prices& prices);

// A step against the slope of the sum, as long as would lower it by `distance` if the slope stayed what it is (Polyak
// 1969, "Minimization of unsmooth functionals", USSR Computational Mathematics and Mathematical Physics 9).
void move_prices(const Hunt& hunt, const Box& box, const Relaxed& relaxed, double distance, Prices& prices);

}  // namespace armistice::exact
