// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "armistice/base/file.h"
#include "armistice/base/hash.h"
#include "armistice/model/csv.h"
#include "armistice/model/field_file.h"

namespace armistice {
namespace {

std::string format_of(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string::npos) return "plain";
  if (text[first] == '<') return "ktab-xml";
  for (const std::string_view mark : {"'#A'", "#A\t", "'#P'", "#P\t"})
    if (text.compare(first, mark.size(), mark) == 0) return "exchange";
  // KTAB's table has a line with counts before its heads.
  Problems unread;
  const Csv csv = read_csv(text.substr(0, text.rfind('\n', 100'000)), "", unread);
  const bool counts =
      csv.rows.size() > 1 && number_in(Columns::text(csv.rows[0], 2)) && number_in(Columns::text(csv.rows[0], 3));
  return counts ? "ktab-csv" : "plain";
}

// What every model takes for granted.
void check(const FieldFile& read, const std::string& file, Problems& problems) {
  const collective::Field& field = read.field;
  if (field.actors.size() > most_actors || field.issues.size() > most_field_issues ||
      field.position.size() > most_field_cells)
    report(problems, {file, 0, 0},
           fmt::format("{} actors on {} issues: there is room for {} actors, {} issues and {} of both multiplied",
                       field.actors.size(), field.issues.size(), most_actors, most_field_issues, most_field_cells));
  for (std::size_t k = 0; k < field.issues.size(); ++k) {
    if (field.low[k] >= field.high[k])
      report(problems, {file, 0, 0},
             fmt::format("the scale of {} runs from {} to {}", field.issues[k], field.low[k], field.high[k]));
    if (const double r = field.reference.empty() ? field.low[k] : field.reference[k];
        r < field.low[k] || r > field.high[k])
      report(problems, {file, 0, 0},
             fmt::format("the reference {} of {} is outside the scale {} to {}", r, field.issues[k], field.low[k],
                         field.high[k]));
    for (std::size_t i = 0; i < field.actors.size(); ++i) {
      const double x = field.position[field.at(i, k)];
      if (x < field.low[k] || x > field.high[k])
        report(problems, {file, 0, 0},
               fmt::format("the position {} of {} on {} is outside the scale {} to {}", x, field.actors[i],
                           field.issues[k], field.low[k], field.high[k]));
    }
  }
}

}  // namespace

std::optional<FieldFile> read_field(const std::filesystem::path& path, const FieldOptions& options,
                                    Problems& problems) {
  const std::string text = read_file(path, most_field_bytes), file = path.filename().string();
  FieldFile read;
  read.format = format_of(text);
  read.hash = sha256(text).substr(0, 16);
  const std::size_t before = problems.size();
  if (text.find_first_not_of(" \t\r\n") == std::string::npos)
    report(problems, {file, 0, 0}, "the file is empty");
  else if (read.format == "ktab-xml")
    read_ktab_xml(text, file, read, problems);
  else if (read.format == "exchange")
    read_exchange_text(text, file, read, problems);
  else if (read.format == "ktab-csv")
    read_ktab_csv(text, file, read, problems);
  else
    read_plain_field(text, file, read, problems);
  if (problems.size() > before) return std::nullopt;
  if (read.name.empty()) read.name = path.stem().string();
  if (options.scale) {
    std::fill(read.field.low.begin(), read.field.low.end(), options.scale->first);
    std::fill(read.field.high.begin(), read.field.high.end(), options.scale->second);
    std::erase_if(read.notes,
                  [](const std::string& note) { return note.find("is taken from the positions") != note.npos; });
  }
  check(read, file, problems);
  if (problems.size() > before) return std::nullopt;
  return read;
}

}  // namespace armistice
