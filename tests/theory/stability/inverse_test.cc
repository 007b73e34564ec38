// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/inverse.h"

#include <rapidcheck/gtest.h>

#include <random>

#include "tests/theory/stability/graphs.h"
#include "tests/theory/stability/rankings.h"

namespace armistice::stability {
namespace {

using testing::Candidate;
using testing::candidates;
using testing::Ranking;

constexpr std::int64_t nowhere = std::numeric_limits<std::int64_t>::max();

bool equilibrium(const Graph& graph, State s, Notion notion, Rule rule) {
  for (int p = 0; p < graph.parties; ++p)
    if (judge(graph, p, notion, rule).verdict[s] == Verdict::unstable) return false;
  return true;
}

// Over all profiles of rankings, judged one by one.
std::int64_t least_by_force(Graph graph, State wanted, Notion notion, const InverseOptions& options) {
  std::vector<std::vector<Candidate>> of;
  for (int p = 0; p < graph.parties; ++p)
    of.push_back(candidates(graph.preference[static_cast<std::size_t>(p)].rank, options.changeable >> p & 1));
  std::int64_t least = nowhere;
  const std::function<void(int, std::int64_t)> from = [&](int party, std::int64_t halves) {
    if (halves >= least) return;
    if (party == graph.parties) {
      if (equilibrium(graph, wanted, notion, options.rule)) least = halves;
      return;
    }
    for (const Candidate& candidate : of[static_cast<std::size_t>(party)]) {
      if (halves + candidate.halves >= least) break;
      set_ranks(graph, party, candidate.rank);
      from(party + 1, halves + candidate.halves);
    }
  };
  from(0, 0);
  return least;
}

void expect_least(const Graph& graph, State wanted, Notion notion, const InverseOptions& options) {
  const Inverse found = inverse(graph, wanted, notion, options);
  const std::int64_t least = least_by_force(graph, wanted, notion, options);
  RC_ASSERT(found.proved);
  RC_ASSERT(found.already == (least == 0));
  if (found.already) return;
  RC_ASSERT(found.alternatives.empty() == (least == nowhere));
  if (least != nowhere) RC_ASSERT(found.alternatives.front().halves == least);
  std::int64_t before = 0;
  for (const Alternative& alternative : found.alternatives) {
    RC_ASSERT(alternative.halves >= before);
    before = alternative.halves;
    Graph changed = graph;
    std::int64_t halves = 0;
    for (int p = 0; p < graph.parties; ++p) {
      const auto& change = alternative.change[static_cast<std::size_t>(p)];
      const Ranking& given = graph.preference[static_cast<std::size_t>(p)].rank;
      RC_ASSERT(half_pairs_apart(given, change.rank) == change.halves);
      RC_ASSERT(testing::makes_no_tie(given, change.rank));
      halves += change.halves;
      set_ranks(changed, p, change.rank);
    }
    RC_ASSERT(halves == alternative.halves);
    RC_ASSERT(equilibrium(changed, wanted, notion, options.rule));
  }
}

// Few states, as every ranking is tried.
Graph few_states(State most, bool strict) {
  const int parties = *rc::gen::inRange(2, 4);
  const auto states = static_cast<State>(*rc::gen::inRange(2, static_cast<int>(most) + 1));
  std::vector<std::vector<std::pair<State, State>>> arcs(static_cast<std::size_t>(parties));
  std::vector<Preference> preference;
  for (auto& own : arcs) {
    for (State s = 0; s < states; ++s)
      for (State t = 0; t < states; ++t)
        if (*rc::gen::inRange(0, 3) == 0) own.emplace_back(s, t);
    const auto rankings = testing::all_rankings(states, !strict);
    preference.push_back({*rc::gen::elementOf(rankings), {}, {}, {}});
  }
  Graph graph = graph_of_arcs(states, arcs);
  graph.preference = preference;
  return graph;
}

RC_GTEST_PROP(InverseLaws, EqualsBruteForceOfStrictRankings, ()) {
  const Graph graph = few_states(4, true);
  InverseOptions options;
  options.rule = *rc::gen::element(Rule::returns, Rule::once, Rule::single);
  options.changeable = *rc::gen::arbitrary<std::uint64_t>() | *rc::gen::arbitrary<std::uint64_t>();
  for (const Notion notion : all_notions) expect_least(graph, 0, notion, options);
}

RC_GTEST_PROP(InverseLaws, EqualsBruteForceWhereThereAreTies, ()) {
  const Graph graph = few_states(3, false);
  for (const Notion notion : all_notions) expect_least(graph, 0, notion, {});
}

RC_GTEST_PROP(InverseLaws, NearestRankingEqualsBruteForce, ()) {
  const bool strict = *rc::gen::arbitrary<bool>();
  const auto states = static_cast<State>(*rc::gen::inRange(2, strict ? 7 : 6));
  const auto rankings = testing::all_rankings(states, !strict);
  const Ranking given = *rc::gen::elementOf(rankings);
  std::vector<Requirement> requirements;
  for (int k = *rc::gen::inRange(1, 5); k > 0; --k) {
    const State a = *rc::gen::inRange(State{0}, states), b = *rc::gen::inRange(State{0}, states);
    if (a != b) requirements.push_back({0, a, b, given[a] != given[b] || *rc::gen::arbitrary<bool>()});
  }
  std::int64_t least = -1;
  for (const Candidate& candidate : candidates(given, true))
    if (std::all_of(requirements.begin(), requirements.end(), [&](const Requirement& r) {
          return candidate.rank[r.above] > candidate.rank[r.below] ||
                 (!r.strict && candidate.rank[r.above] == candidate.rank[r.below]);
        })) {
      least = candidate.halves;
      break;
    }
  const NearestRanking nearest = nearest_ranking(given, requirements);
  RC_ASSERT(nearest.exact);
  RC_ASSERT(nearest.halves == least);
  if (least < 0) return;
  RC_ASSERT(half_pairs_apart(given, nearest.rank) == least);
  for (const Requirement& r : requirements)
    RC_ASSERT(nearest.rank[r.above] - nearest.rank[r.below] >= (r.strict ? 1 : 0));
}

// Two parties and six states, by options with two states left out and by arcs: all 720 x 720 profiles, for every state.
TEST(Inverse, SixStatesOfTwoPartiesByBruteForce) {
  std::mt19937 engine(7);
  int changed = 0, by_the_other = 0, several = 0;
  for (int model = 0; model < 12; ++model) {
    std::vector<Preference> preference(2);
    for (Preference& p : preference) {
      p.rank = {1, 2, 3, 4, 5, 6};
      std::shuffle(p.rank.begin(), p.rank.end(), engine);
    }
    Graph graph = graph_of_options({0, 1, 2, 4, 6, 7}, {1, 6}, model % 2 == 0 ? 0 : 2, 0, preference);
    if (model % 3 == 2) {
      std::vector<std::vector<std::pair<State, State>>> arcs(2);
      for (auto& own : arcs)
        for (State s = 0; s < 6; ++s)
          for (State t = 0; t < 6; ++t)
            if (engine() % 3 == 0) own.emplace_back(s, t);
      graph = graph_of_arcs(6, arcs);
      graph.preference = preference;
    }
    for (State s = 0; s < 6; ++s)
      for (const Notion notion : all_notions) {
        expect_least(graph, s, notion, {});
        const Inverse found = inverse(graph, s, notion);
        if (found.already) continue;
        ++changed, several += found.alternatives.size() > 1;
        for (const Requirement& r : found.alternatives.front().requirements) by_the_other += r.above != s;
      }
  }
  EXPECT_GT(changed, 100);
  EXPECT_GT(by_the_other, 5) << "credible answers that have to be made so";
  EXPECT_GT(several, 50);
}

TEST(Inverse, PrisonersWouldHaveToLikeSilenceBetter) {
  const Inverse nash = inverse(testing::prisoners(), 3, Notion::nash);
  ASSERT_EQ(nash.alternatives.size(), 1u);
  const Alternative& only = nash.alternatives.front();
  EXPECT_TRUE(nash.proved);
  EXPECT_EQ(only.pairs(), 2);
  EXPECT_EQ(only.requirements, (std::vector<Requirement>{{0, 3, 2, true}, {1, 3, 1, true}}));
  EXPECT_EQ(only.change[0].rank, (Ranking{2, 1, 3, 4}));
  EXPECT_TRUE(inverse(testing::prisoners(), 3, Notion::gmr).already);
}

TEST(Inverse, WhoMayNotChangeCannotBeAsked) {
  InverseOptions options;
  options.changeable = 1;
  const Inverse nash = inverse(testing::prisoners(), 3, Notion::nash, options);
  EXPECT_TRUE(nash.alternatives.empty());
  EXPECT_TRUE(nash.proved);
}

// Each of Elmira's states in each sense: what is proposed does it, at no more than what Nash stability takes.
TEST(Inverse, ElmiraEveryState) {
  const Graph graph = testing::elmira();
  for (State s = 0; s < graph.states; ++s) {
    const Inverse nash = inverse(graph, s, Notion::nash);
    for (const Notion notion : all_notions) {
      const Inverse found = inverse(graph, s, notion);
      EXPECT_TRUE(found.proved);
      if (found.already) continue;
      EXPECT_LE(found.alternatives.front().halves, nash.alternatives.front().halves);
    }
  }
}

// Forty of 49 states tied at the top have to come below the worst: it passes all, as no tie is worth breaking. And a
// limit that was met is owned up to.
TEST(Inverse, ManyTiedStatesAreNoTrouble) {
  Ranking given(50, 2);
  given[0] = 1;
  std::vector<Requirement> requirements;
  for (State s = 1; s <= 40; ++s) requirements.push_back({0, 0, s, true});
  const NearestRanking nearest = nearest_ranking(given, requirements);
  EXPECT_TRUE(nearest.exact);
  EXPECT_EQ(nearest.halves, 2 * 40 + 2 * 9);
  EXPECT_FALSE(nearest_ranking(given, requirements, 10).exact);
}

TEST(Inverse, OneRequirementMovesWhatIsBetween) {
  const NearestRanking nearest = nearest_ranking({1, 2, 3, 4, 5}, {{0, 0, 4, true}});
  EXPECT_EQ(nearest.halves, 8);
  EXPECT_EQ(nearest_ranking({1, 2}, {{0, 0, 1, true}, {0, 1, 0, true}}).halves, -1);
}

}  // namespace
}  // namespace armistice::stability
