// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// A field of actors who settle one or more issues together, as the collective-decision models see it: everyone has a
// position on each issue, a salience (how much of one's capability one brings to bear on it) and a capability.
namespace armistice::collective {

// Who may propose, and whose consent a decision needs. Optional: only the procedural models ask for it.
struct Procedure {
  int setter = -1;                   // actor who proposes; -1: unknown, procedural models do not apply
  std::vector<double> votes;         // [actor], 0 for those who do not vote; empty: no vote is taken
  double quorum = 0.5;               // share of all votes in (0, 1] that must be reached; at 0.5 it must be exceeded
  std::vector<std::uint8_t> vetoes;  // [actor], 1: nothing passes without this actor; empty: nobody
};

struct Field {
  std::vector<std::string> actors, issues;
  std::vector<double> low, high;   // [issue] ends of the scale, low < high
  std::vector<double> capability;  // [actor][issue] >= 0; most inputs give one number for all issues
  std::vector<double> position;    // [actor][issue] in [low, high]; NaN: the actor takes no part in this issue
  std::vector<double> salience;    // [actor][issue] in [0, 1]
  std::vector<double> reference;   // [issue] what holds without a decision; NaN: unknown; empty: all unknown
  std::vector<double> affinity;    // [actor][actor]: how far the row's ideal follows the column's position; empty: own
  Procedure procedure;

  std::size_t at(std::size_t actor, std::size_t issue) const { return actor * issues.size() + issue; }
  bool takes_part(std::size_t actor, std::size_t issue) const { return !std::isnan(position[at(actor, issue)]); }
};

// One issue of a field, with the actors who take part in it; `actors_of` receives their places in the field.
Field only_issue(const Field& field, std::size_t issue, std::vector<std::size_t>* actors_of = nullptr);

// What an actor brings to bear on an issue: capability times salience; 0 for who takes no part.
inline double weight(const Field& field, std::size_t actor, std::size_t issue) {
  const std::size_t at = field.at(actor, issue);
  return field.takes_part(actor, issue) ? field.capability[at] * field.salience[at] : 0.0;
}

}  // namespace armistice::collective
