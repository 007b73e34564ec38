// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

#include "armistice/theory/catalogue_entries.h"

namespace armistice {
namespace {

std::vector<TheoryModel> all_models() {
  std::vector<TheoryModel> all;
  const auto add = [&](const char* section, std::vector<TheoryModel> models) {
    for (TheoryModel& model : models) {
      model.section = section;
      all.push_back(std::move(model));
    }
  };
  add("War as a bargain", catalogue::war_models());
  add("Offers and shares", catalogue::offer_models());
  add("Battles and beliefs about them", catalogue::fort_models());
  add("Learning and screening while fighting", catalogue::learning_models());
  add("Time at the table", catalogue::time_models());
  add("Publics, legislatures and leaders", catalogue::home_models());
  add("Mediators and keeping the peace", catalogue::peace_models());
  add("Force, aid and sanctions", catalogue::force_models());
  add("Scores of forecasts", catalogue::score_models());
  return all;
}

// The numbers given for one parameter under either name; several when both are used.
std::vector<const std::vector<double>*> numbers_for(const TheoryParameter& parameter,
                                                    const std::map<std::string, std::vector<double>>& given) {
  std::vector<const std::vector<double>*> found;
  for (const std::string& name : {parameter.name, parameter.long_name})
    if (const auto at = given.find(name); at != given.end()) found.push_back(&at->second);
  return found;
}

std::string objection_to(const TheoryParameter& parameter, const std::vector<double>& numbers) {
  if (numbers.empty()) return fmt::format("--{} has no number", parameter.name);
  if (!parameter.list && numbers.size() > 1) return fmt::format("--{} takes one number", parameter.name);
  for (double value : numbers)
    if (!contains(parameter.legal, value))
      return fmt::format("--{} is {}, but must be {} ({})", parameter.name, value, show(parameter.legal),
                         parameter.meaning);
  return "";
}

}  // namespace

bool contains(const LegalRange& d, double value) {
  if (!std::isfinite(value)) return false;
  if (d.whole && std::trunc(value) != value) return false;
  return (d.above_low ? value > d.low : value >= d.low) && (d.below_high ? value < d.high : value <= d.high);
}

std::string show(const LegalRange& d) {
  const bool bottom = std::isfinite(d.low), top = std::isfinite(d.high);
  if (d.whole) return fmt::format("a whole number from {} to {}", d.low, d.high);
  if (bottom && top)
    return fmt::format("in {}{}, {}{}", d.above_low ? "(" : "[", d.low, d.high, d.below_high ? ")" : "]");
  if (bottom) return fmt::format("{} {}", d.above_low ? "above" : "at least", d.low);
  if (top) return fmt::format("{} {}", d.below_high ? "below" : "at most", d.high);
  return "any number";
}

const std::vector<double>& TheoryArguments::list(std::string_view name) const {
  static const std::vector<double> nothing;
  const auto at = values.find(name);
  return at == values.end() ? nothing : at->second;
}

const std::vector<TheoryModel>& theory_models() {
  static const std::vector<TheoryModel> models = all_models();
  return models;
}

const TheoryModel* find_theory_model(std::string_view name) {
  for (const TheoryModel& model : theory_models())
    if (model.name == name) return &model;
  return nullptr;
}

std::optional<TheoryArguments> arguments_for(const TheoryModel& model,
                                             const std::map<std::string, std::vector<double>>& given,
                                             std::vector<std::string>& objections) {
  const std::size_t before = objections.size();
  TheoryArguments arguments;
  std::set<std::string> known;
  for (const TheoryParameter& parameter : model.parameters) {
    known.insert({parameter.name, parameter.long_name});
    const auto found = numbers_for(parameter, given);
    if (found.size() > 1) {
      objections.push_back(fmt::format("--{} and --{} are the same", parameter.name, parameter.long_name));
    } else if (found.size() == 1) {
      std::string wrong = objection_to(parameter, *found[0]);
      if (!wrong.empty()) objections.push_back(std::move(wrong));
      arguments.values[parameter.name] = *found[0];
    } else if (parameter.required) {
      objections.push_back(
          fmt::format("--{} is missing: {}, {}", parameter.name, parameter.meaning, show(parameter.legal)));
    } else {
      arguments.values[parameter.name] = parameter.otherwise;
    }
  }
  for (const auto& [name, numbers] : given)
    if (!known.contains(name)) objections.push_back(fmt::format("{} has no --{}", model.name, name));
  if (objections.size() == before && model.objection)
    if (std::string wrong = model.objection(arguments); !wrong.empty()) objections.push_back(std::move(wrong));
  if (objections.size() > before) return std::nullopt;
  return arguments;
}

std::string joined(const std::vector<double>& numbers) {
  std::string list;
  for (double number : numbers) list += fmt::format("{}{}", list.empty() ? "" : ",", number);
  return list;
}

std::string example_command(const TheoryModel& model) {
  std::string command = "theory " + model.name;
  for (const auto& [name, numbers] : model.example.given) command += fmt::format(" --{} {}", name, joined(numbers));
  return command;
}

std::string short_source(const TheoryModel& model) {
  const auto digit = [&](std::size_t i) {
    return i < model.source.size() && std::isdigit(static_cast<unsigned char>(model.source[i])) != 0;
  };
  for (std::size_t i = 0; i < model.source.size(); ++i)
    if (digit(i) && digit(i + 1) && digit(i + 2) && digit(i + 3)) return model.source.substr(0, i + 4);
  return model.source;
}

}  // namespace armistice
