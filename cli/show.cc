// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "armistice/dynamics/assess.h"
#include "armistice/output/situation.h"
#include "cli/set.h"

namespace armistice {
namespace {

struct ShowFlags {
  std::string folder;
  std::uint32_t draws = 1000;
  bool central = false;
  std::vector<std::string> set;
};

void show_situation(const ShowFlags& flags, Common& common) {
  std::optional<Dossier> dossier = usable_dossier(flags.folder, flags.set, common);
  if (!dossier) return;
  const Model model = compile(std::move(*dossier));
  const Plan plan{.seed = common.seed, .on = {}, .central = flags.central};
  const Assessment assessment = assess(model, plan, flags.draws);
  print(common, situation_tables(model, assessment, common.lang), provenance(model.dossier, common.command, plan.seed));
}

}  // namespace

void add_show(CLI::App& app, Common& common) {
  auto flags = std::make_shared<ShowFlags>();
  CLI::App* command = app.add_subcommand(
      "show", "Where the parties stand today: positions, texts clause by clause, distance to a deal");
  command->add_option("dossier", flags->folder, "folder of the dossier")->required();
  command->add_option("-n,--draws", flags->draws, "draws of the dossier's numbers")
      ->check(not_a_whole_number)
      ->check(CLI::Range(1u, 1000000u))
      ->capture_default_str();
  command->add_flag("--central", flags->central, "every number at its middle instead of drawn");
  add_set(*command, flags->set);
  command->footer("Example:\n  armistice show dossiers/ukraine-2025 --lang zh");
  command->callback([flags, &common] { show_situation(*flags, common); });
}

}  // namespace armistice
