// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/attrition.h"
#include "armistice/theory/catalogue_entries.h"
#include "armistice/theory/deadline.h"
#include "armistice/theory/reputation.h"

namespace armistice::catalogue {
namespace {

TheoryModel deadline() {
  return {
      .name = "deadline",
      .question = "Do sides that are bound by what they refused wait for the deadline?",
      .source = "Fershtman and Seidmann 1993, Journal of Economic Theory 60(2)",
      .formula = "two periods: wait iff d > 3 - sqrt(5); more: backward recursion over the floors, exact in steps",
      .parameters = {whole("periods", "t", "periods until the deadline", 1, 50),
                     share("delta", "discount", "worth of the next period"),
                     or_else(whole("steps", "grid", "offers are multiples of 1 / steps", 2, 240), 60)},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        const DeadlinePlan plan = deadline_plan(a.whole("periods"), a("delta"), a.whole("steps"));
        return {{"settled", static_cast<double>(plan.settled), "period of agreement"},
                whether("waits", plan.settled == a.whole("periods") && plan.settled > 1, "it is the last one"),
                {"value", plan.value, "what each side expects"},
                {"threshold_two_periods", deadline_patience(), "with two periods both wait above this discount"}};
      },
      .example = {{{"periods", {4}}, {"delta", {0.9}}},
                  {{"settled", 4}, {"waits", 1}, {"value", 0.3645}, {"threshold_two_periods", 0.7639320225002102}}}};
}

TheoryModel attrition_model() {
  return {
      .name = "attrition",
      .question = "How long do two sides hold out, with and without a deadline?",
      .source =
          "Maynard Smith 1974, Journal of Theoretical Biology 47(1); Hendricks, Weiss and Wilson 1988, "
          "International Economic Review 29(4)",
      .formula = "hazard c / v each, mean v / (2 c); quiet from T - D / c, reached with exp(-2 (c / v) (T - D / c))",
      .parameters = {positive("v", "prize", "what holding out longest wins"),
                     positive("c", "cost", "cost of holding out", "per unit of time"),
                     or_nothing(not_negative("t", "deadline", "time of a deadline; left out: none")),
                     or_else(not_negative("d", "payoff", "what each has at the deadline, at most v / 2"), 0)},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        const Attrition war = attrition(a("v"), a("c"));
        TheoryResults outcomes = {{"hazard", war.hazard, "at which each side concedes, per unit of time"},
                                  {"mean", war.mean_duration, "how long it lasts without a deadline"}};
        if (a.list("t").empty()) return outcomes;
        const DeadlineAttrition until = attrition_with_deadline(a("v"), a("c"), a("t"), a("d"));
        outcomes.push_back({"quiet_from", until.quiet_from, "nobody concedes after this time"});
        outcomes.push_back({"reached", until.reach_chance, "chance that the deadline comes"});
        return outcomes;
      },
      .example = {{{"v", {10}}, {"c", {1}}, {"t", {8}}, {"d", {3}}},
                  {{"hazard", 0.1}, {"mean", 5}, {"quiet_from", 5}, {"reached", 0.36787944117144233}}},
      .objection = [](const TheoryArguments& a) -> std::string {
        return 2 * a("d") <= a("v") ? "" : "--d is above half of --v: the sides would share more than the prize";
      }};
}

TheoryModel abreu_gul() {
  return {.name = "abreu-gul",
          .question = "Who gives in first when each may be the type that never does?",
          .source = "Abreu and Gul 2000, Econometrica 68(1)",
          .formula =
              "hazard_i = r_j (1 - a_i) / (a1 + a2 - 1); end min(-ln z_i / hazard_i); at once 1 - z_i z_j^(-h_i / h_j)",
          .parameters = {open_chance("a1", "demand-1", "what side 1 demands"),
                         open_chance("a2", "demand-2", "side 2's demand"),
                         positive("r1", "rate-1", "side 1's impatience", "per unit of time"),
                         positive("r2", "rate-2", "side 2's impatience", "per unit of time"),
                         open_chance("z1", "obstinate-1", "chance that side 1 never yields"),
                         open_chance("z2", "obstinate-2", "chance that side 2 never yields")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const Concession c = concession({a("a1"), a("a2"), a("r1"), a("r2"), a("z1"), a("z2")});
            return {{"hazard_1", c.hazard_1, "at which side 1 concedes, per unit of time"},
                    {"hazard_2", c.hazard_2, "at which side 2 concedes, per unit of time"},
                    {"alone_1", c.alone_1, "time for side 1's reputation to be complete by its hazard alone"},
                    {"alone_2", c.alone_2, "the same for side 2"},
                    {"end", c.end, "by then everybody who ever concedes has"},
                    {"at_once_1", c.at_once_1, "chance that side 1 concedes at the start"},
                    {"at_once_2", c.at_once_2, "chance that side 2 concedes at the start"}};
          },
          .example = {{{"a1", {0.6}}, {"a2", {0.6}}, {"r1", {0.1}}, {"r2", {0.2}}, {"z1", {0.05}}, {"z2", {0.1}}},
                      {{"hazard_1", 0.4},
                       {"hazard_2", 0.2},
                       {"alone_1", 7.489330683884973},
                       {"alone_2", 11.512925464970222},
                       {"end", 7.489330683884973},
                       {"at_once_1", 0},
                       {"at_once_2", 0.552786404500042}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            return a("a1") + a("a2") > 1 ? "" : "--a1 and --a2 are compatible: together they must exceed 1";
          }};
}

}  // namespace

std::vector<TheoryModel> time_models() { return {deadline(), attrition_model(), abreu_gul()}; }

}  // namespace armistice::catalogue
