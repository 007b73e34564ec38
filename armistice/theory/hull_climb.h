// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

namespace armistice {

// A point of the convex hull of vectors, as chances of the vectors.
struct HullPoint {
  const std::vector<std::vector<double>>& utility;  // (vector)(party)
  const std::vector<double>& weights;               // (party), > 0
  std::vector<double> chance;                       // (vector), with sum 1
  std::vector<double> gain;                         // (party): of the point over the reservation, > 0
};

// (party): what a little more gain adds to sum weight log gain.
std::vector<double> slope(const HullPoint& point);

// Climbs to the largest sum weight log gain. Returns a gap: no point of the hull has more than the point's plus it. The
// vectors (1, 0) and (0, 1) from chances (0.9, 0.1): to (0.5, 0.5).
double climb_nash(HullPoint& point);

}  // namespace armistice
