// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/graph.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace armistice::stability {
namespace {

Arcs arcs_of(State states, const std::vector<std::pair<State, State>>& sorted) {
  Arcs arcs;
  arcs.first.assign(states + 1, 0);
  for (const auto& [from, to] : sorted) ++arcs.first[from + 1], arcs.to.push_back(to);
  for (State s = 0; s < states; ++s) arcs.first[s + 1] += arcs.first[s];
  return arcs;
}

// Worst for the party first, within each class.
void order(Classes& classes, const Preference& preference) {
  classes.below.resize(classes.of.size());
  for (std::size_t c = 0; c + 1 < classes.first.size(); ++c) {
    const auto begin = classes.members.begin() + classes.first[c], end = classes.members.begin() + classes.first[c + 1];
    std::sort(begin, end, [&](State a, State b) {
      return preference.rank[a] != preference.rank[b] ? preference.rank[a] < preference.rank[b] : a < b;
    });
    std::uint32_t worse = 0, k = 0;
    for (auto s = begin; s != end; ++s, ++k) {
      if (s != begin && preference.rank[*s] != preference.rank[*(s - 1)]) worse = k;
      classes.below[*s] = worse;
    }
  }
}

// States that differ in the party's own options alone.
Classes classes_of(const std::vector<std::uint64_t>& code, std::uint64_t owned) {
  Classes classes;
  std::vector<State>& members = classes.members;
  members.resize(code.size());
  std::iota(members.begin(), members.end(), State{0});
  std::sort(members.begin(), members.end(), [&](State a, State b) {
    const std::uint64_t x = code[a] & ~owned, y = code[b] & ~owned;
    return x != y ? x < y : a < b;
  });
  classes.of.resize(code.size());
  for (std::uint32_t k = 0; k < members.size(); ++k) {
    if (k == 0 || ((code[members[k]] ^ code[members[k - 1]]) & ~owned) != 0) classes.first.push_back(k);
    classes.of[members[k]] = static_cast<std::uint32_t>(classes.first.size() - 1);
  }
  classes.first.push_back(static_cast<std::uint32_t>(members.size()));
  return classes;
}

template <class Number>
std::vector<std::int32_t> ranks_of_numbers(const std::vector<Number>& values) {
  std::vector<State> order(values.size());
  std::iota(order.begin(), order.end(), State{0});
  std::sort(order.begin(), order.end(), [&](State a, State b) { return values[a] < values[b]; });
  std::vector<std::int32_t> ranks(values.size());
  std::int32_t rank = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (k == 0 || values[order[k - 1]] < values[order[k]]) ++rank;
    ranks[order[k]] = rank;
  }
  return ranks;
}

}  // namespace

Graph graph_of_arcs(State states, const std::vector<std::vector<std::pair<State, State>>>& arcs) {
  Graph graph;
  graph.states = states;
  graph.parties = static_cast<int>(arcs.size());
  for (const auto& given : arcs) {
    std::vector<std::pair<State, State>> sorted;
    for (const auto& arc : given) {
      assert(arc.first < states && arc.second < states);
      if (arc.first != arc.second) sorted.push_back(arc);
    }
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    graph.out.push_back(arcs_of(states, sorted));
    for (auto& arc : sorted) std::swap(arc.first, arc.second);
    std::sort(sorted.begin(), sorted.end());
    graph.in.push_back(arcs_of(states, sorted));
  }
  return graph;
}

Graph graph_of_options(std::vector<std::uint64_t> code, const std::vector<std::uint64_t>& owned, std::uint64_t only_on,
                       std::uint64_t only_off, std::vector<Preference> preference) {
  assert(preference.size() == owned.size());
  Graph graph;
  graph.states = static_cast<State>(code.size());
  graph.parties = static_cast<int>(owned.size());
  graph.only_on = only_on, graph.only_off = only_off;
  for (std::size_t i = 0; i < owned.size(); ++i) {
    graph.classes.push_back(classes_of(code, owned[i]));
    graph.classes.back().reversible = (owned[i] & (only_on | only_off)) == 0;
  }
  graph.code = std::move(code);
  prefer(graph, std::move(preference));
  return graph;
}

void prefer(Graph& graph, std::vector<Preference> preference) {
  graph.preference = std::move(preference);
  for (std::size_t i = 0; i < graph.classes.size(); ++i) order(graph.classes[i], graph.preference[i]);
}

void set_ranks(Graph& graph, int party, std::vector<std::int32_t> rank) {
  const auto p = static_cast<std::size_t>(party);
  graph.preference[p].rank = std::move(rank);
  if (graph.by_options()) order(graph.classes[p], graph.preference[p]);
}

std::vector<std::int32_t> ranks_of(const std::vector<double>& values) { return ranks_of_numbers(values); }
std::vector<std::int32_t> ranks_of(const std::vector<std::uint64_t>& values) { return ranks_of_numbers(values); }

}  // namespace armistice::stability
