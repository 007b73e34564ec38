// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstring>
#include <map>

#include "tests/dynamics/stage.h"

namespace armistice {
namespace {

// A hash over every field of one lane (FNV-1a over the bits).
std::uint64_t hash_of(const State<Lanes>& state, int l) {
  std::uint64_t hash = 14695981039346656037u;
  testing::every_number(state, [&](const Lanes& v) {
    const float x = lane(v, l);
    std::uint32_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    hash = (hash ^ bits) * 1099511628211u;
  });
  return hash;
}

// run -> hash over its weeks, up to the week in which it ends.
using Hashes = std::map<std::uint32_t, std::uint64_t>;

Hashes hashes(const Model& m, const Plan& plan, std::uint32_t first, std::uint32_t count) {
  Hashes found;
  Simulator simulator(m, plan);
  simulator.run(first, count, [&](const WeekSeen& seen) {
    for (int l = 0; l < seen.lanes; ++l) {
      auto& hash = found[seen.first + static_cast<std::uint32_t>(l)];
      const bool over =
          lane(seen.state.ended, l) > 0.5f && lane(seen.state.ended_week, l) < static_cast<float>(seen.week);
      if (!over) hash = hash * 31 + hash_of(seen.state, l);
    }
  });
  return found;
}

// A run has the same bits in every field and week, whatever runs stand beside it and in whatever lane.
TEST(Reproducible, AloneInABlockAndInAnyLane) {
  const Model m = compile(testing::small_war());
  const Plan plan{.seed = 42, .on = {}, .central = false, .search_every = 13};
  const Hashes together = hashes(m, plan, 0, 40);
  ASSERT_EQ(together.size(), 40u);
  for (const std::uint32_t run : {0u, 1u, 7u, 8u, 13u, 21u, 30u, 39u}) {
    EXPECT_EQ(hashes(m, plan, run, 1).at(run), together.at(run)) << run;
    if (run >= 3) {
      EXPECT_EQ(hashes(m, plan, run - 3, 5).at(run), together.at(run)) << run;
    }
  }
  EXPECT_EQ(hashes(m, plan, 0, 40), together);
  EXPECT_NE((hashes(m, {.seed = 43, .on = {}, .central = false, .search_every = 13}, 0, 1).at(0)), together.at(0));
}

TEST(Reproducible, TheSearchForAZoneMovesNothingElse) {
  const Model m = compile(testing::small_war());
  std::array<std::vector<float>, 2> fronts;
  for (const int every : {0, 4}) {
    Simulator simulator(m, {.seed = 7, .on = {}, .central = false, .search_every = every});
    simulator.run(0, 16, [&](const WeekSeen& seen) {
      for (int l = 0; l < seen.lanes; ++l) {
        fronts[every == 0 ? 0 : 1].push_back(lane(seen.state.front, l));
        fronts[every == 0 ? 0 : 1].push_back(lane(seen.state.ending, l));
      }
    });
  }
  EXPECT_EQ(fronts[0], fronts[1]);
}

TEST(Draws, AreTheKnobsOfTheRun) {
  const Dossier d = testing::small_war();
  const Model m = compile(d);
  const auto drawn = draw_of(m, {}, 5);
  ASSERT_EQ(drawn.size(), d.knobs.size());
  for (std::size_t k = 0; k < drawn.size(); ++k) {
    EXPECT_GE(drawn[k], d.knobs[k].least - 1e-6 * std::abs(d.knobs[k].least)) << d.knobs[k].path;
    EXPECT_LE(drawn[k], d.knobs[k].most + 1e-6 * std::abs(d.knobs[k].most)) << d.knobs[k].path;
    if (d.knobs[k].shape == Shape::fixed) {
      EXPECT_FLOAT_EQ(static_cast<float>(drawn[k]), static_cast<float>(d.knobs[k].a)) << d.knobs[k].path;
    }
  }
}

// The quantile functions of the engine and of the dossier are one.
TEST(Draws, FollowTheDossiersQuantiles) {
  for (const Knob& knob : testing::small_war().knobs)
    for (const double u : {0.003, 0.2, 0.5, 0.77, 0.999})
      EXPECT_NEAR(value_at(knob, u), quantile(knob, u), 1e-6 * (1 + std::abs(quantile(knob, u)))) << knob.path;
}

}  // namespace
}  // namespace armistice
