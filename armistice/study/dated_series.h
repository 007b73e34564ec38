// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "armistice/base/problem.h"
#include "armistice/model/dossier.h"

namespace armistice {

// A number on each of some days: (day), (value), in the order of the days.
struct DatedSeries {
  std::vector<int> days;  // as day_number
  std::vector<double> values;
};

// Which columns of a CSV file make a series, and what is done to it.
struct SeriesChoice {
  std::string date = "date";
  std::string value = "area_km2";
  double factor = 1;     // the values are multiplied by it: 1e-6 turns m2 into km2
  int first = -1000000;  // days outside [first, last] are left out
  int last = 1000000;
};

// Reads a series from a CSV file with a line of names (RFC 4180 without line breaks in fields; lines that begin with #
// are passed over; empty and NA values too). Every problem goes to `problems`: a missing column, a bad date or number,
// dates that fall. Throws std::runtime_error when the file cannot be read.
DatedSeries read_series(const std::filesystem::path& file, const SeriesChoice& choice, Problems& problems);

}  // namespace armistice
