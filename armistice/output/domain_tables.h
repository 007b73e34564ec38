// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "armistice/output/domain_report.h"
#include "armistice/output/table.h"

namespace armistice {

// The tables: issues, parties, packages and frontier in numbers, solution points, each party's gain, the Nash package
// option by option (or who falls short, and by how much, and why), who gives which issue for which, the frontier, of
// which at most `rows` are listed; lotteries and protocols where they were asked for.
std::vector<Table> domain_tables(const DealsReport& report, std::string_view lang, std::size_t rows);

// The same as one object of JSON with the keys in docs/deals.md.
std::string domain_json(const DealsReport& report, const Provenance& provenance);

}  // namespace armistice
