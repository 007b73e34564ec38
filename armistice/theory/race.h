// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace armistice {

// Finite resources, after Filson and Werner 2002, American Journal of Political Science 46(4): A collapses after it has
// lost `spare_a` >= 1 battles, B after `spare_b` >= 1; A wins each battle with chance p.

// Chance that B collapses first: sum over k < spare_a of C(spare_b - 1 + k, k) p^spare_b (1 - p)^k. (2, 4, 0.6):
// 0.33696.
double race_win_chance(int spare_a, int spare_b, double battle_chance);

// Mean number of battles, by recursion over what is left. (2, 4, 0.6): 3.8336.
double race_battles(int spare_a, int spare_b, double battle_chance);

}  // namespace armistice
