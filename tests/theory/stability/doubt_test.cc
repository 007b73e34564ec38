// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/doubt.h"

#include "tests/theory/stability/graphs.h"

namespace armistice::stability {
namespace {

// Party 0 can go from 0 to 1 and knows not which it prefers; party 1 can answer 1 by 2, which party 0 likes less than 0
// (or cannot compare with it either).
Graph of_doubt(bool answer_unknown) {
  Graph graph = graph_of_arcs(3, {{{0, 1}}, {{1, 2}}});
  graph.preference = {testing::prefers({2, 3, 1}), testing::prefers({1, 2, 3})};
  graph.preference[0].unknown.assign(9, 0);
  const auto unknown = [&](State a, State b) {
    graph.preference[0].unknown[a * 3 + b] = graph.preference[0].unknown[b * 3 + a] = 1;
  };
  unknown(0, 1);
  if (answer_unknown) unknown(0, 2);
  return graph;
}

bool stays(const Graph& graph, Notion notion, std::size_t attitude) {
  return judge_in_doubt(graph, 0, notion, attitudes[attitude]).verdict[0] == Verdict::stable;
}

TEST(Doubt, BoldPartiesLeaveForWhatTheyCannotCompare) {
  const Graph graph = of_doubt(false);
  EXPECT_FALSE(stays(graph, Notion::nash, 0));
  EXPECT_TRUE(stays(graph, Notion::nash, 1));
  EXPECT_FALSE(stays(graph, Notion::nash, 2));
  EXPECT_TRUE(stays(graph, Notion::nash, 3));
  for (std::size_t attitude = 0; attitude < 4; ++attitude) EXPECT_TRUE(stays(graph, Notion::seq, attitude));
}

TEST(Doubt, OnlySomeAreDeterredByIt) {
  const Graph graph = of_doubt(true);
  EXPECT_FALSE(stays(graph, Notion::gmr, 0)) << "leaves for 1, and 2 does not deter";
  EXPECT_TRUE(stays(graph, Notion::gmr, 2)) << "leaves for 1, but 2 deters";
}

// The state moved to is no answer to the move, although it cannot be compared and so might deter.
TEST(Doubt, TheMoveItselfDetersNobody) {
  Graph graph = of_doubt(false);
  graph = [&] {
    Graph without = graph_of_arcs(3, {{{0, 1}}, {}});
    without.preference = graph.preference;
    return without;
  }();
  EXPECT_FALSE(stays(graph, Notion::gmr, 2));
}

}  // namespace
}  // namespace armistice::stability
