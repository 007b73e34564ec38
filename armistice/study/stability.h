// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "armistice/model/conflict.h"
#include "armistice/study/stability_reasons.h"
#include "armistice/theory/stability/coalition.h"

// What `armistice stability` finds in a conflict.
namespace armistice {

struct StabilityAsked {
  std::vector<stability::Notion> notions{stability::all_notions.begin(), stability::all_notions.end()};
  stability::Rule rule = stability::Rule::returns;
  stability::Attitude attitude = stability::attitudes[1];  // of use only where a preference is unknown
  std::vector<std::uint64_t> groups;                       // bit per party: coalitions to be judged
};

struct GroupStability {
  std::uint64_t members = 0;
  std::array<std::vector<std::uint8_t>, stability::notion_count> stable;  // [notion][state]; empty: not asked for
};

struct StabilityReport {
  StabilityAsked asked;
  bool in_doubt = false;         // a preference is unknown: then the attitude counts
  stability::Analysis analysis;  // of the notions asked for; the others are empty
  std::array<std::vector<stability::State>, stability::notion_count> equilibria;
  std::vector<GroupStability> groups;

  bool stable(stability::Notion notion, int party, stability::State state) const {
    return analysis.judged(notion, party).verdict[state] != stability::Verdict::unstable;
  }
  bool strongly(stability::Notion notion, int party, stability::State state) const {
    return analysis.judged(notion, party).verdict[state] == stability::Verdict::strongly;
  }
  bool equilibrium(stability::Notion notion, stability::State state) const;
};

// Whether somebody's preference between two states is not known.
bool in_doubt(const stability::Graph& graph);

StabilityReport stability_report(const Conflict& conflict, const StabilityAsked& asked);

// How play can travel from a state: by any legal moves, and by moves that are better for who makes them.
struct Travels {
  stability::Journeys by_moves, by_improvements;
};
Travels travels(const Conflict& conflict, const StabilityReport& report, stability::State from);

}  // namespace armistice
