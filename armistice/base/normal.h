// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/base/lanes.h"

namespace armistice {

// The standard normal quantile, Wichura 1988, Applied Statistics 37(3), algorithm AS 241 (PPND7: right to 1e-7 in
// double). normal_quantile(0.975) is 1.95996.
template <class V>
V normal_quantile(const V& p) {
  const auto c = [](double x) { return constant<V>(x); };
  const V q = p - c(0.5);
  const V r = c(0.180625) - q * q;
  const V centre = q * (((c(59.109374720) * r + c(159.29113202)) * r + c(50.434271938)) * r + c(3.3871327179)) /
                   (((c(67.187563600) * r + c(78.757757664)) * r + c(17.895169469)) * r + c(1.0));
  const V tail = sqrt(-log(min(p, c(1.0) - p)));
  const V s = tail - c(1.6);
  const V near = (((c(0.17023821103) * s + c(1.3067284816)) * s + c(2.7568153900)) * s + c(1.4234372777)) /
                 ((c(0.12021132975) * s + c(0.73700164250)) * s + c(1.0));
  const V f = tail - c(5.0);
  const V far = (((c(0.017337203997) * f + c(0.42868294337)) * f + c(3.0812263860)) * f + c(6.6579051150)) /
                ((c(0.012258202635) * f + c(0.24197894225)) * f + c(1.0));
  const V outer = select(tail > c(5.0), far, near);
  return select(abs(q) < c(0.425), centre, select(q < c(0.0), -outer, outer));
}

}  // namespace armistice
