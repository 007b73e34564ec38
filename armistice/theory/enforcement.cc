// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/enforcement.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace armistice {
namespace {

double temptation(const PeaceGame& game) {
  return std::max(0.0, game.breach - game.punish * game.penalty - game.peace);
}

}  // namespace

double least_patience(const PeaceGame& game, double detect) {
  assert(game.peace > game.war && detect > 0 && detect <= 1);
  const double tempted = temptation(game);
  return tempted / (tempted + detect * (game.peace - game.war));
}

double least_detection(const PeaceGame& game, double discount) {
  assert(game.peace > game.war && discount > 0 && discount < 1);
  return (1 - discount) * temptation(game) / (discount * (game.peace - game.war));
}

double peace_with_false_alarms(double peace, double war, double discount, double alarm) {
  assert(discount >= 0 && discount < 1 && alarm >= 0 && alarm <= 1);
  const double today = 1 - discount, lost = discount * alarm;
  return (today * peace + lost * war) / (today + lost);
}

double trust_threshold(double both_keep, double exploit, double both_break, double exploited) {
  assert(both_keep > exploit && both_break > exploited);
  return (both_break - exploited) / (both_keep - exploit + both_break - exploited);
}

double peace_survival(double survival, std::span<const double> hazard_ratios) {
  assert(survival >= 0 && survival <= 1);
  double ratio = 1;
  for (double hazard : hazard_ratios) ratio *= hazard;
  return std::pow(survival, ratio);
}

}  // namespace armistice
