// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "armistice/theory/beliefs.h"
#include "armistice/theory/catalogue_entries.h"
#include "armistice/theory/forts.h"

namespace armistice::catalogue {
namespace {

TheoryParameter prior(std::string name, std::string long_name, std::string meaning) {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), "", {.low = 1, .high = 10000});
}

std::string more_held_than_forts(const TheoryArguments& a) {
  return a("held") <= a("forts") ? "" : "--held is above --forts";
}

TheoryModel forts() {
  return {.name = "forts",
          .question = "Who ends with all the forts, and after how many battles?",
          .source = "Smith and Stam 2004, Journal of Conflict Resolution 48(6)",
          .formula = "W = (1 - r^n) / (1 - r^N), r = (1 - p) / p; D = (n - N W) / (1 - 2 p)",
          .parameters = {whole("held", "n", "forts that A holds", 0, 100000),
                         whole("forts", "total", "forts in all", 1, 100000),
                         chance("p", "battle-chance", "chance that A wins a battle and a fort")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const int held = a.whole("held"), all = a.whole("forts");
            return {{"win", fort_win_chance(held, all, a("p")), "chance that A ends with every fort"},
                    {"battles", fort_battles(held, all, a("p")), "mean number of battles until one has them"}};
          },
          .example = {{{"held", {3}}, {"forts", {10}}, {"p", {0.6}}},
                      {{"win", 0.7161223610512709}, {"battles", 20.80611805256355}}},
          .objection = more_held_than_forts};
}

TheoryModel fort_beliefs() {
  return {.name = "fort-beliefs",
          .question = "Do two sides that believe different things settle, or fight to the finish?",
          .source = "Smith and Stam 2004, Journal of Conflict Resolution 48(6)",
          .formula = "S = kA DA + kB DB - (WA - WB), W and D averaged over each side's Beta; split WA - kA DA + S / 2",
          .parameters = {whole("held", "n", "forts that A holds", 0, 1000),
                         whole("forts", "total", "forts in all", 1, 1000),
                         prior("wins-a", "alpha-a", "A's belief that A wins a battle is Beta(wins-a, losses-a)"),
                         prior("losses-a", "beta-a", "see wins-a"),
                         prior("wins-b", "alpha-b", "B's belief that A wins a battle is Beta(wins-b, losses-b)"),
                         prior("losses-b", "beta-b", "see wins-b"),
                         not_negative("ka", "cost-a", "A's cost of a battle", "share of the pie"),
                         not_negative("kb", "cost-b", "B's cost of a battle", "share of the pie")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const int held = a.whole("held"), all = a.whole("forts");
            const FortOutlook as = fort_outlook(held, all, a("wins-a"), a("losses-a"));
            const FortOutlook bs = fort_outlook(held, all, a("wins-b"), a("losses-b"));
            const double surplus = fort_surplus(as, bs, a("ka"), a("kb"));
            return {{"win_a_sees", as.win_chance, "chance of A's victory as A sees it"},
                    {"win_b_sees", bs.win_chance, "chance of A's victory as B sees it"},
                    {"battles_a_sees", as.battles, "battles that A expects"},
                    {"battles_b_sees", bs.battles, "battles that B expects"},
                    {"surplus", surplus, "what a deal saves both; below 0: they fight on"},
                    {"split", surplus >= 0 ? fort_split(as, bs, a("ka"), a("kb")) : none, "A's share in that deal"}};
          },
          .example = {{{"held", {5}},
                       {"forts", {10}},
                       {"wins-a", {18}},
                       {"losses-a", {14}},
                       {"wins-b", {14}},
                       {"losses-b", {18}},
                       {"ka", {0.01}},
                       {"kb", {0.01}}},
                      {{"surplus", 0.0057764127}, {"split", 0.5}},
                      1e-8},
          .objection = more_held_than_forts};
}

