// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <functional>

#include "armistice/base/philox.h"
#include "armistice/theory/space.h"

// Random settlement spaces, small enough to look at every package: on a grid of tenths half of the time, so that ties
// occur; with interactions, implications, caps, and reservations that often leave no zone.
namespace armistice::testing {

struct Dice {
  std::uint64_t seed = 1;
  std::uint32_t thrown = 0;
  double uniform() { return Stream<double>{seed, thrown++, 0}.uniforms(Purpose::knobs)[0]; }
  int between(int low, int high) { return low + static_cast<int>(uniform() * (high - low + 1)); }
};

inline Space small_space(std::uint64_t seed, int most_issues = 5) {
  Dice dice{seed};
  Space s;
  s.parties = dice.between(1, 4);
  const int issues = dice.between(1, most_issues);
  for (int k = 0; k < issues; ++k) s.options.push_back(dice.between(1, 4));
  const bool grid = dice.uniform() < 0.5;
  const auto value = [&](double size) {
    const double x = size * (dice.uniform() - 0.4);
    return grid ? std::round(10 * x) / 10 : x;
  };
  const auto literals = [&](int low, int high) {
    std::vector<Literal> list(static_cast<std::size_t>(dice.between(low, high)));
    for (Literal& l : list) {
      l.issue = dice.between(0, issues - 1);
      l.option = dice.between(0, s.options[static_cast<std::size_t>(l.issue)] - 1);
    }
    return list;
  };
  for (int i = s.parties * first_cells(s).back(); i > 0; --i) s.utility.push_back(value(1));
  for (int i = 0; i < s.parties; ++i) s.constant.push_back(value(0.5)), s.reservation.push_back(value(1) + 0.3);
  for (int j = dice.between(0, 8); j > 0; --j)
    s.interactions.push_back({dice.between(0, s.parties - 1), literals(0, 3), value(1.5)});
  for (int j = dice.between(0, 6); j > 0; --j) {
    const int when = dice.uniform() < 0.1 ? 0 : 1;
    s.implications.push_back({literals(when, 3), literals(0, 2)});
  }
  if (dice.uniform() < 0.3) s.cap = 1;
  return s;
}

// Calls look(package, gains) for every allowed package.
inline void each_package(const Space& space,
                         const std::function<void(const std::vector<int>&, const std::vector<double>&)>& look) {
  for (std::uint64_t number = 0; number < package_count(space); ++number) {
    const auto package = package_of(space, number);
    if (!allowed(space, package)) continue;
    std::vector<double> gain;
    for (int i = 0; i < space.parties; ++i)
      gain.push_back(utility_of(space, i, package) - space.reservation[static_cast<std::size_t>(i)]);
    look(package, gain);
  }
}

// Whether no gain is below the margin, in quanta.
inline bool pleases(const Space& space, const std::vector<int>& package, double margin = 0) {
  for (int i = 0; i < space.parties; ++i)
    if (quantised(utility_of(space, i, package)) < quantised(space.reservation[static_cast<std::size_t>(i)] + margin))
      return false;
  return true;
}

}  // namespace armistice::testing
