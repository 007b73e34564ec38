// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "armistice/model/domain.h"
#include "armistice/theory/best_package.h"
#include "armistice/theory/certificate.h"
#include "armistice/theory/logrolling.h"
#include "armistice/theory/lottery.h"
#include "armistice/theory/protocol.h"
#include "armistice/theory/solutions.h"

namespace armistice {

// Packages from which they are no longer looked at one by one: with five parties a machine with two cores looks at some
// 1e8 a second, and this is still an answer within a minute.
inline constexpr std::uint64_t most_looked_at = 2'000'000'000;

// Whether the branch and bound of best_package.h takes the space: at most 64 issues of at most 64 options.
bool searchable(const Space& space);

// Whether the space is searched and not enumerated: more than most_looked_at packages, and searchable. What is too
// large for either is enumerated all the same, however long it takes.
bool is_searched(const Space& space);

// Where no package is rational for all: the package whose least gain is greatest, ties to the larger sum of utilities.
struct NearestDeal {
  std::uint64_t package = 0;
  std::vector<double> utility;  // (party)
};

// The nearest deal of a space whose packages are all irrational for somebody: the Kalai point once every reservation is
// lowered by as much as makes all packages rational, which moves no order of gains.
NearestDeal nearest_deal(const Space& space);

// What branch and bound found in a space too large to enumerate.
struct Searched {
  BestPackage least_gain;               // rational or not
  BestPackage nash, sum_rational, sum;  // the first two of rational packages
  std::optional<BestPackage> ks;        // where the ideal gains are proved, and everybody can gain
  Agreement zone = Agreement::open;     // whether a package is rational for all; impossible: proved
  std::uint64_t nodes = 0;              // boxes weighed by all searches
};

// What `armistice deals` is asked about a domain besides.
struct DealsAsked {
  double time = 0;                          // at which the domain holds, for the words
  std::vector<double> weights = {};         // bargaining power; empty: all 1
  bool lotteries = false;                   // the space must be enumerated, weights above 0
  std::vector<std::string> protocols = {};  // by name, known ones; empty: none
  int runs = 30;                            // of each protocol, with the seeds from `seed` on
  std::uint64_t seed = 1;
  std::uint64_t nodes = 400'000;  // of each search: two seconds or so
};

// What `armistice deals` says of a domain.
struct DealsReport {
  Domain domain;  // its space as it was solved: discounted, reservations as given
  Solutions solutions;
  std::optional<Searched> searched;    // then solutions has no frontier, and points that are as good as Searched says
  std::optional<NearestDeal> nearest;  // only where no package is rational, or none was found
  std::optional<Certificate> certificate;  // with `nearest`, where the space is searchable
  std::optional<Lotteries> lotteries;      // on solutions.pareto
  std::vector<int> apart;                  // every issue settled by itself: what logrolling compares with
  std::optional<Logrolling> logrolling;    // from there to the Nash package
  std::vector<ProtocolScore> protocols;
  int runs = 0;
  std::uint64_t seed = 0;
  double time = 0;
  std::vector<double> weights;  // bargaining power; empty: all 1
};

// Solves the domain's space, by looking at every package or by search.
DealsReport deals_report(Domain domain, const DealsAsked& asked);

// The names of the options that a package picks.
std::vector<std::string> option_names(const Domain& domain, std::uint64_t package);

}  // namespace armistice
