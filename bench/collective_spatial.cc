// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "armistice/theory/collective/spatial.h"
#include "tests/theory/collective/spatial_fields.h"
#include "tests/theory/collective/spatial_naive.h"

// A turn of KTAB's spatial model, beside the same from its definitions without any precomputing. The sizes are those of
// KTAB's own examples, the fields random; a turn includes the look at the state it leads to.
namespace armistice::collective {
namespace {

void turns(benchmark::State& state, const Field& field, SpatialChoices choices) {
  constexpr int turns = 10;
  choices.least_turns = choices.most_turns = turns;
  for (auto _ : state) {
    auto all = spatial_turns(field, choices);
    benchmark::DoNotOptimize(all);
  }
  state.counters["seconds per turn"] =
      benchmark::Counter(turns, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void plain(benchmark::State& state, const Field& field, const SpatialChoices& choices) {
  for (auto _ : state) {
    naive::Spatial spatial = naive::spatial(field, choices);
    spatial.turn();
    benchmark::DoNotOptimize(spatial.position);
  }
  state.counters["seconds per turn"] =
      benchmark::Counter(1, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

const bool registered = [] {
  const auto add = [](const std::string& title, auto way, const Field& field, const SpatialChoices& choices) {
    benchmark::RegisterBenchmark(title.c_str(), [=](benchmark::State& state) {
      way(state, field, choices);
    })->Unit(benchmark::kMillisecond);
  };
  SpatialChoices literal;
  literal.mode = SpatialMode::literal;
  for (const auto& [actors, issues] : {std::pair{40, 1}, {34, 1}, {27, 6}, {13, 2}}) {
    const std::string size = std::to_string(actors) + " actors x " + std::to_string(issues);
    const Field field = testing::random_field(actors, issues, 7);
    add("spatial model, ten turns, " + size, turns, field, {});
    add("spatial model, ten turns, literal, " + size, turns, field, literal);
    add("spatial model from its definitions, one turn, " + size, plain, field, literal);
  }
  SpatialChoices slow;
  slow.probabilities = Contest::markov_incentive, slow.bargain_model = BargainModel::both;
  slow.voting = Voting::proportional_sign, slow.victory = Victory::eighth;
  add("spatial model, ten turns, 40 actors x 1, the slowest switches", turns, testing::random_field(40, 1, 7), slow);
  return true;
}();

}  // namespace
}  // namespace armistice::collective
