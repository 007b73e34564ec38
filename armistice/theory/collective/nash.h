// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "armistice/theory/collective/field.h"
#include "armistice/theory/collective/prediction.h"

// The asymmetric Nash bargaining solution (Nash 1950; Harsanyi and Selten 1972) on each issue by itself.
namespace armistice::collective {

enum class Loss : std::uint8_t { linear, quadratic };
enum class Disagreement : std::uint8_t { reference, worst };

struct NashChoices {
  Loss loss = Loss::quadratic;
  Disagreement disagreement = Disagreement::reference;

  static constexpr std::array<std::string_view, 2> losses = {"linear", "quadratic"};
  static constexpr std::array<std::string_view, 2> disagreements = {"reference", "worst"};

  static void list(auto& s, auto f) {
    f("loss", s.loss, losses, "how utility falls with the distance from one's position");
    f("disagreement", s.disagreement, disagreements,
      "without agreement the reference point holds where it is known, or everybody gets its worst end of the scale");
  }
};

struct NashPoint {
  double at = 0;          // NaN: nobody takes part
  bool agreement = true;  // false: no point is better for everybody, so it is the disagreement point
};

// The point of the scale at which the product of (u(x) - u(disagreement))^(capability x salience) over all who have
// weight is largest, u = -|x - position| or its square. The logarithm is concave, so its slope is bisected, down to
// 1e-14 of the scale. Without any weight all count once.
//
//   Positions 40 and 80 of equal weight, reference point 0, linear: 40.
NashPoint nash_point(const Field& field, std::size_t issue, const NashChoices& choices = {});

// `settled` is false when on some issue nobody can gain without another's loss and the disagreement point stays.
Prediction nash(const Field& field, const NashChoices& choices = {});

}  // namespace armistice::collective
