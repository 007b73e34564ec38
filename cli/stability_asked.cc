// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "armistice/output/stability_extra_tables.h"
#include "armistice/output/stability_words.h"
#include "cli/stability.h"

namespace armistice {
namespace {

using stability::Notion;
using stability::State;

constexpr std::size_t most_grouped_states = 100'000;  // each coalition takes some floods for each state
constexpr int most_grouped_parties = 10;              // 2^10 coalitions

std::string lower(std::string word) {
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return word;
}

std::string with_suggestion(const std::string& message, const std::string& word,
                            const std::vector<std::string>& known) {
  const std::string near = suggestion(word, known);
  return message + (near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near));
}

// Notions by name or letter, in their own order; "" or what is wrong.
std::string read_notions(const std::vector<std::string>& words, std::vector<Notion>& notions) {
  if (words.empty()) return "";
  std::vector<std::string> known;
  std::vector<std::uint8_t> wanted(stability::notion_count);
  for (const std::string_view name : stability::notion_names) known.emplace_back(name);
  for (const std::string& word : words) {
    bool found = false;
    for (const Notion notion : stability::all_notions) {
      const auto k = static_cast<std::size_t>(notion);
      const bool this_one = lower(word) == lower(known[k]) || lower(word) == lower(std::string(notion_letters(notion)));
      if (this_one) wanted[k] = 1;
      found |= this_one;
    }
    if (!found)
      return with_suggestion(fmt::format("there is no notion \"{}\" (Nash, GMR, SMR, SEQ, SSEQ)", word), word, known);
  }
  notions.clear();
  for (const Notion notion : stability::all_notions)
    if (wanted[static_cast<std::size_t>(notion)]) notions.push_back(notion);
  return "";
}

std::vector<std::string> party_words(const Conflict& conflict) {
  std::vector<std::string> known;
  for (const ConflictParty& party : conflict.parties) known.push_back(party.name.id);
  return known;
}

// "north,south" as a set; "" or what is wrong.
std::string read_members(const Conflict& conflict, const std::string& words, std::uint64_t& members) {
  const std::vector<std::string> known = party_words(conflict);
  members = 0;
  for (std::size_t from = 0, comma = 0; comma != std::string::npos; from = comma + 1) {
    comma = words.find(',', from);
    const std::string word = words.substr(from, comma == std::string::npos ? comma : comma - from);
    std::size_t p = 0;
    while (p < known.size() && word != known[p] && word != conflict.parties[p].name.en &&
           word != conflict.parties[p].name.zh)
      ++p;
    if (p == known.size()) return with_suggestion(fmt::format("there is no party \"{}\"", word), word, known);
    members |= std::uint64_t{1} << p;
  }
  return "";
}

std::string read_groups(const Conflict& conflict, const StabilityFlags& flags, std::vector<std::uint64_t>& groups) {
  if (!flags.coalitions && flags.coalition.empty()) return "";
  if (in_doubt(conflict.graph)) return "coalitions are judged for known preferences only, and some here are unknown";
  if (conflict.graph.states > most_grouped_states)
    return fmt::format("{} states: coalitions are judged for up to {}", conflict.graph.states, most_grouped_states);
  if (flags.coalitions) {
    if (conflict.graph.parties > most_grouped_parties)
      return fmt::format("{} parties form 2^{} coalitions: name some with --coalition A,B", conflict.graph.parties,
                         conflict.graph.parties);
    for (std::uint64_t members = 1; members < std::uint64_t{1} << conflict.graph.parties; ++members)
      if (std::popcount(members) > 1) groups.push_back(members);
    return "";
  }
  for (const std::string& words : flags.coalition) {
    std::uint64_t members = 0;
    if (std::string wrong = read_members(conflict, words, members); !wrong.empty()) return wrong;
    if (std::popcount(members) < 2) return fmt::format("--coalition wants two parties or more, not \"{}\"", words);
    groups.push_back(members);
  }
  return "";
}

// A state of the command line; "status-quo" is that of the file. "" or what is wrong.
std::string read_state(const Conflict& conflict, const std::string& word, std::optional<State>& state) {
  if (word.empty()) return "";
  if (word == "status-quo" && !find_state(conflict, word)) {
    state = conflict.status_quo;
    return state ? "" : fmt::format("{} has no status_quo: give the state's number or name", conflict.title.id);
  }
  state = find_state(conflict, word);
  if (state) return "";
  return with_suggestion(fmt::format("{} has no state \"{}\" (numbers from 0 to {}{})", conflict.title.id, word,
                                     conflict.graph.states - 1, conflict.options.empty() ? "" : ", or codes like YNY"),
                         word, state_words(conflict));
}

}  // namespace

