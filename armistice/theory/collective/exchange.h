// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "armistice/theory/collective/field.h"
#include "armistice/theory/collective/prediction.h"

// The position-exchange model (Stokman and Van Oosten 1994, "The exchange of voting positions", in Bueno de Mesquita
// and Stokman, European Community Decision Making; the rules in detail are those of the program decide-exchange-model).
// Two actors who stand on opposite sides of the expected outcome on two issues each give way on the issue that matters
// less to them. The outcome of an issue is the mean of voting positions weighted by capability times salience.
namespace armistice::collective {

enum class ExchangeRates : std::uint8_t { equal, random };
enum class ExchangeTies : std::uint8_t { fixed, coins };

struct ExchangeChoices {
  ExchangeRates rates = ExchangeRates::equal;
  double randomness = 1;  // with random rates, 0: equal gain after all, 1: any rate at which neither loses
  ExchangeTies ties = ExchangeTies::fixed;
  double externalities = 0;      // how much the gains and losses of third parties count in which exchange comes first
  int rounds = 1;                // the published model is one round
  double salience_weight = 0.4;  // between rounds: x' = x + (a (1 - s) + b) (y - x), this is a
  double fixed_weight = 0.1;     // and this is b

  static constexpr std::array<std::string_view, 2> rate_names = {"equal", "random"};
  static constexpr std::array<std::string_view, 2> tie_names = {"fixed", "coins"};

  // f(name, member, names of its values, meaning) for a switch, f(name, member, meaning) for a number.
  static void list(auto& s, auto f) {
    f("rates", s.rates, rate_names, "both gain the same, or a rate at random");
    f("randomness", s.randomness, "random rates: from 0 (equal gain) to 1 (any rate at which neither loses)");
    f("ties", s.ties, tie_names, "of equally good exchanges the first in a fixed order, or one by lot");
    f("externalities", s.externalities, "weight of third parties' gains in which exchange comes first");
    f("rounds", s.rounds, "rounds of exchanges; the published model is one");
    f("salience_weight", s.salience_weight, "share of its move that an actor keeps after a round, times 1 - salience");
    f("fixed_weight", s.fixed_weight, "share of its move that an actor keeps after a round whatever its salience");
  }
};

// One exchange: actor[k] gives way on issue[k] and gains on issue[1 - k].
struct Exchange {
  std::array<int, 2> actor{}, issue{};
  std::array<double, 2> from{}, to{};  // positions at the start of the round and now, on the issue's scale
  std::array<double, 2> gain{};        // salience times the outcome's shift, scales counted from 0 to 100
  std::vector<double> others;          // [actor] what third parties gain or lose by it, in the same unit
};

struct ExchangeRound {
  std::vector<double> before, after;  // [issue] outcomes on the positions and on the voting positions
  std::vector<Exchange> exchanges;    // in the order in which they are made
  std::vector<double> votes;          // [actor * issues + issue] voting positions
};

// All rounds, until one goes by without an exchange. Known answer, the program's sample of ten actors and six issues:
// 39, 37, 36, 42 and 35 exchanges, the first of them at a gain of 1.9736842105263157; the first issue's outcome goes
// from 49.353 to 67.178.
std::vector<ExchangeRound> exchange_rounds(const Field& field, const ExchangeChoices& choices = {},
                                           const Luck& luck = {});

// The forecast is the outcome on the last round's voting positions; positions[t] are the voting positions of round t,
// outcomes[t] the outcomes on them.
// An actor without capability or salience on an issue has nothing to offer there; who takes no part does not trade.
Prediction exchange(const Field& field, const ExchangeChoices& choices = {}, const Luck& luck = {});

}  // namespace armistice::collective
