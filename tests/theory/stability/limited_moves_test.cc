// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/limited_moves.h"

#include <rapidcheck/gtest.h>

#include "armistice/theory/stability/stability.h"
#include "tests/theory/stability/graphs.h"

namespace armistice::stability {
namespace {

using testing::prefers;
using States = std::vector<State>;

Graph chicken() { return graph_of_options({0, 1, 2, 3}, {1, 2}, 0, 0, {prefers({1, 2, 4, 3}), prefers({1, 4, 2, 3})}); }

States stable(const LimitedMoves& moves, std::size_t party) {
  States all;
  for (State s = 0; s < moves.stable[party].size(); ++s)
    if (moves.stable[party][s]) all.push_back(s);
  return all;
}

// By hand. Looking one move ahead nobody gives up winning; two ahead the loser hopes that its return to the clash makes
// the other give way; three ahead both see that leaving the compromise (YY) makes them the loser.
TEST(LimitedMoves, ChickenByHand) {
  EXPECT_EQ(stable(limited_moves(chicken(), 1), 0), (States{1, 2}));
  EXPECT_EQ(stable(limited_moves(chicken(), 2), 0), (States{2}));
  EXPECT_EQ(stable(limited_moves(chicken(), 3), 0), (States{2, 3}));
  EXPECT_EQ(stable(limited_moves(chicken(), 3), 1), (States{1, 3}));
  EXPECT_EQ(limited_moves(chicken(), 3).equilibria, (States{3}));
  EXPECT_EQ(anticipated(chicken(), 2)[0], (States{1, 2, 2, 2}));
}

// Brams and Wittman 1981: both mutual confession and mutual silence are non-myopic equilibria.
TEST(LimitedMoves, PrisonersInTheLongRun) {
  const NonMyopic limit = non_myopic(testing::prisoners());
  EXPECT_EQ(limit.moves.equilibria, (States{0, 3}));
  EXPECT_GE(limit.period, 1);
}

TEST(LimitedMoves, RefusedWhereTheDefinitionIsNotSettled) {
  EXPECT_EQ(limited_moves_refused(testing::elmira()).why, Refusal::parties);
  Graph graph = chicken();
  EXPECT_EQ(limited_moves_refused(graph).why, Refusal::none);
  graph.preference[1] = prefers({1, 4, 3, 3});
  const Refused refused = limited_moves_refused(graph);
  EXPECT_EQ(refused.why, Refusal::tie);
  EXPECT_EQ(
      words_of(refused, "Kyiv", "state 3", "state 4"),
      "limited-move stability needs strict preferences: Kyiv does not tell state 3 and state 4 apart, and what it "
      "looks ahead to is not settled by the definition");
  EXPECT_EQ(refused.party, 1);
  EXPECT_EQ(refused.a, 2u);
  EXPECT_EQ(refused.b, 3u);
  EXPECT_EQ(words_of(limited_moves_refused(chicken()), "", "", ""), "");
  EXPECT_EQ(words_of(limited_moves_refused(testing::elmira()), "", "", ""),
            "limited-move stability is defined here for two parties only: for more, several definitions compete");
}

Graph strict_pair() {
  const auto states = static_cast<State>(*rc::gen::inRange(1, 9));
  std::vector<std::vector<std::pair<State, State>>> arcs(2);
  std::vector<Preference> preference;
  for (auto& own : arcs) {
    own = *rc::gen::container<std::vector<std::pair<State, State>>>(
        rc::gen::pair(rc::gen::inRange(State{0}, states), rc::gen::inRange(State{0}, states)));
    std::vector<double> payoffs(states);
    for (State s = 0; s < states; ++s) payoffs[s] = *rc::gen::inRange(0, 1000) + 1e-3 * s;
    preference.push_back(prefers(payoffs));
  }
  Graph graph = graph_of_arcs(states, arcs);
  graph.preference = preference;
  return graph;
}

RC_GTEST_PROP(LimitedMovesLaws, OneMoveAheadIsNash, ()) {
  const Graph graph = strict_pair();
  const LimitedMoves one = limited_moves(graph, 1);
  RC_ASSERT(one.equilibria == equilibria(analyse(graph), Notion::nash));
}

// Play itself, move by move: what the mover would stop at, or the best that the other makes of each of its moves.
State played(const Graph& graph, std::size_t party, State s, int moves) {
  State best = s;
  if (moves == 0) return s;
  for_each_move(graph, static_cast<int>(party), s, [&](State t) {
    const State end = played(graph, 1 - party, t, moves - 1);
    if (graph.preference[party].better(end, best)) best = end;
  });
  return best;
}

RC_GTEST_PROP(LimitedMovesLaws, PlayedOutMoveByMove, ()) {
  const Graph graph = strict_pair();
  RC_PRE(graph.states <= 5);
  const auto ends = anticipated(graph, 4);
  for (std::size_t i = 0; i < 2; ++i)
    for (State s = 0; s < graph.states; ++s) RC_ASSERT(ends[i][s] == played(graph, i, s, 4));
}

// What holds in the limit holds at every horizon of two periods, and what holds at all of one holds in the limit.
RC_GTEST_PROP(LimitedMovesLaws, TheLimitIsWhatComesBack, ()) {
  const Graph graph = strict_pair();
  const NonMyopic limit = non_myopic(graph);
  RC_ASSERT(limit.period >= 1);
  std::vector<std::vector<std::uint8_t>> all(2, std::vector<std::uint8_t>(graph.states, 1));
  for (int h = limit.from; h < limit.from + 2 * limit.period; ++h) {
    const LimitedMoves here = limited_moves(graph, h);
    for (std::size_t i = 0; i < 2; ++i)
      for (State s = 0; s < graph.states; ++s) all[i][s] &= here.stable[i][s];
  }
  RC_ASSERT(all == limit.moves.stable);
}

}  // namespace
}  // namespace armistice::stability
