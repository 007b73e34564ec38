// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/spatial_space.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace armistice::collective {
namespace {

bool takes_any_part(const Field& field, std::size_t actor) {
  for (std::size_t k = 0; k < field.issues.size(); ++k)
    if (field.takes_part(actor, k)) return true;
  return false;
}

double one_capability(const Field& field, std::size_t actor) {
  double first = -1, sum = 0, weighted = 0, saliences = 0;
  bool same = true;
  int issues = 0;
  for (std::size_t k = 0; k < field.issues.size(); ++k) {
    if (!field.takes_part(actor, k)) continue;
    const double c = field.capability[field.at(actor, k)], s = field.salience[field.at(actor, k)];
    if (issues == 0) first = c;
    same = same && c == first;
    sum += c, weighted += s * c, saliences += s, ++issues;
  }
  if (same) return first;
  return saliences > 0 ? weighted / saliences : sum / issues;
}

void read_saliences(const Field& field, SpatialSpace& space) {
  const std::size_t n = space.actors;
  space.salience.assign(space.issues * n, 0.0), space.present.assign(space.issues * n, 0);
  space.attention.assign(n, 0.0), space.square.assign(n, 0.0);
  for (std::size_t k = 0; k < space.issues; ++k)
    for (std::size_t i = 0; i < n; ++i) {
      if (!field.takes_part(space.place[i], k)) continue;
      space.present[k * n + i] = 1;
      space.salience[k * n + i] = field.salience[field.at(space.place[i], k)];
      space.attention[i] += space.salience[k * n + i];
    }
  const double most = n ? *std::max_element(space.attention.begin(), space.attention.end()) : 0;
  if (most > 1 + 1e-12) {
    for (double& s : space.salience) s /= most;
    for (double& s : space.attention) s = std::min(1.0, s / most);
  }
  for (std::size_t k = 0; k < space.issues; ++k)
    for (std::size_t i = 0; i < n; ++i) space.square[i] += space.salience[k * n + i] * space.salience[k * n + i];
}

void read_affinity(const Field& field, SpatialSpace& space) {
  const std::size_t n = space.actors;
  if (field.affinity.empty()) return;
  space.affinity.resize(n * n);
  for (std::size_t i = 0; i < n; ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < n; ++j)
      sum += space.affinity[i * n + j] = field.affinity[space.place[i] * field.actors.size() + space.place[j]];
    if (sum > 1 + 1e-10)
      for (std::size_t j = 0; j < n; ++j) space.affinity[i * n + j] /= sum;
  }
}

}  // namespace

SpatialSpace spatial_space(const Field& field, bool literal) {
  SpatialSpace space;
  space.literal = literal;
  space.issues = field.issues.size();
  for (std::size_t i = 0; i < field.actors.size(); ++i)
    if (takes_any_part(field, i)) space.place.push_back(i);
  space.actors = space.place.size();
  read_saliences(field, space);
  read_affinity(field, space);
  for (const std::size_t i : space.place) space.capability.push_back(one_capability(field, i));
  for (std::size_t i = 0; i < space.actors; ++i) space.force.push_back(space.attention[i] * space.capability[i]);
  if (literal) {
    space.ballot = space.capability, space.least_side = 1e-8;
  } else {
    const double largest = space.actors ? *std::max_element(space.force.begin(), space.force.end()) : 0;
    if (largest > 0)
      for (double& f : space.force) f /= largest;  // first, so that the sum cannot overflow
    const double sum = std::accumulate(space.force.begin(), space.force.end(), 0.0);
    if (sum > 0)
      for (double& f : space.force) f /= sum;
    space.ballot = space.force, space.least_side = 1e-10;
  }
  return space;
}

SpatialPoints spatial_points(const Field& field, const SpatialSpace& space) {
  SpatialPoints points;
  points.position.assign(space.issues * space.actors, 0.0);
  for (std::size_t k = 0; k < space.issues; ++k)
    for (std::size_t i = 0; i < space.actors; ++i)
      if (space.present[k * space.actors + i])
        points.position[k * space.actors + i] =
            (field.position[field.at(space.place[i], k)] - field.low[k]) / (field.high[k] - field.low[k]);
  points.ideal = points.position;
  return points;
}

void distances_to(const SpatialSpace& space, const SpatialPoints& points, std::size_t owner, const double* point,
                  double* distance) {
  const std::size_t n = space.actors;
  std::fill(distance, distance + n, 0.0);
  for (std::size_t k = 0; k < space.issues; ++k) {
    if (!space.present[k * n + owner]) continue;
    const double* const ideal = &points.ideal[k * n];
    const double* const salience = &space.salience[k * n];
    const double there = point[k];
    for (std::size_t i = 0; i < n; ++i) {
      const double felt = (ideal[i] - there) * salience[i];
      distance[i] += felt * felt;
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    const double d = std::sqrt(distance[i] / space.square[i]);
    distance[i] = space.square[i] > 0.0 ? d : 0.0;
  }
  if (!space.literal)
    for (std::size_t i = 0; i < n; ++i) distance[i] = distance[i] > 1.0 ? 1.0 : distance[i];
}

void distances(const SpatialSpace& space, const SpatialPoints& points, std::vector<double>& distance) {
  const std::size_t n = space.actors;
  std::vector<double> point(space.issues), column(n);
  distance.resize(n * n);
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t k = 0; k < space.issues; ++k) point[k] = points.position[k * n + j];
    distances_to(space, points, j, point.data(), column.data());
    for (std::size_t i = 0; i < n; ++i) distance[i * n + j] = column[i];
  }
}

void follow(const SpatialSpace& space, SpatialPoints& points) {
  const std::size_t n = space.actors;
  if (space.affinity.empty()) {
    points.ideal = points.position;
    return;
  }
  for (std::size_t k = 0; k < space.issues; ++k)
    for (std::size_t i = 0; i < n; ++i) {
      double drawn = 0, pulls = 0;
      for (std::size_t j = 0; j < n; ++j) {
        const double pull = space.present[k * n + j] ? space.affinity[i * n + j] : 0.0;
        drawn += pull * points.position[k * n + j], pulls += pull;
      }
      points.ideal[k * n + i] = drawn + (1.0 - std::min(1.0, pulls)) * points.ideal[k * n + i];
    }
}

std::vector<double> on_scale(const Field& field, const SpatialSpace& space, const SpatialPoints& points) {
  std::vector<double> scaled(field.position.size(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t k = 0; k < space.issues; ++k)
    for (std::size_t i = 0; i < space.actors; ++i)
      if (space.present[k * space.actors + i])
        scaled[field.at(space.place[i], k)] =
            field.low[k] + points.position[k * space.actors + i] * (field.high[k] - field.low[k]);
  return scaled;
}

}  // namespace armistice::collective
