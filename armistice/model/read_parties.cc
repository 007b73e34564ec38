// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/limits.h"
#include "armistice/model/read_parts.h"

namespace armistice {
namespace {

const std::vector<std::string> roles = {"belligerent", "signatory", "mediator", "patron",
                                        "guarantor",   "holder",    "observer"};
const std::vector<std::string> rules = {"leader", "parliament", "referendum", "unanimity"};

Side read_side(Cursor& root, const Entry& entry) {
  Side side;
  Cursor table(root.reading(), entry.value);
  side.party = table.need_ref("party");
  if (const Entry* aim = table.need("aim")) {
    for (const Clause& clause : read_clauses(root.reading(), *aim)) side.aim[clause.issue.id] = clause.option;
  }
  read_group(table, side.number, "side." + entry.key);
  table.finish();
  return side;
}

}  // namespace

std::vector<std::string> ids_of(const std::vector<Ref>& refs) {
  std::vector<std::string> ids;
  for (const Ref& ref : refs) ids.push_back(ref.id);
  return ids;
}

void check_count(Reading& reading, std::size_t count, int most, std::string_view what, const Place& place) {
  if (count == static_cast<std::size_t>(most) + 1) reading.report(place, fmt::format("more than {} {}", most, what));
}

void read_head(Reading& reading, Cursor& root) {
  Dossier& d = reading.dossier;
  const Entry* head = root.find("dossier");
  if (!head || !is_kind(reading, head->value, Node::Kind::table, "dossier")) return;
  Cursor table(reading, head->value);
  if (table.need("format")) table.whole("format", 1, 1, 1);
  const Ref id = table.need_ref("id");
  if (id.place.line > 0) check_id(reading, id.id, id.place);
  d.title = table.name("title", id.id, id.place);
  d.as_of = table.need_date("as_of");
  d.war_began = table.need_date("war_began");
  d.horizon_weeks = table.whole("horizon_weeks", 1, 520, d.horizon_weeks);
  d.handling = table.text("handling");
  d.table = table.ref("table");
  table.finish();
}

void read_parties(Reading& reading, Cursor& root) {
  auto& parties = reading.dossier.parties;
  each_table(root, "party", [&](Cursor& table, const std::string& id, const Place& place) {
    Party party;
    party.name = table.name("name", id, place);
    const std::vector<Ref> written = table.refs("roles");
    for (const Ref& role : written) check_word(reading, "role", role.id, roles, role.place);
    party.roles = ids_of(written);
    read_group(table, party.number, "party." + id);
    parties.push_back(std::move(party));
    check_count(reading, parties.size(), most_parties, "parties", place);
  });
}

void read_audiences(Reading& reading, Cursor& root) {
  each_table(root, "audience", [&](Cursor& table, const std::string& id, const Place& place) {
    Audience audience;
    audience.name = table.name("name", id, place);
    audience.party = table.need_ref("party");
    audience.rule = table.word("rule", rules, "leader");
    if (const Entry* when = table.find("only_when")) audience.only_when = read_clauses(reading, *when, true);
    read_group(table, audience.number, "audience." + id);
    auto& audiences = reading.dossier.audiences;
    audiences.push_back(std::move(audience));
    check_count(reading, audiences.size(), most_audiences, "audiences", place);
  });
}

void read_sides(Reading& reading, Cursor& root) {
  const Entry* sides = root.find("side");
  if (!sides || !is_kind(reading, sides->value, Node::Kind::table, "side")) return;
  Cursor both(reading, sides->value);
  for (const char* key : {"A", "B"}) {
    const Entry* entry = both.need(key);
    if (!entry || !is_kind(reading, entry->value, Node::Kind::table, key)) continue;
    (key[0] == 'A' ? reading.dossier.side_a : reading.dossier.side_b) = read_side(root, *entry);
  }
  both.finish();
}

}  // namespace armistice
