// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/words.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

TEST(Words, Bands) {
  EXPECT_EQ(chance_band(0).en, "below one in a hundred");
  EXPECT_EQ(chance_band(0.03).en, "almost no chance");
  EXPECT_EQ(chance_band(0.12).en, "very unlikely");
  EXPECT_EQ(chance_band(0.3).en, "unlikely");
  EXPECT_EQ(chance_band(0.5).en, "roughly even");
  EXPECT_EQ(chance_band(0.7).en, "likely");
  EXPECT_EQ(chance_band(0.9).en, "very likely");
  EXPECT_EQ(chance_band(0.97).en, "almost certain");
  EXPECT_EQ(chance_band(1).en, "above ninety-nine in a hundred");
  EXPECT_EQ(chance_band(0.12).zh, "很不可能");
}

TEST(Words, EdgesGoUp) {
  EXPECT_EQ(chance_band(0.2).en, "unlikely");
  EXPECT_EQ(chance_band(0.55).en, "likely");
  EXPECT_EQ(chance_band(0.99).en, "above ninety-nine in a hundred");
}

TEST(Words, BandsCoverEveryChanceOnce) {
  double end = 0;
  for (const ChanceBand& band : chance_bands()) {
    EXPECT_EQ(band.low, end) << band.en;
    EXPECT_LT(band.low, band.high) << band.en;
    EXPECT_FALSE(band.zh.empty());
    end = band.high;
  }
  EXPECT_EQ(end, 1);
}

}  // namespace
}  // namespace armistice
