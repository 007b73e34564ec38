// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>

#include "armistice/base/philox.h"
#include "armistice/theory/best_package.h"

// Exact best packages of spaces of 4^28 packages and more.
namespace armistice {
namespace {

enum class Kind {
  loose,    // an option's worth to a party is drawn by itself
  ladders,  // each party wants more or less of every clause
  ideals,   // each party has an ideal option, others are worse the further away
  blocs     // two blocs with opposed ladders, the same for all of a bloc but for a hundredth
};

struct Dice {
  std::uint64_t seed;
  std::uint32_t thrown = 0;
  double uniform() { return Stream<double>{seed, thrown++, 1}.uniforms(Purpose::knobs)[0]; }
  int below(int n) { return static_cast<int>(uniform() * n); }
};

double worth(Kind kind, Dice& dice, bool up, double ideal, int option, int options) {
  const double noise = dice.uniform();
  if (kind == Kind::loose) return noise;
  if (kind == Kind::ideals) return -std::fabs(option - ideal);
  return (up ? option : options - 1 - option) + (kind == Kind::ladders ? 0.3 : 0.01) * noise;
}

Space space_of(Kind kind, int issues, int options, int parties, int constraints, int links, std::uint64_t seed) {
  Dice dice{seed};
  Space s;
  s.parties = parties;
  s.options.assign(static_cast<std::size_t>(issues), options);
  s.constant.assign(static_cast<std::size_t>(parties), 0.0), s.reservation = s.constant;
  std::vector<double> stakes;
  for (int k = 0; k < issues; ++k) stakes.push_back(0.1 + dice.uniform());
  for (int i = 0; i < parties; ++i) {
    std::vector<double> weight;
    double sum = 0;
    for (int k = 0; k < issues; ++k) {
      weight.push_back(kind == Kind::blocs ? stakes[static_cast<std::size_t>(k)] : 0.1 + dice.uniform());
      sum += weight.back();
    }
    for (int k = 0; k < issues; ++k) {
      const bool up = kind == Kind::blocs ? i % 2 == 0 : dice.uniform() < 0.5;
      const double ideal = dice.uniform() * (options - 1);
      std::vector<double> values;
      for (int o = 0; o < options; ++o) values.push_back(worth(kind, dice, up, ideal, o, options));
      const auto [low, high] = std::minmax_element(values.begin(), values.end());
      for (const double v : values)
        s.utility.push_back(weight[static_cast<std::size_t>(k)] / sum * (v - *low) / (*high - *low));
    }
  }
  const auto literal = [&] { return Literal{dice.below(issues), dice.below(options)}; };
  for (int c = 0; c < constraints; ++c) {
    Implication rule{{literal()}, {}};
    if (c % 3 != 1) rule.when.push_back(literal());
    if (c % 3 != 0) rule.then = {literal(), literal()};
    s.implications.push_back(rule);
  }
  for (int j = 0; j < links; ++j)
    s.interactions.push_back({dice.below(parties), {literal(), literal()}, 0.1 * (dice.uniform() - 0.5)});
  return s;
}

using Solver = BestPackage (*)(const Space&, const BestOptions&);

// One iteration solves five spaces. `gap` is the largest difference of bound and value that is left, 0 where all five
// are proved.
void best(benchmark::State& state, Solver solver, Kind kind, int issues, int options, int parties, int links) {
  std::vector<Space> spaces;
  for (std::uint64_t seed = 1; seed <= 5; ++seed)
    spaces.push_back(space_of(kind, issues, options, parties, issues == 28 ? 20 : 40, links, seed));
  double nodes = 0, gap = 0;
  for (auto _ : state) {
    nodes = gap = 0;
    for (const Space& space : spaces) {
      const BestPackage found = solver(space, {.nodes = kind == Kind::blocs ? 200'000u : 2'000'000u});
      nodes += static_cast<double>(found.nodes) / 5;
      gap = std::max(gap, found.bound - found.value);
    }
  }
  state.counters["nodes"] = nodes;
  state.counters["gap"] = gap;
}

#define BEST(name, ...) \
  BENCHMARK_CAPTURE(best, name, __VA_ARGS__)->Name("best package, " #name)->Unit(benchmark::kMillisecond)
BEST(28 x 4 x 5 least gain loose, best_min_gain, Kind::loose, 28, 4, 5, 0);
BEST(28 x 4 x 5 least gain ladders, best_min_gain, Kind::ladders, 28, 4, 5, 0);
BEST(28 x 4 x 5 least gain ideals, best_min_gain, Kind::ideals, 28, 4, 5, 0);
BEST(28 x 4 x 5 least gain ladders and 20 links, best_min_gain, Kind::ladders, 28, 4, 5, 20);
BEST(28 x 4 x 5 least gain blocs, best_min_gain, Kind::blocs, 28, 4, 5, 0);
BEST(28 x 4 x 8 least gain ladders, best_min_gain, Kind::ladders, 28, 4, 8, 0);
BEST(28 x 4 x 5 Nash ladders, best_nash, Kind::ladders, 28, 4, 5, 20);
BEST(64 x 4 x 5 least gain ladders, best_min_gain, Kind::ladders, 64, 4, 5, 40);
BEST(64 x 4 x 5 Nash ladders, best_nash, Kind::ladders, 64, 4, 5, 40);

}  // namespace
}  // namespace armistice
