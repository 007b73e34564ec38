// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/domain_report.h"

#include <algorithm>

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

bool is_rational(const Space& space, const std::vector<double>& utility) {
  for (std::size_t p = 0; p < utility.size(); ++p)
    if (quantised(utility[p]) < quantised(space.reservation[p])) return false;
  return true;
}

std::optional<SolutionPoint> point(const Space& space, const BestPackage& best) {
  if (!best.found) return std::nullopt;
  return SolutionPoint{.value = best.value,
                       .utility = best.utility,
                       .vectors = 1,
                       .packages = 1,
                       .package = {number_of(space, best.package)}};
}

// Weights that count the party alone.
std::vector<double> only(const Space& space, std::size_t party) {
  std::vector<double> weights(at(space.parties), 0.0);
  weights[party] = 1;
  return weights;
}

// Kalai and Smorodinsky's package is that of the largest least gain in units of the ideal gains, where these are known.
void search_ks(const Space& space, const BestOptions& options, Searched& searched, Solutions& s) {
  BestOptions asked = options;
  std::vector<double> units;
  bool known = true;
  for (std::size_t p = 0; p < at(space.parties); ++p) {
    asked.weights = only(space, p);
    const BestPackage ideal = best_sum(space, true, asked);
    searched.nodes += ideal.nodes;
    if (!ideal.found || !ideal.optimal) return s.ideal_rational.clear();  // all of them or none
    s.ideal_rational.push_back(ideal.utility[p]);
    const double gain = ideal.utility[p] - space.reservation[p];
    known = known && gain > utility_quantum;
    units.push_back(gain * (options.weights.empty() ? 1 : options.weights[p]));
  }
  if (!known) return;
  asked.weights = units;
  searched.ks = best_min_gain(space, asked);
  searched.nodes += searched.ks->nodes;
  if (is_rational(space, searched.ks->utility)) s.ks = point(space, *searched.ks);
}

void search(const Domain& domain, const DealsAsked& asked, DealsReport& report) {
  const Space& space = domain.space;
  BestOptions options{.weights = asked.weights, .nodes = asked.nodes};
  Searched searched;
  Solutions& s = report.solutions;
  s.packages = package_count(space);
  for (int p = 0; p < space.parties; ++p) {
    const Span span = additive_span(space, p);
    s.worst.push_back(std::min(span.least, space.cap)), s.ideal.push_back(std::min(span.most, space.cap));
  }
  searched.least_gain = best_min_gain(space, options);
  if (searched.least_gain.found) options.known.push_back(searched.least_gain.package);
  searched.nash = best_nash(space, options);
  searched.sum_rational = best_sum(space, true, options);
  searched.sum = best_sum(space, false, options);
  for (const BestPackage* best : {&searched.least_gain, &searched.nash, &searched.sum_rational, &searched.sum})
    searched.nodes += best->nodes;
  const bool zone = searched.nash.found || searched.sum_rational.found ||
                    (searched.least_gain.found && is_rational(space, searched.least_gain.utility));
  const bool none = searched.nash.optimal || searched.sum_rational.optimal;
  searched.zone = zone ? Agreement::possible : none ? Agreement::impossible : Agreement::open;
  s.nash = point(space, searched.nash);
  if (searched.least_gain.found && is_rational(space, searched.least_gain.utility))
    s.kalai = point(space, searched.least_gain);
  s.utilitarian = point(space, searched.sum), s.utilitarian_rational = point(space, searched.sum_rational);
  if (zone) search_ks(space, options, searched, s);
  if (!zone && searched.least_gain.found)
    report.nearest = {number_of(space, searched.least_gain.package), searched.least_gain.utility};
  report.searched = std::move(searched);
}

// Protocols are measured with gains as they are, whatever the powers that solutions are asked for with.
Yardstick plain_yardstick(const Space& space, const DealsAsked& asked, const Solutions& solutions) {
  Yardstick stick = yardstick(solutions);
  if (asked.weights.empty()) return stick;
  if (is_searched(space)) {
    stick.best_nash = best_nash(space, {.weights = {}, .nodes = asked.nodes}).value;
  } else {
    const Solutions plain = solve(space, {.weights = {}, .keep = 1, .frontier = false});
    stick.best_nash = plain.nash ? plain.nash->value : 0;
  }
  return stick;
}

}  // namespace

bool searchable(const Space& space) {
  constexpr std::size_t most = 64;
  return space.options.size() <= most &&
         std::all_of(space.options.begin(), space.options.end(), [](int n) { return at(n) <= most; });
}

bool is_searched(const Space& space) { return package_count(space) > most_looked_at && searchable(space); }

std::vector<std::string> option_names(const Domain& domain, std::uint64_t number) {
  std::vector<std::string> names;
  const std::vector<int> package = package_of(domain.space, number);
  for (std::size_t k = 0; k < package.size(); ++k) names.push_back(domain.issues[k].options[at(package[k])]);
  return names;
}

NearestDeal nearest_deal(const Space& space) {
  const Solutions all = solve(space, {.weights = {}, .keep = 1, .frontier = false});
  Space lowered = space;
  double by = 0;
  for (std::size_t p = 0; p < all.worst.size(); ++p) by = std::max(by, space.reservation[p] - all.worst[p]);
  for (double& r : lowered.reservation) r -= by + utility_quantum;
  const Solutions solved = solve(lowered, {.weights = {}, .keep = 1, .frontier = false});
  return {solved.kalai->package.at(0), solved.kalai->utility};
}

DealsReport deals_report(Domain domain, const DealsAsked& asked) {
  const Space& space = domain.space;
  DealsReport report;
  report.time = asked.time, report.weights = asked.weights, report.runs = asked.runs, report.seed = asked.seed;
  Solutions& s = report.solutions;
  if (is_searched(space)) {
    search(domain, asked, report);
  } else {
    s = solve(space, {.weights = asked.weights});
    if (s.rational == 0 && s.packages > 0) report.nearest = nearest_deal(space);
  }
  if (report.nearest && searchable(space)) report.certificate = why_no_deal(space);
  if (asked.lotteries && !s.pareto.utility.empty())
    report.lotteries = solve_lotteries(s.pareto.utility, space.reservation, asked.weights);
  if (s.nash) {
    report.apart = nash_of_each(space);
    report.logrolling = logrolling(space, report.apart, package_of(space, s.nash->package.at(0)));
  }
  if (!asked.protocols.empty()) {
    std::vector<std::uint64_t> seeds;
    for (int run = 0; run < asked.runs; ++run) seeds.push_back(asked.seed + static_cast<std::uint64_t>(run));
    report.protocols = compare_protocols(space, asked.protocols, seeds, plain_yardstick(space, asked, s));
  }
  report.domain = std::move(domain);
  return report;
}

}  // namespace armistice
