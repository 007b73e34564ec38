// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/dynamics/stage.h"

namespace armistice {
namespace {

constexpr std::uint32_t runs = 64;

// The last state of every run, week by week of its block.
template <class F>
void every_week(const Model& m, const Switches& on, F f) {
  Simulator simulator(m, {.seed = 11, .on = on, .central = false, .search_every = 0});
  simulator.run(0, runs, f);
}

// A sum over every field, lane and week that the block lived.
double trace(const Model& m, const Switches& on) {
  double sum = 0;
  every_week(m, on, [&](const WeekSeen& seen) {
    int place = 0;
    testing::every_number(seen.state, [&](const Lanes& v) {
      ++place;
      for (int l = 0; l < seen.lanes; ++l) sum += std::sin(0.1 * place) * static_cast<double>(lane(v, l));
    });
  });
  return sum;
}

// The small war has one of everything, so no switch is inert in it.
TEST(Switches, EachOneOffChangesSomething) {
  const Model m = compile(testing::small_war());
  const double usual = trace(m, {});
  Switches names;
  int count = 0;
  Switches::list(names, [&](const char* name, bool&, const char*) {
    Switches on;
    Switches::list(on, [&](const char* other, bool& is_on, const char*) { is_on = std::string(other) != name; });
    EXPECT_NE(trace(m, on), usual) << name;
    ++count;
  });
  EXPECT_GE(count, 20);
}

TEST(Switches, WithoutFightTheFrontStandsUntilADealMovesIt) {
  const Model m = compile(testing::small_war());
  Switches on;
  on.fight = on.talk = false;
  every_week(m, on, [&](const WeekSeen& seen) {
    for (int l = 0; l < seen.lanes; ++l) EXPECT_FLOAT_EQ(lane(seen.state.front, l), 0.6f);
  });
}

TEST(Switches, WithoutTalkThereIsNoDeal) {
  const Model m = compile(testing::small_war());
  Switches on;
  on.talk = false;
  every_week(m, on, [&](const WeekSeen& seen) {
    for (int l = 0; l < seen.lanes; ++l) {
      EXPECT_EQ(lane(seen.state.force, l), 0.0f);
      EXPECT_EQ(lane(seen.state.meetings, l), 0.0f);
      EXPECT_EQ(lane(seen.state.deal_week, l), -1.0f);
    }
  });
}

TEST(Switches, WithoutLearningBeliefsStayWhatTheyWere) {
  const Model m = compile(testing::small_war());
  Switches on;
  on.learn = false;
  State<Lanes> start{};
  every_week(m, on, [&](const WeekSeen& seen) {
    if (seen.week == 0) start = seen.state;
    for (int l = 0; l < seen.lanes; ++l)
      for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(lane(seen.state.belief[i], l), lane(start.belief[i], l));
  });
}

TEST(Switches, WithKnownWalkAwayValuesTheGuessesAreRight) {
  const Model m = compile(testing::small_war());
  Switches on;
  on.guesses = false;
  every_week(m, on, [&](const WeekSeen& seen) {
    for (int l = 0; l < seen.lanes; ++l) EXPECT_EQ(lane(seen.state.guess[side_a], l), lane(seen.state.walk_away[1], l));
  });
}

TEST(Switches, WithoutCollapseNobodyCollapses) {
  const Model m = compile(testing::small_war());
  Switches on;
  on.collapse = false;
  every_week(m, on, [&](const WeekSeen& seen) {
    for (int l = 0; l < seen.lanes; ++l) {
      EXPECT_EQ(lane(seen.state.hazard[side_a], l), 0.0f);
      EXPECT_NE(lane(seen.state.ending, l), static_cast<float>(Ending::a_collapse));
      EXPECT_NE(lane(seen.state.ending, l), static_cast<float>(Ending::b_collapse));
    }
  });
}

}  // namespace
}  // namespace armistice
