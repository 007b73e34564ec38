// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/conflict.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "armistice/model/conflict_parts.h"

namespace armistice {

using stability::State;

std::string code_text(const Conflict& conflict, State state) {
  std::string text;
  for (std::size_t o = 0; o < conflict.options.size(); ++o) text += (conflict.codes[state] >> o & 1) != 0 ? 'Y' : 'N';
  return text;
}

std::optional<State> state_with_code(const Conflict& conflict, std::string_view word) {
  if (conflict.options.empty() || word.size() != conflict.options.size() ||
      word.find_first_not_of("YN") != std::string_view::npos)
    return std::nullopt;
  std::uint64_t code = 0;
  for (std::size_t o = 0; o < word.size(); ++o) code |= std::uint64_t{word[o] == 'Y'} << o;
  const auto found = std::find(conflict.codes.begin(), conflict.codes.end(), code);
  if (found != conflict.codes.end()) return static_cast<State>(found - conflict.codes.begin());
  const bool infeasible = std::any_of(conflict.form.infeasible.begin(), conflict.form.infeasible.end(),
                                      [&](const stability::Condition& condition) { return holds(condition, code); });
  if (infeasible) return std::nullopt;
  for (const stability::Condition& group : conflict.form.coalesced) {
    if (!holds(group, code)) continue;
    for (State s = 0; s < conflict.codes.size(); ++s)
      if (holds(group, conflict.codes[s])) return s;
  }
  return std::nullopt;
}

std::optional<State> find_state(const Conflict& conflict, std::string_view word) {
  if (word.empty()) return std::nullopt;
  for (State s = 0; s < conflict.states.size(); ++s) {
    const Name& name = conflict.states[s];
    if (name.id == word || name.en == word || name.zh == word) return s;
  }
  if (const auto found = state_with_code(conflict, word)) return found;
  State number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || number >= conflict.states.size()) return std::nullopt;
  return number;
}

std::vector<std::string> state_words(const Conflict& conflict) {
  std::vector<std::string> words;
  for (const Name& name : conflict.states)
    for (const std::string& word : {name.id, name.en, name.zh})
      if (!word.empty()) words.push_back(word);
  return words;
}

std::vector<std::string> ConflictReading::option_ids() const {
  std::vector<std::string> ids;
  for (const Name& option : conflict.options) ids.push_back(option.id);
  return ids;
}

std::vector<std::string> ConflictReading::party_ids() const {
  std::vector<std::string> ids;
  for (const ConflictParty& party : conflict.parties) ids.push_back(party.name.id);
  return ids;
}

int ConflictReading::party(const Ref& ref) const {
  if (ref.id.empty()) return -1;  // reported by who read it
  const std::vector<std::string> known = party_ids();
  const auto found = std::find(known.begin(), known.end(), ref.id);
  if (found != known.end()) return static_cast<int>(found - known.begin());
  const std::string near = did_you_mean(ref.id, known);
  wrong(ref.place, fmt::format("unknown party \"{}\"", ref.id), near);
  return -1;
}

void ConflictReading::cite(const std::vector<std::string>& ids, const Place& place) {
  if (!ids.empty()) conflict.cited.push_back({ids, place});
}

namespace {

// Rules of which none can be left out for no state to be left.
std::vector<const Rule*> in_each_others_way(const stability::OptionForm& form, const std::vector<Rule>& rules) {
  std::vector<const Rule*> kept;
  for (const Rule& rule : rules) kept.push_back(&rule);
  for (std::size_t k = 0; k < kept.size();) {
    stability::OptionForm fewer = form;
    fewer.infeasible.clear();
    for (std::size_t i = 0; i < kept.size(); ++i)
      if (i != k) fewer.infeasible.push_back(kept[i]->condition);
    const auto left = stability::feasible_states(fewer, 0);
    if (left && left->empty()) {
      kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(k));
    } else {
      ++k;
    }
  }
  return kept;
}

}  // namespace

void find_states(ConflictReading& reading, const std::vector<Rule>& rules, const Place& place) {
  stability::OptionForm& form = reading.conflict.form;
  form.infeasible.clear();
  for (const Rule& rule : rules) form.infeasible.push_back(rule.condition);
  auto codes = stability::feasible_states(form);
  if (!codes) {
    return reading.wrong(place, fmt::format("more than {} states", stability::most_states),
                         "leave out options, or say which of them cannot go together");
  }
  if (codes->empty()) {
    const std::vector<const Rule*> guilty = in_each_others_way(form, rules);
    std::string others;
    for (std::size_t i = 0; i + 1 < guilty.size(); ++i)
      others += fmt::format("{}{} (line {})", i > 0 ? ", " : "", guilty[i]->text, guilty[i]->place.line);
    return reading.wrong(guilty.back()->place, "with this no state is left that can be",
                         others.empty() ? "" : "it cannot go together with: " + others);
  }
  reading.conflict.codes = std::move(*codes);
  if (!form.coalesced.empty()) {
    const std::vector<std::uint32_t> into = stability::coalesce(form, reading.conflict.codes);
    std::vector<std::uint64_t> kept;
    for (std::uint32_t s = 0; s < into.size(); ++s)
      if (into[s] == s) kept.push_back(reading.conflict.codes[s]);
    reading.conflict.codes = std::move(kept);
  }
  reading.conflict.states.resize(reading.conflict.codes.size());
  reading.states_known = true;
}

bool statements_fit(const ConflictReading& reading, const std::vector<ConflictStatement>& statements,
                    std::size_t states, const Place& place) {
  if (statements.size() > stability::most_options) {
    reading.wrong(place,
                  fmt::format("{} statements: at most {} can be weighed", statements.size(), stability::most_options));
    return false;
  }
  const bool doubt =
      std::any_of(statements.begin(), statements.end(), [](const ConflictStatement& s) { return s.statement.unknown; });
  if (doubt && states > stability::most_states_in_doubt) {
    reading.wrong(place, fmt::format("{} states: a statement can be unknown with up to {}", states,
                                     stability::most_states_in_doubt));
    return false;
  }
  return true;
}

}  // namespace armistice
