// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "armistice/theory/choice.h"

// The bound of the search: what a weighted sum of the rows can be at most on a box, once the constraints are priced
// instead of kept (Geoffrion 1974, "Lagrangean relaxation for integer programming", Mathematical Programming Study 2)
// and the links are shared out among their cells. Every issue then chooses for itself. The best weights and prices give
// the bound of the linear relaxation.
namespace armistice::exact {

struct Prices {
  std::vector<double> row;     // (row): weights of the rows, >= 0
  std::vector<double> clause;  // (clause): price of a clause that does not hold, >= 0
  std::vector<double> share;   // (cell of a link, links one after another): of the link's value while it is above 0
  std::vector<double> brake;   // (link): in [0, 1], how much of the link's value is counted while it is below 0
};

struct Relaxed {
  double sum = 0;             // no package of the box has a larger base + weighted sum of rows
  std::vector<double> value;  // (cell): minus infinity where struck out; an issue takes its largest
  std::vector<double> top;    // (issue): that largest
  std::vector<int> pick;      // (issue): where, as an option
  std::vector<double> rows;   // (row): slope of `sum` in the row's weight
};

// Prices to begin with: clauses free, links shared out evenly.
Prices first_prices(const Choice& choice, std::vector<double> row_weights);

// Weighs the box. Two issues of two options each, row 0 wins by option 0 of the first, row 1 by option 0 of the second,
// 0.6 each, 0.4 for the other's: weights 1/2 and 1/2 give 1 at option 0 twice, where either row has 1.
void relax(const Choice& choice, const Box& box, const Prices& prices, Relaxed& out);

// The squared length of the slope of `sum` in the prices of clauses; and a step of that length against it. Links are
// shared out anew in the same step.
double clause_slope(const Choice& choice, const Box& box, const Relaxed& relaxed, const Prices& prices);
void move_clauses(const Choice& choice, const Box& box, const Relaxed& relaxed, double step, Prices& prices);

}  // namespace armistice::exact
