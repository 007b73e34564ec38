// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <string_view>

#include "armistice/theory/collective/atoms.h"
#include "armistice/theory/collective/field.h"

// Our own forecaster: a distribution for each issue, the mixture of three parts whose shares were fitted to decisions
// with known outcomes (study/stacking.h fits them; docs, "The ensemble").
namespace armistice::collective {

// What an actor weighs here: capability^a salience^b. The weighted mean has 1 and 1; high powers of salience say that
// who cares most settles an issue, low powers of capability that the small count for more than their size.
struct EnsemblePowers {
  double capability, salience;
};

// The parts: the outcome is one of the positions taken, by their share of the weight (b > 1: of those who care); or
// near the weighted mean, as a binomial law of twenty halves says; or anywhere on the scale.
inline constexpr std::array<std::string_view, 3> ensemble_parts = {"positions", "middle", "anywhere"};
using EnsembleShares = std::array<double, ensemble_parts.size()>;

struct EnsembleFit {
  EnsemblePowers powers;
  EnsembleShares shares;  // of the parts, summing to 1
};

// The fit that is used where no other is given: every second proposal of the European Union's decisions of 1996 to 2008
// (DEU III, 173 issues with outcomes), to four digits.
inline constexpr EnsembleFit fitted_ensemble = {{0.5, 3}, {0.4341, 0.3357, 0.2302}};

// The three distributions of an issue, none of which depends on the shares; all empty when nobody takes part.
std::array<Atoms, ensemble_parts.size()> ensemble_parts_of(const Field& field, std::size_t issue,
                                                           const EnsemblePowers& powers);

// The law of the middle part: binomial with so many trials as the scale has steps (20) and the mean `point`, which lies
// on the scale. All of it at an end when the point does.
Atoms around(const Field& field, std::size_t issue, double point);

// Parts put together by their shares.
Atoms mixture(const std::array<Atoms, ensemble_parts.size()>& parts, const EnsembleShares& shares);

// The distribution of each issue and, as the forecast, its median, which is the point of least expected error.
Prediction ensemble(const Field& field, const EnsembleFit& fit = fitted_ensemble);

}  // namespace armistice::collective
