// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/dossier_field.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "armistice/dynamics/hands.h"

namespace armistice {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
std::size_t at(int i) { return static_cast<std::size_t>(i); }

// What a row of the utility tables makes of the options of an issue in one draw: weight times value.
std::vector<double> worths(const Model& m, const Hand& hand, int lane_of_draw, int row, int issue) {
  std::vector<double> all;
  const Lanes* cells = hand.t.cells(row, m.first[at(issue)]);
  for (int o = 0; o < m.options[at(issue)]; ++o) all.push_back(static_cast<double>(lane(cells[o], lane_of_draw)));
  return all;
}

double weight_of(const Model& m, const Hand& hand, int lane_of_draw, int row, int issue) {
  const Number weight = m.weight[at(row * m.issues + issue)];
  return static_cast<double>(lane(hand.t(weight), lane_of_draw));
}

// The option liked best, open apart; the first of several. -1 where all are worth the same.
int liked_best(const std::vector<double>& worth) {
  const auto [least, most] = std::minmax_element(worth.begin() + 1, worth.end());
  return *least < *most ? static_cast<int>(most - worth.begin()) : -1;
}

// The places of an issue's options between the two sides; nothing where they see them alike.
std::vector<double> places_of(const Model& m, const Hand& hand, int issue) {
  std::vector<double> place;
  for (const int side : {side_a, side_b}) {
    const int party = m.party_of_side[at(side)];
    const double weight = weight_of(m, hand, 0, party, issue);
    const std::vector<double> worth = worths(m, hand, 0, party, issue);
    place.resize(worth.size());
    for (std::size_t o = 1; o < worth.size(); ++o)
      place[o] += (side == side_a ? 1 : -1) * (weight > 0 ? worth[o] / weight : 0);
  }
  const auto [least, most] = std::minmax_element(place.begin() + 1, place.end());
  const double low = *least, width = *most - *least;
  if (place.size() < 3 || width < 1e-6) return {};
  for (std::size_t o = 1; o < place.size(); ++o)
    place[o] = 100 * ((place[o] - low) / width);  // the ends are 0 and 100 to the bit
  place[0] = unknown;
  return place;
}

// Fills what may be drawn.
void fill(const Model& m, const Hand& hand, int lane_of_draw, const DossierField& frame, collective::Field& field) {
  for (int i = 0; i < m.parties; ++i) {
    double sum = 0;
    for (int k = 0; k < m.issues; ++k) sum += weight_of(m, hand, lane_of_draw, i, k);
    for (std::size_t k = 0; k < frame.issues.size(); ++k) {
      const std::size_t cell = field.at(at(i), k);
      const int best = liked_best(worths(m, hand, lane_of_draw, i, frame.issues[k]));
      const double share = sum > 0 ? weight_of(m, hand, lane_of_draw, i, frame.issues[k]) / sum : 0;
      field.capability[cell] = static_cast<double>(lane(hand.t(m.party[at(i)].capability), lane_of_draw));
      field.salience[cell] = best < 0 ? 0 : share;
      field.position[cell] = best < 0 ? unknown : frame.place[k][at(best)];
    }
  }
}

int parties_with_a_view(const Model& m, const Hand& hand, int issue) {
  int count = 0;
  for (int i = 0; i < m.parties; ++i) count += liked_best(worths(m, hand, 0, i, issue)) >= 0 ? 1 : 0;
  return count;
}

}  // namespace

DossierField field_of(const Model& m) {
  const Hands hands(m, Plan{.on = {}, .central = true}, 1);
  const Hand& hand = *hands.blocks.front();
  DossierField all;
  for (int k = 0; k < m.issues; ++k) {
    std::vector<double> place = places_of(m, hand, k);
    if (place.empty() || parties_with_a_view(m, hand, k) < 2) continue;
    all.issues.push_back(k), all.place.push_back(std::move(place));
    all.field.issues.push_back(m.dossier.issues[at(k)].name.id);
  }
  for (const auto& party : m.dossier.parties) all.field.actors.push_back(party.name.id);
  const std::size_t cells = all.field.actors.size() * all.field.issues.size();
  all.field.low.assign(all.issues.size(), 0), all.field.high.assign(all.issues.size(), 100);
  all.field.capability.resize(cells), all.field.salience.resize(cells), all.field.position.resize(cells);
  fill(m, hand, 0, all, all.field);
  return all;
}

std::vector<collective::Field> drawn_fields(const Model& m, const DossierField& central, std::uint64_t seed,
                                            std::uint32_t count) {
  std::vector<collective::Field> fields;
  if (count == 0) return fields;
  const Hands hands(m, Plan{.seed = seed, .on = {}}, count);
  for (const auto& hand : hands.blocks)
    for (int l = 0; l < hand->lanes; ++l) fill(m, *hand, l, central, fields.emplace_back(central.field));
  return fields;
}

std::vector<int> without_capability(const Model& m) {
  std::vector<int> all;
  for (int i = 0; i < m.parties; ++i)
    if (m.dossier.knobs[at(m.party[at(i)].capability.knob)].omitted) all.push_back(i);
  return all;
}

}  // namespace armistice
