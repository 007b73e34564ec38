// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>

#include "armistice/base/lanes.h"
#include "armistice/model/model.h"

// What changes in a run. A state holds `lane_count<V>` runs side by side: every field is one number per run.
namespace armistice {

// How a run stands or ended; the order is the order of the tables.
enum class Ending { settlement, broken, ceasefire, a_aim, b_aim, a_collapse, b_collapse, faded, fighting };
inline constexpr int ending_count = 9;

enum Tempo : int { offensive = 0, positional = 1, low = 2 };
enum Force : int { war = 0, ceasefire = 1, settlement = 2 };  // what is in force

enum Said : int { not_asked = 0, accepted = 1, yes_but = 2, refused = 3 };

template <class V>
struct State {
  using Sides = std::array<V, 2>;
  using Parties = std::array<V, most_parties>;

  // fight
  std::array<V, most_fronts> position;  // share of each front's objective that A holds
  std::array<V, most_fronts> speed;     // shares a year
  V front, moved;                       // the weighted position, and its change this week
  V balance;                            // ln(S_A/S_B) since the start, with what past deals left behind
  V left_behind;                        // that part of it
  V truth;                              // drift of the mean speed at today's balance since the start, shares a year
  Sides manpower, materiel;             // shares of the start
  Sides losses;                         // shares of today's manpower a year
  Sides reserve;                        // years of spending
  Sides damage;                         // share of production out of order
  Sides strain;                         // production and recruitment that the economy allows, 0 to 1
  Sides will;
  V tempo;                       // Tempo
  std::array<V, most_aids> aid;  // share of each stream that flows
  Sides hazard;                  // of collapse, per year

  // learn
  Parties belief, belief_variance;  // mean speed of the front, shares a year
  Sides guess, guess_variance;      // side s's belief about the other's walk-away value

  // value
  Parties fight_on, by_position, by_balance;  // W_i and its slopes in the front and in ln(S_A/S_B)
  Parties walk_away;                          // W_i, or the value of the ceasefire in force
  std::array<V, most_audiences> threshold;    // utility at which each audience is split in half today
  Parties hardness;                           // factor on the cost of the war and of failure at home, from the leader

  // press
  V patience;  // years of patience spent
  V present;   // 1 while the mediator is at work
  V credibility;
  V hope;                              // freshness of a very-close announcement, 1 to 0
  V deadline;                          // weeks left, 0 for none
  Sides blame, yielded;                // since the last deadline
  std::array<V, most_levers> applied;  // 0 or 1
  Parties tied;                        // clauses that a party is tied to in the open

  // talk
  std::array<V, most_issues> text;        // option on the table for each issue (0: open)
  std::array<V, most_issues> asked_text;  // what is before the audiences
  std::array<V, most_issues> deal;        // what is in force, or was last
  Parties gain;                           // of the text on the table
  Parties said;                           // Said, at the last meeting
  V meetings, refusals;                   // so far
  Sides conceded;                         // 1 once a side has given up waiting (protocol attrition)
  V consensus;                   // share of the text's closed clauses that every signatory likes better than open
  V asked;                       // 1 while a deal is before the audiences
  V decision;                    // weeks until they decide
  V distance, best_blocker;      // max over packages of the least gain, as last searched, and who has it
  V zone_weeks, searched_weeks;  // weeks searched with a zone, and searched at all

  // hold
  V force;            // Force
  V strain_of_peace;  // log factor on the hazard of breakdown, from unanswered incidents
  V incidents;
  V breakdown;  // hazard of the deal in force, per year

  // ending
  V ended;   // 1 when the run is over
  V ending;  // Ending, as it would be if the horizon were now
  V ended_week;
  V deal_week;  // week in which the deal in force came into force, -1 for none
  V ceasefires_broken;
};

// The one list of fields: hashing, comparing and showing all walk it.
template <class S, class F>
void fields(S& s, F f) {
  f("position", s.position), f("speed", s.speed), f("front", s.front), f("moved", s.moved), f("balance", s.balance);
  f("left_behind", s.left_behind), f("truth", s.truth), f("manpower", s.manpower), f("materiel", s.materiel),
      f("losses", s.losses);
  f("reserve", s.reserve), f("damage", s.damage), f("strain", s.strain), f("will", s.will), f("tempo", s.tempo);
  f("aid", s.aid), f("hazard", s.hazard), f("belief", s.belief), f("belief_variance", s.belief_variance);
  f("guess", s.guess), f("guess_variance", s.guess_variance), f("fight_on", s.fight_on);
  f("by_position", s.by_position), f("by_balance", s.by_balance), f("walk_away", s.walk_away);
  f("threshold", s.threshold), f("hardness", s.hardness);
  f("patience", s.patience), f("present", s.present), f("credibility", s.credibility), f("hope", s.hope),
      f("deadline", s.deadline);
  f("blame", s.blame), f("yielded", s.yielded), f("applied", s.applied), f("tied", s.tied), f("text", s.text);
  f("asked_text", s.asked_text), f("deal", s.deal), f("gain", s.gain), f("meetings", s.meetings),
      f("refusals", s.refusals), f("said", s.said), f("conceded", s.conceded);
  f("consensus", s.consensus), f("asked", s.asked), f("decision", s.decision), f("distance", s.distance);
  f("best_blocker", s.best_blocker), f("zone_weeks", s.zone_weeks), f("searched_weeks", s.searched_weeks);
  f("force", s.force), f("strain_of_peace", s.strain_of_peace), f("incidents", s.incidents);
  f("breakdown", s.breakdown), f("ended", s.ended), f("ending", s.ending), f("ended_week", s.ended_week);
  f("deal_week", s.deal_week), f("ceasefires_broken", s.ceasefires_broken);
}

}  // namespace armistice
