// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/rival.h"
#include "armistice/theory/beliefs.h"

namespace armistice {

// The meeting of the week: which channel meets, who is heard there and how well.
template <class V>
struct Meeting {
  Mask<V> held;
  Hearing<V> hearing;
  V leak, publicity, open;
  std::array<V, 2> present;  // (side): 1 where the side sits in the channel
};

// Meetings are Poisson in every channel, more while a deadline runs; channels with the mediator need it present. When
// several meet in a week the last one listed has the pen.
template <class V>
Meeting<V> convene(const Model& m, const Terms<V>& t, const State<V>& s, const Stream<V>& rng) {
  const V none = constant<V>(0.0), one = constant<V>(1.0);
  Meeting<V> meeting;
  meeting.held = one < none;
  meeting.leak = meeting.publicity = meeting.open = none, meeting.present.fill(none);
  meeting.hearing.bias.fill(none), meeting.hearing.error.fill(none);
  // Where nobody mediates the numbers of mediation are 0, and the search is without heat.
  meeting.hearing.heat = t(m.mediation.heat), meeting.hearing.scale = max(t(m.mediation.gain_scale), constant<V>(1e-3));
  static_assert(most_parties % 4 == 0, "parties are drawn for four at a time");
  std::array<V, most_parties> z;  // what is misread of each party this week, whichever channel meets
  z.fill(none);
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); i += 4) {
    const auto* heard = t.columns->heard.data() + i;
    if (!heard[0] && !heard[1] && !heard[2] && !heard[3]) continue;
    const auto four = rng.normals(Purpose::meetings, static_cast<std::uint32_t>(64 + i));
    for (std::size_t k = 0; k < 4; ++k) z[i + k] = four[k];
  }
  const V push = select(s.deadline > none, t(m.mediation.deadline_push), one);
  std::array<V, 4> draws{};
  for (std::size_t c = 0; c < m.channels.size(); ++c) {
    const auto& channel = m.channels[c];
    if (c % 4 == 0) draws = rng.uniforms(Purpose::meetings, static_cast<std::uint32_t>(c / 4));
    const bool mediated = m.mediator >= 0 && (channel.members >> m.mediator & 1u);
    Mask<V> meets = draws[c % 4] < in_a_week(t(channel.number.meetings) * push);
    if (mediated && t.on.pressure) meets = meets && s.present > constant<V>(0.5);
    if (!any(meets)) continue;
    meeting.held = meeting.held || meets;
    meeting.leak = select(meets, t(channel.number.leak), meeting.leak);
    meeting.publicity = select(meets, t(channel.number.publicity), meeting.publicity);
    meeting.open = select(meets, channel.open ? one : none, meeting.open);
    for (std::size_t side = 0; side < 2; ++side)
      meeting.present[side] =
          select(meets, channel.members >> m.party_of_side[side] & 1u ? one : none, meeting.present[side]);
    for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i) {
      const V bias = channel.bias[i].knob < 0 ? one : t(channel.bias[i]);
      meeting.hearing.bias[i] = select(meets, channel.members >> i & 1u ? bias : none, meeting.hearing.bias[i]);
      meeting.hearing.error[i] = select(meets, t(channel.number.noise) * z[i], meeting.hearing.error[i]);
    }
  }
  meeting.held = meeting.held && s.asked < constant<V>(0.5) && s.force != constant<V>(settlement);
  return meeting;
}

// What side `i` expects the other to gain by the text, as far as it is more than nothing: E[max(0, X)] of its belief
// X ~ N(V_other - guess, variance), which is sd phi(z) + mean Phi(z) with z = mean / sd. Doubt raises it (a doubtful
// gain has no lower end), learning brings it down to the gain itself. Mean 0.05, sd 0.1: 0.0698.
template <class V>
V others_gain(const Model& m, const Terms<V>& t, const State<V>& s, const Worths<V>& w, std::size_t i) {
  const auto other = static_cast<std::size_t>(m.party_of_side[1 - i]);
  const V mean = w.peace[other] - s.guess[i];
  // The least doubt is a share of the other's stake, as every bound on a utility: a bound in utilities has a scale.
  const V least = constant<V>(1e-5) * t.stake[other];
  const V sd = sqrt(max(s.guess_variance[i], least * least));
  const V z = clamp(mean / sd, constant<V>(-8.0), constant<V>(8.0));
  const V density = constant<V>(0.3989422804014327) * exp(constant<V>(-0.5) * z * z);
  const V below = constant<V>(0.5) * erfc(constant<V>(-0.7071067811865476) * z);
  return max(constant<V>(0.0), sd * density + mean * below);
}

// The party's bar: a belligerent holds out for a share of what it believes the other side gains, so private
// information delays deals that both could take (docs/model.md, 8; the Coasian delay of Powell 2004).
template <class V>
V bar_of(const Model& m, const Terms<V>& t, const State<V>& s, const Worths<V>& w, std::size_t party) {
  for (std::size_t i = 0; i < 2; ++i)
    if (static_cast<std::size_t>(m.party_of_side[i]) == party)
      return t(m.party[party].holdout) * others_gain(m, t, s, w, i) * t.stake[party] /
             t.stake[static_cast<std::size_t>(m.party_of_side[1 - i])];
  return constant<V>(0.0);
}

