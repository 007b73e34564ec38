// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "armistice/base/text.h"

namespace armistice {
namespace {

// Names of columns are compared in lower case, with blanks and hyphens as underscores.
std::string plain(std::string_view name) {
  std::string all;
  for (const char c : trimmed(name))
    all += c == ' ' || c == '-' ? '_' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return all;
}

int column_at(std::string_view line, std::size_t byte) { return length(line.substr(0, byte)) + 1; }

// One cell from `at` on, which moves behind the separator; false when a quote stays open.
bool take_cell(std::string_view line, std::size_t& at, char separator, CsvRow& row) {
  const std::size_t begins = std::min(line.find_first_not_of(separator == '\t' ? " " : " \t", at), line.size());
  CsvCell cell;
  cell.column = column_at(line, begins);
  std::size_t k = begins;
  if (k < line.size() && line[k] == '"') {
    for (++k;; ++k) {
      if (k >= line.size()) return false;
      if (line[k] != '"') {
        cell.text += line[k];
      } else if (k + 1 < line.size() && line[k + 1] == '"') {
        cell.text += line[k++];
      } else {
        break;
      }
    }
    k = std::min(line.find(separator, k), line.size());
  } else {
    k = std::min(line.find(separator, at), line.size());
    cell.text = trimmed(line.substr(at, k - at));
  }
  row.cells.push_back(std::move(cell));
  at = k + 1;
  return true;
}

}  // namespace

Csv read_csv(std::string_view text, std::string file, Problems& problems, char separator) {
  Csv csv{std::move(file), {}};
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  if (const auto bad = first_bad_byte(text)) {
    const int line = static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n'));
    report(problems, {csv.file, line + 1, 1}, "not a text in UTF-8", "", "save the table as UTF-8");
    return csv;
  }
  int number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1, ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    const std::string all = trimmed(line);
    if (all.find_first_not_of(std::string(" \t") + separator) == std::string::npos || all[0] == '#') continue;
    CsvRow row{number, std::string(line), {}};
    bool closed = true;
    for (std::size_t at = 0; at <= line.size() && closed;) closed = take_cell(line, at, separator, row);
    if (closed)
      csv.rows.push_back(std::move(row));
    else
      report(problems, {csv.file, number, column_at(line, line.find('"'))}, "a quote is not closed", std::string(line));
  }
  return csv;
}

Place place_of(const Csv& csv, const CsvRow& row, std::size_t cell) {
  const int column = cell < row.cells.size() ? row.cells[cell].column : length(row.text) + 1;
  return {csv.file, row.line, column};
}

std::optional<double> number_in(const std::string& text) {
  double value = 0;
  const char* begin = text.data() + (text.size() > 1 && text[0] == '+' ? 1 : 0);
  const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::size_t> Columns::find(const std::vector<std::string_view>& names, bool required) const {
  if (csv_.rows.empty()) return std::nullopt;
  const CsvRow& head = csv_.rows.front();
  for (const std::string_view name : names)
    for (std::size_t k = 0; k < head.cells.size(); ++k)
      if (plain(head.cells[k].text) == plain(name)) return k;
  if (!required) return std::nullopt;
  std::vector<std::string> there;
  for (const CsvCell& cell : head.cells) there.push_back(plain(cell.text));
  const std::string near = suggestion(plain(names.front()), there);
  std::string others;
  for (std::size_t k = 1; k < names.size(); ++k) others += fmt::format("{}\"{}\"", k == 1 ? "" : ", ", names[k]);
  std::string hint = near.empty() ? "" : fmt::format("did you mean \"{}\"?", near);
  if (hint.empty() && !others.empty()) hint = fmt::format("it may also be called {}", others);
  report(problems_, {csv_.file, head.line, 1}, fmt::format("no column \"{}\"", names.front()), head.text, hint);
  return std::nullopt;
}

std::optional<double> Columns::number(const CsvRow& row, std::size_t column, std::string_view what, double low,
                                      double high, bool may_be_empty) const {
  const std::string& raw = text(row, column);
  if (raw.empty() && may_be_empty) return std::nullopt;
  const auto value = number_in(raw);
  const Place place = place_of(csv_, row, column);
  if (!value) {
    report(problems_, place,
           raw.empty() ? fmt::format("no {}", what) : fmt::format("{}: \"{}\" is not a number", what, raw), row.text);
  } else if (*value < low || *value > high) {
    report(problems_, place,
           high < 1e15    ? fmt::format("{} {} is not in [{}, {}]", what, *value, low, high)
           : *value < low ? fmt::format("{} {} is below {}", what, *value, low)
                          : fmt::format("{} {} is above {}", what, *value, high),
           row.text);
    return std::nullopt;
  }
  return value;
}

const std::string& Columns::text(const CsvRow& row, std::size_t column) {
  static const std::string none;
  return column < row.cells.size() ? row.cells[column].text : none;
}

}  // namespace armistice
