// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/audience.h"

#include <algorithm>
#include <cassert>

namespace armistice {

double firm_chance(double worst, double best, double audience_cost) {
  assert(worst >= 0 && best >= 0 && worst + best > 0 && audience_cost >= 0);
  return std::min(1.0, (best + audience_cost) / (best + worst));
}

double least_audience_cost(double worst, double best, double needed) {
  assert(needed >= 0 && needed <= 1);
  return std::max(0.0, needed * (best + worst) - best);
}

}  // namespace armistice