// In a war of attrition the bar is what a side waits for, not what a text must reach: it takes any gain, once it has
// given up waiting.
template <class V>
Mask<V> waits(const Model& m, const Terms<V>& t, const State<V>& s, std::size_t party) {
  Mask<V> still = constant<V>(0.0) != constant<V>(0.0);
  if (t.protocol != TalkProtocol::attrition) return still;
  for (std::size_t side = 0; side < 2; ++side)
    if (static_cast<std::size_t>(m.party_of_side[side]) == party) still = s.conceded[side] < constant<V>(0.5);
  return still;
}

// What the answers of a belligerent tell the other side about its walk-away value. Yes-but tells nothing: it is the
// insincere answer that avoids blame.
template <class V>
void hear(const Model& m, const Terms<V>& t, State<V>& s, const Worths<V>& w, std::size_t side, const Mask<V>& accepts,
          const Mask<V>& refuses) {
  if (!t.on.guesses || !any(accepts || refuses)) return;
  const std::size_t other = 1 - side;
  const auto party = static_cast<std::size_t>(m.party_of_side[side]);
  // A logistic answer of scale c is close to a probit of standard deviation 1.7 c.
  const V temper = constant<V>(1.7) * t(m.party[party].accept_scale);
  const auto after = answered(Belief<V>{s.guess[other], s.guess_variance[other]}, w.peace[party], temper, refuses);
  const V least = constant<V>(1e-3) * t.stake[party];
  const Mask<V> spoke = accepts || refuses;
  s.guess[other] = select(spoke, after.mean, s.guess[other]);
  s.guess_variance[other] = select(spoke, max(after.variance, least * least), s.guess_variance[other]);
}

// A party's mood lasts: asking again next week is not a new lottery. Its part of chance in the answer is drawn anew
// every quarter (assumed).
inline constexpr std::uint32_t weeks_of_mood = 13;

// Answers: accept, yes-but or refuse, the first with a chance that is logistic in the gain over the party's bar.
// Returns where all who must accept do.
template <class V>
Mask<V> answer(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng, const Meeting<V>& meeting,
               const Package<V>& text, const Worths<V>& w) {
  const V none = constant<V>(0.0), one = constant<V>(1.0);
  Mask<V> all = meeting.held;
  Stream<V> mood = rng;
  mood.step = rng.step / weeks_of_mood;
  std::array<Mask<V>, most_parties> accepts, refuses;
  std::array<V, most_parties> own_mood;
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); i += 4) {
    const auto four = mood.uniforms(Purpose::moods, static_cast<std::uint32_t>(i / 4));
    for (std::size_t k = 0; k < 4; ++k) own_mood[i + k] = four[k];
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i) {
    accepts[i] = one > none, refuses[i] = one < none;
    const Mask<V> asked = must_accept(m, t, text, i);
    s.said[i] = select(meeting.held, constant<V>(not_asked), s.said[i]);
    if (!any(asked)) continue;
    const auto& party = m.party[i];
    // Two numbers a party, two parties a block.
    const auto u = rng.uniforms(Purpose::answers, static_cast<std::uint32_t>(i / 2));
    const std::size_t own = 2 * (i % 2);
    const V bar = t.protocol == TalkProtocol::attrition ? none : bar_of(m, t, s, w, i);
    accepts[i] = !asked || (own_mood[i] < yes_chance(m, t, w, i, bar) && !waits(m, t, s, i));
    refuses[i] = meeting.held && !accepts[i] && u[own] > t(party.insincere);
    const V answer =
        select(accepts[i], constant<V>(accepted), select(refuses[i], constant<V>(refused), constant<V>(yes_but)));
    s.said[i] = select(meeting.held && asked, answer, s.said[i]);
    all = all && accepts[i];
    s.refusals += one_if<V>(meeting.held && !accepts[i]);
    // What is said in the open ties the speaker; a back room does not.
    if (t.on.ties) s.tied[i] += one_if<V>(refuses[i] && u[own + 1] < meeting.publicity) * (one + meeting.open);
  }
  for (std::size_t side = 0; side < 2; ++side) {
    const auto own = static_cast<std::size_t>(m.party_of_side[side]),
               other = static_cast<std::size_t>(m.party_of_side[1 - side]);
    hear(m, t, s, w, side, meeting.held && accepts[own], refuses[own]);
    s.blame[side] = select(refuses[own] && accepts[other], one, s.blame[side]);
    s.yielded[side] = select(meeting.held && accepts[own], one, s.yielded[side]);
  }
  const auto a = static_cast<std::size_t>(m.party_of_side[side_a]),
             b = static_cast<std::size_t>(m.party_of_side[side_b]);
  s.patience = select(meeting.held && (accepts[a] || accepts[b]), s.patience * t(m.mediation.progress), s.patience);
  return all;
}

