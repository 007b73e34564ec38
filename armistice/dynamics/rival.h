// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/search.h"
#include "armistice/dynamics/value.h"

// Rivals of the mediator's single text (docs/model.md, 8): the pen in the hands of the sides, and the war of attrition
// at the table.
namespace armistice {

// Which side holds the pen: the sides in turn, A at the first meeting; where only one of them sits in the channel, that
// one; -1 where neither does, and then nobody writes.
template <class V>
V pen_of(const State<V>& s, const std::array<V, 2>& present) {
  const V turn = s.meetings - constant<V>(2.0) * floor(s.meetings * constant<V>(0.5));
  const Mask<V> a = present[side_a] > constant<V>(0.5), b = present[side_b] > constant<V>(0.5);
  const V alone = select(a, constant<V>(side_a), select(b, constant<V>(side_b), constant<V>(-1.0)));
  return select(a && b, turn, alone);
}

// log of the chance that party i says yes, as side `side` sees it: of the other belligerent it knows the value of the
// peace and guesses the walk-away value, with the doubt of its guess, and takes it to hold out for its share of the
// side's own gain; the others it reads as the channel lets it.
template <class V>
V log_yes(const Model& m, const Terms<V>& t, const State<V>& s, const Hearing<V>& hearing, const Worths<V>& w,
          std::size_t side, std::size_t i) {
  const V none = constant<V>(0.0);
  const auto own = static_cast<std::size_t>(m.party_of_side[side]);
  V gain = w.gain[i] + hearing.error[i] * t.stake[i];
  V scale = t(m.party[i].accept_scale) * max(w.lasting[i], constant<V>(0.02));
  if (i == static_cast<std::size_t>(m.party_of_side[1 - side])) {
    gain += s.walk_away[i] - s.guess[side];
    gain -= t(m.party[i].holdout) * max(none, w.peace[own] - s.walk_away[own]) * t.stake[i] / t.stake[own];
    // A logistic of scale c is close to a normal of standard deviation 1.7 c, whose variance adds to that of the guess.
    scale = sqrt(scale * scale + s.guess_variance[side] * constant<V>(1.0 / (1.7 * 1.7)));
  }
  return -log(constant<V>(1.0) + exp(clamp(-gain / scale, constant<V>(-30.0), constant<V>(30.0))));
}

// What a side makes of a package when it holds the pen: the log of its own gain times the chance that all who are in
// the channel and must accept do so, welcome(own gain) + sum bias_i log P_i.
template <class V>
V score_of_side(const Model& m, const Terms<V>& t, const State<V>& s, const Hearing<V>& hearing, const Package<V>& p,
                const Worths<V>& w, std::size_t side) {
  const auto own = static_cast<std::size_t>(m.party_of_side[side]);
  V sum = welcome(w.gain[own] / t.stake[own], hearing.scale);
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i) {
    if (i == own || !t.columns->heard[i]) continue;
    const V asked = select(must_accept(m, t, p, i), hearing.bias[i], constant<V>(0.0));
    sum += asked * log_yes(m, t, s, hearing, w, side, i);
  }
  return sum;
}

// A sitting with the pen in the hands of `pen` (a side, differing from lane to lane; -1: nobody writes).
template <class V>
void revise_for(const Model& m, const Terms<V>& t, const State<V>& s, const Stream<V>& rng, const Hearing<V>& hearing,
                const Mask<V>& where, const V& pen, Package<V>& text) {
  revise(m, t, s, rng, hearing, where && pen >= constant<V>(0.0), text, [&](const Package<V>& p, const Worths<V>& w) {
    return select(pen == constant<V>(side_a), score_of_side(m, t, s, hearing, p, w, side_a),
                  score_of_side(m, t, s, hearing, p, w, side_b));
  });
}

// Hazard per year at which a side gives up waiting for the other: what a year of war costs it over what it holds out
// for, rate * cost / prize, as in a war of attrition (theory/attrition.h). Bounded, so that a float holds it; a side
// with nothing to hold out for does not wait. Rate 0.25, cost 0.2, prize 0.1: 0.5.
template <class V>
V concession_hazard(const Model& m, const Terms<V>& t, const State<V>& s, std::size_t party, const V& prize) {
  const V cost = t(m.party[party].discount) * max(constant<V>(0.0), cost_of_war(m, t, s, party)) / t.stake[party];
  const V share = prize / t.stake[party], least = constant<V>(1e-6), most = constant<V>(1000.0);
  return select(share > least, min(most, cost / max(share, least)), most);
}

// Sides at war give up waiting, each by its own hazard; who has, does not wait again.
template <class V>
void concede(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng, const std::array<V, 2>& prize) {
  const auto u = rng.uniforms(Purpose::concession);
  for (std::size_t side = 0; side < 2; ++side) {
    const auto party = static_cast<std::size_t>(m.party_of_side[side]);
    const Mask<V> yields = at_war(s) && u[side] < in_a_week(concession_hazard(m, t, s, party, prize[side]));
    s.conceded[side] = select(yields, constant<V>(1.0), s.conceded[side]);
  }
}

}  // namespace armistice
