// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/exchange.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>

namespace armistice::collective {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Field field_of(std::size_t actors, std::size_t issues) {
  Field field;
  field.actors.resize(actors), field.issues.resize(issues);
  field.low.assign(issues, 0), field.high.assign(issues, 100);
  field.capability.assign(actors * issues, 1), field.salience.assign(actors * issues, 0.5);
  field.position.assign(actors * issues, 50);
  return field;
}

// The program's sample: ten actors, six issues, the second of which goes from 0.5 to 7.
Field sample() {
  Field field = field_of(10, 6);
  field.low[1] = 0.5, field.high[1] = 7;
  field.position = {100, 3,  100, 100, 25, 75,  50, 3,  75, 100, 25, 25, 100, 5,  100, 100, 50, 100, 0,   0.5,
                    0,   0,  50,  0,   75, 2,   75, 50, 0,  0,   25, 1,  25,  50, 25,  50,  25, 3,   50,  75,
                    25,  50, 75,  3,   75, 100, 50, 75, 25, 1,   0,  0,  50,  25, 0,   0.5, 0,  0,   100, 100};
  field.salience = {.95, .7, .9, .8, .6, .95, .8, .7, .7, .6, .5, .8, .95, .9, .95, .8, .4, .9,  .9, .5,
                    .9,  .9, .8, .7, .7, .5,  .6, .4, .3, .7, .8, .6, .7,  .4, .5,  .6, .5, .3,  .5, .6,
                    .5,  .7, .7, .5, .6, .6,  .5, .8, .8, .6, .7, .9, .5,  .8, .95, .8, 1,  .95, .9, .9};
  const double power[] = {1, 1, .6, .5, .4, .5, .2, .2, .6, .9};
  for (std::size_t k = 0; k < 60; ++k) field.capability[k] = power[k / 6];
  return field;
}

Field random_field(std::uint64_t seed, std::size_t actors, std::size_t issues, bool coarse) {
  std::mt19937_64 engine(seed);
  const auto uniform = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
  Field field = field_of(actors, issues);
  for (std::size_t k = 0; k < actors * issues; ++k) {
    field.position[k] = coarse ? 25 * std::floor(5 * uniform()) : 100 * uniform();
    field.salience[k] = coarse ? std::floor(1 + 5 * uniform()) / 5 : uniform();
    field.capability[k] = uniform();
  }
  return field;
}

TEST(Exchange, SampleByHand) {
  ExchangeChoices choices;
  choices.rounds = 5;
  const std::vector<ExchangeRound> rounds = exchange_rounds(sample(), choices);
  ASSERT_EQ(rounds.size(), 5u);
  const std::size_t counts[] = {39, 37, 36, 42, 35};
  for (std::size_t t = 0; t < 5; ++t) EXPECT_EQ(rounds[t].exchanges.size(), counts[t]) << t;
  EXPECT_NEAR(rounds[0].before[0], 49.353233830845774, 1e-12);
  EXPECT_NEAR(rounds[0].after[0], 67.17785605246, 1e-10);
  EXPECT_NEAR(rounds[0].after[1], 3.659033078880407, 1e-12);
  EXPECT_NEAR(rounds[2].after[3], 5.701451750884691, 1e-10);
  const Exchange& first = rounds[0].exchanges[0];
  EXPECT_EQ(first.actor, (std::array{0, 9}));
  EXPECT_EQ(first.issue, (std::array{4, 0}));
  EXPECT_EQ(first.to[0], 100);
  EXPECT_NEAR(first.to[1], 61.05117364047237, 1e-12);
  EXPECT_NEAR(first.gain[0], 1.9736842105263157, 1e-12);
}

TEST(Exchange, SampleFile) {
  const std::filesystem::path file = ARMISTICE_ROOT "/../shared/cases/exchange/sample_data.expected.json";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no " << file;
  const auto expected = nlohmann::json::parse(std::ifstream(file));
  ExchangeChoices choices;
  choices.rounds = 5;
  const std::vector<ExchangeRound> rounds = exchange_rounds(sample(), choices);
  const auto near = [](double a, double b) { EXPECT_NEAR(a, b, 1e-9 * std::max(1e-3, std::abs(b))); };
  ASSERT_EQ(rounds.size(), expected["iterations"].size());
  for (std::size_t t = 0; t < rounds.size(); ++t) {
    const auto& there = expected["iterations"][t];
    for (std::size_t p = 0; p < 6; ++p) {
      const std::string issue = expected["issues"][p];
      near(rounds[t].before[p], there["nbs_before"][issue]);
      near(rounds[t].after[p], there["nbs_after_voting_positions"][issue]);
    }
    ASSERT_EQ(rounds[t].exchanges.size(), there["n_exchanges"]);
    if (there["exchanges"].is_null()) continue;
    for (std::size_t k = 0; k < rounds[t].exchanges.size(); ++k) {
      const Exchange& mine = rounds[t].exchanges[k];
      const auto& one = there["exchanges"][k];
      for (std::size_t side = 0; side < 2; ++side) {
        const std::string s = side == 0 ? "i" : "j";
        const auto who = static_cast<std::size_t>(mine.actor[side]), what = static_cast<std::size_t>(mine.issue[side]);
        EXPECT_EQ(expected["actors"][who], one[s]) << k;
        EXPECT_EQ(expected["issues"][what], one[s + "_supply"]) << k;
        // The file counts positions from 0 to 100.
        const Field field = sample();
        const auto percent = [&](double x) {
          return (x - field.low[what]) / (field.high[what] - field.low[what]) * 100;
        };
        EXPECT_NEAR(percent(mine.from[side]), one[s + "_from"].get<double>(), 1e-9) << k;
        EXPECT_NEAR(percent(mine.to[side]), one[s + "_to"].get<double>(), 1e-9) << k;
        near(mine.gain[side], one["gain"]);
      }
    }
  }
}

TEST(Exchange, NobodyWhoTradesLosesAndEqualGainIsEqual) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const Field field = random_field(seed, 3 + seed % 5, 2 + seed % 4, seed % 2 == 0);
    ExchangeChoices random;
    random.rates = ExchangeRates::random;
    for (const Exchange& e : exchange_rounds(field)[0].exchanges) {
      EXPECT_NEAR(e.gain[0], e.gain[1], 1e-9);
      EXPECT_GT(e.gain[0], 0);
    }
    for (const Exchange& e : exchange_rounds(field, random, {seed, 0})[0].exchanges)
      for (const double gain : e.gain) EXPECT_GE(gain, 0);
    random.randomness = 0;
    EXPECT_EQ(exchange(field, random).forecast, exchange(field).forecast);
  }
}

