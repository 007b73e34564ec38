// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/join.h"

#include <fmt/format.h>

#include <map>

namespace armistice {
namespace {

// How deep the tables under a key are gathered: [value.WHO.ISSUE] two levels, [war] none.
int depth_of(std::string_view key) {
  if (key == "value") return 2;
  for (std::string_view single : {"dossier", "war", "mediation", "hold"}) {
    if (key == single) return 0;
  }
  return 1;
}

void join_tables(Reading& reading, Node& into, Node from, int depth) {
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < into.entries.size(); ++i) known.emplace(into.entries[i].key, i);
  for (Entry& entry : from.entries) {
    const auto found = known.find(entry.key);
    if (found == known.end()) {
      into.entries.push_back(std::move(entry));
      continue;
    }
    Entry& first = into.entries[found->second];
    const int deeper = depth < 0 ? depth_of(entry.key) : depth - 1;
    if (entry.value.kind == Node::Kind::table && first.value.kind == Node::Kind::table && deeper > 0) {
      join_tables(reading, first.value, std::move(entry.value), deeper);
    } else if (entry.value.kind == Node::Kind::array && first.value.kind == Node::Kind::array && depth < 0) {
      for (Node& item : entry.value.items) first.value.items.push_back(std::move(item));
    } else {
      reading.report(entry.place,
                     fmt::format("\"{}\" is already given ({}:{})", entry.key, first.place.file, first.place.line));
    }
  }
}

}  // namespace

void join(Reading& reading, Node& into, Node from) { join_tables(reading, into, std::move(from), -1); }

}  // namespace armistice
