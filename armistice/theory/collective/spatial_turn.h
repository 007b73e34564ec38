// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "armistice/theory/collective/spatial.h"
#include "armistice/theory/collective/spatial_bargain.h"
#include "armistice/theory/collective/spatial_challenge.h"
#include "armistice/theory/collective/spatial_space.h"

// One turn of the spatial model: look around, challenge, bargain, take up.
namespace armistice::collective {

// What each actor took up: [actor] bargain of the table, -1 the status quo.
using SpatialAdoptions = std::vector<int>;

// Buffers that every turn uses again, and what the last turn left in them.
struct SpatialWork {
  SpatialView view;                          // of the state before the turn
  std::vector<SpatialChallenge> challenges;  // [actor], in places of the space; to = -1: none
  SpatialTable table;
  SpatialAdoptions adopted;
  std::vector<double> queue_utility;  // scratch
};

// Carries out the turn that begins with `work.view` looking at `points`; `turn` 1 is the first, for the draws.
void take_turn(const SpatialSpace& space, const SpatialChoices& choices, const Luck& luck, std::uint32_t turn,
               SpatialPoints& points, SpatialWork& work);

// [actor] the probability that its position prevails, by the model's contest of the distinct positions among actors
// with their risk attitudes. Positions closer than 0.001 of the scale count as one. `place_of`, if given, receives for
// every distinct position the first actor who holds it, `share` its probability.
std::vector<double> position_odds(const SpatialSpace& space, const SpatialChoices& choices, const SpatialPoints& points,
                                  SpatialWork& work, std::vector<std::size_t>* place_of = nullptr,
                                  std::vector<double>* share = nullptr);

}  // namespace armistice::collective
