// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/model/number.h"

// The numbers of a war, grouped as the dossier writes them. Each group has one list, Group::list(group, f), that
// names every number once with its unit, legal range, fallback and meaning: the reader, the starter dossier, the
// coverage table and the reference page all walk it. Fallbacks are wide and always marked assumed.
namespace armistice {

// [side.A], [side.B]: what a belligerent fights with. Side A gains when the front's share rises.
struct SideNumbers {
  Number manpower, losses, recruitment, production, use, reserve, revenue, spending, will, will_level, will_memory,
      will_noise, scandals, scandal_will, loss_will, strikes, strike_damage, strike_will, break_manpower, break_reserve,
      break_will, collapse, collapse_slope, leader_change;
  static void list(auto& s, auto f) {
    f(s.manpower, Spec{"manpower", "thousand", 0.1, unbounded, 300, 500, 700, "soldiers in the theatre"});
    f(s.losses,
      Spec{"losses", "thousand a year", 0, unbounded, 50, 120, 250, "soldiers lost for good at the present tempo"});
    f(s.recruitment,
      Spec{"recruitment", "thousand a year", 0, unbounded, 50, 120, 250, "soldiers gained at the present will"});
    f(s.production,
      Spec{"production", "stock a year", 0, 50, 0.4, 0.8, 1.2, "own arms production, in shares of today's stock"});
    f(s.use, Spec{"use", "stock a year", 0, 50, 0.8, 1.0, 1.2,
                  "arms used up at the present tempo, in shares of today's stock"});
    f(s.reserve, Spec{"reserve", "bn", 0, unbounded, 20, 50, 100, "liquid reserve that can pay for the war"});
    f(s.revenue, Spec{"revenue", "bn a year", 0, unbounded, 60, 100, 140, "state revenue that can pay for the war"});
    f(s.spending, Spec{"spending", "bn a year", 0, unbounded, 80, 120, 160, "war spending at the present tempo"});
    f(s.will, Spec{"will", "share", 0.01, 1, 0.5, 0.65, 0.8, "will to fight on today"});
    f(s.will_level, Spec{"will_level", "share", 0.01, 1, 0.4, 0.6, 0.8, "level to which will returns"});
    f(s.will_memory, Spec{"will_memory", "years", 0.02, 50, 0.5, 1, 2, "time in which a shock to will fades"});
    f(s.will_noise, Spec{"will_noise", "share per sqrt year", 0, 2, 0.03, 0.06, 0.1, "weekly noise of will"});
    f(s.scandals, Spec{"scandals", "per year", 0, 52, 0.2, 0.5, 1, "scandals and betrayals that shake will"});
    f(s.scandal_will, Spec{"scandal_will", "share", 0, 1, 0.01, 0.03, 0.06, "will lost in a scandal"});
    f(s.loss_will,
      Spec{"loss_will", "share", 0, 10, 0, 0.1, 0.3, "will lost a year when losses are double those of today"});
    f(s.strikes, Spec{"strikes", "per year", 0, 150, 10, 25, 50, "large long-range strikes that this side makes"});
    f(s.strike_damage,
      Spec{"strike_damage", "share", 0, 1, 0.001, 0.005, 0.02, "the other's production lost by a strike of this side"});
    f(s.strike_will,
      Spec{"strike_will", "share", -0.2, 0.2, -0.002, 0, 0.002, "change of the other's will by a strike of this side"});
    f(s.break_manpower,
      Spec{"break_manpower", "share of today", 0, 1, 0.4, 0.55, 0.7, "manpower below which the army may break"});
    f(s.break_reserve,
      Spec{"break_reserve", "years of spending", 0, 10, 0.05, 0.15, 0.3, "reserve below which the economy strains"});
    f(s.break_will, Spec{"break_will", "share", 0, 1, 0.15, 0.25, 0.35, "will below which the home front may break"});
    f(s.collapse, Spec{"collapse", "per year", 0, 5, 0.001, 0.005, 0.02, "hazard of collapse at no deficit"});
    f(s.collapse_slope,
      Spec{"collapse_slope", "per unit deficit", 0, 50, 3, 6, 10, "log hazard of collapse per unit of deficit"});
    f(s.leader_change, Spec{"leader_change", "per year", 0, 5, 0.02, 0.06, 0.15, "hazard of a change of leader"});
  }
};

// [front.ID]: one front; positive speed is towards side A's aim.
struct FrontNumbers {
  Number weight, area_a_aim, area_b_aim, area_now, speed, memory, speed_sd, noise, line;
  static void list(auto& s, auto f) {
    f(s.weight, Spec{"weight", "share", 0, 1, 1, 1, 1, "weight of this front in the contested objective"});
    f(s.area_a_aim,
      Spec{"area_A_aim", "km2", -unbounded, unbounded, 1000, 1000, 1000, "area held by A when A's aim is reached"});
    f(s.area_b_aim,
      Spec{"area_B_aim", "km2", -unbounded, unbounded, 0, 0, 0, "area held by A when B's aim is reached"});
    f(s.area_now, Spec{"area_now", "km2", -unbounded, unbounded, 400, 500, 600, "area held by A today"});
    f(s.speed,
      Spec{"speed", "km2 a day", -unbounded, unbounded, -1, 0, 1, "mean speed of the front at today's balance"});
    f(s.memory, Spec{"memory", "days", 0.5, 3650, 20, 35, 60, "memory of the front's speed"});
    f(s.speed_sd,
      Spec{"speed_sd", "km2 a day", 1e-9, unbounded, 0.5, 1, 2, "standard deviation of the speed about its mean"});
    f(s.noise, Spec{"noise", "km2 per sqrt day", 1e-9, unbounded, 1, 2, 4, "noise of the position"});
    f(s.line, Spec{"line", "km", 0, unbounded, 500, 1000, 1500, "length of the line of contact"});
  }
};

// [war]: how the fighting works, for both sides.
struct WarNumbers {
  Number strength_manpower, strength_materiel, strength_will, speed_of_strength, loss_own, loss_foe, loss_noise,
      strike_repair, standing_cost, strain_floor, tempo_offensive, tempo_low, to_offensive, to_positional, to_low,
      from_low, low_exhaustion, belief_drift, peace_balance, leader_spread, leader_doubt;
  static void list(auto& s, auto f) {
    f(s.strength_manpower,
      Spec{"strength_manpower", "exponent", 0, 3, 0.3, 0.5, 0.8, "exponent of manpower in strength"});
    f(s.strength_materiel,
      Spec{"strength_materiel", "exponent", 0, 3, 0.2, 0.4, 0.7, "exponent of materiel in strength"});
    f(s.strength_will, Spec{"strength_will", "exponent", 0, 3, 0.1, 0.3, 0.6, "exponent of will in strength"});
    f(s.speed_of_strength,
      Spec{"speed_of_strength", "share a year", 0, 10, 0.02, 0.05, 0.15,
           "change of the front's mean speed, in shares of the objective, per unit of ln(S_A/S_B)"});
    f(s.loss_own,
      Spec{"loss_own", "exponent", 0, 2, 0, 0.3, 1, "Lanchester exponent of the own manpower in its losses"});
    f(s.loss_foe,
      Spec{"loss_foe", "exponent", 0, 2, 0.3, 0.7, 1, "Lanchester exponent of the other's manpower in the losses"});
    f(s.loss_noise, Spec{"loss_noise", "log s.d.", 0, 2, 0.1, 0.2, 0.3, "weekly noise of the losses"});
    f(s.strike_repair,
      Spec{"strike_repair", "years", 0.02, 20, 0.25, 0.5, 1, "time in which strike damage is repaired"});
    f(s.standing_cost,
      Spec{"standing_cost", "share", 0, 1, 0.2, 0.4, 0.6, "share of the war spending that is there at any tempo"});
    f(s.strain_floor,
      Spec{"strain_floor", "share", 0, 1, 0.4, 0.6, 0.8, "production and recruitment left when the reserve is gone"});
    f(s.tempo_offensive, Spec{"tempo_offensive", "share of today", 1, 5, 1.1, 1.4, 1.8,
                              "intensity of the fighting in an offensive phase"});
    f(s.tempo_low,
      Spec{"tempo_low", "share of today", 0, 1, 0.05, 0.15, 0.3, "intensity of the fighting in a faded war"});
    f(s.to_offensive,
      Spec{"to_offensive", "per year", 0, 52, 0.3, 0.8, 1.5, "rate from a positional war to an offensive"});
    f(s.to_positional,
      Spec{"to_positional", "per year", 0, 52, 2, 4, 6, "rate from an offensive back to a positional war"});
    f(s.to_low,
      Spec{"to_low", "per year", 0, 52, 0.02, 0.08, 0.2, "rate from a positional war to a faded one at no exhaustion"});
    f(s.from_low, Spec{"from_low", "per year", 0, 52, 0.1, 0.4, 1, "rate at which a faded war flares up"});
    f(s.low_exhaustion,
      Spec{"low_exhaustion", "log per unit", 0, 50, 2, 5, 10, "how exhaustion raises the rate to a faded war"});
    f(s.belief_drift, Spec{"belief_drift", "share a year per sqrt year", 0, 5, 0.005, 0.01, 0.02,
                           "how far the truth about the balance drifts in a year"});
    f(s.peace_balance, Spec{"peace_balance", "share", 0, 5, 0.5, 1, 1.5,
                            "how much of a clause's change of balance is there when war returns"});
    f(s.leader_spread, Spec{"leader_spread", "log s.d.", 0, 2, 0.15, 0.3, 0.5,
                            "how leaders differ in what the war and failure at home cost them"});
    f(s.leader_doubt, Spec{"leader_doubt", "factor", 1, 100, 1, 4, 9,
                           "factor on the variance of the party's view of the front with a new leader"});
  }
};

// [party.ID]: how a party values, sees and answers.
struct PartyNumbers {
  Number discount, war_cost, strain_cost, belief_speed, belief_sd, report_bias, report_noise, accept_scale, holdout,
      guess_error, guess_sd, guess_memory, insincere, red_line, audience_cost, tie_cost, tie_memory, relapse, liability,
      capability;
  static void list(auto& s, auto f) {
    f(s.discount,
      Spec{"discount", "per year", 0.001, 5, 0.1, 0.25, 0.5, "rate at which the party discounts the future"});
    f(s.war_cost, Spec{"war_cost", "utility", -1, 2, 0.1, 0.2, 0.35, "flow cost of the war to the party"});
    f(s.strain_cost,
      Spec{"strain_cost", "utility", 0, 2, 0, 0.1, 0.2, "further cost of the war when the reserve is gone"});
    f(s.belief_speed, Spec{"belief_speed", "km2 a day", -unbounded, unbounded, -1, 0, 1,
                           "mean speed of the front that the party expects"});
    f(s.belief_sd, Spec{"belief_sd", "km2 a day", 1e-9, unbounded, 1, 2, 4, "how unsure the party is of that"});
    f(s.report_bias, Spec{"report_bias", "km2 a day", -unbounded, unbounded, 0, 0, 0,
                          "what the party's own reports add to the front's speed"});
    f(s.report_noise,
      Spec{"report_noise", "km2 a day", 0, unbounded, 1, 3, 6, "noise of the party's view of a week's fighting"});
    f(s.accept_scale,
      Spec{"accept_scale", "utility", 0.001, 1, 0.01, 0.02, 0.05, "spread of the answer about a gain of zero"});
    f(s.holdout,
      Spec{"holdout", "share", 0, 2, 0.1, 0.3, 0.6,
           "share of the other side's believed gain that the party wants for itself, each in shares of its stake"});
    f(s.guess_error, Spec{"guess_error", "utility", -1, 1, -0.1, 0, 0.1,
                          "error in what the party believes the other side's walk-away value is"});
    f(s.guess_sd, Spec{"guess_sd", "utility", 0.001, 1, 0.05, 0.1, 0.2, "how unsure the party is of that"});
    f(s.guess_memory,
      Spec{"guess_memory", "years", 0.1, 50, 1, 3, 6, "time in which what is known of that value goes stale"});
    f(s.insincere, Spec{"insincere", "chance", 0, 1, 0.2, 0.5, 0.8, "chance that a refusal is dressed as yes-but"});
    f(s.red_line, Spec{"red_line", "utility", 0, 2, 0.1, 0.25, 0.5, "price of crossing one of its red lines"});
    f(s.audience_cost, Spec{"audience_cost", "utility", 0, 2, 0.02, 0.08, 0.15, "price of a deal that fails at home"});
    f(s.tie_cost,
      Spec{"tie_cost", "utility", 0, 1, 0, 0.02, 0.05, "price per clause of leaving a position taken in the open"});
    f(s.tie_memory,
      Spec{"tie_memory", "years", 0.05, 50, 0.5, 1, 2, "time in which a position taken in the open is forgotten"});
    f(s.relapse, Spec{"relapse", "utility", 0, 2, 0, 0.03, 0.08,
                      "loss to the party when a deal breaks, over what the war itself costs: an army stood down, "
                      "sanctions back, trust gone"});
    f(s.liability,
      Spec{"liability", "utility", 0, 2, 0, 0.2, 0.4, "loss to the party when it must fight for a guarantee it gave"});
    f(s.capability, Spec{"capability", "any unit, one for all", 0, unbounded, 20, 50, 80,
                         "what the party can bring to bear on the outcome; only armistice predict asks for it"});
  }
};

// [audience.ID]: who must pass a deal at home. Passing: logistic((utility - threshold) / scale).
struct AudienceNumbers {
  Number threshold, scale, will_slope, weeks;
  static void list(auto& s, auto f) {
    f(s.threshold,
      Spec{"threshold", "utility", 0, 1, 0.3, 0.4, 0.5, "utility of a deal at which the audience is split in half"});
    f(s.scale, Spec{"scale", "utility", 0.001, 1, 0.02, 0.05, 0.1, "spread of the audience about its threshold"});
    f(s.will_slope,
      Spec{"will_slope", "utility", -2, 2, 0, 0.2, 0.4, "how the threshold rises with the will to fight on"});
    f(s.weeks, Spec{"weeks", "weeks", 0, 104, 2, 6, 12, "time that the audience's decision takes"});
  }
};

// [aid.ID]: a stream of help from a patron to a side.
struct AidNumbers {
  Number materiel, money, fatigue, cuts, cut_size, restore;
  static void list(auto& s, auto f) {
    f(s.materiel,
      Spec{"materiel", "stock a year", 0, 50, 0.1, 0.3, 0.5, "arms given, in shares of the recipient's stock today"});
    f(s.money, Spec{"money", "bn a year", 0, unbounded, 0, 20, 40, "money given or lent"});
    f(s.fatigue, Spec{"fatigue", "per year", -1, 5, 0, 0.1, 0.25, "rate at which the stream fades"});
    f(s.cuts, Spec{"cuts", "per year", 0, 12, 0.1, 0.25, 0.5, "hazard of a political cut"});
    f(s.cut_size, Spec{"cut_size", "share", 0, 1, 0.3, 0.6, 0.9, "share of the stream that a cut takes"});
    f(s.restore, Spec{"restore", "per year", 0, 52, 0.5, 1, 2, "rate at which a cut is made good"});
  }
};

// [lever.ID]: what a mediator or patron can do to a side.
struct LeverNumbers {
  Number aid, revenue, materiel, money, war_cost, credibility, resolve;
  static void list(auto& s, auto f) {
    f(s.aid, Spec{"aid", "share", 0, 1, 0, 0, 0, "share of the holder's aid to the side that the lever stops"});
    f(s.revenue, Spec{"revenue", "share", 0, 1, 0, 0, 0, "share of the side's revenue that the lever takes"});
    f(s.materiel, Spec{"materiel", "stock a year", 0, 50, 0, 0, 0, "arms that the lever gives to the other side"});
    f(s.money, Spec{"money", "bn a year", 0, unbounded, 0, 0, 0, "money that the lever gives to the other side"});
    f(s.war_cost, Spec{"war_cost", "utility", 0, 2, 0, 0, 0, "flow cost of the war that the lever adds to the side"});
    f(s.credibility,
      Spec{"credibility", "chance", 0, 1, 0.2, 0.4, 0.6, "chance that the lever is used when its hour comes"});
    f(s.resolve, Spec{"resolve", "share", 0, 1, 1, 1, 1, "share of that chance that is real; the rest is bluff"});
  }
};

// [channel.ID]: where the parties talk.
struct ChannelNumbers {
  Number meetings, noise, leak, publicity;
  static void list(auto& s, auto f) {
    f(s.meetings, Spec{"meetings", "per year", 0, 200, 4, 10, 20, "rate of meetings on the text"});
    f(s.noise,
      Spec{"noise", "share of stake", 0, 1, 0.02, 0.05, 0.1, "noise in what the mediator learns of a party's gain"});
    f(s.leak, Spec{"leak", "chance", 0, 1, 0, 0.05, 0.1,
                   "chance that a meeting betrays a side's walk-away value to the other"});
    f(s.publicity,
      Spec{"publicity", "chance", 0, 1, 0, 0.2, 0.5, "chance that what is said ties the speaker in the open"});
  }
};

// [mediation]: the mediator's pressure.
struct MediationNumbers {
  Number patience, return_rate, deadlines, deadline_weeks, deadline_push, credibility, credibility_loss,
      credibility_gain, swing, announcements, hope, hope_memory, announcement_loss, heat, gain_scale, progress;
  static void list(auto& s, auto f) {
    f(s.patience,
      Spec{"patience", "years", 0.05, 50, 0.5, 1.5, 3, "mean time without progress before the mediator walks away"});
    f(s.return_rate,
      Spec{"return_rate", "per year", 0, 52, 0.2, 0.6, 1.5, "rate at which a mediator who left comes back"});
    f(s.deadlines, Spec{"deadlines", "per year", 0, 52, 1, 3, 6, "rate at which new deadlines are set"});
    f(s.deadline_weeks, Spec{"deadline_weeks", "weeks", 1, 52, 2, 4, 8, "time that a deadline leaves"});
    f(s.deadline_push, Spec{"deadline_push", "factor", 1, 10, 1.2, 2, 3, "factor on meetings while a deadline runs"});
    f(s.credibility, Spec{"credibility", "share", 0, 1, 0.3, 0.5, 0.7, "credibility of the mediator's threats today"});
    f(s.credibility_loss, Spec{"credibility_loss", "share", 0, 1, 0.05, 0.15, 0.3,
                               "share of credibility lost when a deadline passes without action"});
    f(s.credibility_gain, Spec{"credibility_gain", "share", 0, 1, 0.05, 0.15, 0.3,
                               "share of the missing credibility won by carrying out a threat"});
    f(s.swing, Spec{"swing", "chance", 0, 1, 0.2, 0.4, 0.7,
                    "chance that pressure swings to the other side once the first has yielded"});
    f(s.announcements, Spec{"announcements", "per year", 0, 52, 2, 6, 12, "very-close announcements"});
    f(s.hope, Spec{"hope", "share of stake", 0, 1, 0, 0.01, 0.03,
                   "how far a fresh announcement lowers an audience's threshold"});
    f(s.hope_memory, Spec{"hope_memory", "weeks", 0.5, 104, 3, 6, 12, "time in which an announcement is forgotten"});
    f(s.announcement_loss, Spec{"announcement_loss", "share", 0, 1, 0, 0.02, 0.05,
                                "share of credibility lost when an announcement proves wrong"});
    f(s.heat, Spec{"heat", "share of stake", 0.0001, 0.5, 0.005, 0.02, 0.04, "temperature of the search for a text"});
    f(s.gain_scale,
      Spec{"gain_scale", "share of stake", 0.001, 1, 0.03, 0.05, 0.1,
           "gain up to which the mediator counts a party's gain in full; beyond it counts like its logarithm"});
    f(s.progress,
      Spec{"progress", "factor", 0, 1, 0.2, 0.5, 0.8, "impatience left after a meeting at which somebody yields"});
  }
};

// [hold]: what keeps or breaks an agreement.
struct HoldNumbers {
  Number breakdown, ceasefire, temptation, watch_effect, incidents, deterrence, attribution, strain, strain_memory;
  static void list(auto& s, auto f) {
    f(s.breakdown,
      Spec{"breakdown", "per year", 0.0001, 10, 0.05, 0.15, 0.4, "hazard of breakdown of a bare settlement"});
    f(s.ceasefire,
      Spec{"ceasefire", "factor", 1, 20, 1.5, 2.5, 4, "factor on that hazard while core issues stay open"});
    f(s.temptation,
      Spec{"temptation", "log per share of stake", 0, 50, 1, 4, 8, "how a side's temptation raises the log hazard"});
    f(s.watch_effect,
      Spec{"watch_effect", "log", 0, 5, 0.2, 0.7, 1.2, "how a fully watched line lowers the log hazard"});
    f(s.incidents, Spec{"incidents", "per year per 1000 km", 0, 150, 5, 15, 40, "incidents along an unwatched line"});
    f(s.deterrence,
      Spec{"deterrence", "share", 0, 1, 0.2, 0.5, 0.8, "share of the incidents that a fully watched line prevents"});
    f(s.attribution,
      Spec{"attribution", "chance", 0, 1, 0.3, 0.5, 0.8, "chance that a seen incident is attributed and answered"});
    f(s.strain, Spec{"strain", "log", 0, 2, 0.01, 0.03, 0.08, "how an unanswered incident raises the log hazard"});
    f(s.strain_memory,
      Spec{"strain_memory", "years", 0.05, 50, 0.5, 1.5, 4, "time in which the strain of incidents fades"});
  }
};

}  // namespace armistice
