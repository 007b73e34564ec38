// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "cli/command.h"

namespace armistice {

// The flags of `armistice deals`; a dossier and a domain each use those that concern them.
struct DealsFlags {
  std::vector<std::string> paths;         // a folder, or files
  std::vector<double> weights;            // bargaining power, one a party
  std::vector<std::string> reservations;  // "party=value"
  bool raw = false;
  double time = 0;
  bool time_given = false;
  int steps = 0;
  std::vector<std::string> profiles;
  std::string export_to, format;
  bool lotteries = false;
  std::string protocols;  // names with commas, or "all"; empty: not asked for
  int runs = 30;

  // Of a dossier.
  std::uint32_t draws = 256;
  double share = 0.5, ratified = 0;
  int changes = 3;
  std::vector<std::string> without, require, set;
  std::string text;
  bool exhaust = false;
};

// A domain of GENIUS or GeniusWeb.
void deals_of_domain(const DealsFlags& flags, Common& common);

// A dossier: the folder has a dossier.toml.
void deals_of_dossier(const DealsFlags& flags, Common& common);

// Says what is wrong with the command line, to standard error, and sets common.exit.
void wrong_deals(Common& common, const std::string& message);

}  // namespace armistice
