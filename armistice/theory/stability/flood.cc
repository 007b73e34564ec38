// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/flood.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace armistice::stability {

bool may_move(const Graph& graph, const Movers& movers, int party, State from, State to) {
  if (!movers.improving) return true;
  const Preference& preference = graph.preference[static_cast<std::size_t>(party)];
  if (preference.is_unknown(to, from)) return movers.doubtful;
  return preference.better(to, from);
}

namespace {

template <class Visit>
void for_each_party(std::uint64_t parties, Visit visit) {
  for (; parties != 0; parties &= parties - 1) visit(std::countr_zero(parties));
}

// States in order of their value, the least first: values are ranks, so that counting sorts them.
std::vector<State> from_the_least(const std::vector<std::int32_t>& value) {
  const auto [low, high] = std::minmax_element(value.begin(), value.end());
  if (low == value.end()) return {};
  std::vector<std::uint32_t> first(static_cast<std::size_t>(*high - *low) + 2);
  for (const std::int32_t v : value) ++first[static_cast<std::size_t>(v - *low) + 1];
  for (std::size_t k = 1; k < first.size(); ++k) first[k] += first[k - 1];
  std::vector<State> order(value.size());
  for (State s = 0; s < value.size(); ++s) order[first[static_cast<std::size_t>(value[s] - *low)]++] = s;
  return order;
}

// Moves by options. Two moves of one party in a row are one move or none, so "not twice in a row" forbids nothing and
// a state needs no memory of who moved last. In a class that can be gone through at will, everybody up to a place in
// the order of the party's preference is visited after one look: `done` remembers the place.
class OptionFlood {
 public:
  OptionFlood(const Graph& graph, const Movers& movers, std::vector<std::int32_t>& least)
      : graph_(graph), movers_(movers), least_(least), seen_(graph.states), done_(graph.classes.size()) {
    for (std::size_t p = 0; p < graph.classes.size(); ++p) done_[p].assign(graph.classes[p].first.size() - 1, 0);
  }

  void from(State start, std::int32_t value) {
    if (seen_[start]) return;
    visit(start, value);
    while (!waiting_.empty()) {
      const State q = waiting_.back();
      waiting_.pop_back();
      for_each_party(movers_.parties, [&](int party) { arrivals(party, q, value); });
    }
  }

 private:
  void visit(State s, std::int32_t value) {
    seen_[s] = 1, least_[s] = value;
    waiting_.push_back(s);
  }

  void arrivals(int party, State q, std::int32_t value) {
    const auto p = static_cast<std::size_t>(party);
    const Classes& classes = graph_.classes[p];
    if (!classes.reversible) {
      for_each_arrival(graph_, party, q, [&](State t) {
        if (!seen_[t] && may_move(graph_, movers_, party, t, q)) visit(t, value);
      });
      return;
    }
    const std::uint32_t c = classes.of[q], begin = classes.first[c];
    const std::uint32_t up_to = movers_.improving ? classes.below[q] : classes.first[c + 1] - begin;
    for (std::uint32_t& k = done_[p][c]; k < up_to; ++k) {
      const State t = classes.members[begin + k];
      if (!seen_[t]) visit(t, value);
    }
  }

  const Graph& graph_;
  const Movers& movers_;
  std::vector<std::int32_t>& least_;
  std::vector<std::uint8_t> seen_;
  std::vector<std::vector<std::uint32_t>> done_;
  std::vector<State> waiting_;
};

// Moves by arcs, and rules that need a memory. A node is a state and a memory: who moved last (returns), or the set of
// those who moved (once). The flood runs backwards: a node is reached when, from there, the value can be brought about.
class ArcFlood {
 public:
  ArcFlood(const Graph& graph, const Movers& movers, std::vector<std::int32_t>& least)
      : graph_(graph), movers_(movers), least_(least) {
    const auto parties = static_cast<std::uint64_t>(graph.parties);
    memories_ = movers.rule == Rule::once ? std::uint64_t{1} << parties : parties + 1;
    seen_.assign(graph.states * memories_, 0);
  }

