// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "armistice/theory/collective/spatial.h"
#include "armistice/theory/collective/spatial_contest.h"
#include "armistice/theory/collective/spatial_space.h"

// How the actors see each other at the beginning of a turn, and what a challenge is worth to who makes it.
namespace armistice::collective {

struct SpatialView {
  std::vector<double> distance;  // [judge * actors + actor] from the judge's ideal to the actor's position
  std::vector<double> capped;    // the same, at most 1: here the risk attitude bends the utility
  std::vector<double> risk;      // [actor]
  std::vector<double> utility;   // [judge * actors + actor] of the actor's position to the judge, by its own risk
  SpatialContest contest;        // scratch
};

// Utility at a distance in [0, 1]: 1 at one's ideal, 0 at the far end whatever the risk attitude, bent upwards between
// for the averse. Known: distance 0.5, risk 1: 0.75. Beyond 1 it goes on falling in a straight line: `capped` is the
// distance, or 1 if that is less.
inline double spatial_utility(double distance, double capped, double risk) {
  return (1 - distance) * (1 + capped * risk);
}
inline double spatial_utility(double distance, double risk) {
  return spatial_utility(distance, distance > 1.0 ? 1.0 : distance, risk);
}

// The risk attitude that `judge` sees in another.
double seen_risk(RiskView view, double judge, double other);

// Distances, risk attitudes (from a contest of the positions among the risk-neutral) and utilities.
void look_around(const SpatialSpace& space, const SpatialChoices& choices, const SpatialPoints& points,
                 SpatialView& view);

// What comes of challenging each actor: [target]. Only the last two are results.
struct SpatialProspects {
  std::vector<double> for_it, against, alone_for, alone_against;  // strengths of the two sides, and without others
  std::vector<double> there, seen;  // the challenger's utility of the target's position; risks as the judge sees them
  std::vector<double> odds, gain;   // that the challenger prevails; what it gains in utility over how things are
};

// What `judge` expects of `from` challenging each actor in [first, last); at `from` itself it means nothing. Third
// parties side with whom they would rather see win, given the odds of the three alone.
void weigh_challenges(const SpatialSpace& space, const SpatialChoices& choices, const SpatialView& view,
                      std::size_t judge, std::size_t from, std::size_t first, std::size_t last,
                      SpatialProspects& prospects);

// The best challenge of every actor who has one worth more than 1e-5; `to` is -1 for the others. In places of the
// space, not of the field.
void best_challenges(const SpatialSpace& space, const SpatialChoices& choices, const SpatialView& view,
                     std::vector<SpatialChallenge>& best);

}  // namespace armistice::collective
