// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "armistice/model/genius.h"

namespace armistice {
namespace {

void gather(const Element& element, GeniusTree& tree) {
  for (const Element& child : element.children) {
    if (child.name == "issue") tree.issues.push_back(&child);
    if (child.name == "weight") tree.weights.push_back(&child);
    if (child.name != "objective" && child.name != "utility_space") continue;
    if (const std::string* index = child.find("index"); index && child.name == "objective")
      tree.objectives.insert(*index);
    gather(child, tree);
  }
}

void too_many(const GeniusReader& reader, const Element& element, const GeniusIssue& issue) {
  reader.wrong(element.place, fmt::format("\"{}\" has more than {} options", issue.name, most_domain_options));
}

void discrete(const GeniusReader& reader, const Element& element, GeniusIssue& issue) {
  std::set<std::string_view> seen;
  for (const Element& item : element.children) {
    if (item.name != "item") continue;
    const std::string* value = item.find("value");
    if (!value || value->empty()) {
      reader.wrong(item.place, "an item without a value");
    } else if (!seen.insert(*value).second) {
      reader.wrong(item.place, fmt::format("the issue \"{}\" has \"{}\" twice", issue.name, *value));
    } else {
      issue.options.push_back(*value);
    }
  }
  if (issue.options.size() > most_domain_options) too_many(reader, element, issue);
  if (issue.options.empty())
    reader.wrong(element.place, fmt::format("the issue \"{}\" has no items: nothing can be agreed on it", issue.name));
}

void integer(const GeniusReader& reader, const Element& element, GeniusIssue& issue) {
  if (std::trunc(issue.low) != issue.low || std::trunc(issue.high) != issue.high)
    return reader.wrong(element.place, fmt::format("the bounds of \"{}\" are not whole numbers", issue.name));
  if (issue.high - issue.low >= static_cast<double>(most_domain_options)) return too_many(reader, element, issue);
  for (double v = issue.low; v <= issue.high; ++v) {
    issue.values.push_back(v);
    issue.options.push_back(fmt::format("{:.0f}", v));
  }
}

void real(const GeniusReader& reader, const Element& element, GeniusIssue& issue, Domain& domain) {
  const int steps = reader.options.steps;
  if (steps < 1)
    return reader.wrong(element.place,
                        fmt::format("\"{}\" is a real number: its packages cannot be counted", issue.name),
                        "--steps N reads it at N + 1 equally spaced values");
  if (static_cast<std::size_t>(steps) >= most_domain_options) return too_many(reader, element, issue);
  for (int i = 0; i <= steps; ++i) {
    issue.values.push_back(issue.low + (issue.high - issue.low) * i / steps);
    issue.options.push_back(fmt::format("{:.12g}", issue.values.back()));
  }
  domain.notes.push_back(
      fmt::format("{} is a real number, read at {} equally spaced values from {} to {}; what lies between is left out",
                  issue.name, steps + 1, issue.options.front(), issue.options.back()));
}

void options_of(const GeniusReader& reader, const Element& element, GeniusIssue& issue, Domain& domain) {
  const std::string kind = genius_kind(element);
  if (kind == "discrete") return discrete(reader, element, issue);
  if (kind != "integer" && kind != "real")
    return reader.wrong(element.place, fmt::format("unknown type \"{}\" of the issue \"{}\"", kind, issue.name),
                        "an issue is discrete, integer or real");
  issue.kind = kind == "integer" ? GeniusIssue::Kind::integer : GeniusIssue::Kind::real;
  const auto bounds = genius_bounds(reader, element);
  if (!bounds) return;
  std::tie(issue.low, issue.high) = *bounds;
  if (issue.low > issue.high)
    return reader.wrong(element.place,
                        fmt::format("\"{}\" ends before it begins: {} to {}", issue.name, issue.low, issue.high));
  if (issue.kind == GeniusIssue::Kind::integer) return integer(reader, element, issue);
  real(reader, element, issue, domain);
}

}  // namespace

void GeniusReader::wrong(const Place& place, std::string message, std::string hint) const {
  report(problems, place, std::move(message), lines.at(place), std::move(hint));
}

std::optional<double> finite_number(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return std::nullopt;
  text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<double> GeniusReader::number(const Element& element, std::string_view attribute) const {
  const std::string* text = element.find(attribute);
  if (!text) {
    wrong(element.place, fmt::format("<{}> has no \"{}\"", element.name, attribute));
    return std::nullopt;
  }
  const std::optional<double> value = finite_number(*text);
  if (!value) wrong(element.place, fmt::format("{}=\"{}\" is not a finite number", attribute, *text));
  return value;
}

GeniusTree genius_tree(const Element& root) {
  GeniusTree tree;
  gather(root, tree);
  return tree;
}

std::string genius_kind(const Element& issue) {
  for (const char* attribute : {"type", "vtype", "etype"})
    if (const std::string* kind = issue.find(attribute)) return *kind;
  return "discrete";
}

std::optional<std::pair<double, double>> genius_bounds(const GeniusReader& reader, const Element& issue) {
  const Element* range = issue.child("range");
  const Element& bearer = range && !issue.find("lowerbound") ? *range : issue;
  const auto low = reader.number(bearer, "lowerbound"), high = reader.number(bearer, "upperbound");
  if (!low || !high) return std::nullopt;
  return std::pair(*low, *high);
}

std::vector<GeniusIssue> genius_issues(const GeniusReader& reader, const Element& root, Domain& domain) {
  const GeniusTree tree = genius_tree(root);
  std::vector<GeniusIssue> issues;
  std::set<std::string> names;
  std::size_t cells = 0;
  if (tree.issues.size() > most_domain_issues) {
    reader.wrong(root.place, fmt::format("the domain has more than {} issues", most_domain_issues));
    return issues;
  }
  for (const Element* element : tree.issues) {
    GeniusIssue issue;
    issue.place = element->place;
    const std::string* name = element->find("name");
    issue.name = name ? *name : "";
    if (issue.name.empty()) reader.wrong(element->place, "an issue without a name");
    if (!names.insert(issue.name).second)
      reader.wrong(element->place, fmt::format("there are two issues \"{}\"", issue.name));
    options_of(reader, *element, issue, domain);
    cells += issue.options.size();
    issues.push_back(std::move(issue));
    if (cells <= most_domain_cells) continue;
    reader.wrong(element->place, fmt::format("the issues up to here have more than {} options", most_domain_cells));
    return issues;
  }
  if (issues.empty()) reader.wrong(root.place, "the domain has no issues: there is nothing to agree on");
  return issues;
}

}  // namespace armistice
