// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/pages_cache.h"

#include <fstream>
#include <thread>

#include "tests/output/study_of_isles.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;
using PagesCacheTest = testing::StudyOfIsles;

TEST_F(PagesCacheTest, ComputesASectionOnce) {
  Library library(folder->path());
  PagesCache cache(library, 2);
  std::vector<std::shared_ptr<const std::string>> got(6);
  {
    std::vector<std::jthread> threads;
    for (auto& one : got) threads.emplace_back([&] { one = cache.section(folder->path(), "text"); });
  }
  for (const auto& one : got) EXPECT_EQ(one, got[0]) << "who comes second waits for the first";
  EXPECT_EQ(*got[0], text_section(pages));
  EXPECT_EQ(*cache.section(folder->path(), "futures"), futures_section(pages));
  EXPECT_EQ(cache.run(folder->path(), 7), run_section(pages, 7));
}

TEST_F(PagesCacheTest, SaysWhatThereIsNot) {
  Library library(folder->path());
  PagesCache cache(library, 2);
  for (const char* name : {"", "Head", "summary", "../head", "deal"})
    EXPECT_THROW(cache.section(folder->path(), name), std::out_of_range) << name;
  EXPECT_THROW(cache.run(folder->path(), 4'000'000), std::runtime_error);
}

TEST_F(PagesCacheTest, NoticesThatTheStudyChanged) {
  const Temporary t;
  fs::copy(folder->path(), t / "study", fs::copy_options::recursive);
  Library library(t.path());
  PagesCache cache(library, 2);
  const auto first = cache.section(t / "study", "head");
  EXPECT_EQ(cache.section(t / "study", "head"), first);
  std::ofstream(t / "study/summary.json", std::ios::app) << "\n";
  EXPECT_NE(cache.section(t / "study", "head"), first);
  fs::remove(t / "study/summary.json");
  try {
    cache.section(t / "study", "head");
    FAIL() << "there is no summary";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "the study has no summary yet: it was stopped, or is at work");
  }
}

}  // namespace
}  // namespace armistice
