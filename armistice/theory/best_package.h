// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "armistice/theory/space.h"

// The best packages of settlement spaces that are too large to enumerate, by branch and bound: exact where it ends
// within the limit, and otherwise a package with a bound that no package exceeds. At most 64 issues of at most 64
// options. The limit counts boxes of packages weighed, not time: the same call of the same build gives the same bits.
namespace armistice {

struct BestOptions {
  std::vector<double> weights = {};          // (party), bargaining power; empty: all 1
  std::uint64_t nodes = 2'000'000;           // boxes weighed at most
  std::vector<std::vector<int>> known = {};  // packages to begin with
};

struct BestPackage {
  bool found = false;           // there is a package (an individually rational one, where the goal asks for that)
  std::vector<int> package;     // (issue): the option
  std::vector<double> utility;  // (party)
  double value = 0;             // of `package`
  double bound = 0;             // no package has more; minus infinity: proved that there is none
  bool optimal = false;         // proved: `package` is best within a quantum, or there is none
  std::uint64_t nodes = 0;
};

// The package with the largest smallest gain over the reservation, in units of the party's weight > 0 (Kalai 1977,
// Econometrica 45(7)), whether or not that is above 0: the value is negative where no package pleases all. Ties go to
// the larger sum of gains, as far as the limit lasts. Two issues with weights (0.6, 0.4) and (0.4, 0.6), each won by
// one party, reservations 0.2: each has its better issue, value 0.4.
BestPackage best_min_gain(const Space& space, const BestOptions& options = {});

// The individually rational package with the largest product of gain^weight, weights >= 0 (Nash 1950, Econometrica
// 18(2)). Gains that are 0 in quanta count 0. The issues above: 0.16. `value` is best within a share 1e-9 of it.
BestPackage best_nash(const Space& space, const BestOptions& options = {});

// The package with the largest weighted sum of utilities, of all or of the individually rational ones; weights >= 0.
// The issues above: 1.2.
BestPackage best_sum(const Space& space, bool rational, const BestOptions& options = {});

struct NearOptions {
  std::vector<double> margin = {};    // (party): gain over the reservation that it must have; empty: 0
  std::vector<double> distance = {};  // (cell): from the text's option, >= 0; empty: options apart
  std::uint64_t nodes = 2'000'000;    // boxes weighed at most, by each of three searches
};

struct NearText {
  bool found = false;
  std::vector<int> package;     // (issue)
  std::vector<double> utility;  // (party)
  int changed = 0;              // clauses that differ from the text
  double distance = 0;          // sum over issues
  int least_changed = 0;        // no acceptable package changes fewer
  double least_distance = 0;    // none that changes at most `changed` is nearer
  bool optimal = false;         // proved: fewest changes, then nearest; or there is no acceptable package
  std::uint64_t nodes = 0;
};

// The allowed package in which every party's gain is at least its margin that changes the fewest clauses of `text`, and
// of these the one that moves least. The text itself where it will do: 0 changes.
NearText nearest_acceptable(const Space& space, const std::vector<int>& text, const NearOptions& options = {});

}  // namespace armistice
