// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/expected_utility_table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace armistice::collective {
namespace {

using Choices = ExpectedUtilityChoices;

// Votes for i against j: of everyone k who is nearer to i, w_k times how much nearer. Row by row, so that the sum over
// k runs in the actors' order as in the published programs.
void find_support(ExpectedUtilityTable& t, const std::vector<double>& far) {
  const bool third = t.choices.odds == Choices::Odds::third;
  std::fill(t.support.begin(), t.support.end(), 0.0);
  for (std::size_t k = 0; k < t.n; ++k) {
    const double* row = &far[k * t.wide];
    const double w = t.weight[k];
    for (std::size_t i = 0; i < t.n; ++i) {
      if (third && i == k) continue;
      double* to = &t.support[i * t.wide];
      const double mine = row[i], kept = to[k];
      for (std::size_t j = 0; j < t.wide; ++j) to[j] += std::max(0.0, w * (row[j] - mine));
      if (third) to[k] = kept;
    }
  }
}

// A share of no votes at all is even odds.
double share(double votes, double all) { return all > 0 ? votes / all : 0.5; }

void find_odds(ExpectedUtilityTable& t, const std::vector<double>& far) {
  find_support(t, far);
  double all = 0;
  for (std::size_t i = 0; i < t.n; ++i)
    for (std::size_t j = 0; j < t.n; ++j) all += t.support[i * t.wide + j];
  for (std::size_t i = 0; i < t.n; ++i)
    for (std::size_t j = 0; j < t.n; ++j) {
      const double mine = t.support[i * t.wide + j], theirs = t.support[j * t.wide + i];
      double& odds = t.odds[i * t.wide + j];
      if (t.position[i] == t.position[j])
        odds = 0;
      else if (t.choices.odds == Choices::Odds::all)
        odds = share(mine, 2 * all);  // every pair is counted in both orders
      else if (t.choices.odds == Choices::Odds::net)
        odds = share(std::max(0.0, mine - theirs), mine + theirs);
      else
        odds = share(mine, mine + theirs);
    }
}

double power(double base, double exponent) { return exponent == 1 ? base : std::pow(std::max(base, 0.0), exponent); }

double worth(double base, double exponent) { return 2 - 4 * power(base, exponent); }

// Expectations of both sides of every pair as each actor sees them, with the exponents of t.risk.
void find_values(ExpectedUtilityTable& t) {
  const Choices& c = t.choices;
  const double q = c.status_quo, better = c.improvement;
  const double centre = q == 1                                ? 0
                        : c.centre == Choices::Centre::median ? median_of(t.position, t.weight)
                                                              : mean_of(t.position, t.weight);
  const auto from_centre = [&](std::size_t i) { return 0.25 * std::abs(t.position[i] - centre) / t.range; };
  for (std::size_t i = 0; i < t.n; ++i) {
    const double r = c.whole_exponents ? std::trunc(t.risk[i] + 1e-9) : t.risk[i];  // 2 but for rounding is 2
    t.status_quo[i] = worth(0.5, t.risk[i]);
    const auto unchallenged = [&](std::size_t who, double d) {
      if (q == 1) return t.status_quo[i];
      const double way = from_centre(who) + 0.25 * d;
      const double moving = better * worth(0.5 - way, r) + (1 - better) * worth(0.5 + way, r);
      return q * t.status_quo[i] + (c.reversed ? -1 : 1) * (1 - q) * moving;
    };
    for (std::size_t j = 0; j < t.n; ++j) {
      const std::size_t ij = i * t.wide + j, ji = j * t.wide + i;
      if (i == j) {
        t.own[ij] = t.other[ij] = 0;
        continue;
      }
      const double d = t.distance[ij];
      const double success = worth(0.5 - 0.5 * d, r), failure = worth(0.5 + 0.5 * d, r);
      const auto expected = [&](double p, double s, std::size_t who) {
        return s * (p * success + (1 - p) * failure) + (1 - s) * success - unchallenged(who, d);
      };
      t.own[ij] = expected(t.odds[ij], t.salience[j], i);
      t.other[ij] = expected(t.odds[ji], t.salience[i], j);
    }
  }
}

// R = (2 danger - most - least) / (most - least), r = (1 - R / 3) / (1 + R / 3); 1 where dangers do not differ.
double exponent_of(double danger, double least, double most) {
  if (!(most > least)) return 1;
  const double r = (2 * danger - most - least) / (most - least);
  return (1 - r / 3) / (1 + r / 3);
}

}  // namespace

