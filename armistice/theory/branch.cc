// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/branch.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "armistice/theory/goal.h"

namespace armistice::exact {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// Steps of the prices at the first box and at each later one: measured, fewer cost more boxes, more cost more time.
constexpr int first_rounds = 150, later_rounds = 8;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

struct Searcher {
  const Choice& choice;
  const SearchTask& task;
  const Hunt& hunt;
  SearchResult best;
  double open_bound = -infinity;  // of the boxes that the limit left out
  bool stopped = false, satisfied = false;

  void offer(const std::vector<int>& package);
  bool strike(Box& box, const Relaxed& relaxed, double need, bool& changed) const;
  void visit(Box box, Prices prices, int rounds);
  void branch(const Box& box, const Prices& prices, const Relaxed& relaxed, const std::vector<int>& flips);
};

void Searcher::offer(const std::vector<int>& package) {
  const Score score = score_of(choice, task, package);
  if (!acceptable(score)) return;
  const double value = score[2];
  if (task.goal != Goal::product && quantised(value) < quantised(task.floor)) return;
  const bool better =
      !best.found || (task.goal == Goal::product ? value > best.value : quantised(value) > quantised(best.value));
  if (!better) return;
  best.found = true, best.package = package, best.value = value;
  satisfied = quantised(value) >= quantised(task.enough);
}

// Strikes out options that could not be in a better package, and what follows from that. False: nothing is left.
bool Searcher::strike(Box& box, const Relaxed& relaxed, double wanted, bool& changed) const {
  std::uint64_t touched = 0;
  for (std::size_t k = 0; k < box.open.size(); ++k) {
    for (std::uint64_t left = box.open[k]; left != 0; left &= left - 1) {
      const int o = std::countr_zero(left);
      if (relaxed.sum - relaxed.top[k] + relaxed.value[at(choice.first[k] + o)] >= wanted) continue;
      box.open[k] &= ~(std::uint64_t{1} << o);
      touched |= std::uint64_t{1} << k;
    }
  }
  changed = touched != 0;
  return !changed || propagate(choice, box, touched);
}

void Searcher::visit(Box box, Prices prices, int rounds) {
  ++best.nodes;
  Relaxed now, kept;
  Prices kept_prices;
  double kept_value = infinity, distance = -1;
  std::vector<int> flips(box.open.size(), 0), last;
  int stuck = 0;
  for (int round = 0; round < rounds; ++round) {
    Prices full = prices;
    full.row = full_weights(hunt, prices);
    relax(choice, box, full, now);
    const double wanted = wanted_sum(hunt, best, prices), value = as_value(hunt, now.sum, prices);
    if (now.sum < wanted || value == -infinity) return;
    offer(now.pick);
    if (satisfied) return;
    bool changed = false;
    if (!strike(box, now, wanted_sum(hunt, best, prices), changed)) return;
    if (value < kept_value - 1e-12) {
      kept_value = value, kept = now, kept_prices = prices, stuck = 0;
    } else if (++stuck == 3) {
      distance /= 2, stuck = 0;
    }
    if (std::all_of(box.open.begin(), box.open.end(), [](auto mask) { return std::has_single_bit(mask); })) {
      std::vector<int> package;
      for (const auto mask : box.open) package.push_back(std::countr_zero(mask));
      return offer(package);
    }
    for (std::size_t k = 0; k < last.size(); ++k) flips[k] += now.pick[k] != last[k];
    last = now.pick;
    if (round + 1 == rounds) break;
    const double gap = task.goal == Goal::product ? std::log(std::max(now.sum / std::max(wanted, 1e-9), 1.0 + 1e-12))
                                                  : now.sum - wanted;
    distance = distance < 0 ? gap : std::min(distance, gap);
    rescale(hunt, now.sum, prices);
    move_prices(hunt, box, now, std::max(distance, 1e-12), prices);
  }
  branch(box, kept_prices, kept, flips);
}

void Searcher::branch(const Box& box, const Prices& prices, const Relaxed& relaxed, const std::vector<int>& flips) {
  std::size_t issue = box.open.size();
  double most = -1;
  for (std::size_t k = 0; k < box.open.size(); ++k) {
    if (std::has_single_bit(box.open[k])) continue;
    double low = infinity;
    for (std::uint64_t left = box.open[k]; left != 0; left &= left - 1)
      low = std::min(low, relaxed.value[at(choice.first[k] + std::countr_zero(left))]);
    const double weight = (1 + flips[k]) * (relaxed.top[k] - low + 1e-9);
    if (weight > most) most = weight, issue = k;
  }
  std::vector<int> order;
  for (std::uint64_t left = box.open[issue]; left != 0; left &= left - 1) order.push_back(std::countr_zero(left));
  const auto promise = [&](int o) { return relaxed.value[at(choice.first[issue] + o)]; };
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return promise(a) > promise(b); });
  for (const int o : order) {
    if (satisfied) return;
    const double sum = relaxed.sum - relaxed.top[issue] + promise(o);
    if (sum < wanted_sum(hunt, best, prices)) continue;
    if (best.nodes >= task.nodes) {
      stopped = true;
      open_bound = std::max(open_bound, as_value(hunt, sum, prices));
      continue;
    }
    Box child = box;
    child.open[issue] = std::uint64_t{1} << o;
    if (propagate(choice, child, std::uint64_t{1} << issue)) visit(std::move(child), prices, later_rounds);
  }
}

// First packages: hills climbed from what the relaxation picks under changing weights.
void climb_first(Searcher& searcher, const Box& box) {
  Prices prices = first_prices(searcher.choice, first_weights(searcher.hunt));
  Relaxed relaxed;
  // Pairs of changes are as many as the square of the cells.
  const bool few = searcher.choice.issue.size() <= 400;
  const auto from = [&](std::vector<int> package, bool pairs) {
    searcher.offer(package);
    climb(searcher.choice, searcher.task, package, pairs && few);
    searcher.offer(package);
  };
  for (const auto& start : searcher.task.starts) from(start, true);
  for (int i = 0; i < searcher.task.climbs && !searcher.satisfied; ++i) {
    Prices full = prices;
    full.row = full_weights(searcher.hunt, prices);
    relax(searcher.choice, box, full, relaxed);
    from(relaxed.pick, i < 3);
    rescale(searcher.hunt, relaxed.sum, prices);
    move_prices(searcher.hunt, box, relaxed, searcher.hunt.scale, prices);
  }
}

}  // namespace

SearchResult search(const Choice& choice, const SearchTask& task) {
  const Hunt hunt = hunt_of(choice, task);
  Searcher searcher{choice, task, hunt, {}};
  Box box = whole_box(choice);
  if (propagate(choice, box, ~std::uint64_t{0})) {
    climb_first(searcher, box);
    if (!searcher.satisfied) searcher.visit(box, first_prices(choice, first_weights(hunt)), first_rounds);
  }
  SearchResult& best = searcher.best;
  best.complete = !searcher.stopped && !searcher.satisfied;
  best.bound = best.found ? best.value : -infinity;
  if (searcher.stopped) best.bound = std::max(best.bound, searcher.open_bound);
  if (searcher.satisfied) best.bound = infinity;
  return best;
}

}  // namespace armistice::exact
