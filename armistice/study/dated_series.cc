// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/dated_series.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "armistice/base/file.h"

namespace armistice {
namespace {

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> found(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      found.emplace_back();
    } else if (c != '\r') {
      found.back() += c;
    }
  }
  return found;
}

std::optional<double> number_of(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

// The place of a column among the names, or a problem that suggests the nearest.
std::optional<std::size_t> column_of(const std::vector<std::string>& names, const std::string& wanted,
                                     const std::string& file, const std::string& line, Problems& problems) {
  const auto found = std::find(names.begin(), names.end(), wanted);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const std::string near = suggestion(wanted, names);
  std::string all = "there are:";
  for (const auto& name : names) all += " " + name;
  report(problems, {file, 1, 1}, "no column \"" + wanted + "\"", line,
         near.empty() ? all : "did you mean \"" + near + "\"?");
  return std::nullopt;
}

}  // namespace

DatedSeries read_series(const std::filesystem::path& path, const SeriesChoice& choice, Problems& problems) {
  const std::string text = read_file(path);
  const std::string file = path.filename().string();
  DatedSeries series;
  std::vector<std::string> names;
  std::optional<std::size_t> date_column, value_column;
  int number = 0;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty() || line[0] == '#') continue;
    const auto fields = fields_of(line);
    if (names.empty()) {
      names = fields;
      date_column = column_of(names, choice.date, file, line, problems);
      value_column = column_of(names, choice.value, file, line, problems);
      if (!date_column || !value_column) return {};
      continue;
    }
    const Place place{file, number + 1, 1};
    if (fields.size() <= std::max(*date_column, *value_column)) {
      report(problems, place, fmt::format("{} fields where the first line names {}", fields.size(), names.size()),
             line);
      continue;
    }
    const std::string& raw = fields[*value_column];
    if (raw.empty() || raw == "NA") continue;
    const auto date = read_date(fields[*date_column]);
    const auto value = number_of(raw);
    if (!date) report(problems, place, "\"" + fields[*date_column] + "\" is not a date such as 2025-12-20", line);
    if (!value) report(problems, place, "\"" + raw + "\" is not a number", line);
    if (!date || !value) continue;
    const int day = day_number(*date);
    if (day < choice.first || day > choice.last) continue;
    if (!series.days.empty() && day < series.days.back())
      report(problems, place, fields[*date_column] + " comes after " + show(date_of(series.days.back())), line,
             "dates must rise");
    series.days.push_back(day);
    series.values.push_back(*value * choice.factor);
  }
  if (names.empty()) report(problems, {file, 0, 0}, "no line of column names", "");
  return series;
}

}  // namespace armistice
