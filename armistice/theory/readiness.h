// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

// Readiness and ripeness as a number to report. There is no closed form in the literature: the product is our reading
// of Pruitt 1997, International Negotiation 2(2), and the minimum that of Zartman 1989, Ripe for Resolution, for whom
// every side must see a hurting stalemate and a way out. Nothing in the engine is driven by it.
namespace armistice {

// One party's readiness: motivation to end the war times optimism about talks, both in [0, 1]. Either at 0: not ready.
// (0.8, 0.5): 0.4.
double readiness(double motivation, double optimism);

// The least of the parties' readiness (at least one party). {0.8, 0.9}, {0.5, 0.2}: 0.18.
double ripeness(std::span<const double> motivation, std::span<const double> optimism);

}  // namespace armistice
