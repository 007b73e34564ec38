// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include <fstream>

#include "armistice/base/file.h"
#include "armistice/output/pages/bundle.h"
#include "tests/cli/program.h"
#include "tests/output/temporary.h"

// `armistice report` as its users start it.
namespace armistice {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::Ran;
using testing::run;
using testing::run_both;
const std::string isles_folder = ARMISTICE_ROOT "/dossiers/isles";
const std::string all_pages = "situation, text, deals, futures, models, chronicle, evidence";

// A study of a copy of the isles, made once; each test has its own folder for what it writes.
class Report : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    shared = std::make_unique<Temporary>();
    fs::copy(isles_folder, *shared / "isles", fs::copy_options::recursive);
    const Ran ran = run_both("forecast " + (*shared / "isles").string() + " -n 60 --quiet --out " + study());
    if (ran.exit != 0) throw std::runtime_error(ran.output);
  }
  static void TearDownTestSuite() { shared.reset(); }
  static std::string study() { return (*shared / "run").string(); }
  // The program needs its pages to write one.
  static bool without_pages() { return bundle_script().empty(); }

  std::string out() const { return (own / "report.html").string(); }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(own.path()), fs::directory_iterator{}));
  }

  Temporary own;
  static inline std::unique_ptr<Temporary> shared;
};

TEST_F(Report, IsOneFileThatHoldsTheStudy) {
  if (without_pages()) GTEST_SKIP() << "built without pages";
  const Ran ran = run_both("report " + study() + " -o " + out() + " --lang zh --pages futures,situation,futures");
  EXPECT_EQ(ran.exit, 0);
  const std::string html = read_file(out());
  EXPECT_EQ(ran.output, out() + ": " + std::to_string((html.size() + 500) / 1000) +
                            " kB, with the pages situation, futures. Open it in a browser; it needs no network.\n");
  EXPECT_NE(html.find("<title>群岛：教程</title>"), std::string::npos);
  const std::string open = "<script type=\"application/json\" id=\"study\">";
  const std::size_t from = html.find(open) + open.size();
  const json data = json::parse(html.substr(from, html.find("</script>", from) - from));
  EXPECT_EQ(data["head"]["pages"], (json{"situation", "futures"}));
  EXPECT_EQ(data["head"]["lang"], "zh");
  EXPECT_EQ(data["futures"]["runs"], 60);
  EXPECT_EQ(data.size(), 3u);
  EXPECT_EQ(files(), 1u) << "nothing is left beside it";
}

TEST_F(Report, ReplacesTheFileThatIsThere) {
  if (without_pages()) GTEST_SKIP() << "built without pages";
  std::ofstream(out()) << "an older report";
  EXPECT_EQ(run_both("report " + study() + " -o " + out() + " --pages evidence --quiet").output, "");
  EXPECT_TRUE(read_file(out()).starts_with("<!doctype html>"));
}

TEST_F(Report, TheDataAloneNeedNoPages) {
  const Ran ran = run("report " + study() + " --json --pages futures,chronicle");
  EXPECT_EQ(ran.exit, 0);
  const json data = json::parse(ran.output);
  EXPECT_EQ(data["head"]["pages"], (json{"futures", "chronicle"}));
  EXPECT_EQ(data["futures"]["runs"], 60);
  EXPECT_TRUE(data.contains("chronicle"));
  EXPECT_EQ(data.size(), 3u);
}

TEST_F(Report, AllPagesAreThereUnlessFewerAreAskedFor) {
  const json data = json::parse(run("report " + study() + " --json --draws 16").output);
  EXPECT_EQ(data["head"]["pages"].size(), 7u);
  EXPECT_EQ(data.size(), 8u);
  EXPECT_EQ(data["situation"]["draws"], 16);
  EXPECT_EQ(data["deals"]["draws"], 16);
}

TEST_F(Report, WrongUsageIsSaidBeforeTheWork) {
  const std::string said = "armistice report: ", folder = own.path().string();
  const std::vector<std::pair<std::string, std::string>> cases{
      {study(), "name the file to write: -o report.html (or --json for the data alone)"},
      {study() + " --json -o " + out(), "--json prints the data to standard output: leave out -o"},
      {study() + " --csv -o " + out(), "pages are no tables; those of the study are the .csv files in " + study()},
      {study() + " -o " + folder, folder + " is a folder; name a file in it: -o " + folder + "/report.html"},
      {study() + " -o /dev/null", "/dev/null is not a file"},
      {study() + " --json --pages situaton,text",
       "--pages: there is no page \"situaton\"; did you mean \"situation\"?"},
      {study() + " --json --pages xyzzy", "--pages: there is no page \"xyzzy\"; there are " + all_pages},
      {isles_folder + " --json", isles_folder + " is no study folder (armistice forecast --out makes one)"},
      {study() + " --json --dossier " + folder, "--dossier: there is no dossier at " + folder}};
  for (const auto& [arguments, why] : cases) {
    const Ran ran = run_both("report " + arguments);
    EXPECT_EQ(ran.exit, 2) << arguments;
    EXPECT_EQ(ran.output, said + why + "\n");
  }
  EXPECT_EQ(files(), 0u);
}

