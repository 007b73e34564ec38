// SPDX-License-Identifier: Apache-2.0
#pragma once

// Threats in public and in private: after Fearon 1994, American Political Science Review 88(3), and Kurizaki 2007,
// American Political Science Review 101(3) (reduced form). What war is worth to the leader is w ~ U[-worst, best], in
// the same unit as the audience cost of backing down after a public threat.
namespace armistice {

// The chance that the leader stands firm, w >= -cost: min(1, (best + cost) / (best + worst)); by a back channel the
// cost is 0. Worst 0.6, best 0.4: 0.4 in private, 0.6 in public at a cost of 0.2.
double firm_chance(double worst, double best, double audience_cost);

// The least audience cost that makes it firm with chance `needed` in [0, 1]: max(0, needed (best + worst) - best).
// (0.6, 0.4, 0.75): 0.35.
double least_audience_cost(double worst, double best, double needed);

}  // namespace armistice
