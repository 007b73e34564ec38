// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "armistice/output/provenance.h"

namespace armistice {

// One cell: what people read, and the number behind it where there is one. Cell(0.12345, 2) reads "0.12".
struct Cell {
  std::string text;
  std::optional<double> number;
  std::optional<std::pair<double, double>> range;  // ends of an interval; machines get them as columns of their own

  Cell() = default;
  Cell(std::string shown) : text(std::move(shown)) {}
  Cell(const char* shown) : text(shown) {}
  Cell(int value);
  Cell(double value, int decimals = 3);
};

// A table as commands print it; the same rows go to people and to machines.
struct Table {
  std::string title;
  std::vector<std::string> columns;  // names for machines, in English
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> heads;  // heads for people; empty: the names of the columns
  std::string note;                // a line under the table
  bool groups = false;             // for people a first cell equal to the one above it stays blank
};

// Every line of a text behind "# ".
std::string commented(const std::string& text);

// A field as RFC 4180 has it: in quotes when it needs them.
std::string csv_field(const std::string& text);

// Columns aligned by cells of the terminal (wide characters count two), numbers to the right, no trailing blanks.
std::string render_text(const Table& table);

// All tables of one command, with their provenance: under the text, as "# " lines before CSV (RFC 4180, one block a
// table, the title and the note in "# " lines), as an object in JSON: {"provenance": {...}, "tables": [{"title",
// "rows": [{...}], "note"}]}. A column "gain" with ranges is followed for machines by "gain_low" and "gain_high"; where
// it holds no number besides, these two stand for it.
std::string render_text(const std::vector<Table>& tables, const Provenance& provenance);
std::string render_csv(const std::vector<Table>& tables, const Provenance& provenance);
std::string render_json(const std::vector<Table>& tables, const Provenance& provenance);

}  // namespace armistice
