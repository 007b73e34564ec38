// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "armistice/theory/collective/expected_utility_table.h"

namespace armistice::collective {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double sum(std::span<const double> numbers) {
  double total = 0;
  for (const double x : numbers) total += x;
  return total;
}

// What actor k counts: everybody the same where nobody has any weight.
struct Counts {
  explicit Counts(std::span<const double> w) : weight(w), total(sum(w)) {
    if (!(total > 0)) total = static_cast<double>(weight.size()), alike = true;
  }
  double operator[](std::size_t k) const { return alike ? 1.0 : weight[k]; }
  std::span<const double> weight;
  double total;
  bool alike = false;
};

double weight_at(std::span<const double> position, const Counts& counts, double place) {
  double here = 0;
  for (std::size_t k = 0; k < position.size(); ++k)
    if (position[k] == place) here += counts[k];
  return here;
}

}  // namespace

double median_of(std::span<const double> position, std::span<const double> weight) {
  const Counts counts(weight);
  double best = nothing;
  for (const double place : position) {
    double below = 0;  // no sorting, no room: there are few actors
    for (std::size_t k = 0; k < position.size(); ++k)
      if (position[k] <= place) below += counts[k];
    if (2 * below >= counts.total * (1 - 1e-12) && !(place >= best)) best = place;
  }
  return best;
}

double mean_of(std::span<const double> position, std::span<const double> weight) {
  const Counts counts(weight);
  double total = 0;
  for (std::size_t k = 0; k < position.size(); ++k) total += counts[k] * position[k];
  return position.empty() ? nothing : total / counts.total;
}

double dominant_of(std::span<const double> position, std::span<const double> weight) {
  const Counts counts(weight);
  const double mean = mean_of(position, weight);
  double best = nothing, most = -1;
  for (const double place : position) {
    const double here = weight_at(position, counts, place), slack = 1e-12 * counts.total;
    const bool ahead = here > most + slack;
    const bool even = !ahead && here >= most - slack;
    const auto rank = [&](double p) { return std::tuple(std::abs(p - mean), p); };
    if (ahead || (even && rank(place) < rank(best))) best = place;
    most = std::max(most, here);
  }
  return best;
}

double majority_of(std::span<const double> position, std::span<const double> weight) {
  const Counts counts(weight);
  double best = nothing, most = -1;
  for (const double place : position)
    for (const double rival : position) {
      double votes = 0;
      for (std::size_t k = 0; k < position.size(); ++k)
        votes += counts[k] * (std::abs(position[k] - rival) - std::abs(position[k] - place));
      if (votes > most || (votes == most && place < best)) most = votes, best = place;
    }
  return best;
}

}  // namespace armistice::collective
