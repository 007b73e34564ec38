// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <memory>

#include "armistice/output/assemble.h"
#include "armistice/output/summary_files.h"
#include "armistice/output/summary_tables.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/set.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;
constexpr int rechecked_shards = 3;
// A tally counts in 32 bits: at most 11 searches a run (520 weeks, one a year) stay far below 2^32.
constexpr std::int64_t most_runs = 100'000'000;

struct ForecastFlags {
  std::string folder, out;
  std::int64_t runs = 10000;
  std::uint32_t shard = 10000;
  std::vector<std::string> off, set;
  std::string protocol = "text";
  int weeks = 0;
  bool central = false, verify = false;
};

// Says how it went on standard error, and keeps quiet when asked to.
template <class... A>
void tell(const Common& common, fmt::format_string<A...> text, A&&... values) {
  if (!common.quiet) fmt::print(stderr, "{}\n", fmt::format(text, std::forward<A>(values)...));
}

int usage(const std::string& message) {
  fmt::print(stderr, "armistice forecast: {}\n", message);
  return wrong_usage;
}

// --out "$NOT_SET" must not quietly run without a folder.
std::string not_empty(const std::string& path) { return path.empty() ? "a folder's name is empty" : ""; }

std::string unknown_switch(const Switches& on, const std::string& name) {
  Switches copy = on;
  if (turn_off(copy, name)) return "";
  std::vector<std::string> known;
  std::string listed;
  for (const auto& [id, meaning] : switch_names()) {
    known.push_back(id);
    listed += fmt::format("\n  {:<10} {}", id, meaning);
  }
  const std::string near = suggestion(name, known);
  return fmt::format("--off: no mechanism \"{}\"{}; there are{}", name,
                     near.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", near), listed);
}

// The folder is new, empty, or a study (a lock alone: one that was killed before its first line). No other is written
// into.
std::string bad_folder(const fs::path& folder) {
  if (!fs::exists(folder)) return "";
  if (!fs::is_directory(folder)) return fmt::format("--out: {} is not a folder", folder.string());
  if (fs::exists(folder / "manifest.sqlite") || fs::exists(folder / ".lock")) return "";
  if (!fs::is_empty(folder)) return fmt::format("--out: {} holds other things and no study", folder.string());
  return "";
}

StudyHooks hooks_for(std::unique_ptr<Progress>& progress, const Common& common) {
  return {.plan = [&](std::int64_t runs) { progress = std::make_unique<Progress>(runs, common.quiet); },
          .progress =
              [&](std::int64_t runs, std::int64_t weeks) {
                if (progress) progress->add(runs, weeks);
              },
          .stop = Interrupt::asked,
          .stop_now = Interrupt::asked_twice};
}

// A title for machines, who get shares from 0 to 1.
std::string without_percent(std::string title) {
  for (const std::string_view unit : {" (%)", "（%）", " in %"})
    if (const auto at = title.find(unit); at != std::string::npos) title.erase(at, unit.size());
  return title;
}

void show(const Model& model, const Summary& summary, const Common& common) {
  std::string text;
  if (common.json) {
    text = summary_json(model, summary, time_now());
  } else {
    std::vector<Table> tables = tables_of(model, summary, language_of(common.lang));
    if (common.csv) {  // the caveats go with the numbers, under the last table
      std::string notes = notes_of(summary, language_of(common.lang));
      notes.erase(notes.find_last_not_of('\n') + 1);
      for (Table& table : tables) table.title = without_percent(table.title);
      std::string& note = tables.back().note;
      note += (note.empty() ? "" : "\n") + notes;
      return print(common, tables, provenance_of(summary));
    }
    for (const Table& table : tables) text.append(render_text(table)).append("\n");
    text.append(notes_of(summary, language_of(common.lang)))
        .append("\n")
        .append(armistice::show(provenance_of(summary)))
        .append("\n");
  }
  put(text);
}

// Without a folder: shards are added up and forgotten.
int in_memory(const Model& model, const Plan& plan, const ForecastFlags& flags, const Common& common) {
  const Interrupt interrupt;
  Tally tally = empty_tally(shape_of(model));
  bool stopped = false;
  {
    Progress progress(flags.runs, common.quiet);
    Forecaster forecaster(model, plan, common.threads);
    const Hooks hooks{[&](std::int64_t runs, std::int64_t weeks) { progress.add(runs, weeks); },
                      Interrupt::asked_twice};
    for (const Range& range : missing({}, flags.runs, flags.shard)) {
      std::optional<Sample> sample;
      if (!Interrupt::asked()) sample = forecaster.run(range, hooks);
      stopped = !sample;
      if (stopped) break;
      add(tally, sample->tally);
    }
  }
  if (stopped) tell(common, "Stopped: {} of {} runs are done.", tally.runs, flags.runs);
  if (tally.runs > 0) show(model, summarise(model, study_key(model, plan), tally), common);
  return stopped ? interrupted : all_well;
}

int recheck(const fs::path& folder, const Manifest& manifest, const Model& model, const Plan& plan,
            const Common& common) {
  const Recheck result = verify_study(folder, manifest, model, plan, rechecked_shards, common.threads,
                                      {.plan = {}, .progress = {}, .stop = {}, .stop_now = Interrupt::asked});
  for (const Range& range : result.differ)
    fmt::print(stderr, "Runs {} to {} came out otherwise than stored.\n", range.first, range.first + range.count - 1);
  if (!result.differ.empty()) return world_failed;
  if (Interrupt::asked()) return interrupted;
  tell(common, "Recomputed {} shards: the same bits.", result.shards);
  return all_well;
}

int in_folder(const Model& model, const Plan& plan, const ForecastFlags& flags, const Common& common) {
  const fs::path folder = flags.out;
  if (const std::string why = bad_folder(folder); !why.empty()) return usage(why);
  const StudyKey key = study_key(model, plan);
  Manifest manifest(folder, key);
  if (const std::string why = mismatch(manifest.key(), key); !why.empty())
    return usage(fmt::format("{}: {}; give another --out", folder.string(), why));

  const Interrupt interrupt;
  std::unique_ptr<Progress> progress;
  const StudyDone done =
      run_study(folder, manifest, model, plan, {flags.runs, flags.shard, common.threads}, hooks_for(progress, common));
  progress.reset();
  if (done.mended > 0) tell(common, "{} runs were damaged or missing on disk and were computed again.", done.mended);
  if (done.reused > 0) tell(common, "{} runs were there already.", done.reused);
  if (done.stopped) {
    tell(common, "Stopped: {} of {} runs are kept in {}; the same command goes on from there.", done.runs, done.wanted,
         folder.string());
    return interrupted;
  }
  if (done.wanted > flags.runs) tell(common, "The study holds {} runs already; all of them are used.", done.wanted);
  const Summary summary = assemble(folder, manifest, model, plan);
  show(model, summary, common);
  return flags.verify ? recheck(folder, manifest, model, plan, common) : all_well;
}

void forecast(const ForecastFlags& flags, Common& common) {
  Plan plan{.seed = common.seed, .on = {}, .central = flags.central};
  for (const std::string& name : flags.off) {
    if (const std::string why = unknown_switch(plan.on, name); !why.empty()) {
      common.exit = usage(why);
      return;
    }
    turn_off(plan.on, name);
  }
  plan.protocol = talk_protocol(flags.protocol).value_or(TalkProtocol::text);  // the option takes no other name
  if (flags.verify && flags.out.empty()) {
    common.exit = usage("--verify needs --out");
    return;
  }
  std::optional<Dossier> dossier = usable_dossier(flags.folder, flags.set, common);
  if (!dossier) return;
  Model model = compile(std::move(*dossier));
  if (flags.weeks > 0) model.weeks = flags.weeks;
  common.exit = flags.out.empty() ? in_memory(model, plan, flags, common) : in_folder(model, plan, flags, common);
}

}  // namespace

