// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/library.h"

#include <gtest/gtest.h>

#include <fstream>

#include "armistice/model/read.h"
#include "armistice/output/assemble.h"
#include "armistice/output/rundir.h"
#include "tests/output/temporary.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;
const fs::path isles = ARMISTICE_ROOT "/dossiers/isles";

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

void forecast(const fs::path& dossier_at, const fs::path& folder) {
  Problems problems;
  std::optional<Dossier> dossier = read_dossier(dossier_at, problems);
  check_meaning(*dossier, problems);
  const Model model = compile(std::move(*dossier));
  const Plan plan{.seed = 7, .on = {}};
  Manifest manifest(folder, study_key(model, plan));
  run_study(folder, manifest, model, plan, {8, 8, 1}, {});
  assemble(folder, manifest, model, plan);
}

// A served folder beside another one: a dossier and a study in each.
struct Two {
  Temporary room;
  fs::path served = room / "served", other = room / "other";
  Two() {
    for (const fs::path& at : {served, other}) {
      fs::create_directories(at / "dossiers");
      fs::copy(isles, at / "dossiers/isles", fs::copy_options::recursive);
    }
  }
};

TEST(LibraryHostile, NoFolderIsSaid) {
  const auto why = [](const fs::path& at) -> std::string {
    try {
      Library library(at);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(why("/no/such/place"), "/no/such/place: no folder");
  const std::string file = (isles / "dossier.toml").string();
  EXPECT_EQ(why(file), file + ": no folder");
}

TEST(LibraryHostile, DossiersAreFoundByTheirPathInside) {
  const Two two;
  const Library library(two.served);
  const auto found = library.dossiers();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].path, "dossiers/isles");
  EXPECT_EQ(found[0].id, "isles");
  EXPECT_EQ(found[0].title.en, "The Isles: a tutorial");
  EXPECT_EQ(found[0].as_of, "2031-06-01");
  EXPECT_EQ(found[0].problems, 0U);
  EXPECT_EQ(library.dossier("dossiers/isles"), fs::canonical(two.served / "dossiers/isles"));
  EXPECT_EQ(library.dossier("dossiers/../dossiers/./isles"), fs::canonical(two.served / "dossiers/isles"));
}

TEST(LibraryHostile, ADossierOrStudyServedItselfIsADot) {
  const Two two;
  const Library library(two.served / "dossiers/isles");
  EXPECT_EQ(library.dossiers().at(0).path, ".");
  EXPECT_TRUE(library.dossier("."));
}

