// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/logrolling.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <tuple>

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

double cell(const Space& space, const std::vector<int>& first, int party, std::size_t issue, int option) {
  return space.utility[at(party * first.back() + first[issue] + option)];
}

// Sign in quanta: what is less than half of one is 0.
int sign(double change) {
  const double q = quantised(change);
  return q > 0 ? 1 : q < 0 ? -1 : 0;
}

void find_trades(Logrolling& found) {
  const int issues = static_cast<int>(found.change.size()), parties = static_cast<int>(found.total.size());
  const auto change = [&](int issue, int party) { return found.change[at(issue)][at(party)]; };
  for (int k = 0; k < issues; ++k)
    for (int l = 0; l < issues; ++l)
      for (int a = 0; a < parties; ++a)
        for (int b = a + 1; b < parties; ++b) {
          if (sign(change(k, a)) >= 0 || sign(change(l, a)) <= 0) continue;
          if (sign(change(k, b)) <= 0 || sign(change(l, b)) >= 0) continue;
          Trade t{a, b, k, l, -change(k, a), change(l, a), -change(l, b), change(k, b)};
          t.joint = t.a_gets - t.a_gives + t.b_gets - t.b_gives;
          found.trades.push_back(t);
        }
  std::sort(found.trades.begin(), found.trades.end(), [](const Trade& x, const Trade& y) {
    const auto key = [](const Trade& t) { return std::tuple(-quantised(t.joint), t.given, t.got, t.a, t.b); };
    return key(x) < key(y);
  });
}

// A gains `slope_a` and B loses `slope_b` for each unit of y in [0, 1], from (u_a, u_b): the y with the largest Nash
// product among those that give both their due.
std::optional<double> best_on_segment(double u_a, double slope_a, double u_b, double slope_b, double power) {
  constexpr double tiny = 1e-12;
  double low = 0, high = 1;
  if (slope_a > 0) low = std::max(low, -u_a / slope_a);
  if (slope_b > 0) high = std::min(high, u_b / slope_b);
  if ((slope_a == 0 && u_a < -tiny) || (slope_b == 0 && u_b < -tiny) || low > high + tiny) return std::nullopt;
  if (slope_b == 0) return high;
  if (slope_a == 0) return low;
  // power slope_a / (u_a + slope_a y) = (1 - power) slope_b / (u_b - slope_b y)
  const double y = (power * slope_a * u_b - (1 - power) * slope_b * u_a) / (slope_a * slope_b);
  return std::clamp(y, low, std::max(low, high));
}

}  // namespace

Logrolling logrolling(const Space& space, const std::vector<int>& from, const std::vector<int>& to) {
  assert(from.size() == space.options.size() && to.size() == space.options.size());
  const std::vector<int> first = first_cells(space);
  Logrolling found;
  for (std::size_t k = 0; k < from.size(); ++k) {
    auto& row = found.change.emplace_back();
    for (int i = 0; i < space.parties; ++i)
      row.push_back(cell(space, first, i, k, to[k]) - cell(space, first, i, k, from[k]));
  }
  for (int i = 0; i < space.parties; ++i) {
    found.total.push_back(utility_of(space, i, to) - utility_of(space, i, from));
    double clauses = 0;
    for (const auto& row : found.change) clauses += row[at(i)];
    found.linked.push_back(found.total.back() - clauses);
  }
  find_trades(found);
  return found;
}

std::vector<int> middle_of_each(const Space& space) {
  std::vector<int> package;
  for (const int options : space.options) package.push_back((options - 1) / 2);
  return package;
}

std::vector<int> nash_of_each(const Space& space) {
  const std::vector<int> first = first_cells(space);
  std::vector<int> package;
  for (std::size_t k = 0; k < space.options.size(); ++k) {
    std::pair<double, double> best{-1, 0};
    int pick = 0;
    for (int o = 0; o < space.options[k]; ++o) {
      double product = 1, sum = 0;
      for (int i = 0; i < space.parties; ++i) {
        const double* own = space.utility.data() + at(i * first.back() + first[k]);
        const auto [low, high] = std::minmax_element(own, own + space.options[k]);
        if (sign(*high - *low) > 0) product *= own[o] - *low;
        sum += own[o];
      }
      const bool tied = std::fabs(product - best.first) <= 1e-9 * best.first;
      if (tied ? quantised(sum) > quantised(best.second) : product > best.first) best = {product, sum}, pick = o;
    }
    package.push_back(pick);
  }
  return package;
}

std::optional<TwoIssueSplit> nash_two_issues(double a, double b, double d_a, double d_b, double power) {
  assert(0 <= b && b <= a && a <= 1 && 0 < power && power < 1);
  // The frontier: A is first given issue 1 up to the whole of it, then issue 2.
  std::optional<TwoIssueSplit> best;
  double most = -1;
  const auto look = [&](double first, double second) {
    const TwoIssueSplit split{first, second, a * first + (1 - a) * second, 1 - b * first - (1 - b) * second};
    const double value = std::pow(std::max(0.0, split.utility_a - d_a), power) *
                         std::pow(std::max(0.0, split.utility_b - d_b), 1 - power);
    if (value > most) most = value, best = split;
  };
  if (const auto y = best_on_segment(-d_a, a, 1 - d_b, b, power)) look(*y, 0);
  if (const auto y = best_on_segment(a - d_a, 1 - a, 1 - b - d_b, 1 - b, power)) look(1, *y);
  return best;
}

}  // namespace armistice
