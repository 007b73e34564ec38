// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/simulate.h"
#include "armistice/dynamics/terms.h"

namespace armistice {

std::vector<Series> series(const Model& m) {
  using S = const State<Lanes>&;
  std::vector<Series> list;
  const auto add = [&](const std::string& name, const std::string& unit, double least, double most, auto value) {
    list.push_back({name, unit, least, most, value});
  };
  const std::array<std::string, 2> side{m.dossier.side_a.party.id, m.dossier.side_b.party.id};
  const auto heard = columns_of(m).heard;
  add("front", "share of the objective held by " + side[side_a], 0, 1, [](S s) { return s.front; });
  add("balance", "ln strength " + side[side_a] + " to " + side[side_b], -3, 3, [](S s) { return s.balance; });
  for (std::size_t i = 0; i < 2; ++i) {
    const auto party = static_cast<std::size_t>(m.party_of_side[i]);
    add("manpower " + side[i], "share of the start", 0, 2, [i](S s) { return s.manpower[i]; });
    add("materiel " + side[i], "share of the start", 0, 3, [i](S s) { return s.materiel[i]; });
    add("reserve " + side[i], "years of spending", 0, 4, [i](S s) { return s.reserve[i]; });
    add("will " + side[i], "share", 0, 1, [i](S s) { return s.will[i]; });
    add("blame " + side[i], "0 or 1", 0, 1, [i](S s) { return s.blame[i]; });
    add("belief " + side[i], "front's mean speed, share a year", -0.5, 0.5, [party](S s) { return s.belief[party]; });
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(m.parties); ++i) {
    if (!heard[i]) continue;
    const std::string& id = m.dossier.parties[i].name.id;
    add("walk-away " + id, "utility", -0.5, 1, [i](S s) { return s.walk_away[i]; });
    add("gain " + id, "utility, of the text on the table", -1, 1, [i](S s) { return s.gain[i]; });
  }
  for (std::size_t a = 0; a < m.aids.size(); ++a)
    add("aid " + m.dossier.aids[a].name.id, "share of today", 0, 1, [a](S s) { return s.aid[a]; });
  add("distance", "utility, largest least gain found", -1, 1, [](S s) { return s.distance; });
  add("consensus", "share of closed clauses", 0, 1, [](S s) { return s.consensus; });
  add("tempo", "0 offensive, 1 positional, 2 low", 0, 2, [](S s) { return s.tempo; });
  add("credibility", "of the mediator's threats", 0, 1, [](S s) { return s.credibility; });
  add("mediator", "1 while at work", 0, 1, [](S s) { return s.present; });
  return list;
}

}  // namespace armistice
