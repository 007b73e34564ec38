// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "armistice/theory/collective/exchange.h"
#include "armistice/theory/collective/exchange_offer.h"

// One round of the position-exchange model: all offers, and which is taken next.
namespace armistice::collective {

struct ExchangeMarket {
  // An offer in doubles; in decimals as well once something hung on the last digit.
  struct Entry {
    ExchangeOffer<double> offer;
    std::size_t since = 0;    // how many exchanges had been made when it was last reckoned
    std::int32_t exact = -1;  // place in `exacts`
    bool open = true;
    double lot = 0;
  };
  struct Exact {
    ExchangeOffer<Decimal28> offer;
    std::size_t noticed = 0;  // how many of `done` it has taken notice of
    bool fresh = true;        // reckoned since the last that touched it
  };

  const ExchangeChoices* choices = nullptr;
  ExchangeBook<Decimal28> exact_book;
  ExchangeBook<double> book;
  std::vector<Entry> entries;  // in the order of pairs of issues, then of actors
  std::vector<double> values;  // what each is worth now, lowest where it is no longer open
  std::vector<Exact> exacts;
  std::vector<ExchangeDone<Decimal28>> exact_done;
  std::vector<ExchangeDone<double>> done;
  std::vector<std::vector<std::int32_t>> touching;  // [actor * issues + issue] offers in which it is supplied or asked
  ExchangeOffer<Decimal28> taken;                   // the last that was taken
};

// All offers of a round. Positions are counted from 0 to 100; an actor without weight offers nothing.
ExchangeMarket open_market(const ExchangeBook<Decimal28>& book, const ExchangeChoices& choices, const Luck& luck,
                           std::uint32_t round);

// Takes the best offer, in decimals, and reckons again what it touches; false when there is none left.
bool take_best(ExchangeMarket& market);

Decimal28 outcome_of(const ExchangeBook<Decimal28>& book, int issue, const std::vector<Decimal28>& votes);

}  // namespace armistice::collective
