// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "armistice/theory/collective/expected_utility.h"

// The arrays of one issue under the expected-utility model, and a round of it. Nothing is allocated within a round.
namespace armistice::collective {

struct ExpectedUtilityTable {
  ExpectedUtilityChoices choices;
  std::size_t n = 0;     // actors
  std::size_t wide = 0;  // length of a row of the matrices, a multiple of four; what lies beyond n is not read
  double scale = 1;      // length of the scale
  double range = 0;      // what distances are shares of
  std::vector<double> position, weight, salience;  // [actor]; weights times a power of two, so that the most is near 1
  std::vector<double> risk, status_quo, threat;    // [actor] exponent, utility of the status quo, danger
  std::vector<double> distance, curved;            // [actor][other] as a share of the range; to the row's exponent
  std::vector<double> support;                     // [i][j] votes for i of who prefers i's position to j's
  std::vector<double> odds;                        // [i][j] i's share of the votes against j
  std::vector<double> own, other;     // [i][j] as i sees it: what i expects of challenging j, and j of challenging i
  std::vector<double> spare, places;  // room for an actor in other places
  std::vector<Concession> taken;      // [actor]
};

// The table of an issue on which everyone in the field takes part (`only_issue`).
ExpectedUtilityTable expected_utility_table(const Field& one, const ExpectedUtilityChoices& choices);

// Where half of the weight is reached, from below; the mean; the position where most weight stands (of several the one
// nearest the mean, then the lower); the winner of the most one-sided vote between two positions (of several the
// lowest). Where nobody has any weight everybody counts the same; NaN of nobody.
double median_of(std::span<const double> position, std::span<const double> weight);
double mean_of(std::span<const double> position, std::span<const double> weight);
double dominant_of(std::span<const double> position, std::span<const double> weight);
double majority_of(std::span<const double> position, std::span<const double> weight);

// Risks, odds, what everyone expects, what everyone takes up; then all move. Returns how far the farthest moved, on the
// issue's scale. With a range of 0 everyone agrees, exponents are 1 and nobody moves.
double play_round(ExpectedUtilityTable& table);

// Rounds until it is over, by the table's choices; `each(table, round)` after every one, from 1. True if it came to
// rest before the last round.
template <class Each>
bool play_rounds(ExpectedUtilityTable& table, Each each) {
  const ExpectedUtilityChoices& c = table.choices;
  const bool by_median = c.stop == ExpectedUtilityChoices::Stop::median;
  double median = by_median ? median_of(table.position, table.weight) : 0;
  for (int round = 1; round <= c.rounds; ++round) {
    const double farthest = play_round(table);
    each(std::as_const(table), round);
    if (farthest <= c.quiet * table.scale) return true;
    const double before = std::exchange(median, by_median ? median_of(table.position, table.weight) : 0);
    if (by_median && median == before) return true;
  }
  return table.n == 0;
}
inline bool play_rounds(ExpectedUtilityTable& table) {
  return play_rounds(table, [](const ExpectedUtilityTable&, int) {});
}

// The steps of a round, in their order; for tests and for the time each takes.
void find_distances(ExpectedUtilityTable& table);
void find_risks(ExpectedUtilityTable& table);
void find_expectations(ExpectedUtilityTable& table);
void find_concessions(ExpectedUtilityTable& table);

// How far each actor's dangers reach over the positions that it could hold (threat "positions"): fills low and high.
void threats_elsewhere(ExpectedUtilityTable& table, std::span<double> low, std::span<double> high);

}  // namespace armistice::collective
