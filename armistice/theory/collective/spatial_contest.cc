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

// The favourite a is challenged by b with probability challenge[b][a] and stays if it wins. One step is linear in the
// shares: each half goes the way of the step q_a = sum over b of beats[a][b] (p_a challenge[b][a] + p_b
// challenge[a][b]) until no share moves by more than the tolerance. `challenge`: [challenger * options + favourite].
void settle(SpatialContest& c, const std::vector<double>& challenge, std::size_t options, double tolerance) {
  c.left.assign(options * options, 0.0);  // [from][to]: columns of the step, contiguous
  for (std::size_t a = 0; a < options; ++a)
    for (std::size_t b = 0; b < options; ++b) {
      c.left[a * options + a] += c.beats[a * options + b] * challenge[b * options + a];
      c.left[b * options + a] += c.beats[a * options + b] * challenge[a * options + b];
    }
  c.share.assign(options, 1.0 / static_cast<double>(options));
  for (int round = 0; round < 10000; ++round) {
    c.next.assign(options, 0.0);
    for (std::size_t from = 0; from < options; ++from) {
      const double p = c.share[from];
      const double* const column = &c.left[from * options];
      for (std::size_t to = 0; to < options; ++to) c.next[to] += column[to] * p;
    }
    double change = 0;
    for (std::size_t a = 0; a < options; ++a) {
      change = std::max(change, std::abs(c.next[a] - c.share[a]));
      c.share[a] = (c.share[a] + c.next[a]) / 2.0;
    }
    if (!(change > tolerance)) break;
  }
}

// Everybody is as likely to challenge as anybody else, or in proportion to how strong and how promising a challenge is.
void markov(SpatialContest& c, std::size_t options, bool by_incentive) {
  constexpr double idle = 1e-10;
  std::vector<double> challenge(options * options, 1.0 / static_cast<double>(options));
  if (by_incentive) {
    for (std::size_t i = 0; i < challenge.size(); ++i) challenge[i] = c.strength[i] * c.beats[i];
    for (std::size_t a = 0; a < options; ++a) challenge[a * options + a] += idle;
    for (std::size_t b = 0; b < options; ++b) {
      double sum = 0;
      for (std::size_t a = 0; a < options; ++a) sum += challenge[a * options + b];
      for (std::size_t a = 0; a < options; ++a) challenge[a * options + b] /= sum;
    }
  }
  settle(c, challenge, options, by_incentive ? 1e-8 : 1e-6);
}

}  // namespace

void hold(SpatialContest& contest, const SpatialChoices& choices, const std::vector<double>& weight,
          const std::vector<double>& utility, std::size_t options, double least) {
  with_rule(choices.voting, [&]<Voting rule>() { take_sides<rule>(contest, weight, utility.data(), options, least); });
  pair_odds(contest, choices.victory, options);
  contest.share.resize(options);
  if (choices.probabilities == Contest::conditional) {
    conditional(contest, options);
  } else {
    markov(contest, options, choices.probabilities == Contest::markov_incentive);
  }
}

}  // namespace armistice::collective
