// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/chance.h"

namespace armistice {

// Will to fight on returns to its level and is shaken by losses and scandals; it is no exhaustion clock.
template <class V>
void endure(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng) {
  if (!t.on.will) return;
  const auto z = rng.normals(Purpose::will, 0);
  const auto u = rng.uniforms(Purpose::will, 1);
  const V week = constant<V>(years_a_week);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& n = m.side[i];
    const V kept = exp(-week / t(n.will_memory));
    // Exact transition of an Ornstein-Uhlenbeck will; its stationary variance is noise^2 memory / 2.
    const V sd = t(n.will_noise) * sqrt(constant<V>(0.5) * t(n.will_memory) * (constant<V>(1.0) - kept * kept));
    const V usual = max(t(n.losses) / t(n.manpower), constant<V>(1e-4));
    const V excess = max(s.losses[i] / usual - constant<V>(1.0), constant<V>(0.0));
    const V scandal = one_if<V>(u[i] < in_a_week(t(n.scandals))) * t(n.scandal_will);
    const V will =
        t(n.will_level) + (s.will[i] - t(n.will_level)) * kept + sd * z[i] - scandal - week * t(n.loss_will) * excess;
    s.will[i] = clamp(will, constant<V>(0.02), constant<V>(1.0));
  }
}

// How worn both sides are: the mean of what manpower, materiel and will have lost since the start, 0 when nothing.
template <class V>
V exhaustion(const Model& m, const Terms<V>& t, const State<V>& s) {
  V sum = constant<V>(0.0);
  for (std::size_t i = 0; i < 2; ++i)
    sum += max(constant<V>(0.0), constant<V>(1.0) - s.manpower[i]) +
           max(constant<V>(0.0), constant<V>(1.0) - s.materiel[i]) +
           max(constant<V>(0.0), constant<V>(1.0) - s.will[i] / t(m.side[i].will));
  return sum * constant<V>(1.0 / 6.0);
}

// Tempo: offensive <-> positional <-> low. Exhaustion drives the fading of the war (S17), so a war can end in rare
// strikes and border friction without any deal.
template <class V>
void change_tempo(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng) {
  if (!t.on.tempo) return;
  const auto u = rng.uniforms(Purpose::tempo);
  const V fade = t(m.war.to_low) * exp(min(t(m.war.low_exhaustion) * exhaustion(m, t, s), constant<V>(8.0)));
  const V was = s.tempo;
  const auto turn = [&](Tempo from, Tempo to, const V& rate, const V& chance) {
    s.tempo = select(was == constant<V>(from) && at_war(s) && chance < in_a_week(rate), constant<V>(to), s.tempo);
  };
  turn(positional, offensive, t(m.war.to_offensive), u[0]);
  turn(positional, low, fade, u[1]);
  turn(offensive, positional, t(m.war.to_positional), u[2]);
  turn(low, positional, t(m.war.from_low), u[3]);
}

// How far a side is below its break points of manpower, reserve and will, in shares of them, on average: 1 with
// all three at nothing. An empty purse alone is a third, since a state can print and borrow.
template <class V>
V deficit(const Model& m, const Terms<V>& t, const State<V>& s, std::size_t i) {
  const auto below = [](const V& value, const V& point) {
    return max(constant<V>(0.0), constant<V>(1.0) - value / max(point, constant<V>(1e-3)));
  };
  const auto& n = m.side[i];
  return constant<V>(1.0 / 3.0) * (below(s.manpower[i], t(n.break_manpower)) + below(s.reserve[i], t(n.break_reserve)) +
                                   below(s.will[i], t(n.break_will)));
}

// Hazard of collapse per year, h0 exp(gamma deficit), bounded so that a float holds it.
template <class V>
V collapse_hazard(const Model& m, const Terms<V>& t, const State<V>& s, std::size_t i) {
  if (!t.on.collapse) return constant<V>(0.0);
  const V exponent = min(t(m.side[i].collapse_slope) * deficit(m, t, s, i), constant<V>(12.0));
  return min(t(m.side[i].collapse) * exp(exponent), constant<V>(20.0));
}

// Today's hazards of collapse, and the collapse itself while there is war.
template <class V>
void hold_out(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng, std::array<Mask<V>, 2>& collapses) {
  const auto u = rng.uniforms(Purpose::collapse);
  for (std::size_t i = 0; i < 2; ++i) {
    s.hazard[i] = collapse_hazard(m, t, s, i);
    collapses[i] = at_war(s) && u[i] < in_a_week(s.hazard[i]);
  }
}

// A change of leader, or an election: the new one minds the war and failure at home more or less than the old.
// log hardness is drawn anew from a normal of s.d. leader_spread, and the view of the war is opened again.
template <class V>
void change_leaders(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng) {
  if (!t.on.leaders) return;
  const auto renew = [&](std::size_t party, const Mask<V>& where, const V& z) {
    s.hardness[party] = select(where, exp(t(m.war.leader_spread) * z), s.hardness[party]);
    s.belief_variance[party] =
        select(where, s.belief_variance[party] * t(m.war.leader_doubt), s.belief_variance[party]);
  };
  const auto u = rng.uniforms(Purpose::leaders, 0);
  for (std::size_t i = 0; i < 2; ++i) {
    const Mask<V> changes = u[i] < in_a_week(t(m.side[i].leader_change));
    if (!any(changes)) continue;
    renew(static_cast<std::size_t>(m.party_of_side[i]), changes, rng.normals(Purpose::leaders, 1)[i]);
  }
  for (std::size_t e = 0; e < m.future.size(); ++e) {
    const auto& event = m.future[e];
    if (event.deadline || event.party < 0 || event.week != static_cast<int>(rng.step)) continue;
    renew(static_cast<std::size_t>(event.party), constant<V>(0.0) == constant<V>(0.0),
          rng.normals(Purpose::leaders, 2 + static_cast<std::uint32_t>(e))[0]);
  }
}

}  // namespace armistice
