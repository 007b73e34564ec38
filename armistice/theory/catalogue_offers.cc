// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <numeric>

#include "armistice/theory/catalogue_entries.h"
#include "armistice/theory/multiparty.h"
#include "armistice/theory/rubinstein.h"

namespace armistice::catalogue {
namespace {

TheoryResults two_shares(double share_1) {
  return {{"share_1", share_1, "share of player 1, who proposes first"}, {"share_2", 1 - share_1, "share of player 2"}};
}

TheoryModel rubinstein() {
  return {
      .name = "rubinstein",
      .question = "How do two impatient sides share by offers in turn?",
      .source = "Rubinstein 1982, Econometrica 50(1); with a last round Stahl 1972, Bargaining Theory",
      .formula = "x1 = (1 - d2) / (1 - d1 d2); with a last round s <- 1 - d s backward from 1",
      .parameters = {discount("d1", "discount-1", "player 1's discount factor"),
                     discount("d2", "discount-2", "player 2's discount factor"),
                     or_else(whole("rounds", "offers", "offers until talks end; 0: they never do", 0, 1000000), 0)},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        const int rounds = a.whole("rounds");
        return two_shares(rounds > 0 ? finite_horizon_share(a("d1"), a("d2"), rounds)
                                     : first_mover_share(a("d1"), a("d2")));
      },
      .example = {{{"d1", {0.9}}, {"d2", {0.8}}}, {{"share_1", 0.7142857142857143}, {"share_2", 0.2857142857142857}}}};
}

TheoryModel rubinstein_limit() {
  return {
      .name = "rubinstein-limit",
      .question = "The same when offers follow each other fast",
      .source = "Rubinstein 1982, Econometrica 50(1); Muthoo 1999, Bargaining Theory with Applications",
      .formula = "x1 = g1 + r2 / (r1 + r2) (1 - g1 - g2)",
      .parameters = {not_negative("r1", "rate-1", "player 1's discount rate", "per unit of time"),
                     not_negative("r2", "rate-2", "player 2's discount rate", "per unit of time"),
                     or_else(share("g1", "inside-1", "what player 1 has of the pie while there is no deal"), 0),
                     or_else(share("g2", "inside-2", "what player 2 has of the pie while there is no deal"), 0)},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        return two_shares(patient_inside_share(a("r1"), a("r2"), a("g1"), a("g2")));
      },
      .example = {{{"r1", {0.1}}, {"r2", {0.2}}}, {{"share_1", 0.6666666666666667}, {"share_2", 0.3333333333333333}}},
      .objection = [](const TheoryArguments& a) -> std::string {
        if (a("g1") + a("g2") > 1) return "--g1 and --g2 are together more than the pie";
        return a("r1") + a("r2") > 0 ? "" : "--r1 and --r2 are both 0: one side must be impatient";
      }};
}

TheoryModel outside_option() {
  return {
      .name = "outside-option",
      .question = "What is it worth that player 2 can walk off, or conquer?",
      .source = "Binmore, Shaked and Sutton 1989, Quarterly Journal of Economics 104(4)",
      .formula = "x2 = max(w, d2 (1 - d1) / (1 - d1 d2))",
      .parameters = {discount("d1", "discount-1", "player 1's discount factor"),
                     discount("d2", "discount-2", "player 2's discount factor"),
                     share("w", "outside", "what player 2 has when it walks off as it answers")},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        const double share_1 = outside_option_share(a("d1"), a("d2"), a("w"));
        TheoryResults outcomes = two_shares(share_1);
        outcomes.push_back(whether("binds", share_1 < first_mover_share(a("d1"), a("d2")), "the option matters"));
        return outcomes;
      },
      .example = {{{"d1", {0.9}}, {"d2", {0.9}}, {"w", {0.6}}}, {{"share_1", 0.4}, {"share_2", 0.6}, {"binds", 1}}}};
}

