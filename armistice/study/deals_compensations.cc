// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "armistice/study/deals_parts.h"

namespace armistice {
namespace {

// (party): mean gain over the draws; empty where the package breaks a constraint.
std::vector<double> mean_gains(const Hands& hands, const std::vector<int>& package) {
  const Model& m = hands.model;
  std::vector<double> sum(at(m.parties));
  for (const auto& hand : hands.blocks) {
    const auto p = summed(hands, *hand, package);
    if (!lane(allowed(m, p.option), 0)) return {};
    Worths<Lanes> w;
    weigh(m, hand->t, hand->s, p, w);
    for (std::size_t i = 0; i < sum.size(); ++i)
      for (int l = 0; m.values_something[i] && l < hand->lanes; ++l) sum[i] += static_cast<double>(lane(w.gain[i], l));
  }
  for (double& s : sum) s /= hands.draws;
  return sum;
}

struct Table {
  const Hands& hands;
  const DealView& text;
  std::vector<double> gains;  // of the text

  // What the changes give the party, and who of the others who must accept pays most for them.
  bool price(const std::vector<ClauseChange>& given, Compensation& c) const {
    auto package = text.package;
    for (const ClauseChange& change : given) package[at(change.issue)] = change.to;
    const auto after = mean_gains(hands, package);
    if (after.empty()) return false;
    c.given = given;
    c.worth = after[at(c.party)] - gains[at(c.party)];
    c.price = -10, c.dearest = -1;
    for (int i = 0; i < hands.model.parties; ++i) {
      if (i == c.party || !text.party[at(i)].must) continue;
      const double pays = gains[at(i)] - after[at(i)];
      if (pays > c.price) c.price = pays, c.dearest = i;
    }
    return true;
  }
};

std::vector<ClauseChange> other_clauses(const Model& m, const DealView& text, const DealQuestion& question, int not_k) {
  std::vector<ClauseChange> changes;
  for (int k = 0; k < m.issues; ++k) {
    if (k == not_k || (!question.required.empty() && question.required[at(k)] >= 0)) continue;
    for (int o = 0; o < m.options[at(k)]; ++o)
      if (o != text.package[at(k)]) changes.push_back({k, text.package[at(k)], o});
  }
  return changes;
}

// One clause elsewhere that makes good the loss, else two; the cheapest for the others first.
std::vector<Compensation> offers(const Table& table, const Compensation& refused, const DealQuestion& question) {
  const Model& m = table.hands.model;
  std::vector<Compensation> enough, useful;
  for (const ClauseChange& change : other_clauses(m, table.text, question, refused.clause.issue)) {
    Compensation c = refused;
    if (!table.price({change}, c) || c.worth <= 0) continue;
    (c.worth >= c.loss ? enough : useful).push_back(c);
  }
  const auto by_worth = [](const Compensation& a, const Compensation& b) { return a.worth > b.worth; };
  std::stable_sort(useful.begin(), useful.end(), by_worth);
  for (std::size_t a = 0; enough.empty() && a < useful.size() && a < 12; ++a)
    for (std::size_t b = a + 1; b < useful.size() && b < 12; ++b) {
      const ClauseChange &one = useful[a].given[0], &two = useful[b].given[0];
      Compensation c = refused;
      if (one.issue != two.issue && table.price({one, two}, c) && c.worth >= c.loss) enough.push_back(c);
    }
  std::stable_sort(enough.begin(), enough.end(),
                   [](const Compensation& a, const Compensation& b) { return a.price < b.price; });
  if (enough.size() > 2) enough.resize(2);
  if (enough.empty()) enough.push_back(refused);
  return enough;
}

}  // namespace

std::vector<Compensation> compensate(const Hands& hands, const DealView& as_is, const DealQuestion& question) {
  const Model& m = hands.model;
  std::vector<Compensation> all;
  const Table table{hands, as_is, mean_gains(hands, as_is.package)};
  if (table.gains.empty()) return all;
  for (int i = 0; i < m.parties; ++i) {
    if (!as_is.party[at(i)].must || as_is.party[at(i)].loses < 0.05) continue;
    std::vector<Compensation> refused;
    for (int k = 0; k < m.issues; ++k) {
      const int has = as_is.package[at(k)];
      if (has == 0) continue;
      auto without = as_is.package;
      without[at(k)] = 0;
      const auto gains = mean_gains(hands, without);
      if (gains.empty()) continue;
      Compensation c;
      c.party = i, c.clause = {k, 0, has}, c.loss = gains[at(i)] - table.gains[at(i)];
      if (c.loss > 0.01) refused.push_back(c);
    }
    std::stable_sort(refused.begin(), refused.end(),
                     [](const Compensation& a, const Compensation& b) { return a.loss > b.loss; });
    if (refused.size() > 3) refused.resize(3);
    for (const Compensation& c : refused)
      for (auto& offer : offers(table, c, question)) all.push_back(std::move(offer));
  }
  return all;
}

}  // namespace armistice
