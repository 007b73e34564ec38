// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>

#include "armistice/theory/enumerate.h"
#include "armistice/theory/solutions.h"

// What bargaining solutions maximise, a block of packages at a time. Every aim is monotone: a package that gives nobody
// less scores no less. The score of a block's bound is therefore a bound of its scores.
namespace armistice {

// kalai_sum: the sum of utilities among the packages that attain Kalai's value, nothing elsewhere.
enum class Aim { nash, kalai, ks, utilitarian, utilitarian_rational, kalai_sum };
inline constexpr std::size_t aim_count = 6;
inline std::size_t place(Aim aim) { return static_cast<std::size_t>(aim); }

struct Claims {
  std::vector<double> weights;      // (party)
  std::vector<double> reservation;  // (party)
  std::vector<double> hope;         // (party): ideal_rational - reservation; 0: the party cannot gain
  double kalai_least = 0;           // what kalai_sum calls attained
};

// A score that no package has: the package is not rational.
inline constexpr double no_score = -std::numeric_limits<double>::infinity();

// Scores of the block's packages for one aim.
void score(const Claims& claims, Aim aim, const Block& block, std::vector<double>& out);

// The scores from which on a package ties with the best. Nash products: within 1e-9 of the value, relative (products
// of many small gains are tiny). The others: within half a quantum, so that numbers in whole quanta are told apart
// exactly and rounding is not seen; above 5000 within 1e-13 of the value, where rounding is coarser than that.
double tied_from(Aim aim, double best);

}  // namespace armistice
