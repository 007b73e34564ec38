// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "armistice/base/version.h"
#include "armistice/model/check.h"
#include "armistice/model/csv.h"
#include "armistice/model/field_file.h"
#include "armistice/model/read.h"
#include "armistice/output/predict_dossier.h"
#include "cli/predict.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;

// "a:b" as two numbers, the first below the second.
std::optional<std::pair<double, double>> read_scale(const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const auto low = number_in(text.substr(0, colon)), high = number_in(text.substr(colon + 1));
  if (!low || !high || *low >= *high || *low < -most_field_number || *high > most_field_number) return std::nullopt;
  return std::pair{*low, *high};
}

std::optional<PredictSubject> subject_of_dossier(const PredictFlags& flags, Common& common) {
  Problems problems;
  std::optional<Dossier> dossier = read_dossier(flags.path, problems);
  if (dossier) check_meaning(*dossier, problems);
  if (!problems.empty()) return print(common, problems), std::nullopt;
  const Model model = compile(std::move(*dossier));
  PredictSubject subject;
  subject.central = field_of(model);
  if (subject.central.issues.empty())
    return wrong_predict(common, "the two sides see the options of no issue differently: there is nothing to predict"),
           std::nullopt;
  subject.names = names_of(model, subject.central, common.lang);
  subject.made = provenance(model.dossier, common.command, common.seed);
  subject.notes = notes_on(model, common.lang);
  subject.inputs = say(common.lang, "draws of the dossier's numbers", "对卷宗数值的抽取次数");
  subject.drawn = drawn_fields(model, subject.central, common.seed, static_cast<std::uint32_t>(flags.draws));
  return subject;
}

std::optional<PredictSubject> subject_of_file(const PredictFlags& flags, bool seed_given, collective::Choices& choices,
                                              Common& common) {
  Problems problems;
  FieldOptions options;
  if (!flags.scale.empty()) options.scale = read_scale(flags.scale);
  if (!flags.scale.empty() && !options.scale)
    return wrong_predict(common, "--scale wants LOW:HIGH such as 0:100"), std::nullopt;
  std::optional<FieldFile> read = read_field(flags.path, options, problems);
  if (!read) return print(common, problems), std::nullopt;
  PredictSubject subject;
  subject.names = names_of(read->field), subject.notes = read->notes;
  subject.made.version = version(), subject.made.dossier = read->name, subject.made.hash = read->hash;
  subject.made.command = common.command;
  choices.spatial = read->spatial;  // a scenario of KTAB brings its own switches
  if (read->seed && !seed_given) {
    common.seed = *read->seed;
    subject.notes.push_back(say(common.lang, "the seed is the scenario's", "随机种子取自该情景文件"));
  }
  subject.made.seed = common.seed;
  subject.inputs = say(common.lang, "draws of the inputs (--noise, assumed)", "对输入的扰动抽取次数（--noise，假定）");
  subject.central.field = std::move(read->field);
  return subject;
}

}  // namespace

std::optional<PredictSubject> subject_of(const PredictFlags& flags, bool seed_given, collective::Choices& choices,
                                         Common& common) {
  const fs::path path = flags.path;
  std::error_code unreadable;  // what cannot be looked into is named by who reads it
  const bool dossier = fs::exists(path / "dossier.toml", unreadable);
  std::string wrong;
  if (path.filename() == "dossier.toml")
    wrong = fmt::format("{} is a file of a dossier: give the dossier's folder", flags.path);
  else if (!dossier && fs::is_directory(path, unreadable))
    wrong = fmt::format("{} is a folder without a dossier.toml: give a dossier or a file", flags.path);
  else if (dossier && !flags.noise.empty())
    wrong = "--noise is for files: the numbers of a dossier have ranges of their own";
  else if (dossier && !flags.scale.empty())
    wrong = "--scale is for files, and this is a dossier";
  if (!wrong.empty()) return wrong_predict(common, wrong), std::nullopt;
  return dossier ? subject_of_dossier(flags, common) : subject_of_file(flags, seed_given, choices, common);
}

}  // namespace armistice
