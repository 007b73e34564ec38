// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "armistice/model/csv.h"
#include "armistice/model/field_file.h"

namespace armistice {
namespace {

constexpr double any = most_field_number;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

// A cell without the single quotes of this format.
std::string bare(const std::string& text) {
  return text.size() >= 2 && text.front() == '\'' && text.back() == '\'' ? text.substr(1, text.size() - 2) : text;
}

struct ExchangeReader {
  const Csv& csv;
  const Columns columns;
  FieldFile& into;
  Problems& problems;
  std::vector<std::vector<double>> marks;  // [issue] ends of its scale as they come

  void wrong(const CsvRow& row, std::size_t cell, std::string message, std::string hint = "") const {
    report(problems, place_of(csv, row, cell), std::move(message), row.text, std::move(hint));
  }

  void declare(const CsvRow& row, std::vector<std::string>& names, std::string_view what) const {
    const std::string name = bare(Columns::text(row, 1));
    if (name.empty()) return wrong(row, 1, fmt::format("no name of an {}", what));
    if (std::find(names.begin(), names.end(), name) != names.end())
      return wrong(row, 1, fmt::format("the {} \"{}\" stands here again", what, name));
    names.push_back(name);
  }

  std::optional<std::size_t> known(const CsvRow& row, std::size_t cell, const std::vector<std::string>& names,
                                   std::string_view what) const {
    const std::string name = bare(Columns::text(row, cell));
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    const std::string near = suggestion(name, names);
    wrong(row, cell, fmt::format("there is no {} \"{}\"", what, name),
          near.empty() ? "" : fmt::format("did you mean \"{}\"?", near));
    return std::nullopt;
  }

  void mark(const CsvRow& row) {
    const auto issue = known(row, 1, into.field.issues, "issue");
    // The last cell of the line: some files name the mark before its value.
    const auto value = columns.number(row, row.cells.size() - 1, "end of the scale", -any, any);
    if (issue && value) marks[*issue].push_back(*value);
  }

  void data(const CsvRow& row) {
    collective::Field& field = into.field;
    const auto actor = known(row, 1, field.actors, "actor"), issue = known(row, 2, field.issues, "issue");
    const auto position = columns.number(row, 3, "position", -any, any);
    const auto salience = columns.number(row, 4, "salience", 0, 1);
    const auto power = columns.number(row, 5, "power", 0, any);
    if (!actor || !issue || !position || !salience || !power) return;
    const std::size_t at = field.at(*actor, *issue);
    if (field.takes_part(*actor, *issue))
      return wrong(row, 1,
                   fmt::format("\"{}\" has a position on \"{}\" already", field.actors[*actor], field.issues[*issue]));
    field.position[at] = *position, field.salience[at] = *salience, field.capability[at] = *power;
  }

  void finish() {
    collective::Field& field = into.field;
    for (std::size_t k = 0; k < field.issues.size(); ++k) {
      std::vector<double> all = marks[k];
      if (all.size() < 2)
        for (std::size_t i = 0; i < field.actors.size(); ++i)
          if (field.takes_part(i, k)) all.push_back(field.position[field.at(i, k)]);
      if (all.empty()) all = {0, 1};
      field.low.push_back(*std::min_element(all.begin(), all.end()));
      field.high.push_back(*std::max_element(all.begin(), all.end()));
      if (field.low[k] == field.high[k]) field.low[k] -= 1, field.high[k] += 1;
    }
  }
};

}  // namespace

// Lines told apart by their first cell, tabs between cells, single quotes around words: #A an actor; #P an issue; #M an
// issue and an end of its scale; #D actor, issue, position, salience in [0, 1], power.
void read_exchange_text(const std::string& text, const std::string& file, FieldFile& into, Problems& problems) {
  // Lines may begin with # outside quotes, which elsewhere is a comment: a blank in front keeps them.
  std::string kept;
  const std::size_t first = std::min(text.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), text.size());
  for (std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    kept.append(text[begin] == '#' ? "'#" : "").append(text, begin + (text[begin] == '#' ? 1 : 0), end - begin);
    begin = end + 1;
  }
  const Csv csv = read_csv(first < text.size() && text[first] == '#' ? kept : text, file, problems, '\t');
  ExchangeReader reader{csv, Columns(csv, problems), into, problems, {}};
  collective::Field& field = into.field;
  const auto kind = [](const CsvRow& row) {
    std::string name = Columns::text(row, 0);
    std::erase(name, '\'');
    return name;
  };
  for (const CsvRow& row : csv.rows) {
    if (kind(row) == "#A") reader.declare(row, field.actors, "actor");
    if (kind(row) == "#P") reader.declare(row, field.issues, "issue");
  }
  if (field.actors.empty()) report(problems, {file, 0, 0}, "no actor (lines #A)");
  if (field.issues.empty()) report(problems, {file, 0, 0}, "no issue (lines #P)");
  const std::size_t cells = field.actors.size() * field.issues.size();
  field.capability.assign(cells, 0), field.salience.assign(cells, 0), field.position.assign(cells, unknown);
  reader.marks.resize(field.issues.size());
  for (const CsvRow& row : csv.rows) {
    if (kind(row) == "#M") reader.mark(row);
    if (kind(row) == "#D") reader.data(row);
    if (kind(row) != "#A" && kind(row) != "#P" && kind(row) != "#M" && kind(row) != "#D")
      reader.wrong(row, 0, fmt::format("a line of kind \"{}\"", kind(row)), "kinds are #A, #P, #M and #D");
  }
  reader.finish();
}

}  // namespace armistice
