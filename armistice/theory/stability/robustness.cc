// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/robustness.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "armistice/base/philox.h"

namespace armistice::stability {
namespace {

// Groups of states that move together, numbered from the worst, and the mean place of each, counted from 0.
void place_groups(const Preference& preference, bool keep_ties, std::vector<std::uint32_t>& group,
                  std::vector<double>& place) {
  const std::size_t states = preference.rank.size();
  std::vector<State> order(states);
  std::iota(order.begin(), order.end(), State{0});
  std::stable_sort(order.begin(), order.end(), [&](State a, State b) { return preference.better(b, a); });
  group.resize(states), place.clear();
  for (std::size_t begin = 0, end = 0; begin < states; begin = end) {
    while (end < states && preference.rank[order[end]] == preference.rank[order[begin]]) ++end;
    const double mean = static_cast<double>(begin + end - 1) / 2;
    for (std::size_t k = begin; k < end; ++k) {
      if (k == begin || !keep_ties) place.push_back(mean);
      group[order[k]] = static_cast<std::uint32_t>(place.size() - 1);
    }
  }
}

}  // namespace

StableCounts no_counts(const Graph& graph) {
  StableCounts counts;
  for (std::size_t n = 0; n < notion_count; ++n) {
    counts.stable[n].assign(static_cast<std::size_t>(graph.parties), std::vector<std::int64_t>(graph.states));
    counts.equilibrium[n].assign(graph.states, 0);
  }
  return counts;
}

void add(StableCounts& counts, const StableCounts& others) {
  const auto sum = [](std::vector<std::int64_t>& to, const std::vector<std::int64_t>& from) {
    std::transform(to.begin(), to.end(), from.begin(), to.begin(), std::plus<>());
  };
  counts.runs += others.runs;
  for (std::size_t n = 0; n < notion_count; ++n) {
    for (std::size_t p = 0; p < counts.stable[n].size(); ++p) sum(counts.stable[n][p], others.stable[n][p]);
    sum(counts.equilibrium[n], others.equilibrium[n]);
  }
}

Share share_of(std::int64_t hits, std::int64_t runs) {
  return {static_cast<double>(hits) / static_cast<double>(runs), wilson_interval(hits, runs, 0.95)};
}

Robustness::Robustness(const Graph& graph, const Perturbation& perturbation)
    : graph_(graph), perturbation_(perturbation) {
  for (Preference& preference : graph_.preference) {
    assert(preference.unknown.empty());
    preference.utility.clear(), preference.block.clear();
    place_groups(preference, perturbation.keep_ties, group_.emplace_back(), place_.emplace_back());
  }
}

std::vector<std::int32_t> Robustness::ranks_in(std::uint32_t run, int party) const {
  const auto p = static_cast<std::size_t>(party);
  const Stream<double> stream{perturbation_.seed, run, static_cast<std::uint32_t>(party)};
  std::vector<double> value(place_[p]);
  for (std::size_t k = 0; k < value.size(); k += 4) {
    const std::array<double, 4> z = stream.normals(Purpose::preferences, static_cast<std::uint32_t>(k / 4));
    for (std::size_t l = k; l < std::min(k + 4, value.size()); ++l) value[l] += perturbation_.noise * z[l - k];
  }
  const std::vector<std::int32_t> of_group = ranks_of(value);
  std::vector<std::int32_t> ranks(group_[p].size());
  for (std::size_t s = 0; s < ranks.size(); ++s) ranks[s] = of_group[group_[p][s]];
  return ranks;
}

void Robustness::run(std::uint32_t first, std::uint32_t count, StableCounts& counts) {
  std::vector<std::uint8_t> all(graph_.states);
  for (std::uint32_t r = first; r < first + count; ++r) {
    for (int party = 0; party < graph_.parties; ++party) set_ranks(graph_, party, ranks_in(r, party));
    for (std::size_t n = 0; n < notion_count; ++n) {
      std::fill(all.begin(), all.end(), std::uint8_t{1});
      for (int party = 0; party < graph_.parties; ++party) {
        std::vector<std::int64_t>& stable = counts.stable[n][static_cast<std::size_t>(party)];
        const std::vector<Verdict> verdict = judge(graph_, party, all_notions[n], perturbation_.rule).verdict;
        for (State s = 0; s < graph_.states; ++s) {
          const std::uint8_t holds = verdict[s] != Verdict::unstable;
          stable[s] += holds, all[s] &= holds;
        }
      }
      for (State s = 0; s < graph_.states; ++s) counts.equilibrium[n][s] += all[s];
    }
  }
  counts.runs += count;
}

}  // namespace armistice::stability
