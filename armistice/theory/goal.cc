// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/goal.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace armistice::exact {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double half_quantum = 0.5 * utility_quantum;

// The point of the simplex nearest to `w` (Held, Wolfe and Crowder 1974, Mathematical Programming 6).
void onto_simplex(std::vector<double>& w) {
  std::vector<double> sorted = w;
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  double sum = 0, shift = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    sum += sorted[i];
    const double s = (sum - 1) / static_cast<double>(i + 1);
    if (sorted[i] > s) shift = s;
  }
  for (double& x : w) x = std::max(0.0, x - shift);
}

double offset_sum(const SearchTask& task, const Prices& prices) {
  return std::inner_product(task.offset.begin(), task.offset.end(), prices.row.begin(), 0.0);
}

double safe_log_ratio(double w, double x) { return w > 0 ? w * std::log(w / x) : 0; }

// The least that a row can be, and the mean range of a row over an issue.
void measure(const Choice& choice, std::vector<double>& low, double& range) {
  const std::size_t cells = choice.issue.size(), issues = choice.first.size() - 1;
  low = choice.constant;
  range = 0;
  for (std::size_t r = 0; r < low.size(); ++r) {
    for (std::size_t k = 0; k < issues; ++k) {
      const auto begin = choice.row.begin() + static_cast<std::ptrdiff_t>(r * cells) + choice.first[k];
      const auto [least, most] = std::minmax_element(begin, begin + (choice.first[k + 1] - choice.first[k]));
      low[r] += *least, range += *most - *least;
    }
    for (const Link& link : choice.links) low[r] += std::min(0.0, link.value[r]);
    low[r] = std::min(low[r], choice.most[r]);
  }
  range = range > 0 ? range / static_cast<double>(low.size() * issues) : 1;
}

double lowest_value(const Choice& choice, const SearchTask& task, const std::vector<double>& low) {
  if (task.goal == Goal::least) return low.empty() ? 0 : *std::min_element(low.begin(), low.end());
  double value = 0;
  for (std::size_t r = 0; r < low.size(); ++r) value += task.weight[r] * low[r];
  for (std::size_t k = 0; k + 1 < choice.first.size(); ++k)
    value += *std::min_element(choice.base.begin() + choice.first[k], choice.base.begin() + choice.first[k + 1]);
  return value;
}

}  // namespace

Hunt hunt_of(const Choice& choice, const SearchTask& task) {
  assert(task.goal == Goal::least || static_cast<int>(task.weight.size()) == choice.rows);
  Hunt hunt{choice, task};
  std::vector<double> low;
  measure(choice, low, hunt.scale);
  hunt.lowest = lowest_value(choice, task, low);
  hunt.weight_sum = std::accumulate(task.weight.begin(), task.weight.end(), 0.0);
  return hunt;
}

double wanted_sum(const Hunt& hunt, const SearchResult& best, const Prices& prices) {
  const SearchTask& task = hunt.task;
  const double all = std::accumulate(prices.row.begin(), prices.row.end(), 0.0);
  if (task.goal == Goal::product) {
    double idle = 0, base = 0;
    for (std::size_t r = 0; r < prices.row.size(); ++r) {
      if (task.weight[r] == 0) idle += prices.row[r];
      base += safe_log_ratio(task.weight[r], prices.row[r]);
    }
    if (!best.found) return -1.2 * half_quantum * all;
    if (best.value == -infinity) return 0.9 * half_quantum * (all - idle) - 1.2 * half_quantum * idle;
    return hunt.weight_sum * std::exp((best.value + 1e-9 - base) / hunt.weight_sum) * (1 - 1e-12) -
           1.2 * half_quantum * idle - offset_sum(task, prices);
  }
  double wanted = std::max(task.floor, hunt.lowest) - half_quantum;
  if (best.found) {
    const double next = task.step > 0 ? best.value + task.step * (1 - 1e-6) : -infinity;
    wanted = std::max(wanted, std::max(next, (quantised(best.value) + 0.5) * utility_quantum));
  }
  if (task.goal == Goal::total && task.rational) wanted -= 1.2 * half_quantum * all;
  return wanted - 1e-12 * (1 + all);
}

