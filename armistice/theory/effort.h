// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace armistice {

// What contests and support are worth in money and terms. (The chance to win itself: contest_chance in bargaining.h.)

// How much the chance rises per logarithm of A's strength: g p (1 - p). (0.5679476, 1.5): 0.36807.
double contest_slope(double chance, double decisiveness);

// Tullock 1980, Efficient Rent-Seeking: two sides spend on a prize that both value at `prize`, decisiveness g in (0,
// 2]. Each spends g V / 4. (10, 1): 2.5.
double equal_effort(double prize, double decisiveness);

// The same at decisiveness 1 with unequal values > 0 (Nti 1999, Public Choice 98): A spends VA^2 VB / (VA + VB)^2 and
// wins with chance VA / (VA + VB). (10, 6): 2.34375, 1.40625, 0.625.
struct Efforts {
  double a, b;
  double win_chance;
};
Efforts unequal_efforts(double value_a, double value_b);

// How the even split of Fearon's range moves when aid raises A's strength by the share `aid` and sanctions raise B's
// cost of war by `sanction`: p' - p + sanction / 2. Its upper end moves by p' - p + sanction.
// (0.5679476, 1.5, 0.3, 0.1): 0.14289.
double split_shift(double chance, double decisiveness, double aid, double sanction);

// Days until a stock is used up that burns `use` a day and gets `supply` < use back. (1000, 12, 8): 250.
double exhaustion_time(double stock, double use, double supply);

}  // namespace armistice
