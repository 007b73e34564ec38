// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/catalogue_entries.h"
#include "armistice/theory/enforcement.h"
#include "armistice/theory/mediation.h"

namespace armistice::catalogue {
namespace {

Mediator mediation_of(const TheoryArguments& a) { return {a("e"), a("big-e"), a("cl"), a("ch"), a("cm")}; }

TheoryModel mediation() {
  return {.name = "mediation",
          .question = "Which mediator is believed, and what does it change?",
          .source = "After Kydd 2003, American Journal of Political Science 47(4); reduced form",
          .formula = "e cM / ((1 - e) cH - cL) <= bias <= E cM / ((1 - E) cH - cL)",
          .parameters = {chance("e", "error-weak", "chance that side 2 is strong when the mediator saw weak"),
                         chance("big-e", "strong-after-strong", "and when it saw strong"),
                         not_negative("cl", "cost-strong", "cost of war of a strong side 2", "share of the pie"),
                         not_negative("ch", "cost-weak", "cost of war of a weak side 2", "share of the pie"),
                         not_negative("cm", "mediator-cost", "what a war costs the mediator", "share of the pie"),
                         or_else(not_negative("bias", "beta", "worth of side 1's share to the mediator"), 1),
                         or_else(not_negative("c1", "cost-1", "side 1's cost of war", "share of the pie"), 0),
                         or_else(chance("p", "win-chance", "chance that side 1 wins a war"), 0.5),
                         or_else(chance("s", "seen-strong", "chance that the mediator sees strong"), 0.5)},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const Mediator m = mediation_of(a);
            const BiasRange bias = credible_bias(m);
            const TruthGains truth = truth_gains(m, a("bias"));
            const Heeded heeds = heeded(m, a("c1"));
            const MediationValue value = mediation_value(m, a("p"), a("c1"), a("s"));
            return {{"bias_low", bias.low, "below this bias \"weak\" is said too seldom to be the truth"},
                    {"bias_high", bias.high, "above it \"weak\" is said too often"},
                    {"truth_weak", truth.after_weak, "what this mediator gains by truth when it saw weak"},
                    {"truth_strong", truth.after_strong, "and when it saw strong"},
                    whether("heeds_weak", heeds.weak, "side 1 asks high after \"weak\""),
                    whether("heeds_strong", heeds.strong, "side 1 asks low after \"strong\""),
                    {"share_without", value.share_without, "side 1's expected share without a mediator"},
                    {"share_with", value.share_with, "and with one that is believed"},
                    {"war_without", value.war_without, "chance of war without"},
                    {"war_with", value.war_with, "and with"}};
          },
          .example = {{{"e", {0.1}},
                       {"big-e", {0.6}},
                       {"cl", {0.1}},
                       {"ch", {0.4}},
                       {"cm", {0.5}},
                       {"bias", {1}},
                       {"c1", {0.2}},
                       {"p", {0.5}},
                       {"s", {0.4}}},
                      {{"bias_low", 0.19230769230769232},
                       {"bias_high", 5},
                       {"truth_weak", 0.21},
                       {"truth_strong", 0.24},
                       {"heeds_weak", 1},
                       {"heeds_strong", 1},
                       {"share_without", 0.72},
                       {"share_with", 0.744},
                       {"war_without", 0.3},
                       {"war_with", 0.06}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            if (a("e") > a("big-e")) return "--e is above --big-e: seeing strong must make strong more likely";
            return a("cl") < a("ch") ? "" : "--cl must be below --ch: war costs the weak side more";
          }};
}

TheoryModel enforcement() {
  return {
      .name = "enforcement",
      .question = "How patient or how closely watched must sides be to keep a peace?",
      .source = "After Fortna 2003, International Organization 57(2); Friedman 1971, Review of Economic Studies 38(1)",
      .formula = "d* = (T - g K - R) / ((T - g K - R) + q (R - P)); q* = (1 - d) (T - g K - R) / (d (R - P))",
      .parameters = {number("t", "breach", "worth of a breach that is not found out yet", "per period"),
                     number("r", "peace", "worth of peace", "per period"),
                     number("p", "war", "worth of war", "per period"),
                     parameter("q", "detect", "chance that a breach is found out each period", "",
                               {.low = 0, .high = 1, .above_low = true}),
                     or_else(chance("g", "punish", "chance that a guarantor steps in"), 0),
                     or_else(not_negative("k", "penalty", "what that costs the breaker"), 0),
                     or_else(open_chance("delta", "discount", "worth of the next period, for --q needed"), 0.9)},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        const PeaceGame game{a("t"), a("r"), a("p"), a("g"), a("k")};
        return {{"patience", least_patience(game, a("q")), "peace holds from this discount factor up"},
                {"detection", least_detection(game, a("delta")),
                 "chance of detection needed at --delta; above 1: none is enough"}};
      },
      .example = {{{"t", {1.5}}, {"r", {1}}, {"p", {0.4}}, {"q", {0.5}}, {"delta", {0.6}}},
                  {{"patience", 0.625}, {"detection", 0.5555555555555556}}},
      .objection = [](const TheoryArguments& a) -> std::string {
        return a("r") > a("p") ? "" : "--r must be above --p: peace is better than war";
      }};
}

TheoryModel false_alarms() {
  return {.name = "false-alarms",
          .question = "What is peace worth when a false alarm can end it?",
          .source = "Own arithmetic on the game of \"enforcement\"",
          .formula = "((1 - d) R + d f P) / (1 - d + d f); lasts 1 / f",
          .parameters = {number("r", "peace", "worth of peace", "per period"),
                         number("p", "war", "worth of war", "per period"),
                         discount("delta", "discount", "worth of the next period"),
                         chance("f", "alarm", "chance of a false alarm each period")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            return {{"worth", peace_with_false_alarms(a("r"), a("p"), a("delta"), a("f")), "of peace, per period"},
                    {"periods", a("f") > 0 ? 1 / a("f") : infinite, "that it lasts on average"}};
          },
          .example = {{{"r", {1}}, {"p", {0.4}}, {"delta", {0.95}}, {"f", {0.02}}},
                      {{"worth", 0.8347826086956522}, {"periods", 50}}}};
}

TheoryModel trust() {
  return {.name = "trust",
          .question = "How likely must the other be trustworthy for a side to keep a deal?",
          .source = "Kydd 2005, Trust and Mistrust in International Relations",
          .formula = "(P - S) / (R - T + P - S)",
          .parameters = {number("r", "both-keep", "worth of both keeping it"),
                         number("t", "exploit", "of breaking it while the other keeps it"),
                         number("p", "both-break", "of both breaking it"),
                         number("s", "exploited", "of keeping it while the other breaks it")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            return {{"threshold", trust_threshold(a("r"), a("t"), a("p"), a("s")),
                     "keep it from this chance of a trustworthy other up"}};
          },
          .example = {{{"r", {3}}, {"t", {2}}, {"p", {1}}, {"s", {-1}}}, {{"threshold", 0.6666666666666666}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            if (a("r") <= a("t")) return "--r must be above --t: who wants security likes joint peace best";
            return a("p") > a("s") ? "" : "--p must be above --s";
          }};
}

TheoryModel peace_survival_model() {
  return {.name = "peace-survival",
          .question = "What do clauses with known hazard ratios do to the chance that peace lasts?",
          .source = "Cox 1972, Journal of the Royal Statistical Society B 34(2)",
          .formula = "S^(h1 h2 ...)",
          .parameters = {chance("s", "survival", "chance that peace lasts without the clauses"),
                         list_of(not_negative("hr", "hazard-ratios", "hazard ratio of each clause"))},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            return {{"survival", peace_survival(a("s"), a.list("hr")), "chance that it lasts with them"}};
          },
          .example = {{{"s", {0.7}}, {"hr", {0.3, 0.5}}}, {{"survival", 0.9479047640932288}}}};
}

}  // namespace

std::vector<TheoryModel> peace_models() {
  return {mediation(), enforcement(), false_alarms(), trust(), peace_survival_model()};
}

}  // namespace armistice::catalogue
