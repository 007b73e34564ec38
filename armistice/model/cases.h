// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "armistice/base/problem.h"
#include "armistice/theory/collective/field.h"

// Many decisions with their outcomes, in a folder of three tables, by which models of collective decisions are scored.
//
// issues.csv     issue_id, outcome; and where there are such columns proposal_id (issues decided together: one field),
//                reference_point, low and high (ends of the scale; else 0 and 100), quorum (share of the votes that
//                must be reached), procedure and council_vote as the DEU data have them: a chamber has a veto only
//                under "COD"; "QMV" asks for 62 of 87 votes (Treaty of Rome, 1995), "Unan" for all.
// positions.csv  issue_id, actor, position, salience (0 to 100, or 0 to 1 where no number in the column exceeds 1)
// actors.csv     actor and columns of capabilities; role (proposer, chamber, voter, none) and votes where there are
// such
//                columns. Without a role "com" proposes, "ep" is a chamber and all others vote.
//
// An outcome or a reference point that is blank, "NA", or 999 off the scale is unknown.
namespace armistice {

struct CaseGroup {
  std::string id;
  collective::Field field;      // all issues of the group; an actor without a position takes no part
  std::vector<double> outcome;  // [issue], on the issue's scale; NaN: unknown
};

struct Cases {
  std::string folder;             // its last name
  std::string hash;               // of the three files
  std::string weights;            // the column of capabilities, or "equal"
  std::vector<CaseGroup> groups;  // in the order of issues.csv
  std::size_t issues = 0, positions = 0, actors = 0;
  std::size_t without_outcome = 0;   // issues
  std::size_t without_position = 0;  // rows of positions.csv: left out
  std::size_t without_salience = 0;  // rows of positions.csv: a salience of 0, so a position without weight
  bool votes_given = false;          // else everybody who votes has one vote
};

// Reads the folder. `weights`: a column of actors.csv, "equal" (everybody 1), or "" for the first of the columns
// "capability", "weight" and "power" or else the first that has no other meaning. Nothing when there are problems;
// throws std::runtime_error when a file cannot be read.
std::optional<Cases> read_cases(const std::filesystem::path& folder, const std::string& weights, Problems& problems);

}  // namespace armistice
