// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "armistice/dynamics/assess.h"
#include "armistice/dynamics/exhaust.h"
#include "armistice/theory/intervals.h"

// Which packages could pass and hold, and the smallest change to a text that gets there: docs/deals.md. Gains are taken
// against today's walk-away values; nothing is simulated. A package passes in a draw where nobody who must accept it
// loses by it.
namespace armistice {

struct DealQuestion {
  std::uint32_t draws = 256;
  double share = 0.5;                     // of the draws, in which a changed text must pass
  double ratified = 0;                    // and the mean chance that it must have to be ratified
  std::uint32_t without = 0;              // parties left out of the signatures, bit per party
  std::vector<int> required;              // (issue): option that every package must have, -1 for any; empty: any
  int all_changes = 3;                    // changes of so many clauses are all tried, more are searched for
  int most_changes = 6;                   // and then no more
  int threads = 0;                        // 0: as many as the machine has; the answer is the same
  std::size_t listed = 6;                 // packages, of a kind
  std::uint64_t most_nodes = 50'000'000;  // in the enumeration of the central draw
  bool pairs = false;                     // whether CentralView::pairs are wanted
};

// A party and a package, over the draws.
struct PartyDeal {
  bool has_stake = false, must = false;
  Spread gain;
  double loses = 0;     // share of draws in which its gain is below zero
  double blocks = 0;    // share of draws in which its gain is the least of those who must accept, and below zero
  double ratifies = 1;  // mean chance that its audiences pass the deal
};

struct DealView {
  std::vector<int> package;      // (issue): option
  bool allowed = true;           // breaks no constraint
  double passes = 0;             // share of draws
  Interval passes_range{0, 0};   // Wilson, 95 %: what a sample of draws leaves open
  double least = 0;              // mean over draws of the least gain of those who must accept
  double ratified = 0;           // mean chance that all audiences of those who must accept pass it
  double carried = 0;            // mean chance that it passes and is ratified
  Spread years;                  // expected holding time once in force, 1 / hazard
  std::vector<PartyDeal> party;  // (party)
};

// One clause of a change.
struct ClauseChange {
  int issue = 0, from = 0, to = 0;
};

// The best that some number of changed clauses does to a text.
struct TextChange {
  std::vector<ClauseChange> changes;
  bool all_tried = false;  // no other change of so many clauses passes in more draws; else: the best that was found
  bool enough = false;     // passes in the stated share of draws, and is ratified with the stated chance
  double movement = 0;     // the largest change of a party's utility by each clause, summed: central draw
  DealView deal;
};

// What a party could be given elsewhere for a clause that costs it.
struct Compensation {
  int party = 0;
  ClauseChange clause;  // `to` is what the text has, `from` what the party would rather have
  double loss = 0;      // mean over draws
  std::vector<ClauseChange> given;
  double worth = 0;  // to the party, mean over draws
  int dearest = -1;  // of the others who must accept, who pays most
  double price = 0;  // and how much, mean over draws; 0 or less: nobody pays
};

struct TextDeals {
  int text = 0;
  DealView as_is;
  std::vector<ClauseView> clauses;   // who likes which
  std::vector<TextChange> steps;     // by number of changed clauses, from 1, up to the first that is enough
  std::vector<TextChange> smallest;  // of the fewest clauses that are enough, the least moving ones; empty: none found
  std::vector<Compensation> compensations;
};

// A solution of the central draw. Absent where there is no zone.
struct PointView {
  std::string name;  // nash, kalai, ks, utilitarian
  double value = 0;
  std::vector<int> package;
  std::vector<double> gain;  // (party)
  bool proved = false;       // all rational packages were looked at
};

// A package that nobody need refuse, undominated in the gains of two parties.
struct PairPoint {
  std::vector<int> package;
  std::vector<double> gain;  // (party); NaN without a stake
};

struct PairView {
  int a = 0, b = 0;               // of those who sign, or hold means that clauses may spend
  std::vector<PairPoint> points;  // ascending in a's gain
  bool proved = false;            // every package that nobody need refuse was looked at
};

struct CentralView {
  ExhaustBest best;               // the largest least gain
  std::uint64_t rational = 0;     // packages that nobody who must accept loses by, as far as they were counted
  bool counted = false;           // all of them
  std::uint64_t frontier = 0;     // of them, undominated in the gains of those who must accept
  std::vector<PointView> points;  // empty: no rational package
  std::vector<PairView> pairs;    // where they were asked for
};

struct ZoneView {
  int found = 0, ruled_out = 0, open = 0;  // draws: with a zone, proved to have none, not decided
  Interval range{0, 0};                    // Wilson, 95 %, of the share found; the open ones may add to it
  Spread least;                            // largest least gain found
  std::vector<double> blocker;             // (party): share of draws in which it has that least gain
};

// What leaving a party out changes.
struct WithoutView {
  enum Kind { everyone, means_stay, means_promised } kind = everyone;
  ZoneView zone;
  DealView
      best;  // the package that passes in most draws; `party` of the whole model, so that the left out are seen too
};

// How often each option stands in the packages that pass nearly as often as the best one.
struct CommonClause {
  int issue = 0, option = 0;
  double share = 0;
};

struct Deals {
  std::uint32_t draws = 0;
  double packages = 0;  // of the whole space, constraints aside
  ZoneView zone;
  std::vector<DealView> robust;
  std::vector<CommonClause> common;  // (issue)
  std::size_t common_of = 0;         // packages that it counts
  CentralView central;
  std::vector<TextDeals> texts;
  std::vector<WithoutView> without;  // empty unless a party is left out
};

// Answers for the model at its date. The question's parties are left out of the signatures with their means (a clause
// that spends them is ruled out), and the required options are kept to. `stage` hears what is being looked for.
Deals find_deals(const Model& model, const Plan& plan, const DealQuestion& question,
                 const std::function<void(const char* stage)>& stage = {});

// The model with the question's limits as constraints: options required, parties left out. With `promised` the means
// of those left out may be spent all the same.
Model limited(const Model& model, const DealQuestion& question, bool promised = false);

// One package over all draws.
DealView view_deal(const Hands& hands, const std::vector<int>& package);

}  // namespace armistice
