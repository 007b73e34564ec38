// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "armistice/theory/stability/graph.h"

// Dilemmas of a confrontation (drama theory: Howard 1999, "Confrontation Analysis"; Bryant 2003, "The Six Dilemmas of
// Collaboration"). Each party has a position, the future that it demands of all, and stated intentions, what it says
// that it will do if its position is not taken; the threatened future is what comes of everybody's intentions.
namespace armistice::stability {

// As defined there by comparing futures; the older names in brackets. Party i has, towards j,
//   persuasion  (deterrence) their positions differ, and j likes the threatened future at least as well as i's
//               position: nothing presses j to come round to it;
//   rejection   (inducement) their positions differ, and i likes j's position at least as well as the threatened
//               future: i's refusal of it is hard to believe;
//   trust       j could gain by a move of its own away from i's position: its word on it is hard to believe.
// Bryant 2015 defines three of the same names option by option, from doubts that people state; those need more than
// preferences and are not these.
enum class DilemmaKind : std::uint8_t { persuasion, rejection, trust };
inline constexpr std::array<std::string_view, 3> dilemma_names{"persuasion", "rejection", "trust"};

struct Confrontation {
  std::vector<State> position;  // [party]
  State threatened = 0;
};

struct Dilemma {
  DilemmaKind kind = DilemmaKind::persuasion;
  int who = 0;      // has it
  int towards = 0;  // with whom
  // Of two futures, the one that would have to be liked less for there to be no dilemma, and the other:
  //   persuasion  threatened future and who's position, as `towards` sees them;
  //   rejection   position of `towards` and threatened future, as `who` sees them;
  //   trust       the best state that `towards` could move to, and who's position, as `towards` sees them.
  State tempting = 0, other = 0;
  bool equal = false;  // they are liked the same (never of trust)
  friend bool operator==(const Dilemma&, const Dilemma&) = default;
};

// All dilemmas, by who, then towards whom, then kind. A party whose position is the threatened future has it for the
// asking and no dilemma of persuasion. Preferences must be known.
//
//   two prisoners who both demand silence of both and threaten confession: each has a trust dilemma with the other,
//   and no other.
std::vector<Dilemma> dilemmas(const Graph& graph, const Confrontation& confrontation);

// What a party says about options: of those in `about`, which are to be taken.
struct Said {
  std::uint64_t about = 0, taken = 0;
};

// The code of the threatened future: every party's intentions about its own options, and `now` for what nobody speaks
// about.
std::uint64_t threatened_code(const std::vector<std::uint64_t>& owned, const std::vector<Said>& intentions,
                              std::uint64_t now);

// The code of a position: what it speaks about, and the threatened future for all else.
std::uint64_t position_code(const Said& position, std::uint64_t threatened);

// The state of a code, by search in the list of states; nothing when it is not feasible.
std::optional<State> state_of(const std::vector<std::uint64_t>& codes, std::uint64_t code);

}  // namespace armistice::stability