TEST(Exchange, RandomRatesAreThoseOfTheSeed) {
  const Field field = random_field(3, 8, 5, false);
  ExchangeChoices random;
  random.rates = ExchangeRates::random;
  EXPECT_EQ(exchange(field, random, {7, 1}).forecast, exchange(field, random, {7, 1}).forecast);
  EXPECT_NE(exchange(field, random, {7, 1}).forecast, exchange(field, random, {7, 2}).forecast);
}

TEST(Exchange, ThirdPartiesCanPutAnotherExchangeFirst) {
  const Field field = random_field(5, 8, 5, false);
  ExchangeChoices kind;
  kind.externalities = 10;
  const auto first = exchange_rounds(field)[0].exchanges.front(),
             other = exchange_rounds(field, kind)[0].exchanges.front();
  const auto sum = [](const Exchange& e) {
    double total = 0;
    for (const double x : e.others) total += x;
    return total;
  };
  EXPECT_GT(sum(other), sum(first));
  EXPECT_LE(other.gain[0], first.gain[0] * (1 + 1e-12));
  for (const std::size_t k : {0u, 1u}) EXPECT_EQ(first.others[static_cast<std::size_t>(first.actor[k])], 0);
}

TEST(Exchange, ScalesDoNotMatter) {
  const Field field = random_field(9, 7, 4, false);
  Field wide = field;
  for (std::size_t p = 0; p < 4; ++p) wide.low[p] = -300, wide.high[p] = 700;
  for (double& x : wide.position) x = -300 + 10 * x;
  const auto one = exchange(field).forecast, other = exchange(wide).forecast;
  for (std::size_t p = 0; p < 4; ++p) EXPECT_NEAR(other[p], -300 + 10 * one[p], 1e-8);
}

