// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/lottery.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

#include "armistice/theory/hull_climb.h"
#include "armistice/theory/linear.h"
#include "armistice/theory/space.h"

namespace armistice {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Draws {
  const std::vector<std::vector<double>>& utility;
  const std::vector<double>& reservation;
  std::vector<double> weights;
  std::size_t parties() const { return reservation.size(); }
};

std::vector<double> expected(const Draws& draws, const std::vector<double>& chance) {
  std::vector<double> sum(draws.parties(), 0.0);
  for (std::size_t v = 0; v < chance.size(); ++v)
    for (std::size_t i = 0; chance[v] > 0 && i < sum.size(); ++i) sum[i] += chance[v] * draws.utility[v][i];
  return sum;
}

// From chances of all vectors; what rounding has left is swept away.
Lottery lottery_of(const Draws& draws, std::vector<double> chance) {
  double sum = 0;
  for (double& c : chance) sum += c = c > 1e-12 ? c : 0;
  for (double& c : chance) c /= sum;
  Lottery lottery;
  lottery.utility = expected(draws, chance);
  for (std::size_t v = 0; v < chance.size(); ++v)
    if (chance[v] > 0) lottery.drawn.push_back(v), lottery.chance.push_back(chance[v]);
  return lottery;
}

// Lotteries in which party i has at least floor[i], plus unit[i] times a further column if there are units; the sum of
// chances is 1.
LinearProgram program_of(const Draws& draws, const std::vector<double>& floor, const std::vector<double>& unit) {
  LinearProgram lp;
  const std::size_t columns = draws.utility.size() + (unit.empty() ? 0 : 1);
  lp.objective.assign(columns, 0.0);
  lp.free.assign(columns, false);
  for (std::size_t i = 0; i < draws.parties(); ++i) {
    auto& row = lp.row.emplace_back();
    for (const auto& u : draws.utility) row.push_back(u[i]);
    if (!unit.empty()) row.push_back(-unit[i]);
  }
  lp.row.emplace_back(draws.utility.size(), 1.0);
  if (!unit.empty()) lp.row.back().push_back(0), lp.objective.back() = 1, lp.free.back() = true;
  lp.low = floor, lp.low.push_back(1);
  lp.high.assign(draws.parties(), infinity), lp.high.push_back(1);
  return lp;
}

// What a unit of each party's utility is worth: its weight in the objective, and what its floor costs.
std::vector<double> price_of(const LinearSolution& solution, std::vector<double> weights) {
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] += std::max(0.0, -solution.dual[i]);
  return weights;
}

std::optional<Lottery> sum_lottery(const Draws& draws, const std::vector<double>& floor,
                                   const std::vector<double>& weights) {
  LinearProgram lp = program_of(draws, floor, {});
  for (std::size_t v = 0; v < draws.utility.size(); ++v)
    lp.objective[v] = std::inner_product(weights.begin(), weights.end(), draws.utility[v].begin(), 0.0);
  const auto solution = maximise(lp);
  if (!solution) return std::nullopt;
  Lottery lottery = lottery_of(draws, solution->x);
  lottery.value = std::inner_product(weights.begin(), weights.end(), lottery.utility.begin(), 0.0);
  lottery.price = price_of(*solution, weights);
  return lottery;
}

// Of parties with unit 0 only the floor is asked.
double smallest(const std::vector<double>& utility, const std::vector<double>& floor, const std::vector<double>& unit) {
  double value = infinity;
  for (std::size_t i = 0; i < utility.size(); ++i)
    if (unit[i] > 0) value = std::min(value, (utility[i] - floor[i]) / unit[i]);
  return value;
}

