// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "armistice/dynamics/search.h"
#include "armistice/study/deals_parts.h"

namespace armistice {
namespace {

Spread spread_of(std::vector<double>& values) {
  if (values.empty()) return {};
  double sum = 0;
  for (const double v : values) sum += v;
  std::sort(values.begin(), values.end());
  return {sum / static_cast<double>(values.size()), sorted_quantile(values, 0.05), sorted_quantile(values, 0.95)};
}

}  // namespace

Spread spread_of_draws(std::vector<double> values) { return spread_of(values); }

DealView view_deal(const Hands& hands, const std::vector<int>& package) {
  const Model& m = hands.model;
  DealView view;
  view.package = package;
  view.party.resize(at(m.parties));
  std::vector<std::vector<double>> gain(at(m.parties));
  std::vector<double> years;
  int passing = 0;
  const double share = 1.0 / hands.draws;
  for (const auto& hand : hands.blocks) {
    const auto p = summed(hands, *hand, package);
    Worths<Lanes> w;
    weigh(m, hand->t, hand->s, p, w);
    Lanes who;
    const Lanes least = least_gain(m, hand->t, p, w, who);
    view.allowed = view.allowed && lane(allowed(m, p.option), 0);
    std::vector<bool> must(at(m.parties));
    for (std::size_t i = 0; i < must.size(); ++i) must[i] = lane(must_accept(m, hand->t, p, i), 0);
    for (int l = 0; l < hand->lanes; ++l) {
      const auto worst = static_cast<double>(lane(least, l));
      view.least += worst * share;
      passing += worst >= 0 ? 1 : 0;
      double ratified = 1;
      for (std::size_t i = 0; i < must.size(); ++i) {
        PartyDeal& party = view.party[i];
        party.has_stake = m.values_something[i];
        if (!party.has_stake) continue;
        party.must = must[i];
        const auto g = static_cast<double>(lane(w.gain[i], l)), passes = static_cast<double>(lane(w.passing[i], l));
        gain[i].push_back(g);
        party.loses += g < 0 ? share : 0;
        party.ratifies += (passes - 1) * share;
        if (must[i]) ratified *= passes;
      }
      view.ratified += ratified * share;
      view.carried += worst >= 0 && view.allowed ? ratified * share : 0;
      years.push_back(1 / std::max(1e-4, static_cast<double>(lane(w.breakdown, l))));
      if (worst < 0 && lane(who, l) >= 0) view.party[at(static_cast<int>(lane(who, l)))].blocks += share;
    }
  }
  for (std::size_t i = 0; i < gain.size(); ++i) view.party[i].gain = spread_of(gain[i]);
  view.years = spread_of(years);
  view.passes = view.allowed ? passing * share : 0;
  view.passes_range = wilson_interval(view.allowed ? passing : 0, hands.draws, 0.95);
  return view;
}

Passing passing_draws(const Hands& hands, const std::vector<int>& package, int needed) {
  const Model& m = hands.model;
  Passing result{0, 0};
  int left = static_cast<int>(hands.draws);
  for (const auto& hand : hands.blocks) {
    const auto p = summed(hands, *hand, package);
    if (!lane(allowed(m, p.option), 0)) return {};
    Worths<Lanes> w;
    weigh(m, hand->t, hand->s, p, w, false);
    Lanes who;
    const Lanes least = least_gain(m, hand->t, p, w, who);
    for (int l = 0; l < hand->lanes; ++l) {
      result.draws += lane(least, l) >= 0 ? 1 : 0;
      result.least += static_cast<double>(lane(least, l));
    }
    left -= hand->lanes;
    if (result.draws + left < needed) return {};
  }
  result.least /= hands.draws;
  return result;
}

Model limited(const Model& model, const DealQuestion& question, bool promised) {
  Model m = model;
  for (std::size_t k = 0; k < question.required.size(); ++k)
    if (question.required[k] >= 0)
      m.rules.push_back({{}, {{static_cast<int>(k), static_cast<float>(question.required[k])}}});
  m.signatories &= ~question.without;
  for (int k = 0; k < m.issues; ++k)
    for (int o = 0; o < m.options[at(k)]; ++o) {
      std::uint32_t& spends = m.spends[at(m.first[at(k)] + o)];
      if ((spends & question.without) && !promised) m.rules.push_back({{{k, static_cast<float>(o)}}, {}});
      spends &= ~question.without;
    }
  return m;
}

std::vector<std::vector<int>> starts_of(const Model& m, const DealQuestion& question) {
  auto starts = usual_starts(m);
  for (auto& start : starts)
    for (std::size_t k = 0; k < start.size(); ++k) {
      if (!question.required.empty() && question.required[k] >= 0) start[k] = question.required[k];
      const Choice cell{static_cast<int>(k), static_cast<float>(start[k])};
      // A clause that a constraint of its own rules out is left open.
      for (const Rule& rule : m.rules)
        if (rule.then.empty() && rule.when.size() == 1 && rule.when[0].issue == cell.issue &&
            rule.when[0].option == cell.option)
          start[k] = 0;
    }
  return starts;
}

}  // namespace armistice
