// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>

#include "armistice/base/version.h"
#include "armistice/model/check.h"
#include "armistice/model/csv.h"
#include "armistice/model/field_file.h"
#include "armistice/model/read.h"
#include "armistice/output/predict_tables.h"
#include "armistice/study/dossier_field.h"
#include "armistice/study/predict.h"
#include "armistice/theory/collective/choices.h"
#include "cli/command.h"
#include "cli/progress.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;
using collective::Choices;
using collective::CollectiveModel;
using collective::Field;

struct PredictFlags {
  std::string path, models = "all", mode, preset, noise, scale;
  std::vector<std::string> set;
  int draws = 200;
  bool moves = false, list = false;
};

// What is predicted, wherever it came from.
struct Subject {
  Field field;
  FieldNames names;
  std::vector<std::string> notes;
  std::string inputs;  // how they are drawn, in words
  Provenance made;
  std::vector<Field> drawn;  // of a dossier
};

void refuse(Common& common, const std::string& message) {
  fmt::print(stderr, "armistice predict: {}\n", message);
  common.exit = wrong_usage;
}

// "a:b" as two numbers, the first below the second.
std::optional<std::pair<double, double>> read_scale(const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const auto low = number_in(text.substr(0, colon)), high = number_in(text.substr(colon + 1));
  if (!low || !high || *low >= *high) return std::nullopt;
  return std::pair{*low, *high};
}

// "position=0.05,salience=0.1,capability=0.2", any of them; "" or what is wrong.
std::string read_noise(const std::string& text, InputNoise& noise) {
  for (std::size_t from = 0; from <= text.size() && !text.empty();) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    const std::string word = text.substr(from, comma - from);
    const std::size_t sign = word.find('=');
    const double value = sign == std::string::npos ? -1 : number_in(word.substr(sign + 1)).value_or(-1);
    const std::string name = word.substr(0, sign);
    double* member = name == "position"     ? &noise.position
                     : name == "salience"   ? &noise.salience
                     : name == "capability" ? &noise.capability
                                            : nullptr;
    if (!member || value < 0)
      return fmt::format("--noise wants position=P,salience=S,capability=C of 0 or more, not \"{}\"", word);
    *member = value;
    from = comma + 1;
  }
  return "";
}

// One "name=value": a choice of ours, of one model ("spatial.voting") or of whichever has it, or one of KTAB's.
std::string set_one(Choices& choices, const std::string& word) {
  const std::size_t sign = word.find('=');
  if (sign == std::string::npos) return fmt::format("--set wants CHOICE=VALUE, not \"{}\"", word);
  std::string name = word.substr(0, sign);
  const std::string value = word.substr(sign + 1);
  if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z') return set_ktab_choice(choices.spatial, name, value);
  const std::size_t dot = name.find('.');
  const std::string of_model = dot == std::string::npos ? "" : name.substr(0, dot);
  if (dot != std::string::npos) name = name.substr(dot + 1);
  std::optional<std::string> outcome;
  std::vector<std::string> known;
  collective::visit_choices(choices, [&](std::string_view model, auto& own) {
    for (const auto& line : collective::lines_of(own)) known.emplace_back(fmt::format("{}.{}", model, line.name));
    if (outcome || (!of_model.empty() && of_model != model)) return;
    outcome = collective::set_choice(own, name, value);
  });
  if (outcome) return *outcome;
  const std::string near = suggestion(dot == std::string::npos ? "spatial." + name : word.substr(0, sign), known);
  return fmt::format("there is no choice \"{}\"{}; --list shows all", word.substr(0, sign),
                     near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near));
}

std::string set_choices(const PredictFlags& flags, Choices& choices) {
  if (!flags.mode.empty())
    if (const auto wrong = collective::set_choice(choices.spatial, "mode", flags.mode); !wrong->empty()) return *wrong;
  if (!flags.preset.empty()) {
    const auto* preset = collective::expected_utility_preset(flags.preset);
    std::string all;
    for (const auto& one : collective::expected_utility_presets())
      all += fmt::format("{}{}", all.empty() ? "" : ", ", one.name);
    if (!preset) return fmt::format("--preset is one of {}, not \"{}\"", all, flags.preset);
    choices.expected_utility = *preset;
  }
  for (const std::string& word : flags.set)
    if (const std::string wrong = set_one(choices, word); !wrong.empty()) return wrong;
  return "";
}

