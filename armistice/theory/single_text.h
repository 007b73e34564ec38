// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/base/lanes.h"

// What a mediator does with a single text, whoever the parties are: which clauses it looks at, what it puts in their
// place, how it counts the gains that it hears, and which worse texts it keeps (Klein, Faratin, Sayama and Bar-Yam
// 2003, "Negotiating complex contracts", Group Decision and Negotiation 12(2): the mediator anneals, not the parties).
// Written over the number type V: the engine's talk (dynamics/search.h) steps lanes, the protocols (mediator.h) double.
namespace armistice {

// A party's gain as the single text counts it: log(1 + g / g0) for a gain, as in a Nash product, and a parabola below
// zero with the same value, slope and curvature at zero, so that the product is also defined where no package pleases
// all. Gain 0.05 of scale 0.05: 0.693.
template <class V>
V welcome(const V& gain, const V& scale) {
  const V g = gain / scale;
  return select(g > constant<V>(0.0), log(constant<V>(1.0) + max(g, constant<V>(0.0))), g - constant<V>(0.5) * g * g);
}

// One of the issue's options other than `now`, each with the same chance, from a uniform u in (0, 1).
// Option 2 of 4, u = 0.5: a step of 2, so 0.
template <class V>
V another(const V& now, int options, const V& u) {
  const V step = floor(u * constant<V>(options - 1)) + constant<V>(1.0);
  const V next = now + step;
  return select(next < constant<V>(options), next, next - constant<V>(options));
}

// How much a text may lose in score and still be kept, by the rule of Metropolis et al. 1953: a loss d is kept with the
// chance exp(-d / heat), that is where d < -heat log u. Heat 0.1, u = 0.5: 0.0693.
template <class V>
V slack(const V& heat, const V& u) {
  return -heat * log(u);
}

// Issues looked at one by one in a sitting: a quarter of them.
inline int clauses_of_sitting(int issues) { return (issues + 3) / 4; }

// The changes of sitting number `step`, in turn: a quarter of the clauses one by one, going on where the last sitting
// ended, then half as many pairs. Pairs run through all distances, one distance a sitting, so that every pair has its
// turn. Calls look(number, k, l): change number 0, 1, ... is of issue k and, unless l is -1, of issue l too.
// Six issues, sitting 1: clauses 2 and 3, then the pair 1 and 3.
template <class Look>
void sitting(int issues, int step, Look look) {
  const int singles = clauses_of_sitting(issues);
  for (int i = 0; i < singles; ++i) look(i, (step * singles + i) % issues, -1);
  const int apart = issues > 1 ? 1 + step % (issues - 1) : 0;
  for (int i = 0; apart > 0 && i < (singles + 1) / 2; ++i) {
    const int k = (step + i * 3) % issues;
    look(singles + i, k, (k + apart) % issues);
  }
}

}  // namespace armistice
