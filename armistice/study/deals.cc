// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/deals.h"

#include <algorithm>
#include <map>
#include <set>

#include "armistice/dynamics/search.h"
#include "armistice/study/deals_parts.h"
#include "armistice/study/parallel.h"

namespace armistice {
namespace {

// Each option's share among the packages that pass nearly as often as the best.
std::vector<CommonClause> common_clauses(const Model& m, const std::vector<std::vector<int>>& packages) {
  std::vector<CommonClause> common;
  for (int k = 0; k < m.issues; ++k) {
    std::vector<int> count(at(m.options[at(k)]));
    for (const auto& package : packages) ++count[at(package[at(k)])];
    const auto most = std::max_element(count.begin(), count.end());
    common.push_back({k, static_cast<int>(most - count.begin()), *most / std::max(1.0, double(packages.size()))});
  }
  return common;
}

// A package that passes in most draws when the model is limited, as the whole model sees it.
WithoutView look_without(const Model& whole, const Model& m, const Plan& plan, const DealQuestion& question,
                         WithoutView::Kind kind) {
  const Hands hands(m, plan, question.draws);
  auto zone = find_zone(hands, question);
  const auto robust = find_robust(hands, question, zone.best);
  WithoutView view{kind, zone.view, {}};
  if (robust.best.empty()) return view;
  view.best = view_deal(hands, robust.best.front());
  const DealView seen = view_deal(Hands(whole, plan, question.draws), robust.best.front());
  for (std::size_t i = 0; i < view.best.party.size(); ++i)
    if (question.without >> i & 1u) {
      view.best.party[i] = seen.party[i];
      view.best.party[i].must = false;
    }
  return view;
}

}  // namespace

ZoneFound find_zone(const Hands& hands, const DealQuestion& question) {
  const Model& m = hands.model;
  const auto starts = starts_of(m, question);
  ZoneFound result;
  result.view.blocker.assign(at(m.parties), 0);
  ExhaustQuestion exhaust;
  exhaust.fixed = question.required;
  exhaust.most_nodes = 10'000'000;
  exhaust.wanted = exhaust.enough = 0;
  struct Draw {
    double least;
    int blocker;
    bool ruled_out;
    std::vector<int> package;
  };
  std::vector<Draw> draws(hands.draws);
  in_parallel(hands.blocks.size(), question.threads, [&](std::size_t b) {
    const Hand& hand = *hands.blocks[b];
    const Climbed climbed = climb_from(m, hand.t, hand.s, starts);
    for (int l = 0; l < hand.lanes; ++l) {
      Draw& draw = draws[b * lane_count<Lanes> + at(l)];
      for (int k = 0; k < m.issues; ++k) draw.package.push_back(static_cast<int>(lane(climbed.option[at(k)], l)));
      draw.least = static_cast<double>(lane(climbed.least, l));
      draw.blocker = static_cast<int>(lane(climbed.blocker, l));
      draw.ruled_out = false;
      if (draw.least >= 0) continue;
      // Climbing may have missed it: look at every package.
      const ExhaustBest best = best_of_all(hands, hand, l, {draw.package}, exhaust);
      if (best.least > draw.least) {
        draw.least = best.least, draw.package = best.package;
        Worths<Lanes> w;
        Lanes who;
        const auto p = summed(hands, hand, draw.package);
        weigh(m, hand.t, hand.s, p, w, false);
        least_gain(m, hand.t, p, w, who);
        draw.blocker = static_cast<int>(lane(who, l));
      }
      draw.ruled_out = draw.least < 0 && best.bound < 0;
    }
  });
  std::vector<double> least;
  for (Draw& draw : draws) {
    ++(draw.least >= 0 ? result.view.found : draw.ruled_out ? result.view.ruled_out : result.view.open);
    if (draw.blocker >= 0) result.view.blocker[at(draw.blocker)] += 1.0 / hands.draws;
    least.push_back(draw.least);
    result.best.push_back(std::move(draw.package));
  }
  result.view.range = wilson_interval(result.view.found, hands.draws, 0.95);
  result.view.least = spread_of_draws(std::move(least));
  return result;
}

RobustFound find_robust(const Hands& hands, const DealQuestion& question, std::vector<std::vector<int>> candidates) {
  const Model& m = hands.model;
  std::map<std::vector<int>, Passing> seen;
  const auto passing = [&](const std::vector<int>& package, int needed) {
    const auto known = seen.find(package);
    if (known != seen.end()) return known->second;
    const Passing p = passing_draws(hands, package, needed);
    if (p.draws >= 0) seen.emplace(package, p);
    return p;
  };
  std::vector<std::pair<Passing, std::vector<int>>> ranked;
  for (const auto& package : std::set<std::vector<int>>(candidates.begin(), candidates.end()))
    ranked.emplace_back(passing(package, 0), package);
  std::sort(ranked.rbegin(), ranked.rend());
  constexpr std::size_t climbers = 6;
  if (ranked.size() > climbers) ranked.resize(climbers);
  // Nearly as often: within a twentieth of the draws.
  const int near = static_cast<int>(hands.draws) / 20;
  for (auto& climber : ranked) {
    // Plain references: clang 14 lets no lambda capture a structured binding.
    auto& value = climber.first;
    auto& package = climber.second;
    for (bool better = true; better;) {
      better = false;
      const auto base = package;
      const auto look = [&](const std::vector<int>& next) {
        const Passing p = passing(next, value.draws - near);
        if (p > value) value = p, package = next, better = true;
      };
      for (int k = 0; k < m.issues; ++k)
        for (int o = 0; o < m.options[at(k)]; ++o) {
          auto one = base;
          one[at(k)] = o;
          if (o != base[at(k)]) look(one);
          for (int l = k + 1; l < m.issues; ++l)
            for (int q = 0; q < m.options[at(l)]; ++q) {
              if (o == base[at(k)] || q == base[at(l)]) continue;
              auto two = one;
              two[at(l)] = q;
              look(two);
            }
        }
    }
  }
  std::vector<std::pair<Passing, std::vector<int>>> all;
  for (const auto& [package, p] : seen) all.emplace_back(p, package);
  std::sort(all.rbegin(), all.rend());
  RobustFound found;
  for (const auto& [p, package] : all) {
    if (p.draws <= 0 || p.draws < all.front().first.draws - near) break;
    found.near_best.push_back(package);
    if (found.best.size() < question.listed) found.best.push_back(package);
  }
  return found;
}

Deals find_deals(const Model& whole, const Plan& plan, const DealQuestion& question,
                 const std::function<void(const char*)>& stage) {
  const auto say = [&](const char* what) {
    if (stage) stage(what);
  };
  say("the zone of agreement in every draw");
  const Model m = limited(whole, question);
  const Hands hands(m, plan, question.draws);
  Plan middle = plan;
  middle.central = true;
  const Hands central(m, middle, 1);
  Deals deals;
  deals.draws = hands.draws;
  deals.packages = 1;
  for (const int options : m.options) deals.packages *= options;
  const ZoneFound zone = find_zone(hands, question);
  deals.zone = zone.view;
  say("packages that pass in many draws");
  const RobustFound robust = find_robust(hands, question, zone.best);
  for (const auto& package : robust.best) deals.robust.push_back(view_deal(hands, package));
  deals.common = common_clauses(m, robust.near_best);
  deals.common_of = robust.near_best.size();
  say("all packages at the centre of the numbers");
  deals.central = find_central(m, middle, question, robust.best);
  say("changes of the texts");
  deals.texts.resize(m.texts.size());
  in_parallel(m.texts.size(), question.threads,
              [&](std::size_t x) { deals.texts[x] = change_text(hands, central, question, static_cast<int>(x)); });
  if (question.without != 0) {
    say("what leaving out changes");
    DealQuestion nobody_out = question;
    nobody_out.without = 0;
    deals.without.push_back(look_without(whole, limited(whole, nobody_out), plan, nobody_out, WithoutView::everyone));
    deals.without.push_back(look_without(whole, m, plan, question, WithoutView::means_stay));
    deals.without.push_back(
        look_without(whole, limited(whole, question, true), plan, question, WithoutView::means_promised));
  }
  return deals;
}

}  // namespace armistice
