// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "armistice/base/file.h"
#include "armistice/base/hash.h"
#include "armistice/model/check.h"
#include "armistice/model/conflict_parts.h"
#include "armistice/model/limits.h"
#include "armistice/model/read_parts.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;
using stability::Direction;
using stability::State;

void read_parties(ConflictReading& r, Cursor& root, const Dossier* dossier) {
  each_table(root, "party", [&](Cursor& table, const std::string& id, const Place& place) {
    ConflictParty party;
    party.name = table.name("name", id, place);
    if (dossier) {
      std::vector<std::string> known;
      for (const Party& one : dossier->parties) known.push_back(one.name.id);
      const Party* own = find_party(*dossier, id);
      if (!own) r.wrong(place, fmt::format("the dossier has no party \"{}\"", id), did_you_mean(id, known));
      if (own && party.name.en.empty()) party.name.en = own->name.en;
      if (own && party.name.zh.empty()) party.name.zh = own->name.zh;
    }
    r.conflict.parties.push_back(std::move(party));
    check_count(r.reading, r.conflict.parties.size(), most_parties, "parties", place);
  });
  r.conflict.form.parties = static_cast<int>(r.conflict.parties.size());
}

void read_options(ConflictReading& r, Cursor& root) {
  each_table(root, "option", [&](Cursor& table, const std::string& id, const Place& place) {
    if (is_operator(id)) r.wrong(place, fmt::format("an option cannot be called \"{}\": statements use the word", id));
    stability::Option option;
    option.party = std::max(0, r.party(table.need_ref("party")));
    const std::string way = table.word("irreversible", {"on", "off"}, "");
    option.direction = way == "on" ? Direction::only_on : way == "off" ? Direction::only_off : Direction::both;
    r.conflict.form.options.push_back(option);
    r.conflict.options.push_back(table.name("name", id, place));
    check_count(r.reading, r.conflict.options.size(), static_cast<int>(stability::most_options), "options", place);
  });
}

// How many states a conflict without options has: [state.ID] for each, or `states = 9`.
void count_states(ConflictReading& r, Cursor& root, int listed) {
  const Entry* named = root.find("state");
  const std::size_t names = named ? named->value.entries.size() : 0;
  if (names > 0 && listed > 0 && names != static_cast<std::size_t>(listed))
    r.wrong(named->place, fmt::format("{} states have a name here, and \"states\" counts {}", names, listed));
  r.conflict.states.resize(names > 0 ? names : static_cast<std::size_t>(listed));
  r.states_known = !r.conflict.states.empty();
}

void read_status_quo(ConflictReading& r, Cursor& head) {
  const Entry* entry = head.find("status_quo");
  if (entry && r.states_known) r.conflict.status_quo = state_of(r, entry->value, "status_quo");
}

void build(ConflictReading& r, std::vector<stability::Preference> preferences,
           const std::vector<std::vector<std::pair<State, State>>>& moves) {
  Conflict& c = r.conflict;
  if (c.options.empty()) {
    c.graph = stability::graph_of_arcs(static_cast<State>(c.states.size()), moves);
    c.graph.preference = std::move(preferences);
    return;
  }
  // The form drops coalesced states once more, from all that are feasible.
  std::vector<std::uint64_t> codes = c.form.coalesced.empty() ? c.codes : *stability::feasible_states(c.form);
  c.graph = stability::graph_of_form(c.form, codes, std::move(preferences));
}

std::size_t problems_in(const ConflictReading& r) { return r.reading.problems.size(); }

}  // namespace

