// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/normal.h"

#include <gtest/gtest.h>

#include <boost/math/distributions/normal.hpp>

namespace armistice {
namespace {

TEST(NormalQuantile, AgreesWithBoost) {
  const boost::math::normal normal;
  EXPECT_NEAR(normal_quantile(0.975), 1.959963985, 2e-7);
  for (double p = 1e-6; p < 1; p += 1.7e-4)
    EXPECT_NEAR(normal_quantile(p), boost::math::quantile(normal, p), 1e-6 * (1 + std::abs(normal_quantile(p)))) << p;
  for (const double p : {0x1p-24, 1e-12, 1e-30, 1 - 0x1p-24})
    EXPECT_NEAR(normal_quantile(p), boost::math::quantile(normal, p), 1e-6 * 12) << p;
}

TEST(NormalQuantile, LanesAreTheSameToAFloat) {
  for (int i = 0; i < 4000; i += lane_count<Lanes>) {
    const auto at = [&](int l) { return static_cast<float>((i + l + 0.5) / 4000); };
    const Lanes z = normal_quantile(per_lane<Lanes>(at));
    for (int l = 0; l < lane_count<Lanes>; ++l)
      EXPECT_NEAR(static_cast<double>(lane(z, l)), normal_quantile(static_cast<double>(at(l))), 3e-6) << at(l);
  }
}

TEST(NormalQuantile, IsOddAboutOneHalf) {
  for (const double p : {0.5, 0.3, 0.05, 0.001, 1e-9}) EXPECT_NEAR(normal_quantile(p), -normal_quantile(1 - p), 1e-7);
}

}  // namespace
}  // namespace armistice