// The largest smallest (utility - floor) / unit, ties to the larger sum of utilities. There must be one.
Lottery best_least(const Draws& draws, const std::vector<double>& floor, const std::vector<double>& unit) {
  const auto solution = maximise(program_of(draws, floor, unit));
  assert(solution);
  std::vector<double> chance(solution->x.begin(), solution->x.end() - 1);
  Lottery lottery = lottery_of(draws, std::move(chance));
  lottery.value = smallest(lottery.utility, floor, unit);
  lottery.price = price_of(*solution, std::vector<double>(floor.size(), 0.0));
  std::vector<double> raised = floor;
  for (std::size_t i = 0; i < raised.size(); ++i) raised[i] += unit[i] * lottery.value;
  const auto tied = sum_lottery(draws, raised, std::vector<double>(raised.size(), 1.0));
  if (!tied) return lottery;
  const double value = smallest(tied->utility, floor, unit);
  if (value < lottery.value - 1e-12) return lottery;
  lottery.value = value;
  lottery.utility = tied->utility, lottery.drawn = tied->drawn, lottery.chance = tied->chance;
  return lottery;
}

double product(const Draws& draws, const std::vector<double>& utility) {
  double value = 1;
  for (std::size_t i = 0; i < utility.size(); ++i)
    value *= std::pow(std::max(0.0, utility[i] - draws.reservation[i]), draws.weights[i]);
  return value;
}

Lottery nash_of(const Draws& draws, const Lottery& start, double& gap) {
  HullPoint climb{draws.utility, draws.weights, std::vector<double>(draws.utility.size(), 0.0), {}};
  for (std::size_t j = 0; j < start.drawn.size(); ++j) climb.chance[start.drawn[j]] = start.chance[j];
  for (std::size_t i = 0; i < draws.parties(); ++i) climb.gain.push_back(start.utility[i] - draws.reservation[i]);
  gap = climb_nash(climb);
  // The same utilities by fewer vectors: a vertex of the lotteries that give at least these.
  Lottery lottery = lottery_of(draws, climb.chance);
  if (lottery.drawn.size() > draws.parties()) {
    const Lottery few = best_least(draws, lottery.utility, std::vector<double>(draws.parties(), 1.0));
    gap += std::max(0.0, std::log(product(draws, lottery.utility) / product(draws, few.utility)));
    lottery = few;
  }
  lottery.value = product(draws, lottery.utility);
  lottery.price = slope(climb);
  return lottery;
}

}  // namespace

Lotteries solve_lotteries(const std::vector<std::vector<double>>& utility, const std::vector<double>& reservation,
                          const std::vector<double>& weights) {
  assert(!utility.empty() && !reservation.empty());
  Draws draws{utility, reservation, weights};
  if (weights.empty()) draws.weights.assign(reservation.size(), 1.0);
  Lotteries found;
  found.kalai = best_least(draws, reservation, draws.weights);
  // A little below the reservation, where that is all there is: half a quantum is nothing.
  std::vector<double> floor = reservation;
  for (std::size_t i = 0; i < floor.size(); ++i) floor[i] += std::min(0.0, draws.weights[i] * found.kalai.value);
  for (std::size_t i = 0; i < floor.size(); ++i)
    if (floor[i] <= reservation[i] - utility_quantum / 2) return found;
  found.utilitarian = sum_lottery(draws, floor, draws.weights);
  if (!found.utilitarian) return found;
  std::vector<double> unit;
  for (std::size_t i = 0; i < floor.size(); ++i) {
    std::vector<double> one(floor.size(), 0.0);
    one[i] = 1;
    const auto most = sum_lottery(draws, floor, one);
    found.ideal.push_back(most ? most->value : floor[i]);
    found.ideal_price.push_back(most ? most->price : one);
    const double room = found.ideal[i] - reservation[i];
    unit.push_back(room < utility_quantum ? 0 : draws.weights[i] * room);
  }
  const bool nobody = std::all_of(unit.begin(), unit.end(), [](double u) { return u == 0; });
  found.ks = nobody ? *found.utilitarian : best_least(draws, floor, unit);
  if (nobody) found.ks->value = 0;
  found.nash = found.kalai;
  found.nash->value = 0;
  const std::vector<double> ones(floor.size(), 1.0);
  if (smallest(found.kalai.utility, reservation, ones) >= utility_quantum)
    found.nash = nash_of(draws, found.kalai, found.nash_gap);
  return found;
}

}  // namespace armistice
