// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "armistice/base/text.h"
#include "armistice/model/conflict_parts.h"

namespace armistice {
namespace {

using stability::Condition;
using stability::Connective;

constexpr int deepest = 64;  // parentheses and negations in one another

struct Slip {};  // a problem was reported: the rest of the text is not read

std::string upper(std::string_view word) {
  std::string all(word);
  for (char& c : all) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return all;
}

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_'; }

// Reads by recursive descent; every function leaves the place of its node on the tree.
class Parser {
 public:
  Parser(const ConflictReading& reading, const std::string& text, const Place& place)
      : reading_(reading), text_(text), place_(place), options_(reading.option_ids()) {
    next();
  }

  Condition all() {
    if (token_.empty()) stop(0, "this statement says nothing");
    whole();
    if (token_ == ")") stop(start_, "\")\" closes nothing");
    if (!token_.empty()) missing_operator();
    return std::move(condition_);
  }

 private:
  [[noreturn]] void stop(std::size_t byte, std::string message, std::string hint = "") {
    reading_.wrong(reading_.inside(place_, text_, byte), std::move(message), std::move(hint));
    throw Slip();
  }
  [[noreturn]] void missing_operator() {
    stop(start_, fmt::format("\"{}\" stands without an operator before it", token_), "AND, OR, IF or IFF");
  }

  void next() {
    start_ = std::min(text_.find_first_not_of(" \t\r\n", end_), text_.size());
    end_ = start_;
    if (end_ < text_.size() && in_word(text_[end_])) {
      while (end_ < text_.size() && in_word(text_[end_])) ++end_;
    } else if (end_ < text_.size()) {
      do ++end_;
      while (end_ < text_.size() && (static_cast<unsigned char>(text_[end_]) & 0xC0) == 0x80);
    }
    token_ = text_.substr(start_, end_ - start_);
    operator_ = is_operator(token_) ? upper(token_) : "";
  }

  std::uint32_t add(Connective connective, std::uint32_t a, std::uint32_t b = 0) {
    if (condition_.nodes.size() == stability::most_nodes)
      stop(start_, fmt::format("a statement has at most {} options and operators", stability::most_nodes));
    return condition_.add(connective, a, b);
  }

  std::uint32_t whole() {
    std::uint32_t left = either();
    if (operator_ != "IF" && operator_ != "IFF") return left;
    const Connective connective = operator_ == "IF" ? Connective::only_if : Connective::same;
    next();
    const std::uint32_t right = either();
    if (operator_ == "IF" || operator_ == "IFF")
      stop(start_, fmt::format("a second \"{}\" can be read in two ways", token_), "put one of the two in parentheses");
    return add(connective, left, right);
  }

  std::uint32_t either() {
    std::uint32_t left = both();
    while (operator_ == "OR") {
      next();
      const std::uint32_t right = both();
      left = add(Connective::either, left, right);
    }
    return left;
  }

  std::uint32_t both() {
    std::uint32_t left = one();
    while (operator_ == "AND") {
      next();
      const std::uint32_t right = one();
      left = add(Connective::both, left, right);
    }
    return left;
  }

  std::uint32_t one() {
    if (++depth_ > deepest) stop(start_, fmt::format("parentheses and NOT nest deeper than {}", deepest));
    const std::uint32_t node = operator_ == "NOT" ? negation() : token_ == "(" ? parentheses() : option();
    --depth_;
    return node;
  }

  std::uint32_t negation() {
    next();
    const std::uint32_t of = one();
    return add(Connective::negation, of);
  }

  std::uint32_t parentheses() {
    const std::size_t open = start_;
    next();
    const std::uint32_t node = whole();
    if (token_.empty()) stop(open, "this \"(\" is not closed");
    if (token_ != ")") missing_operator();
    next();
    return node;
  }

  std::uint32_t option() {
    if (token_.empty()) stop(start_, "the statement ends where an option should stand");
    if (!operator_.empty() || !in_word(token_[0]))
      stop(start_, fmt::format("\"{}\" where an option should stand", token_));
    const auto found = std::find(options_.begin(), options_.end(), token_);
    if (found == options_.end()) {
      const std::string near = did_you_mean(token_, options_);
      stop(start_, fmt::format("unknown option \"{}\"", token_), near);
    }
    next();
    return add(Connective::option, static_cast<std::uint32_t>(found - options_.begin()));
  }

  const ConflictReading& reading_;
  const std::string& text_;
  const Place& place_;
  const std::vector<std::string> options_;
  Condition condition_;
  std::string token_, operator_;  // the token to be read, and in capitals where it is an operator
  std::size_t start_ = 0, end_ = 0;
  int depth_ = 0;
};

// "Y-N", unless an option is called so.
bool is_pattern(const std::string& text, const std::vector<std::string>& options) {
  return !text.empty() && text.find_first_not_of("YN-") == std::string::npos &&
         std::find(options.begin(), options.end(), text) == options.end();
}

Condition joined(const std::vector<Condition>& conditions, Connective connective) {
  Condition all;
  for (const Condition& one : conditions) {
    if (one.nodes.empty()) continue;
    const auto before = static_cast<std::uint32_t>(all.nodes.size());
    for (Condition::Node node : one.nodes) {
      if (node.connective != Connective::option) node.a += before, node.b += before;
      all.nodes.push_back(node);
    }
    if (before > 0) all.add(connective, before - 1, static_cast<std::uint32_t>(all.nodes.size() - 1));
  }
  return all;
}

}  // namespace

bool is_operator(std::string_view word) {
  constexpr std::array<std::string_view, 5> known{"AND", "OR", "NOT", "IF", "IFF"};
  return std::find(known.begin(), known.end(), upper(word)) != known.end();
}

Condition any_of(const std::vector<Condition>& conditions) { return joined(conditions, Connective::either); }
Condition all_of(const std::vector<Condition>& conditions) { return joined(conditions, Connective::both); }

Place ConflictReading::inside(const Place& place, const std::string& text, std::size_t byte) const {
  const std::u32string line = characters(reading.lines.at(place));
  const auto column = static_cast<std::size_t>(std::max(place.column - 1, 0));
  const std::u32string shown = characters(text);
  for (const std::size_t quotes : {std::size_t{1}, std::size_t{3}}) {
    if (line.size() < column + quotes || line.substr(column + quotes, shown.size()) != shown) continue;
    const int before = length(std::string_view(text).substr(0, byte));
    return {place.file, place.line, place.column + static_cast<int>(quotes) + before};
  }
  return place;
}

Condition read_condition(const ConflictReading& reading, const std::string& text, const Place& place) {
  const std::vector<std::string> options = reading.option_ids();
  if (is_pattern(text, options)) {
    if (text.size() != options.size()) {
      reading.wrong(place, fmt::format("the pattern \"{}\" has {} signs, and there are {} options", text, text.size(),
                                       options.size()));
      return {};
    }
    Condition pattern = stability::condition_of_pattern(text);
    if (pattern.nodes.empty()) reading.wrong(place, fmt::format("the pattern \"{}\" says nothing", text));
    return pattern;
  }
  try {
    return Parser(reading, text, place).all();
  } catch (const Slip&) {
    return {};
  }
}

}  // namespace armistice
