// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>

#include "armistice/model/domain.h"
#include "armistice/output/table.h"
#include "armistice/theory/solutions.h"

namespace armistice {

// Where no package is rational for all: the package whose least gain is greatest, ties to the larger sum of utilities.
struct NearestDeal {
  std::uint64_t package = 0;
  std::vector<double> utility;  // (party)
};

// The nearest deal of a space whose packages are all irrational for somebody: the Kalai point once every reservation is
// lowered by as much as makes all packages rational, which moves no order of gains.
NearestDeal nearest_deal(const Space& space);

// What `armistice deals` says of a domain.
struct DealsReport {
  Domain domain;  // its space as it was solved: discounted, reservations as given
  Solutions solutions;
  std::optional<NearestDeal> nearest;  // only where no package is rational
  double time = 0;
  std::vector<double> weights;  // bargaining power; empty: all 1
};

// Solves the domain's space.
DealsReport deals_report(Domain domain, double time, const SolveOptions& options);

// The tables: issues, parties, packages and frontier in numbers, solution points, each party's gain, the Nash package
// option by option (or who falls short, and by how much), the frontier, of which at most `rows` are listed.
std::vector<Table> domain_tables(const DealsReport& report, std::string_view lang, std::size_t rows);

// The same as one object of JSON with the keys in docs/deals.md.
std::string domain_json(const DealsReport& report, const Provenance& provenance);

// The names of the options that a package picks.
std::vector<std::string> option_names(const Domain& domain, std::uint64_t package);

}  // namespace armistice
