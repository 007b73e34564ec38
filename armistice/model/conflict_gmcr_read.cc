// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "armistice/model/conflict_gmcr.h"

namespace armistice {
namespace {

using stability::Preference;
using stability::State;
using Kind = Json::Kind;

void read_owned(JsonConflict& m, const Json& party, int number, std::vector<int>& owner) {
  const Json* options = m.need(party, "options", Kind::array);
  if (!options) return;
  for (const Json& one : options->items) {
    const auto option = m.index(one, owner.size(), "an option");
    if (!option) continue;
    if (owner[*option] >= 0)
      m.wrong(one.place, fmt::format("option {} has an owner already, {}", *option,
                                     m.r.conflict.parties[static_cast<std::size_t>(owner[*option])].name.id));
    owner[*option] = number;
  }
}

// The numbers of a ranking: 1 to n, or the decimals of the states.
std::map<double, State> numbers_of(const Json& ranking, const std::vector<std::uint64_t>& codes) {
  std::vector<double> given;
  for (const Json& item : ranking.items)
    for (const Json& one : item.kind == Kind::array ? item.items : std::vector<Json>{item}) given.push_back(one.number);
  const bool zero = std::find(given.begin(), given.end(), 0) != given.end();
  const bool above =
      std::any_of(given.begin(), given.end(), [&](double x) { return x > static_cast<double>(codes.size()); });
  std::map<double, State> place;
  for (State s = 0; s < codes.size(); ++s) place[zero || above ? static_cast<double>(codes[s]) : s + 1.0] = s;
  return place;
}

std::optional<Preference> by_ranking(JsonConflict& m, const Json& ranking, const std::string& who) {
  const std::size_t states = m.r.conflict.codes.size(), before = m.r.reading.problems.size();
  const std::map<double, State> place = numbers_of(ranking, m.r.conflict.codes);
  std::vector<std::vector<State>> order;
  std::vector<std::uint8_t> there(states);
  for (const Json& item : ranking.items) {
    order.emplace_back();
    for (const Json& one : item.kind == Kind::array ? item.items : std::vector<Json>{item}) {
      const auto found = one.kind == Kind::number ? place.find(one.number) : place.end();
      if (found == place.end())
        m.wrong(one.place, fmt::format("there is no state {}", one.kind == Kind::number ? one.text : "of this kind"));
      else if (there[found->second])
        m.wrong(one.place, fmt::format("state {} is ranked twice", one.text));
      else
        there[found->second] = 1, order.back().push_back(found->second);
    }
  }
  const auto missing = std::count(there.begin(), there.end(), 0);
  if (m.r.reading.problems.size() == before && missing > 0)
    m.wrong(ranking.place, fmt::format("the ranking of {} leaves out {} of {} states", who, missing, states));
  if (m.r.reading.problems.size() > before) return std::nullopt;
  return preference_by_ranking(order, {}, states);
}

std::optional<Preference> preference_of(JsonConflict& m, const Json& party, std::size_t number, bool by_hand) {
  ConflictParty& whose = m.r.conflict.parties[number];
  const Json* ranking = m.maybe(party, "preferenceRanking", Kind::array);
  const Json* said = m.maybe(party, "preferences", Kind::array);
  const bool has_statements = said && !said->items.empty();
  if (ranking && !ranking->items.empty() && (by_hand || !has_statements)) {
    whose.by = "ranking";
    return by_ranking(m, *ranking, whose.name.id);
  }
  if (!has_statements) {
    m.wrong(party.place,
            fmt::format("no preference of {}: neither \"preferences\" nor \"preferenceRanking\"", whose.name.id));
    return std::nullopt;
  }
  m.statements(*said, whose);
  return m.by_statements(whose, said->place);
}

void build(JsonConflict& m, std::vector<Preference> preferences) {
  if (m.r.reading.problems.size() > m.before) return;
  Conflict& c = m.r.conflict;
  std::vector<std::uint64_t> codes = c.codes;
  c.graph = stability::graph_of_form(c.form, codes, std::move(preferences));
}

void set_owners(JsonConflict& m, const std::vector<int>& owner) {
  for (std::size_t o = 0; o < owner.size(); ++o) {
    const Name& option = m.r.conflict.options[o];
    if (owner[o] < 0) m.wrong(option.place, fmt::format("nobody has the option \"{}\"", option.id));
    m.r.conflict.form.options[o].party = std::max(0, owner[o]);
  }
}

std::string text_of(JsonConflict& m, const Json& object, std::string_view key, const std::string& otherwise) {
  const Json* value = m.maybe(object, key, Kind::text);
  return value ? value->text : otherwise;
}

}  // namespace

void read_gmcr(JsonConflict& m, const Json& root) {
  const Json* options = m.need(root, "options", Kind::array);
  const Json* parties = m.need(root, "decisionMakers", Kind::array);
  if (!options || !parties) return;
  for (const Json& option : options->items)
    if (m.is(option, Kind::object, "options"))
      m.add_option(text_of(m, option, "name", fmt::format("{}", m.r.conflict.options.size())),
                   text_of(m, option, "permittedDirection", "both"), option.place);
  std::vector<int> owner(m.r.conflict.options.size(), -1);
  for (const Json& party : parties->items) {
    if (!m.is(party, Kind::object, "decisionMakers")) continue;
    const Json* name = m.need(party, "name", Kind::text);
    if (!name) continue;
    m.add_party(name->text, name->place);
    read_owned(m, party, static_cast<int>(m.r.conflict.parties.size()) - 1, owner);
    const Json* unseen = party.find("misperceptions");
    if (unseen && !unseen->items.empty())
      m.r.conflict.notes.push_back(fmt::format("what {} does not perceive is not read: all see all", name->text));
  }
  set_owners(m, owner);
  const Json* groups = m.maybe(root, "coalitions", Kind::array);
  if (groups &&
      std::any_of(groups->items.begin(), groups->items.end(), [](const Json& g) { return g.items.size() > 1; }))
    m.r.conflict.notes.emplace_back("the file's coalitions are left out: --coalition asks about one");
  m.find_states_by(m.maybe(root, "infeasibles", Kind::array));
  if (!m.r.states_known) return;
  const Json* by_hand = m.maybe(root, "useManualPreferenceRanking", Kind::boolean);
  std::vector<Preference> preferences;
  for (const Json& party : parties->items) {
    auto preference = preference_of(m, party, preferences.size(), by_hand && by_hand->number > 0);
    preferences.push_back(preference ? std::move(*preference) : Preference{});
  }
  build(m, std::move(preferences));
}

namespace {

void read_case_options(JsonConflict& m, const Json& root) {
  const Json* names = m.need(root, "options", Kind::array);
  const Json* owners = m.need(root, "option_owner", Kind::array);
  const Json* directions = m.maybe(root, "option_direction", Kind::array);
  if (!names || !owners) return;
  for (std::size_t o = 0; o < names->items.size(); ++o) {
    if (!m.is(names->items[o], Kind::text, "options")) continue;
    std::string direction = "both";
    if (directions && o < directions->items.size() && m.is(directions->items[o], Kind::text, "option_direction"))
      direction = directions->items[o].text;
    m.add_option(names->items[o].text, direction, names->items[o].place);
  }
  for (const Json* list : {owners, directions})
    if (list && list->items.size() != names->items.size())
      m.wrong(list->place, fmt::format("{} of them for {} options", list->items.size(), names->items.size()));
  std::vector<int> owner(m.r.conflict.options.size(), -1);
  for (std::size_t o = 0; o < std::min(owner.size(), owners->items.size()); ++o)
    if (const auto party = m.index(owners->items[o], m.r.conflict.parties.size(), "an owner"))
      owner[o] = static_cast<int>(*party);
  if (m.r.reading.problems.size() == m.before) set_owners(m, owner);
}

// The states as the case numbers them, rather than as its patterns do.
void take_states(JsonConflict& m, const Json& decimals) {
  std::vector<std::uint64_t> codes;
  const double end = static_cast<double>(std::uint64_t{1} << m.r.conflict.options.size());
  for (const Json& one : decimals.items) {
    if (one.kind != Kind::number || one.number < 0 || one.number >= end)
      m.wrong(one.place, fmt::format("a state is a whole number from 0 to 2^{} - 1", m.r.conflict.options.size()));
    else
      codes.push_back(static_cast<std::uint64_t>(one.number));
  }
  std::vector<std::uint64_t> sorted = codes;
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) m.wrong(decimals.place, "a state stands twice");
  if (codes.empty()) m.wrong(decimals.place, "no state is left");
  if (m.r.reading.problems.size() > m.before) return;
  if (sorted != m.r.conflict.codes && m.r.states_known)
    m.r.conflict.notes.emplace_back(
        "\"feasible_decimal\" lists other states than the patterns leave; it is what counts");
  m.r.conflict.codes = std::move(codes);
  m.r.conflict.states.assign(m.r.conflict.codes.size(), {});
  m.r.states_known = true;
}

std::vector<Preference> by_payoffs(JsonConflict& m, const Json& payoffs) {
  std::vector<Preference> all(m.r.conflict.parties.size());
  if (payoffs.items.size() != all.size())
    m.wrong(payoffs.place, fmt::format("payoffs of {} parties, and there are {}", payoffs.items.size(), all.size()));
  for (std::size_t p = 0; p < std::min(all.size(), payoffs.items.size()); ++p) {
    if (!m.is(payoffs.items[p], Kind::array, "payoffs")) continue;
    std::vector<double> values;
    for (const Json& one : payoffs.items[p].items)
      if (m.is(one, Kind::number, "payoffs")) values.push_back(one.number);
    if (payoffs.items[p].items.size() != m.r.conflict.states.size())
      m.wrong(payoffs.items[p].place,
              fmt::format("{} payoffs for {} states", values.size(), m.r.conflict.states.size()));
    else
      all[p].rank = stability::ranks_of(values);
    m.r.conflict.parties[p].by = "ranking";
  }
  return all;
}

std::vector<Preference> by_case_statements(JsonConflict& m, const Json& said) {
  std::vector<Preference> all(m.r.conflict.parties.size());
  for (std::size_t p = 0; p < all.size(); ++p) {
    ConflictParty& party = m.r.conflict.parties[p];
    const Json* list =
        said.kind == Kind::array && p < said.items.size() ? &said.items[p] : m.need(said, party.name.id, Kind::array);
    if (!list || !m.is(*list, Kind::array, "preference_statements")) continue;
    m.statements(*list, party);
    if (auto preference = m.by_statements(party, list->place)) all[p] = std::move(*preference);
  }
  return all;
}

void read_arcs(JsonConflict& m, const Json& root, const Json& arcs) {
  const Json* count = m.need(root, "n_states", Kind::number);
  if (!count) return;
  const auto states = m.index(*count, stability::most_states + 1, "n_states");
  if (states && *states == 0) m.wrong(count->place, "no state");
  if (!states || *states == 0) return;
  m.r.conflict.states.resize(*states);
  m.r.states_known = true;
  const std::size_t parties = m.r.conflict.parties.size();
  if (arcs.items.size() != parties)
    m.wrong(arcs.place, fmt::format("arcs of {} parties, and there are {}", arcs.items.size(), parties));
  std::vector<std::vector<std::pair<State, State>>> moves(parties);
  for (std::size_t p = 0; p < std::min(parties, arcs.items.size()); ++p)
    for (const Json& arc : arcs.items[p].items) {
      if (arc.items.size() != 2) {
        m.wrong(arc.place, "an arc has two states: [from, to]");
        continue;
      }
      const auto from = m.index(arc.items[0], *states, "a state"), to = m.index(arc.items[1], *states, "a state");
      if (from && to) moves[p].push_back({static_cast<State>(*from), static_cast<State>(*to)});
    }
  if (m.r.reading.problems.size() == m.before)
    m.r.conflict.graph = stability::graph_of_arcs(static_cast<State>(*states), moves);
}

}  // namespace

