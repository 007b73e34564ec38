// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "armistice/model/check.h"

namespace armistice {
namespace {

// Issue -> option. In the search an issue that is not there is undecided; in a whole package it is open.
using Choice = std::map<std::string, std::string>;

enum class Match { no, yes, undecided };

Match match(const Clause& clause, const Choice& choice) {
  const auto found = choice.find(clause.issue.id);
  if (found == choice.end()) return Match::undecided;
  return found->second == clause.option.id ? Match::yes : Match::no;
}

// Whether the choice breaks the constraint whatever the undecided issues become.
bool breaks(const Constraint& constraint, const Choice& choice) {
  const auto is = [&](Match wanted) { return [&, wanted](const Clause& c) { return match(c, choice) == wanted; }; };
  return std::all_of(constraint.when.begin(), constraint.when.end(), is(Match::yes)) &&
         std::all_of(constraint.then.begin(), constraint.then.end(), is(Match::no));
}

const Constraint* broken(const Dossier& d, const Choice& choice) {
  for (const Constraint& constraint : d.constraints) {
    if (breaks(constraint, choice)) return &constraint;
  }
  return nullptr;
}

// Looks for a package that breaks nothing by deciding one issue after the other. Gives up, in the dossier's favour,
// after `steps`: the search is exponential in the worst case.
bool feasible(const Dossier& d, const std::vector<const Issue*>& issues, std::size_t depth, Choice& choice,
              int& steps) {
  if (broken(d, choice)) return false;
  if (depth == issues.size() || --steps < 0) return true;
  const Issue& issue = *issues[depth];
  std::string& option = choice[issue.name.id];
  option = "open";
  if (feasible(d, issues, depth + 1, choice, steps)) return true;
  for (const Option& closed : issue.options) {
    choice[issue.name.id] = closed.name.id;
    if (feasible(d, issues, depth + 1, choice, steps)) return true;
  }
  choice.erase(issue.name.id);
  return false;
}

// Only the issues that a constraint names need to be decided.
std::vector<const Issue*> constrained_issues(const Dossier& d) {
  std::vector<const Issue*> issues;
  for (const Issue& issue : d.issues) {
    const auto names = [&](const Clause& c) { return c.issue.id == issue.name.id; };
    const bool named = std::any_of(d.constraints.begin(), d.constraints.end(), [&](const Constraint& c) {
      return std::any_of(c.when.begin(), c.when.end(), names) || std::any_of(c.then.begin(), c.then.end(), names);
    });
    if (named) issues.push_back(&issue);
  }
  return issues;
}

Choice all_open(const Dossier& d) {
  Choice choice;
  for (const Issue& issue : d.issues) choice[issue.name.id] = "open";
  return choice;
}

std::string described(const Constraint& constraint) {
  const std::string at = fmt::format("the constraint at {}:{}", constraint.place.file, constraint.place.line);
  return constraint.why.empty() ? at : fmt::format("{} ({})", at, constraint.why);
}

void check_text(const Check& check, const Text& text) {
  Choice choice = all_open(check.dossier);
  std::map<std::string, int> named;
  for (const TextClause& clause : text.clauses) {
    if (clause.issue.id.empty() || !check.resolves(clause.issue, clause.option)) continue;
    const auto [first, fresh] = named.emplace(clause.issue.id, clause.number);
    if (!fresh) {
      check.report(clause.issue.place, fmt::format("clauses {} and {} of text \"{}\" both name issue \"{}\"",
                                                   first->second, clause.number, text.name.id, clause.issue.id));
    }
    choice[clause.issue.id] = clause.option.id;
  }
  if (const Constraint* constraint = broken(check.dossier, choice)) {
    check.report(text.name.place, fmt::format("text \"{}\" breaks {}", text.name.id, described(*constraint)));
  }
}

// Where two issues named the line to which a war would return, a package could name two.
void check_front_is_named_once(const Dossier& d, const Check& check) {
  const Issue* first = nullptr;
  for (const Issue& issue : d.issues) {
    const auto names = [](const Option& option) { return option.front.knob >= 0; };
    if (std::none_of(issue.options.begin(), issue.options.end(), names)) continue;
    if (first)
      check.report(issue.name.place,
                   fmt::format("issues \"{}\" and \"{}\" both name a front", first->name.id, issue.name.id),
                   "one issue says where the line lies");
    else
      first = &issue;
  }
}

}  // namespace

void check_packages(const Check& check) {
  const Dossier& d = check.dossier;
  check_front_is_named_once(d, check);
  bool known = true;
  for (const Constraint& constraint : d.constraints) {
    for (const auto* clauses : {&constraint.when, &constraint.then}) {
      for (const Clause& clause : *clauses) known = check.resolves(clause.issue, clause.option) && known;
    }
  }
  if (!d.table.id.empty()) check.resolves(d.table, "text");
  for (const Text& text : d.texts) check_text(check, text);
  if (!known) return;
  const Constraint* closed = broken(d, all_open(d));
  if (!closed) return;
  check.report(closed->place, "the constraint forbids leaving every issue open", "then talks could not begin");
  Choice choice;
  int steps = 200000;
  if (!feasible(d, constrained_issues(d), 0, choice, steps))
    check.report(closed->place, "the constraints forbid every package");
}

}  // namespace armistice
