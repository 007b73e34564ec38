// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <type_traits>

#include "armistice/dynamics/terms.h"

// Packages and what they are worth: docs/model.md, 1 and 7.
namespace armistice {

// A package as its options and the sums of its columns. Sums are kept up to date clause by clause, so that trying a
// change costs one issue, not all.
template <class V>
struct Package {
  std::array<V, most_issues> option;
  std::array<V, most_columns> sum;
};

template <class V>
Mask<V> has(const Choice& cell, const std::array<V, most_issues>& option) {
  return option[static_cast<std::size_t>(cell.issue)] == V(cell.option);
}

template <class V>
Mask<V> has_all(const std::vector<Choice>& cells, const std::array<V, most_issues>& option) {
  Mask<V> all = constant<V>(0.0) == constant<V>(0.0);
  for (const auto& cell : cells) all = all && has(cell, option);
  return all;
}

// True where, for every issue that the cells name, the package has one of them. Cells of an issue stand side by side.
template <class V>
Mask<V> has_one_of_each(const std::vector<Choice>& cells, const std::array<V, most_issues>& option) {
  Mask<V> all = constant<V>(0.0) == constant<V>(0.0);
  for (std::size_t i = 0; i < cells.size();) {
    const int issue = cells[i].issue;
    Mask<V> one = has(cells[i], option);
    while (++i < cells.size() && cells[i].issue == issue) one = one || has(cells[i], option);
    all = all && one;
  }
  return all;
}

// For every option of an issue: 1 where it is chosen, 0 elsewhere. A table is read with them by multiplying and adding:
// lanes choose different options, and this is several times faster than gathering.
template <class V>
using Chosen = std::array<V, most_options>;

template <class V>
Chosen<V> chosen(const V& option, int options) {
  Chosen<V> c;
  for (int o = 0; o < options; ++o)
    c[static_cast<std::size_t>(o)] = select(option == constant<V>(o), constant<V>(1.0), constant<V>(0.0));
  return c;
}

// Calls f(O) with the number of options as a constant, so that the loops over options unroll.
template <class F>
void with_options(int options, F f) {
  switch (options) {
    case 2:
      return f(std::integral_constant<std::size_t, 2>{});
    case 3:
      return f(std::integral_constant<std::size_t, 3>{});
    case 4:
      return f(std::integral_constant<std::size_t, 4>{});
    case 5:
      return f(std::integral_constant<std::size_t, 5>{});
    case 6:
      return f(std::integral_constant<std::size_t, 6>{});
    default:
      return f(static_cast<std::size_t>(options));
  }
}

// Adds to the sums of some columns what the choice reads in an issue's cells.
template <class V>
void add(const Terms<V>& t, const std::vector<int>& columns, int first, int options, const Chosen<V>& choice,
         Package<V>& p) {
  with_options(options, [&](auto count) {
    for (const int column : columns) {
      const V* cells = t.cells(column, first);
      V sum = p.sum[static_cast<std::size_t>(column)];
      for (std::size_t o = 0; o < count; ++o) sum = multiply_add(cells[o], choice[o], sum);
      p.sum[static_cast<std::size_t>(column)] = sum;
    }
  });
}

// Sums a package up from nothing.
template <class V>
void add_up(const Model& m, const Terms<V>& t, Package<V>& p) {
  for (int column = 0; column < t.columns->count; ++column) p.sum[static_cast<std::size_t>(column)] = constant<V>(0.0);
  for (std::size_t k = 0; k < static_cast<std::size_t>(m.issues); ++k) {
    add(t, t.columns->of_issue[k], m.first[k], m.options[k], chosen(p.option[k], m.options[k]), p);
  }
}

// Puts option `to` on issue k and keeps the sums that a meeting looks at; add_up brings the others up to date.
template <class V>
void change(const Model& m, const Terms<V>& t, Package<V>& p, int k, const V& to) {
  const auto issue = static_cast<std::size_t>(k);
  const int options = m.options[issue];
  auto choice = chosen(to, options);
  const auto was = chosen(p.option[issue], options);
  for (std::size_t o = 0; o < static_cast<std::size_t>(options); ++o) choice[o] -= was[o];
  add(t, t.columns->at_table[issue], m.first[issue], options, choice, p);
  p.option[issue] = to;
}

// Copies what is in use of a package.
template <class V>
void copy(const Model& m, const Terms<V>& t, const Package<V>& from, Package<V>& to) {
  std::copy_n(from.option.begin(), m.issues, to.option.begin());
  std::copy_n(from.sum.begin(), t.columns->count, to.sum.begin());
}

// True where the package breaks no constraint.
template <class V>
Mask<V> allowed(const Model& m, const std::array<V, most_issues>& option) {
  Mask<V> good = constant<V>(0.0) == constant<V>(0.0);
  for (const auto& rule : m.rules) {
    Mask<V> met = constant<V>(0.0) != constant<V>(0.0);
    for (const auto& cell : rule.then) met = met || has(cell, option);
    good = good && (met || !has_all(rule.when, option));
  }
  return good;
}

// What the parties make of a package today.
template <class V>
struct Worths {
  std::array<V, most_parties> utility, peace, gain;
  std::array<V, most_parties> passing;  // chance that all of the party's audiences pass the deal
  std::array<V, most_parties> lasting;  // r / (r + h): weight of the peace in `peace`, the rest is the war after it
  V breakdown;                          // hazard h per year
};

// What the linkages that the package holds add to each party's utility, and to that of its audiences.
template <class V>
std::array<V, most_parties> linked(const Model& m, const Terms<V>& t, const Package<V>& p) {
  std::array<V, most_parties> added;
  std::fill_n(added.begin(), m.parties, constant<V>(0.0));
  for (const auto& link : m.links)
    added[static_cast<std::size_t>(link.party)] +=
        select(has_all(link.when, p.option), t(link.value), constant<V>(0.0));
  return added;
}

// The position of the front under the package: where its clauses put it, or the line of contact.
template <class V>
V line_of(const Terms<V>& t, const Package<V>& p, const V& front) {
  const V named = p.sum[static_cast<std::size_t>(t.columns->has_front)];
  return select(named > constant<V>(0.5), p.sum[static_cast<std::size_t>(t.columns->front)], front);
}

// W_i after the package has broken: war from its line, with the balance that the package made. Linear in both about
// today's front (the slopes are exact), and never further from today's W_i than what is at stake for the party: a
// bound that has the party's own scale, so that the law of scales holds.
template <class V>
V war_again(const Terms<V>& t, const State<V>& s, const Package<V>& p, std::size_t i) {
  const V moved = line_of(t, p, s.front) - s.front;
  const V balance = p.sum[static_cast<std::size_t>(t.columns->balance)];
  return s.fight_on[i] + clamp(s.by_position[i] * moved + s.by_balance[i] * balance, -t.stake[i], t.stake[i]);
}

// exp(-(U_a - threshold) / scale) of an audience, 0 where it is not asked: it passes the package with the chance
// 1 / (1 + that), logistic in its gain (docs/model.md, 10).
template <class V>
V against(const Model& m, const Terms<V>& t, const State<V>& s, const Package<V>& p,
          const std::array<V, most_parties>& links, std::size_t a) {
  const V utility =
      p.sum[static_cast<std::size_t>(m.parties) + a] + links[static_cast<std::size_t>(m.audiences[a].party)];
  const V over = (utility - s.threshold[a]) * t.per_scale[a];
  // Four audiences of e^20 each still multiply to a number that a float holds.
  const V odds = exp(min(-over, constant<V>(20.0)));
  return m.audiences[a].only_when.empty()
             ? odds
             : select(has_one_of_each(m.audiences[a].only_when, p.option), odds, constant<V>(0.0));
}

// Values of peace and gains of every party (docs/model.md, 7):
//   V_i = (r U_i + h (W_i° - relapse_i - liability_i)) / (r + h)
//   G_i = V_i - W_i - audience_i (1 - chance to pass) - ties
// With `all` false, only for the parties that a meeting hears.
template <class V>
void weigh(const Model& m, const Terms<V>& t, const State<V>& s, const Package<V>& p, Worths<V>& w, bool all = true) {
  const auto c = [](double x) { return constant<V>(x); };
  const Columns& columns = *t.columns;
  const auto sum = [&](int column) -> const V& { return p.sum[static_cast<std::size_t>(column)]; };
  const auto counts = [&](std::size_t i) { return columns.heard[i] || (all && m.values_something[i]); };
  std::array<V, most_parties> again;
  const auto links = linked(m, t, p);
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i) {
    if (!counts(i)) continue;
    w.utility[i] = p.sum[i] + links[i];
    again[i] = war_again(t, s, p, i);
  }
  V temptation = c(0.0);
  for (const int party : m.party_of_side) {
    const auto i = static_cast<std::size_t>(party);
    temptation += max(c(0.0), again[i] - w.utility[i]) / t.stake[i];
  }
  const V ease =
      t(m.hold.temptation) * temptation - sum(columns.hold) - t(m.hold.watch_effect) * min(c(1.0), sum(columns.watch));
  const V bare = t(m.hold.breakdown) * select(sum(columns.core_open) > c(0.5), t(m.hold.ceasefire), c(1.0));
  w.breakdown = t.on.breakdown ? bare * exp(clamp(ease, c(-8.0), c(4.0))) : c(0.0);

  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i) w.passing[i] = c(1.0);
  for (std::size_t a = 0; a < m.audiences.size(); ++a) {
    if (!counts(static_cast<std::size_t>(m.audiences[a].party))) continue;
    w.passing[static_cast<std::size_t>(m.audiences[a].party)] *= c(1.0) + against(m, t, s, p, links, a);
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i)
    if (counts(i)) w.passing[i] = c(1.0) / w.passing[i];
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i) {
    if (!counts(i)) continue;
    const auto& party = m.party[i];
    const V rate = t(party.discount);
    const V broken = w.breakdown / (rate + w.breakdown);
    V lost = t(party.relapse);
    if (columns.bound[i] >= 0) lost += t(party.liability) * min(c(1.0), sum(columns.bound[i]));
    w.lasting[i] = c(1.0) - broken;
    w.peace[i] = w.utility[i] + broken * (again[i] - w.utility[i] - lost);
    w.gain[i] = w.peace[i] - s.walk_away[i] - t(party.tie_cost) * s.tied[i];
    if (t.on.audiences) w.gain[i] -= t(party.audience_cost) * s.hardness[i] * (c(1.0) - w.passing[i]);
  }
}

