// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <string_view>

#include "armistice/theory/stability/stability.h"

// Stability where it is not known which of two states a party prefers (Li, Hipel, Kilgour and Fang 2004, "Preference
// uncertainty in the graph model for conflict resolution").
namespace armistice::stability {

// What a party makes of states that it cannot compare. The four of the paper, from its boldest to its most cautious.
struct Attitude {
  std::string_view name;
  bool leaves_for_unknown = false;   // a move to such a state counts as one to leave for
  bool deterred_by_unknown = false;  // an answer that leads to such a state deters
};
inline constexpr std::array<Attitude, 4> attitudes{{{"a", true, false},    // leaves for it, not deterred by it
                                                    {"b", false, false},   // counts neither way
                                                    {"c", true, true},     // counts both ways
                                                    {"d", false, true}}};  // stays, and is deterred

// Judges by the definition, one flood for each state: states x arcs in all. Known preferences give judge()'s verdicts
// whatever the attitude. Credible answers include moves to states that the mover cannot compare, as in the paper; the
// state that the party moved to is no answer to its own move. Margins and strength are not told.
Judgement judge_in_doubt(const Graph& graph, int party, Notion notion, const Attitude& attitude,
                         Rule rule = Rule::returns);

Analysis analyse_in_doubt(const Graph& graph, const Attitude& attitude, Rule rule = Rule::returns);

}  // namespace armistice::stability
