// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/chance.h"

namespace armistice {

// What levers in force take from or give to a side.
template <class V>
struct Levered {
  V revenue, materiel, money, war_cost;
};

template <class V>
Levered<V> levered(const Model& m, const Terms<V>& t, const State<V>& s, int side) {
  Levered<V> sum{constant<V>(0.0), constant<V>(0.0), constant<V>(0.0), constant<V>(0.0)};
  for (std::size_t l = 0; l < m.levers.size(); ++l) {
    const auto& lever = m.levers[l];
    if (lever.on == side) {
      sum.revenue += s.applied[l] * t(lever.number.revenue);
      sum.war_cost += s.applied[l] * t(lever.number.war_cost);
    } else {
      sum.materiel += s.applied[l] * t(lever.number.materiel);
      sum.money += s.applied[l] * t(lever.number.money);
    }
  }
  return sum;
}

// Share of an aid stream that reaches its side: what flows, less what its patron's levers hold back.
template <class V>
V flowing(const Model& m, const Terms<V>& t, const State<V>& s, std::size_t a) {
  V open = s.aid[a];
  for (std::size_t l = 0; l < m.levers.size(); ++l)
    if (m.levers[l].by == m.aids[a].from && m.levers[l].on == m.aids[a].to)
      open *= constant<V>(1.0) - s.applied[l] * t(m.levers[l].number.aid);
  return open;
}

// Aid tires, is cut and is made good (S16): fatigue at a rate, political cuts as Poisson events.
template <class V>
void help(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng) {
  if (!t.on.aid) return;
  for (std::size_t a = 0; a < m.aids.size(); ++a) {
    const auto& number = m.aids[a].number;
    const auto u = rng.uniforms(Purpose::aid, static_cast<std::uint32_t>(a));
    const V week = constant<V>(years_a_week);
    // Fatigue lowers the level to which the stream returns after a cut.
    const V level = exp(-t(number.fatigue) * week * constant<V>(rng.step));
    s.aid[a] += (level - s.aid[a]) * (constant<V>(1.0) - exp(-t(number.restore) * week));
    s.aid[a] *= constant<V>(1.0) - one_if<V>(u[0] < in_a_week(t(number.cuts))) * t(number.cut_size);
  }
}

// Losses, recruitment, production and use. Losses follow a Lanchester law with free exponents (loss_own, loss_foe: 0
// and 1 is the square law, 1 and 1 the linear one), times tempo; stocks are shares of their start.
template <class V>
void supply(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng) {
  const V pace = intensity(m, t, s);
  const V week = constant<V>(years_a_week);
  const auto luck = rng.normals(Purpose::losses);
  const auto manpower = s.manpower;
  for (int side = 0; side < 2 && t.on.losses; ++side) {
    const auto i = static_cast<std::size_t>(side), other = static_cast<std::size_t>(foe(side));
    const auto& n = m.side[i];
    const V scale = constant<V>(1.0) / t(n.manpower);
    // The noise has mean 1, so that exponents and noise move the spread of losses and not their level.
    const V sd = t(m.war.loss_noise);
    const V noise = exp(sd * luck[i] - constant<V>(0.5) * sd * sd);
    const V law = exp(t(m.war.loss_own) * log(manpower[i]) + t(m.war.loss_foe) * log(manpower[other]));
    s.losses[i] = t(n.losses) * scale * pace * law * noise;
    const V recruits = t(n.recruitment) * scale * s.will[i] / t(n.will) * s.strain[i];
    s.manpower[i] = clamp(s.manpower[i] + week * (recruits - s.losses[i]), constant<V>(0.02), constant<V>(3.0));

    const auto lever = levered(m, t, s, side);
    V arms = t(n.production) * (constant<V>(1.0) - s.damage[i]) * s.strain[i] + lever.materiel;
    for (std::size_t a = 0; a < m.aids.size(); ++a)
      if (m.aids[a].to == side) arms += flowing(m, t, s, a) * t(m.aids[a].number.materiel);
    // Use follows the stock: an army with half its stock fires half as much.
    arms -= t(n.use) * pace * s.materiel[i];
    s.materiel[i] = clamp(s.materiel[i] + week * arms, constant<V>(0.02), constant<V>(5.0));
  }
}

// Money: revenue (which sanctions and strikes cut), aid and spending; when the reserve is gone production and
// recruitment fall to a floor.
template <class V>
void spend(const Model& m, const Terms<V>& t, State<V>& s) {
  if (!t.on.economy) return;
  const V pace = intensity(m, t, s);
  const V week = constant<V>(years_a_week);
  for (int side = 0; side < 2; ++side) {
    const auto i = static_cast<std::size_t>(side);
    const auto& n = m.side[i];
    const auto lever = levered(m, t, s, side);
    V money = t(n.revenue) * (constant<V>(1.0) - lever.revenue) * (constant<V>(1.0) - s.damage[i]) + lever.money;
    for (std::size_t a = 0; a < m.aids.size(); ++a)
      if (m.aids[a].to == side) money += flowing(m, t, s, a) * t(m.aids[a].number.money);
    // An army costs money when it rests.
    const V standing = t(m.war.standing_cost);
    money -= t(n.spending) * (standing + (constant<V>(1.0) - standing) * pace);
    s.reserve[i] =
        clamp(s.reserve[i] + week * money / max(t(n.spending), constant<V>(1e-3)), constant<V>(0.0), constant<V>(10.0));
    const V enough = max(t(n.break_reserve), constant<V>(1e-3));
    const V floor = t(m.war.strain_floor);
    s.strain[i] = floor + (constant<V>(1.0) - floor) * min(constant<V>(1.0), s.reserve[i] / enough);
  }
}

// ln(S_A/S_B) with S = manpower^a materiel^b will^c, against the start, and what broken deals left behind.
template <class V>
void weigh_strength(const Model& m, const Terms<V>& t, State<V>& s) {
  const auto strength = [&](std::size_t i) {
    return t(m.war.strength_manpower) * log(s.manpower[i]) + t(m.war.strength_materiel) * log(s.materiel[i]) +
           t(m.war.strength_will) * log(s.will[i] / t(m.side[i].will));
  };
  s.balance = strength(side_a) - strength(side_b) + s.left_behind;
}

// Long-range strikes hit the other side's production and will; damage is repaired.
template <class V>
void strike(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng) {
  const auto u = rng.uniforms(Purpose::strikes);
  const V kept = exp(-constant<V>(years_a_week) / t(m.war.strike_repair));
  for (int side = 0; side < 2; ++side) {
    const auto i = static_cast<std::size_t>(side), other = static_cast<std::size_t>(foe(side));
    s.damage[other] *= kept;
    if (!t.on.strikes) continue;
    // Strikes go on in a faded war (S17): they follow whether there is war, not its tempo.
    const V mean = t(m.side[i].strikes) * constant<V>(years_a_week) * one_if<V>(at_war(s));
    const V count = poisson(min(mean, constant<V>(3.0)), u[i]);
    const V hit = constant<V>(1.0) - min(constant<V>(1.0), count * t(m.side[i].strike_damage));
    s.damage[other] = constant<V>(1.0) - (constant<V>(1.0) - s.damage[other]) * hit;
    if (t.on.will)
      s.will[other] = clamp(s.will[other] + count * t(m.side[i].strike_will), constant<V>(0.02), constant<V>(1.0));
  }
}

}  // namespace armistice
