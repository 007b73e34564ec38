// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "armistice/base/text.h"
#include "armistice/model/places.h"

namespace armistice {
namespace {

constexpr std::size_t deepest = 64;

// Reads the text for the parser and knows how far it has come: the parser itself does not say where a value stands.
struct Counted {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* at = nullptr;
  std::size_t* read = nullptr;

  reference operator*() const { return *at; }
  Counted& operator++() {
    ++at, ++*read;
    return *this;
  }
  Counted operator++(int) {
    Counted old = *this;
    ++*this;
    return old;
  }
  bool operator==(const Counted& other) const { return at == other.at; }
  bool operator!=(const Counted& other) const { return at != other.at; }
};

struct Handler : nlohmann::json_sax<nlohmann::json> {
  const std::string& text;
  Places places;
  const Lines& lines;
  Problems& problems;
  std::size_t read = 0, last = 0;  // bytes read, and where the token before this one ended
  Json root;
  std::vector<Json*> open;
  std::vector<std::set<std::string>> keys;
  Member* member = nullptr;  // whose value comes next

  Handler(const std::string& all, const std::string& name, const Lines& shown, Problems& list)
      : text(all), places(all, name), lines(shown), problems(list) {}

  // Between two tokens stand white space, commas and colons.
  Place token() {
    const std::size_t start = std::min(text.find_first_not_of(" \t\r\n,:", last), text.size());
    last = read;
    return places.at(start);
  }

  bool wrong(const Place& place, std::string message) {
    report(problems, place, std::move(message), lines.at(place));
    return false;
  }

  Json& add(Json::Kind kind) {
    Json* slot = open.empty() ? &root : member ? &member->value : &open.back()->items.emplace_back();
    member = nullptr;
    slot->kind = kind;
    slot->place = token();
    return *slot;
  }

  bool begin(Json::Kind kind) {
    Json& value = add(kind);
    if (open.size() == deepest) return wrong(value.place, fmt::format("values nest deeper than {}", deepest));
    open.push_back(&value);
    keys.emplace_back();
    return true;
  }

  bool end() {
    token();
    open.pop_back();
    keys.pop_back();
    return true;
  }

  bool number(double value, const std::string& written) {
    Json& json = add(Json::Kind::number);
    json.number = value;
    json.text = written;
    return true;
  }

  bool null() override { return add(Json::Kind::null), true; }
  bool boolean(bool value) override { return add(Json::Kind::boolean).number = value ? 1 : 0, true; }
  bool number_integer(number_integer_t value) override {
    return number(static_cast<double>(value), fmt::format("{}", value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return number(static_cast<double>(value), fmt::format("{}", value));
  }
  bool number_float(number_float_t value, const string_t& written) override { return number(value, written); }
  bool string(string_t& value) override { return add(Json::Kind::text).text = value, true; }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return begin(Json::Kind::object); }
  bool start_array(std::size_t) override { return begin(Json::Kind::array); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }
  bool key(string_t& name) override {
    Member& next = open.back()->members.emplace_back();
    next.key = name;
    next.place = token();
    member = &next;
    return keys.back().insert(name).second || wrong(next.place, fmt::format("the key \"{}\" a second time", name));
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
    return wrong(places.at(position > 0 ? position - 1 : 0),
                 position > text.size() ? "this is not JSON: it ends too early" : "this is not JSON from here on");
  }
};

}  // namespace

const Json* Json::find(std::string_view key) const {
  const auto found = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.key == key; });
  return found == members.end() ? nullptr : &found->value;
}

std::string_view kind_name(Json::Kind kind) {
  switch (kind) {
    case Json::Kind::object:
      return "an object";
    case Json::Kind::array:
      return "a list";
    case Json::Kind::text:
      return "text";
    case Json::Kind::number:
      return "a number";
    case Json::Kind::boolean:
      return "true or false";
    case Json::Kind::null:
      break;
  }
  return "null";
}

std::optional<Json> parse_json(const std::string& text, const std::string& file, const Lines& lines,
                               Problems& problems) {
  Handler handler(text, file, lines, problems);
  if (const auto bad = first_bad_byte(text)) {
    handler.wrong(handler.places.at(*bad), "this is not UTF-8 text");
    return std::nullopt;
  }
  const Counted begin{text.data(), &handler.read}, end{text.data() + text.size(), &handler.read};
  if (!nlohmann::json::sax_parse(begin, end, &handler)) return std::nullopt;
  return std::move(handler.root);
}

}  // namespace armistice
