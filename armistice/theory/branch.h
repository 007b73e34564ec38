// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "armistice/theory/choice.h"
#include "armistice/theory/prices.h"

// Depth-first branch and bound over a Choice (Land and Doig 1960, Econometrica 28(3)). No chance and no clock: the
// same task gives the same bits.
namespace armistice::exact {

enum class Goal {
  least,    // the smallest row
  product,  // sum weight log row, rows >= 0; minus infinity where a row with weight > 0 is 0
  total     // sum base + sum weight row
};

struct SearchTask {
  Goal goal = Goal::least;
  std::vector<double> weight;  // (row): product and total
  std::vector<double> offset;  // (row): product: what the row lacks of the gain; may be empty
  bool rational = false;       // total: rows must not be below 0
  double floor = -std::numeric_limits<double>::infinity();  // least, total: packages of less value are not wanted
  double enough = std::numeric_limits<double>::infinity();  // stop at the first package of this value
  double step = 0;                                          // total: values are whole multiples of it; 0: any value
  std::uint64_t nodes = 2'000'000;                          // boxes that may be weighed
  std::vector<std::vector<int>> starts;                     // packages to begin with
  int climbs = 12;                                          // hill climbs for a first package
};

struct SearchResult {
  bool found = false;
  std::vector<int> package;
  double value = 0;       // of `package`
  double bound = 0;       // no package has more; minus infinity: there is no package of value `floor`
  bool complete = false;  // the limit was not reached: `package` is best within a quantum, or there is none
  std::uint64_t nodes = 0;
};

// Values differ when they do in quanta; for `product` when they differ by more than 1e-9 (in the logarithm).
SearchResult search(const Choice& choice, const SearchTask& task);

// Score of any package, to be compared in order: clauses broken and rows short (both negative), value, sum of rows.
using Score = std::array<double, 4>;
Score score_of(const Choice& choice, const SearchTask& task, const std::vector<int>& package);
bool acceptable(const Score& score);  // breaks nothing, is short of nothing

// Changes one issue, then two at once where one does not help, while the score rises.
Score climb(const Choice& choice, const SearchTask& task, std::vector<int>& package, bool pairs);

}  // namespace armistice::exact
