// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/stability.h"

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

#include "armistice/theory/stability/coalition.h"
#include "armistice/theory/stability/doubt.h"
#include "tests/theory/stability/graphs.h"

namespace armistice::stability {
namespace {

using testing::as_arcs;
using testing::elmira;
using testing::prisoners;
using testing::random_arcs;
using testing::random_options;
using States = std::vector<State>;

States stable(const Graph& graph, Notion notion, int party, Rule rule = Rule::returns) {
  const Judgement judgement = judge(graph, party, notion, rule);
  States all;
  for (State s = 0; s < graph.states; ++s)
    if (judgement.verdict[s] != Verdict::unstable) all.push_back(s);
  return all;
}

bool implies(const Judgement& a, const Judgement& b) {
  for (std::size_t s = 0; s < a.verdict.size(); ++s)
    if (a.verdict[s] != Verdict::unstable && b.verdict[s] == Verdict::unstable) return false;
  return true;
}

TEST(Stability, PrisonersStayInConfessionAndCanStayInSilence) {
  const Graph graph = prisoners();
  EXPECT_EQ(stable(graph, Notion::nash, 0), (States{0, 2}));
  EXPECT_EQ(stable(graph, Notion::nash, 1), (States{0, 1}));
  for (const Notion notion : {Notion::gmr, Notion::smr, Notion::seq, Notion::sseq}) {
    EXPECT_EQ(stable(graph, notion, 0), (States{0, 2, 3}));
    EXPECT_EQ(equilibria(analyse(graph), notion), (States{0, 3}));
  }
  EXPECT_EQ(equilibria(analyse(graph), Notion::nash), (States{0}));
}

TEST(Stability, ElmiraAsPublished) {
  const Analysis analysis = analyse(elmira());
  EXPECT_EQ(equilibria(analysis, Notion::nash), (States{4, 7, 8}));
  EXPECT_EQ(equilibria(analysis, Notion::seq), (States{4, 7, 8}));
  EXPECT_EQ(equilibria(analysis, Notion::gmr), (States{0, 3, 4, 7, 8}));
  EXPECT_EQ(equilibria(analysis, Notion::smr), (States{0, 3, 4, 7, 8}));
  EXPECT_EQ(stable(elmira(), Notion::seq, 2), (States{1, 2, 4, 5, 6, 7, 8}));
}

// Five states of three parties, where an answer needs a party to move, another, and the first again.
TEST(Stability, AnswersMayComeBackToWhoMovedBefore) {
  using testing::prefers;
  const Graph graph = graph_of_options({1, 2, 3, 6, 7}, {1, 2, 4}, 0, 0,
                                       {prefers({4, 5, 2, 1, 3}), prefers({2, 3, 5, 4, 1}), prefers({1, 3, 4, 5, 2})});
  EXPECT_EQ(stable(graph, Notion::seq, 0), (States{0, 1, 2, 4}));
  EXPECT_EQ(stable(graph, Notion::sseq, 2), (States{0, 2, 3}));
  States once;
  for (int party = 0; party < 3; ++party) {
    const States more = stable(graph, Notion::seq, party), fewer = stable(graph, Notion::seq, party, Rule::once);
    EXPECT_TRUE(std::includes(more.begin(), more.end(), fewer.begin(), fewer.end()));
    if (fewer != more) once = fewer;
  }
  EXPECT_FALSE(once.empty()) << "the two rules differ on this graph";
}

// Utilities 0, 1, 3, 7 by rank: who refuses alone loses 1 by it, who confesses against silence gains 4 at once.
TEST(Stability, MarginsSayByHowMuch) {
  Graph graph = prisoners();
  graph.preference[0].utility = {1, 0, 7, 3};
  const Judgement nash = judge(graph, 0, Notion::nash), gmr = judge(graph, 0, Notion::gmr);
  EXPECT_EQ(nash.margin, (std::vector<double>{1, -1, 4, -4}));
  EXPECT_EQ(gmr.margin[3], 2) << "7 is answered by 1, and 3 is 2 better than that";
}

TEST(Stability, WhoHasNoMoveIsStableByAnInfiniteMargin) {
  Graph graph = graph_of_arcs(2, {{{0, 1}}, {}});
  graph.preference = {testing::prefers({1, 2}), testing::prefers({1, 2})};
  graph.preference[1].utility = {1, 2};
  for (const Notion notion : all_notions) {
    EXPECT_EQ(stable(graph, notion, 1), (States{0, 1}));
    EXPECT_EQ(judge(graph, 1, notion).margin[0], std::numeric_limits<double>::infinity());
  }
}

TEST(Stability, StrongWhenTheAnswerIsABlockWorse) {
  Graph graph = prisoners();
  graph.preference[0].block = {0, 0, 1, 1};  // silence of the other is worth far more than anything else
  const Judgement gmr = judge(graph, 0, Notion::gmr);
  EXPECT_EQ(gmr.verdict[3], Verdict::strongly) << "from silence, confession ends in mutual confession, a block below";
  graph.preference[0].block = {0, 0, 0, 0};
  EXPECT_EQ(judge(graph, 0, Notion::gmr).verdict[3], Verdict::stable);
}

// The options in which two states of one class of the party differ.
std::uint64_t owned_options(const Graph& graph, std::size_t party) {
  std::uint64_t owned = 0;
  const Classes& classes = graph.classes[party];
  for (State s = 0; s < graph.states; ++s)
    owned |= graph.code[s] ^ graph.code[classes.members[classes.first[classes.of[s]]]];
  return owned;
}

RC_GTEST_PROP(StabilityLaws, NotionsImplyOneAnother, ()) {
  const Graph graph = *rc::gen::arbitrary<bool>() ? random_options() : random_arcs();
  const Analysis analysis = analyse(graph);
  for (int p = 0; p < graph.parties; ++p) {
    RC_ASSERT(implies(analysis.judged(Notion::nash, p), analysis.judged(Notion::sseq, p)));
    RC_ASSERT(implies(analysis.judged(Notion::nash, p), analysis.judged(Notion::smr, p)));
    RC_ASSERT(implies(analysis.judged(Notion::sseq, p), analysis.judged(Notion::seq, p)));
    RC_ASSERT(implies(analysis.judged(Notion::sseq, p), analysis.judged(Notion::smr, p)));
    RC_ASSERT(implies(analysis.judged(Notion::seq, p), analysis.judged(Notion::gmr, p)));
    RC_ASSERT(implies(analysis.judged(Notion::smr, p), analysis.judged(Notion::gmr, p)));
  }
}

RC_GTEST_PROP(StabilityLaws, OptionsAndTheirArcsAgree, ()) {
  const Graph graph = random_options(), arcs = as_arcs(graph);
  for (const Rule rule : {Rule::returns, Rule::once, Rule::single})
    for (const Notion notion : all_notions)
      for (int p = 0; p < graph.parties; ++p)
        RC_ASSERT(stable(graph, notion, p, rule) == stable(arcs, notion, p, rule));
}

// The flood from the least value, one flood for each state by the definition, and groups of one.
RC_GTEST_PROP(StabilityLaws, ThreeRoutesAgree, ()) {
  const Graph graph = *rc::gen::arbitrary<bool>() ? random_options() : random_arcs();
  for (const Rule rule : {Rule::returns, Rule::once, Rule::single})
    for (const Notion notion : all_notions)
      for (int p = 0; p < graph.parties; ++p) {
        const Judgement fast = judge(graph, p, notion, rule);
        for (const Attitude& attitude : attitudes)
          RC_ASSERT(judge_in_doubt(graph, p, notion, attitude, rule).verdict == fast.verdict);
        const std::vector<std::uint8_t> group = stable_for_group(graph, std::uint64_t{1} << p, notion, rule);
        for (State s = 0; s < graph.states; ++s) RC_ASSERT((group[s] != 0) == (fast.verdict[s] != Verdict::unstable));
      }
}

// All words of moves up to a length, enumerated one by one: what the definition says, in the plainest way.
RC_GTEST_PROP(StabilityLaws, WordsOfMovesEnumerated, ()) {
  const Graph graph = random_arcs();
  RC_PRE(graph.states <= 5 && graph.parties <= 3);
  const Movers movers{(std::uint64_t{1} << graph.parties) - 2, *rc::gen::arbitrary<bool>(), false, Rule::returns};
  const std::vector<std::int32_t>& value = graph.preference[0].rank;
  const std::vector<std::int32_t> least = least_within_reach(graph, movers, value);
  const int longest = static_cast<int>(graph.states) * graph.parties;
  for (State from = 0; from < graph.states; ++from) {
    std::int32_t found = value[from];
    const std::function<void(State, int, int)> word = [&](State s, int last, int length) {
      found = std::min(found, value[s]);
      if (length == std::min(longest, 9)) return;
      for (int p = 1; p < graph.parties; ++p)
        if (p != last)
          for_each_move(graph, p, s, [&](State t) {
            if (may_move(graph, movers, p, s, t)) word(t, p, length + 1);
          });
    };
    word(from, -1, 0);
    RC_ASSERT(found >= least[from]);
    if (longest <= 9) RC_ASSERT(found == least[from]);
  }
}

RC_GTEST_PROP(StabilityLaws, NamesOfStatesDoNotMatter, ()) {
  const Graph graph = random_arcs();
  const auto order = [&] {
    std::vector<State> places(graph.states);
    std::iota(places.begin(), places.end(), State{0});
    for (std::size_t k = places.size(); k > 1; --k)
      std::swap(places[k - 1], places[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(k)))]);
    return places;
  }();
  std::vector<std::vector<std::pair<State, State>>> arcs(static_cast<std::size_t>(graph.parties));
  Graph other;
  std::vector<Preference> preference(graph.preference.size());
  for (std::size_t p = 0; p < arcs.size(); ++p) {
    preference[p].rank.resize(graph.states);
    for (State s = 0; s < graph.states; ++s) {
      preference[p].rank[order[s]] = graph.preference[p].rank[s];
      for_each_move(graph, static_cast<int>(p), s, [&](State t) { arcs[p].push_back({order[s], order[t]}); });
    }
  }
  other = graph_of_arcs(graph.states, arcs);
  other.preference = preference;
  for (const Notion notion : all_notions)
    for (int p = 0; p < graph.parties; ++p) {
      const Judgement a = judge(graph, p, notion), b = judge(other, p, notion);
      for (State s = 0; s < graph.states; ++s) RC_ASSERT(a.verdict[s] == b.verdict[order[s]]);
    }
}

