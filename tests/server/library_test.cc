// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/library.h"

#include <gtest/gtest.h>

#include <fstream>

#include "armistice/output/assemble.h"
#include "tests/output/temporary.h"
#include "tests/study/isles.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

// What is served: a dossier, a study, and beside the folder what must not be reached.
class LibraryTest : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(t / "served/dossiers");
    fs::copy(ARMISTICE_ROOT "/dossiers/isles", t / "served/dossiers/isles", fs::copy_options::recursive);
    write(t / "outside/manifest.sqlite", "");
    write(t / "outside/summary.json", "secret");
    write(t / "outside/dossier.toml", "");
    write(t / "served-not/manifest.sqlite", "");
  }
  void make_study(const fs::path& folder) {
    Model model = isles();
    model.dossier.folder = fs::canonical(t / "served/dossiers/isles");
    Manifest manifest(folder, study_key(model, {}));
    run_study(folder, manifest, model, {}, {20, 100, 1});
  }
  Temporary t;
};

TEST_F(LibraryTest, FindsDossiersAndStudies) {
  make_study(t / "served/runs/one");
  write(t / "served/broken/dossier.toml", "nonsense = 1\n");
  write(t / "served/empty/manifest.sqlite", "no database");
  Library library(t / "served");
  const auto dossiers = library.dossiers();
  ASSERT_EQ(dossiers.size(), 2u);
  EXPECT_EQ(dossiers[0].path, "broken");
  EXPECT_GT(dossiers[0].problems, 0u);
  EXPECT_EQ(dossiers[1].path, "dossiers/isles");
  EXPECT_EQ(dossiers[1].id, "isles");
  EXPECT_EQ(dossiers[1].problems, 0u);
  const auto studies = library.studies();
  ASSERT_EQ(studies.size(), 2u);
  EXPECT_EQ(studies[0].path, "empty");
  EXPECT_FALSE(studies[0].pages);
  EXPECT_NE(studies[0].why.en, "");
  EXPECT_EQ(studies[1].path, "runs/one");
  EXPECT_EQ(studies[1].dossier_path, "dossiers/isles");
  EXPECT_EQ(studies[1].runs, 20);
  EXPECT_EQ(studies[1].why.en, "stopped before its summary: go on with it");
  EXPECT_FALSE(studies[1].pages);
}

TEST_F(LibraryTest, ServesAFolderThatIsAStudyItself) {
  make_study(t / "served/runs/one");
  const Library library(t / "served/runs/one");
  ASSERT_EQ(library.studies().size(), 1u);
  EXPECT_EQ(library.studies()[0].path, ".");
  EXPECT_EQ(library.studies()[0].dossier_path, "") << "it lies outside";
  EXPECT_EQ(library.study("."), library.root());
}

TEST_F(LibraryTest, ReachesNothingOutside) {
  write(t / "served/runs/one/manifest.sqlite", "");
  fs::create_directory_symlink(t / "outside", t / "served/link");
  fs::create_directory_symlink("../../outside", t / "served/runs/link");
  write(t / "served/.hidden/manifest.sqlite", "");
  write(t / "served/runs/.git/deep/manifest.sqlite", "");
  write(t / "served/linked-file/summary.json", "");
  fs::create_symlink(t / "outside/manifest.sqlite", t / "served/linked-file/manifest.sqlite");
  Library library(t / "served");
  EXPECT_EQ(library.studies().size(), 1u);
  for (const std::string& path :
       {std::string("../outside"), std::string("runs/../../outside"), std::string("link"), std::string("runs/link"),
        std::string("./link"), (t / "outside").string(), std::string("/etc"), std::string(""), std::string("//"),
        std::string(".."), std::string("."), std::string("../served-not"), std::string("runs/one\0/x", 11),
        std::string(".hidden"), std::string("runs/.git/deep"), std::string("linked-file"), std::string(5000, 'a'),
        std::string("runs/one/manifest.sqlite"), std::string("nowhere")}) {
    EXPECT_EQ(library.study(path), std::nullopt) << path;
    EXPECT_EQ(library.dossier(path), std::nullopt) << path;
  }
  EXPECT_TRUE(library.study("runs/one").has_value());
  EXPECT_EQ(library.study("runs/../runs/one"), library.study("runs/one")) << "what counts is where a path leads";

  fs::create_symlink(t / "outside/summary.json", t / "served/runs/one/summary.json");
  EXPECT_EQ(library.summary(*library.study("runs/one")), nullptr);
}

TEST_F(LibraryTest, NamesThePlaceOfANewStudy) {
  Library library(t / "served");
  const auto place = library.place_for("base-2.1_x");
  ASSERT_TRUE(place.has_value());
  EXPECT_EQ(library.inside(*place), "runs/base-2.1_x");
  for (const std::string& name :
       {std::string(""), std::string("."), std::string(".."), std::string(".x"), std::string("a/b"), std::string("a b"),
        std::string("../x"), std::string("/tmp/x"), std::string("岛"), std::string("a\0b", 3), std::string(65, 'a')})
    EXPECT_EQ(library.place_for(name), std::nullopt) << name;
  fs::create_directory_symlink(t / "outside", t / "served/runs");
  EXPECT_EQ(library.place_for("new"), std::nullopt) << "runs/ leads outside";
}

TEST_F(LibraryTest, LooksFourLevelsDeep) {
  write(t / "served/a/b/c/d/manifest.sqlite", "");
  write(t / "served/a/b/c/e/f/manifest.sqlite", "");
  const Library library(t / "served");
  ASSERT_EQ(library.studies().size(), 1u);
  EXPECT_EQ(library.studies()[0].path, "a/b/c/d");
}

TEST_F(LibraryTest, KeepsASummaryWhileItStays) {
  write(t / "served/runs/one/manifest.sqlite", "");
  Library library(t / "served");
  const fs::path study = *library.study("runs/one");
  EXPECT_EQ(library.summary(study), nullptr);
  write(study / "summary.json", "first");
  const auto first = library.summary(study);
  EXPECT_EQ(*first, "first");
  EXPECT_EQ(library.summary(study), first) << "the same bytes, not read again";
  write(study / "summary.json", "second one");
  EXPECT_EQ(*library.summary(study), "second one");
  EXPECT_EQ(*first, "first") << "who is being sent the old one keeps it";
  fs::remove(study / "summary.json");
  EXPECT_EQ(library.summary(study), nullptr);
}

TEST(Library, WantsAFolder) {
  EXPECT_THROW(Library("/nowhere/at/all"), std::runtime_error);
  EXPECT_THROW(Library(ARMISTICE_ROOT "/VERSION"), std::runtime_error);
}

}  // namespace
}  // namespace armistice
