// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <random>

#include "armistice/theory/stability/doubt.h"
#include "armistice/theory/stability/inverse.h"
#include "armistice/theory/stability/robustness.h"

// Stability in random conflict graphs: every combination of options is a state, every ranking strict and at random.
namespace armistice::stability {
namespace {

Preference at_random(State states, std::mt19937_64& engine) {
  std::vector<std::uint64_t> values(states);
  for (std::uint64_t& value : values) value = engine();
  Preference preference;
  preference.rank = ranks_of(values);
  return preference;
}

// Options are dealt out evenly; of the first `one_way` of each party none can be taken back.
Graph random_graph(int options, int parties, int one_way) {
  std::mt19937_64 engine(1);
  std::vector<std::uint64_t> code(std::size_t{1} << options), owned(static_cast<std::size_t>(parties));
  for (std::size_t s = 0; s < code.size(); ++s) code[s] = s;
  std::uint64_t only_on = 0;
  std::vector<int> given(owned.size());
  for (int o = 0; o < options; ++o) {
    const auto p = static_cast<std::size_t>(o * parties / options);
    owned[p] |= std::uint64_t{1} << o;
    if (given[p]++ < one_way) only_on |= std::uint64_t{1} << o;
  }
  std::vector<Preference> preference;
  for (int p = 0; p < parties; ++p) preference.push_back(at_random(static_cast<State>(code.size()), engine));
  return graph_of_options(std::move(code), owned, only_on, 0, std::move(preference));
}

// All five notions for all parties; the graph is there.
void analyse_all(benchmark::State& state) {
  const Graph graph = random_graph(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)),
                                   static_cast<int>(state.range(2)));
  for (auto _ : state) benchmark::DoNotOptimize(analyse(graph));
  state.counters["states"] = static_cast<double>(graph.states);
}
BENCHMARK(analyse_all)
    ->ArgNames({"options", "parties", "one_way"})
    ->Args({12, 3, 0})
    ->Args({12, 4, 0})
    ->Args({12, 6, 0})
    ->Args({16, 4, 0})
    ->Args({20, 4, 0})
    ->Args({12, 3, 2})
    ->Args({12, 4, 2})
    ->Args({12, 6, 1})
    ->Args({16, 4, 2})
    ->Unit(benchmark::kMillisecond);

// With the graph: classes of states, each party's order within them.
void build_and_analyse(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(
        analyse(random_graph(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)), 0)));
}
BENCHMARK(build_and_analyse)
    ->ArgNames({"options", "parties"})
    ->Args({12, 4})
    ->Args({20, 4})
    ->Unit(benchmark::kMillisecond);

// The same answers by the definition, one walk for each state.
void by_definition(benchmark::State& state) {
  const Graph graph = random_graph(12, static_cast<int>(state.range(0)), 0);
  for (auto _ : state) benchmark::DoNotOptimize(analyse_in_doubt(graph, attitudes[0]));
}
BENCHMARK(by_definition)->ArgNames({"parties"})->Arg(3)->Arg(4)->Arg(6)->Unit(benchmark::kMillisecond)->Iterations(1);

// Rankings perturbed by one place, all five notions, 64 states and three parties with two options each.
void perturbed(benchmark::State& state) {
  const Graph graph = random_graph(6, 3, 0);
  Robustness robustness(graph, {});
  for (auto _ : state) {
    StableCounts counts = no_counts(graph);
    robustness.run(0, static_cast<std::uint32_t>(state.range(0)), counts);
    benchmark::DoNotOptimize(counts);
  }
}
BENCHMARK(perturbed)->Arg(10'000)->Unit(benchmark::kMillisecond);

// What would make each of 16 states an equilibrium: the notion, 64 states, three parties.
void inverse_question(benchmark::State& state) {
  const Graph graph = random_graph(6, 3, 0);
  double nodes = 0, proved = 0;
  for (auto _ : state)
    for (State s = 0; s < 64; s += 4) {
      const Inverse found = inverse(graph, s, all_notions[static_cast<std::size_t>(state.range(0))],
                                    {.rule = Rule::returns, .changeable = ~std::uint64_t{0}, .alternatives = 1});
      nodes += static_cast<double>(found.nodes), proved += found.proved;
    }
  const auto questions = static_cast<double>(16 * state.iterations());
  state.counters["nodes"] = nodes / questions, state.counters["proved"] = proved / questions;
}
BENCHMARK(inverse_question)->ArgNames({"notion"})->DenseRange(0, 4)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace armistice::stability
