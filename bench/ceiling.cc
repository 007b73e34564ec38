// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <vector>

#include "armistice/base/philox.h"

// What the machine can do at most of what the engine is made of, on one core.
namespace armistice {
namespace {

template <class V>
void philox_words(benchmark::State& state) {
  Stream<V> stream{1, 0, 0};
  for (auto _ : state) {
    ++stream.step;
    auto words = stream.words(Purpose::front);
    benchmark::DoNotOptimize(words);
  }
  state.SetItemsProcessed(state.iterations() * 4 * lane_count<V>);
}
BENCHMARK(philox_words<Lanes>)->Name("random words, lanes");
BENCHMARK(philox_words<double>)->Name("random words, one run");

template <class V>
void uniforms(benchmark::State& state) {
  Stream<V> stream{1, 0, 0};
  for (auto _ : state) {
    ++stream.step;
    auto u = stream.uniforms(Purpose::front);
    benchmark::DoNotOptimize(u);
  }
  state.SetItemsProcessed(state.iterations() * 4 * lane_count<V>);
}
BENCHMARK(uniforms<Lanes>)->Name("uniforms, lanes");
BENCHMARK(uniforms<double>)->Name("uniforms, one run");

template <class V>
void normals(benchmark::State& state) {
  Stream<V> stream{1, 0, 0};
  for (auto _ : state) {
    ++stream.step;
    auto z = stream.normals(Purpose::front);
    benchmark::DoNotOptimize(z);
  }
  state.SetItemsProcessed(state.iterations() * 4 * lane_count<V>);
}
BENCHMARK(normals<Lanes>)->Name("normals, lanes");
BENCHMARK(normals<double>)->Name("normals, one run");

template <class V>
void exponentials(benchmark::State& state) {
  const std::vector<V> x(64, constant<V>(-0.7));
  for (auto _ : state) {
    for (const V& value : x) {
      V in = value;
      benchmark::DoNotOptimize(in);
      V out = exp(in);
      benchmark::DoNotOptimize(out);
    }
  }
  state.SetItemsProcessed(state.iterations() * 64 * lane_count<V>);
}
BENCHMARK(exponentials<Lanes>)->Name("exp, lanes");
BENCHMARK(exponentials<double>)->Name("exp, std::exp");

// a = b + s c over arrays that no cache holds (3 x 64 MiB): bytes moved per second, as STREAM counts them.
void triad(benchmark::State& state) {
  const std::size_t n = 8u << 20;
  std::vector<double> a(n), b(n, 1.0), c(n, 2.0);
  for (auto _ : state) {
    for (std::size_t i = 0; i < n; ++i) a[i] = b[i] + 3.0 * c[i];
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(3 * n * sizeof(double)));
}
BENCHMARK(triad)->Name("memory, triad")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace armistice
