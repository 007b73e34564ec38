// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/chance.h"
#include "armistice/theory/beliefs.h"

namespace armistice {

// Every party learns the front's mean speed at the start's balance from what it sees of the week (docs/model.md, 5):
// a normal belief, updated by Bayes with the long-run variance rate of the front and the party's own noise and bias
// (S15). What the balance of strength adds to the speed is common knowledge and is taken out first, so a shock that all
// see moves every party's view alike. The truth drifts, and so the variance has a floor.
template <class V>
void learn(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng) {
  if (!t.on.learn) return;
  const V pace = intensity(m, t, s);
  const Mask<V> seen = pace > constant<V>(0.01);
  const V per_week = constant<V>(1.0 / years_a_week) / max(pace, constant<V>(0.01));
  const V speed = s.moved * per_week - t(m.war.speed_of_strength) * s.balance;
  const V drift = t(m.war.belief_drift) * t(m.war.belief_drift) * constant<V>(years_a_week);
  std::array<V, 4> z{};
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i) {
    if (i % 4 == 0) z = rng.normals(Purpose::reports, static_cast<std::uint32_t>(i / 4));
    if (!m.values_something[i]) continue;
    const auto& party = m.party[i];
    const V noise = t(party.report_noise) * t.per_km2;
    const V spread = t.variance * constant<V>(1.0 / years_a_week) + noise * noise;
    const V report = speed + t(party.report_bias) * t.per_km2 + noise * z[i % 4];
    const auto after = learned(Belief<V>{s.belief[i], s.belief_variance[i]}, report, spread, drift);
    s.belief[i] = select(seen, after.mean, s.belief[i]);
    s.belief_variance[i] = select(seen, after.variance, s.belief_variance[i] + drift);
  }
}

}  // namespace armistice
