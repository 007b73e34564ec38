// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/base/problem.h"

// The three tables of a folder of cases, as they stand (model/cases.h says what is in them).
namespace armistice {

enum class CaseRole : std::uint8_t { proposer, chamber, voter, none };

struct CaseActor {
  std::string id;
  double weight = 1, votes = 1;
  CaseRole role = CaseRole::voter;
};

struct CaseIssue {
  std::string id, group;
  double low = 0, high = 100;
  double reference, outcome;  // NaN: unknown
  double quorum = 0.5;
  bool chamber_veto = true;
};

struct CasePosition {
  std::size_t issue, actor;
  double position, salience;  // salience in [0, 1]
};

struct CaseTables {
  std::vector<CaseActor> actors;
  std::vector<CaseIssue> issues;
  std::vector<CasePosition> positions;
  std::string weights;
  bool votes_given = false;
  std::size_t without_position = 0, without_salience = 0;
};

// Each reads the text of one file into its part of the tables, and reports what is wrong with it. Positions need the
// other two.
void read_case_actors(std::string_view text, const std::string& weights, CaseTables& tables, Problems& problems);
void read_case_issues(std::string_view text, CaseTables& tables, Problems& problems);
void read_case_positions(std::string_view text, CaseTables& tables, Problems& problems);

}  // namespace armistice
