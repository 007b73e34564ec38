// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <stdexcept>
#include <string>

#include "armistice/dynamics/assess.h"
#include "armistice/dynamics/simulate.h"
#include "armistice/model/read.h"

// Run-weeks per second on one core. A run that is over stops counting; a block stops when all its runs are over.
namespace armistice {
namespace {

Model model_of(const std::string& name) {
  Problems problems;
  auto dossier = read_dossier(std::string(ARMISTICE_ROOT "/dossiers/") + name, problems);
  if (!dossier) throw std::runtime_error(show(problems));
  return compile(std::move(*dossier));
}

constexpr std::uint32_t runs = 256;

void engine(benchmark::State& state, const std::string& name, int search_every) {
  const Model model = model_of(name);
  Simulator simulator(model, {.seed = 1, .on = {}, .central = false, .search_every = search_every});
  std::uint32_t first = 0;
  std::int64_t weeks = 0;
  for (auto _ : state) {
    simulator.run(first, runs, [&](const WeekSeen& seen) { weeks += seen.week > 0 ? seen.lanes : 0; });
    first += runs;
  }
  state.counters["run-weeks"] = benchmark::Counter(static_cast<double>(weeks), benchmark::Counter::kIsRate);
}
BENCHMARK_CAPTURE(engine, ukraine, "ukraine-2025", Plan{}.search_every)
    ->Name("engine, ukraine-2025")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(engine, ukraine_bare, "ukraine-2025", 0)
    ->Name("engine, ukraine-2025, no search for a zone")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(engine, isles, "isles", Plan{}.search_every)->Name("engine, isles")->Unit(benchmark::kMillisecond);

// The naive loop: one run after another in double precision, the same code on plain numbers.
void reference(benchmark::State& state, const std::string& name) {
  const Model model = model_of(name);
  std::uint32_t run = 0;
  std::int64_t weeks = 0;
  for (auto _ : state)
    run_reference(model, {}, run++, [&](int week, const State<double>&) { weeks += week > 0 ? 1 : 0; });
  state.counters["run-weeks"] = benchmark::Counter(static_cast<double>(weeks), benchmark::Counter::kIsRate);
}
BENCHMARK_CAPTURE(reference, ukraine, "ukraine-2025")->Name("naive loop, ukraine-2025")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(reference, isles, "isles")->Name("naive loop, isles")->Unit(benchmark::kMillisecond);

void table_on_the_day(benchmark::State& state) {
  const Model model = model_of("ukraine-2025");
  for (auto _ : state) {
    auto assessment = assess(model, {}, 256);
    benchmark::DoNotOptimize(assessment);
  }
  state.SetItemsProcessed(state.iterations() * 256);
}
BENCHMARK(table_on_the_day)->Name("assess, ukraine-2025, 256 draws")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace armistice
