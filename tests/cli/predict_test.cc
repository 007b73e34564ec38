// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace armistice::testing {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const std::string root = ARMISTICE_ROOT;
const std::string harbour = root + "/tests/fields/harbour.csv";

TEST(PredictProgram, OneModelIsAtTheTopOfTheJson) {
  const Ran ran = run("predict " + harbour + " --model spatial --json -n 20");
  ASSERT_EQ(ran.exit, 0);
  const json told = json::parse(ran.output);
  EXPECT_EQ(told["actors"].size(), 5u);
  EXPECT_EQ(told["positions"][0][3][0], 0);
  EXPECT_EQ(told["models"]["spatial"]["forecast"], told["forecast"]);
  EXPECT_EQ(told["provenance"]["input"], "harbour");
  double shares = 0;
  for (const auto& atom : told["distribution"][0]) shares += atom["share"].get<double>();
  EXPECT_NEAR(shares, 1, 1e-9);
}

TEST(PredictProgram, AllModelsBesideTheWeightedMean) {
  const Ran ran = run("predict " + harbour + " --csv -n 50");
  ASSERT_EQ(ran.exit, 0);
  EXPECT_NE(ran.output.find("compromise,weighted mean,58.4"), ran.output.npos) << ran.output.substr(0, 600);
  EXPECT_NE(ran.output.find("over_inputs_low,over_inputs_high"), ran.output.npos);
}

TEST(PredictProgram, MovesAreToldInBothLanguages) {
  const Ran en = run("predict " + harbour + " --model spatial --moves -n 0");
  EXPECT_NE(en.output.find("moves from 20 to 28.84 in its bargain with Treasury"), en.output.npos) << en.output;
  const Ran zh = run("predict " + harbour + " --model spatial --moves -n 0 --lang zh");
  EXPECT_NE(zh.output.find("由 20 移至 28.84，与Treasury议价的结果"), zh.output.npos) << zh.output;
}

TEST(PredictProgram, WrongWordsAreNamed) {
  const auto wrong = [](const std::string& arguments, const std::string& message) {
    const Ran ran = run_both("predict " + arguments);
    EXPECT_EQ(ran.exit, 2) << arguments;
    EXPECT_EQ(ran.output, "armistice predict: " + message + "\n");
  };
  wrong("", "give a file or a dossier (or --list)");
  wrong(harbour + " --model compromis",
        "there is no model \"compromis\"; did you mean \"compromise\"?; --list shows all");
  wrong(harbour + " --set spatial.votin=cubic",
        "there is no choice \"spatial.votin\"; did you mean \"spatial.voting\"?; --list shows all");
  wrong(harbour + " --set voting", "--set wants CHOICE=VALUE, not \"voting\"");
  wrong(harbour + " --noise position=-1",
        "--noise wants position=P,salience=S,capability=C from 0 to 10, not \"position=-1\"");
  wrong(harbour + " --scale 5:1", "--scale wants LOW:HIGH such as 0:100");
  wrong(harbour + " --preset nobody",
        "--preset is one of scholz, papers, dmasad, dersblog, minimalgeek, not \"nobody\"");
}

TEST(PredictProgram, WordsThatDoNotFitTogetherAreNamed) {
  const auto wrong = [](const std::string& arguments, const std::string& message) {
    const Ran ran = run_both("predict " + arguments);
    EXPECT_EQ(ran.exit, 2) << arguments;
    EXPECT_EQ(ran.output, "armistice predict: " + message + "\n");
  };
  const std::string isles = root + "/dossiers/isles";
  wrong(isles + " --noise position=1", "--noise is for files: the numbers of a dossier have ranges of their own");
  wrong(isles + " --scale 0:1", "--scale is for files, and this is a dossier");
  wrong(isles + "/dossier.toml", isles + "/dossier.toml is a file of a dossier: give the dossier's folder");
  wrong(root + "/dossiers", root + "/dossiers is a folder without a dossier.toml: give a dossier or a file");
  wrong(isles + " --issue lin", "there is no issue \"lin\"; did you mean \"line\"?");
  wrong(isles + " --issue ships", "there is no issue \"ships\"; there are line, guarantee");
  wrong(harbour + " --model ktab --mode corrected",
        "the model ktab is the literal mode: --mode corrected is for spatial");
  wrong(harbour + " --model spatial --preset papers",
        "--preset is for the model expected-utility, which is not asked for");
  wrong(harbour + " --set spatial-voting=cub",
        "voting is one of sign, proportional-sign, proportional, proportional-cubic, cubic, loss-averse, not \"cub\"");
  EXPECT_EQ(run("predict " + root + "/tests/fields/nowhere.csv").exit, 3);
  EXPECT_EQ(run_both("predict nowhere.csv").output, "armistice: cannot open nowhere.csv: No such file or directory\n");
}

