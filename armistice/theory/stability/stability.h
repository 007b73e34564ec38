// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "armistice/theory/stability/flood.h"
#include "armistice/theory/stability/graph.h"

// Which states are stable, for whom, and in which sense, for any number of parties.
namespace armistice::stability {

// Nash 1951; general metarationality and symmetric metarationality, Howard 1971; sequential stability, Fraser and Hipel
// 1979; symmetric sequential stability, Rego and Vieira 2017. A state is stable for a party when every improvement that
// it could make from there can be answered so that it is no better off than before:
//   nash  there is none to make;
//   gmr   the others can answer by any legal sequence of moves;
//   smr   and even then no further move of the party's own makes it better off;
//   seq   the others can answer by moves that improve on the state before for who makes them;
//   sseq  both: credible answers, and no way out of them.
enum class Notion : std::uint8_t { nash, gmr, smr, seq, sseq };
inline constexpr std::size_t notion_count = 5;
inline constexpr std::array<std::string_view, notion_count> notion_names{"Nash", "GMR", "SMR", "SEQ", "SSEQ"};
inline constexpr std::array<Notion, notion_count> all_notions{Notion::nash, Notion::gmr, Notion::smr, Notion::seq,
                                                              Notion::sseq};
constexpr bool credible(Notion notion) { return notion == Notion::seq || notion == Notion::sseq; }
constexpr bool symmetric(Notion notion) { return notion == Notion::smr || notion == Notion::sseq; }

// Where preferences have blocks: `strongly` when every improvement can be answered by a state of a worse block
// (Hamouda, Kilgour and Hipel 2004).
enum class Verdict : std::uint8_t { unstable, stable, strongly };

struct Judgement {
  std::vector<Verdict> verdict;  // [state]
  // [state] in the unit of the party's utility, where it has one: how much better the state is than the best that a
  // move of its own leads to once the others have answered; below 0: what it gains by leaving; infinite: it has no
  // move.
  std::vector<double> margin;
};

struct Analysis {
  std::array<std::vector<Judgement>, notion_count> of;  // [notion][party]
  const Judgement& judged(Notion notion, int party) const {
    return of[static_cast<std::size_t>(notion)][static_cast<std::size_t>(party)];
  }
};

// One party and one notion. Preferences must be known; see doubt.h for those that are not. Time as least_within_reach.
//
//   the prisoners' dilemma, states (both refuse, first confesses, second confesses, both confess), ranks of the first
//   2 1 4 3 at options "cooperate": nash stable at states 0 and 2, gmr also at 3 (tests/theory/stability).
Judgement judge(const Graph& graph, int party, Notion notion, Rule rule = Rule::returns);

// All notions, all parties.
Analysis analyse(const Graph& graph, Rule rule = Rule::returns);

// States that are stable for every party, ascending.
std::vector<State> equilibria(const Analysis& analysis, Notion notion);

}  // namespace armistice::stability
