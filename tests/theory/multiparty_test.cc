// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/multiparty.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

#include "armistice/theory/rubinstein.h"

namespace armistice {
namespace {

TEST(Multiparty, Unanimity) {
  const auto shares = unanimity_shares(3, 0.9);
  ASSERT_EQ(shares.size(), 3u);
  EXPECT_NEAR(shares[0], 0.36900369003690037, 1e-14);
  EXPECT_NEAR(shares[1], 0.33210332103321033, 1e-14);
  EXPECT_NEAR(shares[2], 0.2988929889298893, 1e-14);
  EXPECT_NEAR(random_proposer_unanimity(4, 0.95).proposer, 0.2875, 1e-14);
  EXPECT_NEAR(random_proposer_unanimity(4, 0.95).partner, 0.2375, 1e-14);
}

TEST(Multiparty, BaronFerejohn) {
  EXPECT_NEAR(majority_shares(5, 0.9).proposer, 0.64, 1e-14);
  EXPECT_NEAR(majority_shares(5, 0.9).partner, 0.18, 1e-14);
  EXPECT_NEAR(majority_shares(3, 1).proposer, 0.6666666666666667, 1e-14);
  EXPECT_NEAR(majority_shares(3, 1).partner, 0.3333333333333333, 1e-14);
}

TEST(Multiparty, WeightedNash) {
  const auto shares = weighted_nash(std::vector{0.35, 0.2, 0.1}, std::vector{0.5, 0.3, 0.2});
  EXPECT_NEAR(shares[0], 0.525, 1e-14);
  EXPECT_NEAR(shares[1], 0.305, 1e-14);
  EXPECT_NEAR(shares[2], 0.17, 1e-14);
  EXPECT_NEAR(weighted_nash(std::vector{0.45, 0.2}, std::vector{1.0, 1.0})[0], 0.625, 1e-14);
  EXPECT_NEAR(weighted_nash(std::vector{0.45, 0.2}, std::vector{0.7, 0.3})[0], 0.695, 1e-14);
}

TEST(Multiparty, Spoiler) {
  EXPECT_NEAR(spoiler_gain(0.3, 0.4, 0.1), 0.02, 1e-14);
  EXPECT_LT(spoiler_gain(0.2, 0.4, 0.1), 0);
}

RC_GTEST_PROP(MultipartyLaw, SharesAddToOneAndTwoArePlayingRubinstein, ()) {
  const int n = *rc::gen::inRange(1, 20);
  const double d = *rc::gen::inRange(0, 1000) / 1000.0;
  const auto shares = unanimity_shares(n, d);
  RC_ASSERT(std::fabs(std::accumulate(shares.begin(), shares.end(), 0.0) - 1) < 1e-12);
  RC_ASSERT(std::fabs(unanimity_shares(2, d)[0] - first_mover_share(d, d)) < 1e-12);
  const ProposerShares all = random_proposer_unanimity(n, d);
  RC_ASSERT(std::fabs(all.proposer + (n - 1) * all.partner - 1) < 1e-12);
  const ProposerShares half = majority_shares(2 * n + 1, d);
  RC_ASSERT(std::fabs(half.proposer + n * half.partner - 1) < 1e-12);
}

}  // namespace
}  // namespace armistice