void add_forecast(CLI::App& app, Common& common) {
  auto flags = std::make_shared<ForecastFlags>();
  CLI::App* command =
      app.add_subcommand("forecast", "Run histories: endings, dates, terms, blockers, beside the record of wars");
  command->add_option("dossier", flags->folder, "folder of the dossier")->required();
  command->add_option("-n,--runs", flags->runs, "histories to run")
      ->check(not_a_whole_number)
      ->check(CLI::Range(std::int64_t{1}, most_runs))
      ->capture_default_str();
  command->add_option("--out", flags->out, "study folder: kept, resumed after an interruption, extended by a larger -n")
      ->check(not_empty);
  command->add_option("--shard", flags->shard, "runs in one file of the study, at most")
      ->check(not_a_whole_number)
      ->check(CLI::Range(1u, 10000000u))
      ->capture_default_str();
  command->add_option("--off", flags->off, "mechanisms to switch off, joined by commas")->delimiter(',');
  add_set(*command, flags->set);
  command
      ->add_option(
          "--protocol", flags->protocol,
          "how the parties bargain: text (the mediator's), offers (a side's pen, in turn), ultimatum (the text "
          "on the table), attrition (who yields first)")
      ->check(CLI::IsMember(std::vector<std::string>(talk_protocol_names.begin(), talk_protocol_names.end())))
      ->capture_default_str();
  command->add_option("--weeks", flags->weeks, "horizon in weeks instead of the dossier's")->check(CLI::Range(1, 520));
  command->add_flag("--central", flags->central, "every number at its centre: only the course of events is random");
  command->add_flag("--verify", flags->verify, "recompute some shards of the folder and compare");
  command->footer(
      "Ctrl-C ends after the shard in work, a second one at once; what is done stays in --out, and the exit\n"
      "code is 130. Exit codes else: 0 done, 1 problems in the dossier, 2 usage, 3 disk or file.\n\n"
      "Example:\n  armistice forecast dossiers/isles -n 100000 --out runs/base\n"
      "  armistice forecast dossiers/isles --set side.A.will=0.5 --set side.B.will=0.3:0.4:0.6 --out runs/tired");
  command->callback([flags, &common] { forecast(*flags, common); });
}

}  // namespace armistice
