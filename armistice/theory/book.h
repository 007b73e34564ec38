// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "armistice/theory/protocol.h"

// What every protocol asks of a space: what packages are worth to all, which is best for whom, and how a run ends.
namespace armistice {

// Spaces up to so many packages are searched one by one, larger ones by climbing.
inline constexpr std::uint64_t most_listed = 1u << 16;

// A space with what follows from it. It refers to the space, which must live longer.
struct Book {
  explicit Book(const Space& space);
  const Space& space;
  std::vector<int> first;             // (issue): first cell
  std::vector<double> stake;          // (party): from its worst to its best clauses and linkages, at least 1e-9
  std::vector<std::uint64_t> listed;  // allowed packages where the space is small, else empty
  std::vector<int> option;            // (listed package, issue)
  std::vector<double> worth;          // (listed package, party)
};

// (party): utilities of a package, as utility_of.
std::vector<double> utilities(const Book& book, const std::vector<int>& package);

// (party): what it has without a deal: its reservation, or the outside option where that is better.
std::vector<double> without_deal(const Space& space, const ProtocolTerms& terms);

// The package that is best for the party among those that give every party at least `need` (party; its own is
// ignored); among equals the one with the most for the others together, then the lowest number. Nothing where there is
// none, or, in a space too large to list, where the climb finds none: from every package of `starts` by single clauses
// and by pairs, shortfalls of the others first.
std::optional<std::vector<int>> best_for(const Book& book, int party, const std::vector<double>& need,
                                         const std::vector<std::vector<int>>& starts);

// The packages that climbs start from: the first option of every issue, and each party's favourite options.
std::vector<std::vector<int>> usual_starts(const Book& book);

// An allowed package drawn at random, by trying; where a thousand tries fail, the first start that is allowed.
std::optional<std::vector<int>> any_package(const Book& book, std::uint64_t seed);

// Who speaks first.
int first_speaker(const Space& space, const ProtocolTerms& terms);

// The end of a run: with a package that gives nobody less than its reservation, or without a deal.
ProtocolResult concluded(const Book& book, const ProtocolTerms& terms, const std::vector<int>& package, int round);
ProtocolResult broken_off(const Book& book, const ProtocolTerms& terms, int round);

}  // namespace armistice
