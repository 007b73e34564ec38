// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/stability.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace armistice::stability {
namespace {

constexpr std::int32_t none = std::numeric_limits<std::int32_t>::min();

// For each state the largest of `value` over the party's moves from it; `none` without a move.
std::vector<std::int32_t> best_of_moves(const Graph& graph, int party, const std::vector<std::int32_t>& value) {
  std::vector<std::int32_t> best(graph.states, none);
  const auto p = static_cast<std::size_t>(party);
  if (!graph.by_options() || !graph.classes[p].reversible) {
    for (State s = 0; s < graph.states; ++s)
      for_each_move(graph, party, s, [&](State t) { best[s] = std::max(best[s], value[t]); });
    return best;
  }
  const Classes& classes = graph.classes[p];
  for (std::size_t c = 0; c + 1 < classes.first.size(); ++c) {
    std::int32_t first = none, second = none;  // the two best of the class: a state is no move from itself
    for (std::uint32_t k = classes.first[c]; k < classes.first[c + 1]; ++k) {
      const std::int32_t v = value[classes.members[k]];
      if (v > first)
        second = first, first = v;
      else
        second = std::max(second, v);
    }
    for (std::uint32_t k = classes.first[c]; k < classes.first[c + 1]; ++k) {
      const State s = classes.members[k];
      best[s] = value[s] == first ? second : first;
    }
  }
  return best;
}

// What each state is worth to the party when nobody answers it, or when it may move once more itself.
std::vector<std::int32_t> after_own_move(const Graph& graph, int party, const std::vector<std::int32_t>& rank) {
  std::vector<std::int32_t> after = best_of_moves(graph, party, rank);
  for (State s = 0; s < graph.states; ++s) after[s] = std::max(after[s], rank[s]);
  return after;
}

// The rank that a move leads to once the others have answered as badly as they can. The mover's own improvement is the
// best that can come of it: who moves to what is worse is not waiting for an answer.
std::vector<std::int32_t> answered(const Graph& graph, int party, Notion notion, Rule rule) {
  const std::vector<std::int32_t>& rank = graph.preference[static_cast<std::size_t>(party)].rank;
  if (notion == Notion::nash) return rank;
  Movers others;
  others.parties = ((std::uint64_t{1} << graph.parties) - 1) & ~(std::uint64_t{1} << party);
  others.improving = credible(notion);
  others.rule = rule;
  std::vector<std::int32_t> least =
      least_within_reach(graph, others, symmetric(notion) ? after_own_move(graph, party, rank) : rank);
  for (State s = 0; s < graph.states; ++s) least[s] = std::min(least[s], rank[s]);
  return least;
}

// Ranks are 1, 2, ... in any graph that ranks_of made; others may leave gaps.
template <class Number>
std::vector<Number> by_rank(const std::vector<std::int32_t>& rank, const std::vector<Number>& of) {
  std::vector<Number> values(static_cast<std::size_t>(*std::max_element(rank.begin(), rank.end())) + 1);
  for (std::size_t s = 0; s < rank.size(); ++s) values[static_cast<std::size_t>(rank[s])] = of[s];
  return values;
}

void measure(const Preference& preference, const std::vector<std::int32_t>& best, Judgement& judgement) {
  const std::vector<double> utility = by_rank(preference.rank, preference.utility);
  judgement.margin.resize(best.size());
  for (std::size_t s = 0; s < best.size(); ++s)
    judgement.margin[s] = best[s] == none ? std::numeric_limits<double>::infinity()
                                          : preference.utility[s] - utility[static_cast<std::size_t>(best[s])];
}

// A state is strongly stable when what every improvement leads to falls short of it by a block.
void weigh_strength(const Graph& graph, int party, const std::vector<std::int32_t>& answer, Judgement& judgement) {
  const Preference& preference = graph.preference[static_cast<std::size_t>(party)];
  const std::vector<std::int32_t> block = by_rank(preference.rank, preference.block);
  for (State s = 0; s < graph.states; ++s) {
    if (judgement.verdict[s] == Verdict::unstable) continue;
    bool strongly = true;
    for_each_move(graph, party, s, [&](State t) {
      if (preference.better(t, s)) strongly &= block[static_cast<std::size_t>(answer[t])] < preference.block[s];
    });
    if (strongly) judgement.verdict[s] = Verdict::strongly;
  }
}

}  // namespace

Judgement judge(const Graph& graph, int party, Notion notion, Rule rule) {
  const Preference& preference = graph.preference[static_cast<std::size_t>(party)];
  assert(preference.unknown.empty());
  const std::vector<std::int32_t> answer = answered(graph, party, notion, rule);
  const std::vector<std::int32_t> best = best_of_moves(graph, party, answer);
  Judgement judgement;
  judgement.verdict.resize(graph.states);
  for (State s = 0; s < graph.states; ++s)
    judgement.verdict[s] = best[s] > preference.rank[s] ? Verdict::unstable : Verdict::stable;
  if (!preference.utility.empty()) measure(preference, best, judgement);
  if (!preference.block.empty()) weigh_strength(graph, party, answer, judgement);
  return judgement;
}

Analysis analyse(const Graph& graph, Rule rule) {
  Analysis analysis;
  for (const Notion notion : all_notions)
    for (int party = 0; party < graph.parties; ++party)
      analysis.of[static_cast<std::size_t>(notion)].push_back(judge(graph, party, notion, rule));
  return analysis;
}

std::vector<State> equilibria(const Analysis& analysis, Notion notion) {
  const std::vector<Judgement>& parties = analysis.of[static_cast<std::size_t>(notion)];
  std::vector<State> all;
  if (parties.empty()) return all;
  for (State s = 0; s < parties.front().verdict.size(); ++s)
    if (std::all_of(parties.begin(), parties.end(),
                    [&](const Judgement& judgement) { return judgement.verdict[s] != Verdict::unstable; }))
      all.push_back(s);
  return all;
}

}  // namespace armistice::stability
