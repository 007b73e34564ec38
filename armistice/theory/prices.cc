// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/prices.h"

#include <algorithm>
#include <limits>

namespace armistice::exact {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

enum class Truth { no, open, yes };

Truth truth(const Choice& choice, const Box& box, int cell) {
  const int k = choice.issue[at(cell)];
  const std::uint64_t bit = std::uint64_t{1} << (cell - choice.first[at(k)]), mask = box.open[at(k)];
  return (mask & bit) == 0 ? Truth::no : mask == bit ? Truth::yes : Truth::open;
}

bool picked(const Choice& choice, const Relaxed& relaxed, int cell) {
  const int k = choice.issue[at(cell)];
  return choice.first[at(k)] + relaxed.pick[at(k)] == cell;
}

bool settled(const Choice& choice, const Box& box, const Clause& clause) {
  return std::any_of(clause.yes.begin(), clause.yes.end(),
                     [&](int c) { return truth(choice, box, c) == Truth::yes; }) ||
         std::any_of(clause.no.begin(), clause.no.end(), [&](int c) { return truth(choice, box, c) == Truth::no; });
}

// Literals of the clause that hold in the relaxation's choice, less the one that must.
double slack(const Choice& choice, const Relaxed& relaxed, const Clause& clause) {
  int hold = -1;
  for (const int c : clause.yes) hold += picked(choice, relaxed, c) ? 1 : 0;
  for (const int c : clause.no) hold += picked(choice, relaxed, c) ? 0 : 1;
  return hold;
}

// A link as the box leaves it: dead, or its cells that are still open.
struct Rest {
  bool dead = false;
  int open = 0;
  double value = 0;  // by the rows' weights
  double share = 0;  // sum of the open cells' shares
};

Rest rest_of(const Choice& choice, const Box& box, const Prices& prices, const Link& link, std::size_t first) {
  Rest rest;
  for (std::size_t i = 0; i < link.cells.size() && !rest.dead; ++i) {
    const Truth t = truth(choice, box, link.cells[i]);
    rest.dead = t == Truth::no;
    if (t == Truth::open) ++rest.open, rest.share += prices.share[first + i];
  }
  for (std::size_t r = 0; r < prices.row.size(); ++r) rest.value += prices.row[r] * link.value[r];
  return rest;
}

// The share of an open cell, of 1 for all of them together.
double own_share(const Rest& rest, double share) { return rest.share > 0 ? share / rest.share : 1.0 / rest.open; }

template <class Visit>
void each_link(const Choice& choice, const Box& box, const Prices& prices, Visit visit) {
  std::size_t first = 0;
  for (std::size_t j = 0; j < choice.links.size(); first += choice.links[j].cells.size(), ++j) {
    const Rest rest = rest_of(choice, box, prices, choice.links[j], first);
    if (!rest.dead) visit(j, first, rest);
  }
}

// How much of a link the relaxation's choice counts: a share for each picked cell, or the brake's part of what lacks.
double counted(const Choice& choice, const Box& box, const Prices& prices, const Relaxed& relaxed, std::size_t j,
               std::size_t first, const Rest& rest) {
  if (rest.open == 0) return 1;
  const Link& link = choice.links[j];
  double sum = 0;
  int picks = 0;
  for (std::size_t i = 0; i < link.cells.size(); ++i) {
    if (truth(choice, box, link.cells[i]) != Truth::open || !picked(choice, relaxed, link.cells[i])) continue;
    sum += own_share(rest, prices.share[first + i]), ++picks;
  }
  if (rest.value > 0) return sum;
  return rest.open == 1 ? picks : prices.brake[j] * (picks - (rest.open - 1));
}

void add_clauses(const Choice& choice, const Box& box, const Prices& prices, Relaxed& out) {
  for (std::size_t j = 0; j < choice.clauses.size(); ++j) {
    const Clause& clause = choice.clauses[j];
    const double price = prices.clause[j];
    if (price == 0 || settled(choice, box, clause)) continue;
    out.sum += price * (static_cast<double>(clause.no.size()) - 1);
    for (const int c : clause.yes) out.value[at(c)] += price;
    for (const int c : clause.no) out.value[at(c)] -= price;
  }
}

// value > 0: [all hold] <= sum of shares of the cells that do. value < 0: -[all hold] <= -brake (cells that hold -
// (cells - 1)), since the bracket is at most 0 unless all hold.
void add_links(const Choice& choice, const Box& box, const Prices& prices, Relaxed& out) {
  each_link(choice, box, prices, [&](std::size_t j, std::size_t first, const Rest& rest) {
    const Link& link = choice.links[j];
    const double brake = rest.open <= 1 ? 1 : prices.brake[j];
    if (rest.open == 0) out.sum += rest.value;
    if (rest.open > 1 && rest.value <= 0) out.sum -= brake * rest.value * (rest.open - 1);
    for (std::size_t i = 0; i < link.cells.size(); ++i) {
      if (truth(choice, box, link.cells[i]) != Truth::open) continue;
      out.value[at(link.cells[i])] += rest.value * (rest.value > 0 ? own_share(rest, prices.share[first + i]) : brake);
    }
  });
}

}  // namespace

