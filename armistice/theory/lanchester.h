// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/base/lanes.h"

namespace armistice {

// Lanchester 1916, Aircraft in Warfare; notation after Taylor 1983. Forces in men (or vehicles), rates per unit of
// time: `kill_a` is what one of A does to B, `kill_b` what one of B does to A.
struct Forces {
  double a;
  double b;
};
struct KillRates {
  double a;
  double b;
};

// Aimed fire, A' = -kill_b B and B' = -kill_a A, after `time`; past the end of the weaker force it is meaningless.
// kill_a A^2 - kill_b B^2 stays constant. 1000 against 800, rates 0.01 and 0.012, time 30: 761.276 and 538.161.
Forces square_law(const Forces& start, const KillRates& kill, double time);

// The same with steady reinforcements per unit of time; the balance point (inflow.b / kill.a, inflow.a / kill.b) is a
// saddle, so small changes of supply decide. 1000 each, rates 0.01, inflow 8 and 9, time 50: 908.544 and 973.416.
Forces square_law_reinforced(const Forces& start, const KillRates& kill, const Forces& inflow, double time);

struct Annihilation {
  Forces left;  // the loser has 0
  double time;  // infinite for equal sides
};

// How aimed fire ends when nobody breaks. 1000 against 800, rates 0.01 and 0.012: A with 481.664 at time 124.136.
Annihilation square_law_end(const Forces& start, const KillRates& kill);

// When B has fallen to `share` of its start under aimed fire (a break point); infinite if it never does.
// 1000 against 800, rates 0.01 and 0.012, share 0.7: 27.166.
double square_law_time_to_share(const Forces& start, const KillRates& kill, double share);

// Area fire, A' = -kill_b A B and B' = -kill_a A B: kill_a A - kill_b B stays constant.
// 1000 against 800, both rates 2e-5, time 60: 539.523 and 339.523.
Forces linear_law(const Forces& start, const KillRates& kill, double time);

// Deitchman 1962, Operations Research 10(6): A in ambush fires aimed and suffers area fire. What is left at the end:
// kill_a A - kill_b B^2 / 2 stays constant. 200 against 1000, rates 0.01 and 1e-5: B with 774.597.
Forces ambush_end(const Forces& start, const KillRates& kill);

template <class V>
struct Losses {
  V a;  // of A per unit of time
  V b;
};

// The general law for the engine: loss of A = rate_b B^shooters A^targets and the other way round. Exponents (1, 0) are
// the square law, (1, 1) the linear law, (0, 1) Peterson's logarithmic law. Forces below 1e-9 count as 1e-9.
// 1000 against 800, rates 0.01 and 0.012, exponents (1, 0): A loses 9.6 and B 10.
template <class V>
Losses<V> lanchester_losses(const V& force_a, const V& force_b, const V& rate_a, const V& rate_b, const V& shooters,
                            const V& targets) {
  const V log_a = log(max(force_a, constant<V>(1e-9)));
  const V log_b = log(max(force_b, constant<V>(1e-9)));
  return {rate_b * exp(shooters * log_b + targets * log_a), rate_a * exp(shooters * log_a + targets * log_b)};
}

}  // namespace armistice
