// SPDX-License-Identifier: Apache-2.0
// What each party makes of each issue, over draws of the dossier's numbers: weights, the worth of options with the
// front where it stands, red lines, and what it rests on.
#include "armistice/dynamics/hands.h"
#include "armistice/model/evidence.h"
#include "armistice/output/pages/json.h"
#include "armistice/output/pages/sections.h"
#include "armistice/study/deals_parts.h"

namespace armistice {
namespace {

// One value a draw: `value` gives that of every draw in a block.
template <class F>
Spread over(const Hands& hands, F value) {
  std::vector<double> values;
  for (const auto& hand : hands.blocks) {
    const Lanes all = value(*hand);
    for (int l = 0; l < hand->lanes; ++l) values.push_back(static_cast<double>(lane(all, l)));
  }
  return spread_of_draws(std::move(values));
}

// The share of the party's weights that the issue has.
Spread weight_of(const Hands& hands, std::size_t party, std::size_t issue) {
  const Model& m = hands.model;
  const std::size_t first = party * at(m.issues);
  return over(hands, [&](const Hand& hand) {
    Lanes all(0.0f);
    for (std::size_t k = 0; k < at(m.issues); ++k)
      if (m.weight[first + k].knob >= 0) all += hand.t(m.weight[first + k]);
    return hand.t(m.weight[first + issue]) / max(all, Lanes(1e-9f));
  });
}

// What the party holds an option worth with the front where it stands today; nothing where the dossier does not say.
std::optional<Spread> worth_of(const Hands& hands, std::size_t party, std::size_t cell) {
  const Model& m = hands.model;
  const std::size_t entry = party * at(m.cells) + cell;
  if (m.value_0[entry].knob < 0) return std::nullopt;
  return over(hands, [&](const Hand& hand) {
    const Lanes low = hand.t(m.value_0[entry]);
    return low + (hand.t(m.value_1[entry]) - low) * hand.s.front;
  });
}

const Coverage* coverage_of(const std::vector<Coverage>& rows, const std::string& who, const std::string& what) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Coverage& c) { return c.who == who && c.what == what; });
  return found == rows.end() ? nullptr : &*found;
}

void put_counts(Json& json, const Coverage* c) {
  json["cited"] = c ? c->cited : 0, json["assumed"] = c ? c->assumed : 0, json["missing"] = c ? c->missing : 0;
}

Json stand_of(const Hands& hands, const Hands& central, std::size_t party, std::size_t issue) {
  const Model& m = hands.model;
  Json worth = Json::array(), red = Json::array();
  int best = 0;
  double most = -1e9;
  for (int o = 0; o < m.options[issue]; ++o) {
    const std::size_t cell = at(m.first[issue] + o);
    const auto spread_of = worth_of(hands, party, cell);
    worth.push_back(spread_of ? spread(*spread_of) : Json(nullptr));
    red.push_back(static_cast<bool>(m.refuses[party * at(m.cells) + cell]));
    const auto middle = worth_of(central, party, cell);
    if (o > 0 && middle && middle->mean > most) most = middle->mean, best = o;
  }
  return {{"party", party},
          {"issue", issue},
          {"weight", spread(weight_of(hands, party, issue))},
          {"worth", std::move(worth)},
          {"red", std::move(red)},
          {"best", best}};
}

}  // namespace

std::string situation_section(const StudyPages& pages) {
  const Model& m = pages.study.model;
  const Dossier& d = m.dossier;
  const Hands hands(m, pages.study.plan, pages.draws);
  Plan centre = pages.study.plan;
  centre.central = true;
  const Hands central(m, centre, 1);
  const std::vector<Coverage> rows = coverage(d);

  Json stands = Json::array(), own = Json::array(), parts = Json::array(), walk_away = Json::array();
  for (std::size_t i = 0; i < at(m.parties); ++i) {
    for (std::size_t k = 0; k < at(m.issues); ++k) {
      if (m.weight[i * at(m.issues) + k].knob < 0) continue;
      Json stand = stand_of(hands, central, i, k);
      put_counts(stand, coverage_of(rows, d.parties[i].name.id, d.issues[k].name.id));
      stands.push_back(std::move(stand));
    }
    own.push_back({{"party", i}});
    put_counts(own.back(), coverage_of(rows, d.parties[i].name.id, ""));
    walk_away.push_back(m.values_something[i]
                            ? spread(over(hands, [&](const Hand& hand) { return hand.s.walk_away[i]; }))
                            : Json(nullptr));
  }
  for (const Coverage& part : coverage_by_part(d)) {
    if (part.all() == 0) continue;  // only effects that are not there: nothing that could rest on a source
    parts.push_back({{"part", part.who}});
    put_counts(parts.back(), &part);
  }
  return inlined(Json{{"draws", hands.draws},
                      {"stands", std::move(stands)},
                      {"own", std::move(own)},
                      {"parts", std::move(parts)},
                      {"walk_away", std::move(walk_away)}});
}

}  // namespace armistice
