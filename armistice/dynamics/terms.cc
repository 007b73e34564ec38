// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/terms.h"

#include <algorithm>
#include <span>

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

template <class V>
void prepare_fronts(const Model& m, Terms<V>& t) {
  const auto c = [](double x) { return constant<V>(x); };
  V area_sum = c(0.0), weight_sum = c(0.0);
  t.variance = c(0.0), t.line = c(0.0);
  for (const auto& f : m.front) {
    area_sum += t(f.area_a_aim) - t(f.area_b_aim);
    weight_sum += t(f.weight);
  }
  for (std::size_t i = 0; i < m.front.size(); ++i) {
    const auto& f = m.front[i];
    auto& front = t.front[i];
    const V area = t(f.area_a_aim) - t(f.area_b_aim);
    const V speed_unit = c(days_a_year) / area;
    const V tau = t(f.memory) / c(days_a_year);
    const V sd = t(f.speed_sd) * speed_unit;
    const V noise = t(f.noise) * c(std::sqrt(days_a_year)) / area;
    const V dt = c(years_a_week);
    // The exact Gaussian transition of an Ornstein-Uhlenbeck speed and its integral over a week (theory/front.h).
    const V rho = exp(-dt / tau);
    const V speed_sd = sd * sqrt(c(1.0) - rho * rho);
    const V shared = sd * sd * tau * (c(1.0) - rho) * (c(1.0) - rho) / speed_sd;
    const V position_variance =
        sd * sd * tau * tau * max(c(0.0), c(2.0) * dt / tau - c(3.0) + c(4.0) * rho - rho * rho) + noise * noise * dt;
    front.weight = t(f.weight) / weight_sum;
    front.start = clamp((t(f.area_now) - t(f.area_b_aim)) / area, c(0.0), c(1.0));
    front.speed = t(f.speed) * speed_unit;
    front.memory = rho;
    front.carried = tau * (c(1.0) - rho);
    front.speed_noise = speed_sd;
    front.shared = shared;
    front.own_noise = sqrt(max(c(0.0), position_variance - shared * shared));
    t.variance += front.weight * front.weight * (noise * noise + c(2.0) * sd * sd * tau);
    t.line += t(f.line) * c(0.001);
  }
  t.per_km2 = c(days_a_year) / area_sum;
}

template <class V>
void set(Terms<V>& t, int column, int cell, const V& value) {
  t.table[at(column * t.cell_count + cell)] = value;
}

// Utilities of every row: the weights of a draw are brought back to a sum of 1, so that raising one lowers the rest.
template <class V>
void prepare_values(const Model& m, Terms<V>& t) {
  const auto c = [](double x) { return constant<V>(x); };
  t.moving.clear(), t.at_0.clear(), t.slope.clear();
  V today = c(0.0);
  for (std::size_t f = 0; f < m.front.size(); ++f) today += t.front[f].weight * t.front[f].start;
  for (int row = 0; row < m.rows; ++row) {
    V weights = c(0.0);
    for (int k = 0; k < m.issues; ++k) weights += t(m.weight[at(row * m.issues + k)]);
    const V scale = c(1.0) / max(weights, c(1e-6));
    if (row < m.parties) {
      t.flow_0[at(row)] = t.flow_1[at(row)] = c(0.0);
      t.dictated[side_a][at(row)] = t.dictated[side_b][at(row)] = t.stake[at(row)] = c(0.0);
    }
    for (int k = 0; k < m.issues; ++k) {
      const V weight = t(m.weight[at(row * m.issues + k)]) * scale;
      V best = c(-1e30), worst = c(1e30);
      for (int o = 0; o < m.options[at(k)]; ++o) {
        const int cell = m.first[at(k)] + o;
        const std::size_t entry = at(row * m.cells + cell);
        const bool refused = t.on.red_lines && row < m.parties && m.refuses[entry];
        const V worth_0 = weight * t(m.value_0[entry]), worth_1 = weight * t(m.value_1[entry]);
        const V price = refused ? t(m.party[at(row)].red_line) : c(0.0);
        set(t, row, cell, worth_0 - price);
        if (m.value_0[entry].knob != m.value_1[entry].knob) {
          t.moving.push_back(row * m.cells + cell);
          t.at_0.push_back(worth_0 - price), t.slope.push_back(worth_1 - worth_0);
        }
        if (row >= m.parties) continue;
        const V worth = worth_0 + (worth_1 - worth_0) * today;
        best = max(best, worth), worst = min(worst, worth);
        // A dictated peace is imposed: its red lines are crossed by force, not by signature, and cost nothing extra.
        if (o == 0) t.flow_0[at(row)] += worth_0, t.flow_1[at(row)] += worth_1 - worth_0;
        if (m.aim[side_a][at(k)] == o) t.dictated[side_a][at(row)] += worth_1;
        if (m.aim[side_b][at(k)] == o) t.dictated[side_b][at(row)] += worth_0;
      }
      if (row < m.parties) t.stake[at(row)] += best - worst;
    }
    if (row < m.parties) t.stake[at(row)] = max(t.stake[at(row)], c(1e-3));
  }
}

// Linkages count in the status quo and in a dictated peace as they do in a deal.
template <class V>
void prepare_linkages(const Model& m, Terms<V>& t) {
  for (const auto& link : m.links) {
    const auto holds = [&](auto option_of) {
      return std::all_of(link.when.begin(), link.when.end(), [&](const Choice& choice) {
        return option_of(choice.issue) == static_cast<int>(choice.option);
      });
    };
    if (holds([](int) { return 0; })) t.flow_0[at(link.party)] += t(link.value);
    for (std::size_t side = 0; side < 2; ++side)
      if (holds([&](int k) { return m.aim[side][at(k)]; })) t.dictated[side][at(link.party)] += t(link.value);
  }
}

