// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include "armistice/model/cursor.h"
#include "armistice/model/read_numbers.h"

// The readers of the parts of a dossier. Each takes the tables that it knows from the joined files (docs/dossier.md).
namespace armistice {

void read_head(Reading& reading, Cursor& root);         // [dossier]
void read_parties(Reading& reading, Cursor& root);      // [party.ID]
void read_audiences(Reading& reading, Cursor& root);    // [audience.ID]
void read_sides(Reading& reading, Cursor& root);        // [side.A], [side.B]
void read_war(Reading& reading, Cursor& root);          // [front.ID], [war], [aid.ID], [hold]
void read_issues(Reading& reading, Cursor& root);       // [issue.ID]
void read_values(Reading& reading, Cursor& root);       // [value.WHO.ISSUE]
void read_constraints(Reading& reading, Cursor& root);  // [[constraint]], [[linkage]]
void read_talks(Reading& reading, Cursor& root);        // [lever.ID], [channel.ID], [mediation]
void read_text(Reading& reading, const Node& file);     // text-*.toml
void read_events(Reading& reading, const Node& file);   // events.toml
void read_claims(Reading& reading, const Node& file);   // evidence.toml
void read_sources(Reading& reading, const Node& file);  // sources.toml

// The clauses of `{ issue = "option" }`; with `several`, an issue may name a list of options.
std::vector<Clause> read_clauses(Reading& reading, const Entry& entry, bool several = false);

// Calls f(table, id, place of the id) for every [KEY.ID].
void each_table(Cursor& root, std::string_view key, auto f) {
  const Entry* group = root.find(key);
  if (!group || !is_kind(root.reading(), group->value, Node::Kind::table, key)) return;
  for (const Entry& entry : group->value.entries) {
    if (!is_kind(root.reading(), entry.value, Node::Kind::table, entry.key)) continue;
    check_id(root.reading(), entry.key, entry.place);
    Cursor table(root.reading(), entry.value);
    f(table, entry.key, entry.place);
    table.finish();
  }
}

// Calls f(table) for every [[KEY]].
void each_item(Cursor& root, std::string_view key, auto f) {
  const Entry* list = root.find(key);
  if (!list || !is_kind(root.reading(), list->value, Node::Kind::array, key)) return;
  for (const Node& item : list->value.items) {
    if (!is_kind(root.reading(), item, Node::Kind::table, key)) continue;
    Cursor table(root.reading(), item);
    f(table);
    table.finish();
  }
}

std::vector<std::string> ids_of(const std::vector<Ref>& refs);

// Reports, once, that a list has grown beyond what the engine holds.
void check_count(Reading& reading, std::size_t count, int most, std::string_view what, const Place& place);

}  // namespace armistice
