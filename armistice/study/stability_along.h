// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "armistice/study/stability.h"

// When along simulated histories a conflict's status quo ceases to be stable: statements of preference may count only
// while a series of the history (the front, a side's will) is on one side of a bound, so that preferences, and with
// them stability, change from week to week.
namespace armistice {

struct Model;
struct Plan;

struct AlongAsked {
  std::uint32_t runs = 1000;
  int threads = 0;
};

struct AlongNotion {
  stability::Notion notion = stability::Notion::nash;
  std::vector<std::int64_t> ceased;  // [week] runs in which the status quo is for the first time not an equilibrium
  std::vector<std::int64_t> stable;  // [week] runs of those going on in which it is one
  std::vector<std::int64_t> leaves;  // [party] runs in which it is one of those for whom it ceases first
  std::int64_t never = 0;            // runs that end, or reach the horizon, before that
};

struct Along {
  std::int64_t runs = 0;
  int weeks = 0;
  std::size_t preferences = 0;         // how many sets of preferences the histories went through
  std::vector<std::int64_t> going_on;  // [week]
  std::vector<AlongNotion> of;         // of the notions asked for
};

// What is wrong with the series that statements name: all that do not exist in this model.
void check_series(const Conflict& conflict, const Model& model, Problems& problems);

// The conflict has a status quo, at most 64 statements with a condition, and known preferences (no_along). Every set of
// preferences is judged once. The same counts whatever the number of threads.
Along stability_along(const Conflict& conflict, const StabilityReport& report, const Model& model, const Plan& plan,
                      const AlongAsked& asked);

// Why the question cannot be asked, or "".
std::string no_along(const Conflict& conflict);

}  // namespace armistice
