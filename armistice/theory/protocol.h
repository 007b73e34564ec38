// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/theory/solutions.h"
#include "armistice/theory/space.h"

// Ways to bargain over a settlement space behind one function type, so that they can be listed by name and compared:
// mediator.h (single texts), offers.h (offers in turn, take it or leave it), standoff.h (war of attrition).
namespace armistice {

// How a party's demand falls as time runs out: tactics.h.
enum class Tactic { boulware, linear, conceder, tit_for_tat };

// What a protocol is given beside the space. Chance comes from the Philox stream of (seed, round) alone: the same terms
// give the same bits.
struct ProtocolTerms {
  int rounds = 1000;  // the deadline; a round is one proposal
  std::uint64_t seed = 1;
  int first = -1;                     // party that speaks first; -1: drawn from the seed
  bool log = false;                   // keep every proposal
  std::vector<Tactic> tactic = {};    // (party), offers in turn; empty: boulware
  std::vector<double> discount = {};  // (party): weight of a round later, equilibrium; empty: 0.99
  std::vector<double> inside = {};    // (party): flow while there is no deal, in utility; empty: the reservation
  std::vector<double> outside = {};   // (party): what it has as soon as it walks away; empty: nobody can walk away
  double doubt = 0;                   // s.d. of what the proposer of an ultimatum believes of each other reservation
  std::vector<double> cost = {};      // (party): of a round of attrition; empty: 0.01 of its gain from its own demand
  std::vector<int> award = {};        // package that is put in force when attrition reaches the deadline; empty: none
};

struct Proposal {
  int round = 0;             // from 1 on
  int by = -1;               // party; -1: the mediator
  std::vector<int> package;  // (issue)
  bool accepted = false;     // it became the text, or the deal
};

struct ProtocolResult {
  bool agreed = false;          // every party has at least its reservation by it
  int round = 0;                // proposals, or rounds of waiting, until the end
  std::vector<int> package;     // (issue): the deal; empty without one
  std::vector<double> utility;  // (party): of the deal; without one the reservation, or the outside option if better
  std::vector<double> value;    // (party): the same on the first day, less what delay has cost
  std::vector<Proposal> log;    // where asked for
};

struct Protocol {
  std::string_view name, meaning;
  ProtocolResult (*run)(const Space&, const ProtocolTerms&);
};

// All protocols: veto, climb, votes, anneal, boulware, linear, conceder, tit-for-tat, equilibrium, ultimatum,
// attrition.
std::span<const Protocol> protocols();
const Protocol* protocol_named(std::string_view name);  // nullptr: there is none

// What deals are measured with: the best Nash product (prod of gains over the reservations; 0 without a rational
// package) and the utility vectors of the frontier, for instance from solve().
struct Yardstick {
  double best_nash = 0;
  std::vector<std::vector<double>> frontier = {};  // (vector)(party)
};
Yardstick yardstick(const Solutions& solutions);

struct ProtocolScore {
  std::string name;
  int runs = 0;
  double agreed = 0;       // share of the runs
  double rounds = 0;       // mean, of all runs
  double nash_median = 0;  // Nash product as a share of the best, no deal counting 0: median and mean of the runs
  double nash_mean = 0;
  double distance = 0;  // mean Euclidean distance of the deals to the nearest vector of the frontier; NaN without deals
};

// Runs each named protocol once for each seed and scores what comes out. Names must be known (protocol_named).
std::vector<ProtocolScore> compare_protocols(const Space& space, std::span<const std::string> names,
                                             std::span<const std::uint64_t> seeds, const Yardstick& yardstick,
                                             ProtocolTerms terms = {});

// The same, measured with solve(space): every package is looked at.
std::vector<ProtocolScore> compare_protocols(const Space& space, std::span<const std::string> names,
                                             std::span<const std::uint64_t> seeds);

}  // namespace armistice
