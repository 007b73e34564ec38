// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/stacking.h"

#include <rapidcheck.h>

#include <filesystem>
#include <random>

namespace armistice {
namespace {

using collective::Atoms;

TEST(Stacking, WhoIsRightTakesAll) {
  StackSums sums = no_cases(2);
  const std::vector<Atoms> parts = {{{10, 1}}, {{90, 1}}};
  add_case(sums, parts, 10, 1);
  EXPECT_EQ(stacked_shares(sums), (std::vector<double>{1, 0}));
  EXPECT_EQ(stacked_score(sums, std::vector<double>{1, 0}), 0);
  EXPECT_EQ(stacked_score(sums, std::vector<double>{0, 1}), 80);
  add_case(sums, parts, 90, 1);
  const auto halves = stacked_shares(sums);
  EXPECT_NEAR(halves[0], 0.5, 1e-12);
  EXPECT_NEAR(stacked_score(sums, halves), 20, 1e-9) << "the score of a fair coin over 80";
}

TEST(Stacking, OfNoCaseAllPartsAreEqual) {
  EXPECT_EQ(stacked_shares(no_cases(4)), (std::vector<double>{0.25, 0.25, 0.25, 0.25}));
}

// Cases with three parts of a few atoms each.
StackSums random_sums(std::mt19937_64& engine, int cases) {
  const auto uniform = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
  StackSums sums = no_cases(3);
  for (int c = 0; c < cases; ++c) {
    std::vector<Atoms> parts(3);
    for (Atoms& part : parts) {
      for (int a = 0; a < 4; ++a) part.push_back({100 * uniform(), uniform()});
      part = collective::tidied(part);
    }
    add_case(sums, parts, 100 * uniform(), 1);
  }
  return sums;
}

TEST(Stacking, ScoreIsThatOfTheMixture) {
  const std::vector<Atoms> parts = {{{0, 0.5}, {40, 0.5}}, {{20, 1}}, {{100, 1}}};
  StackSums sums = no_cases(3);
  add_case(sums, parts, 30, 1);
  const std::vector<double> shares = {0.5, 0.25, 0.25};
  Atoms whole;
  for (std::size_t k = 0; k < 3; ++k)
    for (const auto& atom : parts[k]) whole.push_back({atom.value, shares[k] * atom.share});
  EXPECT_NEAR(stacked_score(sums, shares), crps(collective::tidied(whole), 30), 1e-12);
}

TEST(Stacking, NoOtherSharesScoreBetter) {
  std::mt19937_64 engine(7);
  for (int round = 0; round < 50; ++round) {
    const StackSums sums = random_sums(engine, 5);
    const auto best = stacked_shares(sums);
    double sum = 0;
    for (const double share : best) {
      sum += share;
      EXPECT_GE(share, 0);
    }
    EXPECT_NEAR(sum, 1, 1e-12);
    for (int i = 0; i <= 20; ++i)
      for (int j = 0; i + j <= 20; ++j)
        EXPECT_LE(stacked_score(sums, best),
                  stacked_score(sums, std::vector<double>{i / 20.0, j / 20.0, (20 - i - j) / 20.0}) + 1e-9);
  }
}

TEST(Stacking, LeavingOutIsTakingAwayTheSums) {
  std::mt19937_64 engine(8);
  const StackSums some = random_sums(engine, 6), others = random_sums(engine, 3);
  StackSums all = some;
  add(all, others), add(all, others, -1);
  const auto a = stacked_shares(all), b = stacked_shares(some);
  for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(a[k], b[k], 1e-9);
}

// The shares that the program ships, where the decisions they were fitted to are at hand beside the checkout.
TEST(Stacking, ShippedFitIsFoundAgain) {
  const std::filesystem::path folder = ARMISTICE_ROOT "/../shared/cases/deu";
  if (!std::filesystem::exists(folder / "issues.csv")) GTEST_SKIP() << "no DEU extract beside the checkout";
  Problems problems;
  const auto cases = read_cases(folder, "gdp_weight_blksv", problems);
  ASSERT_TRUE(cases) << show(problems);
  const auto fit = EnsembleFitter(cases->groups).fit();
  EXPECT_EQ(fit.powers.capability, collective::fitted_ensemble.powers.capability);
  EXPECT_EQ(fit.powers.salience, collective::fitted_ensemble.powers.salience);
  for (std::size_t k = 0; k < fit.shares.size(); ++k)
    EXPECT_NEAR(fit.shares[k], collective::fitted_ensemble.shares[k], 5e-5);
}

}  // namespace
}  // namespace armistice
