// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/relaxation.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// A number that adds up over the clauses of a package.
struct Sum {
  double constant = 0;
  std::vector<double> cell, link;
};

// A row that asks nothing of a package: larger than any gain, which lies within [-2, 2] or so.
constexpr double slack = 16;

// What the engine's float lanes may lose against these doubles.
constexpr double rounding = 2e-5;

struct Builder {
  const Model& m;
  const Columns& columns;
  const Hand& hand;
  int l;

  double of(const Lanes& v) const { return lane(v, l); }
  double of(Number number) const { return of(hand.t(number)); }

  Sum none() const { return {0, std::vector<double>(at(m.cells)), std::vector<double>(m.links.size())}; }

  Sum column(int c) const {
    Sum sum = none();
    if (c < 0) return sum;
    for (int cell = 0; cell < m.cells; ++cell) sum.cell[at(cell)] = of(hand.t.table[at(c * m.cells + cell)]);
    return sum;
  }

  void add(Sum& to, double factor, const Sum& what) const {
    to.constant += factor * what.constant;
    for (std::size_t c = 0; c < to.cell.size(); ++c) to.cell[c] += factor * what.cell[c];
    for (std::size_t x = 0; x < to.link.size(); ++x) to.link[x] += factor * what.link[x];
  }

  // Utility of a row of the model (party or audience) with the links of the party.
  Sum utility(int row, int party) const {
    Sum sum = column(row);
    for (std::size_t x = 0; x < m.links.size(); ++x)
      if (m.links[x].party == party) sum.link[x] = of(m.links[x].value);
    return sum;
  }

  // The least and the most that a sum can be, clause by clause.
  std::pair<double, double> range(const Sum& sum) const {
    double low = sum.constant, high = sum.constant;
    for (int k = 0; k < m.issues; ++k) {
      const auto first = sum.cell.begin() + m.first[at(k)], last = first + m.options[at(k)];
      low += *std::min_element(first, last), high += *std::max_element(first, last);
    }
    for (const double link : sum.link) low += std::min(0.0, link), high += std::max(0.0, link);
    return {low, high};
  }

  // How far the war that returns lies from today's W_i, before it is held within the stake: the front that a clause
  // names less today's adds up, since at most one issue of a dossier names one.
  Sum war_moved(int i) const {
    const auto party = at(i);
    Sum sum = none();
    add(sum, of(hand.s.by_position[party]), column(columns.front));
    add(sum, -of(hand.s.by_position[party]) * of(hand.s.front), column(columns.has_front));
    add(sum, of(hand.s.by_balance[party]), column(columns.balance));
    return sum;
  }

  // The chord over (under) x held within [-stake, stake], x in the range of the sum: exact where nothing is cut off on
  // the lower (upper) side.
  Sum held(const Sum& sum, int i, bool at_most) const {
    const double stake = of(hand.t.stake[at(i)]);
    auto [low, high] = range(sum);
    const double cut = at_most ? std::min(high, stake) : std::max(low, -stake);  // where it begins to be cut off
    const double far = at_most ? low : high, far_value = std::clamp(far, -stake, stake);
    const double cut_value = std::clamp(cut, -stake, stake);
    const double slope = std::abs(cut - far) < 1e-12 ? 1 : (cut_value - far_value) / (cut - far);
    Sum line = none();
    add(line, slope, sum);
    line.constant += far_value - slope * far + of(hand.s.fight_on[at(i)]);
    return line;
  }
  Sum war_at_most(int i) const { return held(war_moved(i), i, true); }
  Sum war_at_least(int i) const { return held(war_moved(i), i, false); }

  // At least what a broken deal costs the party besides the war.
  Sum lost(int i) const {
    Sum sum = none();
    sum.constant = of(m.party[at(i)].relapse);
    if (columns.bound[at(i)] < 0) return sum;
    const Sum bound = column(columns.bound[at(i)]);
    const double most = std::max(1.0, range(bound).second);
    add(sum, of(m.party[at(i)].liability) / most, bound);
    return sum;
  }

