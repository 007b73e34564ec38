// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/battle_learning.h"
#include "armistice/theory/catalogue_entries.h"
#include "armistice/theory/race.h"
#include "armistice/theory/skimming.h"

namespace armistice::catalogue {
namespace {

std::string weak_is_not_weaker(const TheoryArguments& a) {
  return a("ps") < a("pw") ? "" : "--ps must be below --pw: the strong foe is the one that A beats less often";
}

TheoryModel battle_learning() {
  return {.name = "battle-learning",
          .question = "What do battles teach about a foe that is strong or weak?",
          .source = "Filson and Werner 2002, American Journal of Political Science 46(4); Slantchev 2003, APSR 97(4)",
          .formula = "logit h rises by ln(pS / pW) a victory and ln((1 - pS) / (1 - pW)) a defeat",
          .parameters = {open_chance("h", "belief", "chance that the foe is strong, before"),
                         open_chance("ps", "strong", "chance that A wins a battle against a strong foe"),
                         open_chance("pw", "weak", "chance that A wins a battle against a weak foe"),
                         whole("won", "victories", "battles that A won", 0, 1000000),
                         whole("lost", "defeats", "battles that A lost", 0, 1000000),
                         or_else(open_chance("reach", "threshold", "belief to be brought to"), 0.5)},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const FoeTypes foe{a("ps"), a("pw")};
            return {{"belief", belief_after_battles(a("h"), foe, a.whole("won"), a.whole("lost")), "and after"},
                    {"defeats", defeats_until(a("h"), foe, a("reach")),
                     "defeats in a row, from the start, that bring it to --reach"},
                    {"evidence", battle_evidence(a("ps"), a("pw")), "worth of a battle if the foe is strong, in nats"}};
          },
          .example = {{{"h", {0.3}}, {"ps", {0.4}}, {"pw", {0.6}}, {"won", {0}}, {"lost", {4}}, {"reach", {0.5454545}}},
                      {{"belief", 0.684507042253521}, {"defeats", 3}, {"evidence", 0.08109302162163282}}},
          .objection = weak_is_not_weaker};
}

TheoryModel verdict() {
  return {.name = "verdict",
          .question = "How many battles until a side is sure what foe it fights?",
          .source = "Wald 1947, Sequential Analysis",
          .formula = "E = (P a + (1 - P) b) / KL without overshoot; exactly by following every number of victories",
          .parameters = {open_chance("h", "belief", "chance that the foe is strong, before"),
                         open_chance("low", "sure-weak", "belief at which it is taken for weak"),
                         open_chance("high", "sure-strong", "belief at which it is taken for strong"),
                         open_chance("ps", "strong", "chance that A wins a battle against a strong foe"),
                         open_chance("pw", "weak", "chance that A wins a battle against a weak foe")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const FoeTypes foe{a("ps"), a("pw")};
            const Verdict strong = exact_verdict(a("h"), a("low"), a("high"), foe, true);
            const Verdict weak = exact_verdict(a("h"), a("low"), a("high"), foe, false);
            const Verdict wald = wald_verdict(a("h"), a("low"), a("high"), foe, true);
            return {{"right_if_strong", strong.taken_for_strong, "a strong foe is taken for strong"},
                    {"battles_if_strong", strong.battles, "mean number of battles with a strong foe"},
                    {"wrong_if_weak", weak.taken_for_strong, "a weak foe is taken for strong"},
                    {"battles_if_weak", weak.battles, "mean number of battles with a weak foe"},
                    {"wald_right_if_strong", wald.taken_for_strong, "the same without overshoot"},
                    {"wald_battles_if_strong", wald.battles, "the same without overshoot"},
                    {"unfinished", strong.unfinished, "chance of no verdict in 100,000 battles with a strong foe"}};
          },
          .example = {{{"h", {0.5}}, {"low", {0.1}}, {"high", {0.9}}, {"ps", {0.4}}, {"pw", {0.6}}},
                      {{"right_if_strong", 0.9192938209331651},
                       {"battles_if_strong", 25.157629255989914},
                       {"wrong_if_weak", 0.0807061790668349},
                       {"battles_if_weak", 25.157629255989914},
                       {"wald_right_if_strong", 0.9},
                       {"wald_battles_if_strong", 21.676090330811657},
                       {"unfinished", 0}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            if (!(a("low") < a("h") && a("h") < a("high"))) return "--h must lie between --low and --high";
            return weak_is_not_weaker(a);
          }};
}

TheoryModel skimming_model() {
  return {
      .name = "skimming",
      .question = "How are demands lowered while fighting goes on, and how long does it?",
      .source =
          "After Powell 2004, American Journal of Political Science 48(2); Gul, Sonnenschein and Wilson 1986, "
          "Journal of Economic Theory 39(1)",
      .formula = "demand sqrt(1 - d) / (1 + sqrt(1 - d)) of what is left; cut (1 - sqrt(1 - d)) / d; cut^t fight on",
      .parameters = {open_chance("delta", "factor", "worth of the next round"),
                     or_else(whole("rounds", "t", "rounds of fighting", 0, 1000000), 0)},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        const Skimming rule = skimming(a("delta"));
        const int rounds = a.whole("rounds");
        return {{"demand", rule.demand, "first demand, of the most that war may cost B"},
                {"cut", rule.cut, "types above this share of the toughest bound settle"},
                {"value", rule.value, "what A expects"},
                {"mean_rounds", rule.rounds, "mean rounds of fighting"},
                {"war", skimming_war_chance(a("delta"), rounds), "chance that fighting goes on after --rounds"},
                {"demand_then", skimming_demand(a("delta"), rounds), "what is asked then"}};
      },
      .example = {{{"delta", {0.9}}, {"rounds", {5}}},
                  {{"demand", 0.2402530733520421},
                   {"cut", 0.7597469266479578},
                   {"value", 0.12012653667602105},
                   {"mean_rounds", 3.162277660168379},
                   {"war", 0.2531306647679114},
                   {"demand_then", 0.06081542023574166}}}};
}

TheoryModel race() {
  return {.name = "race",
          .question = "Who collapses first when each side can lose only so many battles?",
          .source = "After Filson and Werner 2002, American Journal of Political Science 46(4)",
          .formula = "P = sum over k < nA of C(nB - 1 + k, k) p^nB (1 - p)^k",
          .parameters = {whole("na", "spare-a", "lost battles after which A collapses", 1, 10000),
                         whole("nb", "spare-b", "lost battles after which B collapses", 1, 10000),
                         chance("p", "battle-chance", "chance that A wins a battle")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            return {{"win", race_win_chance(a.whole("na"), a.whole("nb"), a("p")), "chance that B collapses first"},
                    {"battles", race_battles(a.whole("na"), a.whole("nb"), a("p")), "mean number of battles"}};
          },
          .example = {{{"na", {2}}, {"nb", {4}}, {"p", {0.6}}}, {{"win", 0.33696}, {"battles", 3.8336}}}};
}

}  // namespace

std::vector<TheoryModel> learning_models() { return {battle_learning(), verdict(), skimming_model(), race()}; }

}  // namespace armistice::catalogue
