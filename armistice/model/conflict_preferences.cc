// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "armistice/model/conflict_parts.h"
#include "armistice/model/read_parts.h"

namespace armistice {
namespace {

using stability::Preference;
using stability::State;

std::string called(const Conflict& conflict, State state) {
  const std::string& id = conflict.states[state].id;
  if (!id.empty()) return id;
  const std::string code = code_text(conflict, state);
  return code.empty() ? fmt::format("{}", state) : fmt::format("{} ({})", state, code);
}

// "a, b, c and 4 more".
std::string listed(const Conflict& conflict, const std::vector<State>& states) {
  std::string all;
  for (std::size_t k = 0; k < std::min<std::size_t>(states.size(), 5); ++k)
    all += (k > 0 ? ", " : "") + called(conflict, states[k]);
  return states.size() > 5 ? fmt::format("{} and {} more", all, states.size() - 5) : all;
}

void report_missing(const ConflictReading& r, const Entry& entry, const std::vector<std::uint8_t>& there) {
  std::vector<State> missing;
  for (State s = 0; s < there.size(); ++s)
    if (!there[s]) missing.push_back(s);
  if (!missing.empty() && r.misnamed.empty())
    r.wrong(entry.place, fmt::format("\"{}\" leaves out {} of {} states: {}", entry.key, missing.size(), there.size(),
                                     listed(r.conflict, missing)));
}

// "front < 0.45": a series, and which side of a bound it is on.
void watch_of(ConflictReading& r, const Node& node, std::vector<Watch>& all) {
  if (!is_kind(r.reading, node, Node::Kind::text, "while")) return;
  const std::size_t sign = node.text.find_first_of("<>");
  const std::string head = node.text.substr(0, sign),
                    tail = sign == std::string::npos ? "" : node.text.substr(sign + 1);
  const std::size_t first = head.find_first_not_of(' '), last = head.find_last_not_of(' ');
  const std::size_t number = tail.find_first_not_of(' ');
  double bound = 0;
  const char* from = tail.data() + std::min(number, tail.size());
  const auto [end, error] = std::from_chars(from, tail.data() + tail.size(), bound);
  if (first == std::string::npos || error != std::errc() || end != tail.data() + tail.size() || !std::isfinite(bound))
    return r.wrong(node.place, fmt::format("\"{}\" is not a series and a bound", node.text), "like \"front < 0.45\"");
  all.push_back({head.substr(first, last + 1 - first), node.text[sign] == '>', bound, node.place});
}

ConflictStatement statement_of(ConflictReading& r, const Node& item) {
  ConflictStatement said;
  const auto read = [&](const Node& node) {
    if (!is_kind(r.reading, node, Node::Kind::text, "that")) return;
    said.text = node.text;
    if (r.conflict.options.empty())
      return r.wrong(node.place, "a statement speaks of options, and there are none", "rank the states instead");
    said.statement.condition = read_condition(r, node.text, node.place);
  };
  if (item.kind != Node::Kind::table) {
    read(item);
    return said;
  }
  Cursor table(r.reading, item);
  if (const Entry* that = table.need("that")) read(that->value);
  said.statement.strong = table.truth("strong");
  said.statement.unknown = table.truth("unknown");
  said.sources = ids_of(table.refs("source"));
  std::erase(said.sources, "assumed");  // as with numbers: it is said, and there is no claim
  r.cite(said.sources, table.place());
  if (const Entry* during = table.find("while"))
    for (const Node& one :
         during->value.kind == Node::Kind::array ? during->value.items : std::vector<Node>{during->value})
      watch_of(r, one, said.during);
  table.text("why");
  table.finish();
  return said;
}

void note_empty_statement(ConflictReading& r, const ConflictStatement& said, const std::string& party) {
  const auto& codes = r.conflict.codes;
  const auto true_in = std::count_if(codes.begin(), codes.end(),
                                     [&](std::uint64_t code) { return holds(said.statement.condition, code); });
  if (true_in == 0 || true_in == static_cast<std::ptrdiff_t>(codes.size()))
    r.conflict.notes.push_back(fmt::format("the statement \"{}\" of {} is {} of every state: it says nothing",
                                           said.text, party, true_in == 0 ? "false" : "true"));
}

std::optional<Preference> by_statements(ConflictReading& r, ConflictParty& party, const Entry& entry) {
  if (!is_kind(r.reading, entry.value, Node::Kind::array, entry.key)) return std::nullopt;
  const std::size_t before = r.reading.problems.size();
  bool mild = false;
  for (const Node& item : entry.value.items) {
    party.statements.push_back(statement_of(r, item));
    if (party.statements.back().statement.strong && mild)
      r.wrong(item.place, "a strong statement stands below one that is not strong", "strong ones come first");
    mild |= !party.statements.back().statement.strong;
  }
  if (entry.value.items.empty())
    r.wrong(entry.place, "no statement: every state is as good as any other to the party",
            "ranking = [[...]] with all states says so on purpose");
  if (!statements_fit(r, party.statements, r.conflict.states.size(), entry.place)) return std::nullopt;
  if (!r.states_known || r.reading.problems.size() > before) return std::nullopt;
  std::vector<stability::Statement> statements;
  for (const ConflictStatement& said : party.statements) {
    note_empty_statement(r, said, party.name.id);
    if (said.during.empty())
      statements.push_back(said.statement);
    else
      r.conflict.notes.push_back(fmt::format(
          "the statement \"{}\" of {} counts along simulated histories only (--along)", said.text, party.name.id));
  }
  return stability::preference_by_statements(statements, r.conflict.codes);
}

// [["peace"], "talks", ">>", ["war", 3]]: best first, as good within brackets, ">>": and much worse.
std::optional<Preference> by_ranking(ConflictReading& r, const Entry& entry) {
  if (!is_kind(r.reading, entry.value, Node::Kind::array, entry.key) || !r.states_known) return std::nullopt;
  const std::size_t before = r.reading.problems.size();
  std::vector<std::vector<State>> ranking;
  std::vector<std::size_t> strong;
  std::vector<int> line(r.conflict.states.size());
  const auto add = [&](const Node& node) {
    const auto state = state_of(r, node, entry.key);
    if (!state) return;
    if (line[*state] > 0)
      return r.wrong(node.place, fmt::format("state {} is ranked twice (also in line {})", called(r.conflict, *state),
                                             line[*state]));
    line[*state] = std::max(1, node.place.line);
    ranking.back().push_back(*state);
  };
  for (const Node& item : entry.value.items) {
    if (item.kind == Node::Kind::text && item.text == ">>") {
      if (ranking.empty() || (!strong.empty() && strong.back() == ranking.size()))
        r.wrong(item.place, "\">>\" stands between two places of the ranking");
      strong.push_back(ranking.size());
      continue;
    }
    ranking.emplace_back();
    if (item.kind == Node::Kind::array) {
      for (const Node& tied : item.items) add(tied);
    } else {
      add(item);
    }
  }
  if (!strong.empty() && strong.back() == ranking.size())
    r.wrong(entry.place, "\">>\" stands between two places of the ranking");
  if (r.reading.problems.size() > before) return std::nullopt;
  report_missing(r, entry, std::vector<std::uint8_t>(line.begin(), line.end()));
  if (r.reading.problems.size() > before) return std::nullopt;
  return preference_by_ranking(ranking, strong, r.conflict.states.size());
}

// One line of pairs: "peace > war", "talks = truce", or a chain of them.
void pairs_of(ConflictReading& r, const Node& node, std::vector<Pair>& pairs, std::vector<std::uint8_t>& there) {
  if (!is_kind(r.reading, node, Node::Kind::text, "pairs")) return;
  const std::string& text = node.text;
  std::optional<State> left;
  bool equal = false, first = true;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(">=", at), text.size());
    const std::size_t from = std::min(text.find_first_not_of(" \t", at), end);
    const std::size_t last = text.find_last_not_of(" \t", end == 0 ? 0 : end - 1);
    Node word = node;
    word.text = from < end ? text.substr(from, last + 1 - from) : "";
    word.place = r.inside(node.place, text, from);
    if (word.text.empty())
      return r.wrong(word.place, "a state is missing here", "\"peace > war\" or \"talks = truce\"");
    const auto right = state_of(r, word, "pairs");
    if (right) there[*right] = 1;
    if (!first && left && right) pairs.push_back({*left, *right, equal, word.place});
    if (end == text.size() && first) return r.wrong(node.place, "a pair needs \">\" or \"=\" between two states");
    equal = end < text.size() && text[end] == '=';
    left = right, first = false, at = end + 1;
    if (end == text.size()) break;
  }
}

