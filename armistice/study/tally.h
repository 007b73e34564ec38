// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "armistice/dynamics/simulate.h"

// What many runs yield, counted. Everything is an integer, so that adding two tallies is associative and commutative
// and the sum has the same bits for any number of threads and any size of shard.
namespace armistice {

inline constexpr int series_bins = 128;    // bins of a weekly histogram
inline constexpr int distance_bins = 128;  // of the distance to a deal, over [distance_least, -distance_least]
inline constexpr double distance_least = -0.5;
inline constexpr std::uint8_t no_deal = 255;

// The shape of a tally: two tallies add up only when their shapes agree.
struct TallyShape {
  int weeks = 0, series = 0, issues = 0, parties = 0;
  auto operator<=>(const TallyShape&) const = default;
};
TallyShape shape_of(const Model& model);

struct Tally {
  TallyShape shape;
  std::int64_t runs = 0;
  std::int64_t run_weeks = 0;           // weeks in which a run was not over yet
  std::vector<std::uint32_t> standing;  // (week 0..weeks, ending): runs that go on, by how they stand
  std::vector<std::uint32_t> over;      // (week, ending): runs that ended in this week
  std::vector<std::uint32_t> settled;   // (week): runs whose first settlement came into force in it
  std::vector<std::uint32_t> ceased;    // (week): runs whose first ceasefire came into force in it
  std::vector<std::uint32_t> dates;     // (week, ending): final outcomes by their date (a deal's by its first day)
  std::vector<std::uint32_t>
      settlement_terms;  // (issue, option): runs that ever settled, by the terms they last settled on
  std::vector<std::uint32_t> ceasefire_terms;  // (issue, option): runs that stand in a ceasefire at their end
  std::vector<std::uint32_t> histogram;        // (week, series, bin): runs that go on
  std::vector<std::uint32_t> distance;         // (bin): searched weeks, by the distance to a deal
  std::vector<std::uint32_t> blockers;         // (party): searched weeks without a zone, by who gains least
  std::int64_t ever_settled = 0, in_ceasefire = 0;
  std::int64_t zone_weeks = 0, searched_weeks = 0;
  std::int64_t meetings = 0, refusals = 0, ceasefires_broken = 0;

  bool operator==(const Tally&) const = default;
};

Tally empty_tally(const TallyShape& shape);

// Adds `other` to `sum`; their shapes agree (asserted).
void add(Tally& sum, const Tally& other);

// The one list of the counts: adding, saving and comparing all walk it.
template <class T, class F>
void counts(T& t, F f) {
  f(t.standing), f(t.over), f(t.settled), f(t.ceased), f(t.dates), f(t.settlement_terms), f(t.ceasefire_terms);
  f(t.histogram), f(t.distance), f(t.blockers);
}
template <class T, class F>
void sums(T& t, F f) {
  f(t.runs), f(t.run_weeks), f(t.ever_settled), f(t.in_ceasefire), f(t.zone_weeks), f(t.searched_weeks);
  f(t.meetings), f(t.refusals), f(t.ceasefires_broken);
}

// How runs first, first + 1, ... came out, one column per quantity.
struct Outcomes {
  int issues = 0;
  std::vector<std::uint8_t> ending;  // Ending
  std::vector<std::int16_t> week;    // in which the run was over; -1: not within the horizon
  std::vector<std::int16_t>
      deal_week;  // in which the deal in force, or the broken settlement, came into force; -1: none
  std::vector<std::uint8_t> ceasefires_broken;
  std::vector<std::uint16_t> zone_weeks, searched_weeks, meetings, refusals;
  std::vector<float> front;        // the weighted position at the end
  std::vector<std::uint8_t> deal;  // (run, issue): option of the last settlement, else of the ceasefire; no_deal

  std::size_t size() const { return ending.size(); }
  bool operator==(const Outcomes&) const = default;
};
Outcomes empty_outcomes(std::size_t runs, int issues);

// The runs that stand as `ending` after `week`: those that go on and those that ended so before.
std::int64_t occupancy(const Tally& tally, int week, Ending ending);

// Watches a Simulator (its `seen`) and counts. One recorder for each thread; `outcomes` may be shared between threads,
// since each writes its own runs' rows only (row 0 is run `outcomes_first`).
class Recorder {
 public:
  Recorder(const Model& model, std::span<const Series> all_series, Tally& tally, Outcomes& outcomes,
           std::uint32_t outcomes_first);
  void see(const WeekSeen& seen);

 private:
  void begin(const WeekSeen& seen);
  void watch_deals(const WeekSeen& seen);
  void watch_zone(const WeekSeen& seen);
  void count_series(const WeekSeen& seen);
  void close(const WeekSeen& seen, int lane, bool over);

  struct Bins {
    float least, scale;  // bin = (value - least) * scale, clamped
  };
  const Model& model_;
  std::span<const Series> series_;
  std::vector<Bins> bins_;
  Tally& tally_;
  Outcomes& outcomes_;
  std::uint32_t outcomes_first_;

  // of the block of runs being watched
  std::uint32_t open_ = 0;                  // bit per lane: the run goes on
  std::uint32_t settled_ = 0, ceased_ = 0;  // bit per lane: ever
  std::uint32_t force_settled_ = 0;         // bit per lane: a settlement was in force last week
  std::array<std::uint16_t, lane_count<Lanes>> searched_{};
  std::vector<std::uint8_t> terms_;  // (lane, issue): of the last settlement
};

}  // namespace armistice
