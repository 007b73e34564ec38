// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "armistice/base/file.h"
#include "tests/cli/program.h"
#include "tests/model/folder.h"

// The program as its users start it: `armistice score`.
namespace armistice {
namespace {

using nlohmann::json;
using testing::Folder;
using testing::Ran;

Ran run(const std::string& arguments, const std::string& streams = " 2>&1") {
  return testing::run("score " + arguments, streams);
}

const std::map<std::string, std::string> harbour = {
    {"actors.csv", "actor,weight,size\ntown,4,1\nguild,2,1\nfleet,1,5\n"},
    {"issues.csv", "issue_id,proposal_id,outcome\ndues,port,30\nberths,port,80\nmarket,fair,\nlanes,,50\n"},
    {"positions.csv",
     "issue_id,actor,position,salience\ndues,town,0,50\ndues,guild,50,100\nberths,town,80,20\nberths,fleet,100,70\n"
     "market,fleet,40,30\nlanes,town,5,100\nlanes,fleet,100,\n"}};

json told(const Folder& folder, const std::string& arguments = "") {
  const Ran ran = run(folder.path.string() + " --json " + arguments, " 2>/dev/null");
  EXPECT_EQ(ran.exit, 0) << arguments;
  return json::parse(ran.output);
}

TEST(ScoreCommand, PrintsEveryModelWithIntervals) {
  const Folder folder(harbour);
  const Ran ran = run(folder.path.string() + " --bootstraps 50");
  EXPECT_EQ(ran.exit, 0);
  for (const char* part :
       {"Forecasts of known decisions\n", "\n  compromise ", "\n  ktab ", "\n  ensemble-left-out ",
        "3 issues with an outcome in 3 groups; capability: weight.", "1 issues have no outcome: not scored.",
        "1 positions have no salience: they carry no weight.", "95 % of 50 samples", " · seed 1 · armistice score "})
    EXPECT_NE(ran.output.find(part), std::string::npos) << part << ran.output;
  EXPECT_NE(run(folder.path.string() + " --lang zh").output.find("对已知决定的预测\n"), std::string::npos);
  EXPECT_NE(run(folder.path.string() + " --csv")
                .output.find("\nmodel,answered,mean_error,mean_error_low,mean_error_high,median_error,"),
            std::string::npos);
}

TEST(ScoreCommand, FiguresForMachines) {
  const Folder folder(harbour);
  // The weighted mean is 25, 80 + 20 * 0.7 / 1.5 and 5.
  const json rows = told(folder, "--models median,compromise")["tables"][0]["rows"];
  ASSERT_EQ(rows.size(), 2u) << "in the order of tables";
  EXPECT_EQ(rows[0]["model"], "compromise");
  EXPECT_NEAR(rows[0]["mean_error"].get<double>(), (5 + 14 / 1.5 + 45) / 3, 1e-12);
  EXPECT_LE(rows[0]["mean_error_low"], rows[0]["mean_error"]);
  EXPECT_EQ(rows[1]["mean_error"].get<double>(), (5 + 10 + 2.5) / 3);
  EXPECT_EQ(rows[1]["crps"], rows[1]["mean_error"]);
  const json equal = told(folder, "--models compromise --weights equal")["tables"][0]["rows"][0];
  EXPECT_NEAR(equal["mean_error"].get<double>(), (100 / 3.0 - 30 + 140 / 9.0 + 45) / 3, 1e-12);
  const json size = told(folder, "--models compromise --weights size")["tables"][0]["rows"][0];
  EXPECT_NEAR(size["mean_error"].get<double>(), (100 / 3.0 - 30 + 20 * 3.5 / 3.7 + 45) / 3, 1e-12);
  const json wide = told(folder, "--models compromise --within 10")["tables"][0]["rows"][0];
  EXPECT_NEAR(wide["near"].get<double>(), 2 / 3.0, 1e-12);
}

TEST(ScoreCommand, SameSeedSameResultWhateverTheThreads) {
  const Folder folder(harbour);
  json one = told(folder, "--threads 1 --seed 5"), three = told(folder, "--threads 3 --seed 5");
  EXPECT_EQ(one["tables"], three["tables"]);
  const auto few = [&](const char* seed) {
    return told(folder, std::string("--bootstraps 3 --seed ") + seed)["tables"];
  };
  EXPECT_TRUE(few("6") != few("5"));
}

TEST(ScoreCommand, TriesEachModelAsAPartOfTheEnsemble) {
  const Folder folder(harbour);
  const json tables = told(folder, "--models mean,ktab,ensemble --stack")["tables"];
  ASSERT_EQ(tables.size(), 2u);
  std::vector<std::string> with;
  for (const json& row : tables[1]["rows"]) with.push_back(row["with"]);
  EXPECT_EQ(with, (std::vector<std::string>{"nothing", "mean", "ktab", "all"}));
}

TEST(ScoreCommand, WritesEveryForecast) {
  const Folder folder(harbour);
  const std::string file = (folder.path / "by case.csv").string();
  EXPECT_EQ(run(folder.path.string() + " --models compromise,mean --by-case '" + file + "'").exit, 0);
  const std::string text = read_file(file);
  EXPECT_NE(
      text.find("\ngroup,issue,low,high,outcome,model,forecast,error,crps\nport,dues,0,100,30,compromise,25,-5,5\n"
                "port,dues,0,100,30,mean,25,-5,5\n"),
      std::string::npos)
      << text;
  EXPECT_NE(text.find("\nfair,market,0,100,,compromise,40,,\n"), std::string::npos) << text;
  EXPECT_EQ(run(folder.path.string() + " --by-case /nowhere/at/all.csv").exit, 3);
}

TEST(ScoreCommand, SaysWhatIsWrong) {
  const Folder folder(harbour);
  const std::string path = folder.path.string();
  EXPECT_EQ(run(path + " --models compromis").output,
            "armistice score: there is no model \"compromis\"; did you mean \"compromise\"?\n");
  EXPECT_EQ(run(path + " --models compromis").exit, 2);
  EXPECT_TRUE(
      run(path + " --models zzz")
          .output.starts_with(
              "armistice score: there is no model \"zzz\"; there are all, ensemble-left-out, compromise, mean, "));
  for (const char* flags : {" --bootstraps -1", " --bootstraps x", " --within 101", " --within nan", " extra", ""})
    EXPECT_EQ(run((*flags ? path : "") + flags).exit, 2) << flags;
  EXPECT_EQ(run(path + " --weights wieght").output,
            "actors.csv:1:1: no column \"wieght\"\n  actor,weight,size\n  ^\n  did you mean \"weight\"?\n1 problem\n");
  EXPECT_EQ(run(path + " --weights wieght").exit, 1);
  EXPECT_EQ(run("/nowhere/at/all").exit, 3);
  folder.add("issues.csv", "issue_id,outcome\n");
  EXPECT_EQ(run(path).exit, 1) << "positions of issues that are not there";
  folder.add("positions.csv", "issue_id,actor,position,salience\n");
  EXPECT_EQ(run(path).exit, 1);
  EXPECT_EQ(run(path).output, "issues.csv: no issues\n1 problem\n");
}

}  // namespace
}  // namespace armistice
