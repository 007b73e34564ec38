// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "armistice/study/deals_climb.h"
#include "armistice/study/deals_pairs.h"
#include "armistice/theory/space.h"
#include "armistice/theory/survivors.h"

namespace armistice {
namespace {

// What is known of the central draw's rational packages while they are looked at.
struct Points {
  const Model& m;
  std::vector<std::size_t> deciders;  // who signs, or holds means that clauses may spend
  std::vector<double> ideal;          // (decider): the largest gain seen
  std::vector<PointView> points;

  std::vector<double> gains_of(const Worths<Lanes>& w, int l) const {
    std::vector<double> gains;
    for (const std::size_t i : deciders) gains.push_back(static_cast<double>(lane(w.gain[i], l)));
    return gains;
  }

  double worth(const std::string& name, const std::vector<double>& gains) const {
    double least = 1e9, product = 1, sum = 0, share = 1e9;
    for (std::size_t d = 0; d < gains.size(); ++d) {
      least = std::min(least, gains[d]), product *= gains[d], sum += gains[d];
      share = std::min(share, gains[d] / std::max(1e-9, ideal[d]));
    }
    return name == "nash" ? product : name == "kalai" ? least : name == "ks" ? share : sum;
  }

  static bool rational(const std::vector<double>& gains) {
    return std::all_of(gains.begin(), gains.end(), [](double g) { return g >= 0; });
  }

  // Worth by the gains of those who decide, for `improve`: none of them may lose.
  auto of_rational(auto worth) const {
    return [this, worth](const std::vector<int>&, const Worths<Lanes>& w, int l) {
      const auto gains = gains_of(w, l);
      return rational(gains) ? worth(gains) : irrational;
    };
  }
};

constexpr const char* names[] = {"nash", "kalai", "ks", "utilitarian"};

void search_points(const Scale& scale, Points& points, const std::vector<std::vector<int>>& rational) {
  for (std::size_t d = 0; d < points.deciders.size(); ++d) {
    const auto own = [&](const std::vector<double>& gains) { return gains[d]; };
    scale.weigh_each(rational, [&](const auto&, const auto& w, int l) {
      points.ideal[d] = std::max(points.ideal[d], own(points.gains_of(w, l)));
    });
    for (const auto& start : rational)
      points.ideal[d] =
          std::max(points.ideal[d], improve(scale, start, points.ideal[d], points.of_rational(own)).first);
  }
  for (const char* name : names) {
    PointView point{name, -1e9, {}, {}, false};
    for (const auto& start : rational) {
      const auto worth = [&](const std::vector<double>& gains) { return points.worth(name, gains); };
      double value = -1e9;
      scale.weigh_each({start}, [&](const auto&, const auto& w, int l) { value = worth(points.gains_of(w, l)); });
      const auto [best, package] = improve(scale, start, value, points.of_rational(worth));
      if (best > point.value) point.value = best, point.package = package;
    }
    points.points.push_back(std::move(point));
  }
}

}  // namespace

CentralView find_central(const Model& m, const Plan& plan, const DealQuestion& question,
                         const std::vector<std::vector<int>>& candidates) {
  const Hands hands(m, plan, 1);
  const Hand& hand = *hands.blocks[0];
  CentralView view;
  ExhaustQuestion exhaust;
  exhaust.fixed = question.required;
  exhaust.most_nodes = std::max<std::uint64_t>(exhaust.most_nodes, question.most_nodes);
  auto starts = candidates;
  const ZoneFound climbed = find_zone(hands, question);
  starts.insert(starts.end(), climbed.best.begin(), climbed.best.end());
  view.best = best_of_all(hands, hand, 0, starts, exhaust);
  Points points{m, {}, {}, {}};
  for (std::size_t i = 0; i < at(m.parties); ++i)
    if (m.values_something[i] && ((m.signatories >> i & 1u) || hands.columns.spends[i] >= 0))
      points.deciders.push_back(i);
  points.ideal.assign(points.deciders.size(), 0);
  const Scale scale{hands, alone(hand, 0)};
  PairFronts pairs(m, question.pairs ? points.deciders : std::vector<std::size_t>());
  if (view.best.least < 0) {
    view.counted = view.best.bound < 0;
    view.pairs = pairs.finish(scale, view.counted);
    return view;
  }
  // A few rational packages to search from, the one with the largest least gain first.
  std::vector<std::vector<int>> rational, willing;
  starts.insert(starts.begin(), view.best.package);
  scale.weigh_each(starts, [&](const auto& package, const auto& w, int l) {
    const auto add = [&package = package](std::vector<std::vector<int>>& to) {
      if (to.size() < 4 && std::find(to.begin(), to.end(), package) == to.end()) to.push_back(package);
    };
    if (Points::rational(points.gains_of(w, l))) add(rational);
    if (nobody_refuses(m, package, w, l)) add(willing);
  });

  // Every rational package, if they can be counted within the limit.
  const std::size_t parties = points.deciders.size();
  Champions undominated(std::vector(parties, 0.0), std::vector(parties, quantised(1)));
  std::vector<std::pair<double, std::vector<int>>> best(std::size(names), {-1e9, {}});
  view.counted = every_package_above(hands, hand, 0, 0, exhaust, [&](const auto& package, const auto& w, int l) {
    ++view.rational;
    pairs.offer(package, w, l);
    const auto gains = points.gains_of(w, l);
    if (!Points::rational(gains)) return true;
    for (std::size_t d = 0; d < gains.size(); ++d) points.ideal[d] = std::max(points.ideal[d], gains[d]);
    std::vector<double> quanta(gains);
    std::transform(gains.begin(), gains.end(), quanta.begin(), quantised);
    undominated.offer(quanta.data(), view.rational);
    for (std::size_t n = 0; n < std::size(names); ++n) {
      if (std::string(names[n]) == "ks") continue;  // needs the ideals, which are not known yet
      const double value = points.worth(names[n], gains);
      if (value > best[n].first) best[n] = {value, package};
    }
    return true;
  });
  view.frontier = undominated.finish().size();
  search_points(scale, points, rational);
  if (view.counted)
    for (std::size_t n = 0; n < std::size(names) && n < points.points.size(); ++n) {
      PointView& point = points.points[n];
      if (point.name != "ks" && best[n].first > point.value)
        point.value = best[n].first, point.package = best[n].second;
      point.proved = point.name != "ks";
    }
  // The largest least gain was proved by itself, and is the egalitarian point where all who decide must accept it.
  for (PointView& point : points.points)
    if (point.name == "kalai" && view.best.proved && point.value > view.best.least - 2 * exhaust.tolerance)
      point.proved = true;
  if (!view.counted) pairs.climb(scale, willing);
  view.pairs = pairs.finish(scale, view.counted);
  for (PointView& point : points.points) {
    if (point.package.empty()) continue;
    scale.weigh_each({point.package}, [&](const auto&, const auto& w, int l) {
      for (std::size_t i = 0; i < at(m.parties); ++i)
        point.gain.push_back(m.values_something[i] ? static_cast<double>(lane(w.gain[i], l))
                                                   : std::numeric_limits<double>::quiet_NaN());
    });
    view.points.push_back(point);
  }
  return view;
}

}  // namespace armistice
