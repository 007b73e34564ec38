// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace armistice {

// The symmetric war of attrition at the table: two sides hold out for a prize, each pays for every unit of time, and
// who concedes leaves the prize to the other. Maynard Smith 1974, Journal of Theoretical Biology 47(1); with a deadline
// after Hendricks, Weiss and Wilson 1988, International Economic Review 29(4) (our reduction).
struct Attrition {
  double hazard;         // at which each side concedes, per unit of time: cost / prize
  double mean_duration;  // prize / (2 cost)
};
// Prize 10, cost 1 per unit of time: hazard 0.1, lasts 5 on average.
Attrition attrition(double prize, double cost);

// With a deadline after which each has `deadline_payoff` (in [0, prize / 2]) instead.
struct DeadlineAttrition {
  double quiet_from;    // no concession after this time: max(0, deadline - payoff / cost)
  double reach_chance;  // that the deadline comes: exp(-2 hazard quiet_from)
};
// (10, 1, 8, 3): quiet from 5, deadline reached with 0.36788.
DeadlineAttrition attrition_with_deadline(double prize, double cost, double deadline, double deadline_payoff);

}  // namespace armistice
