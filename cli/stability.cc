// SPDX-License-Identifier: Apache-2.0
#include "cli/stability.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "armistice/base/version.h"
#include "armistice/model/read.h"
#include "armistice/output/stability_export.h"
#include "armistice/output/stability_extra_tables.h"

namespace armistice {
namespace {

// CLI11's own check of a range lets "nan" pass.
std::string not_finite(const std::string& word) {
  const bool plain = word.find_first_not_of("0123456789.+-eE") == std::string::npos;
  return plain ? "" : fmt::format("\"{}\" is not a number", word);
}

struct Asked {
  std::vector<StabilityCase> cases;
  std::vector<StabilityQuestions> questions;
  Provenance made;
};

// The conflicts of a file, or the graph of a dossier; none when common.exit says why.
std::vector<Conflict> read(const StabilityFlags& flags, Common& common, Provenance& made,
                           std::optional<Dossier>& dossier) {
  Problems problems;
  std::vector<Conflict> all;
  if (!std::filesystem::is_directory(flags.path)) {
    all = read_conflicts(flags.path, flags.only, problems);
    made.version = version(), made.command = common.command;
    if (!all.empty()) made.dossier = all.size() == 1 ? all[0].title.id : "", made.hash = all[0].hash;
  } else {
    dossier = read_dossier(flags.path, problems);
    if (dossier) check_meaning(*dossier, problems);
    if (dossier && problems.empty()) {
      std::optional<Conflict> graph = read_graph(*dossier, problems);
      made = provenance(*dossier, common.command);
      if (graph) made.hash += "+" + graph->hash, all.push_back(std::move(*graph));
      if (!graph && problems.empty())
        wrong_stability(common,
                        fmt::format("the dossier has no {} (docs/stability.md says how to write one)", graph_file));
    }
  }
  if (flags.robust > 0) made.seed = common.seed;
  if (!problems.empty()) print(common, problems);
  return all;
}

// Everything judged; nothing when common.exit says why.
std::optional<Asked> judged(const StabilityFlags& flags, Common& common) {
  Asked asked;
  std::optional<Dossier> dossier;
  for (Conflict& conflict : read(flags, common, asked.made, dossier)) {
    const auto how = asked_of(conflict, flags, common);
    const auto questions = how ? questions_of(conflict, flags, common) : std::nullopt;
    const auto besides = questions ? extras_of(conflict, flags, common) : std::nullopt;
    if (!besides) return std::nullopt;
    StabilityReport report = stability_report(conflict, *how);
    StabilityExtras extras = stability_extras(conflict, report, *besides);
    asked.cases.push_back({std::move(conflict), std::move(report), std::move(extras), std::nullopt});
    asked.questions.push_back(*questions);
  }
  if (common.exit == all_well && !flags.along.empty()) {
    if (!dossier)
      wrong_stability(common, "--along wants a dossier, and its study: this is a file");
    else
      asked.cases[0].along = along_of(asked.cases[0], flags, std::move(*dossier), common);
  }
  if (common.exit != all_well) return std::nullopt;
  return asked;
}

void write_export(const StabilityFlags& flags, const Asked& asked, Common& common) {
  if (asked.cases.size() != 1)
    return wrong_stability(common, fmt::format("--export writes one conflict, and the file holds {}: --case picks one",
                                               asked.cases.size()));
  const auto& [conflict, report, extras, along] = asked.cases[0];
  if (flags.format == "nfg") {
    if (const std::string wrong = no_nfg(conflict); !wrong.empty()) return wrong_stability(common, wrong);
    return put(stability_nfg(conflict, asked.made));
  }
  if (conflict.graph.states > most_drawn_states)
    return wrong_stability(common,
                           fmt::format("{} states: at most {} are drawn", conflict.graph.states, most_drawn_states));
  put(stability_dot(conflict, report, asked.made, common.lang));
}

// A row a state, party and notion: of a million states more than memory holds.
constexpr std::size_t most_rows = 2'000'000;

bool too_many_rows(const Asked& asked, Common& common) {
  std::size_t rows = 0;
  for (const auto& [conflict, report, extras, along] : asked.cases)
    rows += conflict.states.size() * conflict.parties.size() * report.asked.notions.size();
  if (!common.csv || rows <= most_rows) return false;
  wrong_stability(common, fmt::format("--csv has a row for each state, party and notion, {} in all: at most {}; --json "
                                      "lists the stable states",
                                      rows, most_rows));
  return true;
}

void show_stability(const StabilityFlags& flags, Common& common) {
  const std::optional<Asked> asked = judged(flags, common);
  if (!asked || too_many_rows(*asked, common)) return;
  if (!flags.format.empty()) return write_export(flags, *asked, common);
  if (common.json) return put(stability_json(asked->cases, asked->questions, asked->made));
  const Shown shown{common.lang, common.csv};
  std::vector<Table> tables;
  for (std::size_t k = 0; k < asked->cases.size(); ++k) {
    const auto& [conflict, report, extras, along] = asked->cases[k];
    const StabilityQuestions& questions = asked->questions[k];
    if (questions.explain) tables.push_back(explain_table(conflict, report, *questions.explain, shown));
    if (questions.from) tables.push_back(travel_table(conflict, report, questions, shown));
    for (Table& table : extra_tables(conflict, report, extras, shown)) tables.push_back(std::move(table));
    if (along) tables.push_back(along_table(conflict, *along, shown));
    const bool answered = questions.explain || questions.from || extras.asked.any() || along;
    if (!answered)
      for (Table& table : stability_tables(conflict, report, shown)) tables.push_back(std::move(table));
  }
  print(common, tables, asked->made);
}

}  // namespace

void add_stability(CLI::App& app, Common& common) {
  auto flags = std::make_shared<StabilityFlags>();
  CLI::App* command = app.add_subcommand(
      "stability", "Conflict graphs: which situations are stable, for whom, why, and how play can travel between them");
  command->add_option("path", flags->path, "a conflict model (.toml, .gmcr, .json), or a dossier with a graph.toml")
      ->required();
  command->add_option("--case", flags->only, "of a file with several models: only the one of this name");
  command->add_option("--notions", flags->notions, "which, with commas: Nash,GMR,SMR,SEQ,SSEQ, or N,G,S,Q,SQ")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--rule", flags->rule, "which answers count: returns (the definition), once, single")
      ->check(CLI::IsMember({"returns", "once", "single"}))
      ->capture_default_str();
  command->add_option("--attitude", flags->attitude, "to what a party cannot compare: a (leaves for it), b, c, d")
      ->check(CLI::IsMember({"a", "b", "c", "d"}))
      ->capture_default_str();
  auto* all = command->add_flag("--coalitions", flags->coalitions, "judge every group of two parties or more");
  command->add_option("--coalition", flags->coalition, "A,B: judge this group; repeatable")
      ->allow_extra_args(false)
      ->excludes(all);
  command->add_option("--explain", flags->explain, "STATE: why it is stable or not, for each party, in words");
  auto* from = command->add_option("--from", flags->from, "STATE, or status-quo: how play can travel from there");
  command->add_option("--to", flags->to, "STATE: only the ways to this one")->needs(from);
  command->add_option("--inverse", flags->inverse, "STATE: which changes of preferences would make it an equilibrium");
  command->add_option("--change", flags->changes, "of --inverse: parties whose preference may change, with commas")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->needs("--inverse");
  command
      ->add_option("--robust", flags->robust, "N: perturb all rankings N times: how often does each state stay stable?")
      ->check(not_a_whole_number)
      ->check(CLI::Range(1, 10'000'000));
  command->add_option("--noise", flags->noise, "of --robust: by how many places of a ranking (standard deviation)")
      ->check(not_finite)
      ->check(CLI::Range(0.0, 1e6))
      ->needs("--robust")
      ->capture_default_str();
  command->add_flag("--dilemmas", flags->dilemmas, "persuasion, rejection and trust: what keeps each from its demand");
  command->add_option("--limited", flags->limited, "H: limited-move stability with a horizon of H moves, or inf");
  auto* along =
      command->add_option("--along", flags->along,
                          "RUNDIR of forecast --out: when along its histories does the status quo cease to be stable?");
  command->add_option("--runs", flags->along_runs, "of --along: how many histories (otherwise all, up to 10000)")
      ->check(not_a_whole_number)
      ->check(CLI::Range(1, 100'000'000))
      ->needs(along);
  command->add_option("--export", flags->format, "print the graph for other programs: dot (Graphviz) or nfg (Gambit)")
      ->check(CLI::IsMember({"dot", "nfg"}));
  command->footer(
      "States are given by number (from 0), name or code (YNY).\n"
      "Examples:\n"
      "  armistice stability tests/conflicts/strait.toml\n"
      "  armistice stability tests/conflicts/strait.toml --explain patrols\n"
      "  armistice stability dossiers/isles --from status-quo\n"
      "  armistice stability dossiers/isles --robust 10000\n"
      "  armistice stability tests/conflicts/strait.toml --export dot | dot -Tsvg > strait.svg");
  command->callback([flags, &common] { show_stability(*flags, common); });
}

}  // namespace armistice
