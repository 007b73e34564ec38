// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "armistice/theory/collective/expected_utility_spread.h"
#include "armistice/theory/collective/expected_utility_table.h"

// Rounds of the expected-utility model with ten actors in as many places, beside the model written down as it is told:
// every probability from scratch wherever it is asked for.
namespace armistice::collective {
namespace {

Field random_field(std::uint64_t seed, std::size_t actors) {
  std::mt19937_64 engine(seed);
  const auto uniform = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
  Field field;
  field.issues = {"one"};
  field.low = {0}, field.high = {100};
  for (std::size_t i = 0; i < actors; ++i) {
    field.actors.push_back("x");
    field.capability.push_back(uniform());
    field.position.push_back(100 * uniform());
    field.salience.push_back(uniform());
  }
  return field;
}

// ---- The plain way, default choices ----

struct Plain {
  struct Actor {
    double c, s, x, r;
  };
  std::vector<Actor> actors;
  double range;

  double vote(const Actor& k, double a, double b) const {
    return k.c * k.s * (std::pow(std::abs(k.x - b) / range, k.r) - std::pow(std::abs(k.x - a) / range, k.r));
  }
  double probability(double a, double b) const {
    if (a == b) return 0;
    double mine = 0, all = 0;
    for (const Actor& k : actors) {
      mine += std::max(0.0, vote(k, a, b));
      for (const Actor& i : actors)
        for (const Actor& j : actors) all += std::abs(vote(k, i.x, j.x));
    }
    return mine / all;
  }
  double expected(const Actor& judge, const Actor& i, const Actor& j) const {
    const double p = probability(i.x, j.x), d = std::abs(i.x - j.x) / range;
    const double win = 2 - 4 * std::pow(0.5 - 0.5 * d, judge.r), lose = 2 - 4 * std::pow(0.5 + 0.5 * d, judge.r);
    return j.s * (p * win + (1 - p) * lose) + (1 - j.s) * win - (2 - 4 * std::pow(0.5, judge.r));
  }
  double danger(const Actor& i) const {
    double sum = 0;
    for (const Actor& j : actors)
      if (&j != &i) sum += expected(i, j, i);
    return sum;
  }
  void set_risks() {
    for (Actor& k : actors) k.r = 1;
    std::vector<double> dangers;
    for (const Actor& k : actors) dangers.push_back(danger(k));
    const auto [least, most] = std::minmax_element(dangers.begin(), dangers.end());
    for (std::size_t i = 0; i < actors.size(); ++i) {
      const double r = (2 * dangers[i] - *most - *least) / (*most - *least);
      actors[i].r = (1 - r / 3) / (1 + r / 3);
    }
  }
  double place_of(const Actor& i) const {
    double best[2] = {1e300, 1e300}, to[2] = {i.x, i.x};
    for (const Actor& j : actors) {
      if (i.x == j.x) continue;
      const double own = expected(i, i, j), other = expected(i, j, i);
      const double rank = (std::abs(own) * i.x + std::abs(other) * j.x) / (std::abs(own) + std::abs(other));
      if (other > own && own > 0) {
        if (std::abs(i.x - j.x) < best[0]) best[0] = std::abs(i.x - j.x), to[0] = j.x;
      } else if (other > 0 && own < 0 && other > -own && rank < best[1]) {
        best[1] = rank, to[1] = i.x + (j.x - i.x) * std::abs(own / other);
      }
    }
    return best[0] < 1e300 ? to[0] : to[1];
  }
  void round() {
    set_risks();
    std::vector<double> to;
    for (const Actor& k : actors) to.push_back(place_of(k));
    for (std::size_t i = 0; i < actors.size(); ++i) actors[i].x = to[i];
  }
};

Plain plain_of(const Field& field) {
  Plain plain{{}, 0};
  for (std::size_t i = 0; i < field.actors.size(); ++i)
    plain.actors.push_back({field.capability[i], field.salience[i], field.position[i], 1});
  const auto [low, high] = std::minmax_element(field.position.begin(), field.position.end());
  plain.range = *high - *low;
  return plain;
}

// ---- The benchmarks ----

void rounds(benchmark::State& state, const ExpectedUtilityChoices& choices, const Field& field) {
  ExpectedUtilityTable table = expected_utility_table(field, choices);
  for (auto _ : state) {
    std::copy(field.position.begin(), field.position.end(), table.position.begin());  // nobody comes to rest
    double moved = play_round(table);
    benchmark::DoNotOptimize(moved);
  }
}

void plain_rounds(benchmark::State& state, const Field& field) {
  Plain plain = plain_of(field);
  Plain fast = plain;
  ExpectedUtilityTable table = expected_utility_table(field, {});
  fast.round(), play_round(table);
  for (std::size_t i = 0; i < field.actors.size(); ++i)
    if (std::abs(fast.actors[i].x - table.position[i]) > 1e-9) state.SkipWithError("the two do not agree");
  for (auto _ : state) {
    Plain again = plain;
    again.round();
    benchmark::DoNotOptimize(again);
  }
}

void spread(benchmark::State& state, const Field& field) {
  for (auto _ : state) {
    auto all = expected_utility_spread(field, 0);
    benchmark::DoNotOptimize(all);
  }
}

const bool registered = [] {
  const Field ten = random_field(1, 10), forty = random_field(1, 40);
  for (const ExpectedUtilityPreset& preset : expected_utility_presets())
    benchmark::RegisterBenchmark(("expected utility, a round of 10 actors, " + std::string(preset.name)).c_str(),
                                 [=](benchmark::State& state) { rounds(state, preset.choices, ten); })
        ->Unit(benchmark::kMicrosecond);
  benchmark::RegisterBenchmark("expected utility, a round of 40 actors, scholz", [=](benchmark::State& state) {
    rounds(state, {}, forty);
  })->Unit(benchmark::kMicrosecond);
  benchmark::RegisterBenchmark("expected utility, a round of 10 actors, scholz, the plain way",
                               [=](benchmark::State& state) { plain_rounds(state, ten); })
      ->Unit(benchmark::kMicrosecond);
  benchmark::RegisterBenchmark("expected utility, 1,536 readings of 15 rounds, 10 actors",
                               [=](benchmark::State& state) { spread(state, ten); })
      ->Unit(benchmark::kMillisecond);
  return true;
}();

}  // namespace
}  // namespace armistice::collective