void read_case(JsonConflict& m, const Json& root) {
  const Json* parties = m.need(root, "decision_makers", Kind::array);
  if (!parties) return;
  for (const Json& name : parties->items)
    if (m.is(name, Kind::text, "decision_makers")) m.add_party(name.text, name.place);
  if (parties->items.empty()) m.wrong(parties->place, "no party");
  const Json* arcs = m.maybe(root, "arcs", Kind::array);
  if (arcs) {
    read_arcs(m, root, *arcs);
  } else {
    read_case_options(m, root);
    const Json* decimals = m.maybe(root, "feasible_decimal", Kind::array);
    if (m.r.reading.problems.size() == m.before) m.find_states_by(m.maybe(root, "infeasible_patterns", Kind::array));
    if (decimals && m.r.reading.problems.size() == m.before) take_states(m, *decimals);
  }
  if (!m.r.states_known) return;
  const Json *payoffs = m.maybe(root, "payoffs", Kind::array), *said = root.find("preference_statements");
  if (!payoffs && (!said || arcs)) return m.wrong(root.place, "\"payoffs\" is missing");
  std::vector<Preference> preferences = payoffs ? by_payoffs(m, *payoffs) : by_case_statements(m, *said);
  if (!arcs) return build(m, std::move(preferences));
  if (m.r.reading.problems.size() == m.before) m.r.conflict.graph.preference = std::move(preferences);
}

}  // namespace armistice
