// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "armistice/dynamics/simulate.h"
#include "armistice/model/model.h"
#include "armistice/theory/collective/field.h"

// A dossier as a field of actors. The models of such fields know positions on scales; a dossier knows options. What is
// done about that is assumed (docs/collective.md):
//   an issue  is any with options that the two sides value differently and at least two parties value at all;
//   its scale is 0 to 100: an option's place is what side A makes of it less what side B does, at the centre of every
//             number; 0 is the option that B likes best against A, 100 the one that A likes best against B;
//   a position is the place of the option that the party likes best;
//   a salience is the issue's share of the party's weights; a capability is the number `capability`;
//   the reference is the place of leaving the issue open, by the same difference, on the scale at the nearest;
//   who proposes is the mediator, and those who sign have a veto.
namespace armistice {

struct DossierField {
  collective::Field field;                 // at the centre of every number
  std::vector<int> issues;                 // [issue of the field] issue of the dossier
  std::vector<std::vector<double>> place;  // [issue of the field][option of the dossier; 0 is open, NaN]
};

DossierField field_of(const Model& model);

// Capabilities, saliences and positions of a draw, as in the field; the rest of the field is not drawn.
struct DrawnField {
  std::vector<double> capability, salience, position;  // [actor][issue]
};

// The options liked best, saliences and capabilities as drawn with a seed: draws 0 ... count - 1.
std::vector<DrawnField> drawn_fields(const Model& model, const DossierField& central, std::uint64_t seed,
                                     std::uint32_t count);

// The field with what was drawn in place of its central values.
collective::Field with_drawn(const DossierField& central, const DrawnField& drawn);

// Parties whose capability the dossier leaves to the fallback.
std::vector<int> without_capability(const Model& model);

}  // namespace armistice
