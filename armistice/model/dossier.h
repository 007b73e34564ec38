// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "armistice/base/problem.h"
#include "armistice/model/numbers.h"

// The dossier: a conflict as it is written. Names are still names; model/compile.h turns them into indices.
namespace armistice {

struct Date {
  int year = 0, month = 0, day = 0;
  auto operator<=>(const Date&) const = default;
};

// Days since 1970-01-01 (negative before) and back; "2025-12-20".
int day_number(const Date& date);
Date date_of(int day_number);
// The day written as "2025-12-20"; nothing when it is written otherwise or there is no such day.
std::optional<Date> read_date(const std::string& text);
std::string show(const Date& date);

// An id with what people call it in English and Chinese ("" where the file gives none: then the id is shown).
struct Name {
  std::string id, en, zh;
  Place place;
};

// A reference by id, with the place where it is written, so that compile can point at it.
struct Ref {
  std::string id;
  Place place;
};

struct Party {
  Name name;
  std::vector<std::string> roles;  // belligerent, signatory, mediator, patron, guarantor, holder, observer
  PartyNumbers number;
};

struct Side {
  Ref party;
  SideNumbers number;
  std::map<std::string, Ref> aim;  // issue -> option: the peace that this side would dictate (section 1: z^A, z^B)
};

struct Front {
  Name name;
  FrontNumbers number;
};

// What a party, or an audience that differs from its party, holds an option worth: at_0 with the front at B's aim,
// at_1 with the front at A's aim, linear between (the same knob twice where the front does not matter).
struct OptionValue {
  Ref option;
  Number at_0, at_1;
};

struct Worth {
  Ref who;  // party or audience
  Ref issue;
  Number weight;
  OptionValue open;  // the issue left for later: its worth while the war goes on
  std::vector<OptionValue> value;
  std::vector<Ref> refuses;  // red lines
};

struct Option {
  Name name;
  Number hold;              // lowers the log hazard of breakdown
  Number watch;             // share of the line that it watches
  Number balance;           // ln(S_A/S_B) that it adds, there when war returns
  Number front;             // share of the objective that A holds under it; knob -1: the line of contact
  std::vector<Ref> spends;  // parties whose means it spends: they must accept (veto players)
  std::vector<Ref> bound;   // guarantors who must fight under it
};

struct Issue {
  Name name;
  bool core = false;            // a deal that leaves it open is a ceasefire, not a settlement
  std::vector<Option> options;  // without "open", which every issue has
};

// A package may not match every clause of `when` unless it matches one of `then` (or not at all when `then` is empty).
struct Clause {
  Ref issue, option;
};
struct Constraint {
  std::vector<Clause> when, then;
  std::string why;
  Place place;
};

// Utility that a party adds when every clause of `when` is in the package.
struct Linkage {
  Ref party;
  std::vector<Clause> when;
  Number value;
  Place place;
};

struct Audience {
  Name name;
  Ref party;
  std::string rule;               // leader, parliament, referendum, unanimity
  std::vector<Clause> only_when;  // asked only under these clauses, of an issue one of them (empty: always)
  AudienceNumbers number;
};

struct Aid {
  Name name;
  Ref from, to;
  AidNumbers number;
};

struct Lever {
  Name name;
  Ref by, on;
  LeverNumbers number;
};

struct Channel {
  Name name;
  std::string kind;                    // open, back, mediated
  std::vector<Ref> members;            // whose gains are weighed
  std::map<std::string, Number> bias;  // party -> weight of its gain in the mediator's eyes (1 where omitted)
  ChannelNumbers number;
};

struct Mediation {
  Ref mediator;
  Ref first;  // the side pressed first
  MediationNumbers number;
};

struct TextClause {
  int number = 0;
  Ref issue, option;  // both empty for a clause that touches no issue
  std::string en, zh;
  std::vector<std::string> sources;
  Place place;
};
struct Text {
  Name name;
  Date date;
  std::vector<TextClause> clauses;
};

struct Event {
  Name name;
  Date date, known;
  std::string kind;  // battle, talk, offer, reply, agreement, aid, sanction, domestic, poll, info, deadline, election
  Ref party;         // whose election, or empty
  std::vector<std::string> sources;
};

struct Source {
  Name name;  // en is the title
  std::string author, publisher, file, licence;
  Date date;
  char reliability = 'F';  // A (completely reliable) to F (cannot be judged)
};

struct Claim {
  std::string id;
  Ref source;
  std::string locator;  // "Z¶17": paragraph of the source
  int paragraph = 0;    // from the locator; 0: not given
  std::string claim;    // in the coder's words
  std::string
      fingerprint;  // "sha256:<16 hex>/<folded length>" of the quoted span, or "" for a claim of general knowledge
  char information = '6';  // 1 (confirmed) to 6 (cannot be judged)
  Place place;
};

struct Dossier {
  std::string folder;
  std::string hash;  // SHA-256 over the dossier's files, first 16 hex digits
  Name title;
  Date as_of, war_began;
  int horizon_weeks = 104;
  std::string handling;
  Ref table;  // the text on the table at the start
  std::vector<Party> parties;
  Side side_a, side_b;
  std::vector<Front> fronts;
  WarNumbers war;
  std::vector<Issue> issues;
  std::vector<Worth> worths;
  std::vector<Constraint> constraints;
  std::vector<Linkage> linkages;
  std::vector<Audience> audiences;
  std::vector<Aid> aids;
  std::vector<Lever> levers;
  std::vector<Channel> channels;
  Mediation mediation;
  HoldNumbers hold;
  std::vector<Text> texts;
  std::vector<Event> events;
  std::vector<Source> sources;
  std::vector<Claim> claims;
  std::vector<Knob> knobs;  // every number, in the order of the files
};

}  // namespace armistice
