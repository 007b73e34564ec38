// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/ensemble.h"

#include <cmath>

#include "armistice/theory/collective/simple.h"

namespace armistice::collective {
namespace {

constexpr int steps = 20;  // the scale is cut into so many; a position keeps its own place

double on_scale(const Field& field, std::size_t issue, int step) {
  return field.low[issue] + (field.high[issue] - field.low[issue]) * step / steps;
}

Atoms anywhere(const Field& field, std::size_t issue) {
  Atoms atoms;
  for (int k = 0; k <= steps; ++k) atoms.push_back({on_scale(field, issue, k), 1.0 / (steps + 1)});
  return atoms;
}

}  // namespace

Atoms around(const Field& field, std::size_t issue, double point) {
  const double chance = (point - field.low[issue]) / (field.high[issue] - field.low[issue]);
  if (!(chance > 0 && chance < 1)) return {{point, 1}};
  Atoms atoms;
  for (int k = 0; k <= steps; ++k)
    atoms.push_back({on_scale(field, issue, k),
                     std::exp(std::lgamma(steps + 1.0) - std::lgamma(k + 1.0) - std::lgamma(steps - k + 1.0) +
                              k * std::log(chance) + (steps - k) * std::log1p(-chance))});
  return tidied(std::move(atoms));
}

std::array<Atoms, ensemble_parts.size()> ensemble_parts_of(const Field& field, std::size_t issue,
                                                           const EnsemblePowers& powers) {
  Atoms taken;
  for (std::size_t i = 0; i < field.actors.size(); ++i) {
    if (!field.takes_part(i, issue)) continue;
    const std::size_t at = field.at(i, issue);
    taken.push_back({field.position[at], std::pow(field.capability[at], powers.capability) *
                                             std::pow(field.salience[at], powers.salience)});
  }
  if (taken.empty()) return {};
  taken = tidied(std::move(taken));
  if (taken.empty()) taken = shares_of_positions(field, issue, true);  // nobody has weight
  Atoms middle = around(field, issue, mean_of(taken));
  return {std::move(taken), std::move(middle), anywhere(field, issue)};
}

Atoms mixture(const std::array<Atoms, ensemble_parts.size()>& parts, const EnsembleShares& shares) {
  Atoms all;
  for (std::size_t k = 0; k < parts.size(); ++k)
    for (const Atom& atom : parts[k])
      if (shares[k] > 0) all.push_back({atom.value, atom.share * shares[k]});
  return tidied(std::move(all));
}

Prediction ensemble(const Field& field, const EnsembleFit& fit) {
  Prediction prediction = without_a_process(field, {});
  for (std::size_t k = 0; k < field.issues.size(); ++k) {
    prediction.distribution.push_back(mixture(ensemble_parts_of(field, k, fit.powers), fit.shares));
    prediction.forecast.push_back(median_of(prediction.distribution.back()));
  }
  return prediction;
}

}  // namespace armistice::collective
