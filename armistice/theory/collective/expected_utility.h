// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "armistice/theory/collective/field.h"
#include "armistice/theory/collective/prediction.h"

// Bueno de Mesquita's expected-utility model of group decisions (1985, 1994), as restated by Scholz, Calbert and Smith
// (2011). Every round each actor weighs what it, and what the other side, would gain from a challenge; who is
// challenged with better prospects than its own gives way, wholly or in part. The papers leave much open: each choice
// that the published programs settle differently is an option here (docs, "The expected-utility model").
namespace armistice::collective {

// The default is the reading of Scholz, Calbert and Smith's program (preset "scholz"). The letters are those of the
// table in the docs.
struct ExpectedUtilityChoices {
  enum class Odds : std::uint8_t { pair, all, third, net };
  enum class Threat : std::uint8_t { actors, positions, own, single };
  enum class Exponent : std::uint8_t { judge, challenger };
  enum class Acceptance : std::uint8_t { ranked, least, largest };
  enum class Span : std::uint8_t { first, current, scale };
  enum class Centre : std::uint8_t { median, mean };
  enum class Stop : std::uint8_t { rest, median };
  enum class Outcome : std::uint8_t { median, mean, dominant, margin };

  Odds odds = Odds::all;                       // a
  Threat threat = Threat::actors;              // b
  Exponent exponent = Exponent::judge;         // c
  Acceptance acceptance = Acceptance::ranked;  // d
  bool capitulation = false;                   // e
  double status_quo = 1, improvement = 1;      // f: Q and T
  bool reversed = false;                       // f
  Centre centre = Centre::median;              // f
  Span span = Span::first;                     // g
  bool curved_votes = true;                    // h
  bool sequential = false;                     // i
  bool reciprocal = false;                     // i
  bool whole_exponents = false;                // i
  int rounds = 10;                             // j
  double quiet = 1e-9;                         // j
  Stop stop = Stop::rest;                      // j
  Outcome outcome = Outcome::median;           // j

  static constexpr std::array<std::string_view, 4> odds_names = {"pair", "all", "third", "net"};
  static constexpr std::array<std::string_view, 4> threats = {"actors", "positions", "own", "single"};
  static constexpr std::array<std::string_view, 2> exponents = {"judge", "challenger"};
  static constexpr std::array<std::string_view, 3> acceptances = {"ranked", "least", "largest"};
  static constexpr std::array<std::string_view, 3> spans = {"first", "current", "scale"};
  static constexpr std::array<std::string_view, 2> centres = {"median", "mean"};
  static constexpr std::array<std::string_view, 2> stops = {"rest", "median"};
  static constexpr std::array<std::string_view, 4> outcomes = {"median", "mean", "dominant", "margin"};

  // f(name, member, names of its values, meaning) for a switch, f(name, member, meaning) for a number or a yes.
  static void list(auto& s, auto f) {
    f("odds", s.odds, odds_names,
      "whose votes a challenger's share is a share of: the pair's, all, third parties', net");
    f("threat", s.threat, threats,
      "what an actor's danger is compared with: other actors', other positions', and so on");
    f("exponent", s.exponent, exponents,
      "whose attitude to risk enters what the other side expects: the judge's or its own");
    f("acceptance", s.acceptance, acceptances,
      "which offer is taken: conflicts first, the least move, the largest stake");
    f("capitulation", s.capitulation, "an actor with more to lose than the other can gain gives in");
    f("status_quo", s.status_quo, "Q: probability that the other side stays put if nobody challenges it");
    f("improvement", s.improvement, "T: probability that it comes nearer if it does move");
    f("reversed", s.reversed, "the term of a moving status quo enters with the wrong sign");
    f("centre", s.centre, centres, "where the other side would move to");
    f("span", s.span, spans, "distances are shares of: the first round's range, the current one, the issue's scale");
    f("curved_votes", s.curved_votes, "attitudes to risk enter the votes");
    f("sequential", s.sequential, "who moves later in a round goes by the positions taken up before it");
    f("reciprocal", s.reciprocal, "an offer counts only if its maker sees the pair as the receiver does");
    f("whole_exponents", s.whole_exponents, "exponents are cut to whole numbers, except that of the status quo");
    f("rounds", s.rounds, "rounds after which it is over in any case");
    f("quiet", s.quiet, "over when nobody moved by more than this share of the scale");
    f("stop", s.stop, stops, "over when nobody moves, or as soon as the median stays");
    f("outcome", s.outcome, outcomes,
      "the forecast: median, mean, the position with most weight, the largest majority's");
  }
};

// A reading of the literature, under its name.
struct ExpectedUtilityPreset {
  std::string_view name, source;
  ExpectedUtilityChoices choices;
};

// scholz, papers, dmasad, dersblog, minimalgeek, in this order.
const std::vector<ExpectedUtilityPreset>& expected_utility_presets();

// The choices of that preset, or nullptr.
const ExpectedUtilityChoices* expected_utility_preset(std::string_view name);

// What an actor takes up in a round.
struct Concession {
  int other = -1;  // whose; -1: it stays where it is
  Why why = Why::conflict;
  double own = 0, gain = 0;  // what the actor expects of challenging the other, and the other of challenging it
  double to = 0;             // on the issue's scale
};

// One round on one issue, of the actors who take part in it (`only_issue` says who they are).
struct ExpectedUtilityRound {
  std::vector<double> risk;       // [actor] exponent, 1/2 (takes risks) to 2 (shuns them)
  std::vector<double> odds;       // [actor][other] share of the votes that the actor has against the other
  std::vector<double> expected;   // [actor][other] what the actor expects of challenging the other; 0 with itself
  std::vector<Concession> taken;  // [actor]
  std::vector<double> position;   // [actor] afterwards, on the issue's scale
};

// All rounds on one issue of the field: no more than choices.rounds, the last one without moves if it came to rest.
// Known answer, the EC's emission standards of 1984 under the default: risk of Denmark in round 1 is 2, Belgium moves
// from 7 to 8.4159 against France, the weighted median goes 7, 8.4159, 9.6109, 9.9620 and never comes to rest.
std::vector<ExpectedUtilityRound> expected_utility_rounds(const Field& field, std::size_t issue,
                                                          const ExpectedUtilityChoices& choices = {});

// The model's prediction, issue by issue. Where nobody has any weight everybody counts the same; where a share would
// be one of no votes at all it is 1/2; where dangers do not differ the exponent is 1.
Prediction expected_utility(const Field& field, const ExpectedUtilityChoices& choices = {});

}  // namespace armistice::collective
