// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/endure.h"
#include "armistice/dynamics/value.h"

namespace armistice {

// The state on the day of the dossier.
template <class V>
void begin(const Model& m, Terms<V>& t, State<V>& s) {
  const V none = constant<V>(0.0), one = constant<V>(1.0);
  fields(s, [&](const char*, auto& field) {
    if constexpr (requires { field.fill(none); })
      field.fill(none);
    else
      field = none;
  });
  for (std::size_t f = 0; f < m.front.size(); ++f) {
    s.position[f] = t.front[f].start, s.speed[f] = t.front[f].speed;
    s.front += t.front[f].weight * t.front[f].start;
  }
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& n = m.side[i];
    s.manpower[i] = s.materiel[i] = s.strain[i] = one;
    s.losses[i] = t(n.losses) / t(n.manpower);
    s.reserve[i] = t(n.reserve) / max(t(n.spending), constant<V>(1e-3));
    s.will[i] = t(n.will);
  }
  s.tempo = constant<V>(positional);
  s.aid.fill(one), s.hardness.fill(one);
  for (std::size_t i = 0; i < m.party.size(); ++i) {
    s.belief[i] = t(m.party[i].belief_speed) * t.per_km2;
    const V sd = t(m.party[i].belief_sd) * t.per_km2;
    s.belief_variance[i] = sd * sd;
  }
  s.present = constant<V>(m.mediator >= 0 ? 1.0 : 0.0);
  s.credibility = t(m.mediation.credibility);
  if (m.table >= 0)
    for (std::size_t k = 0; k < static_cast<std::size_t>(m.issues); ++k)
      s.text[k] = constant<V>(m.texts[static_cast<std::size_t>(m.table)][k]);
  s.ending = constant<V>(static_cast<double>(Ending::fighting));
  s.deal_week = constant<V>(-1.0);

  for (std::size_t i = 0; i < 2; ++i) s.hazard[i] = collapse_hazard(m, t, s, i);
  set_front(t, s.front);
  value(m, t, s);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto own = static_cast<std::size_t>(m.party_of_side[i]),
               other = static_cast<std::size_t>(m.party_of_side[1 - i]);
    s.guess[i] = s.walk_away[other] + (t.on.guesses ? t(m.party[own].guess_error) : none);
    const V sd = t.on.guesses ? t(m.party[own].guess_sd) : none;
    s.guess_variance[i] = sd * sd;
  }
}

}  // namespace armistice
