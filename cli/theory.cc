// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

#include "armistice/base/version.h"
#include "armistice/theory/catalogue.h"
#include "cli/command.h"
#include "cli/model_words.h"

namespace armistice {
namespace {

using Words = std::vector<std::string>;

struct TheoryFlags {
  bool list = false;
  std::string unknown;  // a word that is no model
  ModelWords words;
};

std::string shown(double value) {
  if (std::trunc(value) == value && std::fabs(value) < 1e15) return fmt::format("{:.0f}", value);
  return fmt::format("{:.6g}", value);
}

Cell number_cell(double value) {
  Cell cell(shown(value));
  cell.number = value;
  return cell;
}

Cell cell_of(const TheoryResult& outcome) {
  if (outcome.whether) return outcome.value == 1 ? "yes" : "no";
  if (std::isnan(outcome.value)) return "none";
  if (std::isinf(outcome.value)) return outcome.value > 0 ? "infinite" : "minus infinite";
  return number_cell(outcome.value);
}

std::string note_of(const TheoryModel& model, const TheoryArguments& arguments, const std::string& without) {
  std::string given;
  for (const TheoryParameter& parameter : model.parameters) {
    const std::vector<double>& numbers = arguments.list(parameter.name);
    if (numbers.empty() || parameter.name == without) continue;
    given += fmt::format("{}{} = {}", given.empty() ? "Given " : ", ", parameter.name, joined(numbers));
  }
  return given + (given.empty() ? "" : "\n  ") + model.formula + "\n  " + model.source;
}

Table single(const TheoryModel& model, const TheoryArguments& arguments) {
  Table table{
      model.name + ": " + model.question, {"result", "value", "meaning"}, {}, {}, note_of(model, arguments, "")};
  for (const TheoryResult& outcome : model.evaluate(arguments))
    table.rows.push_back({outcome.name, cell_of(outcome), outcome.meaning});
  return table;
}

Table swept(const TheoryModel& model, const std::vector<TheoryArguments>& all, const std::string& name) {
  Table table{model.name + ": " + model.question, {name}, {}, {}, note_of(model, all.front(), name)};
  std::vector<TheoryResults> outcomes;
  for (const TheoryArguments& arguments : all) {
    outcomes.push_back(model.evaluate(arguments));
    // How many results there are may depend on a number, such as that of parties.
    for (const TheoryResult& outcome : outcomes.back())
      if (std::find(table.columns.begin() + 1, table.columns.end(), outcome.name) == table.columns.end())
        table.columns.push_back(outcome.name);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<Cell> row(table.columns.size());
    row[0] = number_cell(all[i](name));
    for (const TheoryResult& outcome : outcomes[i]) {
      const auto at = std::find(table.columns.begin() + 1, table.columns.end(), outcome.name) - table.columns.begin();
      row[static_cast<std::size_t>(at)] = cell_of(outcome);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

void show_tables(const Common& common, const std::vector<Table>& tables) {
  Provenance made;
  made.version = version();
  made.command = common.command;
  print(common, tables, made);
}

int refuse(const std::string& model, const Words& objections) {
  for (const std::string& objection : objections) fmt::print(stderr, "armistice theory {}: {}\n", model, objection);
  fmt::print(stderr, "See armistice theory {} --help\n", model);
  return wrong_usage;
}

void run_model(const TheoryModel& model, const TheoryFlags& flags, Common& common) {
  Words objections;
  ModelNumbers numbers = read_numbers(flags.words, objections);
  std::optional<Sweep> sweep;
  if (!flags.words.sweep.empty()) sweep = read_sweep(model, flags.words, objections);
  std::vector<TheoryArguments> all;
  const std::size_t count = sweep ? sweep->values.size() : 1;
  for (std::size_t i = 0; i < count && objections.empty(); ++i) {
    if (sweep) numbers[sweep->name] = {sweep->values[i]};
    if (auto arguments = arguments_for(model, numbers, objections)) all.push_back(std::move(*arguments));
  }
  if (!objections.empty()) {
    common.exit = refuse(model.name, objections);
    return;
  }
  show_tables(common, {sweep ? swept(model, all, sweep->name) : single(model, all.front())});
}

std::string parameter_names(const TheoryModel& model) {
  std::string names;
  bool optional = false;
  for (const TheoryParameter& parameter : model.parameters) {
    const bool opens = !parameter.required && !optional;
    names += fmt::format("{}{}{}", names.empty() ? "" : " ", opens ? "[" : "", parameter.name);
    optional = optional || opens;
  }
  return names + (optional ? "]" : "");
}

void list_models(const Common& common) {
  std::vector<Table> tables;
  for (const TheoryModel& model : theory_models()) {
    if (tables.empty() || tables.back().title != model.section)
      tables.push_back({model.section, {"model", "answers", "parameters", "source"}, {}, {}, ""});
    tables.back().rows.push_back({model.name, model.question, parameter_names(model), short_source(model)});
  }
  show_tables(common, tables);
}

// A word behind "theory" that is the name of no model, or one too many behind a model.
std::string not_taken(const CLI::App& theory, const std::string& word) {
  if (const auto models = theory.get_subcommands(); !models.empty()) {
    std::string known;
    for (const TheoryParameter& parameter : find_theory_model(models.front()->get_name())->parameters)
      known += " --" + parameter.name;
    return fmt::format("{} does not take \"{}\", or not what stands before it; it has{}", models.front()->get_name(),
                       word, known);
  }
  if (theory.count("--list") > 0)
    return "--list stands alone: armistice theory --list, or of one model armistice theory NAME --help";
  Words names;
  for (const TheoryModel& model : theory_models()) names.push_back(model.name);
  const std::string nearest = suggestion(word, names);
  return fmt::format("there is no model \"{}\"{} (armistice theory --list names all)", word,
                     nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest));
}

std::string description_of(const TheoryParameter& parameter) {
  std::string text = fmt::format("{}, {}", parameter.meaning, show(parameter.legal));
  if (!parameter.unit.empty()) text += fmt::format(" [{}]", parameter.unit);
  if (!parameter.required)
    text += parameter.otherwise.empty() ? "; may be left out"
                                        : fmt::format("; {} if left out", joined(parameter.otherwise));
  return text;
}

std::string footer_of(const TheoryModel& model) {
  std::string text = "Results:\n";
  Words none;
  const WorkedExample& example = model.example;
  if (const auto worked = arguments_for(model, {example.given.begin(), example.given.end()}, none))
    for (const TheoryResult& outcome : model.evaluate(*worked))
      text += fmt::format("  {:<24} {}\n", outcome.name, outcome.meaning);
  return text + fmt::format("\n{}\n{}\n\nExample:\n  armistice {}\n\nAlso: --json --csv (see armistice --help)",
                            model.formula, model.source, example_command(model));
}

void add_model(CLI::App& theory, const TheoryModel& model, const std::shared_ptr<TheoryFlags>& flags, Common& common) {
  CLI::App* command = theory.add_subcommand(model.name, model.question);
  command->group("");  // there are too many for a help text: --list shows them
  for (const TheoryParameter& parameter : model.parameters) {
    const auto keep = [flags, name = parameter.name](const std::string& word) { flags->words.given[name] = word; };
    command
        ->add_option_function<std::string>(fmt::format("--{},--{}", parameter.name, parameter.long_name), keep,
                                           description_of(parameter))
        ->type_name(parameter.list ? "NUMBER,..." : "NUMBER");
  }
  command->add_option("--sweep", flags->words.sweep, "a table over one parameter")->type_name("NAME=FIRST:LAST:STEP");
  command->footer([&model] { return footer_of(model); });
  command->callback([flags, &model, &common] {
    if (!flags->list) return run_model(model, *flags, common);
    fmt::print(stderr, "armistice theory: --list names all models; of one, armistice theory {} --help\n", model.name);
    common.exit = wrong_usage;
  });
}

}  // namespace

void add_theory(CLI::App& app, Common& common) {
  auto flags = std::make_shared<TheoryFlags>();
  CLI::App* theory = app.add_subcommand("theory", "Closed-form models of bargaining and war, by name");
  theory->add_flag("--list", flags->list, "list the models");
  theory->add_option("MODEL", flags->unknown, "name of a model, and then its parameters")
      ->check([theory](const std::string& word) { return not_taken(*theory, word); });
  for (const TheoryModel& model : theory_models()) add_model(*theory, model, flags, common);
  theory->footer("Examples:\n  armistice theory --list\n  armistice theory fearon --help\n  armistice " +
                 example_command(theory_models().front()));
  theory->callback([theory, flags, &common] {
    if (const auto models = theory->get_subcommands(); !models.empty()) return;
    if (flags->list) return list_models(common);
    fmt::print(stderr, "armistice theory: which model? See armistice theory --list\n");
    common.exit = wrong_usage;
  });
}

}  // namespace armistice
