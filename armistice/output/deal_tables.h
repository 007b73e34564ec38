// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "armistice/output/table.h"
#include "armistice/study/deals.h"

namespace armistice {

// The tables of `armistice deals DOSSIER`, in the language asked for: the zone over the draws; the packages that pass
// in most of them, what each party gains by them and what they have in common; the solution points of the central draw;
// each text as it stands, clause by clause, its smallest changes, what could be given for what is refused; and what
// leaving a party out changes. `text`: only that one, -1 for all.
std::vector<Table> deal_tables(const Model& model, const Deals& deals, const DealQuestion& question,
                               std::string_view lang, int text = -1);

}  // namespace armistice
