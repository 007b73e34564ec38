// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/cases_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "armistice/model/csv.h"

namespace armistice {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double largest = 1e12;
constexpr double most_scale = 1e9;
constexpr double qualified_majority = 62.0 / 87;  // of the Council, 1995 to 2004; later treaties ask for .72 to .74

// One file while it is read. The first row names the columns.
struct Sheet {
  Sheet(std::string_view text, const char* file, Problems& all)
      : problems(all), csv(read_csv(text, file, all)), columns(csv, all) {
    if (csv.rows.empty()) report(problems, {file, 0, 0}, "no table", "", "the first line names the columns");
  }

  std::size_t rows() const { return csv.rows.empty() ? 0 : csv.rows.size() - 1; }
  const CsvRow& row(std::size_t k) const { return csv.rows[k + 1]; }
  static std::string text(const CsvRow& row, std::optional<std::size_t> column) {
    return column ? Columns::text(row, *column) : std::string();
  }
  void complain(const CsvRow& row, std::size_t column, std::string message, std::string hint = "") const {
    report(problems, place_of(csv, row, column), std::move(message), row.text, std::move(hint));
  }
  std::optional<double> number(const CsvRow& row, std::optional<std::size_t> column, std::string_view what, double low,
                               double high) const {
    return column ? columns.number(row, *column, what, low, high, true) : std::nullopt;
  }

  Problems& problems;
  Csv csv;
  Columns columns;
};

// A number or NaN: blank, "NA", and 999 where the scale does not go so far, are unknown.
double known(const Sheet& sheet, const CsvRow& row, std::optional<std::size_t> column, const char* what, double low,
             double high) {
  const std::string text = Sheet::text(row, column);
  if (text.empty() || text == "NA" || (high < 999 && number_in(text) == 999.0)) return unknown;
  return sheet.number(row, column, what, low, high).value_or(unknown);
}

// Names seen so far, to find places by and to report what is there twice.
struct Names {
  std::map<std::string, std::size_t> places;

  bool add(const Sheet& sheet, const CsvRow& row, std::size_t column, const char* what) {
    const std::string& id = Columns::text(row, column);
    if (id.empty()) sheet.complain(row, column, fmt::format("no {}", what));
    if (id.empty()) return false;
    const bool added = places.emplace(id, places.size()).second;
    if (!added) sheet.complain(row, column, fmt::format("the {} \"{}\" is there twice", what, id));
    return added;
  }
};

// The place of the thing a cell names; reported when there is none.
std::optional<std::size_t> find(const Sheet& sheet, const CsvRow& row, std::size_t column, const char* what,
                                const char* file, const std::map<std::string, std::size_t>& places) {
  const std::string& id = Columns::text(row, column);
  if (const auto found = places.find(id); found != places.end()) return found->second;
  std::vector<std::string> all;
  for (const auto& [name, place] : places) all.push_back(name);
  const std::string near = suggestion(id, all);
  sheet.complain(row, column,
                 id.empty() ? fmt::format("no {}", what) : fmt::format("{} has no {} \"{}\"", file, what, id),
                 near.empty() ? "" : fmt::format("did you mean \"{}\"?", near));
  return std::nullopt;
}

// The column of capabilities; nothing for equal ones, or when it is not there, which is reported.
std::optional<std::size_t> weight_column(const Sheet& sheet, const std::string& weights) {
  if (weights == "equal") return std::nullopt;
  if (!weights.empty()) return sheet.columns.find({weights});
  if (const auto usual = sheet.columns.find({"capability", "weight", "power"}, false)) return usual;
  for (std::size_t k = 0; k < sheet.csv.rows.front().cells.size(); ++k) {
    bool taken = false;
    for (const char* name : {"actor", "name", "role", "votes"}) taken = taken || sheet.columns.find({name}, false) == k;
    const bool numbers = sheet.rows() > 0 && number_in(Columns::text(sheet.row(0), k)).has_value();
    if (!taken && numbers) return k;
  }
  return std::nullopt;
}

CaseRole role_of(const Sheet& sheet, const CsvRow& row, std::optional<std::size_t> column) {
  if (!column) {
    const std::string& id = Columns::text(row, *sheet.columns.find({"actor"}));
    return id == "com" ? CaseRole::proposer : id == "ep" ? CaseRole::chamber : CaseRole::voter;
  }
  const std::vector<std::string> names = {"proposer", "chamber", "voter", "none"};
  const std::string& text = Columns::text(row, *column);
  if (text.empty()) return CaseRole::none;
  const auto at = std::find(names.begin(), names.end(), text);
  if (at != names.end()) return static_cast<CaseRole>(at - names.begin());
  const std::string near = suggestion(text, names);
  sheet.complain(row, *column, fmt::format("there is no role \"{}\"", text),
                 near.empty() ? "it is proposer, chamber, voter or none" : fmt::format("did you mean \"{}\"?", near));
  return CaseRole::none;
}

// The share of the votes that passes, by a number or by the name of the rule.
double quorum_of(const Sheet& sheet, const CsvRow& row, std::optional<std::size_t> number,
                 std::optional<std::size_t> rule) {
  if (const auto given = sheet.number(row, number, "quorum", 0, 1)) {
    if (*given == 0) sheet.complain(row, *number, "a quorum of 0 lets everything pass");
    return *given;
  }
  const std::string text = Sheet::text(row, rule);
  if (text == "Unan") return 1;
  if (text == "QMV") return qualified_majority;
  if (!text.empty())
    sheet.complain(row, *rule, fmt::format("unknown rule \"{}\"", text), "it is QMV or Unan; else give a quorum");
  return 0.5;
}

std::map<std::string, std::size_t> places_of(const auto& things) {
  std::map<std::string, std::size_t> places;
  for (const auto& thing : things) places.emplace(thing.id, places.size());
  return places;
}

}  // namespace

