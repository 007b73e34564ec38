// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "armistice/study/stability.h"
#include "armistice/theory/stability/inverse.h"
#include "armistice/theory/stability/limited_moves.h"
#include "armistice/theory/stability/robustness.h"

// What `armistice stability` is asked besides: robustness, dilemmas, limited moves, the inverse question. All of it
// wants preferences that are known.
namespace armistice {

inline constexpr int without_end = -1;  // a horizon: what every long enough one says

struct ExtrasAsked {
  int runs = 0;      // perturbed rankings; 0: not asked for
  double noise = 1;  // in places of the ranking
  std::uint64_t seed = 1;
  int threads = 0;
  bool dilemmas = false;
  std::optional<int> horizon;  // of limited moves
  std::optional<stability::State> inverse;
  std::uint64_t changeable = ~std::uint64_t{0};  // parties whose preference may change

  bool any() const { return runs > 0 || dilemmas || horizon || inverse; }
};

struct DilemmaReport {
  stability::Confrontation confrontation;
  bool assumed = false;  // the file has none: each demands what it likes best, and the status quo is the threat
  std::vector<stability::Dilemma> dilemmas;
};

struct LimitedReport {
  stability::Refused refused;
  stability::LimitedMoves moves;
  std::vector<std::vector<stability::State>> anticipated;  // [party][state]; empty without end
  int horizon = 0, from = 0, period = 0;                   // of non-myopic stability
};

struct InverseReport {
  stability::Notion notion = stability::Notion::nash;
  stability::Inverse answer;
};

struct StabilityExtras {
  ExtrasAsked asked;
  std::optional<stability::StableCounts> counts;
  std::optional<DilemmaReport> dilemmas;
  std::optional<LimitedReport> limited;
  std::vector<InverseReport> inverse;  // of the notions asked for
};

// Why dilemmas cannot be told of this conflict, or "".
std::string no_dilemmas(const Conflict& conflict);

StabilityExtras stability_extras(const Conflict& conflict, const StabilityReport& report, const ExtrasAsked& asked);

// The same counts whatever the number of threads.
stability::StableCounts perturbed(const stability::Graph& graph, stability::Rule rule, const ExtrasAsked& asked);

}  // namespace armistice
