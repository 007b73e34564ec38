// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/chance.h"

namespace armistice {

// Whether lever l can be pulled today: a lever of the mediator falls away when the mediator has left.
template <class V>
Mask<V> at_hand(const Model& m, const State<V>& s, std::size_t l) {
  const Mask<V> always = constant<V>(0.0) == constant<V>(0.0);
  return m.levers[l].by == m.mediator ? s.present > constant<V>(0.5) : always;
}

// The hour of a deadline (S2, S8). The pressure is on the side pressed first, unless that side has yielded and the
// other has not: then it may swing to the other. Whether a lever falls is its own chance times the holder's resolve;
// what others expect is that chance times the mediator's credibility (value.h). Were the deed to follow the
// credibility, a mediator once disbelieved would never act and never recover. A deadline that passes without action
// costs credibility, unless a lever already lies on the side to be pressed. Levers on a side that has yielded are
// lifted.
template <class V>
void strike_the_hour(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng, const Mask<V>& hour) {
  const auto& n = m.mediation;
  const auto first = static_cast<std::size_t>(m.pressed_first), second = 1 - first;
  const auto u = rng.uniforms(Purpose::pressure, 0);
  const V none = constant<V>(0.0);
  const Mask<V> yielded = s.yielded[first] > none;
  const Mask<V> swung = yielded && s.blame[second] > none && u[0] < t(n.swing);
  const Mask<V> on_first = !yielded && s.blame[first] > none;
  V acted = none;
  Mask<V> standing = none > none;
  std::array<V, 4> chances{};
  for (std::size_t l = 0; l < m.levers.size(); ++l) {
    const auto side = static_cast<std::size_t>(m.levers[l].on);
    if (l % 4 == 0) chances = rng.uniforms(Purpose::pressure, 1 + static_cast<std::uint32_t>(l / 4));
    const V real = t(m.levers[l].number.credibility) * t(m.levers[l].number.resolve);
    const Mask<V> target = hour && at_hand(m, s, l) && (side == first ? on_first : swung);
    const Mask<V> pulled = target && s.applied[l] < constant<V>(0.5) && chances[l % 4] < real;
    standing = standing || (target && s.applied[l] > constant<V>(0.5));
    acted = select(pulled, constant<V>(1.0), acted);
    const Mask<V> spared = side == first ? yielded : !swung;
    const Mask<V> lifted = hour && s.yielded[side] > none && !pulled && spared;
    s.applied[l] = select(pulled, constant<V>(1.0), select(lifted, none, s.applied[l]));
  }
  const Mask<V> did = hour && acted > constant<V>(0.5), idle = hour && !did && !standing;
  s.credibility =
      select(idle, s.credibility * (constant<V>(1.0) - t(n.credibility_loss)),
             select(did, s.credibility + (constant<V>(1.0) - s.credibility) * t(n.credibility_gain), s.credibility));
  for (std::size_t i = 0; i < 2; ++i) {
    s.blame[i] = select(hour, none, s.blame[i]);
    s.yielded[i] = select(hour, none, s.yielded[i]);
  }
}

// The mediator sets deadlines, announces that a deal is very close, tires, leaves and comes back.
template <class V>
void press(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng) {
  const V week = constant<V>(years_a_week), none = constant<V>(0.0), one = constant<V>(1.0);
  s.hope *= exp(-one / max(t(m.mediation.hope_memory), constant<V>(0.1)));
  for (std::size_t i = 0; i < m.party.size(); ++i) s.tied[i] *= exp(-week / t(m.party[i].tie_memory));
  if (!t.on.pressure || m.mediator < 0) return;
  const auto& n = m.mediation;
  const auto u = rng.uniforms(Purpose::deadlines);

  const Mask<V> running = s.deadline > none;
  s.deadline = max(none, s.deadline - one);
  const Mask<V> hour = running && s.deadline < constant<V>(0.5) && s.force != constant<V>(settlement);
  if (any(hour)) strike_the_hour(m, t, s, rng, hour);
  const V usual = floor(t(n.deadline_weeks) + constant<V>(0.5));
  const Mask<V> free = s.present > constant<V>(0.5) && s.deadline < constant<V>(0.5) && at_war(s);
  V weeks = select(u[0] < in_a_week(t(n.deadlines)), usual, none);
  // A dated deadline presses as soon as it is as near as the mediator's own usually are.
  for (const auto& event : m.future) {
    const int left = event.week - static_cast<int>(rng.step);
    if (event.deadline && left > 0) weeks = select(constant<V>(left) <= usual, constant<V>(left), weeks);
  }
  s.deadline = select(free, weeks, s.deadline);

  const Mask<V> announces = s.present > constant<V>(0.5) && at_war(s) && u[1] < in_a_week(t(n.announcements));
  // The last announcement was wrong, or there would be no war: each new one is believed a little less.
  s.hope = select(announces, s.credibility, s.hope);
  s.credibility = select(announces, s.credibility * (one - t(n.announcement_loss)), s.credibility);

  // Patience is spent while the war goes on; a meeting at which somebody yields gives some back (talk.h). The hazard of
  // leaving rises in proportion to what is spent, so that its mean without progress is `patience` (a Rayleigh time).
  s.patience += week * one_if<V>(at_war(s));
  const V hazard = constant<V>(1.5707963267948966) * s.patience / (t(n.patience) * t(n.patience));
  const Mask<V> leaves = s.present > constant<V>(0.5) && at_war(s) && u[2] < in_a_week(hazard);
  const Mask<V> returns = s.present < constant<V>(0.5) && u[3] < in_a_week(t(n.return_rate));
  s.patience = select(returns, none, s.patience);
  s.present = select(leaves, none, select(returns, one, s.present));
  s.deadline = select(leaves, none, s.deadline);
}

}  // namespace armistice
