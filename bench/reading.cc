// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <string>

#include "armistice/model/model.h"
#include "armistice/model/read.h"

namespace armistice {
namespace {

// What `armistice check` does before it prints: all files read, every problem of shape and meaning looked for.
void check(benchmark::State& state, const std::string& name) {
  for (auto _ : state) {
    Problems problems;
    auto dossier = read_dossier(std::string(ARMISTICE_ROOT "/dossiers/") + name, problems);
    if (dossier) check_meaning(*dossier, problems);
    if (!problems.empty()) state.SkipWithError(show(problems).c_str());
    benchmark::DoNotOptimize(dossier);
  }
}
BENCHMARK_CAPTURE(check, ukraine, "ukraine-2025")->Name("check, ukraine-2025")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(check, isles, "isles")->Name("check, isles")->Unit(benchmark::kMillisecond);

void compiling(benchmark::State& state) {
  Problems problems;
  const auto dossier = read_dossier(ARMISTICE_ROOT "/dossiers/ukraine-2025", problems);
  for (auto _ : state) {
    Model model = compile(*dossier);
    benchmark::DoNotOptimize(model);
  }
}
BENCHMARK(compiling)->Name("compile, ukraine-2025")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace armistice
