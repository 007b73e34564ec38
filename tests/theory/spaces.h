// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <rapidcheck.h>

#include "armistice/theory/space.h"

namespace armistice {

// Random settlement spaces: values are thousandths, so that ties are frequent and a quantum is far away.
struct SpaceShape {
  int least_parties = 1, most_parties = 4;
  bool interactions = true, implications = true, cap = true;
};

inline int number_between(int least, int most) { return *rc::gen::inRange(least, most + 1); }
inline double thousandths(int least, int most) { return number_between(least, most) / 1000.0; }

inline std::vector<Literal> random_literals(const Space& space, int least, int most) {
  std::vector<Literal> out;
  for (int n = number_between(least, most); n > 0; --n) {
    const int issue = number_between(0, static_cast<int>(space.options.size()) - 1);
    out.push_back({issue, number_between(0, space.options[static_cast<std::size_t>(issue)] - 1)});
  }
  return out;
}

inline Space random_space(const SpaceShape& shape = {}) {
  Space space;
  space.parties = number_between(shape.least_parties, shape.most_parties);
  for (int k = number_between(1, 4); k > 0; --k) space.options.push_back(number_between(1, 4));
  const int high = number_between(1, 5) * 100, step = number_between(1, high);
  for (int n = space.parties * first_cells(space).back(); n > 0; --n)
    space.utility.push_back(number_between(0, high / step) * step / 1000.0);
  for (int p = 0; p < space.parties; ++p) {
    space.constant.push_back(thousandths(-20, 20));
    space.reservation.push_back(thousandths(-50, 400));
  }
  for (int n = shape.interactions ? number_between(0, 4) : 0; n > 0; --n)
    space.interactions.push_back(
        {number_between(0, space.parties - 1), random_literals(space, 0, 3), thousandths(-300, 300)});
  for (int n = shape.implications ? number_between(0, 3) : 0; n > 0; --n)
    space.implications.push_back({random_literals(space, 1, 2), random_literals(space, 0, 2)});
  if (shape.cap && number_between(0, 3) == 0) space.cap = thousandths(100, 1500);
  return space;
}

}  // namespace armistice
