// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/exchange_offer.h"

#include <algorithm>

namespace armistice::collective {
namespace {

using std::abs;

// Comparisons that are open in doubles when the two are within a hair of each other.
struct Judge {
  bool sure = true;
  bool above(double a, double b, double hair) {
    if (std::abs(a - b) <= hair) sure = false;
    return a > b;
  }
  bool above(const Decimal28& a, const Decimal28& b, double) { return a > b; }
};

// A double keeps some 13 places of these sums; differences of less than a ten-millionth go to the decimals.
constexpr double hair = 1e-9, wide_hair = 1e-7;
template <class N>
const N least = [] {
  if constexpr (std::is_same_v<N, double>)
    return 1e-10;
  else
    return Decimal28(1) / (Decimal28(100000) * Decimal28(100000));
}();

template <class N>
bool is_legal(const ExchangeSide<N>& side, Judge& judge) {
  const N size = abs(side.move);
  if (!judge.above(size, least<N>, 9e-11)) return false;
  const bool whole = std::is_same_v<N, double> && side.whole;  // then it ends on a position of the scale
  if (!whole) {
    if (judge.above(size, N(100), hair) || judge.above(N(0), side.at + side.move, hair) ||
        judge.above(side.at + side.move, N(100), hair))
      return false;
  }
  if (side.moves.size() > 1) {
    N sum = N(0);
    for (const N& move : side.moves) sum = sum + move;
    if (judge.above(sum, N(100), hair)) return false;
  }
  const bool up = side.moves.front() > N(0);
  return std::all_of(side.moves.begin(), side.moves.end(), [&](const N& m) { return up ? m > N(0) : m < N(0); });
}

template <class N>
struct Reckoning {
  ExchangeOffer<N>& offer;
  const ExchangeBook<N>& book;
  Judge judge{};

  const N& aim(int k) const { return book.position[book.at(offer.side[1 - k].actor, offer.side[k].supplies)]; }
  std::size_t own(int k) const { return book.at(offer.side[k].actor, offer.side[k].supplies); }
  const N& total(int k) const { return book.total[static_cast<std::size_t>(offer.side[k].supplies)]; }
  N shift_of(int k, const N& move) const { return move * book.salience[own(k)] * book.capability[own(k)] / total(k); }
  N move_of(int k, const N& shift) const { return shift * total(k) / book.weight[own(k)]; }
  N gain_of(int k) const {
    const ExchangeSide<N>&side = offer.side[k], &other = offer.side[1 - k];
    return abs(side.shift * book.salience[own(k)] - other.shift * book.salience[book.at(side.actor, other.supplies)]);
  }
  // Lengths of moves become moves.
  void turn() {
    for (int k = 0; k < 2; ++k) {
      ExchangeSide<N>& side = offer.side[k];
      if (side.at > aim(k)) side.move = -side.move;
      side.moves.back() = side.move;
      side.to = std::is_same_v<N, double> && side.whole ? aim(k) : side.at + side.move;
    }
  }
  bool legal(int k) { return is_legal(offer.side[k], judge); }

  // Side k goes all the way, or only as far as the other can pay for.
  void start() {
    ExchangeSide<N>&i = offer.side[0], &j = offer.side[1];
    i.moves.emplace_back(), j.moves.emplace_back();
    j.move = abs(aim(1) - j.at);
    j.shift = shift_of(1, j.move), i.shift = offer.rate[1] * j.shift;
    i.move = move_of(0, i.shift);
    i.whole = false, j.whole = true;
    const N room = abs(aim(0) - i.at);
    if (judge.above(i.move, room, hair)) {
      i.move = room, i.whole = true, j.whole = false;
      i.shift = shift_of(0, room), j.shift = offer.rate[0] * i.shift;
      j.move = move_of(1, j.shift);
    }
    turn();
  }

