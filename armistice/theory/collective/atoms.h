// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "armistice/theory/collective/prediction.h"

// Distributions on a few values: those of an issue's forecasts. Values ascend, shares are not negative and sum to 1.
namespace armistice::collective {

using Atoms = std::vector<Atom>;

// Sorts, puts equal values together and scales the shares to the sum 1; empty when they sum to 0.
Atoms tidied(Atoms atoms);

// The mean; NaN of nothing. Never outside the values, whatever the rounding.
double mean_of(const Atoms& atoms);

// The value that minimises the expected absolute error; where a whole interval does, its middle. NaN of nothing.
// {0: 0.5, 4: 0.5}: 2. Halves are compared with a slack of 1e-12: shares are quotients, and a tie must stay one.
double median_of(const Atoms& atoms);

// The continuous ranked probability score E|X - y| - E|X - X'| / 2 (Gneiting and Raftery 2007, Journal of the American
// Statistical Association 102, equation 21), in the values' unit; of a single value the absolute error. NaN of nothing.
// {0: 0.5, 100: 0.5}, 0: 50 - 25 = 25.
double crps(const Atoms& atoms, double observed);

// E|X - Y| of independent X and Y. Of {0: 0.5, 100: 0.5} with itself: 50. Both not empty.
double mean_distance(const Atoms& x, const Atoms& y);

}  // namespace armistice::collective
