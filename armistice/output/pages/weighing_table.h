// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "armistice/dynamics/hands.h"

namespace armistice {

// All that weighing a package needs, draw by draw, as a `WeighingTable` of web/src/data.ts: with it a page computes
// gains as `weigh` does. The formula stands in weighing_table.cc.
std::string weighing_table(const Hands& hands);

}  // namespace armistice
