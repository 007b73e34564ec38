// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/best_package.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "armistice/theory/branch.h"

namespace armistice {
namespace {

using exact::Choice;
using exact::choice_of;
using exact::Goal;
using exact::SearchResult;
using exact::SearchTask;

constexpr double infinity = std::numeric_limits<double>::infinity();

std::size_t at(int i) { return static_cast<std::size_t>(i); }

std::vector<int> all_parties(const Space& space) {
  std::vector<int> parties(at(space.parties));
  std::iota(parties.begin(), parties.end(), 0);
  return parties;
}

std::vector<double> ones(const Space& space) { return std::vector<double>(at(space.parties), 1.0); }

std::vector<double> weights_of(const Space& space, const std::vector<double>& weights) {
  assert(weights.empty() || weights.size() == at(space.parties));
  return weights.empty() ? ones(space) : weights;
}

// Floors on whole quanta, so that "not below the floor" is what it is in quanta.
std::vector<double> reservations(const Space& space, const std::vector<double>& margin = {}) {
  std::vector<double> floor = space.reservation;
  for (std::size_t i = 0; i < floor.size(); ++i)
    floor[i] = quantised(floor[i] + (margin.empty() ? 0 : margin[i])) * utility_quantum;
  return floor;
}

std::vector<double> utilities(const Space& space, const std::vector<int>& package) {
  std::vector<double> utility;
  for (int i = 0; i < space.parties; ++i) utility.push_back(utility_of(space, i, package));
  return utility;
}

BestPackage named(const Space& space, const SearchResult& result) {
  BestPackage best{result.found, result.package, {}, result.value, result.bound, result.complete, result.nodes};
  if (best.found) best.utility = utilities(space, best.package);
  return best;
}

// Any package in which no row is below 0: found, or proved that there is none, or neither.
SearchResult any_acceptable(const Choice& choice, std::uint64_t nodes, const std::vector<std::vector<int>>& starts) {
  SearchTask task;
  task.floor = task.enough = 0;
  task.nodes = nodes, task.starts = starts;
  return exact::search(choice, task);
}

// Of the packages with this smallest gain, the one with the largest sum of gains.
void break_ties(const Space& space, const std::vector<double>& weights, std::uint64_t nodes, BestPackage& best) {
  std::vector<double> floor = space.reservation;
  for (std::size_t i = 0; i < floor.size(); ++i) floor[i] += weights[i] * quantised(best.value) * utility_quantum;
  SearchTask task;
  task.goal = Goal::total, task.rational = true;
  task.weight = weights, task.nodes = nodes, task.starts = {best.package};
  const SearchResult tied = exact::search(choice_of(space, all_parties(space), floor, weights), task);
  best.nodes += tied.nodes;
  if (tied.found) best.package = tied.package, best.utility = utilities(space, tied.package);
}

// ---- The nearest text ----------------------------------------------------------------------------------------------

// A further row: constant + numbers of cells.
void add_row(Choice& choice, double constant, const std::vector<double>& cells) {
  ++choice.rows;
  choice.row.insert(choice.row.end(), cells.begin(), cells.end());
  choice.constant.push_back(constant), choice.most.push_back(infinity);
  for (auto& link : choice.links) link.value.push_back(0);
}

SearchResult least_total(Choice& choice, const std::vector<double>& cost, bool whole, std::uint64_t nodes,
                         const std::vector<std::vector<int>>& starts) {
  choice.base = cost;
  for (double& c : choice.base) c = -c;
  SearchTask task;
  task.goal = Goal::total, task.rational = true;
  task.weight.assign(at(choice.rows), 0.0);
  task.step = whole ? 1 : 0;
  task.nodes = nodes, task.starts = starts;
  return exact::search(choice, task);
}

double cost_of(const Choice& choice, const std::vector<double>& cost, const std::vector<int>& package) {
  double sum = 0;
  for (std::size_t k = 0; k < package.size(); ++k) sum += cost[at(choice.first[k] + package[k])];
  return sum;
}

}  // namespace

BestPackage best_min_gain(const Space& space, const BestOptions& options) {
  const std::vector<double> weights = weights_of(space, options.weights);
  SearchTask task;
  task.nodes = options.nodes, task.starts = options.known;
  BestPackage best =
      named(space, exact::search(choice_of(space, all_parties(space), space.reservation, weights), task));
  if (best.optimal && best.found && best.nodes < options.nodes)
    break_ties(space, weights, options.nodes - best.nodes, best);
  return best;
}

BestPackage best_nash(const Space& space, const BestOptions& options) {
  const std::vector<double> floor = reservations(space);
  const Choice choice = choice_of(space, all_parties(space), floor, ones(space));
  const SearchResult any = any_acceptable(choice, options.nodes, options.known);
  if (!any.found && any.complete) return named(space, any);
  SearchTask task;
  for (std::size_t i = 0; i < floor.size(); ++i) task.offset.push_back(floor[i] - space.reservation[i]);
  task.goal = Goal::product;
  task.weight = weights_of(space, options.weights);
  task.nodes = options.nodes > any.nodes ? options.nodes - any.nodes : 0;
  task.starts = options.known;
  if (any.found) task.starts.push_back(any.package);
  BestPackage best = named(space, exact::search(choice, task));
  best.nodes += any.nodes;
  best.value = best.found ? std::exp(best.value) : 0;
  best.bound = best.bound == -infinity && !best.found ? -infinity : std::max(best.value, std::exp(best.bound));
  return best;
}

BestPackage best_sum(const Space& space, bool rational, const BestOptions& options) {
  const std::vector<double> floor = reservations(space);
  const Choice choice = choice_of(space, all_parties(space), floor, ones(space));
  SearchTask task;
  task.goal = Goal::total, task.rational = rational;
  task.weight = weights_of(space, options.weights);
  task.nodes = options.nodes, task.starts = options.known;
  if (rational) {
    const SearchResult any = any_acceptable(choice, options.nodes, options.known);
    if (!any.found && any.complete) return named(space, any);
    if (any.found) task.starts.push_back(any.package);
  }
  BestPackage best = named(space, exact::search(choice, task));
  for (std::size_t i = 0; i < floor.size(); ++i)
    best.value += task.weight[i] * floor[i], best.bound += task.weight[i] * floor[i];
  return best;
}

NearText nearest_acceptable(const Space& space, const std::vector<int>& text, const NearOptions& options) {
  Choice choice = choice_of(space, all_parties(space), reservations(space, options.margin), ones(space));
  std::vector<double> differs(choice.issue.size(), 1.0), distance = options.distance;
  for (std::size_t k = 0; k < text.size(); ++k) differs[at(choice.first[k] + text[k])] = 0;
  for (std::size_t c = 0; options.distance.empty() && c < choice.issue.size(); ++c)
    distance.push_back(std::abs(static_cast<int>(c) - choice.first[at(choice.issue[c])] - text[at(choice.issue[c])]));
  const bool whole = std::all_of(distance.begin(), distance.end(), [](double d) { return d == std::floor(d); });

  NearText near;
  const SearchResult any = any_acceptable(choice, options.nodes, {text});
  near.nodes = any.nodes;
  near.optimal = any.complete && !any.found;
  if (near.optimal) return near;
  std::vector<std::vector<int>> starts{text};
  if (any.found) starts.push_back(any.package);
  const SearchResult fewest = least_total(choice, differs, true, options.nodes, starts);
  near.nodes += fewest.nodes;
  near.optimal = fewest.complete;
  near.least_changed = static_cast<int>(std::ceil(-fewest.bound - 1e-6));
  if (!fewest.found) return near;
  near.found = true;
  near.changed = static_cast<int>(std::lround(cost_of(choice, differs, fewest.package)));
  std::vector<double> minus = differs;
  for (double& d : minus) d = -d;
  add_row(choice, near.changed, minus);
  const SearchResult nearest = least_total(choice, distance, whole, options.nodes, {fewest.package});
  near.nodes += nearest.nodes;
  near.optimal = near.optimal && nearest.complete;
  near.package = nearest.package;
  near.changed = static_cast<int>(std::lround(cost_of(choice, differs, near.package)));
  near.utility = utilities(space, near.package);
  near.distance = cost_of(choice, distance, near.package);
  near.least_distance = std::max(0.0, -nearest.bound);
  return near;
}

}  // namespace armistice
