// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "armistice/theory/stability/condition.h"
#include "armistice/theory/stability/graph.h"

// A conflict in option form (Howard 1971; Fang, Hipel and Kilgour 1993): each party has options to take or leave, and a
// state is a set of options.
namespace armistice::stability {

enum class Direction : std::uint8_t { both, only_on, only_off };

struct Option {
  int party = 0;
  Direction direction = Direction::both;
};

// A party may not go from where one condition holds to where another does; empty: anywhere.
struct Forbidden {
  int party = 0;
  Condition from, to;
};

// Statements in order of their weight, the most important first: a state that makes the first one true is better than
// any that does not, whatever the others say (Peng 1999; score sum of 2^(n-1-k)).
struct Statement {
  Condition condition;
  bool strong = false;   // a difference in it is a strong preference; strong ones come first
  bool unknown = false;  // that the party cares is known, but not which way
};

struct OptionForm {
  int parties = 0;
  std::vector<Option> options;
  std::vector<Condition> infeasible;
  std::vector<Forbidden> forbidden;
  std::vector<Condition> coalesced;  // the states of each are one state, in the first that applies
};

inline constexpr std::size_t most_options = 62;
inline constexpr std::size_t most_states = std::size_t{1} << 22;
inline constexpr std::size_t most_states_in_doubt = 4096;  // preferences that are not known take a table of pairs

// The feasible states, ascending as numbers with option 0 the lowest bit; nothing when there are more than `most`.
// Options are decided one by one, and a branch ends where a condition is sure to hold.
std::optional<std::vector<std::uint64_t>> feasible_states(const OptionForm& form, std::size_t most = most_states);

// Where each code goes when states are coalesced: [code] the first code that it is one with.
std::vector<std::uint32_t> coalesce(const OptionForm& form, const std::vector<std::uint64_t>& codes);

// The preference that statements (at most 62) give over codes.
//
//   "silence of the other" before "own confession": states NN YN NY YY rank 2 1 4 3 for the first prisoner.
Preference preference_by_statements(const std::vector<Statement>& statements, const std::vector<std::uint64_t>& codes);

// The graph over the codes; by arcs where moves are forbidden or states coalesced. `codes` shrinks to the states kept.
// Preferences are over the states kept.
Graph graph_of_form(const OptionForm& form, std::vector<std::uint64_t>& codes, std::vector<Preference> preference);

}  // namespace armistice::stability
