// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <vector>

#include "armistice/dynamics/draw.h"
#include "armistice/dynamics/state.h"
#include "armistice/model/model.h"

// The terms of a run: what is given when it begins and does not change in it. They follow from the run's draw.
namespace armistice {

inline constexpr double years_a_week = 1.0 / 52.0;
inline constexpr double days_a_year = 365.25;

// The columns of the package table. Each is a sum over clauses: utilities of every row (parties, then audiences), then
// what the clauses do to peace, then whose means they spend and who is bound to fight for them.
struct Columns {
  int hold = 0, watch = 0, balance = 0, front = 0, has_front = 0, core_open = 0;
  std::vector<int> spends, bound;  // (party): column, -1 for none
  int count = 0;
  std::vector<std::vector<int>> of_issue;  // (issue): columns that the issue's options may change
  std::vector<std::vector<int>> at_table;  // (issue): those of them that a meeting looks at
  std::array<bool, most_parties>
      heard{};  // (party): has a stake, and is of a side, signs, holds means that clauses spend, or is in a channel
};
inline constexpr int most_columns = most_parties + most_audiences + 6 + 2 * most_parties;

Columns columns_of(const Model& model);

// One front in shares of its objective and years, with the exact weekly step of its speed and position
// (theory/front.h).
template <class V>
struct FrontTerms {
  V weight, start, speed;
  V memory;                          // share of a deviation of the speed that a week leaves
  V carried;                         // shift of the position per deviation of the speed
  V speed_noise, shared, own_noise;  // v: speed_noise Z1; x: shared Z1 + own_noise Z2
};

template <class V>
struct Terms {
  const Columns* columns = nullptr;
  Switches on;
  TalkProtocol protocol = TalkProtocol::text;
  std::vector<V> knob;  // 0, then the draw

  std::array<FrontTerms<V>, most_fronts> front;
  V variance;  // long-run variance rate of the whole front, shares^2 a year
  V per_km2;   // (shares a year) per (km2 a day)
  V line;      // thousand km of front

  std::vector<V> table;                     // (column, cell) at the front where the run begins; see set_front
  std::vector<int> moving;                  // entries of the table that depend on the front
  std::vector<V> at_0, slope;               // of those, side by side with `moving`
  std::array<V, most_audiences> per_scale;  // 1 / scale of each audience
  // What is at stake for each party: utility from its worst to its best package at today's front, clause by clause.
  // Gains of different parties are compared in shares of it, so that no decision hangs on a party's scale of utility.
  std::array<V, most_parties> stake;
  std::array<V, most_parties> flow_0, flow_1;           // status quo while fighting, flow_0 + flow_1 x
  std::array<std::array<V, most_parties>, 2> dictated;  // (side, party): utility of the peace that the side dictates

  // The value of a number; one that is not there has the handle -1 and is the 0 in front of the knobs.
  const V& operator()(Number number) const { return knob[1 + static_cast<std::size_t>(number.knob)]; }
  const V* cells(int column, int first) const {
    return table.data() + static_cast<std::size_t>(column) * static_cast<std::size_t>(cell_count) +
           static_cast<std::size_t>(first);
  }
  int cell_count = 0;
};

// Fills the terms of the runs of the stream; `terms` is reused from block to block, so that nothing is allocated twice.
template <class V>
void prepare(const Model& model, const Columns& columns, const Switches& on, bool central, const Stream<V>& stream,
             Terms<V>& terms);

// Moves the entries that depend on the front to where it stands now.
template <class V>
void set_front(Terms<V>& terms, const V& front) {
  for (std::size_t i = 0; i < terms.moving.size(); ++i)
    terms.table[static_cast<std::size_t>(terms.moving[i])] = terms.at_0[i] + terms.slope[i] * front;
}

}  // namespace armistice
