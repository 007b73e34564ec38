// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "armistice/theory/collective/field.h"
#include "armistice/theory/collective/spatial.h"

// Fields to try the spatial model on.
namespace armistice::collective::testing {

// Scales from 0 to 100. rows: capability, then position and salience in percent for every issue.
inline Field field_of(const std::vector<std::vector<double>>& rows) {
  Field field;
  const std::size_t issues = (rows.front().size() - 1) / 2;
  for (std::size_t k = 0; k < issues; ++k) {
    field.issues.push_back("issue " + std::to_string(k));
    field.low.push_back(0), field.high.push_back(100);
  }
  for (const auto& row : rows) {
    field.actors.push_back("actor " + std::to_string(field.actors.size()));
    for (std::size_t k = 0; k < issues; ++k) {
      field.capability.push_back(row[0]);
      field.position.push_back(row[1 + 2 * k]), field.salience.push_back(row[2 + 2 * k] / 100);
    }
  }
  return field;
}

// KTAB's published example of seven actors and three issues (dummyData_3Dim).
inline Field seven_on_three() {
  return field_of({{102.543, 75.79, 49.53, 6.37, 5.91, 70.45, 28.15},
                   {53.393, 82.72, 30.33, 73.50, 21.22, 64.00, 24.79},
                   {129.643, 82.45, 48.47, 90.89, 13.55, 0.07, 34.62},
                   {75.920, 62.52, 20.76, 50.82, 39.24, 62.33, 22.21},
                   {63.224, 82.34, 40.96, 45.77, 25.43, 73.31, 22.59},
                   {120.048, 84.48, 22.92, 33.70, 39.35, 88.11, 15.42},
                   {54.178, 70.96, 31.75, 33.46, 27.93, 90.36, 26.03}});
}

// Capabilities in [10, 200), positions in [0, 100), saliences whose sum is in [0.3, 0.9) in the mean.
inline Field random_field(int actors, int issues, std::uint64_t seed) {
  std::mt19937_64 engine(seed);
  const auto uniform = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
  std::vector<std::vector<double>> rows;
  for (int i = 0; i < actors; ++i) {
    rows.push_back({10 + 190 * uniform()});
    for (int k = 0; k < issues; ++k) {
      rows.back().push_back(100 * uniform());
      rows.back().push_back((30 + 60 * uniform()) / issues);
    }
  }
  return field_of(rows);
}

// All switches but the mode and the transition at random.
inline SpatialChoices any_choices(std::mt19937& dice) {
  SpatialChoices choices;
  SpatialChoices::list(choices, [&](std::string_view name, auto& member, auto&&... rest) {
    if constexpr (sizeof...(rest) == 2)
      if (name != "mode" && name != "transition")
        member = static_cast<std::remove_reference_t<decltype(member)>>(dice() % std::get<0>(std::tie(rest...)).size());
  });
  return choices;
}

}  // namespace armistice::collective::testing