TEST(Exchange, NamesDoNotMatter) {
  const std::size_t n = 7, m = 4;
  const Field field = random_field(11, n, m, false);
  Field turned = field;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t p = 0; p < m; ++p) {
      const std::size_t from = i * m + p, to = (n - 1 - i) * m + (m - 1 - p);
      turned.position[to] = field.position[from], turned.salience[to] = field.salience[from];
      turned.capability[to] = field.capability[from];
    }
  const auto one = exchange(field).forecast, other = exchange(turned).forecast;
  for (std::size_t p = 0; p < m; ++p) EXPECT_NEAR(other[m - 1 - p], one[p], 1e-9);
}

TEST(Exchange, NothingToTrade) {
  Field one_issue = random_field(1, 5, 1, false);
  EXPECT_TRUE(exchange(one_issue).moves.empty());
  Field equal = field_of(4, 3);
  EXPECT_TRUE(exchange(equal).moves.empty());
  EXPECT_EQ(exchange(equal).forecast, (std::vector<double>{50, 50, 50}));
  for (auto Field::*member : {&Field::salience, &Field::capability}) {
    Field none = random_field(2, 4, 3, true);
    std::fill((none.*member).begin(), (none.*member).end(), 0);
    EXPECT_TRUE(exchange(none).moves.empty());
  }
  Field alone = random_field(3, 1, 2, false);
  EXPECT_EQ(exchange(alone).forecast.size(), 2u);
}

// Two actors, opposed on two issues, who care for one each: both give way wholly.
TEST(Exchange, TwoActorsOpposedOnDichotomies) {
  Field field = field_of(2, 2);
  field.position = {0, 0, 100, 100};
  field.salience = {0.9, 0.1, 0.1, 0.9};
  const ExchangeRound round = exchange_rounds(field)[0];
  ASSERT_EQ(round.exchanges.size(), 1u);
  EXPECT_NEAR(round.before[0], 10, 1e-12);
  EXPECT_NEAR(round.after[0], 0, 1e-12);
  EXPECT_NEAR(round.after[1], 100, 1e-12);
  EXPECT_NEAR(round.exchanges[0].gain[0], 8, 1e-12);  // the outcomes move by 10 each: 10 x 0.9 - 10 x 0.1
}

// Who stands on the expected outcome counts as below it. The numbers are the program's; were C above, it would not
// trade.
TEST(Exchange, OnTheOutcomeCountsAsBelow) {
  Field field = field_of(3, 2);
  field.position = {0, 0, 100, 100, 50, 0};
  field.salience = {0.8, 0.5, 0.8, 0.8, 1, 0.4};
  const ExchangeRound round = exchange_rounds(field)[0];
  EXPECT_EQ(round.before[0], 50);
  ASSERT_EQ(round.exchanges.size(), 2u);
  EXPECT_EQ(round.exchanges[0].actor, (std::array{2, 1}));
  EXPECT_NEAR(round.exchanges[0].to[0], 98.07692307692308, 1e-12);
  EXPECT_NEAR(round.exchanges[0].gain[0], 6.153846153846154, 1e-12);
  EXPECT_NEAR(round.exchanges[1].to[0], 64.37869822485207, 1e-12);
  EXPECT_NEAR(round.after[0], 19.23076923076923, 1e-12);
  EXPECT_NEAR(round.after[1], 89.0706578489384, 1e-12);
}

TEST(Exchange, WhoTakesNoPartDoesNotTrade) {
  Field field = random_field(4, 6, 3, false);
  field.position[field.at(2, 1)] = nan;
  const Prediction said = exchange(field);
  for (const Move& move : said.moves) EXPECT_FALSE(move.actor == 2 && move.issue == 1);
  EXPECT_TRUE(std::isnan(said.positions.back()[field.at(2, 1)]));
  EXPECT_FALSE(std::isnan(said.forecast[1]));
}

}  // namespace
}  // namespace armistice::collective
