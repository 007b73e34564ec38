// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/base/problem.h"

// Tables in text files: comma-separated values (RFC 4180) with places, so that every problem can point at its cell.
namespace armistice {

struct CsvCell {
  std::string text;  // without quotes and the blanks around it
  int column = 1;    // in characters, where it begins
};

struct CsvRow {
  int line = 0;
  std::string text;  // the whole line
  std::vector<CsvCell> cells;
};

struct Csv {
  std::string file;
  std::vector<CsvRow> rows;  // lines of nothing but blanks and separators, and lines that begin with #, are left out
};

// Splits a text at `separator`, in rows by lines. A quote is doubled inside quotes; a quote that is not closed on its
// line is a problem. A byte-order mark and carriage returns are passed over.
Csv read_csv(std::string_view text, std::string file, Problems& problems, char separator = ',');

Place place_of(const Csv& csv, const CsvRow& row, std::size_t cell);

// A number as people write them in such files: "1.5", " -3", "1e3"; not "", "nan" or "1,5".
std::optional<double> number_in(const std::string& text);

// The columns of a table whose first row names them, found by any of several names, whatever the case and blanks.
class Columns {
 public:
  Columns(const Csv& csv, Problems& problems) : csv_(csv), problems_(problems) {}

  // Where the column is, or nothing; `required` makes its absence a problem that says which names would do.
  std::optional<std::size_t> find(const std::vector<std::string_view>& names, bool required = true) const;

  // The number in a cell of a row: nothing, and no problem, when the cell is empty and may be; else a problem when
  // there is none or it lies outside [low, high].
  std::optional<double> number(const CsvRow& row, std::size_t column, std::string_view what, double low, double high,
                               bool may_be_empty = false) const;

  // The text of a cell, "" when the row is too short.
  static const std::string& text(const CsvRow& row, std::size_t column);

 private:
  const Csv& csv_;
  Problems& problems_;
};

}  // namespace armistice
