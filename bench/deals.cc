// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "armistice/dynamics/exhaust.h"
#include "armistice/dynamics/search.h"
#include "armistice/model/read.h"
#include "armistice/study/deals.h"

// The settlement space of a dossier: one package over many draws, and all packages of one draw.
namespace armistice {
namespace {

const Model& ukraine() {
  static const Model model = [] {
    Problems problems;
    auto dossier = read_dossier(ARMISTICE_ROOT "/dossiers/ukraine-2025", problems);
    return compile(std::move(*dossier));
  }();
  return model;
}

void one_package(benchmark::State& state) {
  const Hands hands(ukraine(), {}, 256);
  for (auto _ : state) {
    const DealView view = view_deal(hands, ukraine().texts[0]);
    benchmark::DoNotOptimize(view);
  }
}
BENCHMARK(one_package)->Name("one package over 256 draws, ukraine-2025")->Unit(benchmark::kMicrosecond);

// 1,536,000,000 packages, the central draw: the largest least gain with its proof, from the best of the usual climbs.
void all_packages(benchmark::State& state) {
  const Hands hands(ukraine(), {.seed = 1, .on = {}, .central = true}, 1);
  const Hand& hand = *hands.blocks[0];
  const Climbed climbed = climb_from(ukraine(), hand.t, hand.s, usual_starts(ukraine()));
  std::vector<int> package;
  for (std::size_t k = 0; k < ukraine().texts[0].size(); ++k)
    package.push_back(static_cast<int>(lane(climbed.option[k], 0)));
  std::uint64_t nodes = 0;
  for (auto _ : state) {
    const ExhaustBest best = best_of_all(hands, hand, 0, {package});
    nodes = best.nodes;
    if (!best.proved) state.SkipWithError("not proved");
  }
  state.counters["nodes"] = static_cast<double>(nodes);
}
BENCHMARK(all_packages)->Name("all packages of the central draw, ukraine-2025")->Unit(benchmark::kMillisecond);

// The same by weighing packages eight at a time, for so many of them as a second allows.
void plainly(benchmark::State& state) {
  const Hands hands(ukraine(), {.seed = 1, .on = {}, .central = true}, 1);
  const auto one = alone(*hands.blocks[0], 0);
  Package<Lanes> p;
  for (std::size_t k = 0; k < ukraine().texts[0].size(); ++k)
    p.option[k] = per_lane<Lanes>([&](int l) { return l % ukraine().options[k]; });
  for (auto _ : state) {
    add_up(ukraine(), one->t, p);
    Worths<Lanes> w;
    weigh(ukraine(), one->t, one->s, p, w, false);
    Lanes who;
    benchmark::DoNotOptimize(least_gain(ukraine(), one->t, p, w, who));
  }
  state.counters["packages"] =
      benchmark::Counter(static_cast<double>(state.iterations()) * lane_count<Lanes>, benchmark::Counter::kIsRate);
}
BENCHMARK(plainly)->Name("packages weighed one by one, ukraine-2025")->Unit(benchmark::kNanosecond);

}  // namespace
}  // namespace armistice
