// SPDX-License-Identifier: Apache-2.0
#include <random>

#include "armistice/output/pages/deals_of.h"
#include "armistice/output/pages/json.h"
#include "armistice/output/pages/weighing_table.h"

namespace armistice {
namespace {

Json numbers(const std::vector<double>& values) {
  Json all = Json::array();
  for (const double x : values) all.push_back(number(x));
  return all;
}

Json zone_of(const ZoneView& zone) {
  Json all = {{"found", zone.found}, {"ruled_out", zone.ruled_out}, {"open", zone.open}};
  all["range"] = range(zone.range), all["least"] = spread(zone.least);
  all["blocker"] = numbers(zone.blocker);
  return all;
}

Json pair_of(const PairView& pair) {
  Json points = Json::array();
  for (const PairPoint& point : pair.points)
    points.push_back({{"package", point.package}, {"gain", numbers(point.gain)}});
  return {{"a", pair.a}, {"b", pair.b}, {"points", std::move(points)}, {"proved", pair.proved}};
}

Json central_of(const CentralView& central) {
  Json all = {{"least", number(central.best.least)},
              {"bound", number(central.best.bound)},
              {"proved", central.best.proved},
              {"rational", central.rational},
              {"counted", central.counted}};
  all["points"] = all["pairs"] = Json::array();
  for (const PointView& point : central.points)
    all["points"].push_back({{"name", point.name},
                             {"value", number(point.value)},
                             {"package", point.package},
                             {"gain", numbers(point.gain)},
                             {"proved", point.proved}});
  for (const PairView& pair : central.pairs) all["pairs"].push_back(pair_of(pair));
  return all;
}

// What the pages' own weighing is held to: the texts, a few robust packages, and for the rest whatever comes.
std::vector<std::vector<int>> to_check(const Model& m, const Deals& deals) {
  constexpr std::size_t most_robust = 4, wanted = 12;
  std::vector<std::vector<int>> packages = m.texts;
  for (std::size_t k = 0; k < std::min(most_robust, deals.robust.size()); ++k)
    packages.push_back(deals.robust[k].package);
  std::mt19937 any;  // the same for everybody
  while (packages.size() < wanted) {
    std::vector<int>& package = packages.emplace_back();
    for (const int options : m.options)
      package.push_back(static_cast<int>(any() % static_cast<std::uint32_t>(options)));
  }
  return packages;
}

}  // namespace

std::string deals_section(const StudyPages& pages) {
  const Model& m = pages.study.model;
  const Deals& deals = deals_of(pages);
  Json all = {{"draws", deals.draws}, {"zone", zone_of(deals.zone)}, {"packages", deals.packages}};
  all["robust"] = all["common"] = all["check"] = Json::array();
  for (const DealView& view : deals.robust) all["robust"].push_back(deal(view));
  if (deals.common_of > 0)
    for (const CommonClause& c : deals.common)
      all["common"].push_back({{"issue", c.issue}, {"option", c.option}, {"share", number(c.share)}});
  all["common_of"] = deals.common_of;
  all["central"] = central_of(deals.central);
  const Hands hands(m, pages.study.plan, pages.table_draws);
  all["table"] = Json::parse(weighing_table(hands));
  for (const auto& package : to_check(m, deals)) all["check"].push_back(deal(view_deal(hands, package)));
  return inlined(all);
}

}  // namespace armistice
