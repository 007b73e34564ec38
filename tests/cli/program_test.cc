// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "armistice/base/file.h"
#include "armistice/base/version.h"
#include "tests/cli/program.h"
#include "tests/model/folder.h"

namespace armistice {
namespace {

using testing::Folder;
using testing::two_towns;

using testing::Ran;
Ran run(const std::string& arguments) { return testing::run_both(arguments); }

TEST(Program, VersionAndHelp) {
  EXPECT_EQ(run("--version").output, "armistice " + std::string(version()) + "\n");
  EXPECT_EQ(run("--version").exit, 0);
  EXPECT_EQ(run("--help").exit, 0);
  EXPECT_EQ(run("check --help").exit, 0);
}

TEST(Program, WrongUsageIsTwo) {
  for (const char* arguments : {"", "chek x", "check", "check a b", "--threads -1 check a", "check a --lang fr",
                                "check a --json --csv", "fingerprint /dev/null", "--no-such-flag"}) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.exit, 2) << arguments;
    EXPECT_NE(ran.output, "") << arguments;
  }
}

TEST(Program, AnUnknownCommandIsNamedWithASuggestion) {
  EXPECT_EQ(run("deal x").output,
            "armistice: there is no command \"deal\" (armistice --help lists all); did you mean \"deals\"?\n");
  EXPECT_EQ(run("xyzzy").output, "armistice: there is no command \"xyzzy\" (armistice --help lists all)\n");
}

TEST(Program, TheWorldIsThree) {
  const Folder folder;
  const std::string nowhere = (folder.path / "nowhere").string();
  EXPECT_EQ(run("check " + nowhere).output,
            "armistice: cannot read the folder " + nowhere + ": No such file or directory\n");
  EXPECT_EQ(run("check " + nowhere).exit, 3);
  EXPECT_EQ(run("fingerprint " + nowhere + " x").exit, 3);
  EXPECT_EQ(run("new /proc/no-such-place/x").exit, 3);
}

TEST(Program, AFullDiskIsNotSuccess) {
  const Folder folder({{"dossier.toml", two_towns}});
  EXPECT_EQ(run("check " + folder.path.string() + " > /dev/full").exit, 3);
}

TEST(Program, ProblemsAreOne) {
  const Folder folder({{"dossier.toml", testing::with(two_towns, "weight = 1", "wieght = 1")}});
  const Ran text = run("check " + folder.path.string());
  EXPECT_EQ(text.exit, 1);
  EXPECT_EQ(text.output,
            "dossier.toml:24:1: \"weight\" is missing\n"
            "  [value.north.bridge]\n"
            "  ^\n"
            "1 problem\n");
  const Ran json = run("check --json " + folder.path.string());
  EXPECT_EQ(json.exit, 1);
  EXPECT_EQ(nlohmann::json::parse(json.output)["tables"][0]["rows"][0]["line"], 24);
  EXPECT_EQ(run("check --quiet " + folder.path.string()).exit, 1);
}

TEST(Program, NewThenCheck) {
  const Folder folder;
  const std::string place = (folder.path / "My Isles").string();
  EXPECT_EQ(run("new '" + place + "' --quiet").output, "");
  const Ran check = run("check '" + place + "'");
  EXPECT_EQ(check.exit, 0) << check.output;
  EXPECT_TRUE(check.output.starts_with("my-isles: Two islands\n")) << check.output;
  EXPECT_NE(check.output.find("\nhandling: example\n"), std::string::npos);
  EXPECT_TRUE(run("check '" + place + "' --lang zh").output.starts_with("my-isles: 两岛\n"));
  EXPECT_EQ(run("check '" + place + "' --quiet").output, "");
  const Ran again = run("new '" + place + "'");
  EXPECT_EQ(again.exit, 3);
  EXPECT_EQ(again.output, "armistice: " + place + " is there already and not an empty folder: nothing written\n");
}

TEST(Program, NumbersAreListed) {
  const Folder folder({{"dossier.toml", two_towns}});
  const Ran ran = run("check " + folder.path.string() + " --numbers --csv");
  EXPECT_EQ(ran.exit, 0);
  EXPECT_NE(ran.output.find("\npath,value,unit,source,meaning\n"), std::string::npos);
  EXPECT_NE(ran.output.find("\nparty.north.discount,\"[0.1, 0.2, 0.4]\",per year,assumed,rate at which"),
            std::string::npos);
  EXPECT_NE(ran.output.find("\nparty.south.discount,\"[0.1, 0.25, 0.5]\",per year,left out,"), std::string::npos);
  EXPECT_NE(ran.output.find("\nissue.bridge.option.north-holds.watch,0,share,-,"), std::string::npos);
}

TEST(Program, Fingerprints) {
  const Folder folder({{"t.txt", "Der Steg\n\n渡輪停航了兩天。\n"}, {"spans", "渡轮停航\n Der Steg \nnicht da\n"}});
  const std::string text = (folder.path / "t.txt").string();
  const Ran one = run("fingerprint " + text + " 渡轮停航");
  EXPECT_EQ(one.exit, 0);
  EXPECT_TRUE(one.output.starts_with("at = \"\u00B62\"\nfingerprint = \"sha256:")) << one.output;
  EXPECT_TRUE(one.output.ends_with("/4\"\n"));
  EXPECT_EQ(run("fingerprint " + text + " 'nicht da'").output, "not in " + text + ": nicht da\n");
  const Ran all = run("fingerprint " + text + " --csv --all " + (folder.path / "spans").string());
  EXPECT_EQ(all.exit, 1);
  EXPECT_NE(all.output.find("\n1,sha256:"), std::string::npos);
  EXPECT_NE(all.output.find("\n0,sha256:"), std::string::npos);
}

TEST(Program, ChangedTextsAreProblems) {
  const Folder folder;
  const std::string place = (folder.path / "isles").string(), texts = (folder.path / "texts").string();
  ASSERT_EQ(run("new " + place + " --quiet").exit, 0);
  std::filesystem::create_directory(texts);
  write_file_atomically(texts + "/g.txt", "The quay is empty.\n");
  const std::string sources = read_file(place + "/sources.toml");
  write_file_atomically(place + "/sources.toml", sources + "file = \"g.txt\"\n");
  const std::string evidence = read_file(place + "/evidence.toml");
  write_file_atomically(place + "/evidence.toml", evidence + "fingerprint = \"sha256:ba7816bf8f01cfea/3\"\n");
  const Ran ran = run("check " + place + " --sources " + texts);
  EXPECT_EQ(ran.exit, 1);
  EXPECT_EQ(ran.output,
            "evidence.toml:1:8: the span of claim \"c1\" does not stand in g.txt\n"
            "  [claim.c1]\n"
            "         ^\n"
            "  paragraph 1 reads: The quay is empty.\n"
            "1 problem\n");
}

}  // namespace
}  // namespace armistice
