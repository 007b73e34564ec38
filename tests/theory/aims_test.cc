// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/aims.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "tests/theory/spaces.h"

namespace armistice {
namespace {

double score_of(const Claims& claims, Aim aim, const std::vector<double>& utility) {
  Block block;
  block.size = 1;
  for (const double u : utility) block.utility.push_back({u});
  std::vector<double> out;
  score(claims, aim, block, out);
  return out.at(0);
}

TEST(Aims, KnownScores) {
  Claims claims{{1, 1}, {0.2, 0.4}, {0.6, 0.3}};
  EXPECT_NEAR(score_of(claims, Aim::nash, {0.5, 0.6}), 0.06, 1e-15);
  EXPECT_NEAR(score_of(claims, Aim::kalai, {0.5, 0.6}), 0.2, 1e-15);
  EXPECT_NEAR(score_of(claims, Aim::ks, {0.5, 0.6}), 0.5, 1e-15);
  EXPECT_NEAR(score_of(claims, Aim::utilitarian, {0.5, 0.1}), 0.6, 1e-15);
  EXPECT_EQ(score_of(claims, Aim::utilitarian_rational, {0.5, 0.1}), no_score);
  EXPECT_EQ(score_of(claims, Aim::nash, {0.1, 0.3}), no_score);   // two losses are no gain
  EXPECT_EQ(score_of(claims, Aim::nash, {0.5, 0.4 - 1e-12}), 0);  // rounding is no loss
  claims.weights = {2, 1};
  EXPECT_NEAR(score_of(claims, Aim::nash, {0.5, 0.6}), 0.018, 1e-15);
  EXPECT_NEAR(score_of(claims, Aim::kalai, {0.5, 0.6}), 0.15, 1e-15);
  EXPECT_NEAR(score_of(claims, Aim::ks, {0.5, 0.6}), 0.25, 1e-15);
  EXPECT_NEAR(score_of(claims, Aim::utilitarian, {0.5, 0.6}), 1.6, 1e-15);
  claims.hope = {0, 0};
  EXPECT_EQ(score_of(claims, Aim::ks, {0.2, 0.4}), 0);
  claims.kalai_least = 0.15 - utility_quantum / 2;
  EXPECT_NEAR(score_of(claims, Aim::kalai_sum, {0.5, 0.6}), 1.1, 1e-15);
  EXPECT_EQ(score_of(claims, Aim::kalai_sum, {0.49, 0.7}), no_score);
}

TEST(Aims, TiesOfTinyProducts) {
  EXPECT_LT(tied_from(Aim::nash, 1e-40), 1e-40);
  EXPECT_GT(tied_from(Aim::nash, 1e-40), 0.999e-40);
  EXPECT_EQ(tied_from(Aim::nash, 0), 0);
  EXPECT_EQ(tied_from(Aim::kalai, 0.25), 0.25 - 5e-10);
}

// The bound of a block is worth what it says only if more for anybody never scores less.
RC_GTEST_PROP(AimsLaw, MoreForAnybodyNeverScoresLess, ()) {
  const auto parties = static_cast<std::size_t>(number_between(1, 16));
  Claims claims;
  std::vector<double> low, high;
  for (std::size_t p = 0; p < parties; ++p) {
    claims.weights.push_back(p == 0 ? 1 : thousandths(0, 3) * 1000);
    claims.reservation.push_back(thousandths(0, 400));
    claims.hope.push_back(thousandths(0, 2) * 300);
    low.push_back(thousandths(200, 900));
    high.push_back(low[p] + thousandths(0, 3));
  }
  claims.kalai_least = thousandths(0, 500);
  for (const Aim aim : {Aim::nash, Aim::kalai, Aim::ks, Aim::utilitarian, Aim::utilitarian_rational, Aim::kalai_sum})
    RC_ASSERT(score_of(claims, aim, low) <= score_of(claims, aim, high));
}

}  // namespace
}  // namespace armistice
