// SPDX-License-Identifier: Apache-2.0
#pragma once

// What battles teach about a foe that is either strong or weak. After Filson and Werner 2002, American Journal of
// Political Science 46(4); Slantchev 2003, American Political Science Review 97(4); Powell 2004, American Journal of
// Political Science 48(2). A wins each battle with chance `strong` against a strong foe, with `weak` > strong against a
// weak one; both lie in (0, 1). Beliefs are the chance that the foe is strong, in (0, 1).
namespace armistice {

// The two chances of A's victory in one battle.
struct FoeTypes {
  double strong, weak;
};

// The belief after battles: its logit rises by ln(strong / weak) for each victory and by
// ln((1 - strong) / (1 - weak)) for each defeat. 0.3, (0.4, 0.6), no victory, 4 defeats: 0.68451.
double belief_after_battles(double belief, const FoeTypes& foe, int victories, int defeats);

// Defeats in a row after which the belief is at least `reach`; 0 when it is so already. A whole number, which for types
// that differ by next to nothing is too large for an int. 0.3, (0.4, 0.6), reach 0.5454545: 3.
double defeats_until(double belief, const FoeTypes& foe, double reach);

// Kullback and Leibler 1951, Annals of Mathematical Statistics 22: what one battle is worth as evidence for chance p
// against chance q, p ln(p / q) + (1 - p) ln((1 - p) / (1 - q)). (0.4, 0.6): 0.081093.
double battle_evidence(double p, double q);

// Fighting until the belief is at least `high` or at most `low`, low < belief < high.
struct Verdict {
  double taken_for_strong;  // chance that the belief ends at `high`
  double battles;           // mean number of battles
  double unfinished = 0;    // chance that no verdict was reached within the battles that were followed
};

// Wald 1947, Sequential Analysis, neglecting that the last battle carries the belief past the threshold, when the foe
// is strong or when it is weak. 0.5, 0.1, 0.9, (0.4, 0.6): strong 0.9 and 21.676 battles; weak 0.1 and 21.676.
Verdict wald_verdict(double belief, double low, double high, const FoeTypes& foe, bool foe_is_strong);

// The same exactly, overshoot and all: the chances of all numbers of victories are followed battle by battle, until
// less than 1e-15 is undecided or after 100,000 battles (then `unfinished` says how much is left, and `battles` is a
// lower bound). 0.5, 0.1, 0.9, (0.4, 0.6), strong: 0.91929 and 25.158 battles, which is also the gambler's ruin with 6
// of 12 forts, p = 0.6.
Verdict exact_verdict(double belief, double low, double high, const FoeTypes& foe, bool foe_is_strong);

}  // namespace armistice
