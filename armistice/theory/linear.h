// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

namespace armistice {

// Maximise objective . x over x >= 0 (or free) with low <= row . x <= high for each row. Dense, for few rows and
// numbers not far from 1: what is below 1e-13 in a row counts as 0.
struct LinearProgram {
  std::vector<double> objective;         // (column)
  std::vector<bool> free;                // (column): may be negative; empty: none
  std::vector<std::vector<double>> row;  // (row)(column)
  std::vector<double> low, high;         // (row), infinite where there is none
};

struct LinearSolution {
  double value = 0;
  std::vector<double> x;     // (column): a vertex, so at most as many other than 0 as there are rows
  std::vector<double> dual;  // (row): what a unit more of the row's bounds would add to the value
};

// By the simplex method (Clp). Nothing where there is no feasible x, or no largest value. Max x + y with x + 2 y <= 2
// and x <= 1: x 1, y 0.5, value 1.5.
std::optional<LinearSolution> maximise(const LinearProgram& program);

}  // namespace armistice
