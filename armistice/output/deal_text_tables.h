// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "armistice/output/table.h"
#include "armistice/study/deals.h"

// The tables of one text, and cells that the tables of deals share.
namespace armistice {

// The clauses in which two packages differ, "issue: option; ..."; a dash where they are the same.
std::string difference(const Model& model, const std::vector<int>& from, const std::vector<int>& to,
                       std::string_view lang);

// A row for each party with a stake: name of the package, party, must accept, gain, loses in, passes at home.
void add_parties(const Model& model, const DealView& deal, const std::string& package, std::string_view lang,
                 Table& table);

void add_text_tables(const Model& model, const TextDeals& text, const DealQuestion& question, std::string_view lang,
                     std::vector<Table>& tables);

}  // namespace armistice
