// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/tally.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>

namespace armistice {
namespace {

constexpr int lanes_max = lane_count<Lanes>;
static_assert(lanes_max <= 32, "a block's lanes are bits of a 32-bit word");

std::size_t at(int row, int columns, int column) {
  return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
}

using Stored = std::array<float, lanes_max>;
void store(const Lanes& value, Stored& to) { value.store_unaligned(to.data()); }

// One bit per lane where the value equals `wanted`.
std::uint32_t bits(const Lanes& value, float wanted) {
  Stored v;
  store(value, v);
  std::uint32_t mask = 0;
  for (std::size_t i = 0; i < v.size(); ++i) mask |= static_cast<std::uint32_t>(v[i] == wanted) << i;
  return mask;
}

template <class F>
void each(std::uint32_t mask, F f) {
  for (; mask != 0; mask &= mask - 1) f(std::countr_zero(mask));
}

template <class To>
To whole(float value) {
  const float top = static_cast<float>(std::numeric_limits<To>::max());
  return static_cast<To>(std::clamp(value, static_cast<float>(std::numeric_limits<To>::min()), top));
}

}  // namespace

TallyShape shape_of(const Model& model) {
  return {model.weeks, static_cast<int>(series(model).size()), model.issues, model.parties};
}

Tally empty_tally(const TallyShape& shape) {
  Tally t;
  t.shape = shape;
  const auto weeks = static_cast<std::size_t>(shape.weeks) + 1;
  const std::size_t terms = static_cast<std::size_t>(shape.issues) * most_options;
  t.standing.resize(weeks * ending_count);
  t.over.resize(weeks * ending_count);
  t.settled.resize(weeks);
  t.ceased.resize(weeks);
  t.dates.resize(weeks * ending_count);
  t.settlement_terms.resize(terms);
  t.ceasefire_terms.resize(terms);
  t.histogram.resize(weeks * static_cast<std::size_t>(shape.series) * series_bins);
  t.distance.resize(distance_bins);
  t.blockers.resize(static_cast<std::size_t>(shape.parties));
  return t;
}

void add(Tally& sum, const Tally& other) {
  assert(sum.shape == other.shape);
  std::vector<const std::vector<std::uint32_t>*> from;
  counts(other, [&](const auto& column) { from.push_back(&column); });
  std::size_t next = 0;
  counts(sum, [&](auto& column) {
    const auto& more = *from[next++];
    for (std::size_t i = 0; i < column.size(); ++i) {
      column[i] += more[i];
      assert(column[i] >= more[i]);  // 32 bits are enough
    }
  });
  std::vector<std::int64_t> more;
  sums(other, [&](const std::int64_t& number) { more.push_back(number); });
  next = 0;
  sums(sum, [&](std::int64_t& number) { number += more[next++]; });
}

Outcomes empty_outcomes(std::size_t runs, int issues) {
  Outcomes o;
  o.issues = issues;
  o.ending.resize(runs);
  o.week.resize(runs);
  o.deal_week.resize(runs);
  o.ceasefires_broken.resize(runs);
  o.zone_weeks.resize(runs);
  o.searched_weeks.resize(runs);
  o.meetings.resize(runs);
  o.refusals.resize(runs);
  o.front.resize(runs);
  o.deal.assign(runs * static_cast<std::size_t>(issues), no_deal);
  return o;
}

std::int64_t occupancy(const Tally& tally, int week, Ending ending) {
  assert(week >= 0 && week <= tally.shape.weeks);
  const int e = static_cast<int>(ending);
  std::int64_t runs = tally.standing[at(week, ending_count, e)];
  for (int w = 0; w <= week; ++w) runs += tally.over[at(w, ending_count, e)];
  return runs;
}

Recorder::Recorder(const Model& model, std::span<const Series> all_series, Tally& tally, Outcomes& outcomes,
                   std::uint32_t outcomes_first)
    : model_(model),
      series_(all_series),
      tally_(tally),
      outcomes_(outcomes),
      outcomes_first_(outcomes_first),
      terms_(static_cast<std::size_t>(lanes_max * model.issues)) {
  for (const Series& s : series_) {
    assert(s.most > s.least);
    bins_.push_back({static_cast<float>(s.least), static_cast<float>(series_bins / (s.most - s.least))});
  }
}

void Recorder::see(const WeekSeen& seen) {
  if (seen.week == 0) begin(seen);
  watch_zone(seen);
  watch_deals(seen);
  const std::uint32_t over = bits(seen.state.ended, 1.0f) & open_;
  each(over, [&](int lane) { close(seen, lane, true); });
  open_ &= ~over;
  if (open_ == 0) return;

  Stored ending;
  store(seen.state.ending, ending);
  each(open_, [&](int lane) {
    ++tally_.standing[at(seen.week, ending_count, static_cast<int>(ending[static_cast<std::size_t>(lane)]))];
  });
  tally_.run_weeks += std::popcount(open_);
  count_series(seen);
  if (seen.week == tally_.shape.weeks) {
    each(open_, [&](int lane) { close(seen, lane, false); });
    open_ = 0;
  }
}

void Recorder::begin(const WeekSeen& seen) {
  assert(open_ == 0 && seen.lanes <= lanes_max);
  open_ = static_cast<std::uint32_t>((std::uint64_t{1} << seen.lanes) - 1);
  settled_ = ceased_ = force_settled_ = 0;
  searched_.fill(0);
  tally_.runs += seen.lanes;
}

// First days of deals, and the terms of each settlement on the day it comes into force (a later one replaces them):
// once it has broken, the state may hold another deal.
void Recorder::watch_deals(const WeekSeen& seen) {
  const auto week = static_cast<std::size_t>(seen.week);
  const std::uint32_t settled = bits(seen.state.force, static_cast<float>(settlement)) & open_;
  const std::uint32_t ceased = bits(seen.state.force, static_cast<float>(ceasefire)) & open_;
  tally_.settled[week] += static_cast<std::uint32_t>(std::popcount(settled & ~settled_));
  tally_.ceased[week] += static_cast<std::uint32_t>(std::popcount(ceased & ~ceased_));
  each(settled & ~force_settled_, [&](int lane_) {
    for (int k = 0; k < model_.issues; ++k)
      terms_[at(lane_, model_.issues, k)] =
          static_cast<std::uint8_t>(lane(seen.state.deal[static_cast<std::size_t>(k)], lane_));
  });
  settled_ |= settled;
  ceased_ |= ceased;
  force_settled_ = settled;
}

// A search raises `searched_weeks`; the distance that it found is counted in that week alone.
void Recorder::watch_zone(const WeekSeen& seen) {
  Stored searched;
  store(seen.state.searched_weeks, searched);
  each(open_, [&](int lane_) {
    const auto i = static_cast<std::size_t>(lane_);
    const auto now = static_cast<std::uint16_t>(searched[i]);
    if (now == searched_[i]) return;
    searched_[i] = now;
    const float distance = lane(seen.state.distance, lane_);
    const auto bin = static_cast<int>((distance - static_cast<float>(distance_least)) *
                                      static_cast<float>(distance_bins / (-2 * distance_least)));
    ++tally_.distance[static_cast<std::size_t>(std::clamp(bin, 0, distance_bins - 1))];
    const auto who = static_cast<int>(lane(seen.state.best_blocker, lane_));
    if (distance < 0 && who >= 0 && who < model_.parties) ++tally_.blockers[static_cast<std::size_t>(who)];
  });
}

void Recorder::count_series(const WeekSeen& seen) {
  std::uint32_t* row = tally_.histogram.data() +
                       static_cast<std::size_t>(seen.week) * series_.size() * static_cast<std::size_t>(series_bins);
  for (std::size_t s = 0; s < series_.size(); ++s, row += series_bins) {
    const Lanes scaled = (series_[s].value(seen.state) - Lanes(bins_[s].least)) * Lanes(bins_[s].scale);
    Stored bin;
    store(clamp(scaled, Lanes(0.0f), Lanes(static_cast<float>(series_bins - 1))), bin);
    each(open_, [&](int lane) { ++row[static_cast<std::size_t>(bin[static_cast<std::size_t>(lane)])]; });
  }
}

// Writes down how a run came out: when it is over, or at the horizon.
void Recorder::close(const WeekSeen& seen, int lane_, bool over) {
  const State<Lanes>& s = seen.state;
  const auto number = [&](const Lanes& value) { return lane(value, lane_); };
  const int ending = static_cast<int>(number(s.ending));
  assert(ending >= 0 && ending < ending_count);
  const auto kind = static_cast<Ending>(ending);
  const std::size_t row = seen.first + static_cast<std::uint32_t>(lane_) - outcomes_first_;
  assert(row < outcomes_.size());
  Outcomes& o = outcomes_;
  o.ending[row] = static_cast<std::uint8_t>(ending);
  o.week[row] = over ? static_cast<std::int16_t>(seen.week) : std::int16_t{-1};
  const bool had_deal = kind == Ending::settlement || kind == Ending::ceasefire || kind == Ending::broken;
  o.deal_week[row] = had_deal ? whole<std::int16_t>(number(s.deal_week)) : std::int16_t{-1};
  o.ceasefires_broken[row] = whole<std::uint8_t>(number(s.ceasefires_broken));
  o.zone_weeks[row] = whole<std::uint16_t>(number(s.zone_weeks));
  o.searched_weeks[row] = whole<std::uint16_t>(number(s.searched_weeks));
  o.meetings[row] = whole<std::uint16_t>(number(s.meetings));
  o.refusals[row] = whole<std::uint16_t>(number(s.refusals));
  o.front[row] = number(s.front);

  const bool settled = (settled_ >> lane_ & 1) != 0;
  const bool in_ceasefire = kind == Ending::ceasefire;
  for (int k = 0; (settled || in_ceasefire) && k < model_.issues; ++k) {
    const auto now = static_cast<std::uint8_t>(number(s.deal[static_cast<std::size_t>(k)]));
    const std::uint8_t last = terms_[at(lane_, model_.issues, k)];
    if (settled) ++tally_.settlement_terms[at(k, most_options, last)];
    if (in_ceasefire) ++tally_.ceasefire_terms[at(k, most_options, now)];
    o.deal[row * static_cast<std::size_t>(model_.issues) + static_cast<std::size_t>(k)] = in_ceasefire ? now : last;
  }
  tally_.ever_settled += settled;
  tally_.in_ceasefire += in_ceasefire;
  tally_.zone_weeks += o.zone_weeks[row];
  tally_.searched_weeks += o.searched_weeks[row];
  tally_.meetings += o.meetings[row];
  tally_.refusals += o.refusals[row];
  tally_.ceasefires_broken += o.ceasefires_broken[row];

  if (over) ++tally_.over[at(seen.week, ending_count, ending)];
  const int date = over ? seen.week : o.deal_week[row];
  assert(date <= tally_.shape.weeks);
  if (date >= 0) ++tally_.dates[at(date, ending_count, ending)];
}

}  // namespace armistice
