// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "armistice/model/csv.h"
#include "armistice/model/field_file.h"

namespace armistice {
namespace {

constexpr double any = std::numeric_limits<double>::infinity();
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

struct Row {
  std::string actor, issue;
  double capability = 1, position = unknown, salience = 1, reference = unknown, low = unknown, high = unknown;
  double votes = 0;
  bool veto = false, setter = false;
  std::size_t line = 0;  // place in the table
};

// The columns that are there, by their names and the other names that they go by.
struct Layout {
  std::optional<std::size_t> actor, issue, capability, position, salience, reference, low, high, veto, setter, votes;
};

Layout layout_of(const Columns& columns) {
  Layout at;
  at.actor = columns.find({"actor", "party", "name", "stakeholder"});
  at.position = columns.find({"position", "pos"});
  at.issue = columns.find({"issue", "dimension"}, false);
  at.capability = columns.find({"capability", "power", "influence", "weight", "resources", "gdp"}, false);
  at.salience = columns.find({"salience", "sal"}, false);
  at.reference = columns.find({"reference", "reference_point", "status_quo"}, false);
  at.low = columns.find({"low", "min"}, false);
  at.high = columns.find({"high", "max"}, false);
  at.veto = columns.find({"veto"}, false);
  at.setter = columns.find({"setter", "proposer"}, false);
  at.votes = columns.find({"votes"}, false);
  return at;
}

// Anything but "", "0", "no" and the like.
bool is_yes(const CsvRow& cells, std::optional<std::size_t> column) {
  if (!column) return false;
  std::string word = Columns::text(cells, *column);
  for (char& c : word) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return word != "" && word != "0" && word != "no" && word != "n" && word != "false";
}

Row row_of(const CsvRow& cells, const Layout& at, const Columns& columns) {
  Row row;
  row.actor = Columns::text(cells, *at.actor);
  if (at.issue) row.issue = Columns::text(cells, *at.issue);
  const auto number = [&](std::optional<std::size_t> column, std::string_view what, double low, double otherwise,
                          bool may_be_empty) {
    if (!column) return otherwise;
    return columns.number(cells, *column, what, low, most_field_number, may_be_empty).value_or(otherwise);
  };
  row.position = number(at.position, "position", -most_field_number, unknown, true);
  const bool absent = Columns::text(cells, *at.position).empty();  // then the rest may be empty too
  row.capability = number(at.capability, "capability", 0, absent ? 0 : 1, absent);
  row.salience = number(at.salience, "salience", 0, absent ? 0 : 1, absent);
  row.reference = number(at.reference, "reference", -most_field_number, unknown, true);
  row.low = number(at.low, "low", -most_field_number, unknown, true);
  row.high = number(at.high, "high", -most_field_number, unknown, true);
  row.votes = number(at.votes, "votes", 0, 0, true);
  row.veto = is_yes(cells, at.veto), row.setter = is_yes(cells, at.setter);
  return row;
}

std::size_t place(std::vector<std::string>& names, const std::string& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  names.push_back(name);
  return names.size() - 1;
}

// Where the file gives no scale it is the range of the positions taken and of the reference point; of one value alone,
// a unit to both sides.
void set_scale(collective::Field& field, std::size_t k, const std::vector<const Row*>& rows, FieldFile& into) {
  double low = any, high = -any, given_low = unknown, given_high = unknown;
  for (const Row* row : rows) {
    for (const double x : {row->position, row->reference})
      if (!std::isnan(x)) low = std::min(low, x), high = std::max(high, x);
    if (!std::isnan(row->low)) given_low = row->low;
    if (!std::isnan(row->high)) given_high = row->high;
  }
  if (low > high) low = 0, high = 1;
  if (low == high) low -= 1, high += 1;
  field.low[k] = std::isnan(given_low) ? low : given_low;
  field.high[k] = std::isnan(given_high) ? high : given_high;
  if (std::isnan(given_low) || std::isnan(given_high))
    into.notes.emplace_back(fmt::format("the scale{} is taken from the positions: {} to {}",
                                        field.issues[k].empty() ? "" : " of " + field.issues[k], field.low[k],
                                        field.high[k]));
}

// Saliences above 1 are per cents, all of them.
void scale_saliences(std::vector<Row>& rows, const Csv& csv, const Layout& at, FieldFile& into, Problems& problems) {
  double most = 0;
  for (const Row& row : rows) most = std::max(most, row.salience);
  if (most <= 1) return;
  into.notes.emplace_back("saliences above 1: all are read as per cent");
  for (Row& row : rows) {
    if (row.salience > 100)
      report(problems, place_of(csv, csv.rows[row.line], *at.salience),
             fmt::format("salience {} is above 100", row.salience), csv.rows[row.line].text,
             "saliences lie in [0, 1] or are per cents");
    row.salience /= 100;
  }
}

// An issue has one scale and one reference point, and one actor proposes; a row that says otherwise than one before it
// is a problem.
void check_agreement(const std::vector<Row>& rows, const Csv& csv, const Layout& at, Problems& problems) {
  const auto check = [&](std::optional<std::size_t> column, double Row::*member, std::string_view what) {
    std::map<std::string, const Row*> first;
    for (const Row& row : rows) {
      if (!column || std::isnan(row.*member)) continue;
      const Row* const before = first.try_emplace(row.issue, &row).first->second;
      if (before->*member == row.*member) continue;
      const CsvRow& cells = csv.rows[row.line];
      report(problems, place_of(csv, cells, *column),
             fmt::format("{} {}{} is {} in line {}", what, row.*member, row.issue.empty() ? "" : " of " + row.issue,
                         before->*member, csv.rows[before->line].line),
             cells.text, "an issue has one; the cell may stay empty");
    }
  };
  const Row* setter = nullptr;
  for (const Row& row : rows) {
    if (row.setter && setter && setter->actor != row.actor)
      report(problems, place_of(csv, csv.rows[row.line], *at.setter),
             fmt::format("\"{}\" already proposes, by line {}", setter->actor, csv.rows[setter->line].line),
             csv.rows[row.line].text, "one actor proposes, on all issues");
    if (row.setter && !setter) setter = &row;
  }
  check(at.reference, &Row::reference, "reference");
  check(at.low, &Row::low, "low");
  check(at.high, &Row::high, "high");
}

// Tables of programs that write decimal commas have semicolons between cells; others have tabs.
char separator_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string_view head;
  for (std::size_t begin = 0; begin < text.size() && (head.empty() || head[0] == '#');) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    head = text.substr(begin, end - begin), begin = end + 1;
  }
  if (head.find(',') != std::string_view::npos) return ',';
  return head.find(';') != std::string_view::npos ? ';' : head.find('\t') != std::string_view::npos ? '\t' : ',';
}

