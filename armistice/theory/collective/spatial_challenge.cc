// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/spatial_challenge.h"

#include <algorithm>
#include <cmath>

#include "armistice/theory/collective/spatial_vote.h"

namespace armistice::collective {
namespace {

constexpr double nobody = 1e-10;  // strength of a side of a challenge that nobody supports

// Risk attitudes from the shares of the positions: the likeliest is the most averse. All alike: neutral; in the
// corrected mode that holds below what the Markov processes leave open.
void read_risks(const SpatialSpace& space, RiskRange range, const std::vector<double>& share,
                std::vector<double>& risk) {
  const double least = *std::min_element(share.begin(), share.end());
  const double most = *std::max_element(share.begin(), share.end());
  const double spread = most - least;
  for (std::size_t i = 0; i < share.size(); ++i) {
    const double p = share[i];
    if (!(spread > (space.literal ? 0.0 : 1e-6))) {
      risk[i] = 0;
    } else if (range == RiskRange::least) {
      risk[i] = (p - least) / spread;
    } else if (range == RiskRange::middle) {
      risk[i] = (3 * p - (most + 2 * least)) / (2 * spread);
    } else {
      risk[i] = (2 * p - (most + least)) / spread;
    }
  }
}

// The principals' own votes. With affinities an actor may like the other's position better than its own.
template <Voting rule>
void principals(const SpatialSpace& space, const SpatialView& view, std::size_t from, std::size_t first,
                std::size_t last, SpatialProspects& s) {
  const auto utility = [&](std::size_t i, std::size_t j) {
    const std::size_t at = i * space.actors + j;
    return spatial_utility(view.distance[at], view.capped[at], s.seen[i]);
  };
  const double home = utility(from, from);
  for (std::size_t j = first; j < last; ++j) {
    s.there[j] = utility(from, j);
    const double challenger = vote<rule>(space.force[from], home - s.there[j]);
    const double target = vote<rule>(space.force[j], utility(j, from) - utility(j, j));
    s.alone_for[j] = s.for_it[j] = nobody + pro(challenger) + pro(target);
    s.alone_against[j] = s.against[j] = nobody + con(challenger) + con(target);
  }
}

// One third party's votes on all challenges at once: what it wins and loses with either side at the odds of the three
// alone, half committed: who joins the winner keeps its own position, who joins the loser must take the winner's.
template <Voting rule>
void third_party(const SpatialSpace& space, Victory victory, const SpatialView& view, std::size_t party,
                 std::size_t from, std::size_t first, std::size_t last, SpatialProspects& s) {
  const double* const distance = &view.distance[party * space.actors];
  const double* const capped = &view.capped[party * space.actors];
  const double force = space.force[party], risk = s.seen[party];
  const double a = spatial_utility(distance[from], capped[from], risk);
  const double own = spatial_utility(distance[party], capped[party], risk);
  double *const for_it = s.for_it.data(), *const against = s.against.data(), *const p = s.odds.data();
  const double *const alone_for = s.alone_for.data(), *const alone_against = s.alone_against.data();
  for (std::size_t j = first; j < last; ++j) {
    const double v = vote<rule>(force, a - spatial_utility(distance[j], capped[j], risk));
    const double with = alone_for[j] + pro(v), without = alone_against[j] + con(v);
    p[j] = with / (with + without);
  }
  // The odds of the sides follow from their shares of the strength.
  if (victory != Victory::linear)
    for (std::size_t j = first; j < last; ++j) p[j] = odds(victory, p[j], 1.0 - p[j]).first;
  const double kept_for = for_it[party], kept_against = against[party];
  for (std::size_t j = first; j < last; ++j) {
    const double b = spatial_utility(distance[j], capped[j], risk), q = 1.0 - p[j];
    const double join_first = p[j] * (a + a + own) + q * (b + b + b);
    const double join_second = p[j] * (a + a + a) + q * (b + b + own);
    const double v = vote<rule>(force, join_first - join_second);
    for_it[j] += pro(v), against[j] += con(v);
  }
  for_it[party] = kept_for, against[party] = kept_against;  // no third party to a challenge of its own
}

}  // namespace

double seen_risk(RiskView view, double judge, double other) {
  switch (view) {
    case RiskView::own:
      return judge;
    case RiskView::third:
      return (2.0 * judge + other) / 3.0;
    case RiskView::half:
      return (judge + other) / 2;
    case RiskView::two_thirds:
      return (judge + 2.0 * other) / 3.0;
    default:
      return other;
  }
}

void look_around(const SpatialSpace& space, const SpatialChoices& choices, const SpatialPoints& points,
                 SpatialView& view) {
  const std::size_t n = space.actors;
  distances(space, points, view.distance);
  view.risk.assign(n, 0.0), view.utility.resize(n * n), view.capped.resize(n * n);
  for (std::size_t at = 0; at < n * n; ++at) view.capped[at] = std::min(view.distance[at], 1.0);
  for (std::size_t at = 0; at < n * n; ++at) view.utility[at] = grained(space, 1 - view.distance[at]);
  hold(view.contest, choices, space.ballot, view.utility, n, space.least_side);
  read_risks(space, choices.risk_range, view.contest.share, view.risk);
  for (std::size_t i = 0; i < n; ++i) {
    const double risk = seen_risk(choices.risk_view, view.risk[i], view.risk[i]);
    for (std::size_t j = 0; j < n; ++j)
      view.utility[i * n + j] = grained(space, spatial_utility(view.distance[i * n + j], risk));
  }
}

void weigh_challenges(const SpatialSpace& space, const SpatialChoices& choices, const SpatialView& view,
                      std::size_t judge, std::size_t from, std::size_t first, std::size_t last, SpatialProspects& s) {
  const std::size_t n = space.actors;
  for (auto* array : {&s.for_it, &s.against, &s.alone_for, &s.alone_against, &s.there, &s.seen, &s.odds, &s.gain})
    array->resize(n);
  for (std::size_t i = 0; i < n; ++i) s.seen[i] = seen_risk(choices.risk_view, view.risk[judge], view.risk[i]);
  const Victory victory = space.literal ? Victory::linear : choices.victory;
  with_rule(choices.voting, [&]<Voting rule>() {
    principals<rule>(space, view, from, first, last, s);
    // Where commitment makes no difference between the sides, neither is worth joining.
    if (choices.third_parties != ThirdParties::half_committed) return;
    for (std::size_t k = 0; k < n; ++k)
      if (k != from) third_party<rule>(space, victory, view, k, from, first, last, s);
  });
  const std::size_t at = from * n + from;
  const double home = spatial_utility(view.distance[at], view.capped[at], s.seen[from]);
  for (std::size_t j = first; j < last; ++j) {
    const auto [p, q] = odds(victory, s.for_it[j], s.against[j]);
    const double there = s.there[j], win = home + home, fight = p * win + q * (there + there);
    s.odds[j] = p;
    s.gain[j] = grained(space, ((1 - space.attention[j]) * win + space.attention[j] * fight) - (home + there));
  }
}

void best_challenges(const SpatialSpace& space, const SpatialChoices& choices, const SpatialView& view,
                     std::vector<SpatialChallenge>& best) {
  constexpr double worth_it = 1e-5;
  SpatialProspects prospects;
  best.assign(space.actors, {});
  for (std::size_t i = 0; i < space.actors; ++i) {
    weigh_challenges(space, choices, view, i, i, 0, space.actors, prospects);
    best[i] = {static_cast<int>(i), -1, worth_it, 0};
    for (std::size_t j = 0; j < space.actors; ++j)
      if (j != i && prospects.gain[j] > best[i].gain)
        best[i] = {static_cast<int>(i), static_cast<int>(j), prospects.gain[j], prospects.odds[j]};
  }
}

}  // namespace armistice::collective
