// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "armistice/theory/collective/expected_utility.h"

// The specification curve of the expected-utility model: what it says under every reading that has been published.
namespace armistice::collective {

// Where one reading of the model ends.
struct ExpectedUtilityEnd {
  ExpectedUtilityChoices choices;
  double mean = 0, median = 0;  // weighted, of the last positions
  bool settled = false;
};

// Least, 5 %, quartiles, 95 %, most; interpolated between neighbours.
struct ExpectedUtilityRange {
  double least = 0, low = 0, lower = 0, middle = 0, upper = 0, high = 0, most = 0;
};

struct ExpectedUtilitySpread {
  std::vector<ExpectedUtilityEnd> ends;  // one for each reading
  ExpectedUtilityRange mean, median;
  double settled = 0;  // share of the readings that come to rest
  // Share of the variance of the final mean that lies between the values of each choice alone; 0 where nothing varies.
  // odds, threat, exponent, acceptance, capitulation, status_quo, span, curved_votes.
  std::array<double, 8> matters{};
};

// The eight choices that are varied, in the order of `matters`.
std::span<const std::string_view> expected_utility_varied();

// All 1,536 combinations of choices a to h on one issue: four odds, four threats, two exponents, three acceptances,
// capitulation or not, Q of 1 or 1/2, the first range or the current one, curved or straight votes. Everything else as
// in `rest`, but for the number of rounds. Ranges are NaN where nobody takes part.
ExpectedUtilitySpread expected_utility_spread(const Field& field, std::size_t issue, int rounds = 15,
                                              const ExpectedUtilityChoices& rest = {});

}  // namespace armistice::collective
