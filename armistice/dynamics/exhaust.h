// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>

#include "armistice/dynamics/hands.h"

// Every package of one draw looked at, most of them by a bound: branch and bound over clauses, on the rows of
// relaxation.h and on weighted sums of them (a weighted sum of gains is at least the least gain: Lagrangian bounds).
namespace armistice {

struct ExhaustQuestion {
  std::vector<int> fixed;                // (issue): option that it must have, -1 for any; empty: any
  std::uint64_t most_nodes = 3'000'000;  // per draw; then the bound stands as far as it has come
  double tolerance = 2e-4;               // of the best least gain, utility
  double wanted = -10;                   // packages with less are of no interest: 0 asks only whether there is a zone
  double enough = 10;                    // a least gain that ends the search
};

// The best least gain of a draw among packages that have what is wanted. The true maximum lies in [least, bound], or
// below what is wanted where `least` and `bound` both do; `proved` when that is settled to the tolerance.
struct ExhaustBest {
  double least = -10, bound = 10;
  std::vector<int> package;  // that attains `least`; empty where no allowed package was found
  std::uint64_t nodes = 0;
  bool proved = false;
};

// max over allowed packages of the least gain over those who must accept, for the draw in one lane. `starts`: packages
// to try first; the better, the sooner the rest is ruled out.
ExhaustBest best_of_all(const Hands& hands, const Hand& hand, int lane, const std::vector<std::vector<int>>& starts,
                        const ExhaustQuestion& question = {});

// What is seen of a package: its options, and what the parties make of it, in one lane of `worths`.
using SeePackage = std::function<bool(const std::vector<int>& options, const Worths<Lanes>& worths, int lane)>;

// Calls `see` for every allowed package of the draw whose least gain is at least `floor`, each once, until it returns
// false. False when it did, or when the limit on nodes was met.
bool every_package_above(const Hands& hands, const Hand& hand, int lane, double floor, const ExhaustQuestion& question,
                         const SeePackage& see);

}  // namespace armistice
