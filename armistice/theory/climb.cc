// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "armistice/theory/branch.h"

namespace armistice::exact {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

int options_of(const Choice& choice, std::size_t k) { return choice.first[k + 1] - choice.first[k]; }

bool above(const Score& a, const Score& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (std::fabs(a[i] - b[i]) > 1e-10) return a[i] > b[i];
  return false;
}

double value_of(const Choice& choice, const SearchTask& task, const std::vector<int>& package,
                const std::vector<double>& rows) {
  if (task.goal == Goal::least) return rows.empty() ? 0 : *std::min_element(rows.begin(), rows.end());
  double value = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (task.weight[r] == 0) continue;
    if (task.goal == Goal::total)
      value += task.weight[r] * rows[r];
    else if (quantised(rows[r]) > 0)
      value += task.weight[r] * std::log(std::max(rows[r] + (task.offset.empty() ? 0 : task.offset[r]), 1e-300));
    else
      return -std::numeric_limits<double>::infinity();
  }
  for (std::size_t k = 0; task.goal == Goal::total && k < package.size(); ++k)
    value += choice.base[at(choice.first[k] + package[k])];
  return value;
}

// The best change of one issue, or the first of two issues that raises the score.
bool better_neighbour(const Choice& choice, const SearchTask& task, std::vector<int>& package, Score& best,
                      bool pairs) {
  bool better = false;
  const std::vector<int> here = package;
  std::vector<int> near = here;
  const auto look = [&] {
    const Score score = score_of(choice, task, near);
    if (!above(score, best)) return false;
    best = score, package = near;
    return better = true;
  };
  for (std::size_t k = 0; k < near.size(); ++k) {
    for (near[k] = 0; near[k] < options_of(choice, k); ++near[k]) {
      if (near[k] == here[k]) continue;
      if (!pairs) look();
      for (std::size_t l = k + 1; pairs && l < near.size(); ++l) {
        for (near[l] = 0; near[l] < options_of(choice, l); ++near[l])
          if (near[l] != here[l] && look()) return true;
        near[l] = here[l];
      }
    }
    near[k] = here[k];
  }
  return better;
}

}  // namespace

Score score_of(const Choice& choice, const SearchTask& task, const std::vector<int>& package) {
  thread_local std::vector<double> rows;
  rows_of(choice, package, rows);
  Score score{-static_cast<double>(broken(choice, package)), 0, value_of(choice, task, package, rows), 0};
  const bool floors = task.goal == Goal::product || (task.goal == Goal::total && task.rational);
  for (const double row : rows) {
    if (floors && quantised(row) < 0) score[1] += row;
    score[3] += row;
  }
  return score;
}

bool acceptable(const Score& score) { return score[0] == 0 && score[1] == 0; }

Score climb(const Choice& choice, const SearchTask& task, std::vector<int>& package, bool pairs) {
  Score score = score_of(choice, task, package);
  while (better_neighbour(choice, task, package, score, false) ||
         (pairs && better_neighbour(choice, task, package, score, true))) {
  }
  return score;
}

}  // namespace armistice::exact
