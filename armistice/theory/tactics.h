// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>

#include "armistice/theory/protocol.h"

namespace armistice {

// Time-dependent tactics (Faratin, Sierra and Jennings 1998, "Negotiation decision functions for autonomous agents",
// Robotics and Autonomous Systems 24): the share of its possible gain that a party still demands when the share `time`
// of the talks is over, 1 - time^(1/bend). Bend below 1 holds out until late (Boulware), above 1 concedes early.
// time 0.5, bend 0.2: 0.96875; bend 1: 0.5; bend 5: 0.1294.
inline double aspiration(double time, double bend) { return 1 - std::pow(std::clamp(time, 0.0, 1.0), 1 / bend); }

inline double bend_of(Tactic tactic) {
  return tactic == Tactic::boulware ? 0.2 : tactic == Tactic::conceder ? 5.0 : 1.0;
}

// Relative tit for tat (the same paper): a party closes the share of its distance that the others have closed of
// theirs. Theirs is taken as what they still withhold from it, 1 - offered, `offered` being the share of its possible
// gain in the best package so far, since a ratio of offers would have no meaning where a first offer is worth nothing.
// Demand 0.9, offered 0.2 before and 0.36 now (a fifth of the rest): 0.72.
inline double reciprocated(double demand, double offered_before, double offered_now) {
  const double before = std::max(1 - offered_before, 1e-9), now = std::clamp(1 - offered_now, 0.0, before);
  return demand * now / before;
}

}  // namespace armistice
