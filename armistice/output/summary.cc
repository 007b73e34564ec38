// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/summary.h"

#include <fmt/format.h>
#include <cassert>
#include <limits>

#include "armistice/theory/intervals.h"
#include "armistice/theory/words.h"

namespace armistice {
namespace {

constexpr double not_converged = 0.05;   // half width of an interval that calls for more runs
constexpr std::int64_t few_deals = 100;  // below which the terms say little
constexpr double confidence_high = 3.0 / 4, confidence_low = 1.0 / 2;  // shares of cited numbers

std::size_t at(int row, int columns, int column) {
  return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
}

Phrase likelihood(double share) {
  const ChanceBand& band = chance_band(share);
  return {std::string(band.en), std::string(band.zh)};
}

EndingRow ending_row(const Model& model, const Tally& tally, const std::vector<int>& marks, Ending ending) {
  const int weeks = tally.shape.weeks, e = static_cast<int>(ending);
  EndingRow row;
  row.ending = ending, row.id = ending_id(ending), row.name = ending_name(model, ending);
  row.share = share_of(occupancy(tally, weeks, ending), tally.runs);
  row.likelihood = likelihood(row.share.share);
  for (int mark : marks) row.by.push_back(share_of(occupancy(tally, mark, ending), tally.runs));

  std::vector<std::int64_t> dates;
  std::int64_t dated = 0;
  for (int w = 0; w <= weeks; ++w) dates.push_back(tally.dates[at(w, ending_count, e)]), dated += dates.back();
  if (dated > 0) {
    const auto week = [&](double share) { return quantile_from_counts(dates, share, interval_level).bin; };
    row.week_25 = week(0.25), row.week_50 = week(0.5), row.week_75 = week(0.75);
  }
  return row;
}

std::vector<Share> cumulative(const std::vector<std::uint32_t>& by_week, const std::vector<int>& marks,
                              std::int64_t of) {
  std::vector<Share> shares;
  for (int mark : marks) {
    std::int64_t runs = 0;
    for (int w = 0; w <= mark; ++w) runs += by_week[static_cast<std::size_t>(w)];
    shares.push_back(share_of(runs, of));
  }
  return shares;
}

void add_time(Summary& s, const Model& model, const Tally& tally) {
  std::array<std::int64_t, ending_count> over{};
  for (int w = 0; w <= s.weeks; ++w) {
    std::array<double, ending_count> shares{};
    std::int64_t going_on = 0;
    for (int e = 0; e < ending_count; ++e) {
      const auto i = static_cast<std::size_t>(e);
      over[i] += tally.over[at(w, ending_count, e)];
      const std::int64_t standing = tally.standing[at(w, ending_count, e)];
      shares[i] = static_cast<double>(over[i] + standing) / static_cast<double>(tally.runs);
      going_on += standing;
    }
    s.over_time.push_back(shares);
    s.going_on.push_back(going_on);
  }
  const std::vector<Series> all = series(model);
  for (std::size_t k = 0; k < all.size(); ++k) {
    SeriesRow row{all[k].name, all[k].unit, {}};
    for (int w = 0; w <= s.weeks; ++w) {
      const auto first = (static_cast<std::size_t>(w) * all.size() + k) * series_bins;
      const std::span<const std::uint32_t> counts(tally.histogram.data() + first, series_bins);
      auto& quantile = row.quantile.emplace_back();
      for (std::size_t q = 0; q < series_quantiles.size(); ++q)
        quantile[q] = bin_quantile(counts, all[k].least, all[k].most, series_quantiles[q]);
    }
    s.series.push_back(std::move(row));
  }
}

void add_terms(Summary& s, const Model& model, const Tally& tally) {
  s.ever_settled = share_of(tally.ever_settled, tally.runs);
  s.settlements = tally.ever_settled;
  s.ceasefires = tally.in_ceasefire;
  for (int k = 0; k < model.issues; ++k)
    for (int o = 0; o < model.options[static_cast<std::size_t>(k)]; ++o)
      s.terms.push_back({k, o, share_of(tally.settlement_terms[at(k, most_options, o)], s.settlements),
                         share_of(tally.ceasefire_terms[at(k, most_options, o)], s.ceasefires)});
}

void add_zone(Summary& s, const Tally& tally) {
  s.zone = share_of(tally.zone_weeks, tally.searched_weeks);
  for (std::size_t q = 0; q < series_quantiles.size(); ++q)
    s.distance[q] = bin_quantile(tally.distance, distance_least, -distance_least, series_quantiles[q]);
  std::int64_t blocked = 0;
  for (std::uint32_t count : tally.blockers) blocked += count;
  for (int p = 0; p < tally.shape.parties; ++p)
    if (const auto count = tally.blockers[static_cast<std::size_t>(p)]; count > 0)
      s.blockers.push_back({p, share_of(count, blocked)});
  std::stable_sort(s.blockers.begin(), s.blockers.end(),
                   [](const BlockerRow& a, const BlockerRow& b) { return a.share.runs > b.share.runs; });
  const auto runs = static_cast<double>(std::max<std::int64_t>(1, tally.runs));
  s.meetings_a_run = static_cast<double>(tally.meetings) / runs;
  s.refusals_a_run = static_cast<double>(tally.refusals) / runs;
  s.ceasefires_broken_a_run = static_cast<double>(tally.ceasefires_broken) / runs;
}

void add_confidence(Summary& s, const Model& model) {
  for (const Knob& knob : model.dossier.knobs) {
    if (knob.structural) continue;  // left out on purpose: it claims nothing
    ++s.knobs;
    s.knobs_cited += !knob.assumed();
    s.knobs_drawn += knob.shape != Shape::fixed;
  }
  const double cited = s.knobs > 0 ? static_cast<double>(s.knobs_cited) / static_cast<double>(s.knobs) : 0;
  s.confidence = cited >= confidence_high  ? Phrase{"high", "高"}
                 : cited >= confidence_low ? Phrase{"moderate", "中"}
                                           : Phrase{"low", "低"};
  s.confidence_why = {
      fmt::format(
          "{} of {} numbers rest on a source, {} are assumed; high from three quarters cited, moderate from a half",
          s.knobs_cited, s.knobs, s.knobs - s.knobs_cited),
      fmt::format("{1} 个数中 {0} 个有来源，{2} 个为假设；四分之三以上有来源为高，一半以上为中", s.knobs_cited, s.knobs,
                  s.knobs - s.knobs_cited)};
}

void add_warnings(Summary& s) {
  double widest = 0;
  for (const EndingRow& row : s.endings) widest = std::max(widest, (row.share.high - row.share.low) / 2);
  if (widest > not_converged)
    s.warnings.push_back(
        {fmt::format("interval half-width above 5 points ({:.1f}): not converged; run more histories", 100 * widest),
         fmt::format("区间半宽超过 5 个百分点（{:.1f}）：尚未收敛，请增加运行次数", 100 * widest)});
  if (s.settlements < few_deals)
    s.warnings.push_back({fmt::format("only {} runs reached a settlement: the terms are uncertain", s.settlements),
                          fmt::format("仅 {} 次运行达成协议：条款分布不确定", s.settlements)});
  if (2 * s.knobs_cited < s.knobs)
    s.warnings.push_back(
        {fmt::format("{} of {} numbers are assumed: read the shares as what the assumptions imply",
                     s.knobs - s.knobs_cited, s.knobs),
         fmt::format("{1} 个数中 {0} 个为假设：所列比例只是这些假设的推论", s.knobs - s.knobs_cited, s.knobs)});
  s.left_out = {
      {"The model leaves out the harm to civilians, justice, and legality.", "模型未计入平民所受伤害、正义与合法性。"},
      {"A deal that passes is not therefore a good one.", "能通过的协议未必是好协议。"}};
}

std::vector<int> marks_until(int weeks) {
  std::vector<int> marks;
  for (int mark : {26, 52, 78, 104})
    if (mark < weeks) marks.push_back(mark);
  marks.push_back(weeks);
  return marks;
}

}  // namespace

Share share_of(std::int64_t runs, std::int64_t of) {
  if (of <= 0) return {};
  const Interval interval = wilson_interval(runs, of, interval_level);
  return {runs, of, static_cast<double>(runs) / static_cast<double>(of), interval.low, interval.high};
}

double bin_quantile(std::span<const std::uint32_t> counts, double least, double most, double share) {
  std::int64_t total = 0;
  for (std::uint32_t count : counts) total += count;
  if (total == 0) return std::numeric_limits<double>::quiet_NaN();
  const double wanted = share * static_cast<double>(total), width = (most - least) / static_cast<double>(counts.size());
  double below = 0;
  for (std::size_t bin = 0; bin < counts.size(); ++bin) {
    const double here = counts[bin];
    if (here > 0 && below + here >= wanted) return least + width * (static_cast<double>(bin) + (wanted - below) / here);
    below += here;
  }
  return most;
}

std::string command_line(const Model& model, const StudyKey& key, std::int64_t runs) {
  return fmt::format("armistice forecast {} -n {} --seed {}{}{}{}{}{}", key.dossier_id, runs, key.seed,
                     key.off.empty() ? "" : " --off " + key.off, key.central ? " --central" : "",
                     key.weeks == model.dossier.horizon_weeks ? "" : fmt::format(" --weeks {}", key.weeks),
                     key.protocol == "text" ? "" : " --protocol " + key.protocol,
                     key.set.empty() ? "" : fmt::format(" {}", set_flags(key)));
}

Summary summarise(const Model& model, const StudyKey& key, const Tally& tally) {
  assert(tally.runs > 0);
  const Dossier& d = model.dossier;
  Summary s;
  s.key = key;
  s.title = phrase(d.title);
  s.handling = d.handling;
  s.as_of = d.as_of;
  s.weeks = tally.shape.weeks;
  s.runs = tally.runs;
  s.command = command_line(model, key, s.runs);
  s.marks = marks_until(s.weeks);
  for (int e = 0; e < ending_count; ++e) s.endings.push_back(ending_row(model, tally, s.marks, static_cast<Ending>(e)));
  s.settled_by = cumulative(tally.settled, s.marks, s.runs);
  s.ceased_by = cumulative(tally.ceased, s.marks, s.runs);
  add_time(s, model, tally);
  add_terms(s, model, tally);
  add_zone(s, tally);
  add_confidence(s, model);
  add_warnings(s);
  s.outside = outside_view(day_number(d.as_of) - day_number(d.war_began));
  return s;
}

Date day_of(const Summary& summary, int week) { return date_of(day_number(summary.as_of) + 7 * week); }

}  // namespace armistice
