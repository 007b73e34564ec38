// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/theory/collective/field.h"
#include "armistice/theory/collective/prediction.h"

// The forecasts that need no process: means, medians and modes of positions. They are the yardstick of the others; the
// weighted mean so often beats them that no forecast should stand without it.
namespace armistice::collective {

// The compromise model (Van den Bos 1991): sum c s x / sum c s on each issue. Where nobody has weight, the plain mean.
//
//   EC emission standards of 1984 (ten states): 7.389955686853767.
Prediction compromise(const Field& field);

// The mean of the positions, everybody counted once. The case above: 6.7.
Prediction mean(const Field& field);

// The position that beats every other in votes of weight c s, which is the minimiser of sum c s |x - z| (Black 1948).
// Where a whole interval minimises it, its middle. The case above: 7.
Prediction weighted_median(const Field& field);

// Everybody counted once. The case above: 7.
Prediction median(const Field& field);

// The position with the most weight behind it; of several, the one nearest to the weighted mean, then the lower. Its
// distribution is the share of weight behind each position. The case above: 10, with 0.4963 of it.
Prediction mode(const Field& field);

// The middle of the scale, for comparison.
Prediction midpoint(const Field& field);

// What holds without a decision; NaN where it is not known.
Prediction reference_point(const Field& field);

// The positions taken on an issue, ascending, each with its share of the weight; equal shares by heads when nobody has
// weight or `by_heads`. Empty when nobody takes part.
std::vector<Atom> shares_of_positions(const Field& field, std::size_t issue, bool by_heads = false);

// A prediction with nothing but the positions as given and a forecast for each issue.
Prediction without_a_process(const Field& field, std::vector<double> forecast);

}  // namespace armistice::collective
