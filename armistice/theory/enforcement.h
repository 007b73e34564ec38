// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

// A peace that the sides keep because breaking it does not pay: grim trigger (Friedman 1971, Review of Economic Studies
// 38(1)) with imperfect detection; what ceasefire clauses do to it follows Fortna 2003, International Organization
// 57(2). Our reduction. Per period: peace is worth R, war P < R, a breach that is not yet found out T.
namespace armistice {

struct PeaceGame {
  double breach;       // T
  double peace;        // R > P
  double war;          // P
  double punish = 0;   // chance that a guarantor steps in against a breach
  double penalty = 0;  // what that costs the breaker; T' = T - punish penalty
};

// The least discount factor at which peace holds when a breach is found out with chance `detect` in (0, 1] each period:
// (T' - R) / (T' - R + q (R - P)), 0 when T' <= R. A buffer zone lowers T, observers raise q, a guarantee lowers T'.
// (1.5, 1, 0.4): 0.89286 at q = 0.1, 0.625 at 0.5, 0.45455 at 1; with a guarantee of 0.6 * 0.5 at q = 0.5: 0.4.
double least_patience(const PeaceGame& game, double detect);

// The least chance of detection at a discount factor in (0, 1): (1 - d) (T' - R) / (d (R - P)), above 1 when no
// observer is enough. (1.5, 1, 0.4), 0.6: 0.55556.
double least_detection(const PeaceGame& game, double discount);

// What peace is worth per period when a false alarm, chance `alarm` each period, starts the war for good:
// ((1 - d) R + d f P) / (1 - d + d f). It lasts 1 / alarm periods on average. R 1, P 0.4, 0.95, 0.02: 0.83478.
double peace_with_false_alarms(double peace, double war, double discount, double alarm);

// Assurance between two sides that like joint peace best (Kydd 2005, Trust and Mistrust in International Relations):
// R both keep it, T > S exploit and be exploited, P both break it, R > T and P > S. Keep it iff the chance that the
// other is trustworthy is at least (P - S) / (R - T + P - S). (3, 2, 1, -1): 0.66667.
double trust_threshold(double both_keep, double exploit, double both_break, double exploited);

// The chance that peace survives under clauses with hazard ratios h1, h2, ...: S^(h1 h2 ...). (0.7, {0.3, 0.5}):
// 0.94790.
double peace_survival(double survival, std::span<const double> hazard_ratios);

}  // namespace armistice
