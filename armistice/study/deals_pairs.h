// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>

#include "armistice/study/deals_climb.h"

// What two who decide could have of each other at the centre of the numbers: for each pair, the packages that nobody
// need refuse and that are undominated in the two gains.
namespace armistice {

// Whether all who must accept the package gain by it, or at least lose nothing.
bool nobody_refuses(const Model& model, const std::vector<int>& package, const Worths<Lanes>& worths, int lane);

class PairFronts {
 public:
  // `deciders`: parties that sign, or hold means that clauses may spend.
  PairFronts(const Model& model, const std::vector<std::size_t>& deciders);

  // Looks at an allowed package that nobody refuses. Gains are compared in quanta (theory/space.h); of packages with
  // the same two gains the first stays.
  void offer(const std::vector<int>& package, const Worths<Lanes>& worths, int lane);

  // Climbs to weighted sums of the two gains, each in shares of what is at stake for the party, and looks at every
  // package on the way.
  void climb(const Scale& scale, const std::vector<std::vector<int>>& starts);

  // The fronts, ascending in the first party's gain. `proved`: every package that nobody need refuse was offered.
  std::vector<PairView> finish(const Scale& scale, bool proved) const;

 private:
  struct Front {
    std::size_t a, b;
    std::map<double, std::pair<double, std::vector<int>>> steps;  // quanta of a, rising: quanta of b, falling
  };
  static void offer(Front& front, const std::vector<int>& package, const Worths<Lanes>& worths, int lane);
  const Model& m_;
  std::vector<Front> fronts_;
};

}  // namespace armistice
