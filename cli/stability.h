// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "armistice/output/stability_tables.h"
#include "cli/command.h"

namespace armistice {

// The flags of `armistice stability`.
struct StabilityFlags {
  std::string path, only;
  std::vector<std::string> notions;
  std::string rule = "returns", attitude = "b";
  bool coalitions = false;
  std::vector<std::string> coalition;
  std::string explain, from, to, format;
  int robust = 0;
  double noise = 1;
  bool dilemmas = false;
  std::string limited;               // a number of moves, or "inf"
  std::string inverse;               // a state
  std::vector<std::string> changes;  // parties whose preference may change; empty: all
};

// Says what is wrong with the command line, to standard error, and sets common.exit.
void wrong_stability(Common& common, const std::string& message);

// What is asked of one conflict; nothing when a word of the command line cannot be taken, which is said.
std::optional<StabilityAsked> asked_of(const Conflict& conflict, const StabilityFlags& flags, Common& common);
std::optional<StabilityQuestions> questions_of(const Conflict& conflict, const StabilityFlags& flags, Common& common);
std::optional<ExtrasAsked> extras_of(const Conflict& conflict, const StabilityFlags& flags, Common& common);

}  // namespace armistice
