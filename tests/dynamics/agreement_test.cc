// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/dynamics/stage.h"

// The lanes (single precision, eight runs at once) against the reference path (double precision, one run): the same
// histories until rounding turns a discrete decision.
namespace armistice {
namespace {

struct Run {
  double ending = 0, week = 0, front = 0;
};

std::vector<Run> by_lanes(const Model& m, const Plan& plan, std::uint32_t runs) {
  std::vector<Run> found(runs);
  Simulator(m, plan).run(0, runs, [&](const WeekSeen& seen) {
    for (int l = 0; l < seen.lanes; ++l) {
      Run& run = found[seen.first + static_cast<std::uint32_t>(l)];
      const auto at = [&](const Lanes& v) { return static_cast<double>(lane(v, l)); };
      if (at(seen.state.ended) < 0.5 || static_cast<int>(at(seen.state.ended_week)) == seen.week)
        run = {at(seen.state.ending), at(seen.state.ended_week), at(seen.state.front)};
    }
  });
  return found;
}

std::vector<Run> by_reference(const Model& m, const Plan& plan, std::uint32_t runs) {
  std::vector<Run> found(runs);
  for (std::uint32_t r = 0; r < runs; ++r)
    run_reference(m, plan, r, [&](int, const State<double>& s) { found[r] = {s.ending, s.ended_week, s.front}; });
  return found;
}

// After a week no decision has been turned yet in nearly every run: all continuous fields agree to a float's precision.
TEST(Agreement, AfterAWeekEveryFieldIsTheSame) {
  Model m = compile(testing::small_war());
  m.weeks = 1;
  int differ = 0;
  constexpr std::uint32_t runs = 160;
  for (std::uint32_t r = 0; r < runs; ++r) {
    State<Lanes> fast{};
    Simulator(m, {}).run(r, 1, [&](const WeekSeen& seen) { fast = seen.state; });
    run_reference(m, {}, r, [&](int week, const State<double>& slow) {
      if (week != 1) return;
      std::vector<double> values;
      fields(fast, [&](const char*, auto& field) {
        if constexpr (requires {
                        field.size();
                        field.begin();
                      }) {
          for (const auto& v : field) values.push_back(static_cast<double>(lane(v, 0)));
        } else {
          values.push_back(static_cast<double>(lane(field, 0)));
        }
      });
      std::size_t i = 0;
      bool same = true;
      const auto compare = [&](double x) { same = same && std::abs(values[i++] - x) <= 1e-4 * (1 + std::abs(x)); };
      fields(slow, [&](const char*, const auto& field) {
        if constexpr (requires {
                        field.size();
                        field.begin();
                      }) {
          for (const double v : field) compare(v);
        } else {
          compare(field);
        }
      });
      differ += same ? 0 : 1;
    });
  }
  EXPECT_LE(differ, 2) << "of " << runs;
}

TEST(Agreement, OverTwoYearsNearlyEveryRunEndsTheSame) {
  const Model m = compile(testing::small_war());
  const Plan plan{.seed = 3, .on = {}, .central = false, .search_every = 0};
  constexpr std::uint32_t runs = 400;
  const auto fast = by_lanes(m, plan, runs), slow = by_reference(m, plan, runs);
  int same = 0, near = 0;
  for (std::uint32_t r = 0; r < runs; ++r) {
    const bool agree = fast[r].ending == slow[r].ending && fast[r].week == slow[r].week;
    same += agree ? 1 : 0;
    near += agree && std::abs(fast[r].front - slow[r].front) < 1e-3 ? 1 : 0;
  }
  EXPECT_GE(same, 380);
  EXPECT_GE(near, same * 95 / 100) << same;
}

}  // namespace
}  // namespace armistice
