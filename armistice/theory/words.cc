// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/words.h"

#include <array>
#include <cassert>

namespace armistice {
namespace {

constexpr std::array<ChanceBand, 9> bands = {{
    {0.00, 0.01, "below one in a hundred", "低于百分之一"},
    {0.01, 0.05, "almost no chance", "几乎不可能"},
    {0.05, 0.20, "very unlikely", "很不可能"},
    {0.20, 0.45, "unlikely", "不太可能"},
    {0.45, 0.55, "roughly even", "机会大致各半"},
    {0.55, 0.80, "likely", "可能"},
    {0.80, 0.95, "very likely", "很可能"},
    {0.95, 0.99, "almost certain", "几乎肯定"},
    {0.99, 1.00, "above ninety-nine in a hundred", "高于百分之九十九"},
}};

}  // namespace

std::span<const ChanceBand> chance_bands() { return bands; }

const ChanceBand& chance_band(double chance) {
  assert(chance >= 0 && chance <= 1);
  for (const ChanceBand& band : bands) {
    if (chance < band.high) return band;
  }
  return bands.back();
}

}  // namespace armistice
