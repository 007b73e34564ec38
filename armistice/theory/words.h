// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string_view>

namespace armistice {

// Words of estimative probability after Intelligence Community Directive 203 (Office of the Director of National
// Intelligence, 2015), whose seven bands run from 1 to 99 %; two more catch what lies outside.
struct ChanceBand {
  double low;           // the band is [low, high)
  double high;          // only the last includes its high end
  std::string_view en;  // "very unlikely"
  std::string_view zh;
};

// All nine bands, from 0 up; each begins where the one before ends.
std::span<const ChanceBand> chance_bands();

// The band of a chance in [0, 1]. A chance on an edge goes to the band above: 0.20 is "unlikely".
// 0.12: "very unlikely", 很不可能.
const ChanceBand& chance_band(double chance);

}  // namespace armistice
