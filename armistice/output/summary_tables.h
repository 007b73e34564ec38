// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/output/summary.h"
#include "armistice/output/table.h"

namespace armistice {

// The summary as tables that people read: the outside view first, then endings, terms, zone and blockers.
std::vector<Table> tables_of(const Model& model, const Summary& summary, Language language);

// Confidence, warnings and what the model leaves out, one a line; stands under the tables.
std::string notes_of(const Summary& summary, Language language);

Provenance provenance_of(const Summary& summary);

}  // namespace armistice
