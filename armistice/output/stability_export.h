// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "armistice/output/provenance.h"
#include "armistice/study/stability.h"

namespace armistice {

inline constexpr std::size_t most_drawn_states = 2000;
inline constexpr std::size_t most_nfg_options = 16;

// Graphviz: a node for each state (equilibria with two rims, those of Nash filled), an arrow for each move in the
// colour of its party, whole where it is better for the party, dotted where not. Two arrows of one party back and forth
// are one with two heads. At most most_drawn_states states.
std::string stability_dot(const Conflict& conflict, const StabilityReport& report, const Provenance& provenance,
                          std::string_view lang);

// Why a conflict cannot be written as a Gambit game, or "".
std::string no_nfg(const Conflict& conflict);

// Gambit's .nfg in outcome form: a party's strategies are the sets of its options. What the format cannot hold is said
// in the file's comment: infeasible cells, irreversible options, forbidden moves, answers, coalitions, ordinal payoffs.
std::string stability_nfg(const Conflict& conflict, const Provenance& provenance);

}  // namespace armistice
