// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace armistice {

// One demand to a foe that is strong or weak: the safe one that both accept, or the risky one that only a weak foe
// accepts. The two-type form of Fearon 1995, International Organization 49(3), as Filson and Werner 2002, American
// Journal of Political Science 46(4), use it between battles. A wins a war with chance `against_strong` or
// `against_weak` >= against_strong; a pie of 1, costs of war in shares, not both 0.
struct TwoTypes {
  double against_strong, against_weak;
  double cost_a, cost_b;
};

struct ScreeningChoice {
  double safe;       // A's share by the safe demand, against_strong + cost_b
  double risky;      // A's expected share by the risky demand
  double threshold;  // risk pays iff the chance of a strong foe is below D / (D + cA + cB), D = the gap in chances
};

// The two demands when the foe is strong with chance `strong`. (0.4, 0.7, 0.1, 0.15), 0.3: safe 0.55, risky 0.685,
// threshold 0.54545; at 0.6 the risky demand is worth 0.52.
ScreeningChoice two_type_screening(const TwoTypes& war, double strong);

}  // namespace armistice
