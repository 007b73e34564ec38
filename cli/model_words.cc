// SPDX-License-Identifier: Apache-2.0
#include "cli/model_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace armistice {
namespace {

std::optional<double> read_number(std::string_view word) {
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(at, start), text.size());
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

}  // namespace

ModelNumbers read_numbers(const ModelWords& words, std::vector<std::string>& objections) {
  ModelNumbers numbers;
  for (const auto& [name, word] : words.given) {
    std::vector<double>& list = numbers[name];
    for (const std::string_view part : split(word, ',')) {
      const auto value = read_number(part);
      if (!value) objections.push_back(fmt::format("--{} takes numbers such as 0.25, not \"{}\"", name, part));
      list.push_back(value.value_or(0));
    }
  }
  return numbers;
}

std::optional<Sweep> read_sweep(const TheoryModel& model, const ModelWords& words,
                                std::vector<std::string>& objections) {
  constexpr double most = 10000;
  const auto refuse = [&](std::string why) {
    objections.push_back("--sweep " + std::move(why));
    return std::nullopt;
  };
  const std::size_t equals = std::min(words.sweep.find('='), words.sweep.size());
  const std::string word = words.sweep.substr(0, equals);
  const auto named = [&](const TheoryParameter& p) { return p.name == word || p.long_name == word; };
  const auto parameter = std::find_if(model.parameters.begin(), model.parameters.end(), named);
  std::vector<double> ends;
  for (const std::string_view part :
       split(std::string_view(words.sweep).substr(std::min(equals + 1, words.sweep.size())), ':'))
    if (const auto value = read_number(part)) ends.push_back(*value);
  if (equals == words.sweep.size() || ends.size() != 3)
    return refuse(fmt::format("takes NAME=FIRST:LAST:STEP such as p=0.1:0.9:0.1, not \"{}\"", words.sweep));
  if (parameter == model.parameters.end())
    return refuse(fmt::format("names \"{}\": {} has no --{}", word, model.name, word));
  if (parameter->list) return refuse(fmt::format("cannot run through --{}, which is a list", parameter->name));
  if (words.given.contains(parameter->name)) return refuse(fmt::format("and --{0} both set {0}", parameter->name));
  const double steps = std::floor((ends[1] - ends[0]) / ends[2] + 1e-9);
  if (!(ends[2] != 0 && steps >= 0 && steps < most))
    return refuse(fmt::format("goes from FIRST to LAST in at most {} steps, not by \"{}\"", most, words.sweep));
  Sweep sweep{parameter->name, {}};
  // Rounded to twelve places, so that three steps of 0.1 are 0.3.
  for (int i = 0; i <= static_cast<int>(steps); ++i)
    sweep.values.push_back(std::round((ends[0] + i * ends[2]) * 1e12) / 1e12);
  return sweep;
}

}  // namespace armistice
