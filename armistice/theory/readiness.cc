// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/readiness.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace armistice {

double readiness(double motivation, double optimism) {
  assert(motivation >= 0 && motivation <= 1 && optimism >= 0 && optimism <= 1);
  return motivation * optimism;
}

double ripeness(std::span<const double> motivation, std::span<const double> optimism) {
  assert(motivation.size() == optimism.size() && !motivation.empty());
  double least = 1;
  for (std::size_t i = 0; i < motivation.size(); ++i) least = std::min(least, readiness(motivation[i], optimism[i]));
  return least;
}

}  // namespace armistice
