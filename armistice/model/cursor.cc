// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/cursor.h"

#include <fmt/format.h>

#include <algorithm>

namespace armistice {
namespace {

const Node empty_table;

std::string join(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::vector<Ref> refs_of(Reading& reading, const Entry& entry) {
  std::vector<Ref> found;
  if (entry.value.kind == Node::Kind::text) return {{entry.value.text, entry.value.place}};
  if (entry.value.kind != Node::Kind::array) {
    reading.report(entry.value.place, fmt::format("\"{}\" must be an id or a list of ids, not {}", entry.key,
                                                  kind_name(entry.value.kind)));
    return found;
  }
  for (const Node& item : entry.value.items) {
    if (is_kind(reading, item, Node::Kind::text, entry.key)) found.push_back({item.text, item.place});
  }
  return found;
}

}  // namespace

void Reading::report(const Place& place, std::string message, std::string hint) {
  problems.push_back({place, std::move(message), lines.at(place), std::move(hint)});
}

Cursor::Cursor(Reading& reading, const Node& table)
    : reading_(reading), table_(table.kind == Node::Kind::table ? table : empty_table) {}

const Entry* Cursor::find(std::string_view key) {
  asked_.emplace(key);
  return table_.find(key);
}

const Entry* Cursor::need(std::string_view key) {
  const Entry* entry = find(key);
  if (!entry) reading_.report(table_.place, fmt::format("\"{}\" is missing", key));
  return entry;
}

std::string Cursor::text(std::string_view key) {
  const Entry* entry = find(key);
  return entry && is_kind(reading_, entry->value, Node::Kind::text, key) ? entry->value.text : "";
}

std::string Cursor::need_text(std::string_view key) { return need(key) ? text(key) : ""; }

bool Cursor::truth(std::string_view key) {
  const Entry* entry = find(key);
  return entry && is_kind(reading_, entry->value, Node::Kind::boolean, key) && entry->value.truth;
}

int Cursor::whole(std::string_view key, int least, int most, int fallback) {
  const Entry* entry = find(key);
  if (!entry || !is_kind(reading_, entry->value, Node::Kind::number, key)) return fallback;
  const Node& value = entry->value;
  if (value.whole && value.number >= least && value.number <= most) return static_cast<int>(value.number);
  reading_.report(value.place, fmt::format("\"{}\" is a whole number from {} to {}", key, least, most));
  return fallback;
}

Date Cursor::date(std::string_view key, const Date& fallback) {
  const Entry* entry = find(key);
  if (!entry || entry->value.kind == Node::Kind::date) return entry ? entry->value.date : fallback;
  reading_.report(entry->value.place, fmt::format("\"{}\" must be a date, not {}", key, kind_name(entry->value.kind)),
                  "write it as 2025-12-20, without quotation marks");
  return fallback;
}

Date Cursor::need_date(std::string_view key) { return need(key) ? date(key, {}) : Date{}; }

Ref Cursor::ref(std::string_view key) {
  const Entry* entry = find(key);
  if (!entry || !is_kind(reading_, entry->value, Node::Kind::text, key)) return {};
  return {entry->value.text, entry->value.place};
}

Ref Cursor::need_ref(std::string_view key) { return need(key) ? ref(key) : Ref{}; }

std::vector<Ref> Cursor::refs(std::string_view key) {
  const Entry* entry = find(key);
  return entry ? refs_of(reading_, *entry) : std::vector<Ref>{};
}

std::string Cursor::word(std::string_view key, const std::vector<std::string>& known, std::string fallback) {
  const Ref found = ref(key);
  if (found.place.line == 0) return fallback;
  check_word(reading_, key, found.id, known, found.place);
  return found.id;
}

Name Cursor::name(std::string_view key, std::string id, const Place& place) {
  Name name{std::move(id), "", "", place};
  const Entry* entry = find(key);
  if (!entry) return name;
  if (entry->value.kind == Node::Kind::table) {
    Cursor both(reading_, entry->value);
    name.en = both.text("en");
    name.zh = both.text("zh");
    both.finish();
  } else if (is_kind(reading_, entry->value, Node::Kind::text, key)) {
    name.en = entry->value.text;
  }
  return name;
}

void Cursor::finish() {
  const std::vector<std::string> known(asked_.begin(), asked_.end());
  for (const Entry& entry : table_.entries) {
    if (!asked_.contains(entry.key)) {
      reading_.report(entry.place, fmt::format("unknown key \"{}\"", entry.key), did_you_mean(entry.key, known));
    }
  }
}

bool is_kind(Reading& reading, const Node& node, Node::Kind kind, std::string_view key) {
  if (node.kind == kind) return true;
  reading.report(node.place, fmt::format("\"{}\" must be {}, not {}", key, kind_name(kind), kind_name(node.kind)));
  return false;
}

void check_id(Reading& reading, std::string_view id, const Place& place) {
  const auto good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  if (!id.empty() && std::all_of(id.begin(), id.end(), good)) return;
  reading.report(place, fmt::format("\"{}\" is not an id: letters, digits and hyphens", id));
}

void check_word(Reading& reading, std::string_view what, const std::string& word, const std::vector<std::string>& known,
                const Place& place) {
  if (std::find(known.begin(), known.end(), word) != known.end()) return;
  const std::string near = did_you_mean(word, known);
  reading.report(place, fmt::format("unknown {} \"{}\"", what, word), near.empty() ? "one of: " + join(known) : near);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::string near = suggestion(word, known);
  return near.empty() ? "" : fmt::format("did you mean \"{}\"?", near);
}

}  // namespace armistice
