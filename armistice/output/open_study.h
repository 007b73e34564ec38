// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "armistice/model/model.h"
#include "armistice/output/manifest.h"

namespace armistice {

// A study folder with the model that its runs were made with.
struct OpenStudy {
  std::filesystem::path folder;
  StudyKey key;
  Plan plan;
  Model model;
  std::int64_t runs = 0;  // from run 0 on without a gap
};

// Opens a study folder: reads its key, its dossier (`dossier`, where that has moved; empty: as the manifest says) and
// compiles it with the numbers that were set by hand. Nothing when that cannot be: `problems` holds what is wrong with
// the dossier's files, `why` what else ("runs/base is no study folder", "... its dossier has changed: ..."). Throws
// std::runtime_error when a file that is there cannot be read.
std::optional<OpenStudy> open_study(const std::filesystem::path& folder, const std::filesystem::path& dossier,
                                    Problems& problems, std::string& why);

}  // namespace armistice
