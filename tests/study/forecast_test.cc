// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/forecast.h"

#include <gtest/gtest.h>

#include "tests/study/isles.h"

namespace armistice {
namespace {

TEST(Forecast, SameBitsForAnyNumberOfThreads) {
  const Sample one = *Forecaster(isles(), {}, 1).run({5, 300});
  for (int threads : {2, 3, 8})
    EXPECT_EQ(*Forecaster(isles(), {}, threads).run({5, 300}), one) << threads << " threads";
}

TEST(Forecast, ARunComesOutTheSameInAnyRange) {
  const Outcomes all = Forecaster(isles(), {}, 2).run({0, 64})->outcomes;
  Forecaster again(isles(), {}, 1);
  for (std::uint32_t run : {0u, 1u, 7u, 13u, 63u}) {
    const Outcomes one = again.run({run, 1})->outcomes;
    EXPECT_EQ(one.ending[0], all.ending[run]) << run;
    EXPECT_EQ(one.week[0], all.week[run]) << run;
    EXPECT_EQ(one.front[0], all.front[run]) << run;
    EXPECT_EQ(one.meetings[0], all.meetings[run]) << run;
  }
}

TEST(Forecast, AForecasterKeepsNothingBetweenRanges) {
  Forecaster kept(isles(), {}, 2);
  kept.run({0, 50});
  EXPECT_EQ(*kept.run({50, 50}), *Forecaster(isles(), {}, 1).run({50, 50}));
}

TEST(Forecast, TheSeedMatters) {
  EXPECT_NE(Forecaster(isles(), {}, 1).run({0, 32})->tally,
            Forecaster(isles(), {.seed = 2, .on = {}}, 1).run({0, 32})->tally);
}

TEST(Forecast, TellsHowFarItIs) {
  std::int64_t runs = 0, weeks = 0;
  const Hooks hooks{[&](std::int64_t r, std::int64_t w) { runs += r, weeks += w; }, {}};
  const auto sample = Forecaster(isles(), {}, 2).run({0, 101}, hooks);
  EXPECT_EQ(runs, 101);
  EXPECT_EQ(weeks, sample->tally.run_weeks);
}

TEST(Forecast, StopsAndGoesOnCleanly) {
  Forecaster forecaster(isles(), {}, 2);
  EXPECT_FALSE(forecaster.run({0, 500}, {{}, [] { return true; }}));
  EXPECT_EQ(*forecaster.run({0, 40}), *Forecaster(isles(), {}, 1).run({0, 40})) << "nothing is left over from the stop";
}

}  // namespace
}  // namespace armistice