TheoryModel fort_war() {
  return {
      .name = "fort-war",
      .question = "After which battle do two optimists settle, given how the battles go?",
      .source = "Smith and Stam 2004, Journal of Conflict Resolution 48(6)",
      .formula = "the surplus of fort-beliefs after each battle, both having counted it",
      .parameters = {whole("held", "n", "forts that A holds at the start", 0, 1000),
                     whole("forts", "total", "forts in all", 1, 1000),
                     prior("wins-a", "alpha-a", "A's first belief is Beta(wins-a, losses-a)"),
                     prior("losses-a", "beta-a", "see wins-a"),
                     prior("wins-b", "alpha-b", "B's first belief is Beta(wins-b, losses-b)"),
                     prior("losses-b", "beta-b", "see wins-b"),
                     not_negative("ka", "cost-a", "A's cost of a battle", "share of the pie"),
                     not_negative("kb", "cost-b", "B's cost of a battle", "share of the pie"),
                     list_of(whole("won", "results", "battle by battle: 1 A wins it, 0 it loses", 0, 1))},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        const std::vector<double>& won = a.list("won");
        const auto results = std::make_unique<bool[]>(won.size());  // std::vector<bool> makes no span
        for (std::size_t i = 0; i < won.size(); ++i) results[i] = won[i] == 1;
        const FortBeliefs beliefs{a("wins-a"), a("losses-a"), a("wins-b"), a("losses-b")};
        const auto path = fort_surplus_path(a.whole("held"), a.whole("forts"), beliefs, a("ka"), a("kb"),
                                            {results.get(), won.size()});
        return {whether("settled", path.back() >= 0, "a split exists at the end of these battles"),
                {"battles", static_cast<double>(path.size() - 1), "battles fought until then"},
                {"first_surplus", path.front(), "what a deal would have saved before the first; below 0: none exists"},
                {"last_surplus", path.back(), "what a deal saves after the last"}};
      },
      .example = {{{"held", {5}},
                   {"forts", {10}},
                   {"wins-a", {8}},
                   {"losses-a", {4}},
                   {"wins-b", {4}},
                   {"losses-b", {8}},
                   {"ka", {0.01}},
                   {"kb", {0.01}},
                   {"won", {1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0}}},
                  {{"settled", 1}, {"battles", 20}, {"first_surplus", -0.4119823174}, {"last_surplus", 0.0057764127}},
                  1e-8},
      .objection = more_held_than_forts};
}

TheoryModel belief_gap_model() {
  return {.name = "belief-gap",
          .question = "How many battles bring two sides' beliefs together?",
          .source = "Smith and Stam 2004, Journal of Conflict Resolution 48(6)",
          .formula = "gap (aA - aB) / (s + k) after k battles; k* = max(0, ceil((aA - aB) / eps - s))",
          .parameters = {prior("wins-a", "alpha-a", "A's prior wins"), prior("wins-b", "alpha-b", "B's prior wins"),
                         positive("weight", "s", "wins and losses together, the same for both priors"),
                         positive("gap", "eps", "gap in mean beliefs to come down to"),
                         or_else(not_negative("battles", "k", "battles that both saw"), 0)},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const double wins_a = a("wins-a"), wins_b = a("wins-b"), weight = a("weight");
            return {{"now", belief_gap(wins_a, wins_b, weight, a("battles")), "gap after these battles"},
                    {"battles_needed", static_cast<double>(battles_until_gap(wins_a, wins_b, weight, a("gap"))),
                     "battles from the start until the gap is that small"}};
          },
          .example = {{{"wins-a", {8}}, {"wins-b", {4}}, {"weight", {12}}, {"battles", {12}}, {"gap", {0.05}}},
                      {{"now", 0.16666666666666666}, {"battles_needed", 68}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            if (a("wins-a") < a("wins-b")) return "--wins-a is below --wins-b: A is the optimist";
            if (a("weight") < a("wins-a")) return "--weight is below --wins-a: it counts wins and losses";
            return a("gap") >= 1e-9 ? "" : "--gap is below 1e-9";
          }};
}

}  // namespace

std::vector<TheoryModel> fort_models() { return {forts(), fort_beliefs(), fort_war(), belief_gap_model()}; }

}  // namespace armistice::catalogue
