// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "armistice/theory/collective/field.h"
#include "armistice/theory/collective/prediction.h"

// The agenda-setter model under a closed rule (Romer and Rosenthal 1978; Steunenberg 1994 and Crombez 1996 for the
// European Union): one actor proposes, the others take it or leave what holds without a decision. Issue by issue: deals
// across issues are not in these models. Co-decision is the Parliament among those with a veto.
namespace armistice::collective {

// Setter: one actor proposes. Core: anybody may, again and again, so that only what nothing beats can stay.
enum class Agenda : std::uint8_t { setter, core };

struct ProceduralChoices {
  // What the reference point costs everybody beyond its distance, as a share of the scale (Franchino and Mariotto
  // 2021).
  double costly_reference = 0;
  Agenda agenda = Agenda::setter;

  static constexpr std::array<std::string_view, 2> agendas = {"setter", "core"};

  static void list(auto& s, auto f) {
    f("costly_reference", s.costly_reference,
      "what keeping the reference point costs everybody, as a share of the scale");
    f("agenda", s.agenda, agendas, "one actor proposes, or nobody in particular: the nearest point that nothing beats");
  }
};

// On each issue, the point nearest to the setter's position that is accepted: whoever has a veto and voters enough for
// the quorum like it at least as well as the reference point, by distance alone. The reference point stays where
// nothing else is accepted. Who takes no part in an issue neither votes on it nor is counted among the votes.
//
// Under `core` the reference point stays if nothing beats it; else the nearest point that nothing beats holds. What the
// reference point costs does not matter then.
//
// Refused without any reference point, without a setter (under `core` without votes and vetoes); NaN on issues without
// one, in which the setter has no part, or where everything is beaten.
//
//   Setter at 80, reference point 20, one voter at 40 who must agree: it takes up to 60, so 60.
Prediction procedural(const Field& field, const ProceduralChoices& choices = {});

// The points that no other beats, from the first to the second: neither those whose positions lie above nor those whose
// positions lie below can carry a step their way (Black 1948; with vetoes Tsebelis 2002, Veto Players). Nothing where
// both can, with a quorum below one half; the whole scale where nobody who takes part votes or has a veto.
//
//   One vote each at 20, 30 and 90: from 30 to 30; with all votes needed from 20 to 90.
std::optional<std::pair<double, double>> core(const Field& field, std::size_t issue);

// Would the proposal `at` be accepted on this issue, whose reference point is known?
bool is_accepted(const Field& field, std::size_t issue, double at, const ProceduralChoices& choices = {});

}  // namespace armistice::collective
