// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "armistice/model/conflict_gmcr.h"
#include "armistice/model/limits.h"

namespace armistice {

using stability::Condition;

const Json* JsonConflict::need(const Json& object, std::string_view key, Json::Kind kind) {
  const Json* value = object.find(key);
  if (!value) {
    wrong(object.place, fmt::format("\"{}\" is missing", key));
    return nullptr;
  }
  return is(*value, kind, key) ? value : nullptr;
}

const Json* JsonConflict::maybe(const Json& object, std::string_view key, Json::Kind kind) {
  const Json* value = object.find(key);
  return value && is(*value, kind, key) ? value : nullptr;
}

bool JsonConflict::is(const Json& value, Json::Kind kind, std::string_view key) {
  if (value.kind == kind) return true;
  wrong(value.place, fmt::format("\"{}\" must be {}, not {}", key, kind_name(kind), kind_name(value.kind)));
  return false;
}

std::optional<std::size_t> JsonConflict::index(const Json& value, std::size_t below, std::string_view what) {
  if (value.kind == Json::Kind::number && value.number >= 0 && value.number < static_cast<double>(below) &&
      value.number == static_cast<double>(static_cast<std::size_t>(value.number)))
    return static_cast<std::size_t>(value.number);
  wrong(value.place, below == 0 ? fmt::format("no {} is there to be named", what)
                                : fmt::format("{} is a whole number from 0 to {}", what, below - 1));
  return std::nullopt;
}

void JsonConflict::add_party(const std::string& name, const Place& place) {
  Name called{name, name, "", place};
  for (const ConflictParty& party : r.conflict.parties)
    if (party.name.id == name) wrong(place, fmt::format("the party \"{}\" a second time", name));
  r.conflict.parties.push_back({std::move(called), "", {}});
  r.conflict.form.parties = static_cast<int>(r.conflict.parties.size());
  if (r.conflict.parties.size() == most_parties + 1) wrong(place, fmt::format("more than {} parties", most_parties));
}

void JsonConflict::add_option(const std::string& name, const std::string& direction, const Place& place) {
  stability::Option option;
  if (direction == "fwd")
    option.direction = stability::Direction::only_on;
  else if (direction == "back")
    option.direction = stability::Direction::only_off;
  else if (direction != "both")
    wrong(place, fmt::format("unknown direction \"{}\"", direction), "one of: both, fwd, back");
  r.conflict.form.options.push_back(option);
  r.conflict.options.push_back({name, name, "", place});
  if (r.conflict.options.size() == stability::most_options + 1)
    wrong(place, fmt::format("more than {} options", stability::most_options));
}

Condition JsonConflict::pattern(const Json& value) {
  if (!is(value, Json::Kind::text, "pattern")) return {};
  const std::size_t options = r.conflict.options.size();
  const std::string& text = value.text;
  const std::size_t bad = text.find_first_not_of("YN-");
  if (bad != std::string::npos) {
    wrong(r.inside(value.place, text, bad), "a pattern has Y, N or - for each option");
  } else if (text.size() != options) {
    wrong(value.place,
          fmt::format("the pattern \"{}\" has {} signs, and there are {} options", text, text.size(), options));
  } else {
    Condition condition = stability::condition_of_pattern(text);
    if (condition.nodes.empty()) wrong(value.place, fmt::format("the pattern \"{}\" says nothing", text));
    return condition;
  }
  return {};
}

Condition JsonConflict::patterns(const Json& value, std::string& text) {
  if (value.kind != Json::Kind::array) {
    text = value.text;
    return pattern(value);
  }
  std::vector<Condition> all;
  for (const Json& one : value.items) {
    text += (text.empty() ? "" : " OR ") + one.text;
    all.push_back(pattern(one));
  }
  if (all.empty()) wrong(value.place, "a statement of no pattern says nothing");
  Condition any = any_of(all);
  if (any.nodes.size() > stability::most_nodes) {
    wrong(value.place, "too many patterns in one statement");
    return {};
  }
  return any;
}

void JsonConflict::statements(const Json& list, ConflictParty& party) {
  for (const Json& one : list.items) {
    ConflictStatement& said = party.statements.emplace_back();
    said.statement.condition = patterns(one, said.text);
  }
  party.by = "statements";
  if (list.items.empty()) wrong(list.place, fmt::format("no statement of {}", party.name.id));
}

std::optional<stability::Preference> JsonConflict::by_statements(const ConflictParty& party, const Place& place) {
  if (!statements_fit(r, party.statements, r.conflict.states.size(), place)) return std::nullopt;
  std::vector<stability::Statement> all;
  for (const ConflictStatement& said : party.statements) {
    if (said.statement.condition.nodes.empty()) return std::nullopt;
    all.push_back(said.statement);
  }
  return stability::preference_by_statements(all, r.conflict.codes);
}

void JsonConflict::find_states_by(const Json* list) {
  std::vector<Rule> rules;
  if (list)
    for (const Json& one : list->items) {
      std::string text;
      Condition condition = patterns(one, text);
      if (!condition.nodes.empty()) rules.push_back({std::move(condition), fmt::format("\"{}\"", text), one.place});
    }
  if (r.reading.problems.size() == before) find_states(r, rules, {file, 0, 0});
}

namespace {

bool is_model(const Json& value) {
  return value.kind == Json::Kind::object && (value.find("decision_makers") || value.find("decisionMakers"));
}

// The models of a file with their names and where they begin.
struct Found {
  std::string name;
  const Json* model = nullptr;
};

std::vector<Found> models_of(const Json& file, const std::string& name) {
  const auto named = [](const Json& model, const std::string& otherwise) {
    const Json* own = model.find("name");
    return own && own->kind == Json::Kind::text ? own->text : otherwise;
  };
  if (is_model(file)) return {{named(file, name), &file}};
  std::vector<Found> all;
  const Json* cases = file.find("cases");
  const Json& within = cases ? *cases : file;
  for (std::size_t k = 0; k < within.items.size(); ++k)
    if (is_model(within.items[k])) all.push_back({named(within.items[k], fmt::format("{}", k)), &within.items[k]});
  for (const Member& member : within.members)
    if (is_model(member.value)) all.push_back({member.key, &member.value});
  return all;
}

}  // namespace

std::vector<Conflict> conflicts_of_json(Reading& reading, const Json& file, const std::string& name,
                                        const std::string& only) {
  std::vector<Found> models = models_of(file, name);
  if (models.empty())
    reading.report(file.place, "no conflict model: neither \"decisionMakers\" (.gmcr) nor \"decision_makers\"");
  if (!only.empty()) {
    std::vector<std::string> known;
    for (const Found& found : models) {
      known.push_back(found.name);
      const Json* own = found.model->find("name");
      if (own && own->kind == Json::Kind::text && own->text != found.name) known.push_back(own->text);
    }
    const auto differs = [&](const Found& found) {
      const Json* own = found.model->find("name");
      return found.name != only && !(own && own->text == only);
    };
    models.erase(std::remove_if(models.begin(), models.end(), differs), models.end());
    if (models.empty() && !known.empty()) {
      const std::string near = did_you_mean(only, known);
      std::string all;
      for (std::size_t k = 0; k < std::min<std::size_t>(known.size(), 8); ++k) all += (k > 0 ? ", " : "") + known[k];
      reading.report({file.place.file, 0, 0}, fmt::format("there is no case \"{}\"", only),
                     !near.empty() ? near : fmt::format("there are {}{}", all, known.size() > 8 ? ", ..." : ""));
    }
  }
  std::vector<Conflict> all;
  for (const Found& found : models) {
    const std::size_t before = reading.problems.size();
    JsonConflict model{ConflictReading{reading}, file.place.file, before};
    model.r.conflict.title = {found.name, found.name, "", found.model->place};
    if (found.model->find("decisionMakers"))
      read_gmcr(model, *found.model);
    else
      read_case(model, *found.model);
    if (reading.problems.size() == before) all.push_back(std::move(model.r.conflict));
  }
  return all;
}

}  // namespace armistice
