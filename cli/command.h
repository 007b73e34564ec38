// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "armistice/base/problem.h"
#include "armistice/output/label.h"
#include "armistice/output/table.h"

namespace armistice {

// How a command ended.
enum Exit : int {
  all_well = 0,
  has_problems = 1,  // the user's files
  wrong_usage = 2,
  world_failed = 3,  // disk, missing file
  interrupted = 130  // by Ctrl-C: what is done is kept
};

// The flags that every command knows, and how it ended.
struct Common {
  std::uint64_t seed = 1;
  int threads = 0;  // 0: as many as the machine has
  bool json = false, csv = false, quiet = false;
  std::string lang = "en";  // or "zh"
  std::string command;      // as a shell takes it again, for the provenance
  int exit = all_well;
};

// Each adds one command to the program. Its callback sets common.exit and may throw.
void add_check(CLI::App& app, Common& common);
void add_new(CLI::App& app, Common& common);
void add_fingerprint(CLI::App& app, Common& common);
void add_show(CLI::App& app, Common& common);
void add_forecast(CLI::App& app, Common& common);
void add_replay(CLI::App& app, Common& common);
void add_fit(CLI::App& app, Common& common);
void add_deals(CLI::App& app, Common& common);
void add_theory(CLI::App& app, Common& common);
void add_predict(CLI::App& app, Common& common);
void add_score(CLI::App& app, Common& common);
void add_stability(CLI::App& app, Common& common);
void add_report(CLI::App& app, Common& common);
void add_serve(CLI::App& app, Common& common);

// Why a word of the command line cannot be taken, or "" when it can; each is a check of an option. CLI11 alone would
// take -1 for the largest seed, 010 for eight, and say of 1e9 that it is out of range.
std::string not_a_whole_number(const std::string& word);  // a sign and digits
std::string not_a_seed(const std::string& word);          // 0 to 2^64 - 1

// Prints a text to standard output. Throws when it is full or closed, so that half a text does not pass for a whole
// one.
void put(const std::string& text);

// Prints tables to standard output as the flags ask: text, JSON or CSV.
void print(const Common& common, const std::vector<Table>& tables, const Provenance& provenance);

// Prints problems in the same three ways and sets common.exit to has_problems.
void print(Common& common, const Problems& problems);

}  // namespace armistice