TheoryModel inside_option() {
  return {.name = "inside-option",
          .question = "What is it worth to hold part of the pie while there is no deal?",
          .source = "Muthoo 1999, Bargaining Theory with Applications, chapter 6",
          .formula = "x1 = [(1 - d2) (1 - g2) + d2 (1 - d1) g1] / (1 - d1 d2)",
          .parameters = {discount("d1", "discount-1", "player 1's discount factor"),
                         discount("d2", "discount-2", "player 2's discount factor"),
                         share("g1", "inside-1", "what player 1 has of the pie while there is no deal"),
                         share("g2", "inside-2", "what player 2 has of the pie while there is no deal")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            return two_shares(inside_option_share(a("d1"), a("d2"), a("g1"), a("g2")));
          },
          .example = {{{"d1", {0.9}}, {"d2", {0.8}}, {"g1", {0.3}}, {"g2", {0.1}}},
                      {{"share_1", 0.7285714285714286}, {"share_2", 0.2714285714285714}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            return a("g1") + a("g2") <= 1 ? "" : "--g1 and --g2 are together more than the pie";
          }};
}

TheoryModel breakdown() {
  return {.name = "breakdown",
          .question = "How do sides share when each refusal may end the talks?",
          .source = "Binmore, Rubinstein and Wolinsky 1986, RAND Journal of Economics 17(2)",
          .formula = "x1 = w1 + (1 - w1 - w2) / (2 - b)",
          .parameters = {parameter("b", "breakdown", "chance that a refusal ends the talks", "",
                                   {.low = 0, .high = 1, .above_low = true}),
                         share("w1", "walk-away-1", "what player 1 has after talks"),
                         share("w2", "walk-away-2", "what player 2 has after talks")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            return two_shares(breakdown_share(a("b"), a("w1"), a("w2")));
          },
          .example = {{{"b", {0.5}}, {"w1", {0.45}}, {"w2", {0.25}}}, {{"share_1", 0.65}, {"share_2", 0.35}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            return a("w1") + a("w2") <= 1 ? "" : "--w1 and --w2 are together more than the pie: no deal";
          }};
}

TheoryModel nash() {
  return {.name = "nash",
          .question = "The Nash split of a pie among any number of parties of unequal weight",
          .source = "Nash 1950, Econometrica 18(2); Kalai 1977, International Journal of Game Theory 6",
          .formula = "x_i = d_i + a_i / sum a (1 - sum d)",
          .parameters = {list_of(number("d", "without-deal", "what each party has without a deal", "shares")),
                         or_nothing(list_of(not_negative("a", "weights", "bargaining weights; left out: all equal")))},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const std::vector<double>& without = a.list("d");
            const std::vector<double> equal(without.size(), 1.0);
            const std::vector<double>& weights = a.list("a").empty() ? equal : a.list("a");
            const double surplus = 1 - std::accumulate(without.begin(), without.end(), 0.0);
            TheoryResults outcomes = {{"surplus", surplus, "what a deal gains all of them together; below 0: no deal"}};
            const auto shares = weighted_nash(without, weights);
            for (std::size_t i = 0; i < shares.size(); ++i)
              outcomes.push_back({fmt::format("share_{}", i + 1), shares[i], fmt::format("share of party {}", i + 1)});
            return outcomes;
          },
          .example = {{{"d", {0.35, 0.2, 0.1}}, {"a", {0.5, 0.3, 0.2}}},
                      {{"surplus", 0.35}, {"share_1", 0.525}, {"share_2", 0.305}, {"share_3", 0.17}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            const std::vector<double>& weights = a.list("a");
            if (weights.empty()) return "";
            if (weights.size() != a.list("d").size()) return "--d and --a name different numbers of parties";
            return std::accumulate(weights.begin(), weights.end(), 0.0) > 0 ? "" : "--a has no weight above 0";
          }};
}

TheoryModel unanimity() {
  return {.name = "unanimity",
          .question = "How do n parties share when all must agree?",
          .source = "Rubinstein 1982, Econometrica 50(1), for n parties in stationary strategies",
          .formula = "in turn d^k / (1 + d + ... + d^(n-1)); by lot 1 - d (n - 1) / n and d / n",
          .parameters = {whole("n", "parties", "number of parties", 1, 1000),
                         share("delta", "discount", "everybody's discount factor")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const int n = a.whole("n");
            const ProposerShares by_lot = random_proposer_unanimity(n, a("delta"));
            TheoryResults outcomes = {{"proposer_by_lot", by_lot.proposer, "the proposer's share when drawn by lot"},
                                      {"other_by_lot", by_lot.partner, "the share of each other one then"}};
            const auto shares = unanimity_shares(n, a("delta"));
            for (std::size_t k = 0; k < shares.size(); ++k)
              outcomes.push_back({fmt::format("share_{}", k + 1), shares[k],
                                  fmt::format("in turn: share of who proposes in round {}", k + 1)});
            return outcomes;
          },
          .example = {{{"n", {3}}, {"delta", {0.9}}},
                      {{"proposer_by_lot", 0.4},
                       {"other_by_lot", 0.3},
                       {"share_1", 0.36900369003690037},
                       {"share_2", 0.33210332103321033},
                       {"share_3", 0.2988929889298893}}}};
}

TheoryModel baron_ferejohn() {
  return {.name = "baron-ferejohn",
          .question = "How does a proposer share when a majority is enough?",
          .source = "Baron and Ferejohn 1989, American Political Science Review 83(4)",
          .formula = "1 - d (n - 1) / (2 n) for the proposer, d / n for each of (n - 1) / 2 partners",
          .parameters = {whole("n", "parties", "number of parties, odd", 1, 9999),
                         share("delta", "discount", "everybody's discount factor")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const ProposerShares shares = majority_shares(a.whole("n"), a("delta"));
            return {{"proposer", shares.proposer, "share of the proposer"},
                    {"partner", shares.partner, "share of each party whose vote is bought; the others get nothing"}};
          },
          .example = {{{"n", {5}}, {"delta", {0.9}}}, {{"proposer", 0.64}, {"partner", 0.18}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            return a.whole("n") % 2 == 1 ? "" : "--n must be odd";
          }};
}

TheoryModel spoiler() {
  return {.name = "spoiler",
          .question = "Does it pay to bring in a party that may wreck the deal?",
          .source = "After Stedman 1997, International Security 22(2)",
          .formula = "pay iff s surplus > price",
          .parameters = {chance("s", "wreck-chance", "chance that it wrecks the deal when left out"),
                         not_negative("surplus", "worth", "what the deal is worth to the others", "share"),
                         not_negative("price", "cost", "what it takes to bring it in", "share")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const double gain = spoiler_gain(a("s"), a("surplus"), a("price"));
            return {{"gain", gain, "what the others gain by paying"}, whether("include", gain > 0, "it pays")};
          },
          .example = {{{"s", {0.3}}, {"surplus", {0.4}}, {"price", {0.1}}}, {{"gain", 0.02}, {"include", 1}}}};
}

}  // namespace

std::vector<TheoryModel> offer_models() {
  return {rubinstein(), rubinstein_limit(), outside_option(), inside_option(), breakdown(),
          nash(),       unanimity(),        baron_ferejohn(), spoiler()};
}

}  // namespace armistice::catalogue
