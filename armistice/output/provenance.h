// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "armistice/model/dossier.h"

namespace armistice {

// How a table, page or file came about. It stands under every one of them.
struct Provenance {
  std::string version;                // of the program
  std::string dossier;                // id
  std::string hash;                   // of the dossier's files
  std::string as_of;                  // the day on which the forecast stands
  std::string command;                // that gives it again, or as typed
  std::string handling;               // the dossier's handling line: who may see this
  std::optional<std::uint64_t> seed;  // where chance played a part
};

Provenance provenance(const Dossier& dossier, std::string command, std::optional<std::uint64_t> seed = std::nullopt);

// In one or two lines: "armistice 0.1.0 · isles 0123456789abcdef · as of 2025-12-20 · seed 7 · armistice check isles".
std::string show(const Provenance& provenance);

}  // namespace armistice
