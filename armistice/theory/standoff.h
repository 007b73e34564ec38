// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/theory/protocol.h"

namespace armistice {

// War of attrition with a deadline (Maynard Smith 1974; Hendricks, Weiss and Wilson 1988): every party stands by its
// demand, the best package for it that leaves all others at least what they have without a deal; each round of waiting
// costs it `cost`; the demand of the last one standing is the deal. With v_j what j has more by its own demand than, on
// average, by those of the others, i yields at a hazard per round of the mean over the others j of cost_j / v_j: with
// two parties the hazard that leaves the other indifferent, with more it is assumed. Who likes another's demand as
// well as its own yields at once.
// A party that would have D more by what comes at the deadline (the award, else no deal) than by yielding does not
// yield in the last D / cost rounds. v = 10, cost 1, 8 rounds, D = 3: quiet after round 5, and the award is reached
// with the chance exp(-1) = 0.3679. `value` is less the cost of the rounds waited.
ProtocolResult war_of_attrition(const Space& space, const ProtocolTerms& terms);

}  // namespace armistice
