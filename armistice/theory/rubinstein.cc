// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/rubinstein.h"

#include <algorithm>
#include <cassert>

namespace armistice {

double first_mover_share(double d1, double d2) {
  assert(d1 >= 0 && d2 >= 0 && d1 * d2 < 1);
  return (1 - d2) / (1 - d1 * d2);
}

double patient_share(double rate_1, double rate_2) {
  assert(rate_1 >= 0 && rate_2 >= 0 && rate_1 + rate_2 > 0);
  return rate_2 / (rate_1 + rate_2);
}

double finite_horizon_share(double d1, double d2, int rounds) {
  assert(rounds >= 1);
  double share = 1;
  // Player 2 answers the odd offers.
  for (int round = rounds - 1; round >= 1; --round) share = 1 - (round % 2 == 1 ? d2 : d1) * share;
  return share;
}

double outside_option_share(double d1, double d2, double outside) {
  assert(outside >= 0 && outside <= 1);
  return 1 - std::max(outside, 1 - first_mover_share(d1, d2));
}

double inside_option_share(double d1, double d2, double inside_1, double inside_2) {
  assert(inside_1 >= 0 && inside_2 >= 0 && inside_1 + inside_2 <= 1 && d1 * d2 < 1);
  return ((1 - d2) * (1 - inside_2) + d2 * (1 - d1) * inside_1) / (1 - d1 * d2);
}

double patient_inside_share(double rate_1, double rate_2, double inside_1, double inside_2) {
  return inside_1 + patient_share(rate_1, rate_2) * (1 - inside_1 - inside_2);
}

double breakdown_share(double breakdown, double walk_away_1, double walk_away_2) {
  assert(breakdown > 0 && breakdown <= 1);
  return walk_away_1 + (1 - walk_away_1 - walk_away_2) / (2 - breakdown);
}

}  // namespace armistice
