// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "armistice/theory/best_package.h"
#include "armistice/theory/lottery.h"

namespace armistice {
namespace {

// The packages known so far, and their utilities.
struct Pool {
  const Space& space;
  std::uint64_t nodes;  // of each search
  SpaceLotteries& found;
  std::vector<std::vector<double>> utility;
  bool sure = true;  // every search that added nothing had looked at everything

  bool add(const BestPackage& best);
  bool better_at(const std::vector<double>& price);
};

bool Pool::add(const BestPackage& best) {
  found.nodes += best.nodes;
  if (!best.found || std::find(found.package.begin(), found.package.end(), best.package) != found.package.end())
    return false;
  found.package.push_back(best.package), utility.push_back(best.utility);
  return true;
}

// Looks for a package with a larger sum at these prices than all that are known. Prices are scaled to a sum of 1, so
// that a difference means the same for every solution.
bool Pool::better_at(const std::vector<double>& price) {
  BestOptions options{price, nodes};
  const double scale = std::accumulate(price.begin(), price.end(), 0.0);
  if (scale <= 0) return false;
  for (double& p : options.weights) p /= scale;
  double most = -std::numeric_limits<double>::infinity();
  for (const auto& u : utility)
    most = std::max(most, std::inner_product(u.begin(), u.end(), options.weights.begin(), 0.0));
  const BestPackage best = best_sum(space, false, options);
  if (best.found && best.value > most + utility_quantum) return add(best);
  found.nodes += best.nodes;
  sure = sure && best.bound <= most + 2 * utility_quantum;
  return false;
}

}  // namespace

SpaceLotteries solve_lotteries(const Space& space, const std::vector<double>& weights, std::uint64_t nodes,
                               int packages) {
  SpaceLotteries found;
  Pool pool{space, nodes, found, {}};
  const BestOptions options{weights, nodes};
  pool.add(best_min_gain(space, options));
  pool.add(best_nash(space, options));
  if (found.package.empty()) return found;
  for (bool more = true; more && static_cast<int>(found.package.size()) < packages;) {
    found.best = solve_lotteries(pool.utility, space.reservation, weights);
    more = false;
    pool.sure = true;
    more = pool.better_at(found.best.kalai.price);
    for (const auto* lottery : {&found.best.ks, &found.best.nash, &found.best.utilitarian})
      if (*lottery) more = pool.better_at((*lottery)->price) || more;
    for (const auto& price : found.best.ideal_price) more = pool.better_at(price) || more;
    found.proved = !more && pool.sure;
  }
  if (!found.proved) found.best = solve_lotteries(pool.utility, space.reservation, weights);
  return found;
}

}  // namespace armistice
