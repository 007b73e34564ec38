// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/model/dossier.h"
#include "armistice/model/limits.h"

// The model: the dossier compiled. Names have become indices, every number is a row of the list of knobs, and nothing
// changes any more. Mechanisms read it and need no checks.
namespace armistice {

enum SideIndex : int { side_a = 0, side_b = 1 };
inline constexpr int foe(int side) { return 1 - side; }

// Every mechanism has a switch, so that ablations and limiting cases run from the command line (--off learn,talk).
struct Switches {
  bool fight = true, losses = true, economy = true, aid = true, strikes = true, tempo = true, will = true,
       collapse = true, leaders = true, learn = true, guesses = true, talk = true, annealing = true, pressure = true,
       leaks = true, audiences = true, ratify = true, ties = true, breakdown = true, red_lines = true;
  static void list(auto& s, auto f) {
    f("fight", s.fight, "the front moves");
    f("losses", s.losses, "manpower and materiel change");
    f("economy", s.economy, "reserves are spent and strain production");
    f("aid", s.aid, "aid tires, is cut and restored (off: it flows as today)");
    f("strikes", s.strikes, "long-range strikes");
    f("tempo", s.tempo, "offensives, positional war, fading");
    f("will", s.will, "will to fight moves");
    f("collapse", s.collapse, "a side may collapse");
    f("leaders", s.leaders, "leaders may change");
    f("learn", s.learn, "parties learn from the front");
    f("guesses", s.guesses, "walk-away values are private (off: known)");
    f("talk", s.talk, "the parties meet on a text");
    f("annealing", s.annealing, "the search for a text takes worse steps now and then");
    f("pressure", s.pressure, "deadlines, levers and the mediator's patience");
    f("leaks", s.leaks, "envoys betray walk-away values");
    f("audiences", s.audiences, "negotiators fear failure at home");
    f("ratify", s.ratify, "audiences decide (off: every deal passes)");
    f("ties", s.ties, "what is said in the open ties the speaker");
    f("breakdown", s.breakdown, "deals may break, and parties know it (off: perfect commitment)");
    f("red_lines", s.red_lines, "crossing a red line has a price");
  }
};

// How the parties bargain (docs/model.md, 8): a single text that a mediator revises, a pen that the sides hold in turn,
// the text on the table or nothing, or the same text and a wait for the other to yield.
enum class TalkProtocol { text, offers, ultimatum, attrition };
inline constexpr std::array<std::string_view, 4> talk_protocol_names{"text", "offers", "ultimatum", "attrition"};

// One clause of a condition: issue k has option o (0 is open).
struct Choice {
  int issue = 0;
  float option = 0;  // as the engine holds options, which spares a conversion where it counts
};

// Who values a package: parties first, then audiences. A row of the utility tables.
struct Rule {  // of a constraint
  std::vector<Choice> when, then;
};

struct Link {
  int party = 0;  // who feels it; its audiences feel it too
  std::vector<Choice> when;
  Number value;
};

struct AudienceRow {
  int party = 0;
  std::vector<Choice> only_when;  // of an issue one of them, options of an issue side by side; empty: always
  AudienceNumbers number;
};

struct AidRow {
  int from = 0;
  int to = 0;  // side
  AidNumbers number;
};

struct LeverRow {
  int by = 0;
  int on = 0;  // side
  LeverNumbers number;
};

struct ChannelRow {
  bool open = false;
  std::uint32_t members = 0;  // bit per party
  std::vector<Number> bias;   // (party), knob -1: weight 1
  ChannelNumbers number;
};

struct Future {  // an event that acts in a run
  int week = 0;
  bool deadline = false;  // else: an election
  int party = -1;
};

struct Model {
  Dossier dossier;  // names and knobs, for output
  int weeks = 104;

  int parties = 0;
  std::array<int, 2> party_of_side{};
  std::uint32_t signatories = 0;  // bit per party: signs every deal
  std::vector<PartyNumbers> party;

  std::array<SideNumbers, 2> side;
  std::vector<FrontNumbers> front;
  WarNumbers war;
  HoldNumbers hold;

  int issues = 0;
  std::vector<int> options;  // (issue), with open
  std::vector<int> first;    // (issue): its first cell; cell = first[issue] + option
  int cells = 0;
  std::vector<bool> core;                    // (issue)
  std::vector<std::uint32_t> spends, bound;  // (cell), bit per party
  std::vector<Number> hold_of, watch_of, balance_of,
      front_of;  // (cell); knob -1: 0, or the line of contact for front_of

  int rows = 0;                          // parties, then audiences
  std::vector<Number> weight;            // (row, issue)
  std::vector<Number> value_0, value_1;  // (row, cell); the same knob where the front does not matter
  std::vector<bool> refuses;             // (row, cell)
  std::vector<bool> values_something;    // (row): a party without a value table has no stake and is never asked

  std::array<std::vector<int>, 2> aim;  // (side)(issue): option that the side would dictate
  std::vector<Rule> rules;
  std::vector<Link> links;
  std::vector<AudienceRow> audiences;
  std::vector<AidRow> aids;
  std::vector<LeverRow> levers;
  std::vector<ChannelRow> channels;
  int mediator = -1;
  int pressed_first = side_b;
  MediationNumbers mediation;
  std::vector<Future> future;

  std::vector<std::vector<int>> texts;  // (text)(issue): option
  int table = -1;                       // the text on the table at the start
};

// Compiles a dossier without problems (check_meaning found none); asserts that names resolve.
Model compile(Dossier dossier);

// The index of an issue's option by id ("open" is 0), -1 when there is none.
int option_index(const Issue& issue, const std::string& id);

}  // namespace armistice
