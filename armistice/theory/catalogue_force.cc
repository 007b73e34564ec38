// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/bargaining.h"
#include "armistice/theory/catalogue_entries.h"
#include "armistice/theory/effort.h"

namespace armistice::catalogue {
namespace {

TheoryModel contest() {
  return {
      .name = "contest",
      .question = "What chance do strengths give, and what does aid change?",
      .source = "Tullock 1980, Efficient Rent-Seeking; Hirshleifer 1989, Public Choice 63",
      .formula = "p = a^g / (a^g + b^g); slope g p (1 - p) per logarithm of a; aid s adds g ln(1 + s) to logit p",
      .parameters = {not_negative("ma", "strength-a", "A's strength"), not_negative("mb", "strength-b", "B's strength"),
                     positive("g", "decisiveness", "how much strength decides"),
                     or_else(parameter("aid", "growth", "by what share A's strength grows", "share",
                                       {.low = -1, .above_low = true}),
                             0)},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        const double p = contest_chance(a("ma"), a("mb"), a("g"));
        return {{"chance", p, "that A prevails"},
                {"slope", contest_slope(p, a("g")), "of that chance per logarithm of A's strength"},
                {"aided", aided_chance(p, a("aid"), a("g")), "chance with the aid"}};
      },
      .example = {{{"ma", {1.2}}, {"mb", {1}}, {"g", {1.5}}, {"aid", {0.3}}},
                  {{"chance", 0.5679476126203314}, {"slope", 0.368074682908796}, {"aided", 0.6608375236372913}}},
      .objection = [](const TheoryArguments& a) -> std::string {
        return a("ma") + a("mb") > 0 ? "" : "--ma and --mb are both 0: nobody fights";
      }};
}

TheoryModel aid_and_sanctions() {
  return {
      .name = "aid-and-sanctions",
      .question = "How do aid to A and sanctions on B move the terms of a deal?",
      .source = "Fearon 1995, International Organization 49(3), with the contest of Hirshleifer 1989",
      .formula = "split moves by p' - p + D / 2, its upper end by p' - p + D",
      .parameters = {chance("p", "win-chance", "chance that A wins before the aid"),
                     positive("g", "decisiveness", "how much strength decides"),
                     or_else(parameter("aid", "growth", "by what share A's strength grows", "share",
                                       {.low = -1, .above_low = true}),
                             0),
                     or_else(not_negative("sanction", "d", "by how much B's cost of war grows", "share"), 0)},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        const double p = aided_chance(a("p"), a("aid"), a("g"));
        return {{"chance", p, "that A wins with the aid"},
                {"split_shift", split_shift(a("p"), a("g"), a("aid"), a("sanction")), "of the even split, to A"},
                {"high_shift", p - a("p") + a("sanction"), "of the largest share that B leaves to A"}};
      },
      .example = {
          {{"p", {0.5679476126203314}}, {"g", {1.5}}, {"aid", {0.3}}, {"sanction", {0.1}}},
          {{"chance", 0.6608375236372913}, {"split_shift", 0.1428899110169598}, {"high_shift", 0.1928899110169598}}}};
}

TheoryModel tullock() {
  return {.name = "tullock",
          .question = "What do two sides spend on a contest for something each values?",
          .source = "Tullock 1980, Efficient Rent-Seeking; Nti 1999, Public Choice 98",
          .formula = "eA = VA^2 VB / (VA + VB)^2, p = VA / (VA + VB); equal values: g V / 4",
          .parameters = {positive("va", "value-a", "what it is worth to A"),
                         positive("vb", "value-b", "what it is worth to B"),
                         or_else(parameter("g", "decisiveness", "how much effort decides; only with equal values not 1",
                                           "", {.low = 0, .high = 2, .above_low = true}),
                                 1)},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            Efforts efforts = unequal_efforts(a("va"), a("vb"));
            if (a("va") == a("vb")) efforts.a = efforts.b = equal_effort(a("va"), a("g"));
            return {{"effort_a", efforts.a, "what A spends"},
                    {"effort_b", efforts.b, "what B spends"},
                    {"chance", efforts.win_chance, "that A wins"}};
          },
          .example = {{{"va", {10}}, {"vb", {6}}}, {{"effort_a", 2.34375}, {"effort_b", 1.40625}, {"chance", 0.625}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            return a("g") == 1 || a("va") == a("vb") ? "" : "--g other than 1 needs equal --va and --vb";
          }};
}

TheoryModel exhaustion() {
  return {.name = "exhaustion",
          .question = "How long does a stock last that is used faster than it is supplied?",
          .source = "Arithmetic",
          .formula = "R / (q - u)",
          .parameters = {not_negative("stock", "r", "what there is"), not_negative("use", "q", "used", "per day"),
                         not_negative("supply", "u", "supplied", "per day")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            return {{"days", a("supply") < a("use") ? exhaustion_time(a("stock"), a("use"), a("supply")) : infinite,
                     "until it is used up"}};
          },
          .example = {{{"stock", {1000}}, {"use", {12}}, {"supply", {8}}}, {{"days", 250}}}};
}

}  // namespace

std::vector<TheoryModel> force_models() { return {contest(), aid_and_sanctions(), tullock(), exhaustion()}; }

}  // namespace armistice::catalogue
