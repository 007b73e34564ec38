// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/protocol.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>

#include "armistice/theory/mediator.h"
#include "armistice/theory/offers.h"
#include "armistice/theory/standoff.h"

namespace armistice {
namespace {

constexpr std::array<Protocol, 11> all{{
    {"veto", "single text; a random package replaces it when nobody objects", single_text_veto},
    {"climb", "single text; clause by clause, as long as nobody objects", hill_climbing},
    {"votes", "single text; the mediator anneals on the strength of votes", annealing_on_votes},
    {"anneal", "single text; the mediator anneals on the gains reported to it", annealing_on_gains},
    {"boulware", "offers in turn; all hold out until late", offers_boulware},
    {"linear", "offers in turn; all concede evenly", offers_linear},
    {"conceder", "offers in turn; all concede early", offers_conceder},
    {"tit-for-tat", "offers in turn; all concede as the others do", offers_tit_for_tat},
    {"equilibrium", "offers in turn; all know everything (backward induction)", offers_in_equilibrium},
    {"ultimatum", "one party puts a package, the others take it or leave it", ultimatum},
    {"attrition", "all stand by their demands until but one has yielded", war_of_attrition},
}};

double nash_product(const Space& space, const std::vector<double>& utility) {
  double product = 1;
  for (std::size_t i = 0; i < utility.size(); ++i) product *= std::max(0.0, utility[i] - space.reservation[i]);
  return product;
}

double nearest(const std::vector<std::vector<double>>& frontier, const std::vector<double>& utility) {
  double least = std::numeric_limits<double>::infinity();
  for (const auto& other : frontier) {
    double sum = 0;
    for (std::size_t i = 0; i < utility.size(); ++i) sum += (other[i] - utility[i]) * (other[i] - utility[i]);
    least = std::min(least, sum);
  }
  return std::sqrt(least);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace

std::span<const Protocol> protocols() { return all; }

const Protocol* protocol_named(std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Protocol& p) { return p.name == name; });
  return found == all.end() ? nullptr : &*found;
}

Yardstick yardstick(const Solutions& solutions) {
  return {solutions.nash ? solutions.nash->value : 0.0, solutions.pareto.utility};
}

std::vector<ProtocolScore> compare_protocols(const Space& space, std::span<const std::string> names,
                                             std::span<const std::uint64_t> seeds, const Yardstick& yardstick,
                                             ProtocolTerms terms) {
  std::vector<ProtocolScore> scores;
  for (const std::string& name : names) {
    const Protocol* protocol = protocol_named(name);
    assert(protocol != nullptr && !seeds.empty());
    ProtocolScore score{.name = name, .runs = static_cast<int>(seeds.size())};
    std::vector<double> shares;
    int deals = 0;
    for (const std::uint64_t seed : seeds) {
      terms.seed = seed;
      const ProtocolResult result = protocol->run(space, terms);
      score.rounds += result.round;
      const double product = result.agreed ? nash_product(space, result.utility) : 0;
      shares.push_back(yardstick.best_nash > 0 ? product / yardstick.best_nash : 0);
      score.nash_mean += shares.back();
      if (!result.agreed) continue;
      ++deals;
      score.distance += nearest(yardstick.frontier, result.utility);
    }
    const auto runs = static_cast<double>(seeds.size());
    score.agreed = deals / runs, score.rounds /= runs, score.nash_mean /= runs;
    score.nash_median = median(std::move(shares));
    score.distance = deals > 0 ? score.distance / deals : std::numeric_limits<double>::quiet_NaN();
    scores.push_back(std::move(score));
  }
  return scores;
}

std::vector<ProtocolScore> compare_protocols(const Space& space, std::span<const std::string> names,
                                             std::span<const std::uint64_t> seeds) {
  return compare_protocols(space, names, seeds, yardstick(solve(space)));
}

}  // namespace armistice
