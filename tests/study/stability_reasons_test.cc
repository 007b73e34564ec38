// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/stability_reasons.h"

#include <rapidcheck/gtest.h>

#include "tests/theory/stability/graphs.h"

namespace armistice {
namespace {

using namespace stability;
using stability::testing::elmira;
using stability::testing::prisoners;

TEST(StabilityReason, ConfessionIsAnsweredByConfession) {
  const Reason why = reason(prisoners(), 0, 3, Notion::smr, Rule::returns, std::nullopt);
  EXPECT_TRUE(why.stable && why.moves);
  ASSERT_EQ(why.departures.size(), 1u);
  const Departure& confess = why.departures.front();
  EXPECT_EQ(confess.to, 2u);
  EXPECT_TRUE(confess.answered);
  ASSERT_EQ(confess.answer.size(), 1u);
  EXPECT_EQ(confess.answer.front().party, 1);
  EXPECT_EQ(confess.end, 0u);
  EXPECT_EQ(confess.compared, Compared::worse);
}

TEST(StabilityReason, NothingToGainAndNoMoveAreToldApart) {
  const Reason content = reason(prisoners(), 0, 0, Notion::gmr, Rule::returns, std::nullopt);
  EXPECT_TRUE(content.stable && content.moves && content.departures.empty());
  const Reason stuck = reason(elmira(), 1, 8, Notion::gmr, Rule::returns, std::nullopt);
  EXPECT_TRUE(stuck.stable && !stuck.moves);
}

// Of Uniroyal's improvements from state 1 of Elmira: abandoning (8) cannot be answered by anybody.
TEST(StabilityReason, WhatCannotBeAnsweredIsShownAsItIs) {
  const Reason why = reason(elmira(), 1, 1, Notion::gmr, Rule::returns, std::nullopt);
  EXPECT_FALSE(why.stable);
  EXPECT_EQ(why.departures.back().to, 8u);
  EXPECT_FALSE(why.departures.back().answered);
  EXPECT_EQ(why.departures.back().end, 8u);
}

// Every step is one that its party may make, nobody moves twice in a row, and it ends where it is said to.
void expect_legal(const Graph& graph, const Departure& departure, Notion notion) {
  const Movers movers{~std::uint64_t{0}, credible(notion), true, Rule::returns};
  State at = departure.to;
  int last = -1;
  for (const Step& step : departure.answer) {
    bool reached = false;
    for_each_move(graph, step.party, at, [&](State t) { reached |= t == step.to; });
    RC_ASSERT(reached && step.party != last);
    RC_ASSERT(may_move(graph, movers, step.party, at, step.to));
    at = step.to, last = step.party;
  }
  RC_ASSERT(at == departure.end);
}

// What is told in words is what the analysis judges.
RC_GTEST_PROP(StabilityReasonLaws, AgreesWithTheVerdict, ()) {
  const Graph graph =
      *rc::gen::arbitrary<bool>() ? stability::testing::random_options() : stability::testing::random_arcs();
  for (const Rule rule : {Rule::returns, Rule::once, Rule::single})
    for (const Notion notion : all_notions)
      for (int party = 0; party < graph.parties; ++party) {
        const Judgement judgement = judge(graph, party, notion, rule);
        for (State s = 0; s < graph.states; ++s) {
          const Reason why = reason(graph, party, s, notion, rule, std::nullopt);
          RC_ASSERT(why.stable == (judgement.verdict[s] != Verdict::unstable));
          for (const Departure& departure : why.departures) {
            RC_ASSERT(graph.preference[static_cast<std::size_t>(party)].better(departure.to, s));
            if (rule == Rule::returns) expect_legal(graph, departure, notion);
          }
        }
      }
}

// The same where pairs of states are not known to be better or worse.
RC_GTEST_PROP(StabilityReasonLaws, AgreesWithTheVerdictInDoubt, ()) {
  Graph graph = stability::testing::random_arcs();
  for (Preference& preference : graph.preference) {
    preference.unknown.assign(graph.states * graph.states, 0);
    for (State s = 0; s < graph.states; ++s)
      for (State t = 0; t < s; ++t)
        if (*rc::gen::inRange(0, 4) == 0)
          preference.unknown[s * graph.states + t] = preference.unknown[t * graph.states + s] = 1;
  }
  for (const Attitude& attitude : attitudes)
    for (const Notion notion : all_notions)
      for (int party = 0; party < graph.parties; ++party) {
        const Judgement judgement = judge_in_doubt(graph, party, notion, attitude);
        for (State s = 0; s < graph.states; ++s)
          RC_ASSERT(reason(graph, party, s, notion, Rule::returns, attitude).stable ==
                    (judgement.verdict[s] != Verdict::unstable));
      }
}

}  // namespace
}  // namespace armistice
