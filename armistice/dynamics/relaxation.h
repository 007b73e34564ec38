// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "armistice/dynamics/hands.h"

// Upper bounds of gains that add up clause by clause. A gain does not (the hazard that a package breaks at, the chance
// that audiences pass it), so it is bounded from above by rows that do, for packages whose hazard lies in a given band;
// narrow bands make close bounds.
namespace armistice {

// Hazards of breakdown per year, low < h <= high; the first band of a set starts below every hazard.
struct HazardBand {
  double low = 0, high = 0;
};

// The bands of a draw: from the smallest hazard that any package may have to the largest, evenly in the logarithm.
std::vector<HazardBand> hazard_bands(const Hands& hands, const Hand& hand, int lane, int bands);

// Rows r(z) = constant + sum of cells + links that hold. Of every package z in the band:
//   gain rows: r(z) >= least gain of z over those who must accept it;
//   other rows: r(z) >= 0.
struct Relaxation {
  int rows = 0;
  std::vector<double> constant;  // (row)
  std::vector<double> cell;      // (cell, row)
  std::vector<double> link;      // (link of the model, row)
  std::vector<bool> is_gain;     // (row)
  std::vector<bool> always;      // (row): false where a clause may lift it out of all reach
  std::vector<int> party;        // (row): whose gain before its audiences are counted it bounds; -1 for other rows
};

// How content the audiences are: (U_a - threshold) / scale adds up over the clauses, and the chance that audience a
// passes a package is 1 / (1 + e^-x). With the most that x can still be it bounds the price of failing at home from
// below.
struct AudienceRows {
  int audiences = 0;
  std::vector<double> constant;    // (audience)
  std::vector<double> cell, link;  // (cell, audience), (link, audience)
  std::vector<double> price;       // (party): of certain failure at home
};
AudienceRows audience_rows(const Hands& hands, const Hand& hand, int lane);

// The rows of the draw in one lane, for packages that the parties of `must` (bit per party) have to accept. Per such
// party one row at each end of the band's chances of breaking; per audience of its, lines below the logistic chance
// that it says no; and what keeps the hazard in the band.
Relaxation relax(const Hands& hands, const Hand& hand, int lane, const HazardBand& band, std::uint32_t must);

}  // namespace armistice
