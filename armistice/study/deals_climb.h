// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <limits>
#include <utility>

#include "armistice/study/deals_parts.h"

// Packages of one draw weighed side by side, and improved clause by clause.
namespace armistice {

// The packages of one draw weighed, as many at a time as there are lanes.
struct Scale {
  const Hands& hands;
  std::unique_ptr<Hand> one;  // the draw, alone(...)

  // f(package, worths, lane) for each allowed package, in their order.
  template <class F>
  void weigh_each(const std::vector<std::vector<int>>& packages, F f) const {
    const Model& m = hands.model;
    constexpr auto width = static_cast<std::size_t>(lane_count<Lanes>);
    for (std::size_t from = 0; from < packages.size(); from += width) {
      Package<Lanes> p;
      for (std::size_t k = 0; k < at(m.issues); ++k)
        p.option[k] = per_lane<Lanes>([&](int i) { return packages[std::min(from + at(i), packages.size() - 1)][k]; });
      add_up(m, one->t, p);
      Worths<Lanes> w;
      weigh(m, one->t, one->s, p, w);
      const auto good = allowed(m, p.option);
      for (std::size_t i = 0; i < width && from + i < packages.size(); ++i)
        if (lane(good, static_cast<int>(i))) f(packages[from + i], w, static_cast<int>(i));
    }
  }
};

// Every package that differs in one clause or two.
std::vector<std::vector<int>> neighbours(const Model& model, const std::vector<int>& package);

// What `worth` says of a package that somebody would refuse.
inline constexpr double irrational = -std::numeric_limits<double>::infinity();

// Improves a package clause by clause and in pairs until nothing near it is better by worth(package, worths, lane).
// Returns the best worth and its package; `value` is the worth of the one that it starts from.
template <class F>
std::pair<double, std::vector<int>> improve(const Scale& scale, std::vector<int> package, double value, F worth) {
  for (bool better = true; better;) {
    better = false;
    scale.weigh_each(neighbours(scale.hands.model, package), [&](const auto& next, const auto& w, int l) {
      const double here = worth(next, w, l);
      if (here > value + 1e-9) value = here, package = next, better = true;
    });
  }
  return {value, package};
}

}  // namespace armistice
