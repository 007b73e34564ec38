// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "armistice/model/read.h"
#include "armistice/output/manifest.h"
#include "cli/stability.h"

namespace armistice {
namespace {

constexpr std::int64_t most_runs = 10'000;  // unless more are asked for

std::int64_t runs_of(const std::string& folder) {
  std::int64_t runs = 0;
  for (const ShardLine& line : read_shards(folder)) runs += line.range.count;
  return runs;
}

}  // namespace

std::optional<Along> along_of(const StabilityCase& one, const StabilityFlags& flags, Dossier dossier, Common& common) {
  std::string wrong = no_along(one.conflict);
  const std::optional<StudyKey> key = wrong.empty() ? read_key(flags.along) : std::nullopt;
  if (wrong.empty() && !key) wrong = fmt::format("{} is no study folder (of forecast --out)", flags.along);
  if (!wrong.empty()) return wrong_stability(common, wrong), std::nullopt;
  const std::string folder = dossier.folder;
  const Plan plan = plan_of(*key);
  const Model model = model_of(*key, std::move(dossier));
  if (const std::string why = mismatch(*key, study_key(model, plan)); !why.empty())
    return wrong_stability(common, fmt::format("{}: {}: it is no study of this dossier", flags.along, why)),
           std::nullopt;
  Problems problems;
  check_series(one.conflict, model, problems);
  add_lines(folder, problems);
  if (!problems.empty()) return print(common, problems), std::nullopt;
  const std::int64_t kept = runs_of(flags.along), wanted = flags.along_runs > 0 ? flags.along_runs : most_runs;
  const auto runs = static_cast<std::uint32_t>(std::min(kept, wanted));
  if (runs == 0) return wrong_stability(common, fmt::format("{} has no runs yet", flags.along)), std::nullopt;
  return stability_along(one.conflict, one.report, model, plan, {.runs = runs, .threads = common.threads});
}

}  // namespace armistice