// Options in another order, taken where they were left, and parties in another order.
RC_GTEST_PROP(StabilityLaws, NamesOfOptionsAndPartiesDoNotMatter, ()) {
  const Graph graph = random_options();
  const auto turn = static_cast<std::size_t>(*rc::gen::inRange(0, 6));
  const std::uint64_t flipped = *rc::gen::inRange(std::uint64_t{0}, std::uint64_t{64});
  const auto moved = [&](std::uint64_t options) {
    std::uint64_t all = 0;
    for (std::size_t o = 0; o < 6; ++o) all |= (options >> o & 1) << (o * 5 + turn) % 6;
    return all;
  };
  std::vector<std::uint64_t> code, owned(graph.classes.size());
  for (const std::uint64_t c : graph.code) code.push_back(moved(c) ^ flipped);
  std::vector<Preference> preference(owned.size());
  const auto place = [&](std::size_t p) { return (p + turn) % owned.size(); };
  for (std::size_t p = 0; p < owned.size(); ++p) {
    preference[place(p)] = graph.preference[p];
    owned[place(p)] = moved(owned_options(graph, p));
  }
  const std::uint64_t on = moved(graph.only_on), off = moved(graph.only_off);
  const Graph other =
      graph_of_options(code, owned, (on & ~flipped) | (off & flipped), (off & ~flipped) | (on & flipped), preference);
  for (const Notion notion : all_notions)
    for (std::size_t p = 0; p < owned.size(); ++p)
      RC_ASSERT(judge(graph, static_cast<int>(p), notion).verdict ==
                judge(other, static_cast<int>(place(p)), notion).verdict);
}

}  // namespace
}  // namespace armistice::stability
