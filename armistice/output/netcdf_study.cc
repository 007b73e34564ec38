// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/netcdf_study.h"

#include <fmt/format.h>
#include <cassert>
#include <limits>
#include <numeric>

#include "armistice/output/summary_files.h"

namespace armistice {
namespace {

using Type = NetcdfFile::Type;

void put_head(NetcdfFile& file, const FileHead& head, const std::string& what) {
  const auto say = [&](const char* name, const std::string& value) { file.attribute(NetcdfFile::global, name, value); };
  say("Conventions", "CF-1.8");
  say("title", fmt::format("{}: {}", head.title.en, what));
  say("source", fmt::format("armistice {}", head.key.version));
  say("history", fmt::format("{} {}", time_now(), head.command));
  say("command", head.command);
  say("version", head.key.version);
  say("dossier", head.key.dossier_id);
  say("dossier_hash", head.key.dossier_hash);
  say("as_of", head.as_of);
  say("seed", std::to_string(head.key.seed));
  if (!head.key.off.empty()) say("off", head.key.off);
  if (!head.key.set.empty()) say("set", head.key.set);
  say("protocol", head.key.protocol);
  if (!head.handling.empty()) say("handling", head.handling);
}

std::string endings_listed() {
  std::string names = ending_id(static_cast<Ending>(0));
  for (int e = 1; e < ending_count; ++e) names.append(" ").append(ending_id(static_cast<Ending>(e)));
  return names;
}

std::string options_of(const Issue& issue) {
  std::string listed = "0 open";
  for (std::size_t o = 0; o < issue.options.size(); ++o)
    listed += fmt::format(", {} {}", o + 1, issue.options[o].name.id);
  return listed;
}

// Outcomes hold unsigned counts that stay far below the limit; NetCDF's short is signed and read everywhere.
template <class From>
std::vector<short> shorts(const std::vector<From>& column) {
  std::vector<short> values;
  values.reserve(column.size());
  for (From x : column) values.push_back(static_cast<short>(std::min<int>(x, std::numeric_limits<short>::max())));
  return values;
}

struct OutcomeColumn {
  const char *name, *meaning;
};
constexpr std::array<OutcomeColumn, 7> weeks_and_counts{{
    {"week", "week in which the run was over, -1: not within the horizon"},
    {"deal_week", "week in which the deal in force came into force, -1: none"},
    {"ceasefires_broken", "ceasefires that broke"},
    {"zone_weeks", "searched weeks in which a zone of agreement was found"},
    {"searched_weeks", "weeks in which a zone of agreement was searched"},
    {"meetings", "meetings on the text"},
    {"refusals", "refusals of the text"},
}};

}  // namespace

FileHead head_of(const Model& model, const StudyKey& key, std::int64_t runs) {
  const Dossier& d = model.dossier;
  return {.key = key,
          .title = phrase(d.title),
          .handling = d.handling,
          .command = command_line(model, key, runs),
          .as_of = show(d.as_of),
          .runs = runs};
}

DrawsFile::DrawsFile(const std::filesystem::path& path, const Model& model, const Plan& plan, const FileHead& head)
    : model_(model), plan_(plan), runs_(head.runs), file_(path) {
  const std::vector<Knob>& knobs = model.dossier.knobs;
  for (std::size_t k = 0; k < knobs.size(); ++k)
    if (knobs[k].shape != Shape::fixed) drawn_.push_back(k);
  const int run = file_.dimension("run", static_cast<std::size_t>(runs_));
  const int issue = file_.dimension("issue", model.dossier.issues.size());
  const int drawn = file_.dimension("drawn", static_cast<std::size_t>(std::min(runs_, drawn_runs)));
  const int knob = file_.dimension("knob", drawn_.size());
  put_head(file_, head, "outcomes and draws of the runs");

  const int ending = file_.variable("ending", Type::byte, {run});
  std::array<signed char, ending_count> flags{};
  std::iota(flags.begin(), flags.end(), static_cast<signed char>(0));
  file_.attribute(ending, "flag_values", flags);
  file_.attribute(ending, "flag_meanings", endings_listed());
  columns_.push_back(ending);
  for (const OutcomeColumn& column : weeks_and_counts) {
    columns_.push_back(file_.variable(column.name, Type::int16, {run}));
    file_.attribute(columns_.back(), "long_name", column.meaning);
  }
  columns_.push_back(file_.variable("front", Type::real32, {run}));
  file_.attribute(columns_.back(), "long_name", "share of the contested objective that side A holds at the end");
  deal_ = file_.variable("deal", Type::byte, {run, issue});
  file_.fill(deal_, static_cast<signed char>(-1));
  file_.attribute(deal_, "long_name", "option of the last settlement, else of the ceasefire at the end; see options");
  draw_ = file_.variable("draw", Type::real64, {drawn, knob});
  file_.attribute(draw_, "long_name", "value of each knob that is not fixed");

  std::vector<std::string> issues, options, paths, units;
  for (const Issue& i : model.dossier.issues) issues.push_back(i.name.id), options.push_back(options_of(i));
  for (std::size_t k : drawn_) paths.push_back(knobs[k].path), units.push_back(knobs[k].unit);
  file_.put(file_.variable("issue", Type::text, {issue}), issues);
  file_.put(file_.variable("options", Type::text, {issue}), options);
  file_.put(file_.variable("knob", Type::text, {knob}), paths);
  file_.put(file_.variable("unit", Type::text, {knob}), units);
}

void DrawsFile::put(Range range, const Outcomes& o) {
  assert(range.count == o.size());
  const NetcdfFile::Corner start{range.first}, count{range.count};
  file_.put(columns_[0], start, count, reinterpret_cast<const signed char*>(o.ending.data()));
  const std::array<std::vector<short>, weeks_and_counts.size()> columns{
      shorts(o.week),           shorts(o.deal_week), shorts(o.ceasefires_broken), shorts(o.zone_weeks),
      shorts(o.searched_weeks), shorts(o.meetings),  shorts(o.refusals)};
  for (std::size_t c = 0; c < columns.size(); ++c) file_.put(columns_[c + 1], start, count, columns[c].data());
  file_.put(columns_.back(), start, count, o.front.data());
  if (o.issues > 0)  // no_deal, 255, is -1 as a signed byte: the fill value
    file_.put(deal_, {range.first, 0}, {range.count, static_cast<std::size_t>(o.issues)},
              reinterpret_cast<const signed char*>(o.deal.data()));
}

void DrawsFile::finish() {
  constexpr std::int64_t rows = 256;  // at a time
  std::vector<double> slab;
  const std::int64_t count = drawn_.empty() ? 0 : std::min(runs_, drawn_runs);
  for (std::int64_t first = 0; first < count; first += rows) {
    slab.clear();
    const std::int64_t until = std::min(count, first + rows);
    for (std::int64_t run = first; run < until; ++run) {
      const std::vector<double> draw = draw_of(model_, plan_, static_cast<std::uint32_t>(run));
      for (std::size_t k : drawn_) slab.push_back(draw[k]);
    }
    file_.put(draw_, {static_cast<std::size_t>(first), 0}, {static_cast<std::size_t>(until - first), drawn_.size()},
              slab.data());
  }
  file_.finish();
}

void write_series(const std::filesystem::path& path, const Model& model, const Plan& plan, const FileHead& head,
                  const Summary& summary) {
  const std::vector<Series> all = series(model);
  const auto weeks = static_cast<std::size_t>(summary.weeks) + 1;
  const auto stored = static_cast<std::size_t>(std::min<std::int64_t>(stored_runs, summary.runs));
  NetcdfFile file(path);
  const int week = file.dimension("week", weeks), which = file.dimension("series", all.size());
  const int share = file.dimension("quantile", series_quantiles.size()), run = file.dimension("stored", stored);
  put_head(file, head, "weekly series");
  std::vector<std::string> names, units;
  for (const Series& s : all) names.push_back(s.name), units.push_back(s.unit);
  const int week_id = file.variable("week", Type::int32, {week});
  const int date_id = file.variable("date", Type::int32, {week});
  file.attribute(date_id, "units", fmt::format("days since {}", head.as_of));
  file.attribute(date_id, "calendar", "proleptic_gregorian");
  const int share_id = file.variable("quantile", Type::real64, {share});
  const int value = file.variable("value", Type::real64, {week, which, share});
  file.attribute(value, "long_name", "quantile over the runs that go on");
  const int going_on = file.variable("going_on", Type::int32, {week});
  file.attribute(going_on, "long_name", "runs that are not over");
  const int stored_path = file.variable("path", Type::real32, {run, week, which});
  file.attribute(stored_path, "long_name", "series of the first runs; not a number once a run is over");
  file.put(file.variable("series", Type::text, {which}), names);
  file.put(file.variable("unit", Type::text, {which}), units);

  std::vector<int> numbers(weeks), days, runs;
  std::iota(numbers.begin(), numbers.end(), 0);
  for (int number : numbers) days.push_back(7 * number);
  for (std::int64_t n : summary.going_on) runs.push_back(static_cast<int>(n));
  std::vector<double> values;
  for (std::size_t w = 0; w < weeks; ++w)
    for (const SeriesRow& row : summary.series)
      values.insert(values.end(), row.quantile[w].begin(), row.quantile[w].end());
  std::vector<float> paths(stored * weeks * all.size(), std::numeric_limits<float>::quiet_NaN());
  Simulator(model, plan).run(0, static_cast<std::uint32_t>(stored), [&](const WeekSeen& seen) {
    for (std::size_t s = 0; s < all.size(); ++s) {
      const Lanes now = all[s].value(seen.state);
      for (int i = 0; i < seen.lanes; ++i)
        if (lane(seen.state.ended, i) == 0)
          paths[((seen.first + static_cast<std::size_t>(i)) * weeks + static_cast<std::size_t>(seen.week)) *
                    all.size() +
                s] = lane(now, i);
    }
  });
  file.put(week_id, {0}, {weeks}, numbers.data());
  file.put(date_id, {0}, {weeks}, days.data());
  file.put(share_id, {0}, {series_quantiles.size()}, series_quantiles.data());
  file.put(value, {0, 0, 0}, {weeks, all.size(), series_quantiles.size()}, values.data());
  file.put(going_on, {0}, {weeks}, runs.data());
  file.put(stored_path, {0, 0, 0}, {stored, weeks, all.size()}, paths.data());
  file.finish();
}

}  // namespace armistice
