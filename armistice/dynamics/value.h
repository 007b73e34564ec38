// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/package.h"
#include "armistice/dynamics/supply.h"
#include "armistice/theory/fighting_on.h"

namespace armistice {

// Chance that a lever falls on its side at the next deadline if that side refuses, as all see it. The side pressed
// first is safe once it has yielded; from then on the other must reckon with the swing (S8).
template <class V>
V threatened(const Model& m, const Terms<V>& t, const State<V>& s, std::size_t l) {
  if (!t.on.pressure) return constant<V>(0.0);
  const V running = one_if<V>(s.deadline > constant<V>(0.0)) * s.present;
  const V yielded = s.yielded[static_cast<std::size_t>(m.pressed_first)];
  const V aimed = m.levers[l].on == m.pressed_first ? constant<V>(1.0) - yielded : yielded * t(m.mediation.swing);
  return running * aimed * s.credibility * t(m.levers[l].number.credibility);
}

// Flow cost of the war to party i: its own, the strain of an empty reserve, levers in force, and levers threatened by
// the chance that they fall.
template <class V>
V cost_of_war(const Model& m, const Terms<V>& t, const State<V>& s, std::size_t i) {
  V cost = t(m.party[i].war_cost) * s.hardness[i];
  for (int side = 0; side < 2; ++side) {
    if (static_cast<std::size_t>(m.party_of_side[static_cast<std::size_t>(side)]) != i) continue;
    cost += t(m.party[i].strain_cost) * (constant<V>(1.0) - s.strain[static_cast<std::size_t>(side)]);
    for (std::size_t l = 0; l < m.levers.size(); ++l)
      if (m.levers[l].on == side)
        cost += t(m.levers[l].number.war_cost) *
                (s.applied[l] + (constant<V>(1.0) - s.applied[l]) * threatened(m, t, s, l));
  }
  return cost;
}

// The war as party i sees it today: its own belief about the front, the balance that all see.
template <class V>
War<V> war_of(const Model& m, const Terms<V>& t, const State<V>& s, std::size_t i) {
  return {.rate = t(m.party[i].discount),
          .drift = s.belief[i] + t(m.war.speed_of_strength) * s.balance,
          .variance = t.variance,
          .collapse_a = s.hazard[side_a],
          .collapse_b = s.hazard[side_b],
          .flow0 = t.flow_0[i],
          .flow1 = t.flow_1[i],
          .cost = cost_of_war(m, t, s, i),
          .aim_a = t.dictated[side_a][i],
          .aim_b = t.dictated[side_b][i]};
}

// Walk-away values: the closed form of fighting on (docs/model.md, 6), or the ceasefire in force, which is what a
// side goes back to when talks about the rest fail.
template <class V>
void value(const Model& m, const Terms<V>& t, State<V>& s) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i) {
    if (!m.values_something[i]) continue;
    const auto standing = fighting_on_with_slopes(war_of(m, t, s, i), s.front);
    s.fight_on[i] = standing.value;
    s.by_position[i] = standing.by_position;
    s.by_balance[i] = standing.by_drift * t(m.war.speed_of_strength);
    s.walk_away[i] = standing.value;
  }
  for (std::size_t a = 0; a < m.audiences.size(); ++a) {
    const auto& audience = m.audiences[a];
    s.threshold[a] =
        t(audience.number.threshold) - t(m.mediation.hope) * t.stake[static_cast<std::size_t>(audience.party)] * s.hope;
    for (std::size_t i = 0; i < 2; ++i)
      if (m.party_of_side[i] == audience.party)
        s.threshold[a] += t(audience.number.will_slope) * (s.will[i] - t(m.side[i].will));
  }
  const Mask<V> truce = s.force == constant<V>(ceasefire);
  if (!any(truce)) return;
  Package<V> p;
  p.option = s.deal;
  add_up(m, t, p);
  Worths<V> w;
  weigh(m, t, s, p, w);
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i)
    if (m.values_something[i]) s.walk_away[i] = select(truce, w.peace[i], s.walk_away[i]);
}

// (side): the true walk-away value of the other side.
template <class V>
std::array<V, 2> walk_aways_of_foes(const Model& m, const State<V>& s) {
  return {s.walk_away[static_cast<std::size_t>(m.party_of_side[side_b])],
          s.walk_away[static_cast<std::size_t>(m.party_of_side[side_a])]};
}

// Each side's belief about the other's walk-away value follows what both can see of the week (the front, the levers):
// it moves with the true change. What was learned goes stale as private news comes in (Shirkey 2016): the error is an
// Ornstein-Uhlenbeck process that returns to the spread guess_sd, and the variance that the side believes in follows
// the same law, so it is neither surer nor less sure than it should be.
template <class V>
void follow_guesses(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng,
                    const std::array<V, 2>& before) {
  const auto z = rng.normals(Purpose::guesses);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto other = static_cast<std::size_t>(m.party_of_side[1 - i]);
    const auto own = static_cast<std::size_t>(m.party_of_side[i]);
    const V truth = s.walk_away[other];
    if (!t.on.guesses) {
      s.guess[i] = truth, s.guess_variance[i] = constant<V>(0.0);
      continue;
    }
    const V sd = t(m.party[own].guess_sd);
    const V kept = exp(-constant<V>(years_a_week) / t(m.party[own].guess_memory));
    const V news = sd * sd * (constant<V>(1.0) - kept * kept);
    s.guess[i] = truth + (s.guess[i] - before[i]) * kept + sqrt(news) * z[i];
    s.guess_variance[i] = s.guess_variance[i] * kept * kept + news;
  }
}

}  // namespace armistice
