// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/reason.h"

#include <algorithm>
#include <cassert>

namespace armistice::stability {
namespace {

// What a state comes to for the party: itself, or, where it has the last word, the best it can move to from there.
struct Outcome {
  State state = 0;
  std::optional<State> way_out;
};

Outcome outcome_of(const Graph& graph, int party, Notion notion, State end) {
  const Preference& preference = graph.preference[static_cast<std::size_t>(party)];
  Outcome outcome{end, std::nullopt};
  if (!symmetric(notion)) return outcome;
  for_each_move(graph, party, end, [&](State t) {
    if (!outcome.way_out || preference.better(t, *outcome.way_out)) outcome.way_out = t;
  });
  if (outcome.way_out && preference.better(*outcome.way_out, end)) outcome.state = *outcome.way_out;
  return outcome;
}

// Among what the others can bring about: the nearest that deters and, of those equally near, the worst for the party;
// if none deters, the worst, and of those equally bad the nearest.
class Search {
 public:
  Search(const Graph& graph, int party, State state, Notion notion)
      : graph_(graph), preference_(graph.preference[static_cast<std::size_t>(party)]), state_(state) {
    for (State t = 0; t < graph.states; ++t) outcome_.push_back(outcome_of(graph, party, notion, t));
  }

  Improvement weigh(State to, const Movers& others) const {
    Improvement improvement;
    improvement.to = improvement.end = to;
    if (others.parties == 0) return finish(improvement);
    const Journeys ways = journeys(graph_, others, to);
    for (State t = 0; t < graph_.states; ++t)
      if (ways.reaches(t) && before(ways, t, improvement.end)) improvement.end = t;
    improvement.answer = path_to(ways, improvement.end);
    return finish(improvement);
  }

 private:
  std::int32_t comes_to(State t) const { return preference_.rank[outcome_[t].state]; }
  bool deters(State t) const { return comes_to(t) <= preference_.rank[state_]; }

  bool before(const Journeys& ways, State a, State b) const {
    if (deters(a) != deters(b)) return deters(a);
    if (deters(a) && ways.moves[a] != ways.moves[b]) return ways.moves[a] < ways.moves[b];
    if (comes_to(a) != comes_to(b)) return comes_to(a) < comes_to(b);
    return ways.moves[a] < ways.moves[b];
  }

  Improvement finish(Improvement improvement) const {
    const Outcome& outcome = outcome_[improvement.end];
    improvement.deterred = deters(improvement.end);
    improvement.way_out = outcome.way_out, improvement.outcome = outcome.state;
    improvement.rank = preference_.rank[outcome.state] - preference_.rank[state_];
    if (!preference_.utility.empty())
      improvement.gain = preference_.utility[outcome.state] - preference_.utility[state_];
    return improvement;
  }

  const Graph& graph_;
  const Preference& preference_;
  State state_;
  std::vector<Outcome> outcome_;
};

}  // namespace

Reason reason_for(const Graph& graph, int party, State state, Notion notion, Rule rule) {
  const Preference& preference = graph.preference[static_cast<std::size_t>(party)];
  assert(preference.unknown.empty());
  Reason reason{party, state, notion, true, false, {}};
  Movers others;
  if (notion != Notion::nash) others.parties = ((std::uint64_t{1} << graph.parties) - 1) & ~(std::uint64_t{1} << party);
  others.improving = credible(notion), others.rule = rule;
  std::vector<State> leaves_for;
  for_each_move(graph, party, state, [&](State t) {
    reason.can_move = true;
    if (preference.better(t, state)) leaves_for.push_back(t);
  });
  std::stable_sort(leaves_for.begin(), leaves_for.end(), [&](State a, State b) { return preference.better(a, b); });
  if (leaves_for.empty()) return reason;
  const Search search(graph, party, state, notion);
  for (const State t : leaves_for) {
    reason.improvements.push_back(search.weigh(t, others));
    reason.stable &= reason.improvements.back().deterred;
  }
  return reason;
}

}  // namespace armistice::stability
