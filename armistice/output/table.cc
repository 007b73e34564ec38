// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "armistice/base/text.h"

namespace armistice {
namespace {

const std::vector<std::string>& heads(const Table& table) { return table.heads.empty() ? table.columns : table.heads; }

// A column of numbers (and empty cells) stands to the right.
bool to_the_right(const Table& table, std::size_t column) {
  bool any = false;
  for (const auto& row : table.rows) {
    if (!row[column].number && !row[column].text.empty()) return false;
    if (row[column].text.find('(') != std::string::npos) return false;  // words or a range behind the number
    any = any || row[column].number.has_value();
  }
  return any;
}

std::vector<int> widths(const Table& table) {
  std::vector<int> cells;
  for (const std::string& head : heads(table)) cells.push_back(width(head));
  for (const auto& row : table.rows) {
    assert(row.size() == cells.size());
    for (std::size_t i = 0; i < row.size(); ++i) cells[i] = std::max(cells[i], width(row[i].text));
  }
  return cells;
}

std::string padded(const std::string& text, int cells, bool right) {
  const std::string blanks(static_cast<std::size_t>(std::max(0, cells - width(text))), ' ');
  return right ? blanks + text : text + blanks;
}

std::string without_trailing_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string csv_line(const std::vector<std::string>& fields) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i) line += ',';
    line += csv_field(fields[i]);
  }
  return line + "\n";
}

// A column as machines see it: the cells themselves, or one end of their ranges.
struct Field {
  enum Part { itself, low, high };
  std::string name;
  std::size_t column;
  Part part;
};

std::vector<Field> fields_of(const Table& table) {
  std::vector<Field> fields;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto any = [&](auto has) { return std::any_of(table.rows.begin(), table.rows.end(), has); };
    const bool ranges = any([&](const auto& row) { return row[i].range.has_value(); });
    const bool numbers = any([&](const auto& row) { return row[i].number.has_value(); });
    if (!ranges || numbers) fields.push_back({table.columns[i], i, Field::itself});
    if (!ranges) continue;
    fields.push_back({table.columns[i] + "_low", i, Field::low});
    fields.push_back({table.columns[i] + "_high", i, Field::high});
  }
  return fields;
}

// What a cell says to machines: a number where there is one, else text; no range is an empty text.
Cell cell_of(const std::vector<Cell>& row, const Field& field) {
  const Cell& cell = row[field.column];
  if (field.part == Field::itself) return cell;
  Cell end;
  if (cell.range) end.number = field.part == Field::low ? cell.range->first : cell.range->second;
  return end;
}

// A whole number without a point, others with as many digits as it takes to read them back.
nlohmann::ordered_json json_number(double value) {
  const bool whole = std::trunc(value) == value && std::abs(value) < 1e15;
  return whole ? nlohmann::ordered_json(static_cast<std::int64_t>(value)) : nlohmann::ordered_json(value);
}

}  // namespace

std::string commented(const std::string& text) {
  std::string lines;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.append("# ").append(text, start, end - start).append("\n");
    start = end + 1;
  }
  return lines;
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted(1, '"');
  for (char c : text) {
    if (c == '"') quoted.push_back('"');
    quoted.push_back(c);
  }
  quoted.push_back('"');
  return quoted;
}

Cell::Cell(int value) : text(fmt::format("{}", value)), number(value) {}
Cell::Cell(double value, int decimals) : text(fmt::format("{:.{}f}", value, decimals)), number(value) {}

std::string render_text(const Table& table) {
  const std::vector<int> cells = widths(table);
  std::vector<bool> right;
  for (std::size_t i = 0; i < cells.size(); ++i) right.push_back(to_the_right(table, i));
  std::string shown = table.title.empty() ? "" : table.title + "\n";
  const auto add_line = [&](auto text_of) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += "  " + padded(text_of(i), cells[i], right[i]);
    shown += without_trailing_blanks(std::move(line)) + "\n";
  };
  add_line([&](std::size_t i) { return heads(table)[i]; });
  const std::vector<Cell>* above = nullptr;
  for (const auto& row : table.rows) {
    const bool same = table.groups && above && (*above)[0].text == row[0].text;
    add_line([&](std::size_t i) { return i == 0 && same ? std::string() : row[i].text; });
    above = &row;
  }
  if (!table.note.empty()) shown += "  " + table.note + "\n";
  return shown;
}

std::string render_text(const std::vector<Table>& tables, const Provenance& provenance) {
  std::string shown;
  for (const Table& table : tables) shown += render_text(table) + "\n";
  return shown + show(provenance);
}

std::string render_csv(const std::vector<Table>& tables, const Provenance& provenance) {
  std::string made = show(provenance);
  made.pop_back();  // its last line end
  std::string csv = commented(made);
  for (const Table& table : tables) {
    if (!table.title.empty()) csv += commented(table.title);
    const std::vector<Field> fields = fields_of(table);
    std::vector<std::string> line;
    for (const Field& field : fields) line.push_back(field.name);
    csv += csv_line(line);
    for (const auto& row : table.rows) {
      line.clear();
      for (const Field& field : fields) {
        const Cell cell = cell_of(row, field);
        line.push_back(cell.number ? fmt::format("{}", *cell.number) : cell.text);
      }
      csv += csv_line(line);
    }
    if (!table.note.empty()) csv += commented(table.note);
  }
  return csv;
}

std::string render_json(const std::vector<Table>& tables, const Provenance& p) {
  using nlohmann::ordered_json;
  ordered_json made = {{"version", p.version}, {"dossier", p.dossier}, {"hash", p.hash},
                       {"as_of", p.as_of},     {"command", p.command}, {"handling", p.handling}};
  if (p.seed) made["seed"] = *p.seed;
  ordered_json all = ordered_json::array();
  for (const Table& table : tables) {
    ordered_json rows = ordered_json::array();
    const std::vector<Field> columns = fields_of(table);
    for (const auto& row : table.rows) {
      ordered_json fields = ordered_json::object();
      for (const Field& column : columns) {
        const Cell cell = cell_of(row, column);
        if (cell.number) {
          fields[column.name] = json_number(*cell.number);
        } else {
          fields[column.name] = cell.text;
        }
      }
      rows.push_back(std::move(fields));
    }
    all.push_back({{"title", table.title}, {"rows", std::move(rows)}});
    if (!table.note.empty()) all.back()["note"] = table.note;
  }
  const ordered_json whole = {{"provenance", std::move(made)}, {"tables", std::move(all)}};
  return whole.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace armistice
