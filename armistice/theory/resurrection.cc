// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/resurrection.h"

#include <cassert>

namespace armistice {

double resurrection_threshold(double win, double lose, double settle, double cost) {
  assert(win > lose && cost >= 0);
  return (settle + cost - lose) / (win - lose);
}

}  // namespace armistice
