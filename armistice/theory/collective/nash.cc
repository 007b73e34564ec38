// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/nash.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace armistice::collective {
namespace {

struct Bargainer {
  double position, weight, reach;  // reach: it gains by points nearer than this
};

// The slope of the logarithm of one actor's gain.
double slope(const Bargainer& b, double x, Loss loss) {
  const double away = x - b.position;
  if (loss == Loss::linear) return (away > 0 ? -1 : away < 0 ? 1 : 0) / (b.reach - std::abs(away));
  return -2 * away / (b.reach * b.reach - away * away);
}

}  // namespace

NashPoint nash_point(const Field& field, std::size_t issue, const NashChoices& choices) {
  const double low = field.low[issue], high = field.high[issue];
  const double reference =
      issue < field.reference.size() ? field.reference[issue] : std::numeric_limits<double>::quiet_NaN();
  const bool worst = choices.disagreement == Disagreement::worst || std::isnan(reference);
  std::vector<Bargainer> all;
  bool weightless = true;
  for (std::size_t i = 0; i < field.actors.size(); ++i) {
    if (!field.takes_part(i, issue)) continue;
    const double x = field.position[field.at(i, issue)];
    all.push_back({x, weight(field, i, issue), worst ? std::max(x - low, high - x) : std::abs(reference - x)});
    weightless = weightless && all.back().weight <= 0;
  }
  if (all.empty()) return {std::numeric_limits<double>::quiet_NaN(), false};
  double from = low, to = high;
  for (Bargainer& b : all) {
    if (weightless) b.weight = 1;
    if (b.weight <= 0) continue;
    // One end is the reference point itself, not the sum that comes near it: opposed actors must leave no room at all.
    const auto [near, far] = worst ? std::pair(b.position - b.reach, b.position + b.reach)
                                   : std::minmax({reference, 2 * b.position - reference});
    from = std::max(from, near), to = std::min(to, far);
  }
  if (!(from < to)) return {reference, false};
  // On a short scale far from 0 (years, say) neighbouring doubles are further apart than that.
  const double hair = std::max(1e-14 * (high - low), 0x1p-51 * std::max(std::abs(low), std::abs(high)));
  while (to - from > hair) {
    const double middle = from + (to - from) / 2;
    double sum = 0;
    for (const Bargainer& b : all)
      if (b.weight > 0) sum += b.weight * slope(b, middle, choices.loss);
    if (sum >= 0) from = middle;
    if (!(sum > 0)) to = middle;  // not a number where two gains vanish in the last digit
  }
  for (const Bargainer& b : all)  // a position or an end of the scale is meant exactly
    if (b.weight > 0 && std::abs(b.position - to) <= 2 * hair) return {b.position, true};
  return {std::clamp(from + (to - from) / 2, low, high), true};
}

Prediction nash(const Field& field, const NashChoices& choices) {
  Prediction prediction;
  prediction.positions = {field.position};
  for (std::size_t k = 0; k < field.issues.size(); ++k) {
    const NashPoint point = nash_point(field, k, choices);
    prediction.forecast.push_back(point.at);
    prediction.settled = prediction.settled && point.agreement;
  }
  return prediction;
}

}  // namespace armistice::collective
