// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "armistice/model/cases.h"
#include "armistice/theory/collective/ensemble.h"

// Stacking: the shares of a mixture that would have told known outcomes best (Wolpert 1992, Neural Networks 5; of
// distributions Yao, Vehtari, Simpson and Gelman 2018, Bayesian Analysis 13). By the CRPS, which is quadratic in them:
// with F = sum_k w_k F_k it is sum_k w_k E|X_k - y| - sum_kl w_k w_l E|X_k - X_l| / 2, convex, so its least value over
// the simplex is found exactly and a group of cases is left out by subtracting its sums.
namespace armistice {

// Sums over cases.
struct StackSums {
  std::size_t parts = 0;
  double cases = 0;
  std::vector<double> error;     // [part] E|X_k - y|
  std::vector<double> distance;  // [part][part] E|X_k - X_l|
};

// Of no case yet.
StackSums no_cases(std::size_t parts);

// Adds the sums of other cases `times` (-1 takes them away).
void add(StackSums& sums, const StackSums& others, double times = 1);

// Adds a case: the parts' distributions and what happened. `unit` divides all distances, so that scales of different
// lengths count alike.
void add_case(StackSums& sums, std::span<const collective::Atoms> parts, double observed, double unit);

// The mean score of these shares, over the cases summed.
double stacked_score(const StackSums& sums, std::span<const double> shares);

// The shares, not negative and summing to 1, of the least mean score; equal ones of no case. Two parts that are sure,
// one right and one wrong: all to the first.
std::vector<double> stacked_shares(const StackSums& sums);

// The ensemble's powers (capability 0, 1/2 or 1; salience 1, 2 or 3) and shares of the least mean score over the cases
// with outcomes, all but those of group `without` (-1: all); scales count as 100 long.
class EnsembleFitter {
 public:
  explicit EnsembleFitter(const std::vector<CaseGroup>& groups);
  collective::EnsembleFit fit(int without = -1) const;

 private:
  struct Setting {
    collective::EnsemblePowers powers;
    StackSums all;
    std::vector<StackSums> of_group;
  };
  std::vector<Setting> settings_;
};

}  // namespace armistice
