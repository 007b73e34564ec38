// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/base/lines.h"
#include "armistice/base/problem.h"

namespace armistice {

struct Member;

// A value of a JSON file and where it begins. Objects keep the order of the file.
struct Json {
  enum class Kind { object, array, text, number, boolean, null };
  Kind kind = Kind::null;
  Place place;
  std::string text;             // of a text; of a number as it is written
  double number = 0;            // of a number
  std::vector<Json> items;      // of an array
  std::vector<Member> members;  // of an object

  const Json* find(std::string_view key) const;  // of an object; nothing where there is none
};

struct Member {
  std::string key;
  Place place;  // of the key
  Json value;
};

// "an object", "a list", "text", "a number", "true or false", "null".
std::string_view kind_name(Json::Kind kind);

// The file as a tree. What is not JSON or not UTF-8, nests deeper than 64 or gives a key twice is a problem, and there
// is no tree.
std::optional<Json> parse_json(const std::string& text, const std::string& file, const Lines& lines,
                               Problems& problems);

}  // namespace armistice
