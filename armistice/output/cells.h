// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <fmt/format.h>

#include <cmath>
#include <string>
#include <string_view>

#include "armistice/dynamics/assess.h"
#include "armistice/output/table.h"
#include "armistice/theory/words.h"

// Cells that several tables show alike.
namespace armistice {

inline std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }
// Near nothing or everything a whole per cent would contradict the words beside it.
inline std::string fine_percent(double share) {
  const bool edge = share < 0.02 || share > 0.98;
  return fmt::format("{:.{}f} %", 100 * share, edge ? 1 : 0);
}
inline std::string words(double chance, std::string_view lang) {
  const auto& band = chance_band(chance);
  return std::string(lang == "zh" ? band.zh : band.en);
}
// A signed number that never reads "-0.00".
inline std::string signed_number(double x, int decimals) {
  const double unit = std::pow(10.0, decimals);
  return fmt::format("{:+.{}f}", std::round(x * unit) / unit + 0.0, decimals);
}
inline Cell span(const Spread& s, std::string_view lang, int decimals = 2) {
  const auto show = [&](double x) { return signed_number(x, decimals); };
  Cell cell(fmt::format("{} ({} {} {})", show(s.mean), show(s.low), lang == "zh" ? "至" : "to", show(s.high)));
  cell.number = s.mean;
  cell.range = {s.low, s.high};
  return cell;
}
inline Cell with_number(std::string text, double number) {
  Cell cell(std::move(text));
  cell.number = number;
  return cell;
}

}  // namespace armistice
