// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/standoff.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "armistice/base/philox.h"
#include "armistice/theory/book.h"

namespace armistice {
namespace {

struct Stand {
  std::vector<std::vector<int>> demand;  // (party)
  std::vector<double> hazard;            // (party), per round
  std::vector<double> cost;              // (party), per round
  std::vector<double> quiet;             // (party): rounds before the deadline in which it does not yield
};

// Nothing where some party has no demand that the others could live with.
std::optional<Stand> taken_stand(const Book& book, const ProtocolTerms& terms) {
  const Space& space = book.space;
  const auto n = static_cast<std::size_t>(space.parties);
  const std::vector<double> have = without_deal(space, terms);
  const auto starts = usual_starts(book);
  Stand stand;
  std::vector<std::vector<double>> worth;
  for (int i = 0; i < space.parties; ++i) {
    const auto demand = best_for(book, i, have, starts);
    if (!demand) return std::nullopt;
    stand.demand.push_back(*demand);
    worth.push_back(utilities(book, *demand));
  }
  const std::vector<double> at_the_end = terms.award.empty() ? have : utilities(book, terms.award);
  std::vector<double> ratio(n);
  for (std::size_t j = 0; j < n; ++j) {
    double yielding = 0;
    for (std::size_t k = 0; k < n; ++k)
      if (k != j) yielding += worth[k][j] / static_cast<double>(n - 1);
    const double prize = worth[j][j] - yielding;
    const double cost = terms.cost.empty() ? 0.01 * (worth[j][j] - have[j]) : terms.cost[j];
    stand.cost.push_back(cost);
    ratio[j] = prize > utility_quantum ? cost / prize : std::numeric_limits<double>::infinity();
    stand.quiet.push_back(cost > 0 ? std::max(0.0, at_the_end[j] - yielding) / cost : 0);
  }
  for (std::size_t i = 0; i < n; ++i) {
    double mean = 0;
    for (std::size_t j = 0; j < n; ++j)
      if (j != i && std::isfinite(ratio[j])) mean += ratio[j] / static_cast<double>(n - 1);
    stand.hazard.push_back(std::isfinite(ratio[i]) ? mean : std::numeric_limits<double>::infinity());
  }
  return stand;
}

ProtocolResult less_waiting(ProtocolResult result, const Stand& stand, int waited) {
  for (std::size_t i = 0; i < stand.cost.size(); ++i) result.value[i] -= stand.cost[i] * waited;
  return result;
}

}  // namespace

ProtocolResult war_of_attrition(const Space& space, const ProtocolTerms& terms) {
  const Book book(space);
  const auto stand = taken_stand(book, terms);
  if (!stand) return broken_off(book, terms, 0);
  std::vector<std::size_t> standing;
  for (std::size_t i = 0; i < stand->demand.size(); ++i) standing.push_back(i);
  for (int round = 1; round <= terms.rounds; ++round) {
    const int left = terms.rounds - round + 1;  // the deadline comes after this round's waiting
    const Stream<double> rng{terms.seed, 0, static_cast<std::uint32_t>(round)};
    std::vector<std::size_t> stay;
    for (const std::size_t i : standing) {
      const double u = rng.uniforms(Purpose::concession, static_cast<std::uint32_t>(i / 4))[i % 4];
      const bool quiet = left <= stand->quiet[i];
      if (quiet || u >= 1 - std::exp(-stand->hazard[i])) stay.push_back(i);
    }
    if (stay.empty()) {  // all yield in one round: a lot decides whose demand stands
      const double u = rng.uniforms(Purpose::turns)[0];
      stay.push_back(standing[static_cast<std::size_t>(u * static_cast<double>(standing.size()))]);
    }
    standing = stay;
    if (standing.size() == 1)
      return less_waiting(concluded(book, terms, stand->demand[standing[0]], round), *stand, round - 1);
  }
  ProtocolResult end =
      terms.award.empty() ? broken_off(book, terms, terms.rounds) : concluded(book, terms, terms.award, terms.rounds);
  return less_waiting(std::move(end), *stand, terms.rounds);
}

}  // namespace armistice
