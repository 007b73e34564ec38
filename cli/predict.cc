// SPDX-License-Identifier: Apache-2.0
#include "cli/predict.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>

#include "armistice/base/version.h"
#include "armistice/theory/collective/choices.h"
#include "cli/progress.h"

namespace armistice {
namespace {

using collective::Choices;
using collective::CollectiveModel;

void list_models(Common& common) {
  Table models{say(common.lang, "Models", "模型"), {"model", "title", "source"}, {}, {}, ""};
  for (const CollectiveModel& model : collective::collective_models())
    models.rows.push_back(
        {std::string(model.name), say(common.lang, model.title, model.title_zh), std::string(model.source)});
  Table choices{say(common.lang, "Choices (--set CHOICE=VALUE)", "选项（--set CHOICE=VALUE）"),
                {"choice", "value", "values", "meaning"},
                {},
                {},
                ""};
  Choices all;
  collective::visit_choices(all, [&](std::string_view model, const auto& own) {
    for (const collective::ChoiceLine& line : collective::lines_of(own)) {
      std::string values;
      for (const std::string_view value : line.values) values += fmt::format("{}{}", values.empty() ? "" : " ", value);
      choices.rows.push_back({fmt::format("{}.{}", model, line.name), line.value, values.empty() ? "a number" : values,
                              std::string(line.meaning)});
    }
  });
  Provenance made;
  made.version = version(), made.command = common.command;
  print(common, {models, choices}, made);
}

// The choices that are not the default ones, whoever made them; "" when there are none.
std::string chosen(Choices choices) {
  Choices usual;
  std::vector<std::string> before;
  collective::visit_choices(usual, [&](std::string_view, const auto& own) {
    for (const auto& line : collective::lines_of(own)) before.push_back(line.value);
  });
  std::string all;
  std::size_t at = 0;
  collective::visit_choices(choices, [&](std::string_view model, const auto& own) {
    for (const auto& line : collective::lines_of(own))
      if (line.value != before[at++] && line.name != "mode")
        all += fmt::format("{}{}.{}={}", all.empty() ? "" : " ", model, line.name, line.value);
  });
  return all;
}

// The place of an issue by what it is called or by its id; -1 for all, nothing when there is none of that name.
std::optional<int> issue_asked(const PredictFlags& flags, const PredictSubject& subject, Common& common) {
  if (flags.issue.empty()) return -1;
  std::vector<std::string> known = subject.names.issues;
  known.insert(known.end(), subject.central.field.issues.begin(), subject.central.field.issues.end());
  const auto found = std::find(known.begin(), known.end(), flags.issue);
  if (found != known.end()) return static_cast<int>((found - known.begin())) % static_cast<int>(known.size() / 2);
  const std::string near = suggestion(flags.issue, known);
  std::string all;
  for (const std::string& one : subject.central.field.issues) all += fmt::format("{}{}", all.empty() ? "" : ", ", one);
  wrong_predict(common, fmt::format("there is no issue \"{}\"; {}", flags.issue,
                                    near.empty() ? "there are " + all : fmt::format("did you mean \"{}\"?", near)));
  return std::nullopt;
}

// Runs the models, with a line of progress where somebody is looking; Ctrl-C ends the draws, and what is done is shown.
Predictions predicted(const PredictSubject& subject, const InputNoise& noise, const PredictAsked& asked,
                      Common& common) {
  const collective::Field& field = subject.central.field;
  const auto draw = [&](std::uint32_t k) {
    return subject.drawn.empty() ? disturbed(field, noise, common.seed, k)
                                 : with_drawn(subject.central, subject.drawn[k]);
  };
  const Interrupt interrupt;
  const bool shown = !common.quiet && isatty(STDERR_FILENO) == 1;
  auto last = std::chrono::steady_clock::now();
  const auto report = [&](std::uint32_t done) {
    const auto now = std::chrono::steady_clock::now();
    if (!shown || now - last < std::chrono::milliseconds(200)) return;
    last = now;
    fmt::print(stderr, "\r\033[K{} of {} draws", done, asked.draws);
  };
  const Predictions all = predict(field, draw, asked, report, [] { return Interrupt::asked(); });
  if (shown) fmt::print(stderr, "\r\033[K");
  if (Interrupt::asked()) common.exit = interrupted;
  return all;
}

void predict_command(PredictFlags& flags, bool seed_given, Common& common) {
  if (flags.list) return list_models(common);
  if (flags.path.empty()) return wrong_predict(common, "give a file or a dossier (or --list)");
  InputNoise noise;
  if (const std::string wrong = read_noise(flags.noise, noise); !wrong.empty()) return wrong_predict(common, wrong);
  Choices choices;
  std::optional<PredictSubject> subject = subject_of(flags, seed_given, choices, common);
  if (!subject) return;
  if (const std::string wrong = set_choices(flags, choices); !wrong.empty()) return wrong_predict(common, wrong);
  std::string wrong;
  const std::vector<const CollectiveModel*> models = models_asked(flags, wrong);
  if (!wrong.empty()) return wrong_predict(common, wrong);
  const std::optional<int> issue = issue_asked(flags, *subject, common);
  if (!issue) return;
  choices.luck.seed = common.seed;
  if (const std::string own = chosen(choices); !own.empty())
    subject->notes.push_back(say(common.lang, "choices: ", "选项：") + own);
  const PredictAsked asked{models, choices, static_cast<std::uint32_t>(flags.draws), common.threads};
  const Predictions all = predicted(*subject, noise, asked, common);
  const collective::Field& field = subject->central.field;
  if (common.json) return put(predict_json(field, subject->names, all, choices, subject->notes, subject->made));
  PredictShown how{common.lang, flags.moves, common.csv ? SIZE_MAX : 60, subject->inputs, subject->notes, *issue};
  print(common, predict_tables(field, subject->names, all, how), subject->made);
}

void add_flags(CLI::App& command, PredictFlags& flags) {
  command.add_option("path", flags.path, "a table of actors (CSV, KTAB CSV or XML, exchange text) or a dossier");
  command.add_option("--model", flags.models, "all, or names with commas: compromise,spatial")->capture_default_str();
  command.add_flag("--list", flags.list, "the models and their choices");
  command
      .add_option("--set", flags.set,
                  "CHOICE=VALUE of a model (spatial.voting=cubic), or of KTAB (VotingRule=Cubic); repeatable")
      ->allow_extra_args(false);
  command
      .add_option("--mode", flags.mode,
                  "of the spatial model: corrected (the model spatial), or literal, as KTAB computes (the model ktab)")
      ->check(CLI::IsMember({"corrected", "literal"}));
  command.add_option("--preset", flags.preset,
                     "of the expected-utility model: scholz, papers, dmasad, dersblog, minimalgeek");
  command
      .add_option("--turns", flags.turns,
                  "turns or rounds of any process; presets and exchange-iterated keep their own")
      ->check(not_a_whole_number)
      ->check(CLI::Range(1, 10'000));
  command.add_option("-n,--draws", flags.draws, "of the inputs; 0: none")
      ->check(not_a_whole_number)
      ->check(CLI::Range(0, 100'000))
      ->capture_default_str();
  command.add_option("--noise", flags.noise,
                     "of a file's inputs: position=0.05,salience=0.1,capability=0.2 (standard deviations)");
  command.add_option("--scale", flags.scale, "LOW:HIGH of every issue of a file, in place of what it says");
  command.add_option("--issue", flags.issue, "show this one only (the models still see all; JSON holds all)");
  command.add_flag("--moves", flags.moves, "who moved whom and why, turn by turn");
}

}  // namespace

void wrong_predict(Common& common, const std::string& message) {
  fmt::print(stderr, "armistice predict: {}\n", message);
  common.exit = wrong_usage;
}

void add_predict(CLI::App& app, Common& common) {
  auto flags = std::make_shared<PredictFlags>();
  CLI::App* command = app.add_subcommand("predict", "What collective-decision models forecast, side by side");
  add_flags(*command, *flags);
  command->footer(
      "Examples:\n  armistice predict dossiers/ukraine-2025 --issue line\n"
      "  armistice predict tests/fields/harbour.csv --model spatial --moves\n"
      "  armistice predict tests/fields/harbour.csv --model ktab --set VotingRule=Binary --json");
  command->callback(
      [flags, command, &common] { predict_command(*flags, command->get_parent()->count("--seed") > 0, common); });
}

}  // namespace armistice
