// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/dynamics/decision_order.h"

namespace armistice {

// The rows of one band ready for the walk: floats, padded to whole registers, with weighted sums as further rows.
struct BandRows {
  std::size_t blocks = 0;         // registers a row vector fills
  std::vector<float> start;       // (row): constants
  std::vector<float> cell, link;  // (cell, row), (link, row)
  std::vector<float> gain;        // (row): 1 where the floor on the least gain counts, 0 where 0 does
  std::vector<float> price;       // (party, row): what a party's certain failure at home takes off the row
  double bound = 10;              // of the band
};

// The rows of a band with three weighted sums of them, found by subgradient steps of Polyak towards the least bound of
// the band (Held, Wolfe and Crowder 1974, Mathematical Programming 6): a weighted sum of gain rows, with weights that
// add to 1, and of other rows is at least the least gain. Stops when the bound falls below `floor`.
BandRows tighten(const Model& model, const OpenOptions& open, const DecisionOrder& order, const AudienceRows& audiences,
                 const Relaxation& rows, double floor);

}  // namespace armistice
