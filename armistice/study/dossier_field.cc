// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/dossier_field.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "armistice/dynamics/terms.h"

namespace armistice {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
std::size_t at(int i) { return static_cast<std::size_t>(i); }

// What a row of the utility tables makes of the options of an issue in one draw: weight times value.
std::vector<double> worths(const Model& m, const Terms<Lanes>& t, int lane_of_draw, int row, int issue) {
  std::vector<double> all;
  const Lanes* cells = t.cells(row, m.first[at(issue)]);
  for (int o = 0; o < m.options[at(issue)]; ++o) all.push_back(static_cast<double>(lane(cells[o], lane_of_draw)));
  return all;
}

double weight_of(const Model& m, const Terms<Lanes>& t, int lane_of_draw, int row, int issue) {
  const Number weight = m.weight[at(row * m.issues + issue)];
  return static_cast<double>(lane(t(weight), lane_of_draw));
}

// The option liked best, open apart; the first of several. -1 where all are worth the same.
int liked_best(const std::vector<double>& worth) {
  const auto [least, most] = std::minmax_element(worth.begin() + 1, worth.end());
  return *least < *most ? static_cast<int>(most - worth.begin()) : -1;
}

// The places of an issue's options, and of leaving it open, between the two sides; nothing where they see the options
// alike.
std::vector<double> places_of(const Model& m, const Terms<Lanes>& t, int issue) {
  std::vector<double> place;
  for (const int side : {side_a, side_b}) {
    const int party = m.party_of_side[at(side)];
    const double weight = weight_of(m, t, 0, party, issue);
    const std::vector<double> worth = worths(m, t, 0, party, issue);
    place.resize(worth.size());
    for (std::size_t o = 0; o < worth.size(); ++o)
      place[o] += (side == side_a ? 1 : -1) * (weight > 0 ? worth[o] / weight : 0);
  }
  const auto [least, most] = std::minmax_element(place.begin() + 1, place.end());
  const double low = *least, width = *most - *least;
  if (place.size() < 3 || width < 1e-6) return {};
  for (std::size_t o = 1; o < place.size(); ++o)
    place[o] = 100 * ((place[o] - low) / width);  // the ends are 0 and 100 to the bit
  place[0] = std::clamp(100 * ((place[0] - low) / width), 0.0, 100.0);
  return place;
}

// The terms of the draws from `first` on, with the front where it stands today.
void prepare_today(const Model& m, const Columns& columns, bool central, const Stream<Lanes>& stream, Terms<Lanes>& t) {
  prepare(m, columns, Switches{}, central, stream, t);
  Lanes today = constant<Lanes>(0.0);
  for (std::size_t f = 0; f < m.front.size(); ++f) today += t.front[f].weight * t.front[f].start;
  set_front(t, today);
}

DrawnField drawn(const Model& m, const Terms<Lanes>& t, int lane_of_draw, const DossierField& frame) {
  DrawnField all;
  for (int i = 0; i < m.parties; ++i) {
    double sum = 0;
    for (int k = 0; k < m.issues; ++k) sum += weight_of(m, t, lane_of_draw, i, k);
    for (std::size_t k = 0; k < frame.issues.size(); ++k) {
      const int best = liked_best(worths(m, t, lane_of_draw, i, frame.issues[k]));
      const double share = sum > 0 ? weight_of(m, t, lane_of_draw, i, frame.issues[k]) / sum : 0;
      all.capability.push_back(static_cast<double>(lane(t(m.party[at(i)].capability), lane_of_draw)));
      all.salience.push_back(best < 0 ? 0 : share);
      all.position.push_back(best < 0 ? unknown : frame.place[k][at(best)]);
    }
  }
  return all;
}

int parties_with_a_view(const Model& m, const Terms<Lanes>& t, int issue) {
  int count = 0;
  for (int i = 0; i < m.parties; ++i) count += liked_best(worths(m, t, 0, i, issue)) >= 0 ? 1 : 0;
  return count;
}

}  // namespace

DossierField field_of(const Model& m) {
  const Columns columns = columns_of(m);
  Terms<Lanes> t;
  prepare_today(m, columns, true, Stream<Lanes>{1, 0, 0}, t);
  DossierField all;
  for (int k = 0; k < m.issues; ++k) {
    std::vector<double> place = places_of(m, t, k);
    if (place.empty() || parties_with_a_view(m, t, k) < 2) continue;
    all.field.reference.push_back(place[0]);
    place[0] = unknown;
    all.issues.push_back(k), all.place.push_back(std::move(place));
    all.field.issues.push_back(m.dossier.issues[at(k)].name.id);
  }
  for (const auto& party : m.dossier.parties) all.field.actors.push_back(party.name.id);
  all.field.low.assign(all.issues.size(), 0), all.field.high.assign(all.issues.size(), 100);
  all.field.procedure.setter = m.mediator;
  for (int i = 0; i < m.parties; ++i) all.field.procedure.vetoes.push_back((m.signatories >> i & 1u) != 0);
  all.field = with_drawn(all, drawn(m, t, 0, all));
  return all;
}

std::vector<DrawnField> drawn_fields(const Model& m, const DossierField& central, std::uint64_t seed,
                                     std::uint32_t count) {
  std::vector<DrawnField> all;
  const Columns columns = columns_of(m);
  Terms<Lanes> t;
  for (std::uint32_t first = 0; first < count; first += lane_count<Lanes>) {
    prepare_today(m, columns, false, Stream<Lanes>{seed, first, 0}, t);
    for (int l = 0; l < lane_count<Lanes> && first + static_cast<std::uint32_t>(l) < count; ++l)
      all.push_back(drawn(m, t, l, central));
  }
  return all;
}

collective::Field with_drawn(const DossierField& central, const DrawnField& drawn) {
  collective::Field field = central.field;
  field.capability = drawn.capability, field.salience = drawn.salience, field.position = drawn.position;
  return field;
}

std::vector<int> without_capability(const Model& m) {
  std::vector<int> all;
  for (int i = 0; i < m.parties; ++i)
    if (m.dossier.knobs[at(m.party[at(i)].capability.knob)].omitted) all.push_back(i);
  return all;
}

}  // namespace armistice
