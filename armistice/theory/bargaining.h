// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

namespace armistice {

// A range of A's share of a pie of size 1. Empty when high < low.
struct ShareRange {
  double low;
  double high;
};
inline double width(const ShareRange& range) { return range.high - range.low; }

// Fearon 1995, International Organization 49(3): A wins a war with chance `win_chance`, war costs each side a share of
// the pie, both are risk neutral. Every split in [p - cA, p + cB] beats war for both; clipped to [0, 1].
// p = 0.6, cA = 0.15, cB = 0.2: [0.45, 0.80].
ShareRange bargaining_range(double win_chance, double cost_a, double cost_b);

// The even split of the surplus over war: p + (cB - cA) / 2 (Nash 1950 on Fearon's range, unclipped).
// p = 0.6, cA = 0.15, cB = 0.2: 0.625.
double even_split(double win_chance, double cost_a, double cost_b);

struct Demand {
  double share;       // what A asks for itself
  double war_chance;  // B refuses and war follows
  double value;       // A's expected share
};

// Fearon 1995, the risk-return trade-off: A asks once, B's cost of war is uniform in [cost_b_low, cost_b_high] and B's
// secret. x* = p + max(low, (high - cA) / 2), at most 1; war has the chance ((x* - p) - low) / (high - low).
// p = 0.5, cA = 0.1, cB in [0, 0.4]: ask 0.65, war 0.375, value 0.55625.
Demand risk_return_demand(double win_chance, double cost_a, double cost_b_low, double cost_b_high);

// Wittman 1979, Journal of Conflict Resolution 23(4): each side has its own estimate of the chance that A wins.
// Zone [pA - cA, pB + cB], not clipped, so that its width cA + cB - (pA - pB) says how far apart the sides are.
// A shock that moves both estimates alike moves the zone and leaves its width. (0.7, 0.4, 0.1, 0.1): width -0.1.
ShareRange settlement_zone(double a_thinks, double b_thinks, double cost_a, double cost_b);

// The same with utilities share^bend (bend <= 1 is aversion to risk), bounded to shares:
// [(pA - cA)^(1/bend_a), 1 - (1 - pB - cB)^(1/bend_b)]. (0.6, 0.6, 0.1, 0.1, 0.5, 0.5): [0.25, 0.91].
ShareRange settlement_zone(double a_thinks, double b_thinks, double cost_a, double cost_b, double bend_a,
                           double bend_b);

// Tullock 1980; Hirshleifer 1989, Public Choice 63: chance that A prevails, a^g / (a^g + b^g), strengths >= 0 and not
// both 0, decisiveness g > 0. The slope per logarithm of a is g p (1 - p). (1.2, 1, 1.5): 0.5679.
double contest_chance(double strength_a, double strength_b, double decisiveness);

// The chance once A's strength grows by the share `aid` (0.3 = 30 %): logit p rises by g ln(1 + aid).
// (0.5679476, 0.3, 1.5): 0.6608.
double aided_chance(double chance, double aid, double decisiveness);

// Two-level games with known ratifiers (Putnam 1988; Tarar 2001): A's public passes x >= need_a, B's passes
// 1 - x >= need_b. The unconstrained bargain moves to the nearest split that both pass, or there is none.
// (0.5, 0.62, 0.10): 0.62. (0.5, 0.65, 0.40): none.
std::optional<double> ratified_split(double unconstrained, double need_a, double need_b);

struct RatifiedOffer {
  double share;        // what the home side is offered
  double fail_chance;  // its public says no
  double value;        // the offering side's expected share
};

// Two-level game with an uncertain ratifier (after Iida 1993, Journal of Conflict Resolution 37(3)): the foreign side
// offers x, the home public needs r ~ U[0, toughest] and the foreign side has `fallback` if it fails.
// x* = min(toughest, (1 - fallback) / 2). (0.6, 0.1): offer 0.45, fails with 0.25, worth 0.4375.
RatifiedOffer uncertain_ratifier(double toughest, double fallback);

}  // namespace armistice
