// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/outside.h"

#include <algorithm>
#include <limits>

#include "armistice/study/record.h"
#include "armistice/theory/duration.h"

namespace armistice {
namespace {

constexpr std::uint64_t bootstrap_seed = 1823;  // fixed: the outside view is a table of the record and not of the study

struct NamedLaw {
  DurationLaw law;
  const char* name;
};
constexpr std::array laws{NamedLaw{DurationLaw::lognormal, "lognormal"}, NamedLaw{DurationLaw::weibull, "weibull"},
                          NamedLaw{DurationLaw::exponential, "exponential"}, NamedLaw{DurationLaw::record, "record"}};

}  // namespace

OutsideView outside_view(int age_days) {
  OutsideView view;
  view.age_days = std::max(1, age_days);
  std::vector<double> days;
  for (const WarOfRecord& war : record_of_wars()) days.push_back(war.active_days);
  view.wars = static_cast<int>(days.size());
  view.as_long = static_cast<int>(std::count_if(days.begin(), days.end(), [&](double d) { return d > view.age_days; }));
  view.spread.fill({std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()});
  for (const auto& [law, name] : laws) {
    OutsideRow row{name, {}, {}};
    for (std::size_t i = 0; i < outside_weeks.size(); ++i) {
      const double within = 7.0 * outside_weeks[i];
      row.chance[i] = end_chance(days, law, view.age_days, within);
      row.interval[i] =
          end_chance_interval(days, law, view.age_days, within, outside_level, outside_resamples, bootstrap_seed);
      if (!row.chance[i]) continue;
      view.spread[i] = {std::min(view.spread[i].low, *row.chance[i]), std::max(view.spread[i].high, *row.chance[i])};
    }
    view.rows.push_back(std::move(row));
  }
  return view;
}

}  // namespace armistice
