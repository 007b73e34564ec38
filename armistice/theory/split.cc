// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cassert>
#include <numeric>
#include <string>

#include "armistice/theory/enumerate.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// The first issue of the tail, which takes as many of the last issues as fit, and one more if blocks were tiny
// otherwise.
std::size_t first_of_tail(const Space& space, std::uint64_t numbers) {
  const std::uint64_t room = std::max<std::uint64_t>(1, numbers / static_cast<std::uint64_t>(space.parties));
  const std::uint64_t tiny = room < 64 ? 1 : 64;
  std::size_t first = space.options.size();
  for (std::uint64_t size = 1; first > 0; --first) {
    const auto options = static_cast<std::uint64_t>(space.options[first - 1]);
    if (size >= tiny && size * options > room) break;
    size *= options;
  }
  return first;
}

// The options of the tail, decoded from its number.
struct TailOf {
  int first = 0;                      // issue
  std::vector<std::uint64_t> stride;  // (issue of the tail)
  const std::vector<int>* options = nullptr;
  bool has(const Literal& literal) const { return literal.issue >= first; }
  int option(int issue, std::uint64_t number) const {
    return static_cast<int>(number / stride[at(issue - first)] % static_cast<std::uint64_t>((*options)[at(issue)]));
  }
  bool holds(const Literal& literal, std::uint64_t number) const {
    return option(literal.issue, number) == literal.option;
  }
};

TailOf tail_of(const Space& space, std::size_t first) {
  TailOf tail{static_cast<int>(first), std::vector<std::uint64_t>(space.options.size() - first, 1), &space.options};
  for (std::size_t k = tail.stride.size(); k-- > 1;)
    tail.stride[k - 1] = tail.stride[k] * static_cast<std::uint64_t>(space.options[first + k]);
  return tail;
}

// One link with the tails, over all numbers of them, where its half on the tail is live.
struct HalfLink {
  Across link;
  bool on_first = false;
  std::vector<char> live;  // (number of the tail)
};

HalfLink halve(const TailOf& tail, std::uint64_t tails, const std::vector<Literal>& when,
               const std::vector<Literal>& then) {
  HalfLink half;
  half.link.everywhere = true;
  half.live.assign(tails, 1);
  const auto take = [&](const Literal& literal, bool live_where_held, std::vector<Literal>& on_first) {
    if (!tail.has(literal)) {
      half.on_first = true;
      return on_first.push_back(literal);
    }
    half.link.everywhere = false;
    for (std::uint64_t t = 0; t < tails; ++t)
      if (tail.holds(literal, t) != live_where_held) half.live[t] = 0;
  };
  for (const Literal& literal : when) take(literal, true, half.link.when);
  for (const Literal& literal : then) take(literal, false, half.link.then);
  return half;
}

// (party)(number of the tail): sums over the tail's issues.
std::vector<std::vector<double>> tail_sums(const Space& space, const TailOf& tail, std::uint64_t tails) {
  const std::vector<int> cells = first_cells(space);
  std::vector<std::vector<double>> sums(at(space.parties), std::vector<double>(tails, 0));
  for (int p = 0; p < space.parties; ++p)
    for (std::size_t k = at(tail.first); k < space.options.size(); ++k)
      for (std::uint64_t t = 0; t < tails; ++t)
        sums[at(p)][t] += space.utility[at(p * cells.back() + cells[k] + tail.option(static_cast<int>(k), t))];
  return sums;
}

// (party): by how much one tail must be better than another so that no rounding and no cap makes the packages equal.
std::vector<double> margins(const Space& space) {
  const std::vector<int> cells = first_cells(space);
  std::vector<double> most = space.constant;
  for (int p = 0; p < space.parties; ++p)
    for (std::size_t k = 0; k < space.options.size(); ++k) {
      const double* row = space.utility.data() + p * cells.back();
      most[at(p)] += *std::max_element(row + cells[k], row + cells[k + 1]);
    }
  for (const Interaction& link : space.interactions) most[at(link.party)] += std::max(0.0, link.value);
  for (double& m : most) m = 2 * utility_quantum + std::max(0.0, m - space.cap);
  return most;
}