// An envoy betrays a side's walk-away value to the other, if the other sits in the channel: it then knows the value,
// and is ten times surer of it in variance (S6).
template <class V>
void leak(const Terms<V>& t, State<V>& s, const Model& m, const Stream<V>& rng, const Meeting<V>& meeting) {
  if (!t.on.leaks || !t.on.guesses) return;
  const auto u = rng.uniforms(Purpose::meetings, 32);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto other = static_cast<std::size_t>(m.party_of_side[1 - i]);
    const Mask<V> told = meeting.held && u[i] < meeting.leak * meeting.present[i];
    s.guess[i] = select(told, s.walk_away[other], s.guess[i]);
    s.guess_variance[i] = select(told, s.guess_variance[i] * constant<V>(0.1), s.guess_variance[i]);
  }
}

// Weeks that the audiences of those who must accept take, the slowest counting.
template <class V>
V time_to_decide(const Model& m, const Terms<V>& t, const Package<V>& text) {
  V weeks = constant<V>(1.0);
  for (const auto& audience : m.audiences) {
    const Mask<V> asked = has_one_of_each(audience.only_when, text.option) &&
                          must_accept(m, t, text, static_cast<std::size_t>(audience.party));
    weeks = max(weeks, select(asked, t(audience.number.weeks), constant<V>(1.0)));
  }
  return floor(weeks + constant<V>(0.5));
}

// What becomes of the text at a meeting, by the protocol: the mediator revises it, the side that holds the pen does, or
// it stays.
template <class V>
void write(const Model& m, const Terms<V>& t, const State<V>& s, const Stream<V>& rng, const Meeting<V>& meeting,
           Package<V>& text) {
  if (t.protocol == TalkProtocol::text)
    revise(m, t, s, rng, meeting.hearing, meeting.held, text);
  else if (t.protocol == TalkProtocol::offers)
    revise_for(m, t, s, rng, meeting.hearing, meeting.held, pen_of(s, meeting.present), text);
}

// The week's talks: a meeting revises the text, the parties answer, and a text that all accept goes to the audiences.
template <class V>
void talk(const Model& m, const Terms<V>& t, State<V>& s, const Stream<V>& rng) {
  Package<V> text;
  text.option = s.text;
  add_up(m, t, text);
  const auto meeting = convene(m, t, s, rng);
  const bool meets = t.on.talk && any(meeting.held);
  if (meets) {
    write(m, t, s, rng, meeting, text);
    s.text = text.option;
  }
  Worths<V> w;
  weigh(m, t, s, text, w, false);
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i)
    if (t.columns->heard[i]) s.gain[i] = w.gain[i];
  if (t.on.talk && t.protocol == TalkProtocol::attrition) {
    const auto prize = [&](int side) {
      return bar_of(m, t, s, w, static_cast<std::size_t>(m.party_of_side[static_cast<std::size_t>(side)]));
    };
    concede(m, t, s, rng, {prize(side_a), prize(side_b)});
  }
  if (!meets) return;
  s.meetings += one_if<V>(meeting.held);
  const Mask<V> agreed = answer(m, t, s, rng, meeting, text, w);
  leak(t, s, m, rng, meeting);
  for (std::size_t k = 0; k < static_cast<std::size_t>(m.issues); ++k)
    s.asked_text[k] = select(agreed, s.text[k], s.asked_text[k]);
  s.asked = select(agreed, constant<V>(1.0), s.asked);
  s.decision = select(agreed, time_to_decide(m, t, text), s.decision);
}

// Minimum consensus (S3, S13): the share of the text's closed clauses that every signatory likes at least as well as
// leaving the issue open.
template <class V>
V consensus_of(const Model& m, const Terms<V>& t, const std::array<V, most_issues>& text) {
  const V none = constant<V>(0.0), one = constant<V>(1.0);
  V closed = none, agreed = none;
  for (std::size_t k = 0; k < static_cast<std::size_t>(m.issues); ++k) {
    const Mask<V> is_closed = text[k] > none;
    Mask<V> all = is_closed;
    for (int i = 0; i < m.parties; ++i) {
      if (!(m.signatories >> i & 1u)) continue;
      const V* cells = t.cells(i, m.first[k]);
      all = all && pick(cells, text[k]) >= cells[0];
    }
    closed += select(is_closed, one, none);
    agreed += select(all, one, none);
  }
  return agreed / max(closed, one);
}

// Distance to a deal: max over packages of the least gain, searched now and then from the text on the table.
template <class V>
void measure(const Model& m, const Terms<V>& t, State<V>& s) {
  Package<V> p;
  p.option = s.text;
  add_up(m, t, p);
  V blocker;
  const V distance = climb(m, t, s, p, blocker);
  const Mask<V> counts = at_war(s);
  s.consensus = consensus_of(m, t, s.text);
  s.distance = select(counts, distance, s.distance);
  s.best_blocker = select(counts, blocker, s.best_blocker);
  s.searched_weeks += one_if<V>(counts);
  s.zone_weeks += one_if<V>(counts && distance >= constant<V>(0.0));
}

}  // namespace armistice
