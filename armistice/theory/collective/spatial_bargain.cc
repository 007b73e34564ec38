// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/spatial_bargain.h"

#include <algorithm>
#include <cmath>

namespace armistice::collective {
namespace {

struct Meeting {
  double from, to;
};

// KTAB adds a little to one's own weight against 0/0, and rounds to four decimals. Of a negative number the fraction is
// cut off: that can happen where an expected gain stands in for odds.
Meeting meet_literally(double x, double y, double wx, double wy) {
  constexpr double own = 1e-6, grain = 10000.0;
  const auto rounded = [](double v) { return std::trunc(0.5 + v * grain) / grain; };
  const double sum = wx + own + wy;
  const Meeting met = {rounded(((wx + own) * x + wy * y) / sum), rounded((wx * x + (own + wy) * y) / sum)};
  return std::isfinite(met.from) && std::isfinite(met.to) ? met : Meeting{x, y};
}

Meeting meet(double x, double y, double wx, double wy) {
  if (!(wx + wy > 0)) return {x, y};
  const double share = wy / (wx + wy), met = x + share * (y - x);
  return {met, met};
}

// Only the side with the worse odds yields, the more the more they differ and the less it cares.
Meeting weaker_yields(double x, double y, double sx, double sy, double odds, double own) {
  const double rest = 1 - odds;
  const auto yielding = [own](double behind, double mine, double others) {
    const double gives = behind * (others * others), all = gives + own + (1 - behind) * (mine * mine);
    return all > 0 ? gives / all : 0.0;
  };
  const double dx = yielding(std::max(rest - odds, 0.0), sx, sy), dy = yielding(std::max(odds - rest, 0.0), sy, sx);
  return {x + dx * (y - x), y + dy * (x - y)};
}

// The challenger's and the challenged's notion of a fair bargain, weighed by what they bring to bear. KTAB takes the
// challenger's capability for both.
void blend(const SpatialSpace& space, SpatialBargain& mine, const SpatialBargain& theirs) {
  const double other = space.literal ? space.capability[mine.from] * space.attention[mine.to] : space.force[mine.to];
  const double wi = space.force[mine.from], wj = other, sum = wi + wj;
  for (auto [x, y] : {std::pair{&mine.from_point, &theirs.from_point}, std::pair{&mine.to_point, &theirs.to_point}})
    for (std::size_t k = 0; k < x->size(); ++k)
      (*x)[k] = sum > 0 ? (wi * (*x)[k] + wj * (*y)[k]) / sum : ((*x)[k] + (*y)[k]) / 2;
}

}  // namespace

SpatialBargain strike(const SpatialSpace& space, BargainWeights weights, const SpatialPoints& points, std::size_t from,
                      std::size_t to, double odds) {
  const std::size_t n = space.actors;
  SpatialBargain bargain{from, to, 0, std::vector<double>(space.issues), std::vector<double>(space.issues)};
  for (std::size_t k = 0; k < space.issues; ++k) {
    const double x = points.position[k * n + from], y = points.position[k * n + to];
    const double sx = space.salience[k * n + from], sy = space.salience[k * n + to];
    Meeting met = {x, y};
    if (!space.present[k * n + from] || !space.present[k * n + to]) {
      // nothing to settle here
    } else if (weights == BargainWeights::stronger) {
      met = weaker_yields(x, y, sx, sy, odds, space.literal ? 1e-6 : 0.0);
    } else {
      const bool squared = weights == BargainWeights::squared;
      const double wx = squared ? (sx * sx) * (odds * odds) : sx * odds;
      const double rest = 1 - odds, wy = squared ? (sy * sy) * (rest * rest) : sy * rest;
      met = space.literal ? meet_literally(x, y, wx, wy) : meet(x, y, wx, wy);
    }
    bargain.from_point[k] = met.from, bargain.to_point[k] = met.to;
  }
  return bargain;
}

SpatialTable lay_out(const SpatialSpace& space, const SpatialChoices& choices, const SpatialView& view,
                     const SpatialPoints& points, const std::vector<SpatialChallenge>& challenges) {
  SpatialTable table;
  table.queue.resize(space.actors);
  SpatialProspects seen_by_other;
  for (std::size_t i = 0; i < space.actors; ++i)
    if (!space.literal) table.queue[i].push_back(-1);
  for (std::size_t i = 0; i < space.actors; ++i) {
    if (space.literal) table.queue[i].push_back(-1);
    if (challenges[i].to < 0) continue;
    const auto j = static_cast<std::size_t>(challenges[i].to);
    const auto add = [&](SpatialBargain bargain) {
      bargain.gain = challenges[i].gain;
      for (const std::size_t k : {i, j}) table.queue[k].push_back(static_cast<int>(table.bargains.size()));
      table.bargains.push_back(std::move(bargain));
    };
    SpatialBargain mine = strike(space, choices.bargain_weights, points, i, j, challenges[i].odds);
    if (choices.bargain_model == BargainModel::challenger) {
      add(std::move(mine));
      continue;
    }
    weigh_challenges(space, choices, view, j, i, j, j + 1, seen_by_other);
    // KTAB takes the expected gain for the odds.
    const double odds = space.literal ? seen_by_other.gain[j] : seen_by_other.odds[j];
    SpatialBargain theirs = strike(space, choices.bargain_weights, points, i, j, odds);
    if (choices.bargain_model == BargainModel::blend) {
      blend(space, mine, theirs);
      add(std::move(mine));
    } else {
      add(std::move(mine));
      add(std::move(theirs));
    }
  }
  return table;
}

std::vector<double> value_bargains(const SpatialSpace& space, const SpatialView& view, const SpatialPoints& points,
                                   const SpatialTable& table) {
  const std::size_t n = space.actors;
  std::vector<double> to_all(n * n), value((table.bargains.size() + 1) * n, 0.0), distance(n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) to_all[j * n + i] = view.utility[i * n + j];
  const auto add_position = [&](std::size_t j, double* sum) {
    const double* const u = &to_all[j * n];
    for (std::size_t i = 0; i < n; ++i) sum[i] += u[i];
  };
  const auto add_point = [&](std::size_t owner, const std::vector<double>& point, double* sum) {
    distances_to(space, points, owner, point.data(), distance.data());
    for (std::size_t i = 0; i < n; ++i) sum[i] += spatial_utility(distance[i], view.risk[i]);
  };
  for (std::size_t b = 0; b <= table.bargains.size(); ++b) {
    double* const sum = &value[b * n];
    const SpatialBargain* const bargain = b < table.bargains.size() ? &table.bargains[b] : nullptr;
    if (bargain) {
      add_point(bargain->from, bargain->from_point, sum);
      add_point(bargain->to, bargain->to_point, sum);
    }
    for (std::size_t j = 0; j < n; ++j)
      if (!bargain || (j != bargain->from && j != bargain->to)) add_position(j, sum);
    for (std::size_t i = 0; i < n; ++i) sum[i] = grained(space, sum[i] / static_cast<double>(n));
  }
  return value;
}

}  // namespace armistice::collective
