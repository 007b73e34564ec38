// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/begin.h"
#include "armistice/dynamics/fight.h"
#include "armistice/dynamics/hold.h"
#include "armistice/dynamics/learn.h"
#include "armistice/dynamics/press.h"
#include "armistice/dynamics/talk.h"

namespace armistice {

// What ended a run this week, if anything did.
template <class V>
struct Ends {
  std::array<Mask<V>, 2> collapses;
  Mask<V> broken;
};

// How the run stands: over for good when an aim is reached, a side collapses or a settlement breaks; otherwise what it
// would be called if the horizon were now.
template <class V>
void conclude(State<V>& s, const Stream<V>& rng, const Ends<V>& ends) {
  const auto as = [](Ending ending) { return constant<V>(static_cast<double>(ending)); };
  const Mask<V> fights = at_war(s), open = s.ended < constant<V>(0.5);
  V standing = select(s.tempo == constant<V>(low), as(Ending::faded), as(Ending::fighting));
  standing = select(s.force == constant<V>(ceasefire), as(Ending::ceasefire), standing);
  standing = select(s.force == constant<V>(settlement), as(Ending::settlement), standing);
  V final = constant<V>(-1.0);
  const auto end = [&](const Mask<V>& when, Ending ending) { final = select(when, as(ending), final); };
  end(ends.broken, Ending::broken);
  end(ends.collapses[side_b] && fights, Ending::b_collapse);
  end(ends.collapses[side_a] && fights, Ending::a_collapse);
  end(fights && s.front <= constant<V>(1e-5), Ending::b_aim);
  end(fights && s.front >= constant<V>(1.0 - 1e-5), Ending::a_aim);
  const Mask<V> over = final >= constant<V>(0.0);
  s.ending = select(open, select(over, final, standing), s.ending);
  s.ended_week = select(open, constant<V>(rng.step), s.ended_week);
  s.ended = select(open && over, constant<V>(1.0), s.ended);
}

// One week of the fight-talk cycle.
template <class V>
void week(const Model& m, Terms<V>& t, State<V>& s, const Stream<V>& rng, int search_every) {
  Ends<V> ends;
  fight(m, t, s, rng);
  help(m, t, s, rng);
  supply(m, t, s, rng);
  spend(m, t, s);
  strike(m, t, s, rng);
  endure(m, t, s, rng);
  change_tempo(m, t, s, rng);
  change_leaders(m, t, s, rng);
  weigh_strength(m, t, s);
  hold_out(m, t, s, rng, ends.collapses);
  learn(m, t, s, rng);
  press(m, t, s, rng);

  const auto before = walk_aways_of_foes(m, s);
  set_front(t, s.front);
  value(m, t, s);
  follow_guesses(m, t, s, rng, before);
  ends.broken = hold(m, t, s, rng);
  talk(m, t, s, rng);
  ratify(m, t, s, rng);
  if (search_every > 0 && rng.step % static_cast<std::uint32_t>(search_every) == 0) measure(m, t, s);
  conclude(s, rng, ends);
}

}  // namespace armistice
