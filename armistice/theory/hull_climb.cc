// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/hull_climb.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace armistice {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double along(const HullPoint& point, const std::vector<double>& up, std::size_t v) {
  return std::inner_product(up.begin(), up.end(), point.utility[v].begin(), 0.0);
}

double at_chances(const HullPoint& point, const std::vector<double>& up) {
  double sum = 0;
  for (std::size_t v = 0; v < point.chance.size(); ++v)
    if (point.chance[v] > 0) sum += point.chance[v] * along(point, up, v);
  return sum;
}

// Moves as much chance from one vector to another as raises the product most: where its slope is 0, by bisection, since
// the slope falls all the way.
void shift(HullPoint& point, std::size_t from, std::size_t to) {
  const auto& utility = point.utility;
  const auto& weights = point.weights;
  auto& chance = point.chance;
  auto& gain = point.gain;
  const auto slope_at = [&](double step) {
    double sum = 0;
    for (std::size_t i = 0; i < gain.size(); ++i) {
      const double d = utility[to][i] - utility[from][i], g = gain[i] + step * d;
      if (g <= 0) return -infinity;
      sum += weights[i] * d / g;
    }
    return sum;
  };
  double low = 0, high = chance[from];
  if (slope_at(high) >= 0) low = high;
  for (int i = 0; i < 60 && low < high; ++i) {
    const double middle = (low + high) / 2;
    (slope_at(middle) > 0 ? low : high) = middle;
  }
  chance[to] += low;
  chance[from] = low == chance[from] ? 0 : chance[from] - low;
  for (std::size_t i = 0; i < gain.size(); ++i) gain[i] += low * (utility[to][i] - utility[from][i]);
}

}  // namespace

std::vector<double> slope(const HullPoint& point) {
  std::vector<double> up;
  for (std::size_t i = 0; i < point.gain.size(); ++i) up.push_back(point.weights[i] / point.gain[i]);
  return up;
}

// The logarithm of the product is concave: no lottery has more than the present one plus `gap`.
double climb_nash(HullPoint& point) {
  double gap = infinity;
  const std::size_t vectors = point.utility.size();
  for (int round = 0; round < 2000; ++round) {
    auto up = slope(point);
    std::size_t best = 0;
    for (std::size_t v = 1; v < vectors; ++v)
      if (along(point, up, v) > along(point, up, best)) best = v;
    const double here = at_chances(point, up);
    gap = along(point, up, best) - here;
    if (gap < 1e-12) break;
    std::vector<std::size_t> active{best};
    for (std::size_t v = 0; v < vectors; ++v)
      if (point.chance[v] > 0 && v != best) active.push_back(v);
    for (int inner = 0; inner < 500; ++inner) {
      up = slope(point);
      const auto less = [&](std::size_t a, std::size_t b) { return along(point, up, a) < along(point, up, b); };
      const std::size_t top = *std::max_element(active.begin(), active.end(), less);
      std::erase_if(active, [&](std::size_t v) { return v != best && v != top && point.chance[v] == 0; });
      std::size_t low = top;
      for (const std::size_t v : active)
        if (point.chance[v] > 0 && less(v, low)) low = v;
      if (along(point, up, top) - along(point, up, low) < std::max(1e-13, 0.01 * gap)) break;
      shift(point, low, top);
    }
  }
  return std::max(gap, 0.0);
}

}  // namespace armistice
