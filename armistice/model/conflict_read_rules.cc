// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "armistice/model/conflict_parts.h"
#include "armistice/model/read_parts.h"

namespace armistice {
namespace {

using stability::Condition;
using stability::Connective;
using stability::State;

// Calls f(node) for each item of a list of rules: what stands in the list itself, or under `inner` in [[KEY]].
void each_rule(ConflictReading& r, Cursor& root, std::string_view key, std::string_view inner, auto f) {
  const Entry* list = root.find(key);
  if (!list || !is_kind(r.reading, list->value, Node::Kind::array, key)) return;
  for (const Node& item : list->value.items) {
    if (item.kind != Node::Kind::table) {
      f(item);
      continue;
    }
    Cursor table(r.reading, item);
    if (const Entry* entry = table.need(inner)) f(entry->value);
    table.text("why");
    r.cite(ids_of(table.refs("source")), table.place());
    table.finish();
  }
}

// The options of ["a", "b"], at least two; fewer when there is a problem.
std::vector<Condition> options_of(ConflictReading& r, const Node& node, std::string_view key) {
  std::vector<Condition> options;
  if (!is_kind(r.reading, node, Node::Kind::array, key)) return options;
  const std::vector<std::string> known = r.option_ids();
  for (const Node& item : node.items) {
    if (!is_kind(r.reading, item, Node::Kind::text, key)) continue;
    const auto found = std::find(known.begin(), known.end(), item.text);
    if (found == known.end()) {
      r.wrong(item.place, fmt::format("unknown option \"{}\"", item.text), did_you_mean(item.text, known));
      continue;
    }
    options.emplace_back().add(Connective::option, static_cast<std::uint32_t>(found - known.begin()));
  }
  if (node.items.size() < 2) r.wrong(node.place, fmt::format("\"{}\" names at least two options", key));
  return options;
}

// A condition of a text, or empty when it is not there or wrong.
Condition condition_at(ConflictReading& r, const Entry* entry, std::string_view key) {
  if (!entry || !is_kind(r.reading, entry->value, Node::Kind::text, key)) return {};
  return read_condition(r, entry->value.text, entry->value.place);
}

void read_forbidden(ConflictReading& r, Cursor& root) {
  each_item(root, "forbidden", [&](Cursor& table) {
    stability::Forbidden rule;
    rule.party = std::max(0, r.party(table.need_ref("party")));
    const Entry *from = table.find("from"), *to = table.find("to");
    if (!from && !to) r.wrong(table.place(), "a forbidden move says \"from\" where, \"to\" where, or both");
    rule.from = condition_at(r, from, "from");
    rule.to = condition_at(r, to, "to");
    table.text("why");
    r.cite(ids_of(table.refs("source")), table.place());
    r.conflict.form.forbidden.push_back(std::move(rule));
  });
}

void read_coalesced(ConflictReading& r, Cursor& root) {
  each_item(root, "coalesced", [&](Cursor& table) {
    Condition when = condition_at(r, table.need("when"), "when");
    table.find("name"), table.find("id");  // read once the states are known
    if (!when.nodes.empty()) r.conflict.form.coalesced.push_back(std::move(when));
  });
}

}  // namespace

void read_rules(ConflictReading& r, Cursor& root, std::vector<Rule>& rules) {
  each_rule(r, root, "infeasible", "when", [&](const Node& node) {
    if (!is_kind(r.reading, node, Node::Kind::text, "infeasible")) return;
    Condition condition = read_condition(r, node.text, node.place);
    if (!condition.nodes.empty()) rules.push_back({std::move(condition), fmt::format("\"{}\"", node.text), node.place});
  });
  each_rule(r, root, "mutually_exclusive", "options", [&](const Node& node) {
    const std::vector<Condition> options = options_of(r, node, "mutually_exclusive");
    for (std::size_t i = 0; i < options.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        rules.push_back({all_of({options[j], options[i]}), "mutually_exclusive", node.place});
  });
  each_rule(r, root, "at_least_one", "options", [&](const Node& node) {
    Condition none = any_of(options_of(r, node, "at_least_one"));
    if (none.nodes.empty()) return;
    none.add(Connective::negation, static_cast<std::uint32_t>(none.nodes.size() - 1));
    rules.push_back({std::move(none), "at_least_one", node.place});
  });
  read_forbidden(r, root);
  read_coalesced(r, root);
}

std::optional<State> state_of(const ConflictReading& r, const Node& node, std::string_view key) {
  const bool number = node.kind == Node::Kind::number && node.whole && node.number >= 0;
  if (!number && node.kind != Node::Kind::text) {
    r.wrong(node.place,
            fmt::format("\"{}\" wants a state by its name, number or code, not {}", key, kind_name(node.kind)));
    return std::nullopt;
  }
  const std::string word = number ? fmt::format("{}", node.number) : node.text;
  const auto found = find_state(r.conflict, word);
  if (found || r.misnamed.contains(word)) return found;
  std::string hint = number ? "" : did_you_mean(word, state_words(r.conflict));
  if (hint.empty()) hint = fmt::format("states are numbered from 0 to {}", r.conflict.states.size() - 1);
  r.wrong(node.place, fmt::format("there is no state \"{}\"", word), hint);
  return std::nullopt;
}

namespace {

// The one state in which the condition holds, or a problem.
std::optional<State> only_state(ConflictReading& r, const Node& node) {
  const Condition condition = read_condition(r, node.text, node.place);
  if (condition.nodes.empty()) return std::nullopt;
  std::vector<State> found;
  for (State s = 0; s < r.conflict.codes.size(); ++s)
    if (holds(condition, r.conflict.codes[s])) found.push_back(s);
  if (found.size() == 1) return found.front();
  if (found.empty())
    r.wrong(node.place, "no state is so", "what is infeasible is no state");
  else
    r.wrong(node.place, fmt::format("{} states are so, and a name belongs to one: {} and {} for two", found.size(),
                                    code_text(r.conflict, found[0]), code_text(r.conflict, found[1])));
  return std::nullopt;
}

void name_coalesced(ConflictReading& r, Cursor& root) {
  const Entry* list = root.find("coalesced");
  if (!list) return;
  for (std::size_t k = 0; k < list->value.items.size(); ++k) {
    Cursor table(r.reading, list->value.items[k]);
    Name name = table.name("name", table.text("id"), table.place());
    for (State s = 0; s < r.conflict.codes.size(); ++s) {
      std::size_t group = 0;
      while (group < r.conflict.form.coalesced.size() && !holds(r.conflict.form.coalesced[group], r.conflict.codes[s]))
        ++group;
      if (group == k) r.conflict.states[s] = name;
    }
  }
}

}  // namespace

void read_states(ConflictReading& r, Cursor& root) {
  if (r.states_known && !r.conflict.options.empty()) name_coalesced(r, root);
  State next = 0;
  each_table(root, "state", [&](Cursor& table, const std::string& id, const Place& place) {
    Name name = table.name("name", id, place);
    if (r.conflict.options.empty()) {
      if (next < r.conflict.states.size()) r.conflict.states[next++] = std::move(name);
      return;
    }
    const Entry* is = table.need("is");
    if (!is || !is_kind(r.reading, is->value, Node::Kind::text, "is") || !r.states_known) return;
    const auto state = only_state(r, is->value);
    if (!state) return void(r.misnamed.insert(id));
    Name& known = r.conflict.states[*state];
    if (!known.id.empty())
      r.wrong(place, fmt::format("this state is already called \"{}\" (line {})", known.id, known.place.line));
    known = std::move(name);
  });
}

std::vector<std::vector<std::pair<State, State>>> read_moves(ConflictReading& r, Cursor& root) {
  std::vector<std::vector<std::pair<State, State>>> moves(r.conflict.parties.size());
  const auto states = [&](const Entry* entry) {
    std::vector<State> all;
    if (!entry || !r.states_known) return all;
    const Node& node = entry->value;
    for (const Node& item : node.kind == Node::Kind::array ? node.items : std::vector<Node>{node})
      if (const auto state = state_of(r, item, entry->key)) all.push_back(*state);
    return all;
  };
  each_item(root, "move", [&](Cursor& table) {
    if (!r.conflict.options.empty())
      return r.wrong(table.place(), "moves are listed for a conflict without options",
                     "with options, who owns one moves; [[forbidden]] takes moves away");
    const int party = r.party(table.need_ref("party"));
    const std::vector<State> from = states(table.need("from")), to = states(table.need("to"));
    const bool back = table.truth("back");
    if (party < 0) return;
    for (const State a : from)
      for (const State b : to) {
        moves[static_cast<std::size_t>(party)].push_back({a, b});
        if (back) moves[static_cast<std::size_t>(party)].push_back({b, a});
      }
  });
  return moves;
}

}  // namespace armistice
