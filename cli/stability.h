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
  std::string along;                 // folder of a study
  int along_runs = 0;                // 0: all of the study, up to 10,000
};

// Says what is wrong with the command line, to standard error, and sets common.exit.
void wrong_stability(Common& common, const std::string& message);

// What is asked of one conflict; nothing when a word of the command line cannot be taken, which is said.
std::optional<StabilityAsked> asked_of(const Conflict& conflict, const StabilityFlags& flags, Common& common);
std::optional<StabilityQuestions> questions_of(const Conflict& conflict, const StabilityFlags& flags, Common& common);
std::optional<ExtrasAsked> extras_of(const Conflict& conflict, const StabilityFlags& flags, Common& common);

// The status quo along the histories of the study in flags.along; nothing when common.exit says why.
std::optional<Along> along_of(const StabilityCase& one, const StabilityFlags& flags, Dossier dossier, Common& common);

}  // namespace armistice
