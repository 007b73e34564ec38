// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/output/pages/sections.h"

namespace armistice {

// What the pages of the text and of the deals ask of the packages, pairs of parties included.
DealQuestion deal_question(const StudyPages& pages);

// The answer, found the first time that it is asked for: some seconds for a dossier of fourteen issues.
const Deals& deals_of(const StudyPages& pages);

}  // namespace armistice
