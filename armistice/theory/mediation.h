// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace armistice {

// Whose word is believed: a reduced form of Kydd 2003, American Journal of Political Science 47(4). Side 1 asks a low
// share that both types of side 2 accept (p + cost_strong) or a high one that only the weak type accepts
// (p + cost_weak, cost_weak > cost_strong). A mediator has looked at side 2 and says "weak" or "strong"; it values side
// 1's share at `bias` and loses `mediator_cost` by a war.
struct Mediator {
  double strong_after_weak;    // chance that side 2 is strong although the mediator saw "weak"
  double strong_after_strong;  // and when it saw "strong"; larger
  double cost_strong, cost_weak;
  double mediator_cost;
};

// Biases at which the mediator tells the truth after either look:
//   e cM / ((1 - e) cH - cL) <= bias <= E cM / ((1 - E) cH - cL),
// infinite where the bracket is not > 0 (as a lower end: no bias is enough; as an upper end: none is too large).
// (0.1, 0.6, 0.1, 0.4, 0.5): 0.19231 to 5. A mediator without bias, 0, is not believed.
struct BiasRange {
  double low, high;
};
BiasRange credible_bias(const Mediator& mediator);

// What truth gains the mediator over a lie, after each look; negative when it would lie.
// The mediator above with bias 1: 0.21 after "weak", 0.24 after "strong".
struct TruthGains {
  double after_weak, after_strong;
};
TruthGains truth_gains(const Mediator& mediator, double bias);

// Whether side 1 does better by following each word, given its own cost of war: (1 - e) cH - e c1 >= cL after "weak",
// (1 - E) cH - E c1 <= cL after "strong". The mediator above, cost 0.2: both.
struct Heeded {
  bool weak, strong;
};
Heeded heeded(const Mediator& mediator, double cost_1);

// What side 1 and peace gain by a mediator whose word it follows; the mediator sees "strong" with chance `seen_strong`.
struct MediationValue {
  double share_without, share_with;  // side 1's expected share
  double war_without, war_with;      // chances
};
// Win chance 0.5, cost 0.2, seen_strong 0.4, the mediator above: 0.72 and 0.744; 0.3 and 0.06.
MediationValue mediation_value(const Mediator& mediator, double win_chance, double cost_1, double seen_strong);

}  // namespace armistice
