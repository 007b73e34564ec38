// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/chance.h"

namespace armistice {

// The front moves (docs/model.md, 2): an Ornstein-Uhlenbeck speed about the mean that today's balance gives it,
//   dv = (mu - v)/tau dt + s_v sqrt(2/tau) dW1,  dx = v dt + sigma dW2,  mu = mu0 + truth + mu1 ln(S_A/S_B),
// stepped with the exact Gaussian transition. Tempo scales the week's displacement. `truth` is what nobody sees: the
// balance drifts away from what it was (Shirkey 2016: long wars make new private information).
template <class V>
void fight(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng) {
  const V before = s.front;
  const V pace = t.on.fight ? intensity(m, t, s) : constant<V>(0.0);
  const V week = constant<V>(years_a_week);
  const auto drift = rng.normals(Purpose::front, 15);
  s.truth += t(m.war.belief_drift) * constant<V>(std::sqrt(years_a_week)) * drift[0];
  s.front = constant<V>(0.0);
  for (std::size_t f = 0; f < m.front.size(); ++f) {
    const auto& front = t.front[f];
    const auto z = rng.normals(Purpose::front, static_cast<std::uint32_t>(f));
    const V mean = front.speed + s.truth + t(m.war.speed_of_strength) * s.balance;
    const V deviation = s.speed[f] - mean;
    const V shift = mean * week + deviation * front.carried + front.shared * z[0] + front.own_noise * z[1];
    s.speed[f] = mean + deviation * front.memory + front.speed_noise * z[0];
    s.position[f] = clamp(s.position[f] + pace * shift, constant<V>(0.0), constant<V>(1.0));
    s.front += front.weight * s.position[f];
  }
  s.moved = s.front - before;
}

}  // namespace armistice
