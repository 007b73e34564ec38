// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace armistice {

// Screening while fighting: A demands, B settles or fights another round and is asked for less. B's cost of fighting on
// for ever is c ~ U[0, 1] in present value and its secret, A's is 0; `factor` in (0, 1) discounts a round. The linear
// stationary equilibrium of a durable-goods monopoly (Stokey 1981, Bell Journal of Economics 12(1); Gul, Sonnenschein
// and Wilson 1986, Journal of Economic Theory 39(1)), to which Powell 2004, American Journal of Political Science
// 48(2), relates bargaining while fighting.
struct Skimming {
  double demand;  // of the toughest bound v that is left: sqrt(1 - d) / (1 + sqrt(1 - d))
  double cut;     // types above cut v settle now: (1 - sqrt(1 - d)) / d
  double value;   // A's value is value v^2, value = demand / 2
  double rounds;  // mean rounds of fighting: cut / (1 - cut) = 1 / sqrt(1 - d)
};

// 0.9: demand 0.24025, cut 0.75975, value 0.12013, 3.1623 rounds. As rounds get short the demand goes to 0.
Skimming skimming(double factor);

// The demand of round `round`, counted from 0: demand cut^round. (0.9, 2): 0.13868.
double skimming_demand(double factor, int round);

// The chance that fighting goes on after `rounds` rounds: cut^rounds. (0.9, 5): 0.25313.
double skimming_war_chance(double factor, int rounds);

}  // namespace armistice
