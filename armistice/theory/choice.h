// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <limits>
#include <vector>

#include "armistice/theory/space.h"

// A settlement space made ready for search by branch and bound: one option of each issue is chosen, and every row (a
// party's gain, say) is a constant, plus a number for each chosen cell, plus links, at most `most`. The namespace
// `exact` is the engine under best_package.h and certificate.h: choice.h, prices.h, goal.h, branch.h.
namespace armistice::exact {

// Adds value[row] to each row where all of `cells`, of different issues, are chosen.
struct Link {
  std::vector<int> cells;
  std::vector<double> value;  // (row)
};

// At least one of `yes` is chosen or one of `no` is not.
struct Clause {
  std::vector<int> yes, no;
  std::uint64_t issues = 0;  // bit k: it speaks of issue k
};

struct Choice {
  int rows = 0;
  std::vector<int> first;        // (issue): first cell, and after the last issue the number of cells
  std::vector<int> issue;        // (cell)
  std::vector<double> row;       // (row, cell)
  std::vector<double> constant;  // (row)
  std::vector<double> most;      // (row)
  std::vector<double> base;      // (cell): a further sum beside the rows, for goals that have one
  std::vector<Link> links;       // at least two cells each
  std::vector<Clause> clauses;
};

// Row i is (utility of party parties[i] - floor[i]) / scale[i]. At most 64 issues of at most 64 options; scale > 0.
Choice choice_of(const Space& space, const std::vector<int>& parties, const std::vector<double>& floor,
                 const std::vector<double>& scale);

// Options that are still possible, one bit each. An issue is settled when one is left.
struct Box {
  std::vector<std::uint64_t> open;  // (issue)
};
Box whole_box(const Choice& choice);

// Strikes out what the clauses exclude, beginning with those that speak of an issue in `changed`. False: nothing is
// left. Clause "not a or not b", a chosen: b is struck out.
bool propagate(const Choice& choice, Box& box, std::uint64_t changed);

// Broken clauses, and the rows of a package, both exactly.
int broken(const Choice& choice, const std::vector<int>& package);
void rows_of(const Choice& choice, const std::vector<int>& package, std::vector<double>& rows);

}  // namespace armistice::exact
