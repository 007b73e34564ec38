// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/ensemble.h"

#include <limits>

#include "armistice/theory/collective/simple.h"
#include "tests/theory/collective/emission.h"

namespace armistice::collective {
namespace {

TEST(Ensemble, PartsOfTheEmissionStandards) {
  const Field field = testing::emission();
  const auto parts = ensemble_parts_of(field, 0, {1, 1});
  const Atoms shares = shares_of_positions(field, 0);
  ASSERT_EQ(parts[0].size(), shares.size());
  for (std::size_t k = 0; k < shares.size(); ++k) EXPECT_NEAR(parts[0][k].share, shares[k].share, 1e-15);
  EXPECT_NEAR(mean_of(parts[1]), 7.389955686853767, 1e-12) << "the binomial law keeps the mean";
  double square = 0;
  for (const Atom& atom : parts[1])
    square += atom.share * (atom.value - 7.389955686853767) * (atom.value - 7.389955686853767);
  const double p = (7.389955686853767 - 4) / 6;
  EXPECT_NEAR(square, 36 * p * (1 - p) / 20, 1e-12) << "and has the binomial spread";
  EXPECT_EQ(parts[2].size(), 21u);
  EXPECT_NEAR(mean_of(parts[2]), 7, 1e-12);
}

TEST(Ensemble, PowersBendTheWeights) {
  Field field = testing::emission();
  field.actors.resize(2), field.capability = {9, 1}, field.salience = {0.5, 1}, field.position = {4, 10};
  const auto parts = ensemble_parts_of(field, 0, {0.5, 3});
  EXPECT_NEAR(parts[0][0].share, 3 * 0.125 / (3 * 0.125 + 1), 1e-15);
}

TEST(Ensemble, ForecastIsTheMedianOfAWholeDistribution) {
  const Prediction said = ensemble(testing::emission());
  double sum = 0, last = -1;
  for (const Atom& atom : said.distribution[0]) {
    EXPECT_GT(atom.value, last);
    EXPECT_GE(atom.share, 0);
    last = atom.value, sum += atom.share;
  }
  EXPECT_NEAR(sum, 1, 1e-12);
  EXPECT_EQ(said.forecast[0], median_of(said.distribution[0]));
  EXPECT_NEAR(said.forecast[0], 6.7, 1e-12);
}

TEST(Ensemble, TheScaleMovesTheForecastWithIt) {
  Field field = testing::emission();
  const double before = ensemble(field).forecast[0];
  for (double& x : field.position) x = 1000 + 16 * x;
  field.low = {1064}, field.high = {1160};
  EXPECT_NEAR(ensemble(field).forecast[0], 1000 + 16 * before, 1e-9);
}

TEST(Ensemble, NoLegalFieldIsRefused) {
  Field field = testing::emission();
  field.salience.assign(10, 0), field.capability.assign(10, 0);
  EXPECT_FALSE(std::isnan(ensemble(field).forecast[0])) << "nobody has weight: heads count";
  field.position.assign(10, 10);
  EXPECT_EQ(ensemble(field).forecast[0], 10) << "all agree, at the end of the scale";
  field.position.assign(10, std::numeric_limits<double>::quiet_NaN());
  EXPECT_TRUE(std::isnan(ensemble(field).forecast[0]));
  EXPECT_TRUE(ensemble(field).distribution[0].empty());
}

}  // namespace
}  // namespace armistice::collective
