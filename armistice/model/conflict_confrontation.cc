// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "armistice/model/conflict_parts.h"

namespace armistice {

// [confrontation]: threatened = "war", position = { north = "truce", south = "status" }.
void read_confrontation(ConflictReading& r, Cursor& root) {
  const Entry* entry = root.find("confrontation");
  if (!entry || !is_kind(r.reading, entry->value, Node::Kind::table, "confrontation")) return;
  Cursor table(r.reading, entry->value);
  const Entry *threatened = table.need("threatened"), *position = table.need("position");
  table.finish();
  if (!threatened || !position || !is_kind(r.reading, position->value, Node::Kind::table, "position")) return;
  std::vector<std::optional<stability::State>> demanded(r.conflict.parties.size());
  std::vector<std::uint8_t> there(demanded.size());
  for (const Entry& one : position->value.entries) {
    const int party = r.party({one.key, one.place});
    if (party >= 0) there[static_cast<std::size_t>(party)] = 1;
    const auto state = r.states_known ? state_of(r, one.value, one.key) : std::nullopt;
    if (party >= 0) demanded[static_cast<std::size_t>(party)] = state;
  }
  for (std::size_t p = 0; p < there.size(); ++p)
    if (!there[p])
      r.wrong(position->place, fmt::format("the position of {} is missing", r.conflict.parties[p].name.id));
  const auto threat = r.states_known ? state_of(r, threatened->value, "threatened") : std::nullopt;
  if (!threat) return;
  stability::Confrontation confrontation;
  confrontation.threatened = *threat;
  for (const auto& state : demanded) {
    if (!state) return;
    confrontation.position.push_back(*state);
  }
  r.conflict.confrontation = std::move(confrontation);
}

}  // namespace armistice
