// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/pages/weighing_table.h"

#include "armistice/output/pages/base64.h"
#include "armistice/output/pages/json.h"

// How a package is weighed with the table (dynamics/package.h; docs/model.md, 7), in one draw. Cells are those of the
// package: first[issue] + option, one for each issue. A sum is over them. Numbers named by a word are scalars.
//
//   links_i      sum of link_value over links of party i whose `when` is all in the package
//   U_i          sum of utility(i, cell) + links_i
//   line         sum of front(cell) where some cell is front_named, else front
//   again_i      fight_on_i + clamp(by_position_i (line - front) + by_balance_i sum of balance(cell), +- stake_i)
//   temptation   sum over the two sides of max(0, again_i - U_i) / stake_i
//   ease         hold.temptation temptation - sum of hold(cell) - hold.watch_effect min(1, sum of watch(cell))
//   h            hold.breakdown (hold.ceasefire where a core issue is open) exp(clamp(ease, -8, 4)), per year; 0 unless
//                `breakdown`
//   against_a    exp(min(20, -per_scale_a (sum of audience_utility(a, cell) + links_i - threshold_a))) of audience a of
//                party i; 0 where, for some issue that its only_when names, the package has none of the options named
//   passing_i    1 / product of (1 + against_a) over the audiences of i
//   broken_i     h / (discount_i + h)
//   lost_i       relapse_i + liability_i min(1, how many cells bind i)
//   gain_i       U_i + broken_i (again_i - U_i - lost_i) - walk_away_i - tied_i
//                - (where `ratify`) audience_cost_i (1 - passing_i)
//
// Party i must accept when it has a stake and signs, or some cell spends its means. The least gain is over those who
// must. A rule is broken where all of `when` is in the package and none of `then` is. Years that it would last:
// 1 / max(1e-4, h).
namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// value(hand, lane, thing), draw by draw.
template <class F>
std::string per_draw(const Hands& hands, std::size_t things, F value) {
  std::vector<float> numbers;
  numbers.reserve(hands.draws * things);
  for (const auto& hand : hands.blocks)
    for (int l = 0; l < hand->lanes; ++l)
      for (std::size_t i = 0; i < things; ++i) numbers.push_back(lane(value(*hand, i), l));
  return base64(numbers);
}

// Rows of the package table, (draw, row, cell).
std::string rows_of(const Hands& hands, const std::vector<int>& columns) {
  const auto cells = at(hands.model.cells);
  return per_draw(hands, columns.size() * cells,
                  [&](const Hand& hand, std::size_t i) { return *hand.t.cells(columns[i / cells], int(i % cells)); });
}

Json cells_of(const std::vector<Choice>& choices) {
  Json all = Json::array();
  for (const Choice& choice : choices) all.push_back({choice.issue, static_cast<int>(choice.option)});
  return all;
}

// (cell): the parties of its set.
Json sets(const Model& m, const std::vector<std::uint32_t>& of_cell) {
  Json all = Json::array();
  for (const std::uint32_t set : of_cell) {
    Json& parties = all.emplace_back(Json::array());
    for (int i = 0; i < m.parties; ++i)
      if (set >> i & 1u) parties.push_back(i);
  }
  return all;
}

// What does not change from draw to draw.
Json structure(const Hands& hands) {
  const Model& m = hands.model;
  const Switches& on = hands.blocks[0]->t.on;
  Json table = {{"draws", hands.draws}, {"first", m.first}, {"cells", m.cells}};
  table["signs"] = sets(m, {m.signatories})[0];
  table["parties"] = Json::array();
  for (int i = 0; i < m.parties; ++i)
    if (m.values_something[at(i)]) table["parties"].push_back(i);
  table["spends"] = sets(m, m.spends), table["bound"] = sets(m, m.bound);
  table["core"] = m.core;
  for (const Number& front : m.front_of) table["front_named"].push_back(front.knob >= 0);
  table["links"] = table["audiences"] = table["rules"] = Json::array();
  for (const Link& link : m.links) table["links"].push_back({{"party", link.party}, {"when", cells_of(link.when)}});
  for (const AudienceRow& audience : m.audiences)
    table["audiences"].push_back({{"party", audience.party}, {"only_when", cells_of(audience.only_when)}});
  for (std::size_t r = 0; r < m.rules.size(); ++r) {
    const std::string why = r < m.dossier.constraints.size() ? m.dossier.constraints[r].why : "";
    table["rules"].push_back({{"when", cells_of(m.rules[r].when)}, {"then", cells_of(m.rules[r].then)}, {"why", why}});
  }
  table["sides"] = m.party_of_side;
  table["ratify"] = on.audiences, table["breakdown"] = on.breakdown;
  return table;
}

void add_scalars(const Hands& hands, const std::vector<int>& parties, Json& table) {
  const Model& m = hands.model;
  const auto scalars = [&](const std::string& name, const std::vector<std::string>& names, std::size_t things, auto f) {
    table[name + "s"] = per_draw(hands, things * names.size(), [&](const Hand& hand, std::size_t i) {
      return f(hand.t, hand.s, i / names.size())[i % names.size()];
    });
    table[name + "_names"] = names;
  };
  using Numbers = std::vector<Lanes>;
  using T = Terms<Lanes>;
  using S = State<Lanes>;
  scalars(
      "scalar", {"front", "hold.temptation", "hold.watch_effect", "hold.breakdown", "hold.ceasefire"}, 1,
      [&](const T& t, const S& s, std::size_t) {
        return Numbers{s.front, t(m.hold.temptation), t(m.hold.watch_effect), t(m.hold.breakdown), t(m.hold.ceasefire)};
      });
  scalars("party_scalar",
          {"fight_on", "by_position", "by_balance", "stake", "walk_away", "discount", "relapse", "liability", "tied",
           "audience_cost"},
          parties.size(), [&](const T& t, const S& s, std::size_t row) {
            const std::size_t i = at(parties[row]);
            const PartyNumbers& n = m.party[i];
            return Numbers{s.fight_on[i],
                           s.by_position[i],
                           s.by_balance[i],
                           t.stake[i],
                           s.walk_away[i],
                           t(n.discount),
                           t(n.relapse),
                           t(n.liability),
                           t(n.tie_cost) * s.tied[i],
                           t(n.audience_cost) * s.hardness[i]};
          });
  scalars("audience_scalar", {"threshold", "per_scale"}, m.audiences.size(),
          [&](const T& t, const S& s, std::size_t a) {
            return Numbers{s.threshold[a], t.per_scale[a]};
          });
}

}  // namespace

std::string weighing_table(const Hands& hands) {
  const Model& m = hands.model;
  const Columns& columns = hands.columns;
  Json table = structure(hands);
  const auto parties = table["parties"].get<std::vector<int>>();
  std::vector<int> audiences;
  for (std::size_t a = 0; a < m.audiences.size(); ++a) audiences.push_back(m.parties + static_cast<int>(a));
  table["utility"] = rows_of(hands, parties);
  table["audience_utility"] = rows_of(hands, audiences);
  table["hold"] = rows_of(hands, {columns.hold}), table["watch"] = rows_of(hands, {columns.watch});
  table["balance"] = rows_of(hands, {columns.balance}), table["front"] = rows_of(hands, {columns.front});
  table["link_value"] =
      per_draw(hands, m.links.size(), [&](const Hand& hand, std::size_t x) { return hand.t(m.links[x].value); });
  add_scalars(hands, parties, table);
  return table.dump();
}

}  // namespace armistice
