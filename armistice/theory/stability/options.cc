// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/options.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <functional>

namespace armistice::stability {
namespace {

std::vector<std::uint64_t> owned_by(const OptionForm& form) {
  std::vector<std::uint64_t> owned(static_cast<std::size_t>(form.parties));
  for (std::size_t o = 0; o < form.options.size(); ++o)
    owned[static_cast<std::size_t>(form.options[o].party)] |= std::uint64_t{1} << o;
  return owned;
}

std::uint64_t with(const OptionForm& form, Direction direction) {
  std::uint64_t all = 0;
  for (std::size_t o = 0; o < form.options.size(); ++o)
    if (form.options[o].direction == direction) all |= std::uint64_t{1} << o;
  return all;
}

bool applies(const Condition& condition, std::uint64_t code) {
  return condition.nodes.empty() || holds(condition, code);
}

// Every state's rank among those that no unknown statement tells apart, and a table of the pairs that one does.
void mark_unknown(const std::vector<Statement>& statements, const std::vector<std::uint64_t>& score,
                  Preference& preference) {
  const std::size_t n = score.size(), count = statements.size();
  preference.unknown.assign(n * n, 0);
  for (std::size_t s = 0; s < n; ++s)
    for (std::size_t t = 0; t < n; ++t) {
      const std::uint64_t differs = score[s] ^ score[t];
      if (differs == 0) continue;
      const auto first = count - static_cast<std::size_t>(std::bit_width(differs));
      preference.unknown[s * n + t] = statements[first].unknown;
    }
}

}  // namespace

std::optional<std::vector<std::uint64_t>> feasible_states(const OptionForm& form, std::size_t most) {
  assert(form.options.size() <= most_options);
  std::vector<std::uint64_t> codes;
  // From the highest option down, so that codes come ascending.
  const std::function<bool(std::size_t, std::uint64_t)> decide = [&](std::size_t open, std::uint64_t code) {
    const std::uint64_t decided = ~((std::uint64_t{1} << open) - 1);
    for (const Condition& condition : form.infeasible)
      if (judge(condition, code, decided) == Truth::yes) return true;
    if (open == 0) {
      codes.push_back(code);
      return codes.size() <= most;
    }
    return decide(open - 1, code) && decide(open - 1, code | std::uint64_t{1} << (open - 1));
  };
  if (!decide(form.options.size(), 0)) return std::nullopt;
  return codes;
}

std::vector<std::uint32_t> coalesce(const OptionForm& form, const std::vector<std::uint64_t>& codes) {
  std::vector<std::uint32_t> into(codes.size());
  std::vector<std::int64_t> first(form.coalesced.size(), -1);
  for (std::uint32_t s = 0; s < codes.size(); ++s) {
    into[s] = s;
    for (std::size_t k = 0; k < form.coalesced.size(); ++k) {
      if (!holds(form.coalesced[k], codes[s])) continue;
      if (first[k] < 0) first[k] = s;
      into[s] = static_cast<std::uint32_t>(first[k]);
      break;
    }
  }
  return into;
}

Preference preference_by_statements(const std::vector<Statement>& statements, const std::vector<std::uint64_t>& codes) {
  assert(statements.size() <= most_options);
  std::vector<std::uint64_t> score(codes.size());
  for (const Statement& statement : statements)
    for (std::size_t s = 0; s < codes.size(); ++s)
      score[s] = score[s] * 2 + (holds(statement.condition, codes[s]) ? 1 : 0);
  Preference preference;
  preference.rank = ranks_of(score);
  const auto strong = static_cast<std::size_t>(
      std::count_if(statements.begin(), statements.end(), [](const Statement& s) { return s.strong; }));
  if (strong > 0) {
    std::vector<std::uint64_t> upper(score);
    for (std::uint64_t& s : upper) s >>= statements.size() - strong;
    preference.block = ranks_of(upper);
  }
  if (std::any_of(statements.begin(), statements.end(), [](const Statement& s) { return s.unknown; }))
    mark_unknown(statements, score, preference);
  return preference;
}

Graph graph_of_form(const OptionForm& form, std::vector<std::uint64_t>& codes, std::vector<Preference> preference) {
  const std::vector<std::uint64_t> owned = owned_by(form);
  const std::uint64_t only_on = with(form, Direction::only_on), only_off = with(form, Direction::only_off);
  if (form.forbidden.empty() && form.coalesced.empty())
    return graph_of_options(codes, owned, only_on, only_off, std::move(preference));
  const std::vector<std::uint32_t> into = coalesce(form, codes);
  std::vector<State> place(codes.size());
  std::vector<std::uint64_t> kept;
  for (std::uint32_t s = 0; s < codes.size(); ++s) {
    if (into[s] == s) kept.push_back(codes[s]);
    place[s] = into[s] == s ? static_cast<State>(kept.size() - 1) : place[into[s]];
  }
  const Graph whole =
      graph_of_options(codes, owned, only_on, only_off,
                       std::vector<Preference>(owned.size(), {std::vector<std::int32_t>(codes.size()), {}, {}, {}}));
  std::vector<std::vector<std::pair<State, State>>> arcs(owned.size());
  for (int party = 0; party < form.parties; ++party)
    for (State s = 0; s < whole.states; ++s)
      for_each_move(whole, party, s, [&](State t) {
        for (const Forbidden& rule : form.forbidden)
          if (rule.party == party && applies(rule.from, codes[s]) && applies(rule.to, codes[t])) return;
        arcs[static_cast<std::size_t>(party)].push_back({place[s], place[t]});
      });
  Graph graph = graph_of_arcs(static_cast<State>(kept.size()), arcs);
  graph.preference = std::move(preference);
  codes = kept;
  return graph;
}

}  // namespace armistice::stability
