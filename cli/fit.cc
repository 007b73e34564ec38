// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>

#include "armistice/base/version.h"
#include "armistice/study/dated_series.h"
#include "armistice/theory/front_fit.h"
#include "cli/command.h"

namespace armistice {
namespace {

struct FitFlags {
  std::string file;
  SeriesChoice choice;
  std::string from, until;
  FrontFitOptions options;
};

// The days of --from and --until; false when either is no day.
bool set_days(FitFlags& flags) {
  const auto day = [](const std::string& text, int& into) {
    if (text.empty()) return true;
    const std::optional<Date> date = read_date(text);
    if (date) into = day_number(*date);
    return date.has_value();
  };
  return day(flags.from, flags.choice.first) && day(flags.until, flags.choice.last);
}

std::vector<Cell> row(const std::string& what, const std::string& key, const std::string& unit, const Estimate& e) {
  return {
      what, key, unit, Cell(e.value, 2), Cell(e.standard_error, 2), Cell(e.interval.low, 2), Cell(e.interval.high, 2)};
}

Table table_of(const FitFlags& flags, const DatedSeries& series, const FrontFit& fit, double drift_error) {
  Table table{fmt::format("Front of {}, {} to {}", flags.file, show(date_of(series.days.front())),
                          show(date_of(series.days.back()))),
              {"what", "key", "unit", "estimate", "error", "low", "high"},
              {},
              {"what", "number", "unit", "estimate", "error", "5 %", "95 %"},
              fmt::format("Moments of displacements over 1, 7, 30 and 90 days; intervals from {} resampled series "
                          "(blocks of {} days), which are too "
                          "narrow for the mean and the memory.\n  The mean's error by the fitted law is {:.2f} km2 a "
                          "day: use that one.",
                          flags.options.resamples, flags.options.block, drift_error)};
  table.rows = {row("mean speed", "speed", "km2 a day", fit.mean),
                row("memory of the speed", "memory", "days", fit.memory),
                row("spread of the speed", "speed_sd", "km2 a day", fit.speed_sd),
                row("noise of the position", "noise", "km2 per sqrt day", fit.noise)};
  return table;
}

std::string snippet(const FrontFit& fit, double drift_error) {
  const auto range = [](const Estimate& e) {
    return fmt::format("{{ low = {:.1f}, mode = {:.1f}, high = {:.1f}, source = \"…\" }}",
                       std::min(e.interval.low, e.value), e.value, std::max(e.interval.high, e.value));
  };
  return fmt::format(
      "For the dossier:\n  speed = {{ normal = [{:.1f}, {:.1f}], source = \"…\" }}\n  memory = {}\n  speed_sd = {}\n  "
      "noise = {}\n",
      fit.mean.value, drift_error, range(fit.memory), range(fit.speed_sd), range(fit.noise));
}

int refuse(const std::string& message) {
  fmt::print(stderr, "armistice fit front: {}\n", message);
  return wrong_usage;
}

void fit_front_file(FitFlags& flags, Common& common) {
  if (!set_days(flags)) {
    common.exit = refuse("--from and --until take a day such as 2025-12-20");
    return;
  }
  Problems problems;
  const DatedSeries series = read_series(flags.file, flags.choice, problems);
  if (problems.empty() && (series.days.empty() || series.days.back() - series.days.front() < 91))
    report(problems, {flags.file, 0, 0}, "a fit needs at least 91 days", "", "see --from and --until");
  if (!problems.empty()) return print(common, problems);
  flags.options.seed = common.seed;
  const auto fit = fit_front(series.days, series.values, flags.options);
  if (!fit) {
    report(problems, {flags.file, 0, 0}, "no front with memory fits these displacements", "",
           "is the series a cumulative area?");
    return print(common, problems);
  }
  const FrontLaw law{.memory = fit->memory.value, .speed_sd = fit->speed_sd.value, .noise = fit->noise.value};
  const double drift_error = mean_speed_error(law, series.days.back() - series.days.front());
  Provenance made;
  made.version = version();
  made.command = common.command;
  made.seed = common.seed;
  made.as_of = show(date_of(series.days.back()));
  print(common, {table_of(flags, series, *fit, drift_error)}, made);
  if (!common.json && !common.csv && !common.quiet) fmt::print("\n{}", snippet(*fit, drift_error));
}

}  // namespace

void add_fit(CLI::App& app, Common& common) {
  auto flags = std::make_shared<FitFlags>();
  CLI::App* fit = app.add_subcommand("fit", "Fit numbers of a dossier to a series");
  fit->require_subcommand(1);
  CLI::App* front = fit->add_subcommand("front", "Mean speed, memory, spread and noise of a front from a dated area");
  front->add_option("file", flags->file, "CSV file with a line of names")->required();
  front->add_option("--date", flags->choice.date, "column of the dates")->capture_default_str();
  front->add_option("--area", flags->choice.value, "column of the area held by side A")->capture_default_str();
  front->add_option("--factor", flags->choice.factor, "multiplies the area: 1e-6 turns m2 into km2")
      ->capture_default_str();
  front->add_option("--from", flags->from, "first day");
  front->add_option("--until", flags->until, "last day");
  front->add_option("--resamples", flags->options.resamples, "resampled series for the intervals")
      ->check(CLI::Range(20, 100000))
      ->capture_default_str();
  front->footer("Example:\n  armistice fit front data/ukraine_area_held.csv --until 2025-12-20");
  front->callback([flags, &common] { fit_front_file(*flags, common); });
}

}  // namespace armistice
