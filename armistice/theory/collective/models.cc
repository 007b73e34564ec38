// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/models.h"

#include <cmath>

#include "armistice/theory/collective/atoms.h"
#include "armistice/theory/collective/ensemble.h"
#include "armistice/theory/collective/simple.h"

namespace armistice::collective {
namespace {

template <Prediction (*model)(const Field&)>
Prediction without_choices(const Field& field, const Choices&) {
  return model(field);
}

// What the models have of their own.
void corrected(Choices& c) { c.spatial.mode = SpatialMode::corrected; }
void literal(Choices& c) { c.spatial.mode = SpatialMode::literal; }
template <std::size_t preset>
void as_preset(Choices& c) {
  c.expected_utility = expected_utility_presets()[preset].choices;
}
void at_random(Choices& c) { c.exchange.rates = ExchangeRates::random, c.exchange.ties = ExchangeTies::coins; }
void iterated(Choices& c) { c.exchange.rounds = 5; }
void against_the_worst(Choices& c) { c.nash.disagreement = Disagreement::worst; }

template <void (*sets)(Choices&)>
Prediction spatial_with(const Field& field, const Choices& choices) {
  Choices own = choices;
  sets(own);
  return spatial(field, own.spatial, own.luck);
}
Prediction expected_utility_as_chosen(const Field& field, const Choices& choices) {
  return expected_utility(field, choices.expected_utility);
}
template <std::size_t preset>
Prediction expected_utility_as(const Field& field, const Choices&) {
  return expected_utility(field, expected_utility_presets()[preset].choices);
}
Prediction exchange_as_chosen(const Field& field, const Choices& choices) {
  return exchange(field, choices.exchange, choices.luck);
}

// Random rates are played many times over: the distribution is that of the outcomes, the forecast their mean; the moves
// are those of the first play.
Prediction exchange_at_random(const Field& field, const Choices& choices) {
  constexpr std::uint32_t plays = 10;
  Choices own = choices;
  at_random(own);
  Prediction all;
  std::vector<Atoms> outcomes(field.issues.size());
  for (std::uint32_t play = 0; play < plays; ++play) {
    Prediction one = exchange(field, own.exchange, {choices.luck.seed, choices.luck.run * plays + play});
    for (std::size_t k = 0; k < one.forecast.size(); ++k)
      if (!std::isnan(one.forecast[k])) outcomes[k].push_back({one.forecast[k], 1.0});
    if (play == 0) all = std::move(one);
  }
  for (std::size_t k = 0; k < all.forecast.size(); ++k) {
    outcomes[k] = tidied(std::move(outcomes[k]));
    all.forecast[k] = mean_of(outcomes[k]);
  }
  all.distribution = std::move(outcomes);
  return all;
}
Prediction exchange_iterated(const Field& field, const Choices& choices) {
  Choices own = choices;
  iterated(own);
  return exchange(field, own.exchange, own.luck);
}
Prediction agenda_setter(const Field& field, const Choices& choices) { return procedural(field, choices.procedural); }
Prediction nash_as_chosen(const Field& field, const Choices& choices) { return nash(field, choices.nash); }
Prediction nash_against_the_worst(const Field& field, const Choices& choices) {
  Choices own = choices;
  against_the_worst(own);
  return nash(field, own.nash);
}

Prediction ensemble_as_fitted(const Field& field, const Choices&) { return ensemble(field); }

constexpr CollectiveModel models[] = {
    {"compromise", "weighted mean", "加权均值", "Van den Bos 1991", without_choices<compromise>},
    {"mean", "mean", "均值", "everybody counted once", without_choices<mean>},
    {"weighted-median", "weighted median", "加权中位数", "Black 1948", without_choices<weighted_median>},
    {"median", "median", "中位数", "Black 1948, everybody counted once", without_choices<median>},
    {"mode", "position with most weight", "权重最大的立场", "the largest share of capability times salience",
     without_choices<mode>},
    {"spatial", "spatial model, corrected", "空间政治模型（修正）", "KTAB's SMP with its known defects mended",
     spatial_with<corrected>, "spatial", corrected},
    {"ktab", "spatial model, as KTAB computes", "空间政治模型（KTAB 原样）", "KTAB 2017, SMP", spatial_with<literal>,
     "spatial", literal},
    {"expected-utility", "expected utility", "期望效用", "Bueno de Mesquita 1994; Scholz, Calbert and Smith 2011",
     expected_utility_as_chosen, "expected-utility"},
    {"expected-utility:papers", "expected utility, by the papers", "期望效用（按论文）",
     "Bueno de Mesquita 1985, 1994, as the equations stand", expected_utility_as<1>, "expected-utility", as_preset<1>},
    {"expected-utility:dmasad", "expected utility, dmasad's reading", "期望效用（dmasad 版）", "a published program",
     expected_utility_as<2>, "expected-utility", as_preset<2>},
    {"expected-utility:dersblog", "expected utility, dersblog's reading", "期望效用（dersblog 版）",
     "a published program", expected_utility_as<3>, "expected-utility", as_preset<3>},
    {"expected-utility:minimalgeek", "expected utility, minimalgeek's reading", "期望效用（minimalgeek 版）",
     "a published program", expected_utility_as<4>, "expected-utility", as_preset<4>},
    {"exchange", "position exchange", "立场交换", "Stokman and Van Oosten 1994", exchange_as_chosen, "exchange"},
    {"exchange-random", "position exchange, random rates", "立场交换（随机比率）", "decide-exchange-model, ten plays",
     exchange_at_random, "exchange", at_random},
    {"exchange-iterated", "position exchange, five rounds", "立场交换（五轮）",
     "decide-exchange-model, votes become positions", exchange_iterated, "exchange", iterated},
    {"agenda-setter", "agenda setter", "议程设定者", "Romer and Rosenthal 1978; Crombez 1996", agenda_setter,
     "agenda-setter"},
    {"nash", "Nash bargaining", "纳什谈判", "Nash 1950; Harsanyi and Selten 1972", nash_as_chosen, "nash"},
    {"nash:worst", "Nash bargaining against the worst end", "纳什谈判（以最坏端为破裂点）",
     "Achen 2006, in The European Union Decides", nash_against_the_worst, "nash", against_the_worst},
    {"ensemble", "our ensemble", "本程序的集成", "stacked on decisions of the European Union", ensemble_as_fitted},
};

}  // namespace

std::span<const CollectiveModel> collective_models() { return models; }

const CollectiveModel* find_model(std::string_view name) {
  for (const CollectiveModel& model : models)
    if (model.name == name) return &model;
  return nullptr;
}

}  // namespace armistice::collective
