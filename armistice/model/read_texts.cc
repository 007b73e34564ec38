// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "armistice/model/read_parts.h"

namespace armistice {
namespace {

const std::vector<std::string> kinds = {"battle",   "talk",     "offer", "reply", "agreement", "aid",
                                        "sanction", "domestic", "poll",  "info",  "deadline",  "election"};

// Reports an id that something before it in the list has.
void check_fresh(Reading& reading, const auto& list, const Name& name, std::string_view what) {
  const auto same = std::find_if(list.begin(), list.end(), [&](const auto& other) { return other.name.id == name.id; });
  if (same == list.end() || name.place.line == 0) return;
  const Place& first = same->name.place;
  reading.report(name.place,
                 fmt::format("\"{}\" is already the id of {} ({}:{})", name.id, what, first.file, first.line));
}

TextClause read_clause(Cursor& table) {
  TextClause clause;
  clause.place = table.place();
  if (table.need("number")) clause.number = table.whole("number", 1, 9999, 1);
  clause.issue = table.ref("issue");
  clause.option = table.ref("option");
  if (clause.issue.id.empty() != clause.option.id.empty()) {
    table.reading().report(clause.place, "a clause names an issue and an option, or neither");
  }
  clause.en = table.text("en");
  clause.zh = table.text("zh");
  clause.sources = ids_of(table.refs("source"));
  return clause;
}

}  // namespace

void read_text(Reading& reading, const Node& file) {
  Cursor root(reading, file);
  Text text;
  if (const Entry* head = root.need("text"); head && is_kind(reading, head->value, Node::Kind::table, "text")) {
    Cursor table(reading, head->value);
    const Ref id = table.need_ref("id");
    if (id.place.line > 0) check_id(reading, id.id, id.place);
    text.name = table.name("name", id.id, id.place);
    text.date = table.need_date("date");
    table.finish();
    check_fresh(reading, reading.dossier.texts, text.name, "a text");
  }
  each_item(root, "clause", [&](Cursor& table) { text.clauses.push_back(read_clause(table)); });
  root.finish();
  reading.dossier.texts.push_back(std::move(text));
}

void read_events(Reading& reading, const Node& file) {
  Cursor root(reading, file);
  auto& events = reading.dossier.events;
  each_item(root, "event", [&](Cursor& table) {
    Event event;
    const Ref id = table.need_ref("id");
    if (id.place.line > 0) check_id(reading, id.id, id.place);
    event.name = table.name("name", id.id, id.place);
    event.date = table.need_date("date");
    event.known = table.date("known", event.date);
    if (table.need("kind")) event.kind = table.word("kind", kinds, "info");
    event.party = table.ref("party");
    event.sources = ids_of(table.refs("source"));
    check_fresh(reading, events, event.name, "an event");
    events.push_back(std::move(event));
  });
  root.finish();
}

}  // namespace armistice