template <class V>
void prepare_effects(const Model& m, Terms<V>& t) {
  const auto c = [](double x) { return constant<V>(x); };
  const Columns& columns = *t.columns;
  for (int k = 0; k < m.issues; ++k) {
    for (int o = 0; o < m.options[at(k)]; ++o) {
      const int cell = m.first[at(k)] + o;
      set(t, columns.hold, cell, t(m.hold_of[at(cell)]));
      set(t, columns.watch, cell, t(m.watch_of[at(cell)]));
      set(t, columns.balance, cell, t(m.balance_of[at(cell)]) * t(m.war.peace_balance));
      set(t, columns.front, cell, t(m.front_of[at(cell)]));
      set(t, columns.has_front, cell, c(m.front_of[at(cell)].knob < 0 ? 0.0 : 1.0));
      set(t, columns.core_open, cell, c(m.core[at(k)] && o == 0 ? 1.0 : 0.0));
      for (int i = 0; i < m.parties; ++i) {
        if (columns.spends[at(i)] >= 0) set(t, columns.spends[at(i)], cell, c(m.spends[at(cell)] >> i & 1u));
        if (columns.bound[at(i)] >= 0) set(t, columns.bound[at(i)], cell, c(m.bound[at(cell)] >> i & 1u));
      }
    }
  }
}

}  // namespace

Columns columns_of(const Model& m) {
  Columns columns;
  int next = m.rows;
  for (int* column :
       {&columns.hold, &columns.watch, &columns.balance, &columns.front, &columns.has_front, &columns.core_open})
    *column = next++;
  const auto party_columns = [&](const std::vector<std::uint32_t>& of_cell) {
    std::vector<int> found(at(m.parties), -1);
    for (int i = 0; i < m.parties; ++i)
      if (std::any_of(of_cell.begin(), of_cell.end(), [i](std::uint32_t set) { return set >> i & 1u; }))
        found[at(i)] = next++;
    return found;
  };
  columns.spends = party_columns(m.spends);
  columns.bound = party_columns(m.bound);
  columns.count = next;
  for (int i = 0; i < m.parties; ++i) {
    // The hazard of breaking asks what both sides make of a package, also of one that is left out of the signatures.
    const bool side = i == m.party_of_side[side_a] || i == m.party_of_side[side_b];
    bool heard = side || (m.signatories >> i & 1u) || columns.spends[at(i)] >= 0;
    for (const auto& channel : m.channels) heard = heard || (channel.members >> i & 1u);
    columns.heard[at(i)] = heard && m.values_something[at(i)];
  }
  for (int k = 0; k < m.issues; ++k) {
    const auto some = [&](auto f) {
      for (int o = 0; o < m.options[at(k)]; ++o)
        if (f(m.first[at(k)] + o)) return true;
      return false;
    };
    auto& active = columns.of_issue.emplace_back();
    for (int row = 0; row < m.rows; ++row)
      if (m.weight[at(row * m.issues + k)].knob >= 0) active.push_back(row);
    const auto effect = [&](int column, const std::vector<Number>& of_cell) {
      if (some([&](int cell) { return of_cell[at(cell)].knob >= 0; })) active.push_back(column);
    };
    effect(columns.hold, m.hold_of), effect(columns.watch, m.watch_of), effect(columns.balance, m.balance_of);
    effect(columns.front, m.front_of), effect(columns.has_front, m.front_of);
    if (m.core[at(k)]) active.push_back(columns.core_open);
    for (int i = 0; i < m.parties; ++i) {
      if (some([&](int cell) { return m.spends[at(cell)] >> i & 1u; })) active.push_back(columns.spends[at(i)]);
      if (some([&](int cell) { return m.bound[at(cell)] >> i & 1u; })) active.push_back(columns.bound[at(i)]);
    }
    auto& looked_at = columns.at_table.emplace_back();
    for (const int column : active) {
      const int party = column < m.parties ? column : column < m.rows ? m.audiences[at(column - m.parties)].party : -1;
      if (party < 0 || columns.heard[at(party)]) looked_at.push_back(column);
    }
  }
  return columns;
}

template <class V>
void prepare(const Model& m, const Columns& columns, const Switches& on, bool central, const Stream<V>& stream,
             Terms<V>& t) {
  t.columns = &columns;
  t.on = on;
  t.cell_count = m.cells;
  t.table.assign(at(columns.count * m.cells), constant<V>(0.0));
  t.knob.assign(1 + m.dossier.knobs.size(), constant<V>(0.0));
  draw(m.dossier.knobs, stream, central, std::span(t.knob).subspan(1));
  prepare_fronts(m, t);
  prepare_values(m, t);
  prepare_linkages(m, t);
  prepare_effects(m, t);
  for (std::size_t a = 0; a < m.audiences.size(); ++a)
    t.per_scale[a] = constant<V>(1.0) / t(m.audiences[a].number.scale);
}

template void prepare<Lanes>(const Model&, const Columns&, const Switches&, bool, const Stream<Lanes>&, Terms<Lanes>&);
template void prepare<double>(const Model&, const Columns&, const Switches&, bool, const Stream<double>&,
                              Terms<double>&);

}  // namespace armistice
