// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/model/cursor.h"

namespace armistice {

// Adds the tables of one file to those read before: [party.ID] and its like are gathered by id, [[constraint]] and its
// like in the order of the files. What is given twice is reported at the second place.
void join(Reading& reading, Node& into, Node from);

}  // namespace armistice