std::optional<Conflict> conflict_of_toml(Reading& reading, const Node& file, const Dossier* dossier) {
  const std::size_t before = reading.problems.size();
  ConflictReading r{reading};
  Cursor root(reading, file);
  static const Node nothing;
  const Entry* entry = root.find("conflict");
  if (!entry) r.wrong({file.place.file, 0, 0}, "[conflict] is missing");
  Cursor head(reading, entry && is_kind(reading, entry->value, Node::Kind::table, "conflict") ? entry->value : nothing);
  if (entry) head.need("format");
  head.whole("format", 1, 1, 1);
  const Ref id = entry ? head.need_ref("id") : Ref{};
  if (!id.id.empty()) check_id(reading, id.id, id.place);
  r.conflict.title = head.name("title", id.id, id.place);
  const int listed = head.whole("states", 1, 1 << 22, 0);
  read_parties(r, root, dossier);
  read_options(r, root);
  if (r.conflict.parties.empty() && problems_in(r) == before) r.wrong(root.place(), "[party.ID] is missing");
  std::vector<Rule> rules;
  read_rules(r, root, rules);
  if (r.conflict.options.empty()) {
    count_states(r, root, listed);
    if (!r.states_known && problems_in(r) == before)
      r.wrong(root.place(), "neither options nor states",
              "[option.ID] for each option, or [state.ID] and [[move]] for a conflict given by its moves");
  } else if (problems_in(r) == before) {
    find_states(r, rules, {file.place.file, 0, 0});
  }
  read_states(r, root);
  read_status_quo(r, head);
  read_confrontation(r, root);
  const auto moves = read_moves(r, root);
  std::vector<stability::Preference> preferences = read_preferences(r, root);
  head.finish();
  root.finish();
  if (problems_in(r) > before) return std::nullopt;
  build(r, std::move(preferences), moves);
  return std::move(r.conflict);
}

namespace {

std::string lower_suffix(const fs::path& file) {
  std::string suffix = file.extension().string();
  for (char& c : suffix) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return suffix;
}

std::vector<Conflict> read_one_toml(Reading& reading, const std::string& text, const std::string& name,
                                    const Dossier* dossier) {
  Problems found;
  const std::optional<Node> tree = parse_toml(text, name, found);
  for (Problem& problem : found) reading.report(problem.place, problem.message, problem.hint);
  if (!tree) return {};
  std::optional<Conflict> conflict = conflict_of_toml(reading, *tree, dossier);
  if (!conflict) return {};
  return {std::move(*conflict)};
}

}  // namespace

std::vector<Conflict> read_conflicts(const fs::path& file, const std::string& only, Problems& problems) {
  const std::string text = read_file(file, std::size_t{64} << 20), name = file.filename().string();
  Reading reading;
  reading.lines.add(name, text);
  std::vector<Conflict> all;
  if (lower_suffix(file) == ".toml") {
    all = read_one_toml(reading, text, name, nullptr);
    if (!all.empty() && !only.empty() && all[0].title.id != only)
      reading.report({name, 0, 0}, fmt::format("there is no case \"{}\"", only),
                     fmt::format("the file holds one, \"{}\"", all[0].title.id));
  } else {
    const std::optional<Json> tree = parse_json(text, name, reading.lines, reading.problems);
    if (tree) all = conflicts_of_json(reading, *tree, file.stem().string(), only);
  }
  sort(reading.problems);
  problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
  if (!reading.problems.empty()) return {};
  for (Conflict& conflict : all) conflict.hash = sha256(text).substr(0, 16);
  return all;
}

std::optional<Conflict> read_graph(const Dossier& dossier, Problems& problems) {
  const fs::path file = fs::path(dossier.folder) / graph_file;
  if (!fs::exists(file)) return std::nullopt;
  const std::string text = read_file(file, most_file_bytes), name(graph_file);
  Reading reading;
  reading.lines.add(name, text);
  std::vector<Conflict> all = read_one_toml(reading, text, name, &dossier);
  if (!all.empty()) {
    const Check check = make_check(dossier, reading.problems);
    std::vector<std::string> known = check.ids.find("claim")->second;
    const std::vector<std::string>& sources = check.ids.find("source")->second;
    known.insert(known.end(), sources.begin(), sources.end());
    for (const Citation& citation : all[0].cited)
      for (const std::string& id : citation.ids)
        if (std::find(known.begin(), known.end(), id) == known.end())
          reading.report(citation.place, fmt::format("unknown source or claim \"{}\"", id), did_you_mean(id, known));
    all[0].hash = sha256(text).substr(0, 16);
  }
  sort(reading.problems);
  problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
  if (!reading.problems.empty()) return std::nullopt;
  return std::move(all[0]);
}

}  // namespace armistice
