// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

namespace armistice {

// Smith and Stam 2004, Journal of Conflict Resolution 48(6): a war is a random walk on forts. A holds `held` of
// `forts`, each battle moves one fort and A wins it with chance p; the war ends at 0 or at all of them.

// Chance that A ends with every fort: (1 - r^n) / (1 - r^N), r = (1 - p) / p; n / N at p = 1/2.
// 3 of 10 forts, p = 0.6: 0.71612.
double fort_win_chance(int held, int forts, double battle_chance);

// Mean number of battles until the end: (n - N W) / (1 - 2 p); n (N - n) at p = 1/2. 3 of 10, p = 0.6: 20.806.
double fort_battles(int held, int forts, double battle_chance);

struct FortOutlook {
  double win_chance;
  double battles;
};

// The two above averaged over a Beta(wins, losses) belief about p; wins and losses are at least 1.
// 5 of 10 forts, Beta(8, 4): win chance 0.85177, 14.578 battles.
FortOutlook fort_outlook(int held, int forts, double wins, double losses);

// What fighting to the finish burns less what the sides' optimism claims twice: kA DA + kB DB - (WA - WB), with WA, WB
// the chances of A's win as A and as B see them. A split exists when it is >= 0; costs are per battle, in shares.
double fort_surplus(const FortOutlook& a_sees, const FortOutlook& b_sees, double cost_a, double cost_b);

// The share of A when the two settle and halve that surplus: WA - kA DA + surplus / 2.
// Both at 5 of 10 forts and Beta(6, 6), 0.01 per battle: 0.5.
double fort_split(const FortOutlook& a_sees, const FortOutlook& b_sees, double cost_a, double cost_b);

// Two sides that agree to disagree about the chance that A wins a battle: Beta(wins, losses) each, of the same results.
struct FortBeliefs {
  double wins_a, losses_a;  // what A believes
  double wins_b, losses_b;  // what B believes
};

// The fight to the finish along a war that goes as `a_wins` says, until a split exists, a side has every fort or the
// results are used up. Element k holds the surplus after k battles; the last one is >= 0 where they settle.
// Beta(8, 4) against Beta(4, 8), 5 of 10 forts, 0.01 per battle, won in turn: 21 values from -0.41198 to 0.0057764.
std::vector<double> fort_surplus_path(int held, int forts, const FortBeliefs& beliefs, double cost_a, double cost_b,
                                      std::span<const bool> a_wins);

}  // namespace armistice
