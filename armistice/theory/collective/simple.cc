// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/simple.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "armistice/theory/collective/atoms.h"

namespace armistice::collective {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double mode_of(const std::vector<Atom>& shares) {
  const double middle = mean_of(shares);
  const auto best = std::max_element(shares.begin(), shares.end(), [&](const Atom& a, const Atom& b) {
    return a.share != b.share ? a.share < b.share : std::abs(a.value - middle) > std::abs(b.value - middle);
  });
  return best == shares.end() ? unknown : best->value;
}

template <class Of>
Prediction by_issue(const Field& field, bool by_heads, Of of) {
  std::vector<double> forecast;
  for (std::size_t k = 0; k < field.issues.size(); ++k) forecast.push_back(of(shares_of_positions(field, k, by_heads)));
  return without_a_process(field, forecast);
}

}  // namespace

std::vector<Atom> shares_of_positions(const Field& field, std::size_t issue, bool by_heads) {
  std::vector<Atom> atoms;
  double total = 0;
  for (std::size_t i = 0; i < field.actors.size(); ++i)
    if (field.takes_part(i, issue)) {
      atoms.push_back({field.position[field.at(i, issue)], by_heads ? 1 : weight(field, i, issue)});
      total += atoms.back().share;
    }
  if (total == 0)
    for (Atom& atom : atoms) atom.share = 1;
  return tidied(std::move(atoms));
}

Prediction without_a_process(const Field& field, std::vector<double> forecast) {
  Prediction prediction;
  prediction.positions = {field.position};
  prediction.forecast = std::move(forecast);
  return prediction;
}

Prediction compromise(const Field& field) { return by_issue(field, false, mean_of); }
Prediction mean(const Field& field) { return by_issue(field, true, mean_of); }
Prediction weighted_median(const Field& field) { return by_issue(field, false, median_of); }
Prediction median(const Field& field) { return by_issue(field, true, median_of); }

Prediction mode(const Field& field) {
  Prediction prediction = by_issue(field, false, mode_of);
  for (std::size_t k = 0; k < field.issues.size(); ++k)
    prediction.distribution.push_back(shares_of_positions(field, k));
  return prediction;
}

Prediction midpoint(const Field& field) {
  std::vector<double> forecast;
  for (std::size_t k = 0; k < field.issues.size(); ++k) forecast.push_back((field.low[k] + field.high[k]) / 2);
  return without_a_process(field, forecast);
}

Prediction reference_point(const Field& field) {
  std::vector<double> forecast = field.reference;
  forecast.resize(field.issues.size(), unknown);
  Prediction prediction = without_a_process(field, forecast);
  if (std::all_of(forecast.begin(), forecast.end(), [](double x) { return std::isnan(x); }))
    prediction.refused = "needs a reference point";
  return prediction;
}

}  // namespace armistice::collective