void wrong_stability(Common& common, const std::string& message) {
  fmt::print(stderr, "armistice stability: {}\n", message);
  common.exit = wrong_usage;
}

std::optional<StabilityAsked> asked_of(const Conflict& conflict, const StabilityFlags& flags, Common& common) {
  StabilityAsked asked;
  for (std::size_t k = 0; k < stability::rule_names.size(); ++k)
    if (flags.rule == stability::rule_names[k]) asked.rule = static_cast<stability::Rule>(k);
  for (const stability::Attitude& attitude : stability::attitudes)
    if (flags.attitude == attitude.name) asked.attitude = attitude;
  std::string wrong = read_notions(flags.notions, asked.notions);
  if (wrong.empty()) wrong = read_groups(conflict, flags, asked.groups);
  // Who has moved already is part of where play stands.
  const std::uint64_t places = conflict.graph.states * (std::uint64_t{1} << conflict.graph.parties);
  if (wrong.empty() && asked.rule == stability::Rule::once && places > std::uint64_t{1} << 28)
    wrong = fmt::format("--rule once takes states x 2^parties places, at most 2^28, and here there are {}", places);
  if (wrong.empty()) return asked;
  wrong_stability(common, wrong);
  return std::nullopt;
}

namespace {

// The horizon of --limited; "" or what is wrong.
std::string read_horizon(const Conflict& conflict, const std::string& word, std::optional<int>& horizon) {
  if (word.empty()) return "";
  int moves = without_end;
  if (word != "inf") {
    if (std::string wrong = not_a_whole_number(word); !wrong.empty() || word[0] == '-' || word.size() > 4)
      return fmt::format("--limited wants a number of moves up to 9999, or inf, not \"{}\"", word);
    moves = std::stoi(word);
  }
  horizon = moves;
  return refused_words(conflict, stability::limited_moves_refused(conflict.graph));
}

}  // namespace

std::optional<ExtrasAsked> extras_of(const Conflict& conflict, const StabilityFlags& flags, Common& common) {
  ExtrasAsked asked;
  asked.runs = flags.robust, asked.noise = flags.noise, asked.dilemmas = flags.dilemmas;
  asked.seed = common.seed, asked.threads = common.threads;
  std::string wrong = read_horizon(conflict, flags.limited, asked.horizon);
  if (wrong.empty()) wrong = read_state(conflict, flags.inverse, asked.inverse);
  if (wrong.empty() && asked.any() && in_doubt(conflict.graph))
    wrong = "--robust, --dilemmas, --limited and --inverse want preferences that are known, and some here are not";
  if (wrong.empty() && asked.dilemmas) wrong = no_dilemmas(conflict);
  if (wrong.empty() && !flags.changes.empty()) asked.changeable = 0;
  for (const std::string& word : flags.changes) {
    std::uint64_t members = 0;
    if (wrong.empty()) wrong = read_members(conflict, word, members);
    asked.changeable |= members;
  }
  if (wrong.empty()) return asked;
  wrong_stability(common, wrong);
  return std::nullopt;
}

std::optional<StabilityQuestions> questions_of(const Conflict& conflict, const StabilityFlags& flags, Common& common) {
  StabilityQuestions questions;
  std::string wrong = read_state(conflict, flags.explain, questions.explain);
  if (wrong.empty()) wrong = read_state(conflict, flags.from, questions.from);
  if (wrong.empty()) wrong = read_state(conflict, flags.to, questions.to);
  if (wrong.empty()) return questions;
  wrong_stability(common, wrong);
  return std::nullopt;
}

}  // namespace armistice
