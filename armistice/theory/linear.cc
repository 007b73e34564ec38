// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/linear.h"

#include <ClpSimplex.hpp>
#include <cmath>
#include <limits>

namespace armistice {

std::optional<LinearSolution> maximise(const LinearProgram& program) {
  const int columns = static_cast<int>(program.objective.size()), rows = static_cast<int>(program.row.size());
  constexpr double infinity = std::numeric_limits<double>::infinity();
  // What rounding leaves of a 0 would be scaled up to a number like any other, and spoil the rest.
  constexpr double dust = 1e-13;
  std::vector<CoinBigIndex> start{0};
  std::vector<int> index;
  std::vector<double> value, lower, cost;
  for (std::size_t c = 0; c < program.objective.size(); ++c) {
    for (int r = 0; r < rows; ++r) {
      const double v = program.row[static_cast<std::size_t>(r)][c];
      if (std::fabs(v) > dust) index.push_back(r), value.push_back(v);
    }
    start.push_back(static_cast<CoinBigIndex>(value.size()));
    lower.push_back(!program.free.empty() && program.free[c] ? -COIN_DBL_MAX : 0.0);
    cost.push_back(-program.objective[c]);
  }
  const auto bounds = [](std::vector<double> list) {
    for (double& b : list) b = b == infinity ? COIN_DBL_MAX : b == -infinity ? -COIN_DBL_MAX : b;
    return list;
  };
  const std::vector<double> low = bounds(program.low), high = bounds(program.high);
  const std::vector<double> upper(program.objective.size(), COIN_DBL_MAX);
  ClpSimplex clp;
  clp.setLogLevel(0);
  clp.scaling(0);
  clp.loadProblem(columns, rows, start.data(), index.data(), value.data(), lower.data(), upper.data(), cost.data(),
                  low.data(), high.data());
  clp.setPrimalTolerance(1e-10), clp.setDualTolerance(1e-10);
  clp.primal();
  if (!clp.isProvenOptimal()) return std::nullopt;
  LinearSolution solution;
  solution.value = -clp.getObjValue();
  solution.x.assign(clp.getColSolution(), clp.getColSolution() + columns);
  solution.dual.assign(clp.getRowPrice(), clp.getRowPrice() + rows);
  for (double& d : solution.dual) d = -d;
  return solution;
}

}  // namespace armistice
