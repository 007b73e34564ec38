// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>
#include <vector>

#include "armistice/theory/stability/stability.h"

// The inverse question: which preferences would make a wanted state an equilibrium, those nearest to the ones given
// first (Kinsara, Kilgour and Hipel 2015, "Inverse approach to the graph model for conflict resolution"; least change:
// Wang, Hipel, Fang and Dang 2018, "Matrix representations of the inverse problem").
//
// How far two rankings are apart: pairs of states whose order is reversed count one, pairs tied in one of them only
// count a half, summed over parties (Kemeny and Snell 1962, halved; Kendall's tau distance where nothing is tied). It
// is kept in halves, so that it is exact. No pair that has an order is made a tie: a strict ranking stays strict.
namespace armistice::stability {

// The party has to like `above` better than `below`; at least as well, when not `strict` (only of states that it does
// not tell apart now, and then the requirement is to keep it so or better).
struct Requirement {
  int party = 0;
  State above = 0, below = 0;
  bool strict = true;
  friend auto operator<=>(const Requirement&, const Requirement&) = default;
};

struct PartyChange {
  std::int64_t halves = 0;         // 0: the party's preference stays as it is
  std::vector<std::int32_t> rank;  // [state] a nearest ranking that does, 1, 2, ...
  std::vector<State> more, less;   // a few states that the party has to like more, or less, and all else can stay:
                                   // greedily, the one in most of the pairs that change first
};

struct Alternative {
  std::vector<Requirement> requirements;  // enough together, and none of them can be left out
  std::vector<PartyChange> change;        // [party]
  std::int64_t halves = 0;                // over all parties
  double pairs() const { return static_cast<double>(halves) / 2; }
};

struct InverseOptions {
  Rule rule = Rule::returns;
  std::uint64_t changeable = ~std::uint64_t{0};  // parties whose preference may change, bit per party
  std::size_t alternatives = 5;                  // how many to look for
  std::int64_t nodes = 5'000;                    // sets of requirements to weigh, at most
};

struct Inverse {
  bool already = false;  // it is an equilibrium as things are: no alternatives
  // Least first. The requirements of one are not met by the ranking of another before it.
  std::vector<Alternative> alternatives;
  bool proved = false;        // nothing is less than the first alternative; without one, that there is none
  std::int64_t at_least = 0;  // when not proved: a bound on the halves of the least
  std::int64_t nodes = 0;     // sets weighed
};

// Best-first over sets of requirements. A notion's stability can only be gained by putting the wanted state above
// another for the party in question or, for credible answers, by making a move an improvement for who answers: at each
// step the first improvement that is not deterred yields all such requirements of which one must hold. The nearest
// ranking that keeps the requirements of a party is found exactly, over the places of the states that they name.
// Preferences must be known.
//
//   the prisoners' dilemma, mutual silence, Nash: each has to like it better than its own confession: 2 pairs.
Inverse inverse(const Graph& graph, State wanted, Notion notion, const InverseOptions& options = {});

// The nearest ranking to `rank` that keeps the requirements (their party is not looked at), and how far it is, in
// halves; below 0 when they contradict each other, or when more than `nodes` places had to be weighed (`exact` false).
struct NearestRanking {
  std::int64_t halves = -1;
  std::vector<std::int32_t> rank;
  bool exact = true;
};
NearestRanking nearest_ranking(const std::vector<std::int32_t>& rank, const std::vector<Requirement>& requirements,
                               std::int64_t nodes = 1'000'000);

// Half pairs between two rankings of the same states.
std::int64_t half_pairs_apart(const std::vector<std::int32_t>& a, const std::vector<std::int32_t>& b);

}  // namespace armistice::stability
