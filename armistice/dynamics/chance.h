// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/terms.h"

// Small tools of chance and time that the mechanisms share.
namespace armistice {

// Chance that something of hazard `rate` per year happens in a week.
template <class V>
V in_a_week(const V& rate) {
  return constant<V>(1.0) - exp(-max(rate, constant<V>(0.0)) * constant<V>(years_a_week));
}

// A Poisson count of mean `mean` from one uniform, by inversion; cut off at eight, which for means up to three loses
// less than 0.2 % of the counts.
template <class V>
V poisson(const V& mean, const V& u) {
  V term = exp(-mean), below = term, count = constant<V>(0.0);
  for (int k = 1; k <= 8; ++k) {
    count += select(u > below, constant<V>(1.0), constant<V>(0.0));
    term *= mean * constant<V>(1.0 / k);
    below += term;
  }
  return count;
}

template <class V>
V one_if(const Mask<V>& mask) {
  return select(mask, constant<V>(1.0), constant<V>(0.0));
}

template <class V>
Mask<V> at_war(const State<V>& s) {
  return s.force == constant<V>(war);
}

// Intensity of the fighting in shares of today's: 0 while a deal is in force.
template <class V>
V intensity(const Model& m, const Terms<V>& t, const State<V>& s) {
  const V of_tempo = select(s.tempo == constant<V>(low), t(m.war.tempo_low),
                            select(s.tempo == constant<V>(offensive), t(m.war.tempo_offensive), constant<V>(1.0)));
  return select(at_war(s), of_tempo, constant<V>(0.0));
}

}  // namespace armistice