// Whichever way the mode is asked for, it is the same model with the same choices.
TEST(PredictProgram, TheModesOfTheSpatialModel) {
  const auto positions = [](const std::string& arguments) {
    return json::parse(run("predict " + harbour + " --json -n 0 " + arguments).output).at("positions");
  };
  const json literal = positions("--model ktab");
  EXPECT_EQ(positions("--model spatial --mode literal"), literal);
  EXPECT_EQ(positions("--model spatial --set spatial.mode=literal"), literal);
  EXPECT_EQ(positions("--model spatial,ktab --set mode=literal"), literal);
  EXPECT_NE(positions("--model spatial"), literal);
  EXPECT_EQ(positions("--model spatial --set VotingRule=Binary"),
            positions("--model spatial --set spatial-voting=sign"));
  EXPECT_EQ(positions("--model spatial --turns 1").size(), 2u);
  const json all = json::parse(run("predict " + harbour + " --json -n 0 --mode literal").output)["models"];
  EXPECT_TRUE(all.contains("ktab"));
  EXPECT_EQ(all["ktab"]["choices"]["mode"], "literal");
  EXPECT_EQ(all["expected-utility:papers"]["choices"]["odds"], "pair");
  EXPECT_EQ(all["exchange-iterated"]["choices"]["rounds"], 5);
  EXPECT_EQ(all["median"]["choices"], json::object());
  EXPECT_FALSE(all.contains("spatial"));
}

// KTAB's scenario in XML with its own switches and seed; the command line goes before both.
TEST(PredictProgram, AScenarioOfKtabBringsItsSwitches) {
  const std::string scenario = root + "/tests/fields/harbour.xml";
  const json told = json::parse(run("predict " + scenario + " --model ktab --json -n 0").output);
  EXPECT_EQ(told["choices"]["voting"], "proportional-cubic");
  EXPECT_EQ(told["provenance"]["seed"], 20251220);
  EXPECT_EQ(told["actors"].size(), 5u);
  const json own =
      json::parse(run("predict " + scenario + " --model ktab --json -n 0 --seed 3 --set VotingRule=Prop").output);
  EXPECT_EQ(own["choices"]["voting"], "proportional");
  EXPECT_EQ(own["choices"]["risk_range"], "most") << "what is not set stays the scenario's";
  EXPECT_EQ(own["provenance"]["seed"], 3);
}

TEST(PredictProgram, OneIssueIsShownOfAll) {
  const Ran ran = run("predict " + root + "/dossiers/ukraine-2025 --issue line -n 0 --model compromise,median");
  ASSERT_EQ(ran.exit, 0);
  EXPECT_NE(ran.output.find("Where the line lies"), ran.output.npos);
  EXPECT_EQ(ran.output.find("Ukraine and NATO"), ran.output.npos) << ran.output;
  const Ran csv = run("predict " + root +
                      "/dossiers/ukraine-2025 --issue 'Where the line lies' -n 0 --csv --model mode,compromise");
  EXPECT_NE(csv.output.find("mode,position with most weight,100,,Kyiv leaves the rest of Donbas\n"), csv.output.npos)
      << csv.output;
}

TEST(PredictProgram, TheFlagshipsScalesAreSaid) {
  const Ran ran = run("predict " + root + "/dossiers/ukraine-2025 --model compromise -n 0");
  ASSERT_EQ(ran.exit, 0);
  EXPECT_NE(ran.output.find("Scale: 0 Border of 1991"), ran.output.npos) << ran.output;
  const Ran isles = run("predict " + root + "/dossiers/isles --model compromise -n 0");
  EXPECT_NE(isles.output.find("the dossier gives no capability (assumed): North, South, Harbour"), isles.output.npos)
      << isles.output;
}

// With turns, the outcome of each: the last one is the forecast.
TEST(PredictProgram, OutcomesOfTurns) {
  const json all = json::parse(run("predict " + root + "/tests/fields/two_issues.csv --json -n 0").output)["models"];
  for (const std::string model : {"spatial", "ktab", "expected-utility", "exchange", "exchange-iterated"}) {
    const json& one = all[model];
    ASSERT_EQ(one["outcomes"].size(), one["positions"].size()) << model;
    EXPECT_EQ(one["outcomes"].back(), one["forecast"]) << model;
  }
  for (std::size_t k = 0; k < 2; ++k)
    EXPECT_NEAR(all["exchange"]["outcomes"][0][k].get<double>(), all["compromise"]["forecast"][k].get<double>(), 1e-9);
  EXPECT_TRUE(all["compromise"]["outcomes"].is_null());
}

