// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "armistice/theory/space.h"

// Lotteries over packages: what parties can have in expectation is the convex hull of what packages give them. A
// lottery may please all where no single package does. Parties are taken to be expected-utility maximisers, as their
// utilities have it (von Neumann and Morgenstern 1944), and to trust the draw.
namespace armistice {

struct Lottery {
  double value = 0;                // of what is maximised
  std::vector<double> utility;     // (party), expected
  std::vector<std::size_t> drawn;  // which of the vectors, rising; at most one more than there are parties
  std::vector<double> chance;      // of each, > 0, with sum 1
  std::vector<double> price;       // (party): weights by which no vector has a larger sum than the drawn ones have
};

struct Lotteries {
  std::vector<double> ideal;           // (party): the most in a rational lottery; empty where there is none
  Lottery kalai;                       // min gain / weight, ties to the larger sum; below 0: no lottery is rational
  std::optional<Lottery> ks;           // min gain / (weight (ideal - reservation)) over the parties that can gain
  std::optional<Lottery> nash;         // prod gain^weight
  std::optional<Lottery> utilitarian;  // sum weight utility of the rational lotteries
  std::vector<std::vector<double>> ideal_price;  // (party)(party): price at its ideal
  double nash_gap = 0;  // proved: no lottery has a product above nash->value times (1 + nash_gap)
};

// The bargaining solutions over all lotteries on the vectors `utility` (vector)(party), at least one; weights > 0,
// empty: all 1. A lottery is rational if no party's expected utility is below its reservation by half a quantum or
// more. Linear programs; Nash by adding the vector that is best at the gradient and moving weight to it from the worst
// (Frank and Wolfe 1956; Lacoste-Julien and Jaggi 2015, NeurIPS 28) until the gap is below 1e-12. Vectors (1, 0) and
// (0, 1), reservations 0: half and half, Nash's product 0.25.
Lotteries solve_lotteries(const std::vector<std::vector<double>>& utility, const std::vector<double>& reservation,
                          const std::vector<double>& weights = {});

struct SpaceLotteries {
  std::vector<std::vector<int>> package;  // what `drawn` numbers
  Lotteries best;
  bool proved = false;      // no allowed package of the space would change a solution by more than 1e-9
  std::uint64_t nodes = 0;  // of all searches
};

// The same over all allowed packages of a space too large to enumerate: packages are added while one has a larger sum
// at the price of some solution than those known (column generation, Dantzig and Wolfe 1960, Operations Research 8(1)),
// found by best_sum() within `nodes` boxes each. `package` is empty where nothing is allowed or found.
SpaceLotteries solve_lotteries(const Space& space, const std::vector<double>& weights = {},
                               std::uint64_t nodes = 200'000, int packages = 500);

}  // namespace armistice
