// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

// More than two parties at one table, sharing a pie of 1.
namespace armistice {

// Everybody must agree, proposers take turns, the same discount d in [0, 1] for all: who proposes k periods from now
// gets d^k / (1 + d + ... + d^(n-1)); the first share is the first proposer's. Two parties: Rubinstein 1982.
// n = 3, d = 0.9: 0.36900, 0.33210, 0.29889.
std::vector<double> unanimity_shares(int parties, double discount);

struct ProposerShares {
  double proposer;
  double partner;  // each of those whose consent is bought; with a majority rule the others get nothing
};

// Everybody must agree, the proposer is drawn by lot each period: 1 - d (n - 1) / n, others d / n.
// n = 4, d = 0.95: 0.2875 and 0.2375.
ProposerShares random_proposer_unanimity(int parties, double discount);

// Baron and Ferejohn 1989, American Political Science Review 83(4), closed rule, simple majority of an odd number of
// parties, proposer by lot: 1 - d (n - 1) / (2 n) for the proposer, d / n for each of (n - 1) / 2 partners.
// n = 5, d = 0.9: 0.64 and 0.18.
ProposerShares majority_shares(int parties, double discount);

// Nash 1950, Econometrica 18(2), with weights (Kalai 1977, International Journal of Game Theory 6): what each has
// without a deal plus its part of the surplus, x_i = d_i + a_i / sum a (1 - sum d). Weights >= 0, not all 0. With a
// negative surplus there is no deal and the numbers say how the loss would fall.
// d (0.35, 0.2, 0.1), a (0.5, 0.3, 0.2): 0.525, 0.305, 0.17.
std::vector<double> weighted_nash(std::span<const double> without_deal, std::span<const double> weights);

// A party outside the deal wrecks it with chance s unless it is paid off (after Stedman 1997, International Security
// 22(2)): what paying gains the others, s surplus - price. Pay iff > 0. (0.3, 0.4, 0.1): 0.02.
double spoiler_gain(double wreck_chance, double surplus, double price);

}  // namespace armistice
