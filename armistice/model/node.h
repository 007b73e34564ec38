// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/model/dossier.h"

namespace armistice {

struct Entry;

// A piece of a TOML file: what stands there and where. Tables keep the order of the file.
struct Node {
  enum class Kind { table, array, text, number, boolean, date, time };
  Kind kind = Kind::table;
  Place place;
  std::string text;            // of a text
  double number = 0;           // of a number
  bool whole = false;          // a number written without a point
  bool truth = false;          // of a boolean
  Date date;                   // of a date
  std::vector<Node> items;     // of an array
  std::vector<Entry> entries;  // of a table

  const Entry* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  Place place;  // of the key
  Node value;
};

// "a table", "a list", "text", "a number", "true or false", "a date", "a time".
std::string_view kind_name(Node::Kind kind);

// The file as a tree. What is not TOML (or not UTF-8) is one problem, the first one, and there is no tree.
std::optional<Node> parse_toml(std::string_view text, const std::string& file, Problems& problems);

}  // namespace armistice
