// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "armistice/base/file.h"
#include "armistice/base/hash.h"
#include "armistice/model/cases_tables.h"

namespace armistice {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t most_bytes = std::size_t{256} << 20;

// What an issue needs to pass. Issues of one group share it: the first one's counts.
collective::Procedure procedure_of(const std::vector<CaseActor>& all, const CaseIssue& issue,
                                   const std::vector<std::size_t>& chosen) {
  collective::Procedure procedure;
  procedure.quorum = issue.quorum;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const CaseActor& actor = all[chosen[i]];
    if (actor.role == CaseRole::proposer) procedure.setter = static_cast<int>(i);
    procedure.votes.push_back(actor.role == CaseRole::voter ? actor.votes : 0);
    procedure.vetoes.push_back(actor.role == CaseRole::chamber && issue.chamber_veto ? 1 : 0);
  }
  return procedure;
}

CaseGroup group_of(const std::string& id, const CaseTables& tables, const std::vector<std::size_t>& issues,
                   const std::vector<std::vector<const CasePosition*>>& positions_of) {
  std::vector<std::size_t> chosen;  // actors with a position on any of the issues, in the order of actors.csv
  for (const std::size_t k : issues)
    for (const CasePosition* p : positions_of[k]) chosen.push_back(p->actor);
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  CaseGroup group{id, {}, {}};
  collective::Field& field = group.field;
  for (const std::size_t i : chosen) field.actors.push_back(tables.actors[i].id);
  for (const std::size_t k : issues) {
    const CaseIssue& issue = tables.issues[k];
    field.issues.push_back(issue.id);
    field.low.push_back(issue.low), field.high.push_back(issue.high);
    field.reference.push_back(issue.reference);
    group.outcome.push_back(issue.outcome);
  }
  field.procedure = procedure_of(tables.actors, tables.issues[issues.front()], chosen);
  field.position.assign(chosen.size() * issues.size(), unknown);
  field.salience.assign(chosen.size() * issues.size(), 0);
  for (const std::size_t i : chosen)
    field.capability.insert(field.capability.end(), issues.size(), tables.actors[i].weight);
  for (std::size_t k = 0; k < issues.size(); ++k)
    for (const CasePosition* p : positions_of[issues[k]]) {
      const auto i = std::lower_bound(chosen.begin(), chosen.end(), p->actor) - chosen.begin();
      field.position[field.at(static_cast<std::size_t>(i), k)] = p->position;
      field.salience[field.at(static_cast<std::size_t>(i), k)] = p->salience;
    }
  return group;
}

std::vector<CaseGroup> groups_of(const CaseTables& tables) {
  std::vector<std::vector<const CasePosition*>> positions_of(tables.issues.size());
  for (const CasePosition& p : tables.positions) positions_of[p.issue].push_back(&p);
  std::vector<std::string> ids;
  std::map<std::string, std::vector<std::size_t>> members;
  for (std::size_t k = 0; k < tables.issues.size(); ++k) {
    auto& of = members[tables.issues[k].group];
    if (of.empty()) ids.push_back(tables.issues[k].group);
    of.push_back(k);
  }
  std::vector<CaseGroup> groups;
  for (const std::string& id : ids) groups.push_back(group_of(id, tables, members[id], positions_of));
  return groups;
}

}  // namespace

std::optional<Cases> read_cases(const std::filesystem::path& folder, const std::string& weights, Problems& problems) {
  const auto read = [&](const char* name) { return read_file(folder / name, most_bytes); };
  const std::string issues = read("issues.csv"), positions = read("positions.csv"), actors = read("actors.csv");
  const std::size_t before = problems.size();
  CaseTables tables;
  read_case_actors(actors, weights, tables, problems);
  read_case_issues(issues, tables, problems);
  if (problems.size() == before) read_case_positions(positions, tables, problems);
  if (problems.size() != before) return std::nullopt;
  Cases cases;
  const auto name = std::filesystem::absolute(folder).lexically_normal();
  cases.folder = (name.has_filename() ? name : name.parent_path()).filename().string();
  cases.hash = sha256(issues + '\n' + positions + '\n' + actors).substr(0, 16);
  cases.weights = tables.weights;
  cases.issues = tables.issues.size(), cases.positions = tables.positions.size(), cases.actors = tables.actors.size();
  cases.without_outcome = static_cast<std::size_t>(std::count_if(
      tables.issues.begin(), tables.issues.end(), [](const CaseIssue& issue) { return std::isnan(issue.outcome); }));
  cases.without_position = tables.without_position, cases.without_salience = tables.without_salience;
  cases.votes_given = tables.votes_given;
  cases.groups = groups_of(tables);
  return cases;
}

}  // namespace armistice
