// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "armistice/base/lines.h"
#include "armistice/base/problem.h"

namespace armistice {

// An element of an XML file and where it begins. Of text it keeps what stands before its first child, blanks at its
// ends aside.
struct Element {
  std::string name, text;
  Place place;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<Element> children;

  const std::string* find(std::string_view attribute) const;  // its value, or nothing
  const Element* child(std::string_view tag) const;           // the first of that name, or nothing
};

// The file's one root. What is not well-formed, not UTF-8, declares entities (they could name other files, or grow
// without end), nests deeper than 64 or gives an attribute twice is a problem, and there is no tree.
std::optional<Element> parse_xml(const std::string& text, const std::string& file, const Lines& lines,
                                 Problems& problems);

}  // namespace armistice
