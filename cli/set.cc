// SPDX-License-Identifier: Apache-2.0
#include "cli/set.h"

#include <fmt/format.h>

#include <cstdio>

#include "armistice/model/override.h"
#include "armistice/model/read.h"

namespace armistice {

CLI::Option* add_set(CLI::App& command, std::vector<std::string>& words) {
  return command
      .add_option("--set", words,
                  "PATH=VALUE, PATH=LOW:HIGH or PATH=LOW:MODE:HIGH: a number other than the dossier's; repeatable "
                  "(armistice check --numbers lists the paths)")
      ->allow_extra_args(false);
}

std::optional<Dossier> usable_dossier(const std::string& folder, const std::vector<std::string>& set, Common& common) {
  Problems problems;
  std::optional<Dossier> dossier = read_dossier(folder, problems);
  if (dossier) check_meaning(*dossier, problems);
  if (!problems.empty()) return print(common, problems), std::nullopt;
  set_numbers(*dossier, set, problems);
  if (problems.empty()) return dossier;
  fmt::print(stderr, "{}", show(problems));
  common.exit = wrong_usage;
  return std::nullopt;
}

}  // namespace armistice