std::optional<Preference> by_pairs(ConflictReading& r, const Entry& entry) {
  if (!is_kind(r.reading, entry.value, Node::Kind::array, entry.key) || !r.states_known) return std::nullopt;
  const std::size_t n = r.conflict.states.size(), before = r.reading.problems.size();
  if (n > stability::most_states_in_doubt) {
    r.wrong(entry.place, fmt::format("{} states: pairs can order up to {}", n, stability::most_states_in_doubt));
    return std::nullopt;
  }
  std::vector<Pair> pairs;
  std::vector<std::uint8_t> there(n);
  for (const Node& item : entry.value.items) pairs_of(r, item, pairs, there);
  if (r.reading.problems.size() == before) report_missing(r, entry, there);
  if (r.reading.problems.size() > before) return std::nullopt;
  std::vector<State> circle;
  std::size_t at = 0;
  auto preference = preference_by_pairs(pairs, n, circle, at);
  if (preference) return preference;
  std::string around = called(r.conflict, circle.front());
  for (std::size_t k = 1; k < circle.size(); ++k) around += " >= " + called(r.conflict, circle[k]);
  r.wrong(pairs[at].place, "this contradicts the pairs before it", "by them " + around);
  return std::nullopt;
}

std::optional<Preference> by_utility(ConflictReading& r, const Entry& entry) {
  if (!r.states_known) return std::nullopt;
  const std::size_t n = r.conflict.states.size(), before = r.reading.problems.size();
  std::vector<double> utility(n);
  std::vector<std::uint8_t> there(n);
  const auto take = [&](State state, const Node& node) {
    if (!is_kind(r.reading, node, Node::Kind::number, entry.key)) return;
    if (!std::isfinite(node.number)) r.wrong(node.place, "a utility is a finite number");
    if (there[state])
      r.wrong(node.place, fmt::format("the utility of state {} a second time", called(r.conflict, state)));
    utility[state] = node.number, there[state] = 1;
  };
  if (entry.value.kind == Node::Kind::array) {
    const auto& items = entry.value.items;
    if (items.size() != n)
      r.wrong(entry.value.place, fmt::format("{} utilities for {} states", items.size(), n));
    else
      for (State s = 0; s < n; ++s) take(s, items[s]);
  } else if (is_kind(r.reading, entry.value, Node::Kind::table, entry.key)) {
    for (const Entry& one : entry.value.entries) {
      Node key;
      key.kind = Node::Kind::text, key.text = one.key, key.place = one.place;
      if (const auto state = state_of(r, key, entry.key)) take(*state, one.value);
    }
    if (r.reading.problems.size() == before) report_missing(r, entry, there);
  }
  if (r.reading.problems.size() > before) return std::nullopt;
  Preference preference;
  preference.rank = stability::ranks_of(utility);
  preference.utility = std::move(utility);
  return preference;
}

