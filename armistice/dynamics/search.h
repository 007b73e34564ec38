// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/chance.h"
#include "armistice/dynamics/package.h"
#include "armistice/theory/single_text.h"

// Searching for a text: what the mediator does at a meeting, and how far the parties are from a deal.
namespace armistice {

// Whose gains a meeting weighs, and how well they are known to whoever holds the pen.
template <class V>
struct Hearing {
  std::array<V, most_parties> bias;   // 0: not heard
  std::array<V, most_parties> error;  // added to the gain
  V heat;                             // temperature of the search, utility
  V scale;                            // gain that counts in full, share of what is at stake
};

template <class V>
V score(const Model& m, const Terms<V>& t, const Hearing<V>& hearing, const Worths<V>& w) {
  V sum = constant<V>(0.0);
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i)
    if (t.columns->heard[i]) sum += hearing.bias[i] * welcome(w.gain[i] / t.stake[i] + hearing.error[i], hearing.scale);
  return sum;
}

// Tries a package with clauses changed and keeps it by the rule of Metropolis where `where` holds. score_of(package,
// worths) is what whoever holds the pen makes of it.
template <class V, class Score>
void keep_better(const Model& m, const Terms<V>& t, const State<V>& s, const Hearing<V>& hearing, const Mask<V>& where,
                 const V& u, Package<V>& now, V& now_score, const Package<V>& next, Score score_of) {
  Worths<V> w;
  weigh(m, t, s, next, w, false);
  const V next_score = score_of(next, w);
  const V lost = t.on.annealing ? slack<V>(hearing.heat / hearing.scale, u) : constant<V>(0.0);
  Mask<V> better = where && next_score > now_score - lost;
  if (!any(better)) return;
  better = better && allowed(m, next.option);
  for (std::size_t k = 0; k < static_cast<std::size_t>(m.issues); ++k)
    now.option[k] = select(better, next.option[k], now.option[k]);
  for (std::size_t c = 0; c < static_cast<std::size_t>(t.columns->count); ++c)
    now.sum[c] = select(better, next.sum[c], now.sum[c]);
  now_score = select(better, next_score, now_score);
}

// A sitting on the single text (theory/single_text.h): each change is kept by the rule of Metropolis on the score that
// whoever holds the pen gives a package, score_of(package, worths).
template <class V, class Score>
void revise(const Model& m, const Terms<V>& t, const State<V>& s, const Stream<V>& rng, const Hearing<V>& hearing,
            const Mask<V>& where, Package<V>& text, Score score_of) {
  Worths<V> w;
  weigh(m, t, s, text, w, false);
  V now_score = score_of(text, w);
  Package<V> next;
  const auto other = [&](int k, const V& u) {
    return another(text.option[static_cast<std::size_t>(k)], m.options[static_cast<std::size_t>(k)], u);
  };
  sitting(m.issues, static_cast<int>(rng.step), [&](int number, int k, int l) {
    const auto u = rng.uniforms(Purpose::search, static_cast<std::uint32_t>(number));
    copy(m, t, text, next);
    change(m, t, next, k, other(k, u[0]));
    if (l >= 0) change(m, t, next, l, other(l, u[2]));
    keep_better(m, t, s, hearing, where, u[1], text, now_score, next, score_of);
  });
}

// The same with a mediator's pen: the weighted score of the gains as perceived.
template <class V>
void revise(const Model& m, const Terms<V>& t, const State<V>& s, const Stream<V>& rng, const Hearing<V>& hearing,
            const Mask<V>& where, Package<V>& text) {
  revise(m, t, s, rng, hearing, where, text,
         [&](const Package<V>&, const Worths<V>& w) { return score(m, t, hearing, w); });
}

// Quick: every option of every issue in turn, five rounds. Thorough: then on the least gain itself, clause by clause
// and in pairs of clauses, which costs some ten times as much.
enum class Effort { quick, thorough };

