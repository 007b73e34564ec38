// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

// A settlement space on plain numbers: issues with options, and what each party makes of every package. A package picks
// one option for each issue. Utilities are additive over issues, plus interactions of a few options at once.
namespace armistice {

// "Issue k has option o."
struct Literal {
  int issue = 0;
  int option = 0;
};

// Adds `value` to the party's utility where all of `when` holds (a linkage of clauses).
struct Interaction {
  int party = 0;
  std::vector<Literal> when;
  double value = 0;
};

// A constraint: where all of `when` holds, at least one of `then` must. With `then` empty the combination is forbidden.
struct Implication {
  std::vector<Literal> when, then;
};

struct Space {
  int parties = 0;
  std::vector<int> options;         // (issue): how many, at least 1
  std::vector<double> utility;      // (party, cell), weights multiplied in; cell = first_cells()[issue] + option
  std::vector<double> constant;     // (party): in every package
  std::vector<double> reservation;  // (party): what the party has without a deal
  std::vector<Interaction> interactions;
  std::vector<Implication> implications;
  double cap = std::numeric_limits<double>::infinity();  // utilities above it count as the cap (GENIUS: 1)
};

// Utilities closer than this are the same: sums of doubles split exact ties otherwise. Every comparison of utilities is
// made on whole multiples of it (see `quantised`).
inline constexpr double utility_quantum = 1e-9;

// The nearest multiple of the quantum, in quanta: a whole number, exact up to 9e6 in utility. 0.25 gives 250000000. The
// boundary lies a ten-thousandth of a quantum below the half, where no number of the usual kinds is: rounding errors
// would send exact halves (1/1024) either way.
inline double quantised(double utility) { return std::floor(utility * 1e9 + 0.5001); }

// Whether quantised(utility) >= quanta, a whole number, without the rounding.
inline bool reaches(double utility, double quanta) { return utility * 1e9 + 0.5001 >= quanta; }

// (issue): the first cell of each issue, and after the last issue the number of cells. Options {3, 2}: {0, 3, 5}.
std::vector<int> first_cells(const Space& space);

// Packages with and without regard to constraints are numbered in mixed radix, the last issue fastest. Returns how many
// there are, at most 2^64 - 1 (then too many to number). Options {3, 2}: 6.
std::uint64_t package_count(const Space& space);

// The options of package `number`, and back. Options {3, 2}, number 3: {1, 1}.
std::vector<int> package_of(const Space& space, std::uint64_t number);
std::uint64_t number_of(const Space& space, const std::vector<int>& package);

// Whether the package breaks no constraint.
bool allowed(const Space& space, const std::vector<int>& package);

// What the party makes of the package: constant + cells + interactions, capped.
double utility_of(const Space& space, int party, const std::vector<int>& package);

}  // namespace armistice
