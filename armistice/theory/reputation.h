// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace armistice {

// Abreu and Gul 2000, Econometrica 68(1): each side may be obstinate and never yield, and one that is not pretends to
// be. Demands a1 + a2 > 1 of a pie of 1, both below 1; rates of impatience r > 0; chances z in (0, 1) to be obstinate.
struct Obstinacy {
  double demand_1, demand_2;
  double rate_1, rate_2;
  double obstinate_1, obstinate_2;
};

struct Concession {
  double hazard_1, hazard_2;    // of conceding, r_j (1 - a_i) / (a_1 + a_2 - 1) for side i
  double alone_1, alone_2;      // time until side i would be known as obstinate by its hazard alone: -ln z_i / hazard_i
  double end;                   // by then all concessions that will be made are made: the smaller of the two
  double at_once_1, at_once_2;  // chance to concede at the start: 1 - z_i z_j^(-hazard_i / hazard_j) for the slower
};

// Demands 0.6, 0.6, rates 0.1, 0.2, obstinate 0.05, 0.1: hazards 0.4 and 0.2, end 7.4893, side 2 concedes at once with
// 0.55279.
Concession concession(const Obstinacy& sides);

}  // namespace armistice
