// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numeric>

#include "armistice/theory/catalogue_entries.h"
#include "armistice/theory/scoring.h"

namespace armistice::catalogue {
namespace {

TheoryParameter happened() { return whole("o", "outcome", "1 it happened, 0 it did not", 0, 1); }

TheoryModel brier() {
  return {.name = "brier",
          .question = "How good was a chance given for one event? (0 best, 1 worst)",
          .source = "Brier 1950, Monthly Weather Review 78(1)",
          .formula = "(p - o)^2",
          .parameters = {chance("p", "chance", "that was forecast"), happened()},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            return {{"score", brier_score(a("p"), a("o") == 1), "smaller is better"}};
          },
          .example = {{{"p", {0.7}}, {"o", {1}}}, {{"score", 0.09}}}};
}

TheoryModel log_score_model() {
  return {.name = "log-score",
          .question = "How surprising was what happened, given the forecast?",
          .source = "Good 1952, Journal of the Royal Statistical Society B 14(1)",
          .formula = "-ln of the chance given to what happened",
          .parameters = {chance("p", "chance", "that was forecast"), happened()},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            return {{"score", log_score(a("p"), a("o") == 1), "in nats; smaller is better"}};
          },
          .example = {{{"p", {0.7}}, {"o", {1}}}, {{"score", 0.35667494393873245}}}};
}

TheoryModel rps() {
  return {.name = "rps",
          .question = "How good were chances of ordered categories?",
          .source = "Epstein 1969, Journal of Applied Meteorology 8(6)",
          .formula = "sum of (F_k - O_k)^2, not normalised",
          .parameters = {list_of(chance("p", "chances", "of the categories, in order; they sum to 1")),
                         whole("o", "outcome", "the category that happened, counted from 1", 1, 1000)},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            return {{"score", ranked_probability_score(a.list("p"), a.whole("o") - 1), "smaller is better"}};
          },
          .example = {{{"p", {0.2, 0.5, 0.3}}, {"o", {3}}}, {{"score", 0.53}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            const std::vector<double>& p = a.list("p");
            if (std::fabs(std::accumulate(p.begin(), p.end(), 0.0) - 1) > 1e-6) return "--p does not sum to 1";
            return a("o") <= static_cast<double>(p.size()) ? "" : "--o is beyond the last category of --p";
          }};
}

TheoryModel murphy() {
  return {.name = "murphy",
          .question = "Are forecasts calibrated, and do they tell cases apart?",
          .source = "Murphy 1973, Journal of Applied Meteorology 12(4)",
          .formula = "Brier = reliability - resolution + uncertainty; skill 1 - Brier / uncertainty",
          .parameters = {list_of(chance("p", "chances", "that were forecast, one for each case")),
                         list_of(whole("o", "outcomes", "1 it happened, 0 it did not", 0, 1))},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const MurphyParts parts = murphy_parts(a.list("p"), a.list("o"));
            return {{"brier", parts.brier, "mean Brier score; smaller is better"},
                    {"reliability", parts.reliability, "how far chances lie from frequencies; 0 is calibrated"},
                    {"resolution", parts.resolution, "how well cases are told apart; larger is better"},
                    {"uncertainty", parts.uncertainty, "of the cases themselves"},
                    {"skill", parts.skill, "over always saying the base rate; 1 perfect, 0 none"}};
          },
          .example = {{{"p", {0.1, 0.1, 0.1, 0.5, 0.5, 0.9, 0.9, 0.9}}, {"o", {0, 0, 1, 1, 0, 1, 1, 1}}},
                      {{"brier", 0.17},
                       {"reliability", 0.024166666666666663},
                       {"resolution", 0.08854166666666667},
                       {"uncertainty", 0.234375},
                       {"skill", 0.2746666666666666}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            return a.list("p").size() == a.list("o").size() ? "" : "--p and --o have different lengths";
          }};
}

constexpr const char* crps_question = "How good was a forecast of one number?";

TheoryModel crps_normal_model() {
  return {.name = "crps-normal",
          .question = std::string(crps_question) + " Normal",
          .source = "Gneiting, Raftery, Westveld and Goldman 2005, Monthly Weather Review 133(5)",
          .formula = "s [z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi)]",
          .parameters = {number("mean", "mu", "mean of the forecast"),
                         positive("sd", "sigma", "its standard deviation"), number("y", "observed", "what came")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            return {{"score", crps_normal(a("mean"), a("sd"), a("y")), "in the unit of the number; smaller is better"}};
          },
          .example = {{{"mean", {0}}, {"sd", {1}}, {"y", {0.5}}}, {{"score", 0.3314035312548559}}}};
}

