// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/reason.h"

#include <rapidcheck/gtest.h>

#include "tests/theory/stability/graphs.h"

namespace armistice::stability {
namespace {

using testing::prisoners;

TEST(Reason, ConfessionIsAnsweredByConfession) {
  const Reason reason = reason_for(prisoners(), 0, 3, Notion::smr);
  EXPECT_TRUE(reason.stable);
  ASSERT_EQ(reason.improvements.size(), 1u);
  const Improvement& confess = reason.improvements.front();
  EXPECT_EQ(confess.to, 2u);
  EXPECT_TRUE(confess.deterred);
  ASSERT_EQ(confess.answer.size(), 1u);
  EXPECT_EQ(confess.answer.front().party, 1);
  EXPECT_EQ(confess.answer.front().to, 0u);
  EXPECT_EQ(confess.end, 0u);
  EXPECT_EQ(confess.way_out, State{1});
  EXPECT_EQ(confess.outcome, 0u) << "silence again would be worse still";
  EXPECT_EQ(confess.rank, -1);
}

TEST(Reason, NobodyAnswersInTheSenseOfNash) {
  Graph graph = prisoners();
  graph.preference[0].utility = {1, 0, 7, 3};
  const Reason reason = reason_for(graph, 0, 3, Notion::nash);
  EXPECT_FALSE(reason.stable);
  EXPECT_TRUE(reason.improvements.front().answer.empty());
  EXPECT_EQ(reason.improvements.front().gain, 4);
  EXPECT_FALSE(reason.improvements.front().way_out.has_value());
}

TEST(Reason, NothingToGainAndNoMoveAreToldApart) {
  const Reason content = reason_for(prisoners(), 0, 0, Notion::gmr);
  EXPECT_TRUE(content.stable && content.can_move && content.improvements.empty());
  const Reason stuck = reason_for(testing::elmira(), 1, 8, Notion::gmr);
  EXPECT_TRUE(stuck.stable && !stuck.can_move);
}

// Of Uniroyal's improvement from state 1 of Elmira's: abandoning (8) cannot be answered by anybody.
TEST(Reason, WhatCannotBeAnsweredIsShownAsItIs) {
  const Reason reason = reason_for(testing::elmira(), 1, 1, Notion::gmr);
  EXPECT_FALSE(reason.stable);
  ASSERT_FALSE(reason.improvements.empty());
  EXPECT_EQ(reason.improvements.front().to, 3u);
  EXPECT_EQ(reason.improvements.back().to, 8u);
  EXPECT_FALSE(reason.improvements.back().deterred);
  EXPECT_TRUE(reason.improvements.back().answer.empty());
  EXPECT_EQ(reason.improvements.back().end, 8u);
}

// Every step is a move that its party may make, nobody moves twice in a row, and it leads where it is said to lead.
void expect_legal(const Graph& graph, const Reason& reason, const Improvement& improvement, Rule rule) {
  const Movers movers{~std::uint64_t{0}, credible(reason.notion), false, rule};
  State at = improvement.to;
  int last = reason.party;
  std::uint64_t moved = 0;
  for (const Step& step : improvement.answer) {
    bool found = false;
    for_each_move(graph, step.party, at, [&](State t) { found |= t == step.to; });
    RC_ASSERT(found && may_move(graph, movers, step.party, at, step.to));
    RC_ASSERT(step.party != last && step.party != reason.party);
    if (rule != Rule::returns) RC_ASSERT((moved >> step.party & 1) == 0u);
    moved |= std::uint64_t{1} << step.party, last = step.party, at = step.to;
  }
  if (rule == Rule::single) RC_ASSERT(improvement.answer.size() <= 1u);
  RC_ASSERT(at == improvement.end);
}

RC_GTEST_PROP(ReasonLaws, AgreesWithTheVerdict, ()) {
  const Graph graph = *rc::gen::arbitrary<bool>() ? testing::random_options() : testing::random_arcs();
  const Rule rule = *rc::gen::element(Rule::returns, Rule::once, Rule::single);
  for (const Notion notion : all_notions)
    for (int p = 0; p < graph.parties; ++p) {
      const Judgement judgement = judge(graph, p, notion, rule);
      const Preference& preference = graph.preference[static_cast<std::size_t>(p)];
      for (State s = 0; s < graph.states; ++s) {
        const Reason reason = reason_for(graph, p, s, notion, rule);
        RC_ASSERT(reason.stable == (judgement.verdict[s] != Verdict::unstable));
        std::size_t better = 0;
        for_each_move(graph, p, s, [&](State t) { better += preference.better(t, s); });
        RC_ASSERT(reason.improvements.size() == better);
        for (const Improvement& improvement : reason.improvements) {
          RC_ASSERT(preference.better(improvement.to, s));
          RC_ASSERT(improvement.deterred == !preference.better(improvement.outcome, s));
          RC_ASSERT(improvement.rank == preference.rank[improvement.outcome] - preference.rank[s]);
          expect_legal(graph, reason, improvement, rule);
        }
      }
    }
}

}  // namespace
}  // namespace armistice::stability
