// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "armistice/theory/solutions.h"

// The frontier and all solutions of random additive settlement spaces, beside a plain enumeration.
namespace armistice {
namespace {

// Weights and values uniform in [0, 1), weights then scaled to one; reservations 0.3.
Space random_space(int parties, std::vector<int> options, std::uint64_t seed) {
  std::mt19937_64 engine(seed);
  const auto uniform = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
  Space space;
  space.parties = parties;
  space.options = std::move(options);
  for (int p = 0; p < parties; ++p) {
    std::vector<double> weights(space.options.size());
    std::generate(weights.begin(), weights.end(), uniform);
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t k = 0; k < weights.size(); ++k)
      for (int o = 0; o < space.options[k]; ++o) space.utility.push_back(weights[k] / total * uniform());
    space.constant.push_back(0);
    space.reservation.push_back(0.3);
  }
  return space;
}

// ---- The plain way: a table of all packages, then one look at it for each question ----

struct Table {
  std::size_t parties;
  std::vector<double> utility;  // (package, party), whole quanta
  const double* row(std::size_t package) const { return &utility[package * parties]; }
  std::size_t size() const { return utility.size() / parties; }
};

Table all_packages(const Space& space) {
  const auto parties = static_cast<std::size_t>(space.parties);
  const std::vector<int> cells = first_cells(space);
  const auto width = static_cast<std::size_t>(cells.back());
  Table table{parties, {}};
  table.utility.reserve(package_count(space) * parties);
  std::vector<int> option(space.options.size(), 0);
  for (std::uint64_t n = package_count(space); n > 0; --n) {
    for (std::size_t p = 0; p < parties; ++p) {
      double sum = space.constant[p];
      for (std::size_t k = 0; k < option.size(); ++k)
        sum += space.utility[p * width + static_cast<std::size_t>(cells[k] + option[k])];
      table.utility.push_back(quantised(sum));
    }
    for (std::size_t k = option.size(); k-- > 0;) {
      if (++option[k] < space.options[k]) break;
      option[k] = 0;
    }
  }
  return table;
}

// Sorted by falling sums no package dominates an earlier one: each is compared with the survivors so far.
std::vector<std::size_t> plain_frontier(const Table& table) {
  std::vector<double> sums(table.size());
  for (std::size_t i = 0; i < sums.size(); ++i)
    sums[i] = std::accumulate(table.row(i), table.row(i) + table.parties, 0.0);
  std::vector<std::size_t> order(table.size()), frontier;
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sums[a] > sums[b]; });
  const auto dominates = [&](std::size_t a, std::size_t b) {
    bool better = false;
    for (std::size_t p = 0; p < table.parties; ++p) {
      if (table.row(a)[p] < table.row(b)[p]) return false;
      better = better || table.row(a)[p] > table.row(b)[p];
    }
    return better;
  };
  for (const std::size_t i : order)
    if (std::none_of(frontier.begin(), frontier.end(), [&](std::size_t f) { return dominates(f, i); }))
      frontier.push_back(i);
  return frontier;
}

struct Best {
  double value = -1;
  std::size_t package = 0;
  void offer(double v, std::size_t i) {
    if (v > value) value = v, package = i;
  }
};

// Nash, Kalai, Kalai-Smorodinsky and the largest sum over the rational packages.
std::vector<Best> plain_points(const Space& space, const Table& table) {
  std::vector<double> least(table.parties), most(table.parties, -1);
  std::transform(space.reservation.begin(), space.reservation.end(), least.begin(), quantised);
  const auto rational = [&](std::size_t i) {
    return std::equal(least.begin(), least.end(), table.row(i), std::less_equal<>());
  };
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (!rational(i)) continue;
    for (std::size_t p = 0; p < table.parties; ++p) most[p] = std::max(most[p], table.row(i)[p]);
  }
  std::vector<Best> best(4);
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (!rational(i)) continue;
    double product = 1, gain = 1e300, share = 1e300, sum = 0;
    for (std::size_t p = 0; p < table.parties; ++p) {
      const double g = table.row(i)[p] - least[p];
      product *= g * utility_quantum;
      gain = std::min(gain, g);
      share = std::min(share, g / (most[p] - least[p]));
      sum += table.row(i)[p];
    }
    best[0].offer(product, i);
    best[1].offer(gain, i);
    best[2].offer(share, i);
    best[3].offer(sum, i);
  }
  return best;
}

// ---- The benchmarks ----

void exact(benchmark::State& state, const Space& space) {
  Solutions solutions;
  for (auto _ : state) {
    solutions = solve(space);
    benchmark::DoNotOptimize(solutions);
  }
  state.counters["frontier"] = static_cast<double>(solutions.pareto.vectors);
  state.counters["packages"] =
      benchmark::Counter(static_cast<double>(solutions.packages), benchmark::Counter::kIsIterationInvariantRate);
}

void plain(benchmark::State& state, const Space& space) {
  std::vector<std::size_t> frontier;
  for (auto _ : state) {
    const Table table = all_packages(space);
    frontier = plain_frontier(table);
    auto points = plain_points(space, table);
    benchmark::DoNotOptimize(points);
  }
  state.counters["frontier"] = static_cast<double>(frontier.size());
  state.counters["packages"] =
      benchmark::Counter(static_cast<double>(package_count(space)), benchmark::Counter::kIsIterationInvariantRate);
}

// What one party wins the other loses: every package is on the frontier.
Space zero_sum() {
  Space space = random_space(2, {10, 10, 10, 10, 10, 10}, 1);
  for (std::size_t c = 0; c < 60; ++c) space.utility[60 + c] = -space.utility[c];
  space.constant[1] = 1;
  return space;
}

const bool registered = [] {
  const auto add = [](const std::string& title, auto way, const Space& space) {
    benchmark::RegisterBenchmark(title.c_str(), [=](benchmark::State& state) {
      way(state, space);
    })->Unit(benchmark::kMillisecond);
  };
  const auto both = [&](const std::string& name, const Space& space) {
    add("settlement space, " + name, exact, space);
    add("plain enumeration, " + name, plain, space);
  };
  both("1,000,000 packages, 2 parties", random_space(2, {10, 10, 10, 10, 10, 10}, 1));
  both("1,000,000 packages, 3 parties", random_space(3, {10, 10, 10, 10, 10, 10}, 1));
  both("2,000,000 packages, 2 parties", random_space(2, {2, 10, 10, 10, 10, 10, 10}, 1));
  both("240,000 packages, 5 parties", random_space(5, {5, 6, 8, 10, 10, 10}, 22));
  add("settlement space, 1,000,000 packages, 2 parties, zero sum", exact, zero_sum());
  add("settlement space, 100,000 packages, 16 parties", exact, random_space(16, {10, 10, 10, 10, 10}, 1));
  return true;
}();

}  // namespace
}  // namespace armistice