std::optional<Preference> preference_of(ConflictReading& r, Cursor& table, ConflictParty& party) {
  const Entry* given = nullptr;
  for (const char* key : {"statements", "ranking", "pairs", "utility"}) {
    const Entry* entry = table.find(key);
    if (entry && given)
      r.wrong(entry->place, fmt::format("\"{}\" besides \"{}\": a preference is given in one way", key, given->key));
    else if (entry)
      given = entry;
  }
  if (!given) {
    r.wrong(table.place(), "a preference needs \"statements\", \"ranking\", \"pairs\" or \"utility\"");
    return std::nullopt;
  }
  party.by = given->key;
  if (party.by == "statements") return by_statements(r, party, *given);
  if (party.by == "ranking") return by_ranking(r, *given);
  return party.by == "pairs" ? by_pairs(r, *given) : by_utility(r, *given);
}

}  // namespace

std::vector<Preference> read_preferences(ConflictReading& r, Cursor& root) {
  std::vector<Preference> all(r.conflict.parties.size());
  std::vector<std::uint8_t> there(all.size());
  each_table(root, "preference", [&](Cursor& table, const std::string& id, const Place& place) {
    const int party = r.party({id, place});
    r.cite(ids_of(table.refs("source")), table.place());
    table.text("why");
    ConflictParty nobody;
    ConflictParty& whose = party < 0 ? nobody : r.conflict.parties[static_cast<std::size_t>(party)];
    auto preference = preference_of(r, table, whose);
    if (party < 0) return;
    there[static_cast<std::size_t>(party)] = 1;
    if (preference) all[static_cast<std::size_t>(party)] = std::move(*preference);
  });
  for (std::size_t p = 0; p < there.size(); ++p)
    if (!there[p]) {
      const Name& name = r.conflict.parties[p].name;
      r.wrong(name.place, fmt::format("[preference.{}] is missing", name.id));
    }
  return all;
}

}  // namespace armistice
