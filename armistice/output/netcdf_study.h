// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/output/netcdf_file.h"
#include "armistice/output/summary.h"

// The arrays of a study as NetCDF-4, opened by xarray as they are; how they were made stands in their attributes.
namespace armistice {

// Runs whose draws are written out; any other run's draw follows from its number (draw_of).
inline constexpr std::int64_t drawn_runs = 20000;
// Runs whose weekly series are kept beside the quantiles.
inline constexpr int stored_runs = 20;

// What stands at the head of each file.
struct FileHead {
  StudyKey key;
  Phrase title;
  std::string handling, command, as_of;
  std::int64_t runs = 0;
};
FileHead head_of(const Model& model, const StudyKey& key, std::int64_t runs);

// draws.nc, outcome by outcome: dimensions run (all), drawn (the first 20,000 at most), knob (those that are not
// fixed), issue. Variables ending, week, deal_week, ceasefires_broken, zone_weeks, searched_weeks, meetings, refusals,
// front (run); deal (run, issue); draw (drawn, knob). Holds one range of runs in memory.
class DrawsFile {
 public:
  DrawsFile(const std::filesystem::path& path, const Model& model, const Plan& plan, const FileHead& head);
  void put(Range range, const Outcomes& outcomes);
  void finish();  // writes the draws and closes the file

 private:
  const Model& model_;
  Plan plan_;
  std::int64_t runs_;
  NetcdfFile file_;
  std::vector<int> columns_;        // variables of the outcomes, in the order of put
  std::vector<std::size_t> drawn_;  // knobs that are not fixed
  int deal_ = -1, draw_ = -1;
};

// series.nc: quantile (week, series, quantile), going_on (week), path (stored, week, series) of the first runs.
void write_series(const std::filesystem::path& path, const Model& model, const Plan& plan, const FileHead& head,
                  const Summary& summary);

}  // namespace armistice
