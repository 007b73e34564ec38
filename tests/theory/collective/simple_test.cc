// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/simple.h"

#include <limits>

#include "tests/theory/collective/emission.h"

namespace armistice::collective {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Simple, EmissionStandards) {
  const Field field = testing::emission();
  EXPECT_DOUBLE_EQ(compromise(field).forecast[0], 7.389955686853767);
  EXPECT_DOUBLE_EQ(mean(field).forecast[0], 6.7);
  EXPECT_EQ(weighted_median(field).forecast[0], 7);
  EXPECT_EQ(median(field).forecast[0], 7);
  EXPECT_EQ(mode(field).forecast[0], 10);
  EXPECT_EQ(midpoint(field).forecast[0], 7);
  const Prediction shares = mode(field);
  ASSERT_EQ(shares.distribution[0].size(), 3u);
  EXPECT_NEAR(shares.distribution[0][2].share, 0.336 / 0.677, 1e-12);
}

TEST(Simple, AnIntervalOfMediansGivesItsMiddle) {
  Field field = testing::emission();
  field.actors.resize(2), field.capability = {1, 1}, field.salience = {0.5, 0.5}, field.position = {4, 9};
  EXPECT_EQ(weighted_median(field).forecast[0], 6.5);
  field.actors.push_back("silent"), field.capability.push_back(1), field.salience.push_back(0);
  field.position.push_back(5);
  EXPECT_EQ(weighted_median(field).forecast[0], 6.5) << "who has no weight is no end of the interval";
}

TEST(Simple, WithoutWeightEverybodyCountsOnce) {
  Field field = testing::emission();
  field.salience.assign(10, 0);
  EXPECT_EQ(compromise(field).forecast, mean(field).forecast);
  field.capability.assign(10, 0);
  EXPECT_EQ(weighted_median(field).forecast, median(field).forecast);
}

TEST(Simple, NobodyTakesPart) {
  Field field = testing::emission();
  field.position.assign(10, nan);
  for (const auto model : {compromise, mean, weighted_median, median, mode})
    EXPECT_TRUE(std::isnan(model(field).forecast[0]));
  EXPECT_EQ(reference_point(field).refused, "needs a reference point");
}

}  // namespace
}  // namespace armistice::collective
