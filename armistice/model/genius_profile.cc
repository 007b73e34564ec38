// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "armistice/model/genius.h"

namespace armistice {
namespace {

using Values = std::optional<std::vector<double>>;  // (option); nothing when they cannot be read

std::vector<std::string> names_of(const std::vector<GeniusIssue>& issues) {
  std::vector<std::string> names;
  for (const GeniusIssue& issue : issues) names.push_back(issue.name);
  return names;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
  if (known.size() > 1000) return "";  // the search for the nearest word is long
  const std::string near = suggestion(word, known);
  return near.empty() ? "" : fmt::format("did you mean \"{}\"?", near);
}

// One profile on its way into the domain.
struct ProfileReader {
  const GeniusReader& reader;
  const std::vector<GeniusIssue>& issues;
  const Element& root;
  DomainParty party;
  double reservation = 0;

  std::map<std::string, double> weights() {
    const GeniusTree tree = genius_tree(root);
    std::set<std::string> indices;
    for (const Element* issue : tree.issues)
      if (const std::string* index = issue->find("index")) indices.insert(*index);
    std::map<std::string, double> found;
    for (const Element* weight : tree.weights) {
      const std::string* index = weight->find("index");
      if (!index) {
        reader.wrong(weight->place, "a weight without an index");
        continue;
      }
      const auto value = reader.number(*weight, "value");
      if (value && *value < 0) reader.wrong(weight->place, fmt::format("a negative weight: {}", *value));
      if (!indices.contains(*index)) {
        // The weight of an objective counts for nothing: utility sums over issues.
        if (!tree.objectives.contains(*index))
          reader.wrong(weight->place, fmt::format("no issue has the index {}", *index));
      } else if (!found.emplace(*index, value.value_or(0)).second) {
        reader.wrong(weight->place, fmt::format("a second weight for the index {}", *index));
      }
    }
    return found;
  }

  Values discrete(const GeniusIssue& issue, const Element& element, double weight) {
    std::map<std::string, double> found;
    std::vector<std::string> order;
    const std::set<std::string_view> known(issue.options.begin(), issue.options.end());
    bool whole = true;
    for (const Element& item : element.children) {
      if (item.name != "item") continue;
      const std::string* value = item.find("value");
      const auto refuse = [&](std::string message, std::string hint = "") {
        reader.wrong(item.place, std::move(message), std::move(hint));
        whole = false;
      };
      if (!value) {
        refuse("an item without a value");
        continue;
      }
      if (!known.contains(*value))
        refuse(fmt::format("the issue \"{}\" of the domain has no \"{}\"", issue.name, *value),
               did_you_mean(*value, issue.options));
      const auto evaluation = reader.number(item, "evaluation");
      if (!evaluation) whole = false;
      if (evaluation && *evaluation < 0 && !reader.options.raw)
        refuse(fmt::format("a negative evaluation: {}", *evaluation), "GENIUS knows evaluations from 0 up");
      if (!found.emplace(*value, evaluation.value_or(0)).second) refuse(fmt::format("\"{}\" a second time", *value));
      order.push_back(*value);
    }
    std::vector<double> evaluations;
    for (const std::string& option : issue.options) {
      const auto at = found.find(option);
      if (at == found.end()) {
        reader.wrong(element.place, fmt::format("\"{}\" of the issue \"{}\" has no evaluation", option, issue.name));
        whole = false;
      } else {
        evaluations.push_back(at->second);
      }
    }
    if (!whole || evaluations.empty()) return std::nullopt;
    if (order != issue.options)
      party.notes.push_back(fmt::format("{}: items in another order than the domain's, matched by name", issue.name));
    return scaled(std::move(evaluations), issue, element, weight);
  }

  // By the highest evaluation of the issue, as GENIUS does.
  Values scaled(std::vector<double> evaluations, const GeniusIssue& issue, const Element& element, double weight) {
    if (reader.options.raw) return evaluations;
    const double highest = *std::max_element(evaluations.begin(), evaluations.end());
    if (highest <= 0 && weight > 0) {
      reader.wrong(element.place,
                   fmt::format("the highest evaluation of \"{}\" is 0: nothing to divide by", issue.name),
                   "give the issue the weight 0 if the party does not care");
      return std::nullopt;
    }
    for (double& e : evaluations) e = highest > 0 ? e / highest : 0;
    return evaluations;
  }

