// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/spatial_turn.h"

#include <algorithm>
#include <cmath>

#include "armistice/base/philox.h"

namespace armistice::collective {
namespace {

// Probabilities of the bargains an actor has on the table, [place in its queue].
const std::vector<double>& queue_odds(const SpatialSpace& space, const SpatialChoices& choices,
                                      const std::vector<int>& queue, const std::vector<double>& value,
                                      SpatialWork& work) {
  const std::size_t n = space.actors, options = queue.size();
  work.queue_utility.resize(n * options);
  for (std::size_t b = 0; b < options; ++b) {
    const std::size_t row = queue[b] < 0 ? work.table.bargains.size() : static_cast<std::size_t>(queue[b]);
    for (std::size_t i = 0; i < n; ++i) work.queue_utility[i * options + b] = value[row * n + i];
  }
  hold(work.view.contest, choices, space.ballot, work.queue_utility, options, space.least_side);
  return work.view.contest.share;
}

// The first of the likeliest, or the first whose sum of probabilities reaches the draw.
std::size_t pick(const SpatialChoices& choices, const std::vector<double>& share, double draw) {
  if (choices.transition == Transition::likeliest)
    return static_cast<std::size_t>(std::max_element(share.begin(), share.end()) - share.begin());
  double sum = 0;
  for (std::size_t b = 0; b + 1 < share.size(); ++b)
    if (draw <= (sum += share[b])) return b;
  return share.size() - 1;
}

bool same_place(const SpatialSpace& space, const SpatialPoints& points, std::size_t i, std::size_t j) {
  constexpr double near = 1e-3;
  double square = 0;
  for (std::size_t k = 0; k < space.issues; ++k) {
    const std::size_t row = k * space.actors;
    if (space.present[row + i] != space.present[row + j]) return false;
    const double apart = points.position[row + i] - points.position[row + j];
    square += apart * apart;
  }
  return std::sqrt(square) < near;
}

}  // namespace

void take_turn(const SpatialSpace& space, const SpatialChoices& choices, const Luck& luck, std::uint32_t turn,
               SpatialPoints& points, SpatialWork& work) {
  const std::size_t n = space.actors;
  best_challenges(space, choices, work.view, work.challenges);
  work.table = lay_out(space, choices, work.view, points, work.challenges);
  const std::vector<double> value = value_bargains(space, work.view, points, work.table);
  const Stream<double> stream{luck.seed, luck.run, turn};
  work.adopted.assign(n, -1);
  for (std::size_t i = 0; i < n; ++i) {
    const std::vector<int>& queue = work.table.queue[i];
    if (queue.size() < 2) continue;
    const bool drawn = choices.transition == Transition::drawn;
    const double draw =
        drawn ? stream.uniforms(Purpose::adoptions, static_cast<std::uint32_t>(space.place[i]))[0] : 0.0;
    work.adopted[i] = queue[pick(choices, queue_odds(space, choices, queue, value, work), draw)];
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (work.adopted[i] < 0) continue;
    const SpatialBargain& bargain = work.table.bargains[static_cast<std::size_t>(work.adopted[i])];
    const std::vector<double>& side = bargain.from == i ? bargain.from_point : bargain.to_point;
    for (std::size_t k = 0; k < space.issues; ++k) points.position[k * n + i] = side[k];
  }
  follow(space, points);
}

std::vector<double> position_odds(const SpatialSpace& space, const SpatialChoices& choices, const SpatialPoints& points,
                                  SpatialWork& work, std::vector<std::size_t>* place_of, std::vector<double>* share) {
  const std::size_t n = space.actors;
  if (n == 0) return {};
  std::vector<std::size_t> distinct;
  for (std::size_t i = 0; i < n; ++i)
    if (std::none_of(distinct.begin(), distinct.end(), [&](std::size_t j) { return same_place(space, points, i, j); }))
      distinct.push_back(i);
  work.queue_utility.resize(n * distinct.size());
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t b = 0; b < distinct.size(); ++b)
      work.queue_utility[i * distinct.size() + b] = work.view.utility[i * n + distinct[b]];
  hold(work.view.contest, choices, space.ballot, work.queue_utility, distinct.size(), space.least_side);
  std::vector<double> odds(n);
  // An actor close to several positions that are not close to each other counts with the last, as in KTAB.
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t b = 0; b < distinct.size(); ++b)
      if (same_place(space, points, i, distinct[b])) odds[i] = work.view.contest.share[b];
  if (share) *share = work.view.contest.share;
  if (place_of) *place_of = std::move(distinct);
  return odds;
}

}  // namespace armistice::collective
