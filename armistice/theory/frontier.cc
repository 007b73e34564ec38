// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/frontier.h"

#include <algorithm>

#include "armistice/theory/enumerate.h"
#include "armistice/theory/survivors.h"

namespace armistice {
namespace {

template <class Filter>
std::vector<Survivor> survivors(const Space& space, std::uint64_t numbers, Filter filter) {
  const auto parties = static_cast<std::size_t>(space.parties);
  std::vector<double> bound(parties), rows;
  const auto wanted = [&](std::uint64_t, const std::vector<double>& most) {
    std::transform(most.begin(), most.end(), bound.begin(), quantised);
    return !filter.dominated(bound.data());
  };
  const auto see = [&](const Block& block) {
    rows.resize(block.size * parties);
    for (std::size_t p = 0; p < parties; ++p) {
      const double* utility = block.utility[p].data();
      for (std::size_t i = 0; i < block.size; ++i) rows[i * parties + p] = quantised(utility[i]);
    }
    for (std::size_t i = 0; i < block.size; ++i) filter.offer(&rows[i * parties], block.first + block.offset[i]);
  };
  visit(split(space, Tails::undominated, numbers), wanted, see);
  return filter.finish();
}

// Champions whose keys span what the cells and constants can sum up to. Interactions may go beyond it.
Champions champions(const Space& space) {
  const std::vector<int> cells = first_cells(space);
  std::vector<double> least, most;
  for (int p = 0; p < space.parties; ++p) {
    double low = space.constant[static_cast<std::size_t>(p)], high = low;
    for (std::size_t k = 0; k < space.options.size(); ++k) {
      const double* row = space.utility.data() + p * cells.back();
      const auto [worst, best] = std::minmax_element(row + cells[k], row + cells[k + 1]);
      low += *worst;
      high += *best;
    }
    least.push_back(quantised(low));
    most.push_back(quantised(std::min(high, space.cap)));
  }
  return {least, most};
}

void add(const Space& space, const Survivor& survivor, Frontier& frontier) {
  const std::vector<int> package = package_of(space, survivor.package);
  std::vector<double>& utility = frontier.utility.emplace_back();
  for (int p = 0; p < space.parties; ++p) utility.push_back(utility_of(space, p, package));
  frontier.package.push_back(survivor.package);
  frontier.packages += survivor.count;
  ++frontier.vectors;
}

}  // namespace

Frontiers frontiers(const Space& space, std::uint64_t numbers) {
  Frontiers out;
  std::vector<double> least(space.reservation.size());
  std::transform(space.reservation.begin(), space.reservation.end(), least.begin(), quantised);
  for (const Survivor& survivor :
       space.parties == 2 ? survivors(space, numbers, Staircase()) : survivors(space, numbers, champions(space))) {
    add(space, survivor, out.all);
    if (std::equal(least.begin(), least.end(), survivor.quanta.begin(), std::less_equal<>()))
      add(space, survivor, out.rational);
  }
  return out;
}

}  // namespace armistice
