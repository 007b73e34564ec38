// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/battle_learning.h"

#include <boost/math/special_functions/log1p.hpp>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <vector>

namespace armistice {
namespace {

double logit(double chance) { return std::log(chance) - std::log1p(-chance); }

// How far one battle moves the logit of "strong".
double by_victory(const FoeTypes& foe) { return std::log1p((foe.strong - foe.weak) / foe.weak); }
double by_defeat(const FoeTypes& foe) { return std::log1p((foe.weak - foe.strong) / (1 - foe.weak)); }

void expect_types(const FoeTypes& foe) { assert(0 < foe.strong && foe.strong < foe.weak && foe.weak < 1); }

}  // namespace

double belief_after_battles(double belief, const FoeTypes& foe, int victories, int defeats) {
  expect_types(foe);
  return 1 / (1 + std::exp(-(logit(belief) + victories * by_victory(foe) + defeats * by_defeat(foe))));
}

double defeats_until(double belief, const FoeTypes& foe, double reach) {
  expect_types(foe);
  if (belief >= reach) return 0;
  // A whole number of defeats that reaches it exactly must not need one more by rounding.
  return std::ceil((logit(reach) - logit(belief)) / by_defeat(foe) - 1e-12);
}

double battle_evidence(double p, double q) {
  assert(0 < p && p < 1 && 0 < q && q < 1);
  // Both logarithms without their linear terms, whose sum is known: between near equals these cancel to nothing.
  const double gap = p - q;
  return p * boost::math::log1pmx(gap / q) + (1 - p) * boost::math::log1pmx(-gap / (1 - q)) + gap * gap / (q * (1 - q));
}

Verdict wald_verdict(double belief, double low, double high, const FoeTypes& foe, bool foe_is_strong) {
  expect_types(foe);
  assert(low < belief && belief < high);
  const double up = logit(high) - logit(belief), down = logit(low) - logit(belief);
  if (foe_is_strong) {
    const double chance = std::expm1(down) / std::expm1(down - up);
    return {chance, (chance * up + (1 - chance) * down) / battle_evidence(foe.strong, foe.weak)};
  }
  const double chance = -std::expm1(down) / (std::exp(up) - std::exp(down));
  return {chance, -(chance * up + (1 - chance) * down) / battle_evidence(foe.weak, foe.strong)};
}

Verdict exact_verdict(double belief, double low, double high, const FoeTypes& foe, bool foe_is_strong) {
  expect_types(foe);
  assert(low < belief && belief < high);
  // A threshold that a whole number of battles reaches exactly counts as reached.
  const double top = logit(high) - logit(belief) - 1e-12, bottom = logit(low) - logit(belief) + 1e-12;
  const double win = foe_is_strong ? foe.strong : foe.weak, up = by_defeat(foe), down = by_victory(foe);
  constexpr int longest = 100000;
  Verdict verdict{0, 0, 1};
  std::vector<double> undecided = {1.0};  // chance by victories, from `fewest` up
  int fewest = 0;
  for (int battle = 1; battle <= longest && verdict.unfinished > 1e-15; ++battle) {
    verdict.battles += verdict.unfinished;  // every war that is undecided fights one more battle
    std::vector<double> next(undecided.size() + 1);
    for (std::size_t i = 0; i < undecided.size(); ++i) {
      next[i] += (1 - win) * undecided[i];
      next[i + 1] += win * undecided[i];
    }
    // Few victories mean strong, many mean weak: the verdicts are the two ends of the row.
    const auto moved = [&](std::size_t i) {
      const int victories = fewest + static_cast<int>(i);
      return victories * down + (battle - victories) * up;
    };
    std::size_t first = 0, last = next.size();
    for (; first < last && moved(first) >= top; ++first) verdict.taken_for_strong += next[first];
    while (last > first && moved(last - 1) <= bottom) --last;
    // What is so rare that it cannot be seen in any sum is let go, or long rows of zeros take all the time.
    while (first < last && next[first] < 1e-30) ++first;
    while (last > first && next[last - 1] < 1e-30) --last;
    undecided.assign(next.begin() + static_cast<std::ptrdiff_t>(first),
                     next.begin() + static_cast<std::ptrdiff_t>(last));
    fewest += static_cast<int>(first);
    verdict.unfinished = 0;
    for (double chance : undecided) verdict.unfinished += chance;
  }
  return verdict;
}

}  // namespace armistice
