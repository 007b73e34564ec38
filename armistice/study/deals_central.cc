// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "armistice/study/deals_parts.h"
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
};

constexpr const char* names[] = {"nash", "kalai", "ks", "utilitarian"};

// The packages of one draw weighed eight at a time.
struct Scale {
  const Hands& hands;
  std::unique_ptr<Hand> one;

  template <class F>
  void weigh_each(const std::vector<std::vector<int>>& packages, F f) const {
    const Model& m = hands.model;
    constexpr auto width = static_cast<std::size_t>(lane_count<Lanes>);
    for (std::size_t from = 0; from < packages.size(); from += width) {
      Package<Lanes> p;
      for (std::size_t k = 0; k < at(m.issues); ++k)
        p.option[k] = per_lane<Lanes>([&](int i) { return packages[std::min(from + at(i), packages.size() - 1)][k]; });
      add_up(m, one->t, p);
      Worths<Lanes> w;
      weigh(m, one->t, one->s, p, w);
      const auto good = allowed(m, p.option);
      for (std::size_t i = 0; i < width && from + i < packages.size(); ++i)
        if (lane(good, static_cast<int>(i))) f(packages[from + i], w, static_cast<int>(i));
    }
  }
};

std::vector<std::vector<int>> neighbours(const Model& m, const std::vector<int>& package) {
  std::vector<std::vector<int>> all;
  for (int k = 0; k < m.issues; ++k)
    for (int o = 0; o < m.options[at(k)]; ++o) {
      if (o == package[at(k)]) continue;
      auto one = package;
      one[at(k)] = o;
      all.push_back(one);
      for (int l = k + 1; l < m.issues; ++l)
        for (int q = 0; q < m.options[at(l)]; ++q) {
          if (q == package[at(l)]) continue;
          one[at(l)] = q;
          all.push_back(one);
          one[at(l)] = package[at(l)];
        }
    }
  return all;
}

// Improves a rational package clause by clause and in pairs until nothing near it is better.
template <class F>
std::pair<double, std::vector<int>> improve(const Scale& scale, const Points& points, std::vector<int> package,
                                            double value, F worth) {
  for (bool better = true; better;) {
    better = false;
    scale.weigh_each(neighbours(points.m, package), [&, base = package](const auto& next, const auto& w, int l) {
      const auto gains = points.gains_of(w, l);
      if (!Points::rational(gains)) return;
      const double here = worth(gains);
      if (here > value + 1e-9) value = here, package = next, better = true;
    });
  }
  return {value, package};
}

void search_points(const Scale& scale, Points& points, const std::vector<std::vector<int>>& rational) {
  for (std::size_t d = 0; d < points.deciders.size(); ++d) {
    const auto own = [&](const std::vector<double>& gains) { return gains[d]; };
    scale.weigh_each(rational, [&](const auto&, const auto& w, int l) {
      points.ideal[d] = std::max(points.ideal[d], own(points.gains_of(w, l)));
    });
    for (const auto& start : rational)
      points.ideal[d] = std::max(points.ideal[d], improve(scale, points, start, points.ideal[d], own).first);
  }
  for (const char* name : names) {
    PointView point{name, -1e9, {}, {}, false};
    for (const auto& start : rational) {
      const auto worth = [&](const std::vector<double>& gains) { return points.worth(name, gains); };
      double value = -1e9;
      scale.weigh_each({start}, [&](const auto&, const auto& w, int l) { value = worth(points.gains_of(w, l)); });
      const auto [best, package] = improve(scale, points, start, value, worth);
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
  if (view.best.least < 0) {
    view.counted = view.best.bound < 0;
    return view;
  }

  Points points{m, {}, {}, {}};
  for (std::size_t i = 0; i < at(m.parties); ++i)
    if (m.values_something[i] && ((m.signatories >> i & 1u) || hands.columns.spends[i] >= 0))
      points.deciders.push_back(i);
  points.ideal.assign(points.deciders.size(), 0);
  const Scale scale{hands, alone(hand, 0)};
  // A few rational packages to search from, the one with the largest least gain first.
  std::vector<std::vector<int>> rational;
  starts.insert(starts.begin(), view.best.package);
  scale.weigh_each(starts, [&](const auto& package, const auto& w, int l) {
    const bool known = std::find(rational.begin(), rational.end(), package) != rational.end();
    if (rational.size() < 4 && !known && Points::rational(points.gains_of(w, l))) rational.push_back(package);
  });

  // Every rational package, if they can be counted within the limit.
  const std::size_t parties = points.deciders.size();
  Champions undominated(std::vector(parties, 0.0), std::vector(parties, quantised(1)));
  std::vector<std::pair<double, std::vector<int>>> best(std::size(names), {-1e9, {}});
  view.counted = every_package_above(hands, hand, 0, 0, exhaust, [&](const auto& package, const auto& w, int l) {
    ++view.rational;
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
