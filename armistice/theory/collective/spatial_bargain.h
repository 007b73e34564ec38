// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "armistice/theory/collective/spatial.h"
#include "armistice/theory/collective/spatial_challenge.h"

// Bargains between challengers and challenged, and how each actor settles which one to take up.
namespace armistice::collective {

// Two actors of the space, and where the bargain puts them.
struct SpatialBargain {
  std::size_t from = 0, to = 0;
  double gain = 0;                           // what the challenger expected of the challenge
  std::vector<double> from_point, to_point;  // [issue]
};

// The bargains a turn's challenges lead to, and who has which on the table: [actor] list of bargains, -1 the status
// quo. They stand in the order of the challengers, the status quo first; in the literal mode it stands at the actor's
// own place in that order, as where KTAB runs on one thread. The first wins a tie.
struct SpatialTable {
  std::vector<SpatialBargain> bargains;
  std::vector<std::vector<int>> queue;
};

// Where two actors meet on every issue, given the odds that `from` prevails. Known answer, saliences 0.5 and 0.5, odds
// 0.5, squared, corrected: both in the middle.
SpatialBargain strike(const SpatialSpace& space, BargainWeights weights, const SpatialPoints& points, std::size_t from,
                      std::size_t to, double odds);

SpatialTable lay_out(const SpatialSpace& space, const SpatialChoices& choices, const SpatialView& view,
                     const SpatialPoints& points, const std::vector<SpatialChallenge>& challenges);

// [bargain * actors + actor] mean utility of all positions to the actor once the bargain holds; the last row is the
// status quo.
std::vector<double> value_bargains(const SpatialSpace& space, const SpatialView& view, const SpatialPoints& points,
                                   const SpatialTable& table);

}  // namespace armistice::collective
