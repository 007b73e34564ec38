// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "armistice/model/dossier.h"
#include "cli/command.h"

namespace armistice {

// The option --set PATH=VALUE of a command that reads a dossier; `words` must outlive the parsing.
CLI::Option* add_set(CLI::App& command, std::vector<std::string>& words);

// The dossier in `folder` without problems, the numbers of --set changed. Nothing when there are problems: those of the
// files are printed and common.exit is has_problems, those of --set go to standard error and it is wrong_usage.
std::optional<Dossier> usable_dossier(const std::string& folder, const std::vector<std::string>& set, Common& common);

}  // namespace armistice