// Drops from `kept` what Tails::undominated leaves out. `kind` says of each tail where its links are live.
void drop_dominated(const std::vector<std::vector<double>>& sums, const std::vector<std::string>& kind,
                    const std::vector<double>& margin, std::vector<std::uint32_t>& kept) {
  const auto total = [&](std::uint32_t t) {
    return std::accumulate(sums.begin(), sums.end(), 0.0, [&](double s, const auto& row) { return s + row[t]; });
  };
  const auto beats = [&](std::uint32_t a, std::uint32_t b) {
    bool clearly = false;
    for (std::size_t p = 0; p < sums.size(); ++p) {
      if (sums[p][a] < sums[p][b]) return false;
      clearly = clearly || sums[p][a] - sums[p][b] > margin[p];
    }
    return clearly;
  };
  // Within a kind the better totals come first: none is beaten by a later one.
  std::vector<std::pair<double, std::uint32_t>> order;
  for (const std::uint32_t t : kept) order.emplace_back(-total(t), t);
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    return kind[a.second] != kind[b.second] ? kind[a.second] < kind[b.second] : a < b;
  });
  std::vector<std::uint32_t> alive;
  std::size_t begin = 0;
  for (const auto& [_, t] : order) {
    if (begin < alive.size() && kind[alive[begin]] != kind[t]) begin = alive.size();
    const bool beaten = std::any_of(alive.begin() + static_cast<std::ptrdiff_t>(begin), alive.end(),
                                    [&, mine = t](std::uint32_t other) { return beats(other, mine); });
    if (!beaten) alive.push_back(t);
  }
  std::sort(alive.begin(), alive.end());
  kept = alive;
}

}  // namespace

Split split(const Space& space, Tails which, std::uint64_t numbers) {
  assert(package_count(space) < std::numeric_limits<std::uint64_t>::max());
  const std::size_t first = first_of_tail(space, numbers);
  const TailOf tail = tail_of(space, first);
  Split out;
  out.parties = space.parties;
  out.cap = space.cap;
  out.options.assign(space.options.begin(), space.options.begin() + static_cast<std::ptrdiff_t>(first));
  for (std::size_t k = 0; k < space.options.size(); ++k)
    (k < first ? out.blocks : out.tails) *= static_cast<std::uint64_t>(space.options[k]);
  out.constant = space.constant;
  const std::vector<int> cells = first_cells(space);
  for (int p = 0; p < space.parties; ++p) {
    const auto row = space.utility.begin() + p * cells.back();
    out.cell.emplace_back(row, row + cells[first]);
  }

  std::vector<std::vector<double>> sums = tail_sums(space, tail, out.tails);
  std::vector<char> open(out.tails, 1);
  std::vector<HalfLink> halves;
  for (const Interaction& link : space.interactions) {
    HalfLink half = halve(tail, out.tails, link.when, {});
    half.link.party = link.party;
    half.link.value = link.value;
    if (half.on_first)
      halves.push_back(std::move(half));
    else
      for (std::uint64_t t = 0; t < out.tails; ++t) sums[at(link.party)][t] += half.live[t] != 0 ? link.value : 0;
  }
  for (const Implication& rule : space.implications) {
    HalfLink half = halve(tail, out.tails, rule.when, rule.then);
    if (half.on_first)
      halves.push_back(std::move(half));
    else
      for (std::uint64_t t = 0; t < out.tails; ++t) open[t] = open[t] != 0 && half.live[t] == 0;
  }

  for (std::uint64_t t = 0; t < out.tails; ++t)
    if (open[t] != 0) out.offset.push_back(static_cast<std::uint32_t>(t));
  if (which == Tails::undominated) {
    std::vector<std::string> kind(out.tails);
    for (const HalfLink& half : halves)
      if (!half.link.everywhere)
        for (std::uint64_t t = 0; t < out.tails; ++t) kind[t] += half.live[t] != 0 ? '1' : '0';
    drop_dominated(sums, kind, margins(space), out.offset);
  }
  for (HalfLink& half : halves) {
    for (std::uint32_t i = 0; i < out.offset.size() && !half.link.everywhere; ++i)
      if (half.live[out.offset[i]] != 0) half.link.at.push_back(i);
    if (half.link.everywhere || !half.link.at.empty()) out.links.push_back(std::move(half.link));
  }
  for (const auto& row : sums) {
    std::vector<double>& mine = out.tail.emplace_back();
    for (const std::uint32_t t : out.offset) mine.push_back(row[t]);
    out.most.push_back(mine.empty() ? 0 : *std::max_element(mine.begin(), mine.end()));
  }
  return out;
}

}  // namespace armistice