TEST_F(Report, TheWorldFailsWithThree) {
  const std::string place = (own / "nowhere/report.html").string();
  const Ran ran = run_both("report " + study() + " -o " + place);
  EXPECT_EQ(ran.exit, 3);
  EXPECT_EQ(ran.output,
            "armistice: cannot write " + place + ": there is no folder " + (own / "nowhere").string() + "\n");
  EXPECT_EQ(run_both("report " + study() + " --json > /dev/full").exit, 3);
}

TEST_F(Report, AFullDiskLeavesTheOldReportAndNoHalfOne) {
  if (without_pages()) GTEST_SKIP() << "built without pages";
  std::ofstream(out()) << "an older report";
  // The shell's limit of 16 blocks stands for a disk that fills up.
  FILE* pipe = ::popen(("(trap '' XFSZ; ulimit -f 16; '" ARMISTICE_PROGRAM "' report " + study() +
                        " --pages evidence -o " + out() + ") 2>&1")
                           .c_str(),
                       "r");
  ASSERT_NE(pipe, nullptr);
  char line[4096] = {};
  const bool spoke = std::fgets(line, sizeof line, pipe) != nullptr;
  const int status = ::pclose(pipe);
  EXPECT_EQ(WEXITSTATUS(status), 3);
  ASSERT_TRUE(spoke);
  const std::string said = line;
  EXPECT_TRUE(said.starts_with("armistice: cannot write " + out() + ".")) << said;
  EXPECT_TRUE(said.ends_with(": File too large\n")) << said;
  EXPECT_EQ(read_file(out()), "an older report");
  EXPECT_EQ(files(), 1u);
}

TEST_F(Report, AProgramWithoutPagesSaysHowToGetThem) {
  if (!without_pages()) GTEST_SKIP() << "built with pages";
  const Ran ran = run_both("report " + study() + " -o " + out());
  EXPECT_EQ(ran.exit, 3);
  EXPECT_EQ(ran.output,
            "armistice: this program was built without its pages, for want of Node or of its packages; ./dev build "
            "installs them and builds again (report --json prints the data without pages)\n");
}

// Studies of a dossier that goes away or changes.
class ReportOfAnother : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::copy(isles_folder, dossier, fs::copy_options::recursive);
    ASSERT_EQ(run("forecast " + dossier.string() + " -n 20 --quiet --out " + study).exit, 0);
  }
  Ran report(const std::string& more = "") const {
    return run_both("report " + study + " --json --pages futures,chronicle" + more);
  }

  Temporary own;
  const fs::path dossier = own / "isles";
  const std::string study = (own / "run").string();
};

TEST_F(ReportOfAnother, DossierThatMovedIsNamed) {
  const fs::path now = own / "elsewhere";
  fs::rename(dossier, now);
  const Ran ran = report();
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(ran.output, "armistice report: " + study + ": its dossier is no longer at " + dossier.string() +
                            "; say with --dossier where it is now\n");
  EXPECT_EQ(report(" --dossier " + now.string()).exit, 0);
  EXPECT_EQ(run_both("replay " + study + " 3").output, "armistice replay: " + study + ": its dossier is no longer at " +
                                                           dossier.string() + "; say with --dossier where it is now\n");
  EXPECT_EQ(run("replay " + study + " 3 --dossier " + now.string()).exit, 0);
}

TEST_F(ReportOfAnother, DossierThatChangedIsRefused) {
  const std::string hash = json::parse(read_file(study + "/summary.json"))["dossier"]["hash"];
  std::ofstream(dossier / "dossier.toml", std::ios::app) << "\n# a remark\n";
  const std::string now = json::parse(run("forecast " + dossier.string() + " -n 1 --json").output)["dossier"]["hash"];
  const Ran ran = report();
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(ran.output, "armistice report: " + study + ": the folder holds runs of another study (dossier hash " +
                            hash + " there, " + now +
                            " here): its runs can no longer be replayed; forecast again into another folder, or say "
                            "with --dossier where the dossier is as it was\n");
  EXPECT_EQ(report(" --dossier " + isles_folder).exit, 0) << "the same files elsewhere";
}

TEST_F(ReportOfAnother, DossierThatIsBrokenIsShown) {
  std::ofstream(dossier / "dossier.toml", std::ios::app) << "\n[nonsense]\n";
  const Ran ran = run_both("report " + study + " --json --pages futures --quiet");
  EXPECT_EQ(ran.exit, 1);
  EXPECT_EQ(json::parse(ran.output)["tables"],
            json::parse(run_both("check " + dossier.string() + " --json").output)["tables"]);
}

TEST_F(ReportOfAnother, StudyWithoutASummaryIsToBeFinished) {
  fs::remove(study + "/summary.json");
  const Ran ran = report();
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(ran.output, "armistice report: " + study +
                            ": the forecast was stopped before its summary; the same command goes on and writes it\n");
}

TEST_F(ReportOfAnother, DamagedShardIsSaid) {
  for (const auto& entry : fs::directory_iterator(study + "/shards")) fs::resize_file(entry.path(), 100);
  const Ran ran = report();
  EXPECT_EQ(ran.exit, 3);
  EXPECT_EQ(ran.output, "armistice: " + study + "/shards/0000000000-20.shard: not the bytes that were written\n");
}

}  // namespace
}  // namespace armistice
