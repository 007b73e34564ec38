// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/hitting.h"

namespace armistice {
namespace {

// How many of the sets that are not hit have no element in common, chosen one after another: as many are needed.
int apart(const std::vector<Subset>& sets, const Subset& chosen) {
  Subset used;
  int count = 0;
  for (const Subset& set : sets) {
    if ((set & (chosen | used)).any()) continue;
    used |= set, ++count;
  }
  return count;
}

bool extend(const std::vector<Subset>& sets, int left, Subset& chosen, Subset barred, long& work) {
  if (--work <= 0) return false;
  const Subset* next = nullptr;
  for (const Subset& set : sets)
    if ((set & chosen).none() && (!next || (set & ~barred).count() < (*next & ~barred).count())) next = &set;
  if (!next) return true;
  if (apart(sets, chosen) > left) return false;
  for (std::size_t e = 0; e < next->size(); ++e) {
    if (!next->test(e) || barred.test(e)) continue;
    chosen.set(e);
    if (extend(sets, left - 1, chosen, barred, work)) return true;
    chosen.reset(e);
    barred.set(e);  // what contains it has been looked at
  }
  return false;
}

}  // namespace

std::optional<Subset> hitting_set(const std::vector<Subset>& sets, int size, long& work) {
  Subset chosen;
  if (extend(sets, size, chosen, {}, work)) return chosen;
  return std::nullopt;
}

}  // namespace armistice