  // At least the logarithm of the hazard over that of a bare settlement. `watched`: how the watch over the line is
  // bounded; `tempted`: the sides whose temptation is counted.
  Sum log_hazard(bool watched, unsigned tempted) const {
    Sum sum = none();
    const Sum open = column(columns.core_open);
    add(sum, std::log(of(m.hold.ceasefire)) / std::max(1.0, range(open).second), open);
    add(sum, -1, column(columns.hold));
    if (watched)
      add(sum, -of(m.hold.watch_effect), column(columns.watch));
    else
      sum.constant -= of(m.hold.watch_effect);
    for (unsigned side = 0; side < 2; ++side) {
      if (!(tempted >> side & 1u)) continue;
      const int i = m.party_of_side[side];
      const double per_stake = of(m.hold.temptation) / of(hand.t.stake[at(i)]);
      add(sum, per_stake, war_at_least(i));
      add(sum, -per_stake, utility(i, i));
    }
    return sum;
  }
};

// At most the logarithm of the hazard over that of a bare settlement: the other side of log_hazard. max(0, x) is below
// the chord over what x can be.
Sum log_hazard_at_most(const Builder& b) {
  Sum sum = b.none();
  b.add(sum, std::log(b.of(b.m.hold.ceasefire)), b.column(b.columns.core_open));
  b.add(sum, -1, b.column(b.columns.hold));
  const Sum watch = b.column(b.columns.watch);
  b.add(sum, -b.of(b.m.hold.watch_effect) / std::max(1.0, b.range(watch).second), watch);
  for (const int i : b.m.party_of_side) {
    Sum tempted = b.war_at_most(i);
    b.add(tempted, -1, b.utility(i, i));
    const auto [low, high] = b.range(tempted);
    const double per_stake = b.of(b.m.hold.temptation) / b.of(b.hand.t.stake[at(i)]);
    if (high <= 0) continue;
    const double slope = low >= 0 ? 1 : high / (high - low);
    b.add(sum, per_stake * slope, tempted);
    if (low < 0) sum.constant -= per_stake * slope * low;
  }
  return sum;
}

// Lines on or below 1 / (1 + e^x) on [low, high]: slope and height at 0. The function bends down left of 0 and up right
// of it, so the chord from the left end that touches it serves the first part and tangents the rest.
struct Line {
  double slope, height;
};

double logistic(double x) { return 1 / (1 + std::exp(x)); }

std::vector<Line> lines_below(double low, double high) {
  const auto tangent = [](double x) {
    const double y = logistic(x), slope = -y * (1 - y);
    return Line{slope, y - slope * x};
  };
  const auto chord = [](double a, double b) {
    const double slope = (logistic(b) - logistic(a)) / (b - a);
    return Line{slope, logistic(a) - slope * a};
  };
  if (high - low < 1e-9) return {{0, logistic(high)}};
  if (high <= 0) return {chord(low, high)};
  double touch = std::max(0.0, low);
  if (low < 0) {  // where the tangent passes through the left end: its height there falls as it moves right
    double a = 0, b = high;
    for (int i = 0; i < 60; ++i) {
      touch = (a + b) / 2;
      const Line line = tangent(touch);
      (line.height + line.slope * low > logistic(low) ? a : b) = touch;
    }
    touch = b;
    if (high - touch < 1e-9) return {chord(low, high)};
  }
  std::vector<Line> lines{tangent(touch)};
  for (const double x : {1.0, 3.0})
    if (touch < x && x < high) lines.push_back(tangent(x));
  return lines;
}

struct Rows {
  const Builder& b;
  std::vector<Sum> sums;
  std::vector<bool> is_gain, always;
  std::vector<int> party_of;

