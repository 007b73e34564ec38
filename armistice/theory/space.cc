// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/space.h"

#include <algorithm>
#include <cassert>

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

bool holds(const Literal& literal, const std::vector<int>& package) {
  return package[at(literal.issue)] == literal.option;
}

}  // namespace

std::vector<int> first_cells(const Space& space) {
  std::vector<int> first{0};
  for (const int options : space.options) first.push_back(first.back() + options);
  return first;
}

std::uint64_t package_count(const Space& space) {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t count = 1;
  for (const int options : space.options) {
    const auto times = static_cast<std::uint64_t>(options);
    if (times != 0 && count > most / times) return most;
    count *= times;
  }
  return count;
}

std::vector<int> package_of(const Space& space, std::uint64_t number) {
  std::vector<int> package(space.options.size());
  for (std::size_t k = package.size(); k-- > 0;) {
    const auto options = static_cast<std::uint64_t>(space.options[k]);
    package[k] = static_cast<int>(number % options);
    number /= options;
  }
  return package;
}

std::uint64_t number_of(const Space& space, const std::vector<int>& package) {
  assert(package.size() == space.options.size());
  std::uint64_t number = 0;
  for (std::size_t k = 0; k < package.size(); ++k)
    number = number * static_cast<std::uint64_t>(space.options[k]) + static_cast<std::uint64_t>(package[k]);
  return number;
}

bool allowed(const Space& space, const std::vector<int>& package) {
  const auto held = [&](const Literal& literal) { return holds(literal, package); };
  return std::all_of(space.implications.begin(), space.implications.end(), [&](const Implication& rule) {
    return std::any_of(rule.then.begin(), rule.then.end(), held) ||
           !std::all_of(rule.when.begin(), rule.when.end(), held);
  });
}

double utility_of(const Space& space, int party, const std::vector<int>& package) {
  const int cells = first_cells(space).back();
  double sum = space.constant[at(party)];
  int first = 0;
  for (std::size_t k = 0; k < package.size(); ++k) {
    sum += space.utility[at(party * cells + first + package[k])];
    first += space.options[k];
  }
  for (const Interaction& link : space.interactions)
    if (link.party == party && std::all_of(link.when.begin(), link.when.end(),
                                           [&](const Literal& literal) { return holds(literal, package); }))
      sum += link.value;
  return std::min(sum, space.cap);
}

}  // namespace armistice
