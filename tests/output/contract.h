// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

// Holds JSON for the pages to the names in web/src/data.ts, or in api.ts beside it.
namespace armistice::testing {

// The fields of an interface there, as they are declared.
inline std::set<std::string> fields_of(const std::string& interface, const std::string& in = "data.ts") {
  std::ifstream file(ARMISTICE_ROOT "/web/src/" + in);
  std::string line, body;
  while (std::getline(file, line) && line != "export interface " + interface + " {") {
  }
  while (std::getline(file, line) && line != "}") body += line.substr(0, line.find("//"));
  std::set<std::string> fields;
  std::string word;
  int depth = 0;
  bool in_type = false;  // between the colon and the semicolon of a field
  for (const char c : body) {
    if (c == '{' || c == '[' || c == '(') ++depth;
    if (c == '}' || c == ']' || c == ')') --depth;
    if (depth == 0 && c == ';') in_type = false, word.clear();
    if (in_type) continue;
    if (c == ':') fields.insert(word), in_type = true;
    if ((c >= 'a' && c <= 'z') || c == '_') word += c;
  }
  return fields;
}

inline void expect_interface(const nlohmann::json& object, const std::string& interface,
                             const std::string& in = "data.ts") {
  std::set<std::string> names;
  for (const auto& [name, value] : object.items()) names.insert(name);
  EXPECT_EQ(names, fields_of(interface, in)) << interface;
}

}  // namespace armistice::testing
