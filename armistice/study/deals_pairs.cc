// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/deals_pairs.h"

#include <limits>

#include "armistice/theory/space.h"

namespace armistice {

bool nobody_refuses(const Model& m, const std::vector<int>& package, const Worths<Lanes>& w, int l) {
  std::uint32_t must = m.signatories;
  for (std::size_t k = 0; k < package.size(); ++k) must |= m.spends[at(m.first[k] + package[k])];
  for (std::size_t i = 0; i < at(m.parties); ++i)
    if ((must >> i & 1u) && m.values_something[i] && lane(w.gain[i], l) < 0) return false;
  return true;
}

PairFronts::PairFronts(const Model& model, const std::vector<std::size_t>& deciders) : m_(model) {
  for (std::size_t x = 0; x < deciders.size(); ++x)
    for (std::size_t y = x + 1; y < deciders.size(); ++y) fronts_.push_back({deciders[x], deciders[y], {}});
}

void PairFronts::offer(Front& front, const std::vector<int>& package, const Worths<Lanes>& w, int l) {
  const double a = quantised(static_cast<double>(lane(w.gain[front.a], l)));
  const double b = quantised(static_cast<double>(lane(w.gain[front.b], l)));
  auto next = front.steps.lower_bound(a);
  if (next != front.steps.end() && next->second.first >= b) return;
  if (next != front.steps.end() && next->first == a) next = front.steps.erase(next);
  while (next != front.steps.begin() && std::prev(next)->second.first <= b) front.steps.erase(std::prev(next));
  front.steps.emplace_hint(next, a, std::pair{b, package});
}

void PairFronts::offer(const std::vector<int>& package, const Worths<Lanes>& w, int l) {
  for (Front& front : fronts_) offer(front, package, w, l);
}

void PairFronts::climb(const Scale& scale, const std::vector<std::vector<int>>& starts) {
  constexpr int weights = 11;
  for (Front& front : fronts_) {
    const auto per_stake = [&](std::size_t i) { return 1 / static_cast<double>(lane(scale.one->t.stake[i], 0)); };
    for (int x = 0; x < weights; ++x) {
      const double share = static_cast<double>(x) / (weights - 1);
      const double of_a = share * per_stake(front.a), of_b = (1 - share) * per_stake(front.b);
      for (const auto& start : starts)
        improve(scale, start, irrational, [&](const std::vector<int>& package, const Worths<Lanes>& w, int l) {
          if (!nobody_refuses(m_, package, w, l)) return irrational;
          offer(front, package, w, l);
          return of_a * static_cast<double>(lane(w.gain[front.a], l)) +
                 of_b * static_cast<double>(lane(w.gain[front.b], l));
        });
    }
  }
}

std::vector<PairView> PairFronts::finish(const Scale& scale, bool proved) const {
  std::vector<PairView> views;
  for (const Front& front : fronts_) {
    PairView& view = views.emplace_back();
    view.a = static_cast<int>(front.a), view.b = static_cast<int>(front.b);
    view.proved = proved;
    std::vector<std::vector<int>> packages;
    for (const auto& [gain, step] : front.steps) packages.push_back(step.second);
    scale.weigh_each(packages, [&](const auto& package, const auto& w, int l) {
      PairPoint& point = view.points.emplace_back();
      point.package = package;
      for (std::size_t i = 0; i < at(m_.parties); ++i)
        point.gain.push_back(m_.values_something[i] ? static_cast<double>(lane(w.gain[i], l))
                                                    : std::numeric_limits<double>::quiet_NaN());
    });
  }
  return views;
}

}  // namespace armistice
