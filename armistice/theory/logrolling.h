// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "armistice/theory/space.h"

// Logrolling: who gives which clause for which (Raiffa 1982, "The Art and Science of Negotiation", ch. 10-11).
namespace armistice {

// Party `a` gives on `given` and gets on `got`; party `b` the other way round.
struct Trade {
  int a = 0, b = 0;
  int given = 0, got = 0;  // issues
  double a_gives = 0;      // what a loses on `given`, > 0
  double a_gets = 0;       // what it gains on `got`, > 0
  double b_gives = 0;      // what b loses on `got`, > 0
  double b_gets = 0;       // what it gains on `given`, > 0
  double joint = 0;        // of both on both issues together; ranks trades
  bool pays_both() const { return a_gets > a_gives && b_gets > b_gives; }
};

struct Logrolling {
  std::vector<std::vector<double>> change;  // (issue)(party): from the first package's option to the second's
  std::vector<double> linked;               // (party): what interactions and the cap change besides
  std::vector<double> total;                // (party): of the utility
  std::vector<Trade> trades;                // the largest joint gain first, then by issues and parties
};

// What each clause changes for each party between two packages, and the trades that this amounts to. Each trade is
// listed once. Changes of less than a quantum are none. Two issues with weights (0.6, 0.4) and (0.4, 0.6), from each
// being the other's to each having its better one: A gives issue 1 (0.4) for issue 0 (0.6), B the reverse, joint 0.4.
Logrolling logrolling(const Space& space, const std::vector<int>& from, const std::vector<int>& to);

// Every clause settled by itself, to compare a package with: its middle option (the lower of two), or the option with
// the largest product of what parties gain over their worst option of that clause, parties that cannot gain left out,
// ties to the larger sum, then to the lower option. Constraints are not looked at: see allowed().
std::vector<int> middle_of_each(const Space& space);
std::vector<int> nash_of_each(const Space& space);

struct TwoIssueSplit {
  double first = 0, second = 0;  // A's share of each issue
  double utility_a = 0, utility_b = 0;
};

// Two issues that can be cut anywhere: A's weights are (a, 1 - a), B's (b, 1 - b), a >= b, so that A is first given
// issue 1; disagreement gives (d_a, d_b); power is A's exponent of the Nash product. Weights in [0, 1], power in (0,
// 1). Nothing where no split gives both what they have without one. a = 0.6, b = 0.4, d = (0.2, 0.5): A gets 0.791667
// of issue 1 and none of issue 2, utilities 0.475 and 0.683333.
std::optional<TwoIssueSplit> nash_two_issues(double a, double b, double d_a, double d_b, double power = 0.5);

}  // namespace armistice