  // Whoever moved before, the state itself is brought about by moving no more.
  void from(State start, std::int32_t value) {
    for (std::uint64_t m = 0; m < memories_; ++m) visit(start, m, value);
    while (!waiting_.empty()) {
      const auto [q, memory] = waiting_.back();
      waiting_.pop_back();
      for_each_party(movers_.parties, [&, q = q, memory = memory](int party) { arrivals(party, q, memory, value); });
    }
  }

 private:
  // At memory 0 nobody has moved yet.
  void visit(State s, std::uint64_t memory, std::int32_t value) {
    std::uint8_t& seen = seen_[s * memories_ + memory];
    if (seen) return;
    seen = 1;
    if (memory == 0)
      least_[s] = value;  // nothing moves into a state where nobody has moved
    else
      waiting_.push_back({s, memory});
  }

  // The party made the last move into q, if the memory there can be its work.
  void arrivals(int party, State q, std::uint64_t memory, std::int32_t value) {
    const bool once = movers_.rule == Rule::once;
    const std::uint64_t bit = std::uint64_t{1} << party, last = static_cast<std::uint64_t>(party) + 1;
    if (once ? (memory & bit) == 0 : memory != last) return;
    for_each_arrival(graph_, party, q, [&](State t) {
      if (!may_move(graph_, movers_, party, t, q)) return;
      if (once) return visit(t, memory & ~bit, value);
      for (std::uint64_t m = 0; m < memories_; ++m)
        if (m != last) visit(t, m, value);
    });
  }

  struct Node {
    State state;
    std::uint64_t memory;
  };
  const Graph& graph_;
  const Movers& movers_;
  std::vector<std::int32_t>& least_;
  std::uint64_t memories_;
  std::vector<std::uint8_t> seen_;
  std::vector<Node> waiting_;
};

std::vector<std::int32_t> least_by_one_move(const Graph& graph, const Movers& movers,
                                            const std::vector<std::int32_t>& value) {
  std::vector<std::int32_t> least = value;
  for (State s = 0; s < graph.states; ++s)
    for_each_party(movers.parties, [&](int party) {
      for_each_move(graph, party, s, [&](State t) {
        if (may_move(graph, movers, party, s, t)) least[s] = std::min(least[s], value[t]);
      });
    });
  return least;
}

// Doubtful moves can go round in a party's own circle (each step not known to be worse), so that two of them in a row
// are not one move.
bool moves_merge(const Graph& graph, const Movers& movers) {
  if (!graph.by_options() || movers.rule != Rule::returns) return false;
  if (!movers.improving) return true;
  bool merge = true;
  for_each_party(movers.parties,
                 [&](int p) { merge &= graph.preference[static_cast<std::size_t>(p)].unknown.empty(); });
  return merge;
}

}  // namespace

std::vector<std::int32_t> least_within_reach(const Graph& graph, const Movers& movers,
                                             const std::vector<std::int32_t>& value) {
  assert(value.size() == graph.states);
  if (movers.rule == Rule::single) return least_by_one_move(graph, movers, value);
  std::vector<std::int32_t> least(graph.states);
  const auto flood = [&](auto&& reach) {
    for (const State s : from_the_least(value)) reach.from(s, value[s]);
  };
  if (moves_merge(graph, movers))
    flood(OptionFlood(graph, movers, least));
  else
    flood(ArcFlood(graph, movers, least));
  return least;
}

std::vector<std::uint8_t> can_bring_about(const Graph& graph, const Movers& movers,
                                          const std::vector<std::uint8_t>& goal) {
  std::vector<std::int32_t> value(graph.states);
  for (State s = 0; s < graph.states; ++s) value[s] = goal[s] ? 0 : 1;
  const std::vector<std::int32_t> least = least_within_reach(graph, movers, value);
  std::vector<std::uint8_t> can(graph.states);
  for (State s = 0; s < graph.states; ++s) can[s] = least[s] == 0;
  return can;
}

}  // namespace armistice::stability
