// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "armistice/model/csv.h"
#include "armistice/theory/collective/choices.h"
#include "cli/predict.h"

namespace armistice {
namespace {

using collective::Choices;
using collective::CollectiveModel;

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    words.push_back(text.substr(from, comma - from));
    from = comma + 1;
  }
  return words;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
  const std::string near = suggestion(word, known);
  return near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near);
}

// One "name=value": a choice of ours, of one model ("spatial.voting", "spatial-voting") or of all that have it, or one
// of KTAB's, which begin with a capital.
std::string set_one(Choices& choices, const std::string& word, std::string& mode) {
  const std::size_t sign = word.find('=');
  if (sign == std::string::npos) return fmt::format("--set wants CHOICE=VALUE, not \"{}\"", word);
  const std::string name = word.substr(0, sign), value = word.substr(sign + 1);
  if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z') return set_ktab_choice(choices.spatial, name, value);
  std::optional<std::string> outcome;
  std::vector<std::string> known;
  collective::visit_choices(choices, [&](std::string_view model, auto& own) {
    for (const auto& line : collective::lines_of(own)) known.emplace_back(fmt::format("{}.{}", model, line.name));
    const bool named = name.size() > model.size() && name.starts_with(model) &&
                       (name[model.size()] == '.' || name[model.size()] == '-');
    const std::string choice = named ? name.substr(model.size() + 1) : name;
    const auto set = collective::set_choice(own, choice, value);
    if (set && (!outcome || outcome->empty())) outcome = set;
    if (set && set->empty() && choice == "mode") mode = value;
  });
  if (outcome) return *outcome;
  const std::string whole = name.find('.') == std::string::npos ? "spatial." + name : name;
  return fmt::format("there is no choice \"{}\"{}; --list shows all", name, did_you_mean(whole, known));
}

}  // namespace

std::string read_noise(const std::string& text, InputNoise& noise) {
  if (text.empty()) return "";
  for (const std::string& word : words_of(text)) {
    const std::size_t sign = word.find('=');
    const double value = sign == std::string::npos ? -1 : number_in(word.substr(sign + 1)).value_or(-1);
    const std::string name = word.substr(0, sign);
    double* member = name == "position"     ? &noise.position
                     : name == "salience"   ? &noise.salience
                     : name == "capability" ? &noise.capability
                                            : nullptr;
    // Far beyond any doubt that somebody may have, and such that no number overflows.
    if (!member || value < 0 || value > 10)
      return fmt::format("--noise wants position=P,salience=S,capability=C from 0 to 10, not \"{}\"", word);
    *member = value;
  }
  return "";
}

std::string set_choices(PredictFlags& flags, Choices& choices) {
  if (!flags.preset.empty()) {
    const auto* preset = collective::expected_utility_preset(flags.preset);
    std::string all;
    for (const auto& one : collective::expected_utility_presets())
      all += fmt::format("{}{}", all.empty() ? "" : ", ", one.name);
    if (!preset) return fmt::format("--preset is one of {}, not \"{}\"", all, flags.preset);
    choices.expected_utility = *preset;
  }
  for (const std::string& word : flags.set)
    if (const std::string wrong = set_one(choices, word, flags.mode); !wrong.empty()) return wrong;
  if (flags.turns > 0) {
    const std::string turns = std::to_string(flags.turns);
    collective::visit_choices(choices, [&](std::string_view, auto& own) {
      for (const std::string_view name : {"most_turns", "rounds"}) collective::set_choice(own, name, turns);
    });
    choices.spatial.least_turns = std::min(choices.spatial.least_turns, flags.turns);
  }
  if (!flags.mode.empty())
    if (const auto wrong = collective::set_choice(choices.spatial, "mode", flags.mode); !wrong->empty()) return *wrong;
  return "";
}

std::vector<const CollectiveModel*> models_asked(const PredictFlags& flags, std::string& wrong) {
  std::vector<const CollectiveModel*> all;
  const bool every = flags.models == "all";
  std::vector<std::string> names, known;
  for (const CollectiveModel& one : collective::collective_models()) known.emplace_back(one.name);
  for (std::string name : every ? known : words_of(flags.models)) {
    if (every && name == (flags.mode == "literal" ? "spatial" : flags.mode == "corrected" ? "ktab" : "")) continue;
    if (name == "spatial" && flags.mode == "literal") name = "ktab";
    if (name == "ktab" && flags.mode == "corrected")
      return wrong = "the model ktab is the literal mode: --mode corrected is for spatial", all = {};
    const CollectiveModel* model = collective::find_model(name);
    if (!model)
      return wrong = fmt::format("there is no model \"{}\"{}; --list shows all", name, did_you_mean(name, known)),
             all = {};
    if (std::find(all.begin(), all.end(), model) == all.end()) all.push_back(model);
  }
  const auto asked = [&](std::string_view name) {
    return std::any_of(all.begin(), all.end(), [&](const CollectiveModel* one) { return one->name == name; });
  };
  if (!flags.preset.empty() && !asked("expected-utility"))
    return wrong = "--preset is for the model expected-utility, which is not asked for", all = {};
  return all;
}

}  // namespace armistice