ExpectedUtilityTable expected_utility_table(const Field& one, const ExpectedUtilityChoices& choices) {
  ExpectedUtilityTable t;
  t.choices = choices;
  t.n = one.actors.size();
  t.wide = (t.n + 3) / 4 * 4;
  t.scale = one.high[0] - one.low[0];
  t.position = one.position;
  t.salience = one.salience;
  double most = 0;
  for (std::size_t i = 0; i < t.n; ++i) {
    t.weight.push_back(one.capability[i] * one.salience[i]);
    most = std::max(most, t.weight.back());
  }
  if (most > 0 && std::isfinite(most))
    for (double& w : t.weight) w = std::ldexp(w, -std::ilogb(most));
  for (auto* row : {&t.risk, &t.status_quo, &t.threat, &t.places}) row->assign(t.wide, 1.0);
  t.spare.assign(2 * t.wide, 0.0);
  for (auto* matrix : {&t.distance, &t.curved, &t.support, &t.odds, &t.own, &t.other})
    matrix->assign(t.n * t.wide, 0.0);
  t.taken.assign(t.n, {});
  return t;
}

void find_distances(ExpectedUtilityTable& t) {
  if (t.n == 0) return;
  if (t.choices.span == Choices::Span::scale) {
    t.range = t.scale;
  } else if (t.range == 0 || t.choices.span == Choices::Span::current) {
    const auto [low, high] = std::minmax_element(t.position.begin(), t.position.end());
    t.range = *high - *low;
  }
  if (t.range == 0) return;
  for (std::size_t i = 0; i < t.n; ++i)
    for (std::size_t j = 0; j < t.n; ++j)
      t.distance[i * t.wide + j] = std::abs(t.position[i] - t.position[j]) / t.range;
}

void find_risks(ExpectedUtilityTable& t) {
  std::fill(t.risk.begin(), t.risk.end(), 1.0);
  find_odds(t, t.distance);
  find_values(t);
  const bool own = t.choices.threat == Choices::Threat::own;
  const double others = static_cast<double>(t.n) - 1;
  const std::span<double> low(t.spare.data(), t.n), high(t.spare.data() + t.wide, t.n);
  for (std::size_t i = 0; i < t.n; ++i) {
    double sum = 0, least = 1e300, most = -1e300;
    for (std::size_t j = 0; j < t.n; ++j) {
      if (j == i) continue;
      const double x = own ? t.own[i * t.wide + j] : t.other[i * t.wide + j];
      sum += x, least = std::min(least, x), most = std::max(most, x);
    }
    t.threat[i] = sum, low[i] = others * least, high[i] = others * most;
  }
  if (t.choices.threat == Choices::Threat::positions) {
    threats_elsewhere(t, low, high);
  } else if (t.choices.threat != Choices::Threat::single) {
    const auto [least, most] = std::minmax_element(t.threat.begin(), t.threat.begin() + static_cast<long>(t.n));
    const double from = *least, to = *most;
    std::fill(low.begin(), low.end(), from), std::fill(high.begin(), high.end(), to);
  }
  for (std::size_t i = 0; i < t.n; ++i) t.risk[i] = exponent_of(t.threat[i], low[i], high[i]);
}

void find_expectations(ExpectedUtilityTable& t) {
  if (t.choices.curved_votes) {
    for (std::size_t k = 0; k < t.n; ++k)
      for (std::size_t j = 0; j < t.n; ++j) t.curved[k * t.wide + j] = power(t.distance[k * t.wide + j], t.risk[k]);
    find_odds(t, t.curved);
  }
  find_values(t);
  if (t.choices.exponent == Choices::Exponent::challenger)
    for (std::size_t i = 0; i < t.n; ++i)
      for (std::size_t j = 0; j < t.n; ++j) t.other[i * t.wide + j] = t.own[j * t.wide + i];
}

}  // namespace armistice::collective
