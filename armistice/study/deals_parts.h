// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/study/deals.h"

// The parts of find_deals, each in a file of its own.
namespace armistice {

inline std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Mean, 5 % and 95 % quantile of one value a draw.
Spread spread_of_draws(std::vector<double> values);

// In how many draws a package passes, and the mean of its least gain; nothing where it breaks a constraint or cannot
// reach `needed` draws any more.
struct Passing {
  int draws = -1;
  double least = -10;
  auto operator<=>(const Passing&) const = default;
};
Passing passing_draws(const Hands& hands, const std::vector<int>& package, int needed = 0);

// Packages to climb from: the texts, the open one and the peace that either side would dictate, within the limits.
std::vector<std::vector<int>> starts_of(const Model& model, const DealQuestion& question);

// The zone over the draws, and the best package that climbing found in each draw.
struct ZoneFound {
  ZoneView view;
  std::vector<std::vector<int>> best;  // (draw)
};
ZoneFound find_zone(const Hands& hands, const DealQuestion& question);

// Packages that pass in many draws, the best first: candidates improved clause by clause and in pairs. And all that
// were seen on the way to pass in nearly as many draws as the best.
struct RobustFound {
  std::vector<std::vector<int>> best, near_best;
};
RobustFound find_robust(const Hands& hands, const DealQuestion& question, std::vector<std::vector<int>> candidates);

CentralView find_central(const Model& model, const Plan& plan, const DealQuestion& question,
                         const std::vector<std::vector<int>>& candidates);

// The best changes of a text by number of clauses, and what could be given for a refused clause.
TextDeals change_text(const Hands& hands, const Hands& central, const DealQuestion& question, int text);
std::vector<Compensation> compensate(const Hands& hands, const DealView& as_is, const DealQuestion& question);

}  // namespace armistice
