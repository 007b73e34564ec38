// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/relaxation.h"

// In which order a walk over the packages decides the issues, and what is known when.
namespace armistice {

// (issue): the options that a package may have.
using OpenOptions = std::vector<std::vector<int>>;

// Links that one option of one other issue brings, by that option: only one of them can be chosen.
using Rivals = std::vector<std::vector<std::size_t>>;

struct DecisionOrder {
  std::vector<int> issue;                          // (level)
  std::vector<std::size_t> level;                  // (issue)
  std::vector<std::vector<std::size_t>> links_at;  // (level): links of the model decided there
  std::vector<std::vector<const Rule*>> rules_at;  // (level): constraints decided there
  std::vector<std::vector<Rivals>> hosted;         // (cell): links that its choice may complete, by their last issue
};

// What matters most to the gain rows comes first.
DecisionOrder decision_order(const Model& model, const OpenOptions& open, const Relaxation& rows);

// Of rivals the one with the largest sum of values: which, and the sum. `of_link`: (link) value.
template <class T>
std::pair<std::size_t, T> best_of(const Rivals& rivals, const std::vector<T>& of_link) {
  std::pair<std::size_t, T> best{0, T(-1e9)};
  for (std::size_t i = 0; i < rivals.size(); ++i) {
    T sum = 0;
    for (const std::size_t x : rivals[i]) sum += of_link[x];
    if (sum > best.second) best = {i, sum};
  }
  return best;
}

}  // namespace armistice
