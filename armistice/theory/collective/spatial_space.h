// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "armistice/theory/collective/field.h"

// A field as the spatial model reads it: the actors who take part in something, positions on [0, 1], saliences as
// shares of one's attention, one capability per actor. Arrays of actors lie issue by issue, so that loops over actors
// run through memory in order.
namespace armistice::collective {

struct SpatialSpace {
  bool literal = false;
  std::size_t actors = 0, issues = 0;
  std::vector<std::size_t> place;     // [actor] in the field
  std::vector<double> salience;       // [issue * actors + actor], 0 where the actor takes no part
  std::vector<std::uint8_t> present;  // [issue * actors + actor]
  std::vector<double> attention;      // [actor] sum of the saliences, at most 1
  std::vector<double> square;         // [actor] sum of the squared saliences
  std::vector<double> capability;     // [actor]
  std::vector<double> force;          // [actor] what it brings to bear on a challenge
  std::vector<double> ballot;         // [actor] what it brings to bear in a contest of options
  std::vector<double> affinity;       // [actor][actor] rows sum to at most 1; empty: ideals are one's own positions
  double least_side = 0;              // strength of a side of a contest that nobody supports
};

// In the corrected mode values that are compared are whole multiples of this, so that what is equal in arithmetic ties,
// and no tie is broken by the last bit of a sum.
constexpr double spatial_grain = 0x1p-40;

inline double grained(const SpatialSpace& space, double value) {
  return space.literal ? value : std::nearbyint(value / spatial_grain) * spatial_grain;
}

// What changes from turn to turn.
struct SpatialPoints {
  std::vector<double> position, ideal;  // [issue * actors + actor] in [0, 1]; 0 where the actor takes no part
};

// If some actor's saliences sum to more than 1, all are divided by the largest sum. An actor's capability is the mean
// over its issues, weighted by salience; where all are equal it is that number. In the corrected mode forces are scaled
// to sum to 1 and count in contests too; in the literal mode contests go by capability alone.
SpatialSpace spatial_space(const Field& field, bool literal);

SpatialPoints spatial_points(const Field& field, const SpatialSpace& space);

// distance[i * actors + j]: how far i's ideal is from j's position by i's saliences. 0 for who does not care.
void distances(const SpatialSpace& space, const SpatialPoints& points, std::vector<double>& distance);

// [actor] the distance of everybody's ideal from the point of `owner`: [issue]; what the owner takes no part in is left
// out.
void distances_to(const SpatialSpace& space, const SpatialPoints& points, std::size_t owner, const double* point,
                  double* distance);

// Ideals follow the new positions as far as the affinities say.
void follow(const SpatialSpace& space, SpatialPoints& points);

// [actor * issues + issue] on the field's scale, NaN for who takes no part.
std::vector<double> on_scale(const Field& field, const SpatialSpace& space, const SpatialPoints& points);

}  // namespace armistice::collective
