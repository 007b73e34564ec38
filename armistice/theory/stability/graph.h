// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

// The graph model for conflict resolution (Fang, Hipel and Kilgour 1993, "Interactive Decision Making"): states, the
// moves that each party can make between them, and each party's preference over states.
namespace armistice::stability {

using State = std::uint32_t;

struct Preference {
  std::vector<std::int32_t> rank;     // [state], larger is better, equal is indifferent
  std::vector<std::int32_t> block;    // [state] rises with rank: states of two blocks differ strongly; empty: none do
  std::vector<double> utility;        // [state] in the order of rank; empty: ordinal
  std::vector<std::uint8_t> unknown;  // [state * states + state] 1: not known which is better; empty: all known

  bool better(State a, State b) const { return rank[a] > rank[b]; }
  bool is_unknown(State a, State b) const { return !unknown.empty() && unknown[a * rank.size() + b] != 0; }
};

// Moves as lists, in both directions: `to` of state s is to[first[s]] ... to[first[s + 1] - 1], ascending.
struct Arcs {
  std::vector<std::uint32_t> first;
  std::vector<State> to;
};

// Moves by options: a party moves at will among the states that differ in its own options alone, its class. Members of
// a class stand together, worst for the party first, so that its improvements are a tail.
struct Classes {
  std::vector<std::uint32_t> of;     // [state]
  std::vector<std::uint32_t> first;  // [class + 1] into members
  std::vector<State> members;
  std::vector<std::uint32_t> below;  // [state] how many of its class are worse
  bool reversible = true;            // else `code` decides which of its class a state can reach
};

struct Graph {
  State states = 0;
  int parties = 0;
  std::vector<Preference> preference;       // [party]
  std::vector<Arcs> out, in;                // [party], of a graph given by arcs
  std::vector<Classes> classes;             // [party], of a graph given by options
  std::vector<std::uint64_t> code;          // [state] bit per option, of a graph given by options
  std::uint64_t only_on = 0, only_off = 0;  // options that can only be taken up, or only be dropped

  bool by_options() const { return !classes.empty(); }
  // A move from a to b within a class keeps to what is irreversible.
  bool permitted(State a, State b) const {
    return (code[a] & only_on & ~code[b]) == 0 && (~code[a] & only_off & code[b]) == 0;
  }
};

// A graph from lists of arcs [party] of (from, to); arcs to itself and doubles are dropped. Preferences are to be set.
Graph graph_of_arcs(State states, const std::vector<std::vector<std::pair<State, State>>>& arcs);

// A graph from states as sets of options (bit per option, distinct) and the options that each party owns. Preferences
// have to be there, as the order of a class needs them.
Graph graph_of_options(std::vector<std::uint64_t> code, const std::vector<std::uint64_t>& owned, std::uint64_t only_on,
                       std::uint64_t only_off, std::vector<Preference> preference);

// Puts other preferences on a graph, over the same states.
void prefer(Graph& graph, std::vector<Preference> preference);

// Puts other ranks on one party; its other data stay, and have to fit.
void set_ranks(Graph& graph, int party, std::vector<std::int32_t> rank);

// Ranks 1, 2, ... from numbers of any kind, larger is better, equal is equal: 0.5, 2, 2, -1 gives 2, 3, 3, 1.
std::vector<std::int32_t> ranks_of(const std::vector<double>& values);
std::vector<std::int32_t> ranks_of(const std::vector<std::uint64_t>& values);

// Calls visit(t) for every state t that the party can move to from s; backwards: from which it can move to s.
template <bool backwards, class Visit>
void for_each_neighbour(const Graph& graph, int party, State s, Visit visit) {
  const auto p = static_cast<std::size_t>(party);
  if (!graph.by_options()) {
    const Arcs& arcs = backwards ? graph.in[p] : graph.out[p];
    for (std::uint32_t k = arcs.first[s]; k < arcs.first[s + 1]; ++k) visit(arcs.to[k]);
    return;
  }
  const Classes& classes = graph.classes[p];
  const std::uint32_t c = classes.of[s];
  for (std::uint32_t k = classes.first[c]; k < classes.first[c + 1]; ++k) {
    const State t = classes.members[k];
    if (t != s && (classes.reversible || (backwards ? graph.permitted(t, s) : graph.permitted(s, t)))) visit(t);
  }
}
template <class Visit>
void for_each_move(const Graph& graph, int party, State s, Visit visit) {
  for_each_neighbour<false>(graph, party, s, visit);
}
template <class Visit>
void for_each_arrival(const Graph& graph, int party, State s, Visit visit) {
  for_each_neighbour<true>(graph, party, s, visit);
}

}  // namespace armistice::stability