  void add(Sum sum, bool gain, bool holds_always = true, int party = -1) {
    sum.constant += rounding;
    sums.push_back(std::move(sum)), is_gain.push_back(gain), always.push_back(holds_always), party_of.push_back(party);
  }

  // The row counts only where the clauses hold, of an issue one of them.
  Sum only_when(Sum sum, const std::vector<Choice>& when) const {
    for (std::size_t i = 0; i < when.size(); ++i) {
      const int issue = when[i].issue;
      if (i > 0 && when[i - 1].issue == issue) continue;  // options of one issue stand side by side: one of them
      for (int o = 0; o < b.m.options[at(issue)]; ++o)
        if (std::none_of(when.begin(), when.end(),
                         [&](const Choice& c) { return c.issue == issue && static_cast<int>(c.option) == o; }))
          sum.cell[at(b.m.first[at(issue)] + o)] += slack;
    }
    return sum;
  }

  // V <= U + b D with D = W - U - lost and b within [low, high]: two rows, exact at either end.
  void add_party(int i, const HazardBand& band) {
    const auto party = at(i);
    const double rate = b.of(b.m.party[party].discount);
    const Sum utility = b.utility(i, i);
    Sum broken = b.war_at_most(i);
    b.add(broken, -1, utility), b.add(broken, -1, b.lost(i));
    const auto [least, most] = b.range(broken);
    const double low = band.low / (rate + band.low), high = band.high / (rate + band.high);
    const double outside =
        b.of(b.hand.s.walk_away[party]) + b.of(b.m.party[party].tie_cost) * b.of(b.hand.s.tied[party]);
    for (const bool at_low : {true, false}) {
      Sum row = utility;
      row.constant -= outside;
      b.add(row, at_low ? low : high, broken);
      row.constant += (high - low) * std::max(0.0, at_low ? most : -least);
      add(row, true, true, i);
      if (b.hand.t.on.audiences) add_audiences(row, i);
    }
  }

  void add_audiences(const Sum& gain, int i) {
    const double cost = b.of(b.m.party[at(i)].audience_cost) * b.of(b.hand.s.hardness[at(i)]);
    for (std::size_t a = 0; a < b.m.audiences.size(); ++a) {
      if (b.m.audiences[a].party != i) continue;
      Sum over = b.utility(b.m.parties + static_cast<int>(a), i);
      over.constant -= b.of(b.hand.s.threshold[a]);
      Sum scaled = b.none();
      b.add(scaled, b.of(b.hand.t.per_scale[a]), over);
      const auto [low, high] = b.range(scaled);
      for (const Line& line : lines_below(low, high)) {
        Sum row = gain;
        row.constant -= cost * line.height;
        b.add(row, -cost * line.slope, scaled);
        add(only_when(row, b.m.audiences[a].only_when), true, b.m.audiences[a].only_when.empty());
      }
    }
  }

  void keep_in(const HazardBand& band) {
    const HoldNumbers& hold = b.m.hold;
    const double bare = std::log(b.of(hold.breakdown));
    // Below e^-8 it cuts off as well, where a hazard is more than what the clauses give.
    if (band.low > 0 && std::log(band.low) > bare - 8 + std::log(b.of(hold.ceasefire)) + 1e-6) {
      Sum row = log_hazard_at_most(b);
      row.constant += bare - std::log(band.low);
      add(std::move(row), false);
    }
    // Above e^4 times the bare hazard the engine cuts off, and a hazard that is cut off says little.
    if (std::log(band.high) >= bare + 4 - 1e-6) return;
    const bool well_watched = b.range(b.column(b.columns.watch)).second > 1;
    for (unsigned tempted = 0; tempted < 4; ++tempted)
      for (const bool watched : {true, false}) {
        if (!watched && !well_watched) continue;
        Sum row = b.none();
        b.add(row, -1, b.log_hazard(watched, tempted));
        row.constant += std::log(band.high) - bare;
        add(std::move(row), false);
      }
  }
};

}  // namespace

