// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "armistice/theory/intervals.h"
#include "armistice/theory/stability/stability.h"

// How often a state stays stable when preferences are not quite what they are taken to be. In each run every party's
// ranking is perturbed: a state's place, plus Gaussian noise, gives the order (Thurstone 1927, "A law of comparative
// judgment", case V).
namespace armistice::stability {

struct Perturbation {
  // Standard deviation, in places of the ranking. Two states d places apart change order with probability
  // Phi(-d / (noise sqrt 2)): neighbours at noise 1 in 24 % of runs.
  double noise = 1;
  bool keep_ties = true;  // states that a party does not tell apart move together; else they are told apart at random
  std::uint64_t seed = 1;
  Rule rule = Rule::returns;
};

// Counts of runs; those of disjoint runs add up, whatever the order.
struct StableCounts {
  std::int64_t runs = 0;
  std::array<std::vector<std::vector<std::int64_t>>, notion_count> stable;  // [notion][party][state]
  std::array<std::vector<std::int64_t>, notion_count> equilibrium;          // [notion][state]
};
StableCounts no_counts(const Graph& graph);
void add(StableCounts& counts, const StableCounts& others);

struct Share {
  double share = 0;
  Interval interval{0, 1};  // Wilson's, 95 %
};
Share share_of(std::int64_t hits, std::int64_t runs);

// Runs one after another, each by its own stream of (seed, run, party): the same counts however the runs are divided
// among threads, one Robustness for each. Preferences must be known; utilities and blocks are not looked at.
class Robustness {
 public:
  Robustness(const Graph& graph, const Perturbation& perturbation);

  // Runs first, first + 1, ..., `count` of them.
  void run(std::uint32_t first, std::uint32_t count, StableCounts& counts);

  // The ranks of the party in a run.
  std::vector<std::int32_t> ranks_in(std::uint32_t run, int party) const;

 private:
  Graph graph_;
  Perturbation perturbation_;
  std::vector<std::vector<std::uint32_t>> group_;  // [party][state] which place of `place_` is the state's
  std::vector<std::vector<double>> place_;         // [party][group]
};

}  // namespace armistice::stability