  Values by_function(const GeniusIssue& issue, const Element& element) {
    const auto bounds = genius_bounds(reader, element);
    if (bounds && *bounds != std::pair(issue.low, issue.high)) {
      reader.wrong(element.place, fmt::format("\"{}\" runs from {} to {} here and from {} to {} in the domain",
                                              issue.name, bounds->first, bounds->second, issue.low, issue.high));
      return std::nullopt;
    }
    const Element* evaluator = element.child("evaluator");
    if (!evaluator) {
      reader.wrong(element.place, fmt::format("the issue \"{}\" has no evaluator", issue.name));
      return std::nullopt;
    }
    const std::string* type = evaluator->find("ftype");
    const std::string kind = type ? *type : "linear";
    return issue.kind == GeniusIssue::Kind::integer ? integer(issue, *evaluator, kind) : real(issue, *evaluator, kind);
  }

  Values unknown_function(const Element& evaluator, const std::string& kind, const char* known) {
    reader.wrong(evaluator.place, fmt::format("unknown evaluator \"{}\"", kind), known);
    return std::nullopt;
  }

  Values mapped(const GeniusIssue& issue, auto function) {
    std::vector<double> all;
    for (const double v : issue.values) all.push_back(function(v));
    return all;
  }

  double clipped(double value) const { return reader.options.raw ? value : std::clamp(value, 0.0, 1.0); }

  Values integer(const GeniusIssue& issue, const Element& evaluator, const std::string& kind) {
    if (kind != "linear") return unknown_function(evaluator, kind, "an integer issue has \"linear\"");
    const auto slope = reader.number(evaluator, "slope"), offset = reader.number(evaluator, "offset");
    if (!slope || !offset) return std::nullopt;
    const double from = reader.options.raw ? 0 : issue.low;
    return mapped(issue, [&](double v) { return clipped(*slope * (v - from) + *offset); });
  }

  Values real(const GeniusIssue& issue, const Element& evaluator, const std::string& kind) {
    if (kind != "linear" && kind != "constant" && kind != "triangular")
      return unknown_function(evaluator, kind, "a real issue has \"linear\", \"constant\" or \"triangular\"");
    const auto p0 = reader.number(evaluator, "parameter0");
    if (kind == "constant") return p0 ? mapped(issue, [&](double) { return *p0; }) : std::nullopt;
    const auto p1 = reader.number(evaluator, "parameter1");
    if (!p0 || !p1) return std::nullopt;
    if (kind == "linear") return mapped(issue, [&](double v) { return clipped(*p1 * v + *p0); });
    const auto top = reader.number(evaluator, "parameter2");
    if (!top) return std::nullopt;
    return mapped(issue, [&](double v) {
      if (v < *p0 || v > *p1) return 0.0;
      if (v < *top) return (v - *p0) / (*top - *p0);
      return v > *top ? 1 - (v - *top) / (*p1 - *top) : 1.0;
    });
  }

  // The elements of the profile by the domain's issues; nullptr where one is missing.
  std::vector<const Element*> matched() {
    std::vector<const Element*> all(issues.size(), nullptr);
    const std::vector<std::string> names = names_of(issues);
    for (const Element* element : genius_tree(root).issues) {
      const std::string* name = element->find("name");
      const auto at = std::find(names.begin(), names.end(), name ? *name : "");
      if (at == names.end()) {
        reader.wrong(element->place, fmt::format("the domain has no issue \"{}\"", name ? *name : ""),
                     did_you_mean(name ? *name : "", names));
        continue;
      }
      const Element*& slot = all[static_cast<std::size_t>(at - names.begin())];
      if (slot) reader.wrong(element->place, fmt::format("the issue \"{}\" a second time", *name));
      slot = element;
    }
    for (std::size_t k = 0; k < all.size(); ++k)
      if (!all[k]) reader.wrong(root.place, fmt::format("the profile says nothing of the issue \"{}\"", names[k]));
    return all;
  }

  // What stands beside the issues: reservation and discount.
  void terms() {
    if (const Element* r = root.child("reservation")) reservation = reader.number(*r, "value").value_or(0);
    const Element* d = root.child("discount_factor");
    if (!d) return;
    party.discount = reader.number(*d, "value");
    if (party.discount && (*party.discount < 0 || *party.discount > 1))
      reader.wrong(d->place, fmt::format("a discount factor lies in [0, 1], not {}", *party.discount));
  }

