// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/theory/collective/field.h"
#include "armistice/theory/collective/prediction.h"

// The agenda-setter model under a closed rule (Romer and Rosenthal 1978; Steunenberg 1994 and Crombez 1996 for the
// European Union): one actor proposes, the others take it or leave what holds without a decision.
namespace armistice::collective {

struct ProceduralChoices {
  // What the reference point costs everybody beyond its distance, as a share of the scale (Franchino and Mariotto
  // 2021).
  double costly_reference = 0;

  static void list(auto& s, auto f) {
    f("costly_reference", s.costly_reference,
      "what keeping the reference point costs everybody, as a share of the scale");
  }
};

// On each issue, the point nearest to the setter's position that is accepted: whoever has a veto and voters enough for
// the quorum like it at least as well as the reference point, by distance alone. The reference point stays where
// nothing else is accepted. Who takes no part in an issue neither votes on it nor is counted among the votes.
//
// Refused without a setter or without any reference point; NaN on issues without one, or in which the setter has no
// part.
//
//   Setter at 80, reference point 20, one voter at 40 who must agree: it takes up to 60, so 60.
Prediction procedural(const Field& field, const ProceduralChoices& choices = {});

// Would the proposal `at` be accepted on this issue, whose reference point is known?
bool is_accepted(const Field& field, std::size_t issue, double at, const ProceduralChoices& choices = {});

}  // namespace armistice::collective
