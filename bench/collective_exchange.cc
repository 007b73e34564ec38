// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <random>
#include <string>

#include "armistice/theory/collective/exchange.h"

// A round of position exchange. Positions at multiples of 10 meet outcomes and each other's ends more often than real
// numbers would, so that more of the comparisons have to be made in decimals.
namespace armistice::collective {
namespace {

Field random_field(int actors, int issues, bool round_numbers) {
  std::mt19937_64 engine(3);
  const auto unit = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
  Field field;
  for (int i = 0; i < actors; ++i) field.actors.push_back(std::to_string(i));
  for (int k = 0; k < issues; ++k) {
    field.issues.push_back(std::to_string(k));
    field.low.push_back(0), field.high.push_back(100);
  }
  for (int x = 0; x < actors * issues; ++x) {
    field.capability.push_back(round_numbers ? static_cast<double>(1 + engine() % 20) / 20 : unit());
    field.salience.push_back(round_numbers ? static_cast<double>(1 + engine() % 20) / 20 : unit());
    field.position.push_back(round_numbers ? 10 * static_cast<double>(engine() % 11) : 100 * unit());
  }
  return field;
}

void exchange_round(benchmark::State& state) {
  const Field field =
      random_field(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)), state.range(2) != 0);
  std::size_t exchanges = 0;
  for (auto _ : state) {
    const auto rounds = exchange_rounds(field);
    exchanges = rounds[0].exchanges.size();
    benchmark::DoNotOptimize(exchanges);
  }
  state.counters["exchanges"] = static_cast<double>(exchanges);
}
BENCHMARK(exchange_round)
    ->ArgNames({"actors", "issues", "round"})
    ->Args({15, 13, 0})
    ->Args({15, 13, 1})
    ->Args({10, 6, 1})
    ->Args({11, 7, 1})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace armistice::collective
