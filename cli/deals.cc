// SPDX-License-Identifier: Apache-2.0
#include "cli/deals.h"

#include <fmt/format.h>

#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "cli/set.h"

namespace armistice {
namespace {

bool is_dossier(const std::string& path) {
  std::error_code unreadable;  // what cannot be looked into is named by who reads it
  return std::filesystem::exists(std::filesystem::path(path) / "dossier.toml", unreadable);
}

// Why the paths cannot be taken, or "".
std::string wrong_paths(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    if (std::filesystem::path(path).filename() == "dossier.toml")
      return fmt::format("{} is a file of a dossier: give the dossier's folder", path);
    if (paths.size() > 1 && is_dossier(path))
      return fmt::format("{} is a dossier: give one dossier, and nothing else", path);
  }
  return "";
}

// CLI11's own check of a range lets "nan" pass.
std::string not_finite(const std::string& word) {
  for (const char c : word)
    if (std::isalpha(static_cast<unsigned char>(c)) && c != 'e' && c != 'E')
      return fmt::format("\"{}\" is not a number", word);
  return "";
}

// A share is written as a part of 1; "20%" is answered with the word that is wanted.
std::string not_a_share(const std::string& word) {
  char* end = nullptr;
  const double value = std::strtod(word.c_str(), &end);
  if (end != word.c_str() && *end == '\0' && value >= 0 && value <= 1) return "";
  const bool percent = end != word.c_str() && std::string(end) == "%" && value >= 0 && value <= 100;
  return fmt::format("a share is a number from 0 to 1, not \"{}\"{}", word,
                     percent ? fmt::format(": write {:g}", value / 100) : "");
}

constexpr const char* of_domains = "Of domains";
constexpr const char* of_dossiers = "Of dossiers";

void add_domain_flags(CLI::App& command, DealsFlags& flags) {
  // A list is one word with commas, so that a path behind it stays a path.
  command.add_option("--weights", flags.weights, "bargaining power of the parties, with commas: 1,1,2")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(not_finite)
      ->check(CLI::Range(0.0, 1e6));
  command.add_option("--reservation", flags.reservations, "PARTY=VALUE: what a party has without a deal; repeatable")
      ->allow_extra_args(false);
  command.add_flag("--raw", flags.raw, "GENIUS files as NegMAS reads them: no highest evaluation, no cap, no clipping");
  command.add_option("--time", flags.time, "relative time in [0, 1] at which a deal is made; discounts bite")
      ->check(not_finite)
      ->check(CLI::Range(0.0, 1.0));
  command.add_option("--steps", flags.steps, "cut real issues into this many equal steps")
      ->check(not_a_whole_number)
      ->check(CLI::Range(1, 99'999));
  command.add_option("--profiles", flags.profiles, "which profiles of the folder, with commas, in this order")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("--export", flags.export_to, "write the domain: a new folder, or a file for csv");
  command.add_option("--format", flags.format, "of --export: genius, geniusweb or csv (of all packages)")
      ->check(CLI::IsMember({"genius", "geniusweb", "csv"}));
  command.add_flag("--lotteries", flags.lotteries, "the solutions over lotteries of packages as well");
  command
      .add_option("--protocols", flags.protocols,
                  "how bargaining itself would go: all, or names with commas: veto,linear")
      ->expected(0, 1)
      ->default_str("all");
  command.add_option("--runs", flags.runs, "of each protocol, with the seeds from --seed on")
      ->check(not_a_whole_number)
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
}

void add_dossier_flags(CLI::App& command, DealsFlags& flags) {
  command.add_option("-n,--draws", flags.draws, "draws of the dossier's numbers")
      ->check(not_a_whole_number)
      ->check(CLI::Range(1u, 100'000u))
      ->capture_default_str();
  command.add_option("--share", flags.share, "of the draws, in which a changed text must pass")
      ->check(not_a_share)
      ->capture_default_str();
  command.add_option("--ratified", flags.ratified, "and the chance with which it must be ratified")
      ->check(not_a_share)
      ->capture_default_str();
  command.add_option("--changes", flags.changes, "try all changes of a text in up to so many clauses")
      ->check(not_a_whole_number)
      ->check(CLI::Range(1, 6))
      ->capture_default_str();
  command.add_option("--without", flags.without, "PARTY: left out of the signatures; repeatable")
      ->allow_extra_args(false);
  command.add_option("--require", flags.require, "ISSUE=OPTION: what else, if this is fixed? Repeatable")
      ->allow_extra_args(false);
  command.add_option("--text", flags.text, "only this text of the dossier");
  command.add_flag("--exhaust", flags.exhaust, "count all packages of the central draw, however long it takes");
  add_set(command, flags.set);
}

// The name of a given flag that belongs to the other kind of input, or "".
std::string misplaced(const CLI::App& command, const char* group) {
  for (const CLI::Option* option : command.get_options())
    if (option->get_group() == group && option->count() > 0) return option->get_name();
  return "";
}

}  // namespace

void wrong_deals(Common& common, const std::string& message) {
  fmt::print(stderr, "armistice deals: {}\n", message);
  common.exit = wrong_usage;
}

void add_deals(CLI::App& app, Common& common) {
  auto flags = std::make_shared<DealsFlags>();
  CLI::App* command = app.add_subcommand(
      "deals",
      "Packages that pass and hold, the smallest change to a text, who blocks what; or all packages of a domain");
  command->add_option("paths", flags->paths, "a dossier's folder, a folder with a domain, or DOMAIN PROFILE PROFILE...")
      ->required();
  add_domain_flags(*command, *flags);
  for (CLI::Option* option : command->get_options())
    if (option->get_name() != "paths" && option->get_name() != "--help") option->group(of_domains);
  add_dossier_flags(*command, *flags);
  for (const char* name :
       {"--draws", "--share", "--ratified", "--changes", "--without", "--require", "--text", "--exhaust", "--set"})
    command->get_option(name)->group(of_dossiers);
  command->footer(
      "Domains are those of GENIUS (XML) and GeniusWeb (JSON).\n"
      "Examples:\n"
      "  armistice deals dossiers/ukraine-2025 --text plan-28\n"
      "  armistice deals dossiers/ukraine-2025 --require sanctions=kept --without europe\n"
      "  armistice deals tests/domains/orchard --json\n"
      "  armistice deals tests/domains/orchard --lotteries --protocols linear,votes --runs 100");
  command->callback([flags, command, &common] {
    flags->time_given = command->count("--time") > 0;
    if (command->count("--protocols") > 0 && flags->protocols.empty()) flags->protocols = "all";
    if (command->count("--runs") > 0 && flags->protocols.empty())
      return wrong_deals(common, "--runs needs --protocols");
    if (flags->format.empty() && flags->export_to.ends_with(".csv")) flags->format = "csv";
    if (!flags->format.empty() && flags->export_to.empty()) return wrong_deals(common, "--format needs --export");
    if (const std::string wrong = wrong_paths(flags->paths); !wrong.empty()) return wrong_deals(common, wrong);
    const bool dossier = is_dossier(flags->paths[0]);
    if (const std::string name = misplaced(*command, dossier ? of_domains : of_dossiers); !name.empty())
      return wrong_deals(common,
                         fmt::format("{} is for {}", name,
                                     dossier ? "domains, and this is a dossier" : "dossiers, and this is not one"));
    if (dossier) {
      deals_of_dossier(*flags, common);
    } else {
      deals_of_domain(*flags, common);
    }
  });
}

}  // namespace armistice
