// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <bitset>
#include <optional>
#include <vector>

namespace armistice {

// Subsets of at most 128 elements.
using Subset = std::bitset<128>;

// A subset of `size` elements or fewer that has an element in common with every one of `sets`, by branching on the
// elements of a set not yet hit. Nothing where there is none; `work` is counted down for each branch, and where it
// reaches 0 the answer is not known. Sets {0, 1}, {1, 2}, {3}: {1, 3}, of size 2.
std::optional<Subset> hitting_set(const std::vector<Subset>& sets, int size, long& work);

}  // namespace armistice
