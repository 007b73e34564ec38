// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "armistice/output/domain_report.h"
#include "armistice/output/table.h"

// Tables of a domain beside its frontier and solutions; each wants the part of the report that it shows.
namespace armistice {

// Best packages of a space too large to enumerate, each with the bound that no package exceeds.
Table searched_table(const DealsReport& report, std::string_view lang);

// Why there is no deal, in one sentence, "Buyer and Seller cannot agree already on Price, whatever the rest."
std::string certificate_words(const Domain& domain, const Certificate& certificate, std::string_view lang);

// The sentence, and what each of its parties would need of its issues, and can get of them at most.
Table certificate_table(const DealsReport& report, std::string_view lang);

// Solutions over lotteries: what is expected, then the packages with their chances.
Table lottery_table(const DealsReport& report, std::string_view lang);

// Who gains and who gives on which issue between each issue settled by itself and the Nash package; the best trades.
std::vector<Table> logrolling_tables(const DealsReport& report, std::string_view lang);

Table protocol_table(const DealsReport& report, std::string_view lang);

}  // namespace armistice