void read_case_actors(std::string_view text, const std::string& weights, CaseTables& tables, Problems& problems) {
  const Sheet sheet(text, "actors.csv", problems);
  const auto actor = sheet.columns.find({"actor"});
  if (!actor) return;
  const auto weight = weight_column(sheet, weights);
  if (!weight && !weights.empty() && weights != "equal") return;
  const auto role = sheet.columns.find({"role"}, false), votes = sheet.columns.find({"votes"}, false);
  tables.weights = weight ? Columns::text(sheet.csv.rows.front(), *weight) : "equal";
  tables.votes_given = votes.has_value();
  Names names;
  int proposers = 0;
  for (std::size_t k = 0; k < sheet.rows(); ++k) {
    const CsvRow& row = sheet.row(k);
    if (!names.add(sheet, row, *actor, "actor")) continue;
    CaseActor one{Columns::text(row, *actor)};
    if (weight) one.weight = sheet.columns.number(row, *weight, tables.weights, 0, largest).value_or(0);
    one.role = role_of(sheet, row, role);
    if (one.role == CaseRole::proposer && ++proposers == 2)
      sheet.complain(row, role.value_or(*actor), "a second proposer");
    if (votes) one.votes = sheet.number(row, votes, "votes", 0, largest).value_or(0);
    tables.actors.push_back(std::move(one));
  }
}

void read_case_issues(std::string_view text, CaseTables& tables, Problems& problems) {
  const Sheet sheet(text, "issues.csv", problems);
  const Columns& columns = sheet.columns;
  const auto id = columns.find({"issue_id", "issue"}), outcome = columns.find({"outcome"});
  if (!id || !outcome) return;
  const auto group = columns.find({"proposal_id", "proposal", "group"}, false);
  const auto reference = columns.find({"reference_point", "reference"}, false);
  const auto low = columns.find({"low"}, false), high = columns.find({"high"}, false);
  const auto quorum = columns.find({"quorum"}, false), rule = columns.find({"council_vote"}, false);
  const auto procedure = columns.find({"procedure"}, false);
  Names names;
  for (std::size_t k = 0; k < sheet.rows(); ++k) {
    const CsvRow& row = sheet.row(k);
    if (!names.add(sheet, row, *id, "issue")) continue;
    CaseIssue issue;
    issue.id = Columns::text(row, *id);
    issue.group = Sheet::text(row, group);
    if (issue.group.empty()) issue.group = issue.id;
    issue.low = sheet.number(row, low, "low end", -most_scale, most_scale).value_or(0);
    issue.high = sheet.number(row, high, "high end", -most_scale, most_scale).value_or(100);
    if (!(issue.low < issue.high))
      sheet.complain(row, high.value_or(low.value_or(*id)),
                     fmt::format("the scale from {} to {} has no length", issue.low, issue.high));
    issue.reference = known(sheet, row, reference, "reference point", issue.low, issue.high);
    issue.outcome = known(sheet, row, outcome, "outcome", issue.low, issue.high);
    issue.quorum = quorum_of(sheet, row, quorum, rule);
    issue.chamber_veto = !procedure || Sheet::text(row, procedure) == "COD";
    tables.issues.push_back(std::move(issue));
  }
  if (sheet.rows() == 0) report(problems, {"issues.csv", 0, 0}, "no issues");
}

void read_case_positions(std::string_view text, CaseTables& tables, Problems& problems) {
  const Sheet sheet(text, "positions.csv", problems);
  const Columns& columns = sheet.columns;
  const auto issue = columns.find({"issue_id", "issue"}), actor = columns.find({"actor"});
  const auto position = columns.find({"position"}), salience = columns.find({"salience"});
  if (!issue || !actor || !position || !salience) return;
  const auto issues = places_of(tables.issues), actors = places_of(tables.actors);
  std::map<std::pair<std::size_t, std::size_t>, int> seen;
  double most = 0;
  for (std::size_t k = 0; k < sheet.rows(); ++k) {
    const CsvRow& row = sheet.row(k);
    const auto i = find(sheet, row, *issue, "issue", "issues.csv", issues);
    const auto a = find(sheet, row, *actor, "actor", "actors.csv", actors);
    const double s = known(sheet, row, salience, "salience", 0, 100);
    if (!i || !a) continue;
    const CaseIssue& of = tables.issues[*i];
    if (const auto [first, added] = seen.emplace(std::pair{*i, *a}, row.line); !added)
      sheet.complain(row, *actor, fmt::format("a second position of {} on {}", Columns::text(row, *actor), of.id),
                     fmt::format("the first is in line {}", first->second));
    const double x = known(sheet, row, position, "position", of.low, of.high);
    if (std::isnan(x)) ++tables.without_position;
    if (std::isnan(x)) continue;
    if (std::isnan(s)) ++tables.without_salience;
    const double felt = std::isnan(s) ? 0 : s;
    most = std::max(most, felt);
    tables.positions.push_back({*i, *a, x, felt});
  }
  if (most > 1)
    for (CasePosition& p : tables.positions) p.salience /= 100;
}

}  // namespace armistice
