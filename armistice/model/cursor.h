// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/base/lines.h"
#include "armistice/model/dossier.h"
#include "armistice/model/node.h"

namespace armistice {

// What the readers of all tables share: the dossier that grows, and the problems found on the way.
struct Reading {
  Dossier dossier;
  Problems problems;
  Lines lines;

  void report(const Place& place, std::string message, std::string hint = "");
};

// A table while it is read. It remembers which keys were asked for, so that finish() can report the rest. A value of a
// wrong type is reported and read as if it were not there.
class Cursor {
 public:
  Cursor(Reading& reading, const Node& table);

  const Place& place() const { return table_.place; }
  const std::vector<Entry>& entries() const { return table_.entries; }
  Reading& reading() { return reading_; }

  // The entry of a key, or nullptr. need() reports a key that is not there.
  const Entry* find(std::string_view key);
  const Entry* need(std::string_view key);

  // "" when left out.
  std::string text(std::string_view key);
  std::string need_text(std::string_view key);
  bool truth(std::string_view key);
  int whole(std::string_view key, int least, int most, int fallback);
  // The day, or `fallback` when left out.
  Date date(std::string_view key, const Date& fallback);
  Date need_date(std::string_view key);

  // One id, several (`"us"` or `["us", "europe"]`), or one of a few words (reported with a suggestion).
  Ref ref(std::string_view key);
  Ref need_ref(std::string_view key);
  std::vector<Ref> refs(std::string_view key);
  std::string word(std::string_view key, const std::vector<std::string>& known, std::string fallback);

  // `name = "North"` or `name = { en = "North", zh = "北方" }` as the name of `id`.
  Name name(std::string_view key, std::string id, const Place& place);

  // Reports every key that nobody asked for.
  void finish();

 private:
  Reading& reading_;
  const Node& table_;
  std::set<std::string, std::less<>> asked_;
};

// True when the node is of the kind; else it reports "KEY must be a number, not text".
bool is_kind(Reading& reading, const Node& node, Node::Kind kind, std::string_view key);

// Reports an id that is not made of letters, digits and hyphens.
void check_id(Reading& reading, std::string_view id, const Place& place);

// Reports `word` when it is none of the known ones, with the nearest of them or, failing that, all.
void check_word(Reading& reading, std::string_view what, const std::string& word, const std::vector<std::string>& known,
                const Place& place);

// "did you mean \"weight\"?", or "" when nothing is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace armistice