std::vector<Row> rows_of(const Csv& csv, const Layout& at, const Columns& columns, Problems& problems) {
  std::vector<Row> rows;
  std::map<std::pair<std::string, std::string>, int> seen;
  for (std::size_t k = 1; k < csv.rows.size(); ++k) {
    Row row = row_of(csv.rows[k], at, columns);
    row.line = k;
    const Place where = place_of(csv, csv.rows[k], *at.actor);
    if (row.actor.empty()) report(problems, where, "no name of an actor", csv.rows[k].text);
    const auto [first, fresh] = seen.try_emplace({row.actor, row.issue}, csv.rows[k].line);
    if (!fresh)
      report(problems, where,
             fmt::format("\"{}\" stands here again{}, first in line {}", row.actor,
                         row.issue.empty() ? "" : " for \"" + row.issue + "\"", first->second),
             csv.rows[k].text, at.issue ? "" : "several issues need a column \"issue\"");
    rows.push_back(std::move(row));
  }
  return rows;
}

void fill(const std::vector<Row>& rows, const Layout& at, FieldFile& into) {
  collective::Field& field = into.field;
  for (const Row& row : rows) place(field.actors, row.actor), place(field.issues, row.issue);
  const std::size_t cells = field.actors.size() * field.issues.size();
  field.capability.assign(cells, 0), field.salience.assign(cells, 0), field.position.assign(cells, unknown);
  field.reference.assign(field.issues.size(), unknown);
  field.low.assign(field.issues.size(), 0), field.high.assign(field.issues.size(), 1);
  field.procedure.vetoes.assign(field.actors.size(), 0);
  if (at.votes) field.procedure.votes.assign(field.actors.size(), 0);
  std::vector<std::vector<const Row*>> of_issue(field.issues.size());
  for (const Row& row : rows) {
    const std::size_t i = place(field.actors, row.actor), k = place(field.issues, row.issue), cell = field.at(i, k);
    field.capability[cell] = row.capability, field.salience[cell] = row.salience, field.position[cell] = row.position;
    if (!std::isnan(row.reference)) field.reference[k] = row.reference;
    if (row.veto) field.procedure.vetoes[i] = 1;
    if (row.setter) field.procedure.setter = static_cast<int>(i);
    if (at.votes) field.procedure.votes[i] = std::max(field.procedure.votes[i], row.votes);
    of_issue[k].push_back(&row);
  }
  for (std::size_t k = 0; k < of_issue.size(); ++k) set_scale(field, k, of_issue[k], into);
  for (std::string& issue : field.issues)
    if (issue.empty()) issue = "position";
}

}  // namespace

void read_plain_field(const std::string& text, const std::string& file, FieldFile& into, Problems& problems) {
  const std::size_t before = problems.size();
  const Csv csv = read_csv(text, file, problems, separator_of(text));
  if (csv.rows.empty() && problems.size() > before) return;
  if (csv.rows.empty()) return report(problems, {file, 0, 0}, "there is no table in the file");
  const Columns columns(csv, problems);
  const Layout at = layout_of(columns);
  if (!at.actor || !at.position) return;
  std::vector<Row> rows = rows_of(csv, at, columns, problems);
  if (rows.empty()) return report(problems, {file, 0, 0}, "there is no actor in the table");
  check_agreement(rows, csv, at, problems);
  if (at.salience) scale_saliences(rows, csv, at, into, problems);
  if (!at.salience) into.notes.emplace_back("no column \"salience\": everybody has salience 1");
  if (!at.capability) into.notes.emplace_back("no column \"capability\": everybody has capability 1");
  fill(rows, at, into);
}

}  // namespace armistice
