// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/bargaining.h"
#include "armistice/theory/catalogue_entries.h"
#include "armistice/theory/commitment.h"
#include "armistice/theory/first_strike.h"
#include "armistice/theory/screening.h"

namespace armistice::catalogue {
namespace {

TheoryModel fearon() {
  return {.name = "fearon",
          .question = "Which splits do both sides like better than war?",
          .source = "Fearon 1995, International Organization 49(3)",
          .formula = "[p - cA, p + cB] within [0, 1]; even split p + (cB - cA) / 2",
          .parameters = {chance("p", "win-chance", "chance that A wins the war"),
                         not_negative("ca", "cost-a", "A's cost of war", "share of the pie"),
                         not_negative("cb", "cost-b", "B's cost of war", "share of the pie")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const ShareRange range = bargaining_range(a("p"), a("ca"), a("cb"));
            return {{"low", range.low, "the least share that A takes rather than war"},
                    {"high", range.high, "the largest share that B leaves to A rather than war"},
                    {"width", width(range), "room for a deal"},
                    {"split", even_split(a("p"), a("ca"), a("cb")), "A's share when both gain the same (not clipped)"}};
          },
          .example = {{{"p", {0.6}}, {"ca", {0.15}}, {"cb", {0.2}}},
                      {{"low", 0.45}, {"high", 0.8}, {"width", 0.35}, {"split", 0.625}}}};
}

TheoryModel screening() {
  return {.name = "screening",
          .question = "How much to ask when B's cost of war is its secret: risk against return",
          .source = "Fearon 1995, International Organization 49(3)",
          .formula = "x* = min(1, p + max(l, (h - cA) / 2)); war ((x* - p) - l) / (h - l)",
          .parameters = {chance("p", "win-chance", "chance that A wins the war"),
                         not_negative("ca", "cost-a", "A's cost of war", "share of the pie"),
                         not_negative("low", "cost-b-low", "the least that war may cost B", "share of the pie"),
                         not_negative("high", "cost-b-high", "the most that war may cost B", "share of the pie")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const Demand demand = risk_return_demand(a("p"), a("ca"), a("low"), a("high"));
            return {{"demand", demand.share, "what A asks for itself"},
                    {"war", demand.war_chance, "chance that B refuses and war follows"},
                    {"value", demand.value, "A's expected share"}};
          },
          .example = {{{"p", {0.5}}, {"ca", {0.1}}, {"low", {0}}, {"high", {0.4}}},
                      {{"demand", 0.65}, {"war", 0.375}, {"value", 0.55625}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            return a("low") <= a("high") ? "" : "--low is above --high";
          }};
}

TheoryModel two_types() {
  return {.name = "two-types",
          .question = "A safe or a risky demand to a foe that is strong or weak?",
          .source = "Filson and Werner 2002, American Journal of Political Science 46(4), after Fearon 1995",
          .formula = "risky iff h < D / (D + cA + cB), D = pW - pS",
          .parameters = {chance("h", "strong", "chance that the foe is strong"),
                         chance("ps", "win-strong", "chance that A wins the war against a strong foe"),
                         chance("pw", "win-weak", "chance that A wins the war against a weak foe"),
                         not_negative("ca", "cost-a", "A's cost of war", "share of the pie"),
                         not_negative("cb", "cost-b", "B's cost of war", "share of the pie")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const ScreeningChoice choice = two_type_screening({a("ps"), a("pw"), a("ca"), a("cb")}, a("h"));
            return {{"threshold", choice.threshold, "risk pays below this chance of a strong foe"},
                    {"safe", choice.safe, "A's share by the demand that both types accept"},
                    {"risky", choice.risky, "A's expected share by the demand that only a weak foe accepts"},
                    whether("risk", a("h") < choice.threshold, "the risky demand is the better one")};
          },
          .example = {{{"h", {0.3}}, {"ps", {0.4}}, {"pw", {0.7}}, {"ca", {0.1}}, {"cb", {0.15}}},
                      {{"threshold", 0.5454545454545454}, {"safe", 0.55}, {"risky", 0.685}, {"risk", 1}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            if (a("ps") > a("pw")) return "--ps is above --pw: the strong foe is the one that A beats less often";
            return a("ca") + a("cb") > 0 ? "" : "--ca and --cb are both 0: war must cost somebody something";
          }};
}

TheoryModel wittman() {
  return {.name = "wittman",
          .question = "Do two sides that see the war differently leave room for a deal?",
          .source = "Wittman 1979, Journal of Conflict Resolution 23(4)",
          .formula =
              "[pA - cA, pB + cB], width cA + cB - (pA - pB); with bends [(pA - cA)^(1/bA), 1 - (1 - pB - cB)^(1/bB)]",
          .parameters = {chance("pa", "a-thinks", "chance that A wins, as A sees it"),
                         chance("pb", "b-thinks", "chance that A wins, as B sees it"),
                         not_negative("ca", "cost-a", "A's cost of war", "share of the pie"),
                         not_negative("cb", "cost-b", "B's cost of war", "share of the pie"),
                         or_else(parameter("shock", "common-shock", "battlefield news that moves both estimates",
                                           "chance", {.low = -1, .high = 1}),
                                 0),
                         or_else(parameter("bend-a", "risk-a", "A's utility is share^bend; below 1 it shuns risk", "",
                                           {.low = 0, .high = 1, .above_low = true}),
                                 1),
                         or_else(parameter("bend-b", "risk-b", "B's utility is share^bend; below 1 it shuns risk", "",
                                           {.low = 0, .high = 1, .above_low = true}),
                                 1)},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const double pa = a("pa") + a("shock"), pb = a("pb") + a("shock");
            const bool bent = a("bend-a") != 1 || a("bend-b") != 1;
            const ShareRange zone = bent ? settlement_zone(pa, pb, a("ca"), a("cb"), a("bend-a"), a("bend-b"))
                                         : settlement_zone(pa, pb, a("ca"), a("cb"));
            return {{"low", zone.low, "the least share that A takes rather than war"},
                    {"high", zone.high, "the largest share that B leaves to A rather than war"},
                    {"width", width(zone), "room for a deal; below 0 the sides are that far apart"},
                    whether("deal", width(zone) >= 0, "there is a split that both like better than war")};
          },
          .example = {{{"pa", {0.7}}, {"pb", {0.4}}, {"ca", {0.1}}, {"cb", {0.1}}, {"shock", {0.1}}},
                      {{"low", 0.7}, {"high", 0.6}, {"width", -0.1}, {"deal", 0}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            for (double p : {a("pa") + a("shock"), a("pb") + a("shock")})
              if (p < 0 || p > 1) return "--shock moves an estimate out of [0, 1]";
            return "";
          }};
}

TheoryModel commitment() {
  return {.name = "commitment",
          .question = "Does a side that will be weaker fight now? (preventive war)",
          .source = "Fearon 1995, International Organization 49(3); Powell 2006, International Organization 60(1)",
          .formula = "war iff d p2 - p1 > cB (1 - d)^2; if B extracts later, iff d p2 - p1 > (1 - d) (cB + d cA)",
          .parameters = {chance("p1", "now", "chance that the rising side A wins a war today"),
                         chance("p2", "later", "chance that A wins a war after today"),
                         not_negative("ca", "cost-a", "A's cost of war", "periods of the flow"),
                         not_negative("cb", "cost-b", "B's cost of war", "periods of the flow"),
                         discount("delta", "discount", "worth of the next period")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const PowerShift shift{a("p1"), a("p2"), a("ca"), a("cb"), a("delta")};
            const Prevention rising = prevention_rising_extracts(shift),
                             declining = prevention_declining_extracts(shift);
            return {whether("war", rising.attacks, "B attacks today when A will extract all it can"),
                    {"peace_value", rising.peace, "the most B can get without war, present value"},
                    {"war_value", rising.war, "what B gets by war today, present value"},
                    {"guarantee", rising.guarantee, "what peace lacks, paid in the second period"},
                    {"threshold", rising.threshold, "B attacks once p2 is above it"},
                    whether("war_b_extracts", declining.attacks, "B attacks today although it will extract all later"),
                    {"peace_value_b_extracts", declining.peace, "the most B can get without war then"},
                    {"threshold_b_extracts", declining.threshold, "B attacks then once p2 is above it"}};
          },
          .example = {{{"p1", {0.3}}, {"p2", {0.7}}, {"ca", {0.4}}, {"cb", {0.5}}, {"delta", {0.9}}},
                      {{"war", 1},
                       {"peace_value", 3.25},
                       {"war_value", 6.5},
                       {"guarantee", 3.611111111111111},
                       {"threshold", 0.33888888888888885},
                       {"war_b_extracts", 1},
                       {"peace_value_b_extracts", 4.06},
                       {"threshold_b_extracts", 0.4288888888888889}}}};
}

TheoryModel power_shift() {
  return {.name = "power-shift",
          .question = "Is a shift of power too large and too fast for any peaceful division?",
          .source = "Powell 2006, International Organization 60(1)",
          .formula = "war iff d M1(t+1) - M1(t) > V - (M1(t) + M2(t)), V = 1 / (1 - d)",
          .parameters = {number("m1-next", "rising-next", "what the rising side is sure of tomorrow", "present value"),
                         number("m1-now", "rising-now", "what the rising side is sure of today", "present value"),
                         number("m2-now", "declining-now", "what the declining side is sure of today", "present value"),
                         discount("delta", "discount", "worth of the next period")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const double excess = power_shift_excess(a("m1-next"), a("m1-now"), a("m2-now"), a("delta"));
            return {{"excess", excess, "how far the shift is above what peace can bear"},
                    whether("war", excess > 0, "peace breaks down")};
          },
          .example = {{{"m1-next", {7.5}}, {"m1-now", {3}}, {"m2-now", {6.5}}, {"delta", {0.9}}},
                      {{"excess", 3.25}, {"war", 1}}}};
}

TheoryModel first_strike() {
  return {.name = "first-strike",
          .question = "Does who strikes first gain too much for peace, and how much must burn until not?",
          .source = "After Leventoglu and Slantchev 2007, American Journal of Political Science 51(4); own reduction",
          .formula = "S* = (cA + cB) / (fA + fB - 1); rounds ceil(ln(S / S*) / -ln(1 - theta))",
          .parameters = {chance("fa", "first-a", "chance that A wins if it strikes first"),
                         chance("fb", "first-b", "chance that B wins if it strikes first"),
                         not_negative("ca", "cost-a", "A's cost of war", "units of the pie"),
                         not_negative("cb", "cost-b", "B's cost of war", "units of the pie"),
                         positive("stake", "pie", "size of the pie", "units of the pie"),
                         parameter("theta", "destroyed", "share of the pie that a round of fighting destroys", "share",
                                   {.low = 0, .high = 1, .above_low = true, .below_high = true})},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const FirstStrike sides{a("fa"), a("fb"), a("ca"), a("cb")};
            return {{"safe_stake", largest_safe_stake(sides), "the largest pie that can be divided in peace"},
                    whether("peace", a("stake") <= largest_safe_stake(sides), "this pie can"),
                    {"rounds", rounds_until_safe(sides, a("stake"), a("theta")), "rounds of fighting until it can"}};
          },
          .example = {{{"fa", {0.6}}, {"fb", {0.65}}, {"ca", {0.1}}, {"cb", {0.15}}, {"stake", {2}}, {"theta", {0.1}}},
                      {{"safe_stake", 1}, {"peace", 0}, {"rounds", 7}}}};
}

}  // namespace

std::vector<TheoryModel> war_models() {
  return {fearon(), screening(), two_types(), wittman(), commitment(), power_shift(), first_strike()};
}

}  // namespace armistice::catalogue
