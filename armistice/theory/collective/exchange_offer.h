// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <utility>
#include <vector>

#include "armistice/theory/collective/decimal28.h"

// One possible exchange between two actors on two issues, scales counted from 0 to 100, reckoned in doubles or, where
// that leaves a comparison open, in decimals.
namespace armistice::collective {

// What does not change within a round.
template <class N>
struct ExchangeBook {
  std::size_t issues = 0;
  std::vector<N> position, salience, capability, weight, term;  // [actor * issues + issue]; term = x s c
  std::vector<N> total;                                         // [issue] sum of weights
  std::vector<std::vector<int>> members;                        // [issue] who takes part
  std::size_t at(int actor, int issue) const {
    return static_cast<std::size_t>(actor) * issues + static_cast<std::size_t>(issue);
  }
};

template <class N>
struct ExchangeSide {
  int actor = 0, supplies = 0;
  N at{}, to{}, move{}, shift{};             // voting position so far and then; the shift of the outcome
  bool whole = false;                        // it goes all the way to the other's position
  std::vector<N> moves;                      // earlier moves that count against the length of the scale, then this one
  std::vector<std::pair<int, N>> elsewhere;  // voting positions of others on this issue that have come to its notice
};

template <class N>
struct ExchangeOffer {
  ExchangeSide<N> side[2];
  N rate[2];          // the other's shift for a shift of 1
  N gain{};           // equal gain: of both; else the mean of the two
  bool equal = true;  // the rate is that of equal gain
  bool valid = true, sure = true;
};

// An exchange that has been made.
template <class N>
struct ExchangeDone {
  int actor[2], issue[2];
  N start[2], to[2], move[2];
};

// Reckons the offer from the voting positions it knows of. `sure` is false when doubles leave a comparison open.
template <class N>
void reckon(ExchangeOffer<N>& offer, const ExchangeBook<N>& book);

// Takes notice of an exchange that has been made; true if that touches the offer, which must be reckoned again.
template <class N>
bool take_notice(ExchangeOffer<N>& offer, const ExchangeBook<N>& book, const ExchangeDone<N>& done);

// The outcome of an issue by what side k of the offer knows, with its own voting position at `own`.
template <class N>
N outcome_as_seen(const ExchangeOffer<N>& offer, const ExchangeBook<N>& book, int k, const N& own);

}  // namespace armistice::collective