Prices first_prices(const Choice& choice, std::vector<double> row_weights) {
  Prices prices;
  prices.row = std::move(row_weights);
  prices.clause.assign(choice.clauses.size(), 0.0);
  for (const Link& link : choice.links)
    prices.share.insert(prices.share.end(), link.cells.size(), 1.0 / static_cast<double>(link.cells.size()));
  prices.brake.assign(choice.links.size(), 0.5);
  return prices;
}

void relax(const Choice& choice, const Box& box, const Prices& prices, Relaxed& out) {
  const std::size_t cells = choice.issue.size(), issues = choice.first.size() - 1;
  constexpr double out_of_reach = -std::numeric_limits<double>::infinity();
  out.value = choice.base;
  out.top.assign(issues, out_of_reach), out.pick.assign(issues, 0);
  out.sum = 0;
  for (std::size_t r = 0; r < prices.row.size(); ++r) {
    const double weight = prices.row[r];
    const double* row = choice.row.data() + r * cells;
    for (std::size_t c = 0; c < cells; ++c) out.value[c] += weight * row[c];
    out.sum += weight * choice.constant[r];
  }
  add_clauses(choice, box, prices, out);
  add_links(choice, box, prices, out);
  for (std::size_t k = 0; k < issues; ++k) {
    for (int c = choice.first[k]; c < choice.first[k + 1]; ++c) {
      double& v = out.value[at(c)];
      if ((box.open[k] >> (c - choice.first[k]) & 1) == 0) v = out_of_reach;
      if (v > out.top[k]) out.top[k] = v, out.pick[k] = c - choice.first[k];
    }
    out.sum += out.top[k];
  }
  out.rows = choice.constant;
  for (std::size_t r = 0; r < out.rows.size(); ++r)
    for (std::size_t k = 0; k < issues; ++k) out.rows[r] += choice.row[r * cells + at(choice.first[k] + out.pick[k])];
  each_link(choice, box, prices, [&](std::size_t j, std::size_t first, const Rest& rest) {
    const double part = counted(choice, box, prices, out, j, first, rest);
    for (std::size_t r = 0; r < out.rows.size(); ++r) out.rows[r] += part * choice.links[j].value[r];
  });
}

double clause_slope(const Choice& choice, const Box& box, const Relaxed& relaxed, const Prices& prices) {
  double square = 0;
  for (std::size_t j = 0; j < choice.clauses.size(); ++j) {
    if (settled(choice, box, choice.clauses[j])) continue;
    const double s = slack(choice, relaxed, choice.clauses[j]);
    if (s < 0 || prices.clause[j] > 0) square += s * s;
  }
  return square;
}

void move_clauses(const Choice& choice, const Box& box, const Relaxed& relaxed, double step, Prices& prices) {
  for (std::size_t j = 0; j < choice.clauses.size(); ++j)
    if (!settled(choice, box, choice.clauses[j]))
      prices.clause[j] = std::max(0.0, prices.clause[j] - step * slack(choice, relaxed, choice.clauses[j]));
  each_link(choice, box, prices, [&](std::size_t j, std::size_t first, const Rest& rest) {
    if (rest.open < 2 || rest.value == 0) return;
    const Link& link = choice.links[j];
    int picks = 0;
    for (const int c : link.cells) picks += truth(choice, box, c) == Truth::open && picked(choice, relaxed, c) ? 1 : 0;
    if (rest.value < 0) {
      prices.brake[j] = std::clamp(prices.brake[j] - step * (picks - (rest.open - 1)) / rest.value, 0.0, 1.0);
      return;
    }
    double sum = 0;
    for (std::size_t i = 0; i < link.cells.size(); ++i) {
      if (truth(choice, box, link.cells[i]) != Truth::open) continue;
      const double above = (picked(choice, relaxed, link.cells[i]) ? 1.0 : 0.0) - double(picks) / rest.open;
      double& share = prices.share[first + i];
      share = std::max(0.0, own_share(rest, share) - step * above / rest.value);
      sum += share;
    }
    for (std::size_t i = 0; i < link.cells.size(); ++i)
      if (sum > 0 && truth(choice, box, link.cells[i]) == Truth::open) prices.share[first + i] /= sum;
  });
}

}  // namespace armistice::exact
