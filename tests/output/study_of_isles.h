// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "armistice/base/file.h"
#include "armistice/output/assemble.h"
#include "armistice/output/pages/sections.h"
#include "tests/output/contract.h"
#include "tests/output/temporary.h"
#include "tests/study/isles.h"

namespace armistice::testing {

// A study of 300 runs in shards of 100, made once for all tests.
class StudyOfIsles : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = std::make_unique<Temporary>();
    Manifest manifest(folder->path(), study_key(isles(), {}));
    run_study(folder->path(), manifest, isles(), {}, {300, 100, 2});
    assemble(folder->path(), manifest, isles(), {});
  }
  static void TearDownTestSuite() { folder.reset(); }

  OpenStudy study{folder->path(), study_key(isles(), {}), {}, isles(), 300};
  StudyPages pages{study, read_file(folder->path() / "summary.json"), "en", {"situation", "futures"}};
  const Model& m = study.model;
  const Dossier& d = study.model.dossier;
  const nlohmann::json summary = nlohmann::json::parse(pages.summary);

  static inline std::unique_ptr<Temporary> folder;
};

}  // namespace armistice::testing
