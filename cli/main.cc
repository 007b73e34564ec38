// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "armistice/base/version.h"
#include "cli/command.h"

namespace armistice {
namespace {

// A word as a shell takes it again: in single quotes when it holds more than letters, digits and a few signs.
std::string quoted(const std::string& word) {
  const auto plain = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("-_./=,:+@%").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::all_of(word.begin(), word.end(), plain)) return word;
  std::string all = "'";
  for (char c : word) all += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return all + "'";
}

void add_common(CLI::App& app, Common& common) {
  app.add_option("--seed", common.seed, "seed of all random numbers")->check(not_a_seed)->capture_default_str();
  app.add_option("--threads", common.threads, "threads to use; 0: as many as the machine has")
      ->check(CLI::Range(0, 4096));
  auto* json = app.add_flag("--json", common.json, "print tables as JSON");
  app.add_flag("--csv", common.csv, "print tables as CSV")->excludes(json);
  app.add_flag("--quiet", common.quiet, "print nothing but what was asked for");
  app.add_option("--lang", common.lang, "language of names and tables")->check(CLI::IsMember({"en", "zh"}));
}

void add_commands(CLI::App& app, Common& common) {
  add_check(app, common);
  add_new(app, common);
  add_fingerprint(app, common);
  add_show(app, common);
  add_forecast(app, common);
  add_replay(app, common);
  add_fit(app, common);
  add_deals(app, common);
  add_theory(app, common);
  add_predict(app, common);
  add_score(app, common);
  add_stability(app, common);
  add_report(app, common);
  add_serve(app, common);
  for (CLI::App* command : app.get_subcommands({})) {
    const std::string own = command->get_footer();
    command->footer(own + (own.empty() ? "" : "\n\n") +
                    "Also: --seed --threads --json --csv --quiet --lang en|zh (see armistice --help)");
  }
}

// What is wrong with a first word that is no command, or "": CLI11 only says that a subcommand is required.
std::string wrong_command(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  if (word.empty() || word[0] == '-' || std::find(names.begin(), names.end(), word) != names.end()) return "";
  const std::string near = suggestion(word, names);
  return fmt::format("there is no command \"{}\" (armistice --help lists all){}", word,
                     near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near));
}

int run(int argc, char** argv) {
  CLI::App app("A laboratory for wartime negotiation", "armistice");
  Common common;
  common.command = "armistice";
  for (int i = 1; i < argc; ++i) common.command += fmt::format(" {}", quoted(argv[i]));
  app.set_version_flag("--version", "armistice " + std::string(version()));
  app.require_subcommand(1);
  app.fallthrough();  // the common flags may stand behind the command
  add_common(app, common);
  add_commands(app, common);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    const std::string wrong = argc > 1 ? wrong_command(app, argv[1]) : "";
    if (!wrong.empty() && e.get_exit_code() != 0) {
      fmt::print(stderr, "armistice: {}\n", wrong);
      return wrong_usage;
    }
    return app.exit(e) == 0 ? all_well : wrong_usage;
  }
  return common.exit;
}

}  // namespace
}  // namespace armistice

int main(int argc, char** argv) {
  try {
    return armistice::run(argc, argv);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "armistice: %s\n", e.what());  // fmt::print would throw when this stream is broken too
    // Not exit(): after a full disk HDF5 would try once more to write what was refused, and crash.
    std::fflush(nullptr);
    std::_Exit(armistice::world_failed);
  }
}
