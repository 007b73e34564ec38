// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace armistice {

// Wars that start because a promise cannot be kept when power moves: Fearon 1995, International Organization 49(3), and
// Powell 2006, International Organization 60(1). A pie of 1 flows in every period, discounted by `discount` in [0, 1);
// war ends the game and its winner has the flow for ever, V = 1 / (1 - discount). A is the rising side: it wins with
// chance `now` in a war today and with `later` in any war after today. Costs are present values in periods of the flow.
struct PowerShift {
  double now, later;
  double cost_a, cost_b;
  double discount;
};

// Whether the declining side B attacks today, and by how much.
struct Prevention {
  double peace;      // the most B can get without war: all of today's flow, and then what A leaves it
  double war;        // what B gets by war today, (1 - now) V - cost_b
  bool attacks;      // war > peace
  double guarantee;  // what peace lacks, as a payment in the second period: max(0, war - peace) / discount
  double threshold;  // B attacks once `later` is above it
};

// Later A has all the offers and holds B to its value of war: B attacks iff d p2 - p1 > cB (1 - d)^2.
// (0.3, 0.7, 0.4, 0.5, 0.9): peace 3.25, war 6.5, guarantee 3.6111, threshold 0.33889.
Prevention prevention_rising_extracts(const PowerShift& shift);

// Later B has all the offers and holds A to p2 V - cA: B attacks iff d p2 - p1 > (1 - d) (cB + d cA).
// (0.3, 0.7, 0.4, 0.5, 0.9): peace 4.06, war 6.5, threshold 0.42889.
Prevention prevention_declining_extracts(const PowerShift& shift);

// Powell's condition on any such game: what the rising side is sure of tomorrow and today (`rising_next`, `rising_now`)
// and the declining side today (`declining_now`), present values of a flow of 1. Peace breaks down iff
// d M1(t+1) - M1(t) > V - (M1(t) + M2(t)). Returns left less right, > 0 for war.
// rising_next 7.5, rising_now 3, declining_now 6.5, discount 0.9: 3.75 - 0.5 = 3.25.
double power_shift_excess(double rising_next, double rising_now, double declining_now, double discount);

}  // namespace armistice
