// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/coalition.h"

#include "armistice/theory/stability/paths.h"
#include "tests/theory/stability/graphs.h"

namespace armistice::stability {
namespace {

using Bytes = std::vector<std::uint8_t>;

TEST(Coalition, PrisonersTogetherLeaveConfession) {
  for (const Notion notion : {Notion::nash, Notion::gmr, Notion::smr, Notion::seq})
    EXPECT_EQ(stable_for_group(testing::prisoners(), 3, notion), (Bytes{0, 1, 1, 1}));
  EXPECT_EQ(stable_for_all_groups(testing::prisoners(), Notion::gmr), (Bytes{0, 0, 0, 1}));
}

TEST(Coalition, MinistryAndUniroyalOfElmira) {
  for (const Notion notion : {Notion::nash, Notion::gmr, Notion::smr, Notion::seq})
    EXPECT_EQ(stable_for_group(testing::elmira(), 3, notion), (Bytes{1, 0, 1, 1, 0, 0, 1, 1, 1}));
}

TEST(Paths, ElmiraFromItsStatusQuo) {
  const Graph graph = testing::elmira();
  const Journeys by_moves = journeys(graph, {7, false, false, Rule::returns}, 0);
  EXPECT_EQ(by_moves.moves, (std::vector<int>{0, 1, 1, 2, 1, 2, 2, 3, 1}));
  const Journeys by_improvements = journeys(graph, {7, true, false, Rule::returns}, 0);
  EXPECT_EQ(by_improvements.moves, (std::vector<int>{0, -1, -1, -1, 1, -1, -1, -1, -1}));
  const std::vector<Step> steps = path_to(by_moves, 3);
  ASSERT_EQ(steps.size(), 2u);
  EXPECT_EQ(steps[1].to, 3u);
}

TEST(Paths, NobodyMovesTwiceInARow) {
  Graph graph = graph_of_arcs(3, {{{0, 1}, {1, 2}}, {}});
  graph.preference = {testing::prefers({1, 2, 3}), testing::prefers({1, 1, 1})};
  EXPECT_FALSE(journeys(graph, {3, false, false, Rule::returns}, 0).reaches(2));
  EXPECT_TRUE(path_to(journeys(graph, {3, false, false, Rule::returns}, 0), 0).empty());
}

}  // namespace
}  // namespace armistice::stability
