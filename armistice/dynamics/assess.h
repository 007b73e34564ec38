// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "armistice/dynamics/simulate.h"
#include "armistice/dynamics/terms.h"

// The table on the day of the dossier, over draws of its numbers: what each party makes of each text, clause by clause,
// and how far the parties are from a deal. Nothing is simulated; the walk-away values are the closed form.
namespace armistice {

// A quantity over the draws: its mean and the 5 % and 95 % quantiles. Not a Monte Carlo error: the spread is that of
// the dossier's numbers.
struct Spread {
  double mean = 0, low = 0, high = 0;
};

// What a party makes of a text as a whole. `must`: its acceptance is needed.
struct PartyView {
  bool has_stake = false, must = false;
  Spread gain;     // utility over its walk-away value
  Spread accept;   // chance that it says yes when asked once, without holding out for more
  Spread passing;  // chance that its audiences would pass it
};

// What the parties make of one clause: the share of draws in which party i likes it at least as well as leaving the
// issue open. A party without a stake in the issue has -1.
struct ClauseView {
  int issue = 0, option = 0;
  std::vector<double> likes;   // (party)
  std::vector<bool> red_line;  // (party)
  bool consensus = false;      // every signatory likes it in at least half of the draws
};

struct TextView {
  int text = 0;  // index in Model::texts
  std::vector<PartyView> party;
  std::vector<ClauseView> clauses;  // closed clauses only
  double all_accept = 0;            // mean over draws of the chance that all who must accept do, asked once
  Spread breakdown;                 // hazard per year if it came into force
  Spread years;                     // its inverse: expected years until it breaks
};

struct Assessment {
  int draws = 0;
  std::vector<Spread> walk_away;  // (party)
  std::vector<TextView> texts;
  Spread distance;                 // largest least gain found over packages: negative means no zone was found
  double zone = 0;                 // share of draws in which a zone of agreement was found (a lower bound)
  std::vector<double> blocker;     // (party): share of draws in which it has the least gain at the best package found
  std::vector<int> best;           // (issue): the most frequent option of the best packages found
  std::vector<double> best_share;  // (issue): how frequent
};

// (issue)(party): in how many draws the party likes the text's clause at least as well as leaving the issue open; adds
// the draws in the first `lanes` lanes.
using Likes = std::vector<std::vector<double>>;
void count_likes(const Model& model, const Terms<Lanes>& terms, const std::vector<int>& text, int lanes, Likes& likes);
std::vector<ClauseView> clause_views(const Model& model, const std::vector<int>& text, const Likes& likes,
                                     std::uint32_t draws);

// Assesses the model's table over `draws` draws (central: a single one, every knob at its centre).
Assessment assess(const Model& model, const Plan& plan, std::uint32_t draws);

}  // namespace armistice