double as_value(const Hunt& hunt, double sum, const Prices& prices) {
  const Choice& choice = hunt.choice;
  const SearchTask& task = hunt.task;
  if (task.goal == Goal::least) {
    for (const double most : choice.most) sum = std::min(sum, most);
    return sum;
  }
  const double all = std::accumulate(prices.row.begin(), prices.row.end(), 0.0);
  if (task.goal == Goal::total) return task.rational ? sum + 1.2 * half_quantum * all : sum;
  double value = 0, idle = 0, capped = 0;
  for (std::size_t r = 0; r < prices.row.size(); ++r) {
    value += safe_log_ratio(task.weight[r], prices.row[r]);
    if (task.weight[r] == 0) idle += prices.row[r];
    if (task.weight[r] > 0) capped += task.weight[r] * std::log(std::max(choice.most[r] + half_quantum, 0.0));
  }
  sum += 1.2 * half_quantum * idle + offset_sum(task, prices);
  return sum > 0 ? std::min(capped, value + hunt.weight_sum * std::log(sum / hunt.weight_sum)) : -infinity;
}

std::vector<double> first_weights(const Hunt& hunt) {
  const SearchTask& task = hunt.task;
  const auto rows = static_cast<std::size_t>(hunt.choice.rows);
  if (task.goal == Goal::least)
    return std::vector<double>(rows, 1.0 / static_cast<double>(std::max<std::size_t>(rows, 1)));
  if (task.goal == Goal::total) return std::vector<double>(rows, 0.0);
  std::vector<double> weights = task.weight;
  for (double& w : weights) w = std::max(w, 0.1);
  return weights;
}

std::vector<double> full_weights(const Hunt& hunt, const Prices& prices) {
  const SearchTask& task = hunt.task;
  std::vector<double> full = prices.row;
  if (task.goal == Goal::total)
    for (std::size_t r = 0; r < full.size(); ++r) full[r] += task.weight[r];
  return full;
}

void rescale(const Hunt& hunt, double sum, Prices& prices) {
  if (hunt.task.goal != Goal::product || sum <= 0) return;
  for (double& w : prices.row) w *= hunt.weight_sum / sum;
  for (double& p : prices.clause) p *= hunt.weight_sum / sum;
}

void move_prices(const Hunt& hunt, const Box& box, const Relaxed& relaxed, double distance, Prices& prices) {
  const Choice& choice = hunt.choice;
  const SearchTask& task = hunt.task;
  const double scale = hunt.scale;
  const std::size_t rows = prices.row.size();
  std::vector<double> slope = relaxed.rows;
  if (task.goal == Goal::least) {
    const double mean =
        std::accumulate(slope.begin(), slope.end(), 0.0) / static_cast<double>(std::max<std::size_t>(rows, 1));
    for (double& s : slope) s -= mean;
  } else if (task.goal == Goal::product) {
    for (std::size_t r = 0; r < rows; ++r) slope[r] = prices.row[r] * slope[r] - task.weight[r];
  } else if (!task.rational) {
    std::fill(slope.begin(), slope.end(), 0.0);
  }
  double square = scale * scale * clause_slope(choice, box, relaxed, prices);
  for (std::size_t r = 0; r < rows; ++r)
    if (task.goal != Goal::total || slope[r] < 0 || prices.row[r] > 0) square += slope[r] * slope[r];
  const double step = square > 0 ? distance / square : 0;
  Prices priced = prices;
  priced.row = full_weights(hunt, prices);
  move_clauses(choice, box, relaxed, step * scale * scale, priced);
  priced.row = std::move(prices.row);
  prices = std::move(priced);
  for (std::size_t r = 0; r < rows; ++r) {
    if (task.goal == Goal::product)
      prices.row[r] *= std::exp(std::clamp(-step * slope[r], -1.0, 1.0));
    else if (task.goal == Goal::total)
      prices.row[r] = task.rational ? std::max(0.0, prices.row[r] - step * slope[r]) : 0;
    else
      prices.row[r] -= step * slope[r];
  }
  if (task.goal == Goal::least) onto_simplex(prices.row);
}

}  // namespace armistice::exact