// What a climb makes smaller: the sum of exp(-sharp gain) over those who must accept, or minus the least gain where
// sharp is 0.
template <class V>
V hardship(const Model& m, const Terms<V>& t, const State<V>& s, const Package<V>& p, double sharp) {
  Worths<V> w;
  weigh(m, t, s, p, w, false);
  V sum = constant<V>(0.0);
  if (sharp == 0) return -least_gain(m, t, p, w, sum);
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i) {
    if (!t.columns->heard[i]) continue;
    const V weight = one_if<V>(must_accept(m, t, p, i));
    sum += weight * exp(clamp(-w.gain[i] * constant<V>(sharp), constant<V>(-60.0), constant<V>(60.0)));
  }
  return sum;
}

// Puts on issues k and l (the same one: on it alone) the options that make the hardship smallest.
template <class V>
void settle(const Model& m, const Terms<V>& t, const State<V>& s, int k, int l, double sharp, Package<V>& p, V& best) {
  const auto first = static_cast<std::size_t>(k), second = static_cast<std::size_t>(l);
  V on_first = p.option[first], on_second = p.option[second];
  Package<V> next;
  copy(m, t, p, next);
  for (int o = 0; o < m.options[first]; ++o) {
    change(m, t, next, k, constant<V>(static_cast<double>(o)));
    for (int q = 0; q < (k == l ? 1 : m.options[second]); ++q) {
      if (k != l) change(m, t, next, l, constant<V>(static_cast<double>(q)));
      const V worth = hardship(m, t, s, next, sharp);
      Mask<V> better = worth < best;
      if (!any(better)) continue;
      better = better && allowed(m, next.option);
      best = select(better, worth, best);
      on_first = select(better, next.option[first], on_first);
      on_second = select(better, next.option[second], on_second);
    }
  }
  change(m, t, p, k, on_first);
  if (k != l) change(m, t, p, l, on_second);
}

// max over packages of the least gain, by coordinate ascent from a package on a soft minimum that hardens. A lower
// bound of the true maximum: tests/dynamics/search_test.cc holds it to all packages of a small war, and on the dossier
// of Ukraine, 2025 a quick climb from the plan falls short of the best known package by 0.008 on average, a thorough
// one by 0.003 and the best of three thorough ones by 0.001.
template <class V>
V climb(const Model& m, const Terms<V>& t, const State<V>& s, Package<V>& p, V& blocker,
        Effort effort = Effort::quick) {
  for (const double sharp : {5.0, 10.0, 20.0, 40.0, 80.0, 0.0}) {
    if (sharp == 0 && effort == Effort::quick) break;
    V best = hardship(m, t, s, p, sharp);
    for (int k = 0; k < m.issues; ++k) settle(m, t, s, k, k, sharp, p, best);
    for (int k = 0; sharp == 0 && k < m.issues; ++k)
      for (int l = k + 1; l < m.issues; ++l) settle(m, t, s, k, l, sharp, p, best);
  }
  Worths<V> w;
  weigh(m, t, s, p, w, false);
  return least_gain(m, t, p, w, blocker);
}

// The best of thorough climbs from several packages, lane by lane.
struct Climbed {
  Lanes least = Lanes(-10.0f), blocker = Lanes(-1.0f);
  std::array<Lanes, most_issues> option;

  Climbed() { option.fill(Lanes(0.0f)); }  // open, should no start lead to an allowed package
};

// The texts, nothing, and the peace that either side would dictate.
inline std::vector<std::vector<int>> usual_starts(const Model& m) {
  std::vector<std::vector<int>> starts = m.texts;
  starts.emplace_back(static_cast<std::size_t>(m.issues), 0);
  starts.insert(starts.end(), m.aim.begin(), m.aim.end());
  return starts;
}

inline Climbed climb_from(const Model& m, const Terms<Lanes>& t, const State<Lanes>& s,
                          const std::vector<std::vector<int>>& starts) {
  Climbed best;
  for (const auto& start : starts) {
    Package<Lanes> p;
    for (std::size_t k = 0; k < start.size(); ++k) p.option[k] = constant<Lanes>(start[k]);
    add_up(m, t, p);
    Lanes blocker;
    const Lanes least = climb(m, t, s, p, blocker, Effort::thorough);
    const auto better = least > best.least && allowed(m, p.option);
    best.least = select(better, least, best.least);
    best.blocker = select(better, blocker, best.blocker);
    for (std::size_t k = 0; k < start.size(); ++k) best.option[k] = select(better, p.option[k], best.option[k]);
  }
  return best;
}

}  // namespace armistice
