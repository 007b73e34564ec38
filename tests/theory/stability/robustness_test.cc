// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/robustness.h"

#include <rapidcheck/gtest.h>

#include "tests/theory/stability/graphs.h"

namespace armistice::stability {
namespace {

StableCounts counts_of(const Graph& graph, const Perturbation& perturbation, std::uint32_t first, std::uint32_t count) {
  StableCounts counts = no_counts(graph);
  Robustness(graph, perturbation).run(first, count, counts);
  return counts;
}

// One party, one move, from the better to the worse of two neighbours: it stays unless noise turns them round, in
// Phi(-1 / sqrt 2) = 24.0 % of runs.
TEST(Robustness, TwoNeighboursChangeOrderAsOftenAsThurstoneSays) {
  Graph graph = graph_of_arcs(2, {{{0, 1}}});
  graph.preference = {testing::prefers({2, 1})};
  const StableCounts counts = counts_of(graph, {}, 0, 20'000);
  const Share share = share_of(counts.stable[0][0][0], counts.runs);
  EXPECT_NEAR(share.share, 1 - 0.2398, 0.01);
  EXPECT_LT(share.interval.low, 1 - 0.2398);
  EXPECT_GT(share.interval.high, 1 - 0.2398);
  EXPECT_EQ(counts.stable[0][0][1], 20'000) << "no move";
  const StableCounts half =
      counts_of(graph, {.noise = 0.5, .keep_ties = true, .seed = 1, .rule = Rule::returns}, 0, 20'000);
  EXPECT_NEAR(static_cast<double>(half.stable[0][0][0]) / 20'000, 1 - 0.0786, 0.01);
}

TEST(Robustness, TiesAreKeptOrBrokenAtRandom) {
  Graph graph = graph_of_arcs(2, {{{0, 1}}});
  graph.preference = {testing::prefers({1, 1})};
  EXPECT_EQ(counts_of(graph, {}, 0, 1000).stable[0][0][0], 1000);
  const StableCounts broken =
      counts_of(graph, {.noise = 1, .keep_ties = false, .seed = 1, .rule = Rule::returns}, 0, 10'000);
  EXPECT_NEAR(static_cast<double>(broken.stable[0][0][0]) / 10'000, 0.5, 0.02);
}

RC_GTEST_PROP(RobustnessLaws, WithoutNoiseItIsTheAnalysis, ()) {
  const Graph graph = *rc::gen::arbitrary<bool>() ? testing::random_options() : testing::random_arcs();
  const Analysis analysis = analyse(graph);
  const StableCounts counts = counts_of(graph, {.noise = 0, .keep_ties = true, .seed = 3, .rule = Rule::returns}, 5, 2);
  for (const Notion notion : all_notions) {
    const auto n = static_cast<std::size_t>(notion);
    std::vector<State> all;
    for (State s = 0; s < graph.states; ++s) {
      for (int p = 0; p < graph.parties; ++p)
        RC_ASSERT(counts.stable[n][static_cast<std::size_t>(p)][s] ==
                  (analysis.judged(notion, p).verdict[s] != Verdict::unstable ? 2 : 0));
      if (counts.equilibrium[n][s] == 2) all.push_back(s);
    }
    RC_ASSERT(all == equilibria(analysis, notion));
  }
}

// Counts are those of the analysis under the ranks of each run, however the runs are divided.
RC_GTEST_PROP(RobustnessLaws, RunsStandAlone, ()) {
  const Graph graph = testing::random_options();
  const Perturbation perturbation{
      .noise = 1.5, .keep_ties = *rc::gen::arbitrary<bool>(), .seed = 9, .rule = Rule::returns};
  const auto first = *rc::gen::inRange(std::uint32_t{0}, std::uint32_t{20});
  StableCounts parts = counts_of(graph, perturbation, first, 7), plain = no_counts(graph);
  add(parts, counts_of(graph, perturbation, first + 7, 4));
  const StableCounts whole = counts_of(graph, perturbation, first, 11);
  const Robustness robustness(graph, perturbation);
  for (std::uint32_t r = first; r < first + 11; ++r) {
    std::vector<Preference> preference(graph.preference.size());
    for (std::size_t p = 0; p < preference.size(); ++p)
      preference[p].rank = robustness.ranks_in(r, static_cast<int>(p));
    Graph other = graph;
    prefer(other, preference);
    const Analysis analysis = analyse(other);
    for (std::size_t n = 0; n < notion_count; ++n)
      for (const State s : equilibria(analysis, all_notions[n])) ++plain.equilibrium[n][s];
  }
  RC_ASSERT(whole.runs == 11);
  RC_ASSERT(parts.runs == 11);
  RC_ASSERT(whole.stable == parts.stable);
  RC_ASSERT(whole.equilibrium == parts.equilibrium);
  RC_ASSERT(whole.equilibrium == plain.equilibrium);
}

}  // namespace
}  // namespace armistice::stability