TEST(LibraryHostile, NothingOutsideCanBeNamed) {
  const Two two;
  fs::create_directory_symlink(two.other / "dossiers/isles", two.served / "linked");
  fs::create_directory_symlink(two.other, two.served / "up");
  const Library library(two.served);
  for (const std::string& path : {std::string("../other/dossiers/isles"),
                                  std::string("dossiers/../../other/dossiers/isles"),
                                  (two.other / "dossiers/isles").string(),
                                  std::string("//") + (two.other / "dossiers/isles").string(),
                                  (two.served / "dossiers/isles").string(),
                                  std::string("linked"),
                                  std::string("up/dossiers/isles"),
                                  std::string("/"),
                                  std::string(".."),
                                  std::string("."),
                                  std::string(),
                                  std::string("dossiers"),
                                  std::string("dossiers/isles/dossier.toml"),
                                  std::string("dossiers/isles\0", 15),
                                  std::string("\0", 1),
                                  std::string("dossiers/isles") + std::string("\0/../../..", 10),
                                  std::string("%2e%2e/other/dossiers/isles"),
                                  std::string("..\\other"),
                                  std::string(100'000, 'a'),
                                  std::string(5000, '/') + "x"}) {
    EXPECT_EQ(library.dossier(path), std::nullopt) << path.substr(0, 80);
    EXPECT_EQ(library.study(path), std::nullopt) << path.substr(0, 80);
  }
  EXPECT_EQ(library.dossiers().size(), 1U);  // links are not followed when it looks
}

TEST(LibraryHostile, ALinkThatStaysInsideMayBeNamed) {
  const Two two;
  fs::create_directory_symlink(two.served / "dossiers/isles", two.served / "again");
  EXPECT_EQ(Library(two.served).dossier("again"), fs::canonical(two.served / "dossiers/isles"));
}

TEST(LibraryHostile, FilesLinkedFromOutsideAreNotRead) {
  const Two two;
  write(two.room / "secret", "secret");
  fs::create_directories(two.served / "runs/bad");
  write(two.served / "runs/bad/manifest.sqlite", "");
  fs::create_symlink(two.room / "secret", two.served / "runs/bad/summary.json");
  fs::remove(two.served / "dossiers/isles/events.toml");
  fs::create_symlink(two.room / "secret", two.served / "dossiers/isles/events.toml");
  Library library(two.served);
  ASSERT_TRUE(library.study("runs/bad"));
  EXPECT_EQ(library.summary(*library.study("runs/bad")), nullptr);
  EXPECT_EQ(library.dossier("dossiers/isles"), std::nullopt);
  EXPECT_TRUE(library.dossiers().empty());
  for (const StudyFound& study : library.studies()) EXPECT_FALSE(study.pages);
}

TEST(LibraryHostile, NamesForNewStudies) {
  const Two two;
  const Library library(two.served);
  const fs::path runs = fs::canonical(two.served) / "runs";
  EXPECT_EQ(library.place_for("base"), runs / "base");
  EXPECT_EQ(library.place_for("a-B_9.x"), runs / "a-B_9.x");
  EXPECT_EQ(library.place_for(std::string(64, 'a')), runs / std::string(64, 'a'));
  for (const std::string& name :
       {std::string(), std::string("."), std::string(".."), std::string(".git"), std::string("a/b"), std::string("/a"),
        std::string("a b"), std::string("a\\b"), std::string("群岛"), std::string("a\0b", 3), std::string("a\n"),
        std::string("../a"), std::string("-\x7f"), std::string(65, 'a'), std::string("runs/new")})
    EXPECT_EQ(library.place_for(name), std::nullopt) << name;
}

TEST(LibraryHostile, NewStudiesStayInside) {
  const Two two;
  fs::create_directories(two.other / "runs");
  {
    fs::create_directory_symlink(two.other / "runs", two.served / "runs");
    EXPECT_EQ(Library(two.served).place_for("new"), std::nullopt);
    fs::remove(two.served / "runs");
  }
  fs::create_directories(two.served / "runs");
  fs::create_directory_symlink(two.other / "not-there-yet", two.served / "runs/new");
  EXPECT_EQ(Library(two.served).place_for("new"), std::nullopt);
}

TEST(LibraryHostile, StudiesAndTheirDossiers) {
  const Two two;
  forecast(two.served / "dossiers/isles", two.served / "runs/own");
  forecast(two.other / "dossiers/isles", two.served / "runs/foreign");
  write(two.served / "runs/broken/manifest.sqlite", "this is no database, and long enough to be looked at as one");
  write(two.served / "runs/empty/manifest.sqlite", "");
  Library library(two.served);
  const auto found = library.studies();
  std::map<std::string, StudyFound> by_path;
  for (const StudyFound& study : found) by_path[study.path] = study;
  ASSERT_TRUE(by_path.contains("runs/own"));
  const StudyFound& own = by_path["runs/own"];
  EXPECT_EQ(own.dossier, "isles");
  EXPECT_EQ(own.dossier_path, "dossiers/isles");
  EXPECT_EQ(own.title.zh, "群岛：教程");
  EXPECT_EQ(own.runs, 8);
  EXPECT_EQ(own.weeks, 52);
  EXPECT_EQ(own.seed, 7U);
  EXPECT_EQ(own.protocol, "text");
  EXPECT_TRUE(own.pages);
  EXPECT_EQ(own.why.en, "");
  EXPECT_EQ(by_path["runs/foreign"].dossier_path, "");  // it lies elsewhere
  EXPECT_TRUE(by_path["runs/foreign"].pages);
  EXPECT_FALSE(by_path["runs/broken"].pages);
  EXPECT_FALSE(by_path["runs/broken"].why.en.empty());
  EXPECT_FALSE(by_path["runs/empty"].pages);

  // A changed dossier: the runs are there, the pages are not.
  std::ofstream(two.served / "dossiers/isles/dossier.toml", std::ios::app) << "# changed\n[more]\n";
  for (const StudyFound& study : library.studies())
    if (study.path == "runs/own") {
      EXPECT_FALSE(study.pages);
      EXPECT_EQ(study.runs, 8);
      EXPECT_EQ(study.why.en, "its dossier has problems now");
    }
}

TEST(LibraryHostile, SummariesAreKeptWhileTheyDoNotChange) {
  const Two two;
  forecast(two.served / "dossiers/isles", two.served / "runs/own");
  Library library(two.served);
  const fs::path study = *library.study("runs/own");
  const auto first = library.summary(study);
  ASSERT_TRUE(first);
  EXPECT_EQ(library.summary(study), first);  // the same bytes, not only equal ones
  write(study / "summary.json", "{}");
  ASSERT_TRUE(library.summary(study));
  EXPECT_EQ(*library.summary(study), "{}");
  fs::remove(study / "summary.json");
  EXPECT_EQ(library.summary(study), nullptr);
}

}  // namespace
}  // namespace armistice
