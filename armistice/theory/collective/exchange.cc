// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/exchange.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "armistice/theory/collective/exchange_market.h"

namespace armistice::collective {
namespace {

// Positions in hundredths of the scale, in the order of operations of the program.
ExchangeBook<Decimal28> book_of(const Field& field) {
  const std::size_t n = field.actors.size(), m = field.issues.size();
  ExchangeBook<Decimal28> book;
  book.issues = m;
  for (auto* all : {&book.position, &book.salience, &book.capability, &book.weight, &book.term}) all->resize(n * m);
  book.total.resize(m), book.members.resize(m);
  for (std::size_t p = 0; p < m; ++p) {
    const Decimal28 low = decimal_of(field.low[p]), step = Decimal28(100) / (decimal_of(field.high[p]) - low);
    for (std::size_t i = 0; i < n; ++i) {
      if (!field.takes_part(i, p)) continue;
      const std::size_t at = field.at(i, p);
      book.position[at] = (decimal_of(field.position[at]) - low) * step;
      book.salience[at] = decimal_of(field.salience[at]), book.capability[at] = decimal_of(field.capability[at]);
      book.weight[at] = book.salience[at] * book.capability[at];
      book.members[p].push_back(static_cast<int>(i));
      book.total[p] = book.total[p] + book.weight[at];
    }
  }
  return book;
}

void set_terms(ExchangeBook<Decimal28>& book) {
  for (std::size_t k = 0; k < book.term.size(); ++k)
    book.term[k] = book.position[k] * book.salience[k] * book.capability[k];
}

double on_scale(const Field& field, std::size_t issue, double hundredths) {
  const double low = field.low[issue], high = field.high[issue];
  return std::clamp(low + hundredths / 100 * (high - low), low, high);
}

// Outcomes in hundredths; where nobody has weight, the plain mean.
double outcome_of(const ExchangeBook<Decimal28>& book, std::size_t issue, const std::vector<Decimal28>& votes) {
  if (book.total[issue].digits != 0) return to_double(outcome_of(book, static_cast<int>(issue), votes));
  double sum = 0;
  for (const int i : book.members[issue]) sum += to_double(votes[book.at(i, static_cast<int>(issue))]);
  return sum / static_cast<double>(book.members[issue].size());  // NaN when nobody takes part
}

std::vector<double> outcomes(const Field& field, const ExchangeBook<Decimal28>& book,
                             const std::vector<Decimal28>& votes) {
  std::vector<double> all;
  for (std::size_t p = 0; p < field.issues.size(); ++p) all.push_back(on_scale(field, p, outcome_of(book, p, votes)));
  return all;
}

// What an exchange does to everybody, by the outcomes that all exchanges so far lead to.
Exchange described(const Field& field, const ExchangeMarket& market, std::vector<double>& outcomes,
                   std::vector<Decimal28>& votes) {
  const ExchangeBook<double>& book = market.book;
  const ExchangeDone<double>& done = market.done.back();
  Exchange exchange;
  exchange.others.assign(field.actors.size(), 0);
  for (std::size_t k = 0; k < 2; ++k) {
    const auto issue = static_cast<std::size_t>(done.issue[k]);
    const std::size_t at = book.at(done.actor[k], done.issue[k]);
    exchange.actor[k] = done.actor[k], exchange.issue[k] = done.issue[k];
    exchange.from[k] = on_scale(field, issue, done.start[k]), exchange.to[k] = on_scale(field, issue, done.to[k]);
    const ExchangeSide<Decimal28>&side = market.taken.side[k], &other = market.taken.side[1 - k];
    const auto salience = [&](int of) -> const Decimal28& {
      return market.exact_book.salience[book.at(side.actor, of)];
    };
    exchange.gain[k] = to_double(abs(side.shift * salience(side.supplies) - other.shift * salience(other.supplies)));
    const double before = outcomes[issue];
    outcomes[issue] += (done.to[k] - to_double(votes[at])) * book.weight[at] / book.total[issue];
    votes[at] = market.exact_done.back().to[k];
    for (const int i : book.members[issue]) {
      if (i == done.actor[0] || i == done.actor[1]) continue;
      const std::size_t place = book.at(i, done.issue[k]);
      const double x = book.position[place];
      exchange.others[static_cast<std::size_t>(i)] +=
          book.salience[place] * (std::abs(x - before) - std::abs(x - outcomes[issue]));
    }
  }
  return exchange;
}

// Votes become positions, part of the way: x (1 - a (1 - s) - b) + (a (1 - s) + b) y.
void move_on(ExchangeBook<Decimal28>& book, const ExchangeMarket& market, const ExchangeChoices& choices) {
  for (const ExchangeDone<Decimal28>& done : market.exact_done)
    for (std::size_t k = 0; k < 2; ++k) {
      const std::size_t at = book.at(done.actor[k], done.issue[k]);
      const Decimal28 &x = done.start[k], &y = done.to[k];
      const Decimal28 soft = times_exactly(Decimal28(1) - book.salience[at], choices.salience_weight);
      const Decimal28 stay = less_exactly(Decimal28(1) - soft, choices.fixed_weight);
      book.position[at] = soft * y + times_exactly(y, choices.fixed_weight) + stay * x;
    }
}

}  // namespace

std::vector<ExchangeRound> exchange_rounds(const Field& field, const ExchangeChoices& choices, const Luck& luck) {
  std::vector<ExchangeRound> rounds;
  if (field.issues.empty()) return rounds;
  ExchangeBook<Decimal28> book = book_of(field);
  for (int t = 1; t <= choices.rounds; ++t) {
    set_terms(book);
    ExchangeMarket market = open_market(book, choices, luck, static_cast<std::uint32_t>(t));
    ExchangeRound round;
    round.before = outcomes(field, book, book.position);
    std::vector<Decimal28> votes = book.position;
    std::vector<double> now;
    for (std::size_t p = 0; p < field.issues.size(); ++p) now.push_back(outcome_of(book, p, votes));
    while (take_best(market)) round.exchanges.push_back(described(field, market, now, votes));
    round.after = outcomes(field, book, votes);
    round.votes = field.position;
    for (std::size_t p = 0; p < field.issues.size(); ++p)
      for (const int i : book.members[p]) {
        const std::size_t at = book.at(i, static_cast<int>(p));
        round.votes[at] = on_scale(field, p, to_double(votes[at]));
      }
    if (t < choices.rounds) move_on(book, market, choices);
    rounds.push_back(std::move(round));
    if (rounds.back().exchanges.empty()) break;
  }
  return rounds;
}

Prediction exchange(const Field& field, const ExchangeChoices& choices, const Luck& luck) {
  Prediction prediction;
  prediction.positions = {field.position};
  const std::vector<ExchangeRound> rounds = exchange_rounds(field, choices, luck);
  if (!rounds.empty()) prediction.outcomes.push_back(rounds.front().before);
  for (std::size_t t = 0; t < rounds.size(); ++t) {
    prediction.positions.push_back(rounds[t].votes);
    prediction.outcomes.push_back(rounds[t].after);
    for (const Exchange& e : rounds[t].exchanges)
      for (std::size_t k = 0; k < 2; ++k)
        prediction.moves.push_back({static_cast<int>(t) + 1, e.actor[k], e.actor[1 - k], e.issue[k], e.from[k], e.to[k],
                                    Why::exchange, e.gain[k]});
  }
  if (rounds.empty()) {
    prediction.forecast.assign(field.issues.size(), std::numeric_limits<double>::quiet_NaN());
    prediction.refused = "needs at least one round";
    return prediction;
  }
  prediction.forecast = rounds.back().after;
  prediction.settled = choices.rounds == 1 || rounds.back().exchanges.empty();
  return prediction;
}

}  // namespace armistice::collective