  std::optional<double> weight_of(const std::map<std::string, double>& weights, const Element& element) {
    const std::string* index = element.find("index");
    const auto at = weights.find(index ? *index : "");
    if (at != weights.end()) return at->second;
    const std::string* name = element.find("name");
    reader.wrong(element.place, index ? fmt::format("no weight for the issue \"{}\" (index {})", *name, *index)
                                      : fmt::format("the issue \"{}\" has no index: its weight is not known", *name));
    return std::nullopt;
  }

  std::vector<double> cells() {
    std::vector<double> row;
    const std::map<std::string, double> weight = weights();
    const std::vector<const Element*> elements = matched();
    for (std::size_t k = 0; k < issues.size(); ++k) {
      if (!elements[k]) continue;
      const std::optional<double> w = weight_of(weight, *elements[k]);
      party.weight_sum += w.value_or(0);
      const bool discrete_here = genius_kind(*elements[k]) == "discrete";
      if (discrete_here != (issues[k].kind == GeniusIssue::Kind::discrete)) {
        reader.wrong(elements[k]->place, fmt::format("\"{}\" is of another type in the domain", issues[k].name));
        continue;
      }
      const Values values =
          discrete_here ? discrete(issues[k], *elements[k], w.value_or(0)) : by_function(issues[k], *elements[k]);
      if (!values) continue;
      for (const double v : *values) row.push_back(w.value_or(0) * v);
    }
    return row;
  }
};

// Only sums over issues can be read: hyper-rectangles and their like make other spaces.
bool additive(const GeniusReader& reader, const Element& root) {
  const std::string* type = root.find("type");
  const bool other = type && *type != "linear" && *type != "any" && *type != "utility_space";
  const Element* functions = root.child("ufun") ? root.child("ufun") : root.child("hyperRectangle");
  if (!other && !functions) return true;
  reader.wrong(functions ? functions->place : root.place,
               "this profile is not a sum over issues (hyper-rectangles or constraints)",
               "only linear additive profiles are read");
  return false;
}

}  // namespace

void add_genius_profile(const GeniusReader& reader, const Element& root, const std::vector<GeniusIssue>& issues,
                        Domain& domain) {
  if (!additive(reader, root)) return;
  ProfileReader profile{reader, issues, root, {}, 0};
  profile.party.file = root.place.file;
  profile.party.name = std::filesystem::path(root.place.file).stem().string();
  profile.terms();
  const std::vector<double> row = profile.cells();
  if (std::abs(profile.party.weight_sum - 1) > 1e-9)
    profile.party.notes.push_back(
        fmt::format("the weights sum to {:.6g}, not 1; they are kept as they are", profile.party.weight_sum));
  domain.space.utility.insert(domain.space.utility.end(), row.begin(), row.end());
  domain.space.reservation.push_back(profile.reservation);
  domain.space.constant.push_back(0);
  domain.parties.push_back(std::move(profile.party));
}

void read_genius(const GeniusReader& reader, const Element& domain_root, const std::vector<Element>& profiles,
                 Domain& domain) {
  domain.reading = reader.options.raw ? "raw" : "genius";
  const std::size_t before = reader.problems.size();
  const std::vector<GeniusIssue> issues = genius_issues(reader, domain_root, domain);
  // Where the domain itself is wrong, its profiles would only repeat that.
  if (reader.problems.size() != before) return;
  for (const GeniusIssue& issue : issues) {
    domain.issues.push_back({issue.name, issue.options});
    domain.space.options.push_back(static_cast<int>(issue.options.size()));
  }
  if (!reader.options.raw) domain.space.cap = 1;
  for (const Element& profile : profiles) add_genius_profile(reader, profile, issues, domain);
  domain.space.parties = static_cast<int>(domain.parties.size());
  const auto& walk_away = domain.space.reservation;
  if (reader.options.raw && std::any_of(walk_away.begin(), walk_away.end(), [](double r) { return r != 0; }))
    domain.notes.emplace_back("the reservation values were written for utilities from 0 to 1, which raw ones are not");
}

}  // namespace armistice
