// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "armistice/theory/collective/expected_utility_table.h"

namespace armistice::collective {
namespace {

using Odds = ExpectedUtilityChoices::Odds;

// Sums of |far_a - far_b| over all ordered pairs of places, seen from one actor.
double spread_of(const double* far, std::size_t n) {
  double total = 0;
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = 0; b < n; ++b) total += std::abs(far[a] - far[b]);
  return total;
}

// All votes in all contests but those that change when actor i stands elsewhere.
double votes_without(const ExpectedUtilityTable& t, std::size_t i, double all) {
  double changing = t.weight[i] * spread_of(&t.distance[i * t.wide], t.n);
  for (std::size_t k = 0; k < t.n; ++k) {
    if (k == i) continue;
    const double* far = &t.distance[k * t.wide];
    for (std::size_t a = 0; a < t.n; ++a) changing += 2 * t.weight[k] * std::abs(far[i] - far[a]);
  }
  return std::max(0.0, all - changing);
}

// The same votes once i stands at t.places-distances: far[k] is how far k is from the place.
double votes_with(const ExpectedUtilityTable& t, std::size_t i, const double* far) {
  double total = t.weight[i] * spread_of(far, t.n);
  for (std::size_t k = 0; k < t.n; ++k) {
    if (k == i) continue;
    for (std::size_t a = 0; a < t.n; ++a)
      if (a != i) total += 2 * t.weight[k] * std::abs(far[k] - t.distance[k * t.wide + a]);
  }
  return total;
}

// The odds of j against i, who stands where far[k] is how far k is; `all` for the reading that counts all votes.
double odds_against(const ExpectedUtilityTable& t, std::size_t i, std::size_t j, const double* far, double all) {
  const bool third = t.choices.odds == Odds::third;
  double theirs = 0, mine = third ? 0 : t.weight[i] * far[j];
  for (std::size_t k = 0; k < t.n; ++k) {
    if (k == i || (third && k == j)) continue;
    const double vote = t.weight[k] * (far[k] - t.distance[k * t.wide + j]);
    theirs += std::max(0.0, vote), mine += std::max(0.0, -vote);
  }
  const double votes = t.choices.odds == Odds::net ? std::max(0.0, theirs - mine) : theirs;
  const double whole = t.choices.odds == Odds::all ? all : theirs + mine;
  return whole > 0 ? votes / whole : 0.5;
}

}  // namespace

void threats_elsewhere(ExpectedUtilityTable& t, std::span<double> low, std::span<double> high) {
  const ExpectedUtilityChoices& c = t.choices;
  const double away = 1 - c.status_quo, sign = c.reversed ? -1 : 1;
  const double centre = c.centre == ExpectedUtilityChoices::Centre::median ? median_of(t.position, t.weight)
                                                                           : mean_of(t.position, t.weight);
  double everything = 0;
  for (std::size_t k = 0; k < t.n; ++k) everything += t.weight[k] * spread_of(&t.distance[k * t.wide], t.n);
  double* far = t.places.data();
  for (std::size_t i = 0; i < t.n; ++i) {
    const bool all = c.odds == Odds::all;
    const double fixed = all ? votes_without(t, i, everything) : 0;
    low[i] = high[i] = t.threat[i];
    for (std::size_t p = 0; p < t.n; ++p) {
      const double place = t.position[p];
      if (place == t.position[i] || std::find(t.position.begin(), t.position.begin() + static_cast<long>(p), place) !=
                                        t.position.begin() + static_cast<long>(p))
        continue;
      for (std::size_t k = 0; k < t.n; ++k) far[k] = k == i ? 0 : std::abs(t.position[k] - place) / t.range;
      const double votes = all ? fixed + votes_with(t, i, far) : 0;
      double danger = 0;
      for (std::size_t j = 0; j < t.n; ++j) {
        if (j == i) continue;
        const double odds = far[j] == 0 ? 0 : odds_against(t, i, j, far, votes);
        const double way = std::abs(t.position[j] - centre) / t.range + far[j];  // with exponent 1 all is linear
        danger += t.salience[i] * (2 * odds - 1) * 2 * far[j] + (1 - t.salience[i]) * 2 * far[j] -
                  sign * away * (2 * c.improvement - 1) * way;
      }
      low[i] = std::min(low[i], danger), high[i] = std::max(high[i], danger);
    }
  }
}

}  // namespace armistice::collective
