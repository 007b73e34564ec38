// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "armistice/theory/audience.h"
#include "armistice/theory/bargaining.h"
#include "armistice/theory/catalogue_entries.h"
#include "armistice/theory/readiness.h"
#include "armistice/theory/resurrection.h"
#include "armistice/theory/two_level.h"

namespace armistice::catalogue {
namespace {

TheoryModel ratification() {
  return {.name = "ratification",
          .question = "What do two publics with known demands leave of a bargain?",
          .source = "Putnam 1988, International Organization 42(3); Tarar 2001, Journal of Conflict Resolution 45(3)",
          .formula = "clamp(x0, rA, 1 - rB), none when rA + rB > 1",
          .parameters = {share("x", "unconstrained", "A's share in the bargain without publics"),
                         share("ra", "need-a", "the least that A's public passes"),
                         share("rb", "need-b", "the least that B's public passes")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const auto split = ratified_split(a("x"), a("ra"), a("rb"));
            return {whether("agreement", split.has_value(), "there is a split that both publics pass"),
                    {"split", split ? *split : none, "A's share in it"}};
          },
          .example = {{{"x", {0.5}}, {"ra", {0.62}}, {"rb", {0.1}}}, {{"agreement", 1}, {"split", 0.62}}}};
}

TheoryModel uncertain_ratifier_model() {
  return {.name = "uncertain-ratifier",
          .question = "What to offer when nobody knows what the other's public will pass?",
          .source = "After Iida 1993, Journal of Conflict Resolution 37(3)",
          .formula = "x* = min(R, (1 - d) / 2); fails with 1 - x* / R",
          .parameters = {parameter("r", "toughest", "the most that the public may need", "share",
                                   {.low = 0, .high = 1, .above_low = true}),
                         parameter("d", "fallback", "what the offering side has if it fails", "share",
                                   {.low = 0, .high = 1, .below_high = true})},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const RatifiedOffer offer = uncertain_ratifier(a("r"), a("d"));
            return {{"offer", offer.share, "what is offered to the side with that public"},
                    {"fail", offer.fail_chance, "chance that the public says no"},
                    {"value", offer.value, "the offering side's expected share"}};
          },
          .example = {{{"r", {0.6}}, {"d", {0.1}}}, {{"offer", 0.45}, {"fail", 0.25}, {"value", 0.4375}}}};
}

TheoryModel spatial_ratifier() {
  return {.name = "spatial-ratifier",
          .question = "Where does a bargain over one number end when a legislature must pass it?",
          .source = "After Milner and Rosendorff 1997, Journal of Conflict Resolution 41(1)",
          .formula = "moves d = (3 (a + b) - sqrt(9 (a + b)^2 - 32 a b)) / 4 from q, at most 2 |q - c|",
          .parameters = {number("home", "h", "ideal point of the leader"), number("foreign", "f", "ideal point abroad"),
                         number("legislature", "c", "ideal point of the legislature"),
                         number("quo", "q", "what holds without a deal")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const double outcome = spatial_bargain({a("home"), a("foreign"), a("legislature"), a("quo")});
            return {{"outcome", outcome, "what is agreed and passed"},
                    whether("moves", outcome != a("quo"), "it differs from the status quo")};
          },
          .example = {{{"home", {0.35}}, {"foreign", {0}}, {"legislature", {0.7}}, {"quo", {1}}},
                      {{"outcome", 0.4}, {"moves", 1}}}};
}

TheoryModel audience() {
  return {
      .name = "audience",
      .question = "How much firmer is a public threat than a private one?",
      .source = "After Fearon 1994, American Political Science Review 88(3), and Kurizaki 2007, APSR 101(3)",
      .formula = "firm with min(1, (H + a) / (H + L)); needed a >= max(0, m (H + L) - H)",
      .parameters = {not_negative("l", "worst", "worth of war to the leader lies between -l"),
                     not_negative("h", "best", "and h, evenly"),
                     or_else(not_negative("a", "audience-cost", "cost of backing down in public; 0: in private"), 0),
                     or_else(chance("m", "needed", "chance of firmness that makes the other concede"), 1)},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        return {{"firm", firm_chance(a("l"), a("h"), a("a")), "chance that the leader stands firm"},
                {"cost_needed", least_audience_cost(a("l"), a("h"), a("m")), "audience cost that brings it to --m"}};
      },
      .example = {{{"l", {0.6}}, {"h", {0.4}}, {"a", {0.2}}, {"m", {0.75}}}, {{"firm", 0.6}, {"cost_needed", 0.35}}},
      .objection = [](const TheoryArguments& a) -> std::string {
        return a("l") + a("h") > 0 ? "" : "--l and --h are both 0: nothing is uncertain";
      }};
}

TheoryModel resurrection() {
  return {
      .name = "resurrection",
      .question = "How small a chance of victory keeps a leader fighting?",
      .source = "Downs and Rocke 1994, American Journal of Political Science 38(2); Goemans 2000, War and Punishment",
      .formula = "fights on iff the chance is above (settle + k - lose) / (win - lose)",
      .parameters = {number("win", "victory", "what the leader has after a victory"),
                     number("lose", "defeat", "after a defeat"), number("settle", "deal", "after a settlement"),
                     not_negative("k", "cost", "cost of fighting on")},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        return {{"threshold", resurrection_threshold(a("win"), a("lose"), a("settle"), a("k")),
                 "it fights on above this chance of victory; above 1: never, below 0: always"}};
      },
      .example = {{{"win", {1}}, {"lose", {0.3}}, {"settle", {0.6}}, {"k", {0.05}}}, {{"threshold", 0.5}}},
      .objection = [](const TheoryArguments& a) -> std::string {
        return a("win") > a("lose") ? "" : "--win must be above --lose";
      }};
}

TheoryModel readiness_model() {
  return {.name = "readiness",
          .question = "How ready is each party for talks? (a number to report; it drives nothing)",
          .source = "After Pruitt 1997, International Negotiation 2(2), and Zartman 1989, Ripe for Resolution",
          .formula = "min over parties of motivation * optimism",
          .parameters = {list_of(share("motivation", "m", "each party's motivation to end the war")),
                         list_of(share("optimism", "o", "each party's belief that talks can do it"))},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            TheoryResults outcomes = {
                {"ripeness", ripeness(a.list("motivation"), a.list("optimism")), "that of the least ready party"}};
            for (std::size_t i = 0; i < a.list("motivation").size(); ++i)
              outcomes.push_back({"party_" + std::to_string(i + 1),
                                  readiness(a.list("motivation")[i], a.list("optimism")[i]), "its readiness"});
            return outcomes;
          },
          .example = {{{"motivation", {0.8, 0.9}}, {"optimism", {0.5, 0.2}}},
                      {{"ripeness", 0.18}, {"party_1", 0.4}, {"party_2", 0.18}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            return a.list("motivation").size() == a.list("optimism").size()
                       ? ""
                       : "--motivation and --optimism name different numbers of parties";
          }};
}

}  // namespace

std::vector<TheoryModel> home_models() {
  return {ratification(), uncertain_ratifier_model(), spatial_ratifier(), audience(),
          resurrection(), readiness_model()};
}

}  // namespace armistice::catalogue