std::vector<HazardBand> hazard_bands(const Hands& hands, const Hand& hand, int l, int bands) {
  const Builder b{hands.model, hands.columns, hand, l};
  if (!hand.t.on.breakdown) return {{0, 0}};
  const double bare = std::log(b.of(hands.model.hold.breakdown));
  const double least = std::max(-8.0, b.range(b.log_hazard(true, 0)).first);
  double most = std::log(b.of(hands.model.hold.ceasefire)) + 4;
  // The most that temptation can be: both sides at their worst.
  const Sum hold = b.column(hands.columns.hold);
  double worst = std::log(b.of(hands.model.hold.ceasefire)) - b.range(hold).first;
  for (const int i : hands.model.party_of_side) {
    Sum again = b.war_at_most(i);
    b.add(again, -1, b.utility(i, i));
    worst += b.of(hands.model.hold.temptation) * std::max(0.0, b.range(again).second) / b.of(hand.t.stake[at(i)]);
  }
  most = std::min(most, worst);
  std::vector<HazardBand> result;
  const double width = (std::max(most, least) - least + 2e-4) / bands;
  for (int i = 0; i < bands; ++i)
    result.push_back(
        {i == 0 ? 0.0 : std::exp(bare + least - 1e-4 + i * width), std::exp(bare + least - 1e-4 + (i + 1) * width)});
  return result;
}

AudienceRows audience_rows(const Hands& hands, const Hand& hand, int l) {
  const Model& m = hands.model;
  const Builder b{m, hands.columns, hand, l};
  AudienceRows rows;
  rows.price.assign(at(m.parties), 0);
  if (!hand.t.on.audiences) return rows;
  const std::size_t n = m.audiences.size();
  rows.audiences = static_cast<int>(n);
  for (std::size_t i = 0; i < at(m.parties); ++i)
    rows.price[i] = b.of(m.party[i].audience_cost) * b.of(hand.s.hardness[i]);
  rows.cell.resize(at(m.cells) * n), rows.link.resize(m.links.size() * n);
  for (std::size_t a = 0; a < n; ++a) {
    const Sum utility = b.utility(m.parties + static_cast<int>(a), m.audiences[a].party);
    const double per_scale = b.of(hand.t.per_scale[a]);
    rows.constant.push_back(per_scale * (utility.constant - b.of(hand.s.threshold[a])));
    for (std::size_t c = 0; c < utility.cell.size(); ++c) rows.cell[c * n + a] = per_scale * utility.cell[c];
    for (std::size_t x = 0; x < utility.link.size(); ++x) rows.link[x * n + a] = per_scale * utility.link[x];
  }
  return rows;
}

Relaxation relax(const Hands& hands, const Hand& hand, int l, const HazardBand& band, std::uint32_t must) {
  const Model& m = hands.model;
  const Builder b{m, hands.columns, hand, l};
  Rows rows{b, {}, {}, {}, {}};
  for (int i = 0; i < m.parties; ++i)
    if (must >> i & 1u) rows.add_party(i, band);
  if (hand.t.on.breakdown) rows.keep_in(band);
  Relaxation result;
  result.rows = static_cast<int>(rows.sums.size());
  result.is_gain = rows.is_gain, result.always = rows.always, result.party = rows.party_of;
  result.cell.resize(at(m.cells) * rows.sums.size());
  result.link.resize(m.links.size() * rows.sums.size());
  for (std::size_t r = 0; r < rows.sums.size(); ++r) {
    const Sum& sum = rows.sums[r];
    result.constant.push_back(sum.constant);
    for (std::size_t c = 0; c < sum.cell.size(); ++c) result.cell[c * rows.sums.size() + r] = sum.cell[c];
    for (std::size_t x = 0; x < sum.link.size(); ++x) result.link[x * rows.sums.size() + r] = sum.link[x];
  }
  return result;
}

}  // namespace armistice
