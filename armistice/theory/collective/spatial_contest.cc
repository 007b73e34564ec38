// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/spatial_contest.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "armistice/theory/collective/spatial_vote.h"

namespace armistice::collective {
namespace {

// Each pair's two sides, actors in their order. The later option of a pair is the one voted for: it matters only where
// a vote for is not the opposite of a vote against.
template <Voting rule>
void take_sides(SpatialContest& c, const std::vector<double>& weight, const double* utility, std::size_t options,
                double least) {
  c.strength.resize(options * options);
  for (std::size_t a = 0; a < options; ++a) {
    c.for_row.assign(a, least), c.for_column.assign(a, least);
    double* const row = c.for_row.data();
    double* const column = c.for_column.data();
    for (std::size_t k = 0; k < weight.size(); ++k) {
      const double* const u = utility + k * options;
      const double w = weight[k], own = u[a];
      for (std::size_t b = 0; b < a; ++b) {
        const double v = vote<rule>(w, own - u[b]);
        row[b] += pro(v), column[b] += con(v);
      }
    }
    for (std::size_t b = 0; b < a; ++b) c.strength[a * options + b] = row[b], c.strength[b * options + a] = column[b];
    c.strength[a * options + a] = least;
  }
}

void pair_odds(SpatialContest& c, Victory model, std::size_t options) {
  c.beats.resize(options * options);
  for (std::size_t a = 0; a < options; ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const auto [p, q] = odds(model, c.strength[a * options + b], c.strength[b * options + a]);
      c.beats[a * options + b] = p, c.beats[b * options + a] = q;
    }
    c.beats[a * options + a] = 0.5;
  }
}

// An option comes out on top if it beats all others at once, given that one does. Where all products vanish, by logs.
void conditional(SpatialContest& c, std::size_t options) {
  const auto row = [&](std::size_t a) { return c.beats.begin() + static_cast<std::ptrdiff_t>(a * options); };
  const auto width = static_cast<std::ptrdiff_t>(options);
  for (std::size_t a = 0; a < options; ++a)
    c.share[a] = std::accumulate(row(a), row(a) + width, 1.0, std::multiplies<>());
  double sum = std::accumulate(c.share.begin(), c.share.end(), 0.0);
  if (!(sum > 1e-300)) {
    for (std::size_t a = 0; a < options; ++a)
      c.share[a] = std::accumulate(row(a), row(a) + width, 0.0, [](double s, double p) { return s + std::log(p); });
    const double best = *std::max_element(c.share.begin(), c.share.end());
    for (double& p : c.share) p = std::isfinite(best) ? std::exp(p - best) : 1.0;
    sum = std::accumulate(c.share.begin(), c.share.end(), 0.0);
  }
  for (double& p : c.share) p /= sum;
}

std::vector<double> transposed(const std::vector<double>& square, std::size_t options) {
  std::vector<double> turned(options * options);
  for (std::size_t a = 0; a < options; ++a)
    for (std::size_t b = 0; b < options; ++b) turned[b * options + a] = square[a * options + b];
  return turned;
}

// Shares go half the way of a step, until no step moves any of them by more than the tolerance. step(b, p, q) adds to
// every q[a] what a has from meeting b; sums run in the order of b, on which ties depend.
template <class Step>
void settle(SpatialContest& c, std::size_t options, double tolerance, double scale, Step step) {
  constexpr int most_rounds = 10000;
  c.share.assign(options, 1.0 / static_cast<double>(options));
  for (int round = 0; round < most_rounds; ++round) {
    c.next.assign(options, 0.0);
    for (std::size_t b = 0; b < options; ++b) step(b, c.share.data(), c.next.data());
    double change = 0;
    for (std::size_t a = 0; a < options; ++a) {
      const double next = c.next[a] / scale;
      change = std::max(change, std::abs(next - c.share[a]));
      c.share[a] = (c.share[a] + next) / 2.0;
    }
    if (!(change > tolerance)) return;
  }
}

// The favourite is challenged by every option with the same probability and stays if it wins.
void markov_uniform(SpatialContest& c, std::size_t options) {
  const std::vector<double> beats = transposed(c.beats, options);
  settle(c, options, 1e-6, static_cast<double>(options), [&](std::size_t b, const double* p, double* q) {
    const double* const wins = &beats[b * options];
    for (std::size_t a = 0; a < options; ++a) q[a] += wins[a] * (p[a] + p[b]);
  });
}

// It is challenged in proportion to how strong and how promising a challenge would be.
void markov_incentive(SpatialContest& c, std::size_t options) {
  constexpr double idle = 1e-10;
  std::vector<double> challenge(options * options);  // [challenger][favourite]
  for (std::size_t i = 0; i < challenge.size(); ++i) challenge[i] = c.strength[i] * c.beats[i];
  for (std::size_t a = 0; a < options; ++a) challenge[a * options + a] += idle;
  for (std::size_t b = 0; b < options; ++b) {
    double sum = 0;
    for (std::size_t a = 0; a < options; ++a) sum += challenge[a * options + b];
    for (std::size_t a = 0; a < options; ++a) challenge[a * options + b] /= sum;
  }
  const std::vector<double> beats = transposed(c.beats, options), challenged = transposed(challenge, options);
  settle(c, options, 1e-8, 1.0, [&](std::size_t b, const double* p, double* q) {
    const double *const wins = &beats[b * options], *const by_it = &challenge[b * options];
    const double* const of_it = &challenged[b * options];
    for (std::size_t a = 0; a < options; ++a) q[a] += wins[a] * (p[a] * by_it[a] + p[b] * of_it[a]);
  });
}

}  // namespace

void hold(SpatialContest& contest, const SpatialChoices& choices, const std::vector<double>& weight,
          const std::vector<double>& utility, std::size_t options, double least) {
  with_rule(choices.voting, [&]<Voting rule>() { take_sides<rule>(contest, weight, utility.data(), options, least); });
  pair_odds(contest, choices.victory, options);
  contest.share.resize(options);
  switch (choices.probabilities) {
    case Contest::markov_incentive:
      return markov_incentive(contest, options);
    case Contest::markov_uniform:
      return markov_uniform(contest, options);
    default:
      return conditional(contest, options);
  }
}

}  // namespace armistice::collective
