// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/chance.h"
#include "armistice/dynamics/package.h"

// Searching for a text: what the mediator does at a meeting, and how far the parties are from a deal.
namespace armistice {

// A party's gain as the single text counts it: log(1 + g / g0) for a gain, as in a Nash product, and a parabola below
// zero with the same value, slope and curvature at zero, so that the product is also defined where no package pleases all.
template <class V>
V welcome(const V& gain, const V& scale) {
  const V g = gain / scale;
  return select(g > constant<V>(0.0), log(constant<V>(1.0) + max(g, constant<V>(0.0))), g - constant<V>(0.5) * g * g);
}

// Whose gains a meeting weighs, and how well they are known to whoever holds the pen.
template <class V>
struct Table {
  std::array<V, most_parties> bias;   // 0: not heard
  std::array<V, most_parties> error;  // added to the gain
  V heat;                             // temperature of the search, utility
  V scale;                            // gain that counts in full, utility
};

template <class V>
V score(const Model& m, const Terms<V>& t, const Table<V>& table, const Worths<V>& w) {
  V sum = constant<V>(0.0);
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i)
    if (t.columns->heard[i]) sum += table.bias[i] * welcome(w.gain[i] + table.error[i], table.scale);
  return sum;
}

// One of the issue's options other than `now`, each with the same chance.
template <class V>
V another(const V& now, int options, const V& u) {
  const V step = floor(u * constant<V>(options - 1)) + constant<V>(1.0);
  const V next = now + step;
  return select(next < constant<V>(options), next, next - constant<V>(options));
}

// Tries a package with clauses changed and keeps it by the rule of Metropolis where `where` holds.
template <class V>
void keep_better(const Model& m, const Terms<V>& t, const State<V>& s, const Table<V>& table, const Mask<V>& where,
                 const V& u, Package<V>& now, V& now_score, const Package<V>& next) {
  Worths<V> w;
  weigh(m, t, s, next, w, false);
  const V next_score = score(m, t, table, w);
  const V slack = t.on.annealing ? -table.heat / table.scale * log(u) : constant<V>(0.0);
  Mask<V> better = where && next_score > now_score - slack;
  if (!any(better)) return;
  better = better && allowed(m, next.option);
  for (std::size_t k = 0; k < static_cast<std::size_t>(m.issues); ++k)
    now.option[k] = select(better, next.option[k], now.option[k]);
  for (std::size_t c = 0; c < static_cast<std::size_t>(t.columns->count); ++c)
    now.sum[c] = select(better, next.sum[c], now.sum[c]);
  now_score = select(better, next_score, now_score);
}

// A sitting on the single text: a quarter of the clauses is looked at, in turn, then some pairs, each change kept by the
// rule of Metropolis on the weighted score of the gains as perceived (Klein, Faratin, Sayama and Bar-Yam 2003,
// "Negotiating complex contracts", Group Decision and Negotiation 12(2): the mediator anneals, not the parties).
template <class V>
void revise(const Model& m, const Terms<V>& t, const State<V>& s, const Stream<V>& rng, const Table<V>& table,
            const Mask<V>& where, Package<V>& text) {
  Worths<V> w;
  weigh(m, t, s, text, w, false);
  V now_score = score(m, t, table, w);
  Package<V> next;
  const int step = static_cast<int>(rng.step), singles = (m.issues + 3) / 4;
  const auto other = [&](int k, const V& u) {
    return another(text.option[static_cast<std::size_t>(k)], m.options[static_cast<std::size_t>(k)], u);
  };
  for (int i = 0; i < singles; ++i) {
    const int k = (step * singles + i) % m.issues;
    const auto u = rng.uniforms(Purpose::search, static_cast<std::uint32_t>(i));
    copy(m, t, text, next);
    change(m, t, next, k, other(k, u[0]));
    keep_better(m, t, s, table, where, u[1], text, now_score, next);
  }
  // Pairs run through all distances, one distance a week, so that every pair has its turn.
  const int apart = m.issues > 1 ? 1 + step % (m.issues - 1) : 0;
  for (int i = 0; apart > 0 && i < (singles + 1) / 2; ++i) {
    const int k = (step + i * 3) % m.issues, l = (k + apart) % m.issues;
    const auto u = rng.uniforms(Purpose::search, static_cast<std::uint32_t>(singles + i));
    copy(m, t, text, next);
    change(m, t, next, k, other(k, u[0]));
    change(m, t, next, l, other(l, u[2]));
    keep_better(m, t, s, table, where, u[1], text, now_score, next);
  }
}

// max over packages of the least gain, by coordinate ascent from a package on a soft minimum that hardens: three rounds
// over all options of all issues. A lower bound of the true maximum; how far below has not been measured.
template <class V>
V climb(const Model& m, const Terms<V>& t, const State<V>& s, Package<V>& p, V& blocker) {
  Worths<V> w;
  const auto soft = [&](const Package<V>& q, double sharp) {
    weigh(m, t, s, q, w, false);
    V sum = constant<V>(0.0);
    for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i) {
      const V weight = one_if<V>(must_accept(m, t, q, i));
      if (t.columns->heard[i]) sum += weight * exp(clamp(-w.gain[i] * constant<V>(sharp), constant<V>(-60.0), constant<V>(60.0)));
    }
    return sum;
  };
  Package<V> next;
  for (const double sharp : {15.0, 40.0, 80.0}) {
    V least = soft(p, sharp);
    for (int k = 0; k < m.issues; ++k) {
      V best = p.option[static_cast<std::size_t>(k)];
      copy(m, t, p, next);
      for (int o = 0; o < m.options[static_cast<std::size_t>(k)]; ++o) {
        change(m, t, next, k, constant<V>(static_cast<double>(o)));
        const V worth = soft(next, sharp);
        Mask<V> better = worth < least;
        if (!any(better)) continue;
        better = better && allowed(m, next.option);
        least = select(better, worth, least);
        best = select(better, constant<V>(static_cast<double>(o)), best);
      }
      change(m, t, p, k, best);
    }
  }
  weigh(m, t, s, p, w);
  return least_gain(m, t, p, w, blocker);
}

}  // namespace armistice
