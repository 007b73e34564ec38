// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/theory/solutions.h"

namespace armistice {

struct Frontiers {
  Frontier all;
  Frontier rational;  // its members that give every party at least its reservation
};

// The frontier of a settlement space, exactly, with its ties. Packages stream by: only those that nothing seen so far
// dominates are kept. Tails that cannot lead to the frontier and blocks whose bound is dominated are passed over.
// Two parties: a staircase, n log n at worst. More: every package against the members, with those that dominate often
// moved to the front; at worst (nearly every package a member, as with many parties) the square of the frontier.
// `numbers`: see `split`; speed depends on it, nothing else.
Frontiers frontiers(const Space& space, std::uint64_t numbers = 8192);

}  // namespace armistice
