// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/commitment.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace armistice {
namespace {

// B's choice when A is left with `rising_later` from tomorrow on, by B's present value tomorrow.
Prevention choice(const PowerShift& s, double rising_later, double threshold) {
  assert(s.discount >= 0 && s.discount < 1);
  const double whole = 1 / (1 - s.discount);
  const double peace = whole - s.discount * rising_later, war = (1 - s.now) * whole - s.cost_b;
  const double lacking = std::max(0.0, war - peace);
  const double none = std::numeric_limits<double>::infinity();  // without a tomorrow nothing shifts
  return {peace, war, war > peace, s.discount > 0 ? lacking / s.discount : 0.0, s.discount > 0 ? threshold : none};
}

}  // namespace

Prevention prevention_rising_extracts(const PowerShift& s) {
  const double rest = 1 - s.discount;
  return choice(s, s.later / rest + s.cost_b, (s.now + s.cost_b * rest * rest) / s.discount);
}

Prevention prevention_declining_extracts(const PowerShift& s) {
  const double rest = 1 - s.discount;
  return choice(s, s.later / rest - s.cost_a, (s.now + rest * (s.cost_b + s.discount * s.cost_a)) / s.discount);
}

double power_shift_excess(double rising_next, double rising_now, double declining_now, double discount) {
  assert(discount >= 0 && discount < 1);
  return discount * rising_next - rising_now - (1 / (1 - discount) - (rising_now + declining_now));
}

}  // namespace armistice
