// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "armistice/theory/space.h"

// Every allowed package of a settlement space, block by block. The issues are split in two: the first ones, walked one
// combination after another, and the last ones (the tail), whose sums are tabled once. A block is one combination of
// the first issues with all tails: one addition for each package and party. Memory is that of two blocks.
namespace armistice {

struct Block {
  std::uint64_t first = 0;                   // number of the package whose tail has option 0 throughout
  std::size_t size = 0;                      // packages in the block, at least 1
  const std::uint32_t* offset = nullptr;     // (size): package i has number first + offset[i], rising in i
  std::vector<std::vector<double>> utility;  // (party)(i), capped; what lies beyond `size` is scratch
};

enum class Tails {
  all,
  // Without tails that another one beats whatever the first issues are: equal wherever the two halves are linked, at
  // least as good for every party, and better for one by more than rounding and the cap can hide. The frontier of the
  // whole space lies in the rest.
  undominated
};

// An interaction or implication that looks at the first issues. It is live where all of `when` and none of `then` hold;
// it then adds `value` for the party, or forbids (party -1), at the tails in `at`.
struct Across {
  int party = -1;
  double value = 0;
  std::vector<Literal> when, then;  // their part on the first issues
  bool everywhere = false;          // no literal on the tail: all tails
  std::vector<std::uint32_t> at;    // positions in `offset`
};

// A space made ready for the walk. Links that look at the tail alone are inside `tail` and `offset`.
struct Split {
  int parties = 0;
  double cap = 0;
  std::vector<int> options;               // (first issues)
  std::uint64_t blocks = 1;               // product of `options`
  std::uint64_t tails = 1;                // product of the options of the tail
  std::vector<double> constant;           // (party)
  std::vector<std::vector<double>> cell;  // (party)(cell of the first issues)
  std::vector<std::uint32_t> offset;      // (position): numbers of the tails that are walked
  std::vector<std::vector<double>> tail;  // (party)(position): sum over the tail's issues
  std::vector<double> most;               // (party): largest of `tail`
  std::vector<Across> links;
};

// Prepares the walk in blocks of at most `numbers` numbers (packages times parties); where that leaves blocks of a few
// packages only, in larger ones. 8192 stay in the nearest caches. The packages must be numbered (package_count < 2^64 -
// 1).
Split split(const Space& space, Tails tails = Tails::all, std::uint64_t numbers = 8192);

// Calls see(block) for every block that has a package; first wanted(first, most) with its first number and what each
// party gets at most in it: the block is passed over where that says no. Options {10, 10, 10, 10} and two parties: 10
// blocks of 1000 packages.
using Wanted = std::function<bool(std::uint64_t first, const std::vector<double>& most)>;
void visit(const Split& split, const Wanted& wanted, const std::function<void(const Block&)>& see);
void visit(const Split& split, const std::function<void(const Block&)>& see);

}  // namespace armistice
