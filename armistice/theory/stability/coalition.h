// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/theory/stability/stability.h"

// Coalitions: whether a group that moves together would leave a state (Kilgour, Hipel, Fang and Peng 2001, "Coalition
// analysis in group decision support"; Inohara and Hipel 2008).
namespace armistice::stability {

// 1 for each state that is stable for the group `members` (bit per party). The group goes from a state by any legal
// sequence of its members' moves; it leaves for states that are better for all of its members; a state deters it that
// is not better for at least one of them; who is not in the group answers. A group of one is judged as judge() does. By
// the definition, a few floods for each state.
//
//   the prisoners' dilemma: both together leave "both confess" alone, for "both refuse".
std::vector<std::uint8_t> stable_for_group(const Graph& graph, std::uint64_t members, Notion notion,
                                           Rule rule = Rule::returns);

// 1 for each state that is stable for every group of parties, of one as of all.
std::vector<std::uint8_t> stable_for_all_groups(const Graph& graph, Notion notion, Rule rule = Rule::returns);

}  // namespace armistice::stability