TheoryModel crps_exponential() {
  return {
      .name = "crps-exponential",
      .question = std::string(crps_question) + " Exponential",
      .source = "Gneiting and Raftery 2007, Journal of the American Statistical Association 102",
      .formula = "y - (2 / l) (1 - e^(-l y)) + 1 / (2 l)",
      .parameters = {positive("mean", "scale", "mean of the forecast, 1 / l"),
                     not_negative("y", "observed", "what came")},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        return {{"score", crps(ExponentialLaw{1 / a("mean")}, a("y")), "in the unit of the number; smaller is better"}};
      },
      .example = {{{"mean", {400}}, {"y", {150}}}, {{"score", 99.83142303277779}}}};
}

TheoryModel crps_lognormal() {
  return {.name = "crps-lognormal",
          .question = std::string(crps_question) + " Lognormal",
          .source = "Baran and Lerch 2015, Quarterly Journal of the Royal Meteorological Society 141",
          .formula = "y (2 Phi(z) - 1) - 2 e^(mu + s^2 / 2) (Phi(z - s) + Phi(s / sqrt(2)) - 1)",
          .parameters = {number("mu", "log-mean", "mean of the logarithm"),
                         positive("sigma", "log-sd", "standard deviation of the logarithm"),
                         positive("y", "observed", "what came")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            return {{"score", crps(LognormalLaw{a("mu"), a("sigma")}, a("y")),
                     "in the unit of the number; smaller is better"}};
          },
          .example = {{{"mu", {5.035631855270899}}, {"sigma", {1.475309400835376}}, {"y", {365}}},
                      {{"score", 126.22230989056962}}}};
}

TheoryModel crps_ensemble_model() {
  return {
      .name = "crps-ensemble",
      .question = std::string(crps_question) + " A set of runs",
      .source = "Gneiting and Raftery 2007, Journal of the American Statistical Association 102; Ferro 2014, QJRMS 140",
      .formula = "mean |x - y| - mean |x - x'| / 2; fair: without the members' distance to themselves",
      .parameters = {list_of(number("x", "members", "numbers of the runs")), number("y", "observed", "what came")},
      .evaluate = [](const TheoryArguments& a) -> TheoryResults {
        const std::vector<double>& x = a.list("x");
        return {{"score", crps_ensemble(x, a("y"), false), "in the unit of the number; smaller is better"},
                {"fair", x.size() > 1 ? crps_ensemble(x, a("y"), true) : none, "as if there were endless runs"}};
      },
      .example = {{{"x", {90, 150, 200, 400, 900}}, {"y", {365}}}, {{"score", 95.4}, {"fair", 58}}}};
}

TheoryModel winkler() {
  return {.name = "winkler",
          .question = "How good was an interval?",
          .source = "Winkler 1972, Journal of the American Statistical Association 67",
          .formula = "u - l + (2 / alpha) times how far y lies outside",
          .parameters = {number("low", "l", "lower end"), number("high", "u", "upper end"),
                         number("y", "observed", "what came"),
                         open_chance("alpha", "outside", "chance that the interval leaves out: 0.1 for 90 %")},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            return {{"score", interval_score({a("low"), a("high")}, a("y"), a("alpha")),
                     "in the unit of the number; smaller is better"}};
          },
          .example = {{{"low", {100}}, {"high", {400}}, {"y", {450}}, {"alpha", {0.1}}}, {{"score", 1300}}},
          .objection = [](const TheoryArguments& a) -> std::string {
            return a("low") <= a("high") ? "" : "--low is above --high";
          }};
}

TheoryModel duration_score() {
  return {.name = "duration-score",
          .question = "How good was a Weibull forecast of a duration that may not be over?",
          .source = "Good 1952, Journal of the Royal Statistical Society B 14(1), for censored times",
          .formula = "-ln density if it ended, -ln S(days) if it goes on",
          .parameters = {positive("shape", "k", "shape of the Weibull"), positive("scale", "b", "its scale", "days"),
                         positive("days", "t", "how long it has lasted", "days"),
                         or_else(whole("ended", "over", "1 it ended then, 0 it goes on", 0, 1), 1)},
          .evaluate = [](const TheoryArguments& a) -> TheoryResults {
            const WeibullLaw law{a("shape"), a("scale")};
            return {{"score", duration_log_score(law, {a("days"), a("ended") == 1}), "smaller is better"}};
          },
          .example = {{{"shape", {0.7146}}, {"scale", {320.87}}, {"days", {1640}}, {"ended", {0}}},
                      {{"score", 3.2085190985445964}}}};
}

}  // namespace

std::vector<TheoryModel> score_models() {
  return {brier(),          log_score_model(),     rps(),     murphy(),        crps_normal_model(), crps_exponential(),
          crps_lognormal(), crps_ensemble_model(), winkler(), duration_score()};
}

}  // namespace armistice::catalogue
