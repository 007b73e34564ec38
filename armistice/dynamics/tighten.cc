// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/tighten.h"

#include <algorithm>
#include <numeric>

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr std::size_t width = lane_count<Lanes>;

// A weight for each row, which add to 1 over the gain rows: the weighted sum of rows is at least the least gain.
using Weights = std::vector<double>;

// The nearest point of the simplex to the weights of the gain rows (Held, Wolfe and Crowder 1974); others not negative,
// and none on a row that a clause may lift out of reach.
void project(const Relaxation& rows, Weights& w) {
  std::vector<double> sorted;
  const auto on_simplex = [&](std::size_t r) { return rows.is_gain[r] && rows.always[r]; };
  for (std::size_t r = 0; r < w.size(); ++r)
    if (on_simplex(r))
      sorted.push_back(w[r]);
    else
      w[r] = rows.always[r] ? std::max(0.0, w[r]) : 0.0;
  std::sort(sorted.rbegin(), sorted.rend());
  double sum = 0, shift = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    sum += sorted[i];
    const double next = (sum - 1) / static_cast<double>(i + 1);
    if (sorted[i] > next) shift = next;
  }
  for (std::size_t r = 0; r < w.size(); ++r)
    if (on_simplex(r)) w[r] = std::max(0.0, w[r] - shift);
}

// The bound of the weighted sum of rows, clause by clause, and its slope in the weights. A link is granted where its
// last issue has the option that it asks for, of rival links on one issue only the best.
double bound_of(const Model& m, const OpenOptions& open, const DecisionOrder& order, const Relaxation& rows,
                const Weights& w, std::vector<double>& slope) {
  const std::size_t n = w.size();
  const auto dot = [&](const double* of_row) { return std::inner_product(w.begin(), w.end(), of_row, 0.0); };
  const auto add = [&](const double* of_row) {
    for (std::size_t r = 0; r < n; ++r) slope[r] += of_row[r];
  };
  std::vector<double> of_link(m.links.size());
  for (std::size_t x = 0; x < of_link.size(); ++x) of_link[x] = dot(&rows.link[x * n]);
  slope = rows.constant;
  double bound = dot(rows.constant.data());
  for (int k = 0; k < m.issues; ++k) {
    double most = -1e9;
    int best = 0;
    for (const int o : open[at(k)]) {
      const int cell = m.first[at(k)] + o;
      double here = dot(&rows.cell[at(cell) * n]);
      for (const auto& rivals : order.hosted[at(cell)]) here += std::max(0.0, best_of(rivals, of_link).second);
      if (here > most) most = here, best = cell;
    }
    bound += most;
    add(&rows.cell[at(best) * n]);
    for (const auto& rivals : order.hosted[at(best)]) {
      const auto [which, value] = best_of(rivals, of_link);
      if (value > 0)
        for (const std::size_t x : rivals[which]) add(&rows.link[x * n]);
    }
  }
  return bound;
}

// The rows and the weighted sums as floats, padded.
BandRows ready(const Model& m, const AudienceRows& audiences, const Relaxation& rows, const std::vector<Weights>& kept,
               double bound) {
  const auto n = at(rows.rows), total = n + kept.size();
  BandRows r;
  r.bound = bound;
  r.blocks = (total + width - 1) / width;
  const std::size_t padded = r.blocks * width;
  const auto spread = [&](const double* of_row, float* to) {
    for (std::size_t i = 0; i < n; ++i) to[i] = static_cast<float>(of_row[i]);
    for (std::size_t x = 0; x < kept.size(); ++x)
      to[n + x] = static_cast<float>(std::inner_product(kept[x].begin(), kept[x].end(), of_row, 0.0));
  };
  r.start.assign(padded, 0), r.gain.assign(padded, 0);
  spread(rows.constant.data(), r.start.data());
  // The padding asks nothing, and the sums in float may be off by a little.
  for (std::size_t i = 0; i < padded; ++i) r.start[i] = i < total ? r.start[i] + 1e-5f : 1e6f;
  for (std::size_t i = 0; i < n; ++i) r.gain[i] = rows.is_gain[i] ? 1 : 0;
  for (std::size_t i = n; i < total; ++i) r.gain[i] = 1;
  r.price.assign(at(m.parties) * padded, 0);
  for (std::size_t i = 0; i < n; ++i) {
    if (rows.party[i] < 0) continue;
    const double price = audiences.price[at(rows.party[i])];
    float* to = &r.price[at(rows.party[i]) * padded];
    to[i] += static_cast<float>(price);
    for (std::size_t x = 0; x < kept.size(); ++x) to[n + x] += static_cast<float>(kept[x][i] * price);
  }
  r.cell.assign(at(m.cells) * padded, 0), r.link.assign(m.links.size() * padded, 0);
  for (std::size_t c = 0; c < at(m.cells); ++c) spread(&rows.cell[c * n], &r.cell[c * padded]);
  for (std::size_t x = 0; x < m.links.size(); ++x) spread(&rows.link[x * n], &r.link[x * padded]);
  return r;
}

}  // namespace

BandRows tighten(const Model& m, const OpenOptions& open, const DecisionOrder& order, const AudienceRows& audiences,
                 const Relaxation& rows, double floor) {
  const auto n = at(rows.rows);
  Weights w(n, 0.0), best_w;
  project(rows, w);
  std::vector<Weights> kept;
  std::vector<double> slope;
  double best = 1e9, reach = 1;
  for (int step = 0; step < 120; ++step) {
    const double bound = bound_of(m, open, order, rows, w, slope);
    if (bound < best - 1e-5)
      best = bound, best_w = w;
    else if (step % 10 == 9)
      reach *= 0.6;
    if (step == 30 || step == 70) kept.push_back(best_w);
    if (best < floor) break;
    for (std::size_t r = 0; r < n; ++r)
      if (!rows.always[r]) slope[r] = 0;
    const double length = std::inner_product(slope.begin(), slope.end(), slope.begin(), 1e-12);
    const double stride = reach * (bound - floor + 0.01) / length;
    for (std::size_t r = 0; r < n; ++r) w[r] -= stride * slope[r];
    project(rows, w);
  }
  kept.push_back(best_w);
  return ready(m, audiences, rows, kept, best);
}

}  // namespace armistice
