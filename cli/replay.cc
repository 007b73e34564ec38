// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <memory>

#include "armistice/base/version.h"
#include "armistice/model/override.h"
#include "armistice/output/manifest.h"
#include "armistice/output/open_study.h"
#include "armistice/study/chronicle.h"
#include "cli/set.h"

namespace armistice {
namespace {

struct ReplayFlags {
  std::string folder;
  std::uint32_t run = 0;
  std::vector<std::string> set;
  std::string dossier;
};

std::nullopt_t refuse(Common& common, const std::string& message) {
  fmt::print(stderr, "armistice replay: {}\n", message);
  common.exit = wrong_usage;
  return std::nullopt;
}

Table table_of(const Model& model, const std::vector<Told>& entries, std::uint32_t run, Language language) {
  Table table;
  table.title = fmt::format("run {}", run);
  table.columns = {"week", "date", "what"};
  for (const Told& entry : entries)
    table.rows.push_back(
        {entry.week, show(date_of(day_number(model.dossier.as_of) + 7 * entry.week)), entry.text.in(language)});
  return table;
}

// A run that the study does not hold could be told as well, but its listener would look for it in the study's files.
std::string not_kept(const std::string& folder, std::uint32_t run) {
  std::int64_t runs = 0;
  for (const ShardLine& line : read_shards(folder)) {
    if (run >= line.range.first && run - line.range.first < line.range.count) return "";
    runs += line.range.count;
  }
  return fmt::format("{} holds no run {}: it has {} runs, counted from 0", folder, run, runs);
}

struct Subject {
  Model model;
  Plan plan;
};

std::optional<Subject> study_of(const ReplayFlags& flags, Common& common) {
  if (!flags.set.empty())
    return refuse(common, fmt::format("{} is a study, and keeps its numbers: --set is for a dossier", flags.folder));
  Problems problems;
  std::string why;
  std::optional<OpenStudy> study = open_study(flags.folder, flags.dossier, problems, why);
  if (!problems.empty()) {
    print(common, problems);
    return std::nullopt;
  }
  if (!study) return refuse(common, why);
  if (why = not_kept(flags.folder, flags.run); !why.empty()) return refuse(common, why);
  return Subject{std::move(study->model), study->plan};
}

// What a run is told of: a study, or a dossier and the seed. Nothing when there is neither; that has been said.
std::optional<Subject> subject_of(const ReplayFlags& flags, Common& common) {
  if (read_key(flags.folder)) return study_of(flags, common);
  if (!flags.dossier.empty())
    return refuse(common, fmt::format("{} is no study folder: --dossier is for one", flags.folder));
  std::optional<Dossier> dossier = usable_dossier(flags.folder, flags.set, common);
  if (!dossier) return std::nullopt;
  return Subject{compile(std::move(*dossier)), Plan{.seed = common.seed, .on = {}}};
}

void replay(const ReplayFlags& flags, Common& common) {
  const std::optional<Subject> subject = subject_of(flags, common);
  if (!subject) return;
  const auto& [model, plan] = *subject;
  const std::vector<Told> entries = chronicle(model, plan, flags.run);
  // A study of other numbers, switches, centres or horizon than the usual ones is replayed from its folder only.
  const bool usual = off_list(plan.on).empty() && !plan.central && model.weeks == model.dossier.horizon_weeks &&
                     plan.protocol == TalkProtocol::text && numbers_set(model.dossier).empty();
  const std::string command =
      usual ? fmt::format("armistice replay {} {} --seed {}", model.dossier.title.id, flags.run, plan.seed)
            : common.command;
  const Provenance made = provenance(model.dossier, command, plan.seed);
  if (common.json || common.csv)
    return print(common, {table_of(model, entries, flags.run, language_of(common.lang))}, made);
  const Language language = language_of(common.lang);
  const std::string number = fmt::format(fmt::runtime(language == Language::zh ? "第 {} 次模拟" : "run {}"), flags.run);
  const std::string text = fmt::format("{}: {}\n\n{}\n{}\n", phrase(model.dossier.title).in(language), number,
                                       told(model, entries, language), show(made));
  put(text);
}

}  // namespace

void add_replay(CLI::App& app, Common& common) {
  auto flags = std::make_shared<ReplayFlags>();
  CLI::App* command = app.add_subcommand("replay", "Tell one run of a study, or of a dossier and --seed, week by week");
  command->add_option("folder", flags->folder, "a study folder (of forecast --out), or a dossier")->required();
  command->add_option("run", flags->run, "number of the run, from 0")->required()->check(not_a_whole_number);
  add_set(*command, flags->set);
  command->add_option("--dossier", flags->dossier, "where the study's dossier is now, if it has moved");
  command->footer("Example:\n  armistice replay runs/base 417");
  command->callback([flags, &common] { replay(*flags, common); });
}

}  // namespace armistice
