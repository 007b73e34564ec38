// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/stability_reasons.h"

#include <algorithm>
#include <tuple>

namespace armistice {
namespace {

using stability::Graph;
using stability::Preference;
using stability::State;

// One party's view of a state that it thinks of leaving.
struct View {
  const Graph& graph;
  int party;
  State from;
  stability::Notion notion;
  stability::Movers others;
  std::optional<stability::Attitude> attitude;

  const Preference& preference() const { return graph.preference[static_cast<std::size_t>(party)]; }

  Compared compared(State s) const {
    if (preference().is_unknown(s, from)) return Compared::unknown;
    if (preference().better(s, from)) return Compared::better;
    return preference().better(from, s) ? Compared::worse : Compared::same;
  }
  bool draws(State s) const {
    const Compared so = compared(s);
    return so == Compared::unknown ? attitude && attitude->leaves_for_unknown : so == Compared::better;
  }
  bool hurts(State s) const {
    const Compared so = compared(s);
    return so == Compared::unknown ? attitude && attitude->deterred_by_unknown : so != Compared::better;
  }
  std::optional<State> way_out(State s) const {
    std::optional<State> out;
    if (stability::symmetric(notion))
      for_each_move(graph, party, s, [&](State t) {
        if (!hurts(t) && (!out || t < *out)) out = t;
      });
    return out;
  }
};

// The nearest state that hurts, of equals the worst; without a way out if there is one.
void find_answer(const View& view, Departure& departure) {
  const stability::Journeys ways = stability::journeys(view.graph, view.others, departure.to);
  const std::vector<std::int32_t>& rank = view.preference().rank;
  std::tuple<bool, int, std::int32_t> best{true, -1, 0};
  for (State s = 0; s < view.graph.states; ++s) {
    if (!ways.reaches(s) || s == departure.to) continue;
    departure.others_move = true;
    if (!view.hurts(s)) continue;
    const std::optional<State> out = view.way_out(s);
    const std::tuple<bool, int, std::int32_t> this_one{out.has_value(), ways.moves[s], rank[s]};
    if (std::get<1>(best) >= 0 && this_one >= best) continue;
    best = this_one;
    departure.answered = !out;
    departure.answer = stability::path_to(ways, s);
    departure.end = s, departure.way_out = out, departure.compared = view.compared(s);
  }
}

}  // namespace

Reason reason(const Graph& graph, int party, State state, stability::Notion notion, stability::Rule rule,
              const std::optional<stability::Attitude>& attitude) {
  stability::Movers others;
  others.parties = ((std::uint64_t{1} << graph.parties) - 1) & ~(std::uint64_t{1} << party);
  others.improving = stability::credible(notion), others.doubtful = attitude.has_value(), others.rule = rule;
  const View view{graph, party, state, notion, others, attitude};
  Reason why;
  for_each_move(graph, party, state, [&](State t) {
    why.moves = true;
    if (!view.draws(t)) return;
    Departure& departure = why.departures.emplace_back();
    departure.to = departure.end = t;
    departure.compared = view.compared(t);
    departure.doubtful = departure.compared == Compared::unknown;
  });
  std::sort(why.departures.begin(), why.departures.end(),
            [](const Departure& a, const Departure& b) { return a.to < b.to; });
  if (notion != stability::Notion::nash)
    for (Departure& departure : why.departures) find_answer(view, departure);
  // Moves away and back to where the party went deter it too, if it cannot compare that with the state it left.
  bool comes_back = false;
  for (Departure& departure : why.departures)
    comes_back |= !departure.answered && departure.doubtful && view.hurts(departure.to) && !view.way_out(departure.to);
  if (comes_back &&
      stability::judge_in_doubt(graph, party, notion, *attitude, rule).verdict[state] != stability::Verdict::unstable)
    for (Departure& departure : why.departures)
      if (!departure.answered) departure.answered = true, departure.answer.clear(), departure.end = departure.to;
  why.stable = std::all_of(why.departures.begin(), why.departures.end(), [](const Departure& d) { return d.answered; });
  return why;
}

}  // namespace armistice