// The models named; empty, and a message, when one is unknown. With --mode the spatial model is the one of that mode.
std::vector<const CollectiveModel*> models_asked(const PredictFlags& flags, Common& common) {
  std::vector<const CollectiveModel*> all;
  if (flags.models == "all") {
    for (const CollectiveModel& model : collective::collective_models()) all.push_back(&model);
    return all;
  }
  for (std::size_t from = 0; from <= flags.models.size();) {
    const std::size_t comma = std::min(flags.models.find(',', from), flags.models.size());
    std::string name = flags.models.substr(from, comma - from);
    if (name == "spatial" && flags.mode == "literal") name = "ktab";
    const CollectiveModel* model = collective::find_model(name);
    if (!model) {
      std::vector<std::string> known;
      for (const CollectiveModel& one : collective::collective_models()) known.emplace_back(one.name);
      const std::string near = suggestion(name, known);
      refuse(common, fmt::format("there is no model \"{}\"{}; --list shows all", name,
                                 near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near)));
      return {};
    }
    if (std::find(all.begin(), all.end(), model) == all.end()) all.push_back(model);
    from = comma + 1;
  }
  return all;
}

std::optional<Subject> subject_of_dossier(const PredictFlags& flags, Common& common) {
  Problems problems;
  std::optional<Dossier> dossier = read_dossier(flags.path, problems);
  if (dossier) check_meaning(*dossier, problems);
  if (!problems.empty()) return print(common, problems), std::nullopt;
  const Model model = compile(std::move(*dossier));
  const DossierField central = field_of(model);
  Subject subject{
      central.field, names_of(central.field), {}, {}, provenance(model.dossier, common.command, common.seed), {}};
  for (std::size_t i = 0; i < subject.names.actors.size(); ++i)
    subject.names.actors[i] = label(model.dossier.parties[i].name, common.lang);
  for (std::size_t k = 0; k < central.issues.size(); ++k) {
    const Issue& issue = model.dossier.issues[static_cast<std::size_t>(central.issues[k])];
    subject.names.issues[k] = label(issue.name, common.lang);
    std::vector<std::pair<double, int>> order;
    for (int o = 1; o < static_cast<int>(central.place[k].size()); ++o)
      order.emplace_back(central.place[k][static_cast<std::size_t>(o)], o);
    std::sort(order.begin(), order.end());
    for (const auto& [place, option] : order)
      subject.names.scales[k] += fmt::format("{}{:.3g} {}", subject.names.scales[k].empty() ? "" : " · ", place,
                                             option_label(issue, option, common.lang));
  }
  const auto without = without_capability(model);
  std::string names;
  for (const int i : without)
    names += fmt::format("{}{}", names.empty() ? "" : ", ", subject.names.actors[static_cast<std::size_t>(i)]);
  if (!without.empty())
    subject.notes.push_back(
        say(common.lang, "the dossier gives no capability (assumed): ", "卷宗未给出实力（假定）：") + names);
  subject.notes.push_back(
      say(common.lang,
          "scales, positions and saliences follow from the dossier's values by rules that are assumed "
          "(docs/collective.md)",
          "标尺、立场与权重由卷宗的数值按假定的规则得出（docs/collective.md）"));
  subject.inputs = say(common.lang, "draws of the dossier's numbers", "对卷宗数值的抽取次数");
  subject.drawn = drawn_fields(model, central, common.seed, static_cast<std::uint32_t>(flags.draws));
  return subject;
}

std::optional<Subject> subject_of_file(const PredictFlags& flags, const CLI::App& command, Choices& choices,
                                       Common& common) {
  Problems problems;
  FieldOptions options;
  if (!flags.scale.empty()) options.scale = read_scale(flags.scale);
  if (!flags.scale.empty() && !options.scale)
    return refuse(common, "--scale wants LOW:HIGH such as 0:100"), std::nullopt;
  std::optional<FieldFile> read = read_field(flags.path, options, problems);
  if (!read) return print(common, problems), std::nullopt;
  Subject subject{read->field, names_of(read->field), read->notes, {}, {}, {}};
  subject.made.version = version(), subject.made.dossier = read->name, subject.made.hash = read->hash;
  subject.made.command = common.command;
  // A scenario of KTAB brings its own switches; what the command line says goes before them.
  const collective::SpatialMode mode = choices.spatial.mode;
  choices.spatial = read->spatial;
  choices.spatial.mode = mode;
  if (read->seed && command.get_parent()->count("--seed") == 0) {
    common.seed = *read->seed;
    subject.notes.push_back(fmt::format("seed {} of the scenario", common.seed));
  }
  subject.made.seed = common.seed;
  subject.inputs = say(common.lang, "draws of the inputs (--noise, assumed)", "对输入的扰动抽取次数（--noise，假定）");
  return subject;
}

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