// The chance that a party says yes: logistic in its gain over its bar. What the numbers do not know of its taste for
// the terms is enjoyed only while the peace lasts, so the spread shrinks with it; otherwise a deal that nobody expects
// to hold would be signed by those whom it does not suit.
template <class V>
V yes_chance(const Model& m, const Terms<V>& t, const Worths<V>& w, std::size_t i, const V& bar) {
  const V over = (w.gain[i] - bar) / (t(m.party[i].accept_scale) * max(w.lasting[i], constant<V>(0.02)));
  return constant<V>(1.0) / (constant<V>(1.0) + exp(clamp(-over, constant<V>(-30.0), constant<V>(30.0))));
}

// Whether party i must accept the package: it signs every deal, or the package spends its means. A party without a
// stake is never asked.
template <class V>
Mask<V> must_accept(const Model& m, const Terms<V>& t, const Package<V>& p, std::size_t i) {
  if (!m.values_something[i]) return constant<V>(0.0) != constant<V>(0.0);
  if (m.signatories >> i & 1u) return constant<V>(0.0) == constant<V>(0.0);
  const int column = t.columns->spends[i];
  if (column < 0) return constant<V>(0.0) != constant<V>(0.0);
  return p.sum[static_cast<std::size_t>(column)] > constant<V>(0.5);
}

// The least gain among those who must accept, and who has it.
template <class V>
V least_gain(const Model& m, const Terms<V>& t, const Package<V>& p, const Worths<V>& w, V& who) {
  V least = constant<V>(2.0);
  who = constant<V>(-1.0);
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i) {
    if (!t.columns->heard[i]) continue;
    const Mask<V> lower = must_accept(m, t, p, i) && w.gain[i] < least;
    least = select(lower, w.gain[i], least);
    who = select(lower, constant<V>(static_cast<double>(i)), who);
  }
  return least;
}

}  // namespace armistice
