// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "armistice/theory/collective/expected_utility_table.h"

namespace armistice::collective {
namespace {

using Acceptance = ExpectedUtilityChoices::Acceptance;

// What an actor that expects `own` does about another that expects `other`: nothing unless the other has more to gain
// or, where capitulation counts, the actor more to lose.
std::optional<Why> kind_of(double own, double other, bool capitulation) {
  if (other > own && own > 0) return Why::conflict;
  if (!(other > 0 && own < 0)) return std::nullopt;
  if (other > -own) return Why::compromise;
  if (capitulation && other < -own) return Why::capitulation;
  return std::nullopt;
}

// Part of the way in a compromise, all of it otherwise; never beyond, whatever the rounding.
double place_of(double from, double target, Why why, double own, double other) {
  if (why != Why::compromise) return target;
  const double to = from + (target - from) * std::abs(own / other);
  return std::clamp(to, std::min(from, target), std::max(from, target));
}

// Smaller is taken first; of equals the first in the actors' order.
std::tuple<int, double> rank_of(const ExpectedUtilityTable& t, std::size_t i, const Concession& offer) {
  const double from = t.position[i], way = std::abs(offer.to - from);
  if (t.choices.acceptance != Acceptance::ranked) return {0, way};
  if (offer.why != Why::compromise) return {offer.why == Why::conflict ? 0 : 2, way};
  const double mine = std::abs(offer.own), theirs = std::abs(offer.gain);  // a place on the scale, not a distance
  return {1, (mine * from + theirs * t.position[static_cast<std::size_t>(offer.other)]) / (mine + theirs)};
}

std::optional<Concession> offer_of(const ExpectedUtilityTable& t, std::size_t i, std::size_t j) {
  const std::size_t ij = i * t.wide + j, ji = j * t.wide + i;
  if (t.position[i] == t.position[j]) return std::nullopt;
  const auto why = kind_of(t.own[ij], t.other[ij], t.choices.capitulation);
  if (!why) return std::nullopt;
  if (t.choices.reciprocal && kind_of(t.other[ji], t.own[ji], t.choices.capitulation) != why) return std::nullopt;
  return Concession{static_cast<int>(j), *why, t.own[ij], t.other[ij],
                    place_of(t.position[i], t.position[j], *why, t.own[ij], t.other[ij])};
}

// The one who expects most of a challenge is heard, of several the nearest; then it is seen what comes of it.
Concession largest_stake(const ExpectedUtilityTable& t, std::size_t i) {
  std::optional<std::size_t> heard;
  std::tuple<double, double> best{0, 0};
  for (std::size_t j = 0; j < t.n; ++j) {
    if (t.position[i] == t.position[j] || !(t.other[i * t.wide + j] > 0)) continue;
    const std::tuple<double, double> key{-t.other[i * t.wide + j], std::abs(t.position[i] - t.position[j])};
    if (!heard || key < best) heard = j, best = key;
  }
  if (!heard) return {};
  return offer_of(t, i, *heard).value_or(Concession{});
}

Concession first_ranked(const ExpectedUtilityTable& t, std::size_t i) {
  Concession best;
  std::tuple<int, double> rank;
  for (std::size_t j = 0; j < t.n; ++j) {
    const auto offer = offer_of(t, i, j);
    if (!offer) continue;
    const auto r = rank_of(t, i, *offer);
    if (best.other < 0 || r < rank) best = *offer, rank = r;
  }
  return best;
}

}  // namespace

void find_concessions(ExpectedUtilityTable& t) {
  for (std::size_t i = 0; i < t.n; ++i) {
    Concession& taken = t.taken[i];
    taken = t.choices.acceptance == Acceptance::largest ? largest_stake(t, i) : first_ranked(t, i);
    t.places[i] = taken.other < 0 ? t.position[i] : taken.to;
    if (taken.other < 0) taken.to = t.position[i];
    if (t.choices.sequential) std::swap(t.places[i], t.position[i]);
  }
  if (t.choices.sequential) return;
  for (std::size_t i = 0; i < t.n; ++i) std::swap(t.places[i], t.position[i]);
}

double play_round(ExpectedUtilityTable& t) {
  find_distances(t);
  if (t.n == 0 || t.range == 0) {
    for (std::size_t i = 0; i < t.n; ++i) t.taken[i] = Concession{-1, Why::conflict, 0, 0, t.position[i]};
    return 0;
  }
  find_risks(t);
  find_expectations(t);
  find_concessions(t);
  double farthest = 0;  // t.places holds where they stood
  for (std::size_t i = 0; i < t.n; ++i) farthest = std::max(farthest, std::abs(t.position[i] - t.places[i]));
  return farthest;
}

}  // namespace armistice::collective