TEST(PredictProgram, EqualsTheSampleOfExchangesRoundByRound) {
  const fs::path cases = fs::path(root) / "../shared/cases/exchange";
  if (!fs::exists(cases)) GTEST_SKIP() << "../shared is not beside the checkout";
  const Ran ran = run("predict " + (cases / "sample_data.txt").string() + " --model exchange-iterated --json -n 0");
  ASSERT_EQ(ran.exit, 0);
  const json ours = json::parse(ran.output);
  std::ifstream file(cases / "sample_data.expected.json");
  const json theirs = json::parse(file)["iterations"];
  ASSERT_EQ(ours["outcomes"].size(), theirs.size() + 1);
  for (std::size_t t = 0; t < theirs.size(); ++t)
    for (std::size_t k = 0; k < ours["issues"].size(); ++k)
      EXPECT_NEAR(ours["outcomes"][t + 1][k].get<double>(),
                  theirs[t]["nbs_after_voting_positions"][ours["issues"][k].get<std::string>()].get<double>(), 1e-9)
          << t;
}

// Every switch variation that is there, each turn of each actor on each dimension.
TEST(PredictProgram, EqualsKtabTurnByTurn) {
  const fs::path cases = fs::path(root) / "../shared/cases/ktab";
  if (!fs::exists(cases)) GTEST_SKIP() << "../shared is not beside the checkout";
  const std::map<std::string, std::string> names{
      {"vr", "VotingRule"},     {"vpm", "VictoryProbModel"}, {"pcem", "PCEModel"},   {"bigRAdj", "BigRAdjust"},
      {"bigRRng", "BigRRange"}, {"tpc", "ThirdPartyCommit"}, {"ivb", "InterVecBrgn"}};
  int compared = 0;
  for (const auto& entry : fs::directory_iterator(cases)) {
    if (entry.path().extension() != ".json") continue;
    const std::string stem = entry.path().stem().string();  // scenario.variation
    const std::size_t dot = stem.find('.');
    const std::string variation = stem.substr(dot + 1);
    std::string set;
    if (variation != "default") {
      const std::string key = variation.substr(0, variation.size() - 1);
      ASSERT_TRUE(names.contains(key)) << variation;
      set = " --set " + names.at(key) + "=" + variation.back();
    }
    const Ran ran =
        run("predict " + (cases / (stem.substr(0, dot) + ".csv")).string() + " --model ktab --json -n 0" + set);
    ASSERT_EQ(ran.exit, 0) << stem;
    const json ours = json::parse(ran.output)["positions"];
    std::ifstream file(entry.path());
    const json theirs = json::parse(file)["positions"];
    ASSERT_EQ(ours.size(), theirs.size()) << stem;
    for (std::size_t t = 0; t < ours.size(); ++t)
      for (std::size_t i = 0; i < ours[t].size(); ++i)
        for (std::size_t k = 0; k < ours[t][i].size(); ++k)
          ASSERT_NEAR(ours[t][i][k].get<double>(), theirs[t][i][k].get<double>(), 1e-9) << stem << " turn " << t;
    ++compared;
  }
  EXPECT_EQ(compared, 21);
}

// The emission standards of 1984 round by round, and the exchange programs' sample after five rounds.
TEST(PredictProgram, EqualsTheOtherProgramsRecords) {
  const fs::path cases = fs::path(root) / "../shared/cases";
  if (!fs::exists(cases)) GTEST_SKIP() << "../shared is not beside the checkout";
  const auto told = [&](const std::string& arguments) {
    return json::parse(run("predict " + cases.string() + "/" + arguments + " --json -n 0").output);
  };
  const auto record = [&](const char* name) {
    std::ifstream file(cases / name);
    return json::parse(file);
  };
  const json emission = told("bdm/emission_standards_EC1984.csv --model expected-utility");
  const json rounds = record("bdm/reference_emission_standards_EC1984.json")["rounds"];
  ASSERT_EQ(emission["positions"].size(), rounds.size() + 1);
  for (std::size_t t = 0; t < rounds.size(); ++t)
    for (std::size_t i = 0; i < emission["actors"].size(); ++i) {
      const std::string actor = emission["actors"][i];
      EXPECT_NEAR(emission["positions"][t + 1][i][0].get<double>(), rounds[t]["positions"][actor].get<double>(), 1e-12)
          << actor << " round " << t + 1;
    }
  const json sample = told("exchange/sample_data.txt --model exchange --set exchange.rounds=5");
  const json last = record("exchange/sample_data.expected.json")["iterations"].back()["nbs_after_voting_positions"];
  ASSERT_EQ(sample["issues"].size(), 6u);
  for (std::size_t k = 0; k < 6; ++k)
    EXPECT_NEAR(sample["forecast"][k].get<double>(), last[sample["issues"][k].get<std::string>()].get<double>(), 1e-9);
}

}  // namespace
}  // namespace armistice::testing
