// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/exchange_market.h"

#include <algorithm>
#include <cmath>

#include "armistice/base/philox.h"

namespace armistice::collective {
namespace {

using Entry = ExchangeMarket::Entry;
using Exact = ExchangeMarket::Exact;

ExchangeBook<double> in_doubles(const ExchangeBook<Decimal28>& book) {
  const auto all = [](const std::vector<Decimal28>& from) {
    std::vector<double> to;
    for (const Decimal28& x : from) to.push_back(to_double(x));
    return to;
  };
  return {book.issues,      all(book.position), all(book.salience), all(book.capability),
          all(book.weight), all(book.term),     all(book.total),    book.members};
}

template <class N>
ExchangeSide<N> side_of(const ExchangeBook<N>& book, int actor, int supplies) {
  ExchangeSide<N> side;
  side.actor = actor, side.supplies = supplies;
  side.at = book.position[book.at(actor, supplies)];
  return side;
}

// Equal gain: what both together lose of one issue's outcome over what they gain on the other.
template <class N>
void set_rates(ExchangeOffer<N>& offer, const ExchangeBook<N>& book) {
  const auto both = [&](int issue) {
    return book.salience[book.at(offer.side[0].actor, issue)] + book.salience[book.at(offer.side[1].actor, issue)];
  };
  for (int k = 0; k < 2; ++k) offer.rate[k] = both(offer.side[k].supplies) / both(offer.side[1 - k].supplies);
}

// A rate between that of equal gain and one of those at which either of the two gains nothing.
double drawn_rate(const ExchangeOffer<double>& offer, const ExchangeBook<double>& book, double randomness,
                  const std::array<double, 4>& u) {
  const ExchangeSide<double>&i = offer.side[0], &j = offer.side[1];
  const auto s = [&](int actor, int issue) { return book.salience[book.at(actor, issue)]; };
  const double favours_j = s(i.actor, j.supplies) / s(i.actor, i.supplies);  // i gives so much that it gains nothing
  const double favours_i = s(j.actor, j.supplies) / s(j.actor, i.supplies);
  const double end = u[0] < 0.5 ? favours_i : favours_j;
  return std::isfinite(end) ? offer.rate[1] + randomness * u[1] * (end - offer.rate[1]) : offer.rate[1];
}

ExchangeOffer<Decimal28> exact_copy(const ExchangeMarket& market, const ExchangeOffer<double>& from) {
  ExchangeOffer<Decimal28> offer;
  for (int k = 0; k < 2; ++k) offer.side[k] = side_of(market.exact_book, from.side[k].actor, from.side[k].supplies);
  offer.equal = from.equal;
  if (offer.equal) {
    set_rates(offer, market.exact_book);
  } else {
    offer.rate[1] = decimal_of(from.rate[1]);
    offer.rate[0] = Decimal28(1) / offer.rate[1];
  }
  return offer;
}

// Takes notice of one exchange. The offer's own last move outlives it on a side whose position has moved on, so only
// then must it have been reckoned before.
void notice(const ExchangeMarket& market, Exact& exact, const ExchangeDone<Decimal28>& done) {
  bool concerns = false, supplied = false;
  for (std::size_t k = 0; k < 2; ++k)
    for (std::size_t z = 0; z < 2; ++z) {
      if (exact.offer.side[k].actor != done.actor[z]) continue;
      supplied = supplied || exact.offer.side[k].supplies == done.issue[z];
      concerns = concerns || supplied || exact.offer.side[1 - k].supplies == done.issue[1 - z];
    }
  if (!concerns) return;
  if (!exact.fresh && supplied) reckon(exact.offer, market.exact_book);
  if (!exact.fresh && !supplied)
    for (ExchangeSide<Decimal28>& side : exact.offer.side) side.moves.emplace_back();  // to be taken away again
  take_notice(exact.offer, market.exact_book, done);
  exact.fresh = false;
}

// The offer in decimals as of now, replaying what has happened since it was last looked at.
Exact& exact_of(ExchangeMarket& market, Entry& entry) {
  if (entry.exact < 0) {
    entry.exact = static_cast<std::int32_t>(market.exacts.size());
    market.exacts.push_back({exact_copy(market, entry.offer), 0, false});
  }
  Exact& exact = market.exacts[static_cast<std::size_t>(entry.exact)];
  for (; exact.noticed < market.exact_done.size(); ++exact.noticed)
    notice(market, exact, market.exact_done[exact.noticed]);
  if (!exact.fresh) reckon(exact.offer, market.exact_book);
  exact.fresh = true;
  return exact;
}

// Since when the offer has had which gain.
std::vector<std::pair<std::size_t, Decimal28>> history(const ExchangeMarket& market, const Entry& entry) {
  Exact exact{exact_copy(market, entry.offer), 0, true};
  reckon(exact.offer, market.exact_book);
  std::vector<std::pair<std::size_t, Decimal28>> gains = {{0, exact.offer.gain}};
  for (std::size_t t = 0; t < market.exact_done.size(); ++t)
    if (take_notice(exact.offer, market.exact_book, market.exact_done[t])) {
      reckon(exact.offer, market.exact_book);
      gains.emplace_back(t + 1, exact.offer.gain);
    }
  return gains;
}

void settle(ExchangeMarket& market, Entry& entry) {
  if (!entry.offer.sure) {
    const ExchangeOffer<Decimal28>& exact = exact_of(market, entry).offer;
    for (int k = 0; k < 2; ++k) {
      ExchangeSide<double>& side = entry.offer.side[k];
      const ExchangeSide<Decimal28>& from = exact.side[k];
      side.to = to_double(from.to), side.move = to_double(from.move), side.shift = to_double(from.shift);
      side.moves.back() = side.move;
    }
    entry.offer.gain = to_double(exact.gain), entry.offer.valid = exact.valid;
  }
  entry.since = market.done.size();
  entry.open = entry.offer.valid;
}

// Among equals the one that stood first before, as a sort that keeps the order of equals leaves them.
bool stood_first(ExchangeMarket& market, std::size_t a, std::size_t b) {
  const Decimal28 gain = exact_of(market, market.entries[a]).offer.gain;
  const Decimal28 other = exact_of(market, market.entries[b]).offer.gain;
  if (gain != other) return gain > other;
  if (market.choices->ties == ExchangeTies::coins) return market.entries[a].lot < market.entries[b].lot;
  const auto x = history(market, market.entries[a]), y = history(market, market.entries[b]);
  for (std::size_t i = x.size(), j = y.size(); i > 0 && j > 0;) {
    if (x[i - 1].second != y[j - 1].second) return x[i - 1].second > y[j - 1].second;
    const std::size_t since_x = x[i - 1].first, since_y = y[j - 1].first;
    if (since_x >= since_y) --i;
    if (since_y >= since_x) --j;
  }
  return a < b;
}

double worth(const ExchangeMarket& market, const Entry& entry) {
  const double weight = market.choices->externalities;
  if (weight == 0) return entry.offer.gain;
  double others = 0;
  for (int k = 0; k < 2; ++k) {
    const ExchangeSide<double>& side = entry.offer.side[k];
    const double before = outcome_as_seen(entry.offer, market.book, k, side.at);
    const double after = outcome_as_seen(entry.offer, market.book, k, side.to);
    for (const int actor : market.book.members[static_cast<std::size_t>(side.supplies)]) {
      if (actor == side.actor || actor == entry.offer.side[1 - k].actor) continue;
      const std::size_t at = market.book.at(actor, side.supplies);
      const double x = market.book.position[at];
      others += market.book.salience[at] * (std::abs(x - before) - std::abs(x - after));
    }
  }
  return entry.offer.gain + weight * others;
}

constexpr double nothing = -1e300;

std::size_t best_of(ExchangeMarket& market) {
  const std::size_t none = market.entries.size();
  double top = nothing;
  for (const double value : market.values) top = std::max(top, value);
  if (top == nothing) return none;
  std::size_t best = none;
  const double near = top - 1e-6 * std::abs(top);
  const bool plain = market.choices->externalities == 0;
  for (std::size_t k = 0; k < none; ++k)
    if (market.values[k] >= near)
      if (best == none || (plain ? stood_first(market, k, best) : market.values[k] > market.values[best])) best = k;
  return best;
}

}  // namespace

Decimal28 outcome_of(const ExchangeBook<Decimal28>& book, int issue, const std::vector<Decimal28>& votes) {
  Decimal28 sum;
  for (const int actor : book.members[static_cast<std::size_t>(issue)]) {
    const std::size_t at = book.at(actor, issue);
    sum = sum + votes[at] * book.salience[at] * book.capability[at];
  }
  return sum / book.total[static_cast<std::size_t>(issue)];
}

ExchangeMarket open_market(const ExchangeBook<Decimal28>& book, const ExchangeChoices& choices, const Luck& luck,
                           std::uint32_t round) {
  ExchangeMarket market;
  market.choices = &choices, market.exact_book = book;
  market.book = in_doubles(book);
  const ExchangeBook<double>& b = market.book;
  const int issues = static_cast<int>(book.issues), actors = static_cast<int>(book.position.size() / book.issues);
  std::vector<std::uint8_t> trades(book.position.size(), 0), left(book.position.size(), 0);
  for (int p = 0; p < issues; ++p) {
    if (book.total[static_cast<std::size_t>(p)].digits == 0) continue;
    const Decimal28 outcome = outcome_of(book, p, book.position);
    for (const int i : book.members[static_cast<std::size_t>(p)]) {
      trades[book.at(i, p)] = 1;
      left[book.at(i, p)] = book.position[book.at(i, p)] <= outcome;
    }
  }
  const Stream<double> stream{luck.seed, luck.run, round};
  const auto u = [](int n) { return static_cast<std::uint32_t>(n); };  // large fields wrap around
  const auto add = [&](int i, int j, int p, int q) {
    const double ip = b.salience[b.at(i, p)], iq = b.salience[b.at(i, q)];
    const double jp = b.salience[b.at(j, p)], jq = b.salience[b.at(j, q)];
    const bool swap = ip * jq < jp * iq;  // at equal ratios nobody gains
    const int first = swap ? j : i, second = swap ? i : j;
    if (b.weight[b.at(first, q)] <= 0 || b.weight[b.at(second, p)] <= 0) return;
    Entry entry;
    entry.offer.side[0] = side_of(b, first, q), entry.offer.side[1] = side_of(b, second, p);
    set_rates(entry.offer, b);
    const auto block = ((u(std::min(i, j)) * u(actors) + u(std::max(i, j))) * u(issues) + u(p)) * u(issues) + u(q);
    if (choices.rates == ExchangeRates::random && choices.randomness > 0) {
      entry.offer.equal = false;
      entry.offer.rate[1] = drawn_rate(entry.offer, b, choices.randomness, stream.uniforms(Purpose::rates, block));
      entry.offer.rate[0] = 1 / entry.offer.rate[1];
    }
    if (choices.ties == ExchangeTies::coins) entry.lot = stream.uniforms(Purpose::coins, block)[0];
    reckon(entry.offer, b);
    settle(market, entry);
    if (!entry.open) return;
    const auto place = static_cast<std::int32_t>(market.entries.size());
    for (int k = 0; k < 2; ++k)
      for (const int issue : {p, q}) market.touching[b.at(entry.offer.side[k].actor, issue)].push_back(place);
    market.values.push_back(worth(market, entry));
    market.entries.push_back(std::move(entry));
  };
  market.touching.resize(book.position.size());
  std::vector<int> groups[4];
  for (int p = 0; p < issues; ++p)
    for (int q = p + 1; q < issues; ++q) {
      for (std::vector<int>& group : groups) group.clear();
      for (int i = 0; i < actors; ++i)
        if (trades[b.at(i, p)] && trades[b.at(i, q)]) groups[left[b.at(i, p)] + 2 * left[b.at(i, q)]].push_back(i);
      for (const auto& [one, other] : {std::pair{0, 3}, std::pair{1, 2}})
        for (const int i : groups[one])
          for (const int j : groups[other]) add(i, j, p, q);
    }
  return market;
}

bool take_best(ExchangeMarket& market) {
  const std::size_t best = best_of(market);
  if (best == market.entries.size()) return false;
  const ExchangeOffer<Decimal28> offer = exact_of(market, market.entries[best]).offer;
  market.entries[best].open = false, market.values[best] = nothing;
  if (!offer.valid) return take_best(market);
  ExchangeDone<Decimal28> exact{};
  ExchangeDone<double> done{};
  for (std::size_t k = 0; k < 2; ++k) {
    const ExchangeSide<Decimal28>& side = offer.side[k];
    const std::size_t at = market.book.at(side.actor, side.supplies);
    done.actor[k] = exact.actor[k] = side.actor, done.issue[k] = exact.issue[k] = side.supplies;
    exact.start[k] = market.exact_book.position[at], exact.to[k] = side.to, exact.move[k] = side.moves.back();
    done.start[k] = to_double(exact.start[k]), done.to[k] = to_double(side.to), done.move[k] = to_double(exact.move[k]);
  }
  market.taken = offer;
  market.exact_done.push_back(exact), market.done.push_back(done);
  for (std::size_t k = 0; k < 2; ++k)
    for (std::size_t z = 0; z < 2; ++z)
      for (const std::int32_t place : market.touching[market.book.at(done.actor[k], done.issue[z])]) {
        Entry& entry = market.entries[static_cast<std::size_t>(place)];
        if (!entry.open || entry.since == market.done.size()) continue;
        if (!take_notice(entry.offer, market.book, done)) continue;
        reckon(entry.offer, market.book);
        settle(market, entry);
        market.values[static_cast<std::size_t>(place)] = entry.open ? worth(market, entry) : nothing;
      }
  return true;
}

}  // namespace armistice::collective
