// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/mediation.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace armistice {
namespace {

// What asking high rather than low gains in side 1's share when side 2 is strong with chance `strong`, war at no cost.
double gain_of_asking_high(const Mediator& m, double strong) { return (1 - strong) * m.cost_weak - m.cost_strong; }

}  // namespace

BiasRange credible_bias(const Mediator& m) {
  const double none = std::numeric_limits<double>::infinity();
  const double weak = gain_of_asking_high(m, m.strong_after_weak);
  const double strong = gain_of_asking_high(m, m.strong_after_strong);
  return {weak > 0 ? m.strong_after_weak * m.mediator_cost / weak : none,
          strong > 0 ? m.strong_after_strong * m.mediator_cost / strong : none};
}

TruthGains truth_gains(const Mediator& m, double bias) {
  const auto of_saying_weak = [&](double strong) {
    return bias * gain_of_asking_high(m, strong) - strong * m.mediator_cost;
  };
  return {of_saying_weak(m.strong_after_weak), -of_saying_weak(m.strong_after_strong)};
}

Heeded heeded(const Mediator& m, double cost_1) {
  return {gain_of_asking_high(m, m.strong_after_weak) >= m.strong_after_weak * cost_1,
          gain_of_asking_high(m, m.strong_after_strong) <= m.strong_after_strong * cost_1};
}

MediationValue mediation_value(const Mediator& m, double win_chance, double cost_1, double seen_strong) {
  assert(seen_strong >= 0 && seen_strong <= 1);
  const double low = win_chance + m.cost_strong;
  const auto high = [&](double strong) {
    return (1 - strong) * (win_chance + m.cost_weak) + strong * (win_chance - cost_1);
  };
  const double strong = seen_strong * m.strong_after_strong + (1 - seen_strong) * m.strong_after_weak;
  return {std::max(low, high(strong)), seen_strong * low + (1 - seen_strong) * high(m.strong_after_weak),
          high(strong) > low ? strong : 0.0, (1 - seen_strong) * m.strong_after_weak};
}

}  // namespace armistice
