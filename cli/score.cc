// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>

#include "armistice/base/file.h"
#include "armistice/base/version.h"
#include "armistice/model/csv.h"
#include "armistice/output/score_tables.h"
#include "cli/command.h"

namespace armistice {
namespace {

struct ScoreFlags {
  std::string folder, weights, by_case;
  std::vector<std::string> models;
  int bootstraps = 2000;
  double near = 10;
  bool stack = false;
};

void wrong_score(Common& common, const std::string& message) {
  fmt::print(stderr, "armistice score: {}\n", message);
  common.exit = wrong_usage;
}

// The models asked for, in the order of tables; false when a name is no model's.
bool choose(const std::vector<std::string>& names, ScoreQuestion& question, std::string& wrong) {
  std::vector<std::string> known = {"all", "ensemble-left-out"};
  for (const auto& model : collective::collective_models()) known.emplace_back(model.name);
  const auto asked = [&](std::string_view name) {
    return names.empty() || std::find(names.begin(), names.end(), "all") != names.end() ||
           std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string near = suggestion(name, known);
    wrong = fmt::format("there is no model \"{}\"", name);
    if (!near.empty()) wrong += fmt::format("; did you mean \"{}\"?", near);
    if (near.empty())
      for (const std::string& one : known) wrong += (&one == &known.front() ? "; there are " : ", ") + one;
    return false;
  }
  for (const auto& model : collective::collective_models())
    if (asked(model.name)) question.models.push_back(&model);
  question.stacked = asked("ensemble-left-out");
  return true;
}

Provenance made_from(const Cases& cases, const Common& common) {
  Provenance made;
  made.version = version();
  made.dossier = cases.folder, made.hash = cases.hash;
  made.command = common.command;
  made.seed = common.seed;
  return made;
}

void run_score(const ScoreFlags& flags, Common& common) {
  ScoreQuestion question;
  std::string wrong;
  if (!choose(flags.models, question, wrong)) return wrong_score(common, wrong);
  question.seed = common.seed, question.choices.luck.seed = common.seed;
  question.bootstraps = flags.bootstraps, question.near = flags.near, question.threads = common.threads;
  Problems problems;
  const auto cases = read_cases(flags.folder, flags.weights, problems);
  if (!cases) return print(common, problems);
  const Scores scores = score(*cases, question);
  const Provenance made = made_from(*cases, common);
  if (!flags.by_case.empty()) write_file_atomically(flags.by_case, render_csv({case_table(scores)}, made));
  std::vector<Table> tables = score_tables(*cases, scores, question, common.lang);
  if (flags.stack) tables.push_back(stack_table(stack_models(*cases, scores, common.threads), common.lang));
  print(common, tables, made);
}

}  // namespace

void add_score(CLI::App& app, Common& common) {
  auto flags = std::make_shared<ScoreFlags>();
  CLI::App* command = app.add_subcommand(
      "score", "How well models of collective decisions forecast decisions whose outcomes are known");
  command->add_option("folder", flags->folder, "issues.csv, positions.csv and actors.csv")->required();
  command->add_option("--models", flags->models, "which models, with commas; all if left out")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--weights", flags->weights, "a column of actors.csv as capability, or equal");
  command->add_option("--by-case", flags->by_case, "write every forecast of every issue to this CSV file");
  command->add_option("--bootstraps", flags->bootstraps, "samples of whole groups for the intervals; 0: none")
      ->check(not_a_whole_number)
      ->check(CLI::Range(0, 1'000'000))
      ->capture_default_str();
  command->add_option("--within", flags->near, "what counts as a hit, in per cent of the scale")
      ->check(
          [](const std::string& word) { return number_in(word) ? "" : fmt::format("\"{}\" is not a number", word); })
      ->check(CLI::Range(0.0, 100.0))
      ->capture_default_str();
  command->add_flag("--stack", flags->stack, "what each model would add to the ensemble");
  command->footer(
      "issues.csv: issue_id, outcome; proposal_id, reference_point, low, high, quorum where there are such.\n"
      "positions.csv: issue_id, actor, position, salience. actors.csv: actor, capability; role and votes.\n"
      "Example:\n"
      "  armistice score tests/cases/council --models compromise,spatial,ensemble --by-case forecasts.csv");
  command->callback([flags, &common] { run_score(*flags, common); });
}

}  // namespace armistice
