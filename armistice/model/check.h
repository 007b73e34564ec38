// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/model/dossier.h"

// The parts of check_meaning (read.h).
namespace armistice {

// A dossier under examination: its ids by kind, and where problems go.
struct Check {
  const Dossier& dossier;
  Problems& problems;
  std::map<std::string, std::vector<std::string>, std::less<>> ids;  // "party" -> north, south

  void report(const Place& place, std::string message, std::string hint = "") const;

  // Whether the id names something of the kind; reports it when it does not. What is empty was reported by the reader.
  bool resolves(const Ref& ref, std::string_view kind) const;
  // The same for an option of an issue ("open" is one of every issue); false when the issue is unknown.
  bool resolves(const Ref& issue, const Ref& option) const;
  // The same for the party of a side.
  bool is_side(const Ref& ref, std::string_view what) const;
};

Check make_check(const Dossier& dossier, Problems& problems);

const Party* find_party(const Dossier& dossier, std::string_view id);
const Issue* find_issue(const Dossier& dossier, std::string_view id);
const Audience* find_audience(const Dossier& dossier, std::string_view id);
const Worth* find_worth(const Dossier& dossier, std::string_view who, std::string_view issue);
bool has_role(const Party& party, std::string_view role);

void check_ids(const Check& check);       // one name, one thing
void check_roles(const Check& check);     // sides, signatories, mediator
void check_links(const Check& check);     // aid, levers, channels, options, audiences, linkages
void check_fronts(const Check& check);    // weights and areas
void check_values(const Check& check);    // weights, complete tables, red lines, aims
void check_packages(const Check& check);  // constraints and texts
void check_evidence(const Check& check);  // sources of numbers, claims, clauses and events
void check_dates(const Check& check);     // the order of the days

}  // namespace armistice