  // The outcome must not go beyond the position of the one who asks for the move.
  void cap(int k) {
    ExchangeSide<N>&side = offer.side[k], &other = offer.side[1 - k];
    const N before = outcome_as_seen(offer, book, k, side.at), after = outcome_as_seen(offer, book, k, side.to);
    const N& wish = aim(k);
    const bool below = judge.above(before, wish, wide_hair), then_below = judge.above(after, wish, wide_hair);
    if (below ? !(after < wish) : !then_below || before == wish) return;
    N sum = N(0);
    for (const int actor : book.members[static_cast<std::size_t>(side.supplies)]) {
      const std::size_t at = book.at(actor, side.supplies);
      N x = actor == side.actor ? side.at : book.position[at];
      for (const auto& [who, where] : side.elsewhere)
        if (who == actor) x = where;
      sum = sum + x * book.salience[at] * book.capability[at];
    }
    side.move = abs((wish * total(k) - sum) / book.weight[own(k)]);
    side.shift = shift_of(k, side.move);
    other.shift = offer.rate[k] * side.shift;
    other.move = move_of(1 - k, other.shift);
    side.whole = other.whole = false;
    turn();
    offer.gain = gain_of(1 - k);
  }
};

}  // namespace

template <class N>
N outcome_as_seen(const ExchangeOffer<N>& offer, const ExchangeBook<N>& book, int k, const N& own) {
  const ExchangeSide<N>& side = offer.side[k];
  N sum = N(0);
  for (const int actor : book.members[static_cast<std::size_t>(side.supplies)]) {
    const std::size_t at = book.at(actor, side.supplies);
    const N* x = nullptr;
    for (const auto& [who, where] : side.elsewhere)
      if (who == actor) x = &where;
    if (actor == side.actor) x = &own;
    sum = sum + (x ? *x * book.salience[at] * book.capability[at] : book.term[at]);
  }
  return sum / book.total[static_cast<std::size_t>(side.supplies)];
}

template <class N>
void reckon(ExchangeOffer<N>& offer, const ExchangeBook<N>& book) {
  Reckoning<N> now{offer, book};
  now.start();
  offer.gain = now.gain_of(0);
  const bool first = now.legal(0), second = now.legal(1);
  offer.valid = first && second && now.judge.above(offer.gain, least<N>, 9e-11);
  if (offer.valid) {
    now.cap(0), now.cap(1);
    const bool legal = now.legal(0);
    offer.valid = now.legal(1) && legal;
  }
  if (!offer.equal) offer.gain = (now.gain_of(0) + now.gain_of(1)) / N(2);
  offer.sure = now.judge.sure;
}

template <class N>
bool take_notice(ExchangeOffer<N>& offer, const ExchangeBook<N>&, const ExchangeDone<N>& done) {
  bool touched = false;
  for (ExchangeSide<N>& side : offer.side)
    for (int z = 0; z < 2; ++z)
      if (side.actor == done.actor[z] && side.supplies == done.issue[z]) {
        side.at = done.to[z], side.moves.push_back(done.move[z]);
        touched = true;
      }
  for (const int z : {1, 0}) {  // z asked for a move of 1 - z on this issue
    const int issue = done.issue[1 - z];
    for (int k = 0; k < 2; ++k) {
      ExchangeSide<N>& side = offer.side[k];
      if (side.supplies != issue || offer.side[1 - k].actor != done.actor[z]) continue;
      touched = true;
      const int mover = done.actor[1 - z];
      const N &start = done.start[1 - z], &to = done.to[1 - z];
      auto known =
          std::find_if(side.elsewhere.begin(), side.elsewhere.end(), [&](auto& x) { return x.first == mover; });
      if (known == side.elsewhere.end())
        side.elsewhere.emplace_back(mover, to);
      else
        known->second = start <= known->second ? std::min(known->second, to) : std::max(known->second, to);
    }
  }
  if (touched)
    for (ExchangeSide<N>& side : offer.side) side.moves.pop_back();
  return touched;
}

#define ARMISTICE_EXCHANGE(N)                                                                        \
  template void reckon(ExchangeOffer<N>&, const ExchangeBook<N>&);                                   \
  template bool take_notice(ExchangeOffer<N>&, const ExchangeBook<N>&, const ExchangeDone<N>& done); \
  template N outcome_as_seen(const ExchangeOffer<N>&, const ExchangeBook<N>&, int, const N&);
ARMISTICE_EXCHANGE(double)
ARMISTICE_EXCHANGE(Decimal28)
#undef ARMISTICE_EXCHANGE

}  // namespace armistice::collective
