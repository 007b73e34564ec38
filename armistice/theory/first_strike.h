// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace armistice {

// Who strikes first gains, and fighting destroys what is fought over. After the offensive advantage of Fearon 1995,
// International Organization 49(3), and the idea of Leventoglu and Slantchev 2007, American Journal of Political
// Science 51(4); the closed form is our own reduction, their equilibrium is not claimed. Side i wins with chance f_i if
// it strikes first and pays c_i for a war (in units of the pie); the pie has the size `stake`.
struct FirstStrike {
  double first_a, first_b;  // chance to win for who strikes first
  double cost_a, cost_b;
};

// The largest pie that can be divided so that neither would rather strike: S* = (cA + cB) / (fA + fB - 1), infinite
// where striking first is no advantage (fA + fB <= 1). (0.6, 0.65, 0.1, 0.15): 1.
double largest_safe_stake(const FirstStrike& sides);

// Rounds of fighting, each of which destroys the share `destroyed` in (0, 1) of the pie, until peace enforces itself:
// max(0, ceil(ln(stake / S*) / -ln(1 - destroyed))). Stake 2, 0.1 destroyed, the sides above: 7 rounds. At least one
// cost must be > 0, or there is no such round and the answer is infinite.
double rounds_until_safe(const FirstStrike& sides, double stake, double destroyed);

}  // namespace armistice
