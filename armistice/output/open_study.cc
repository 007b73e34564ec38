// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/open_study.h"

#include <fmt/format.h>

#include "armistice/model/read.h"

namespace armistice {
namespace {

// Runs from 0 on without a gap.
std::int64_t runs_without_gap(const std::vector<ShardLine>& lines) {
  std::int64_t runs = 0;
  for (const ShardLine& line : lines) {
    if (line.range.first != runs) break;
    runs += line.range.count;
  }
  return runs;
}

}  // namespace

std::optional<OpenStudy> open_study(const std::filesystem::path& folder, const std::filesystem::path& dossier_at,
                                    Problems& problems, std::string& why) {
  std::optional<StudyKey> key = read_key(folder);
  if (!key) {
    why = fmt::format("{} is no study folder (armistice forecast --out makes one)", folder.string());
    return std::nullopt;
  }
  const std::filesystem::path at = dossier_at.empty() ? std::filesystem::path(key->dossier_path) : dossier_at;
  if (!std::filesystem::exists(at / "dossier.toml")) {
    why = dossier_at.empty() ? fmt::format("{}: its dossier is no longer at {}; say with --dossier where it is now",
                                           folder.string(), at.string())
                             : fmt::format("--dossier: there is no dossier at {}", at.string());
    return std::nullopt;
  }
  std::optional<Dossier> dossier = read_dossier(at, problems);
  if (dossier) check_meaning(*dossier, problems);
  if (!problems.empty()) return std::nullopt;
  OpenStudy study{folder, *key, plan_of(*key), model_of(*key, std::move(*dossier)),
                  runs_without_gap(read_shards(folder))};
  if (why = mismatch(*key, study_key(study.model, study.plan)); !why.empty()) {
    why = fmt::format(
        "{}: {}: its runs can no longer be replayed; forecast again into another folder, or say with --dossier where "
        "the dossier is as it was",
        folder.string(), why);
    return std::nullopt;
  }
  return study;
}

}  // namespace armistice
