// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/chance.h"
#include "armistice/dynamics/package.h"

namespace armistice {

// The audiences decide on what their leaders have agreed (docs/model.md, 10). What passes is in force: a settlement
// when no core issue is open, otherwise a ceasefire.
template <class V>
void ratify(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng) {
  const V none = constant<V>(0.0), one = constant<V>(1.0);
  s.decision = max(none, s.decision - s.asked);
  const Mask<V> due = s.asked > constant<V>(0.5) && s.decision < constant<V>(0.5);
  if (!any(due)) return;
  Package<V> p;
  p.option = s.asked_text;
  add_up(m, t, p);
  const auto links = linked(m, t, p);
  std::array<Mask<V>, most_parties> won;  // every audience of the party passes
  won.fill(one > none);
  // What an audience makes of a deal is a trait of the run and not a new lottery at every vote: the same text put again
  // fails again, unless will, hope or the text have changed.
  Stream<V> mood = rng;
  mood.step = 0;
  for (std::size_t a = 0; a < m.audiences.size() && t.on.ratify; ++a) {
    const V u = mood.uniforms(Purpose::ratify, static_cast<std::uint32_t>(a))[0];
    const auto party = static_cast<std::size_t>(m.audiences[a].party);
    won[party] = won[party] && (!must_accept(m, t, p, party) || u * (one + against(m, t, s, p, links, a)) < one);
  }
  Mask<V> passes = due;
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i) passes = passes && won[i];
  const Mask<V> failed = due && !passes;
  s.asked = select(due, none, s.asked);
  for (std::size_t i = 0; i < 2; ++i) {  // a leader who lost a vote is tied to the refusal
    const auto party = static_cast<std::size_t>(m.party_of_side[i]);
    const Mask<V> lost = failed && !won[party];
    if (t.on.ties) s.tied[party] += one_if<V>(lost);
    s.yielded[i] = select(lost, none, s.yielded[i]);
  }
  const Mask<V> whole = p.sum[static_cast<std::size_t>(t.columns->core_open)] < constant<V>(0.5);
  s.force = select(passes, select(whole, constant<V>(settlement), constant<V>(ceasefire)), s.force);
  s.deal_week = select(passes, constant<V>(rng.step), s.deal_week);
  s.strain_of_peace = select(passes, none, s.strain_of_peace);
  s.deadline = select(passes, none, s.deadline);
  for (std::size_t k = 0; k < static_cast<std::size_t>(m.issues); ++k)
    s.deal[k] = select(passes, p.option[k], s.deal[k]);
  // The line of the deal is where war would start again.
  const V shift = select(passes, line_of(t, p, s.front) - s.front, none);
  for (auto& position : s.position) position = clamp(position + shift, none, one);
  s.front = none;
  for (std::size_t f = 0; f < m.front.size(); ++f) s.front += t.front[f].weight * s.position[f];
  for (auto& applied : s.applied) applied = select(passes, none, applied);
  for (auto& blame : s.blame) blame = select(passes, none, blame);
  s.patience *= one - one_if<V>(passes);
}

// A deal in force has incidents, more along a long and poorly watched line (S11); one that is not seen and answered
// strains the peace. A breach brings war back with the balance that the deal made (docs/model.md, 10). Returns where a
// settlement breaks.
template <class V>
Mask<V> hold(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng) {
  const V none = constant<V>(0.0), one = constant<V>(1.0);
  const Mask<V> peace = s.force > constant<V>(0.5);
  s.breakdown = none;
  if (!any(peace)) return peace;
  Package<V> p;
  p.option = s.deal;
  add_up(m, t, p);
  Worths<V> w;
  weigh(m, t, s, p, w);
  const auto u = rng.uniforms(Purpose::hold);
  const V watched = min(one, p.sum[static_cast<std::size_t>(t.columns->watch)]);
  const V mean = t(m.hold.incidents) * t.line * (one - t(m.hold.deterrence) * watched) * constant<V>(years_a_week);
  const V incidents = poisson(min(mean, constant<V>(3.0)), u[0]);
  s.incidents += one_if<V>(peace) * incidents;
  const V kept = exp(-constant<V>(years_a_week) / t(m.hold.strain_memory));
  const V added = incidents * (one - watched * t(m.hold.attribution)) * t(m.hold.strain);
  // Only where there is peace: what a run at war keeps must not depend on its neighbours.
  s.strain_of_peace = select(peace, s.strain_of_peace * kept + added, s.strain_of_peace);
  s.breakdown = select(peace, w.breakdown * exp(min(s.strain_of_peace, constant<V>(3.0))), none);
  const Mask<V> breaks = peace && u[1] < in_a_week(s.breakdown);
  const Mask<V> truce = s.force == constant<V>(ceasefire);
  s.ceasefires_broken += one_if<V>(breaks && truce);
  s.left_behind += one_if<V>(breaks && truce) * p.sum[static_cast<std::size_t>(t.columns->balance)];
  const Mask<V> broken = breaks && !truce;
  s.force = select(breaks && truce, none, s.force);
  return broken;
}

}  // namespace armistice
