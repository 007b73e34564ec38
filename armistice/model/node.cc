// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/node.h"

#include <fmt/format.h>

#include <algorithm>

namespace armistice {
struct ParserSlip {};
[[noreturn]] static void parser_slips() { throw ParserSlip(); }
}  // namespace armistice

// toml++ 3.3 asserts on the heads of some tables ("[.a]", "[线]"), and with NDEBUG takes the assertion for granted.
// What a user writes must never end the program: a failed assertion is thrown here and caught in parse_toml.
#undef NDEBUG
#define TOML_ASSERT(condition) ((condition) ? void() : armistice::parser_slips())
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_MAX_NESTED_VALUES 16  // lists and inline tables in one another
#include <toml++/toml.h>

#include "armistice/base/text.h"

namespace armistice {
namespace {

// How many names a dotted key may have. toml++ bounds lists and inline tables in one another but not dotted keys, and
// both its tree and ours are walked and freed by recursion.
constexpr int deepest = 64;

Place place_of(const toml::source_position& at, const std::string& file) {
  return {file, static_cast<int>(at.line), static_cast<int>(at.column)};
}

Node converted(const toml::node& from, const std::string& file);

std::vector<Entry> entries(const toml::table& table, const std::string& file) {
  std::vector<Entry> all;
  for (const auto& [key, value] : table) {
    Node node = converted(value, file);
    all.push_back({std::string(key.str()), place_of(key.source().begin, file), std::move(node)});
  }
  std::stable_sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  return all;
}

Node converted(const toml::node& from, const std::string& file) {
  Node to;
  to.place = place_of(from.source().begin, file);
  if (const auto* table = from.as_table()) {
    to.kind = Node::Kind::table;
    to.entries = entries(*table, file);
  } else if (const auto* array = from.as_array()) {
    to.kind = Node::Kind::array;
    for (const auto& item : *array) to.items.push_back(converted(item, file));
  } else if (const auto* text = from.as_string()) {
    to.kind = Node::Kind::text;
    to.text = text->get();
  } else if (const auto* integer = from.as_integer()) {
    to.kind = Node::Kind::number;
    to.number = static_cast<double>(integer->get());
    to.whole = true;
  } else if (const auto* real = from.as_floating_point()) {
    to.kind = Node::Kind::number;
    to.number = real->get();
  } else if (const auto* truth = from.as_boolean()) {
    to.kind = Node::Kind::boolean;
    to.truth = truth->get();
  } else if (const auto* date = from.as_date()) {
    to.kind = Node::Kind::date;
    to.date = {date->get().year, date->get().month, date->get().day};
  } else {
    to.kind = Node::Kind::time;
  }
  return to;
}

// The place of the byte at `offset`, counted in characters.
Place place_at(std::string_view text, std::size_t offset, const std::string& file) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {file, 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
          1 + length(before.substr(line_start))};
}

bool slips(std::string_view text) {
  try {
    (void)toml::parse(text);
  } catch (const ParserSlip&) {
    return true;
  }
  return false;
}

// The line at which the parser slips: it reads from the front, so the shortest beginning that it slips on ends there.
Place place_of_slip(std::string_view text, const std::string& file) {
  std::vector<std::size_t> ends;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    ends.push_back(at + 1);
  const auto first =
      std::partition_point(ends.begin(), ends.end(), [&](std::size_t end) { return !slips(text.substr(0, end)); });
  return {file, 1 + static_cast<int>(first - ends.begin()), 1};
}

// The first run of more than `deepest` dotted names, outside of quotation marks as far as one line tells.
std::optional<std::size_t> too_deep(std::string_view text) {
  int dots = 0;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n' || (!quote && (c == ',' || c == '='))) dots = 0;
    if (c == '\n') quote = 0;
    if (!quote && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    }
    if (!quote && c == '#') i = std::min(text.find('\n', i), text.size()) - 1;
    if (!quote && c == '.' && ++dots > deepest) return i;
  }
  return std::nullopt;
}

}  // namespace

const Entry* Node::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

std::string_view kind_name(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::table:
      return "a table";
    case Node::Kind::array:
      return "a list";
    case Node::Kind::text:
      return "text";
    case Node::Kind::number:
      return "a number";
    case Node::Kind::boolean:
      return "true or false";
    case Node::Kind::date:
      return "a date";
    case Node::Kind::time:
      return "a time";
  }
  return "";
}

std::optional<Node> parse_toml(std::string_view text, const std::string& file, Problems& problems) {
  if (const auto bad = first_bad_byte(text)) {
    const int byte = static_cast<unsigned char>(text[*bad]);
    problems.push_back({place_at(text, *bad, file), fmt::format("byte 0x{:02X} is not UTF-8", byte), "", ""});
    return std::nullopt;
  }
  if (const auto deep = too_deep(text)) {
    problems.push_back({place_at(text, *deep, file), fmt::format("more than {} names in one key", deepest), "", ""});
    return std::nullopt;
  }
  try {
    const toml::parse_result result = toml::parse(text, std::string_view(file));
    if (result) return converted(result.table(), file);
    const auto& error = result.error();
    const bool comma = error.description().find("saw ','") != std::string_view::npos;
    problems.push_back({place_of(error.source().begin, file), fmt::format("not TOML: {}", error.description()), "",
                        comma ? "a number is written without commas: 1000, 2.5" : ""});
  } catch (const ParserSlip&) {
    problems.push_back({place_of_slip(text, file), "not TOML: a key or value is malformed in this line", "", ""});
  }
  return std::nullopt;
}

}  // namespace armistice
