// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "armistice/model/cursor.h"
#include "armistice/model/numbers.h"

namespace armistice {

// What stands in for a number that the dossier leaves out.
enum class Omitted {
  assumed,    // the fallback of its specification; listed as assumed
  structural  // the effect is not there, or nothing asks for the number: its mode, fixed, and no assumption
};

// The number as written, as the next row of the dossier's knobs; reports what is wrong with it.
Number read_number(Reading& reading, const Node& node, const std::string& path, const Spec& spec);

// The number that is not written in the table at `place`.
Number omitted_number(Reading& reading, const std::string& path, const Spec& spec, const Place& place, Omitted how);

// A number of the table under the cursor, written or left out.
Number read_number(Cursor& table, const std::string& path, const Spec& spec, Omitted how);

// Every number of a group (numbers.h), under the keys and in the order of its list.
template <class Group>
void read_group(Cursor& table, Group& group, const std::string& path, Omitted how = Omitted::assumed) {
  Group::list(group, [&](Number& number, const Spec& spec) { number = read_number(table, path, spec, how); });
}

}  // namespace armistice
