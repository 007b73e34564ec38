// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/tally.h"

#include <gtest/gtest.h>

#include <numeric>

#include "armistice/study/forecast.h"
#include "tests/study/isles.h"

namespace armistice {
namespace {

Sample runs(std::uint32_t first, std::uint32_t count) { return *Forecaster(isles(), {}, 1).run({first, count}); }

std::int64_t total(const std::vector<std::uint32_t>& column) {
  return std::accumulate(column.begin(), column.end(), std::int64_t{0});
}

// A model of one issue and one party, whose week is written by hand.
struct Stage {
  Stage() {
    model.weeks = 3;
    model.issues = 1;
    model.options = {3};
    model.parties = 2;
    all.push_back({"front", "share", 0, 1, [](const State<Lanes>& s) { return s.front; }});
    tally = empty_tally({model.weeks, 1, model.issues, model.parties});
    outcomes = empty_outcomes(10, model.issues);
    fields(state, [](const char*, auto& field) {
      if constexpr (std::is_same_v<std::remove_reference_t<decltype(field)>, Lanes>)
        field = Lanes(0.0f);
      else
        field.fill(Lanes(0.0f));
    });
    state.ending = Lanes(static_cast<float>(Ending::fighting));
    state.deal_week = Lanes(-1.0f);
    state.front = Lanes(0.5f);
  }
  void see(Recorder& recorder, int week) { recorder.see({week, 4, 2, state}); }

  Model model;
  std::vector<Series> all;
  Tally tally;
  Outcomes outcomes;
  State<Lanes> state;
};

// Run 4 ends in week 2, run 5 settles in week 1 and holds to the horizon.
TEST(Recorder, CountsWhatItSees) {
  Stage s;
  Recorder recorder(s.model, s.all, s.tally, s.outcomes, 4);
  const auto one = [](float a, float b) {
    return per_lane<Lanes>([&](int i) { return i == 0 ? a : i == 1 ? b : 0.0f; });
  };
  s.see(recorder, 0);
  s.state.force = one(0, settlement), s.state.deal_week = one(-1, 1), s.state.deal[0] = one(0, 2);
  s.state.ending = one(static_cast<float>(Ending::fighting), static_cast<float>(Ending::settlement));
  s.see(recorder, 1);
  s.state.ended = one(1, 0),
  s.state.ending = one(static_cast<float>(Ending::b_aim), static_cast<float>(Ending::settlement));
  s.state.searched_weeks = one(1, 1), s.state.distance = one(-0.1f, 0.1f), s.state.best_blocker = one(1, 0);
  s.see(recorder, 2);
  s.see(recorder, 3);

  EXPECT_EQ(s.tally.runs, 2);
  EXPECT_EQ(s.tally.run_weeks, 2 + 2 + 1 + 1);
  EXPECT_EQ(occupancy(s.tally, 0, Ending::fighting), 2);
  EXPECT_EQ(occupancy(s.tally, 1, Ending::settlement), 1);
  EXPECT_EQ(occupancy(s.tally, 1, Ending::b_aim), 0);
  EXPECT_EQ(occupancy(s.tally, 2, Ending::b_aim), 1);
  EXPECT_EQ(occupancy(s.tally, 3, Ending::b_aim), 1) << "an ending stays";
  EXPECT_EQ(s.tally.settled[1], 1u);
  EXPECT_EQ(total(s.tally.settled), 1);
  EXPECT_EQ(s.tally.ever_settled, 1);
  EXPECT_EQ(s.tally.settlement_terms[2], 1u);
  EXPECT_EQ(total(s.tally.settlement_terms), 1);
  EXPECT_EQ(total(s.tally.distance), 2);
  EXPECT_EQ(s.tally.blockers[1], 1u) << "run 4 is short of a deal by party 1";
  EXPECT_EQ(s.tally.blockers[0], 0u) << "run 5 has a zone: nobody blocks";
  EXPECT_EQ(s.tally.histogram[series_bins / 2], 2u);
  EXPECT_EQ(total(s.tally.histogram), s.tally.run_weeks);
  EXPECT_EQ(s.outcomes.week[0], 2);
  EXPECT_EQ(s.outcomes.week[1], -1);
  EXPECT_EQ(s.outcomes.deal_week[1], 1);
  EXPECT_EQ(s.outcomes.deal[0], no_deal);
  EXPECT_EQ(s.outcomes.deal[1], 2);
  EXPECT_EQ(s.outcomes.ending[0], static_cast<std::uint8_t>(Ending::b_aim));
}

TEST(Tally, EveryRunStandsSomewhereEveryWeek) {
  const Tally t = runs(0, 203).tally;
  for (int week = 0; week <= t.shape.weeks; ++week) {
    std::int64_t sum = 0;
    for (int e = 0; e < ending_count; ++e) sum += occupancy(t, week, static_cast<Ending>(e));
    EXPECT_EQ(sum, 203) << "week " << week;
  }
  EXPECT_EQ(total(t.histogram), t.run_weeks * t.shape.series);
  EXPECT_EQ(total(t.standing), t.run_weeks);
  EXPECT_EQ(total(t.distance), t.searched_weeks);
  for (int k = 0; k < t.shape.issues; ++k) {
    const auto first = t.settlement_terms.begin() + k * most_options;
    EXPECT_EQ(std::accumulate(first, first + most_options, std::int64_t{0}), t.ever_settled);
  }
}

TEST(Tally, AddingIsAssociativeCommutativeAndHasAZero) {
  const Tally a = runs(0, 40).tally, b = runs(40, 33).tally, c = runs(73, 50).tally;
  Tally left = a, right = b, turned = c, zero = empty_tally(a.shape);
  add(left, b), add(left, c);
  add(right, c);
  Tally outer = a;
  add(outer, right);
  add(turned, a), add(turned, b);
  add(zero, a);
  EXPECT_EQ(left, outer);
  EXPECT_EQ(left, turned);
  EXPECT_EQ(zero, a);
  EXPECT_EQ(left, runs(0, 123).tally);
}

TEST(Tally, RefusesAnotherShape) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  Tally a = empty_tally({10, 2, 1, 1});
  const Tally b = empty_tally({11, 2, 1, 1});
  EXPECT_DEATH(add(a, b), "shape");
}

}  // namespace
}  // namespace armistice