void predict_command(const PredictFlags& flags, const CLI::App& command, Common& common) {
  if (flags.list) return list_models(common);
  if (flags.path.empty()) return refuse(common, "give a file or a dossier (or --list)");
  const std::vector<const CollectiveModel*> models = models_asked(flags, common);
  if (models.empty()) return;
  PredictAsked asked{models, {}, static_cast<std::uint32_t>(flags.draws), common.threads};
  InputNoise noise;
  if (const std::string wrong = read_noise(flags.noise, noise); !wrong.empty()) return refuse(common, wrong);
  const bool dossier = fs::exists(fs::path(flags.path) / "dossier.toml");
  std::optional<Subject> subject =
      dossier ? subject_of_dossier(flags, common) : subject_of_file(flags, command, asked.choices, common);
  if (!subject) return;
  if (const std::string wrong = set_choices(flags, asked.choices); !wrong.empty()) return refuse(common, wrong);
  if (models.size() == 1 && models[0]->name == "ktab") asked.choices.spatial.mode = collective::SpatialMode::literal;
  asked.choices.luck.seed = common.seed;
  const auto draw = [&](std::uint32_t k) {
    return dossier ? subject->drawn[k] : disturbed(subject->field, noise, common.seed, k);
  };
  const Interrupt interrupt;
  const bool shown = !common.quiet && isatty(STDERR_FILENO) == 1;
  const auto report = [&](std::uint32_t done) {
    if (shown && done % 10 == 0) fmt::print(stderr, "\r\033[K{} of {} draws", done, asked.draws);
  };
  const Predictions all = predict(subject->field, draw, asked, report, [] { return Interrupt::asked(); });
  if (shown) fmt::print(stderr, "\r\033[K");
  if (Interrupt::asked()) common.exit = interrupted;
  if (common.json)
    return put(predict_json(subject->field, subject->names, all, asked.choices, subject->notes, subject->made));
  PredictShown how{common.lang, flags.moves, common.csv ? SIZE_MAX : 60, subject->inputs, subject->notes};
  print(common, predict_tables(subject->field, subject->names, all, how), subject->made);
}

}  // namespace

void add_predict(CLI::App& app, Common& common) {
  auto flags = std::make_shared<PredictFlags>();
  CLI::App* command = app.add_subcommand("predict", "What collective-decision models forecast, side by side");
  command->add_option("path", flags->path, "a table of actors (CSV, KTAB CSV or XML, exchange text) or a dossier");
  command->add_option("--model", flags->models, "all, or names with commas: compromise,spatial")->capture_default_str();
  command->add_flag("--list", flags->list, "the models and their choices");
  command
      ->add_option("--set", flags->set,
                   "CHOICE=VALUE of a model (spatial.voting=cubic), or of KTAB (VotingRule=Cubic); repeatable")
      ->allow_extra_args(false);
  command->add_option("--mode", flags->mode, "of the spatial model")->check(CLI::IsMember({"corrected", "literal"}));
  command->add_option("--preset", flags->preset,
                      "of the expected-utility model: scholz, papers, dmasad, dersblog, minimalgeek");
  command->add_option("-n,--draws", flags->draws, "of the inputs; 0: none")
      ->check(not_a_whole_number)
      ->check(CLI::Range(0, 100'000))
      ->capture_default_str();
  command->add_option("--noise", flags->noise,
                      "of a file's inputs: position=0.05,salience=0.1,capability=0.2 (standard deviations)");
  command->add_option("--scale", flags->scale, "LOW:HIGH of every issue, in place of what the file says");
  command->add_flag("--moves", flags->moves, "who moved whom and why, turn by turn");
  command->footer(
      "Examples:\n  armistice predict dossiers/ukraine-2025\n"
      "  armistice predict tests/fields/harbour.csv --model spatial --moves");
  command->callback([flags, command, &common] { predict_command(*flags, *command, common); });
}

}  // namespace armistice
