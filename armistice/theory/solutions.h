// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "armistice/theory/space.h"

// The frontier of a settlement space and its bargaining solutions, exactly: every allowed package counts.
namespace armistice {

// Packages that no allowed package dominates: none gives every party at least as much and one of them more, utilities
// compared in quanta. Packages with the same utilities are all on the frontier or none is.
struct Frontier {
  std::uint64_t vectors = 0;                 // distinct utility vectors
  std::uint64_t packages = 0;                // packages that have them
  std::vector<std::vector<double>> utility;  // (vector)(party), the first party's utility falling
  std::vector<std::uint64_t> package;        // (vector): the lowest number of a package that has it
};

// A solution: the value of what is maximised, and every package that attains it. A package ties with the best when it
// comes within half a quantum of its value; for Nash's product within 1e-9 of it, relative to it (products of many
// small gains are tiny). A gain of less than a quantum counts as none.
struct SolutionPoint {
  double value = 0;
  std::vector<double> utility;         // of the first of `package`: the lexicographically largest of the tied vectors
  std::uint64_t vectors = 0;           // distinct utility vectors that attain the value
  std::uint64_t packages = 0;          // packages that attain it
  std::vector<std::uint64_t> package;  // their numbers, at most SolveOptions::keep, the larger vectors first
};

struct SolveOptions {
  // (party): bargaining power >= 0, not all 0; empty: all 1. The gain of a party with 0 does not count.
  std::vector<double> weights = {};
  std::uint64_t keep = 1000;   // packages listed for a solution
  bool frontier = true;        // false: solutions only
  std::uint64_t block = 8192;  // numbers looked at together: speed depends on it, nothing else
};

// Individually rational: no party gets less than its reservation. Gains are utilities less reservations. Where no
// package is rational the solutions are absent, not a guess; `utilitarian` looks at all allowed packages.
struct Solutions {
  std::uint64_t packages = 0, rational = 0;   // allowed packages, and the rational ones among them
  std::vector<double> ideal, ideal_rational;  // (party): the most it can get; empty where there is no such package
  std::vector<double> worst;                  // (party): the least it can get
  Frontier pareto, pareto_rational;           // the second: members of the first that are rational
  std::optional<SolutionPoint> nash;          // prod gain^weight (Nash 1950; Harsanyi and Selten 1972)
  std::optional<SolutionPoint> kalai;         // min gain / weight (Kalai 1977), ties to the larger sum of utilities
  // min gain / (weight (ideal_rational - reservation)) over the parties that can gain (Kalai and Smorodinsky 1975); 0
  // where nobody can.
  std::optional<SolutionPoint> ks;
  std::optional<SolutionPoint> utilitarian, utilitarian_rational;  // sum weight utility
};

// Solves the space by looking at every package, in blocks; memory is that of the frontier and the tied vectors. 1 to 16
// parties; the number of packages must fit (package_count < 2^64 - 1). Two issues shared by weights (0.6, 0.4) and
// (0.4, 0.6), each won by one party, reservations (0.2, 0.2): Nash gives each its better issue, value 0.16.
Solutions solve(const Space& space, const SolveOptions& options = {});

}  // namespace armistice
