// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/deals_climb.h"

namespace armistice {

std::vector<std::vector<int>> neighbours(const Model& m, const std::vector<int>& package) {
  std::vector<std::vector<int>> all;
  for (int k = 0; k < m.issues; ++k)
    for (int o = 0; o < m.options[at(k)]; ++o) {
      if (o == package[at(k)]) continue;
      auto one = package;
      one[at(k)] = o;
      all.push_back(one);
      for (int l = k + 1; l < m.issues; ++l)
        for (int q = 0; q < m.options[at(l)]; ++q) {
          if (q == package[at(l)]) continue;
          one[at(l)] = q;
          all.push_back(one);
          one[at(l)] = package[at(l)];
        }
    }
  return all;
}

}  // namespace armistice
