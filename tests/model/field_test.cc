// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/field_file.h"

#include <unistd.h>

#include <filesystem>

#include "armistice/base/file.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;

class FieldFiles : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / fs::path("armistice-field-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::optional<FieldFile> read(const std::string& name, const std::string& text, FieldOptions options = {}) {
    write_file_atomically(folder_ / name, text);
    problems_.clear();
    return read_field(folder_ / name, options, problems_);
  }
  std::string wrong(const std::string& name, const std::string& text) {
    EXPECT_FALSE(read(name, text).has_value());
    return show(problems_);
  }

  fs::path folder_;
  Problems problems_;
};

TEST_F(FieldFiles, PlainWithOneIssue) {
  const auto read_file = read("cars.csv", "Actor,Capability,Position,Salience\nNL,0.08,4,80\nBE,0.08,7,40\n");
  ASSERT_TRUE(read_file);
  EXPECT_EQ(read_file->format, "plain");
  EXPECT_EQ(read_file->name, "cars");
  EXPECT_EQ(read_file->field.issues, (std::vector<std::string>{"position"}));
  EXPECT_EQ(read_file->field.salience, (std::vector<double>{0.8, 0.4}));
  EXPECT_EQ(read_file->field.low[0], 4);
  EXPECT_EQ(read_file->notes, (std::vector<std::string>{"saliences above 1: all are read as per cent",
                                                        "the scale is taken from the positions: 4 to 7"}));
  EXPECT_EQ(read("cars.csv", "Actor,Position\nNL,4\nBE,7\n", {{{0, 10}}})->field.high[0], 10);
}

TEST_F(FieldFiles, PlainWithSeveralIssuesAndGaps) {
  const auto both = read("two.csv",
                         "issue,actor,power,pos,reference,low,high,veto\n"
                         "land,A,2,0,50,0,100,yes\nland,B,1,100,,0,100,\narms,B,1,3,,,,\narms,A,2,,1,,,\n");
  ASSERT_TRUE(both) << show(problems_);
  EXPECT_EQ(both->field.actors.size(), 2u);
  EXPECT_FALSE(both->field.takes_part(0, 1));
  EXPECT_EQ(both->field.reference, (std::vector<double>{50, 1}));
  EXPECT_EQ(both->field.procedure.vetoes, (std::vector<std::uint8_t>{1, 0}));
  EXPECT_EQ(both->field.low[1], 1);
}

TEST_F(FieldFiles, WhoIsAbsentNeedsNoNumbers) {
  const auto both =
      read("gaps.csv", "actor,issue,position,capability,salience\nA,x,1,2,.5\nB,x,3,1,1\nB,y,,,\nA,y,4,2,1\n");
  ASSERT_TRUE(both) << show(problems_);
  EXPECT_FALSE(both->field.takes_part(1, 1));
  EXPECT_EQ(both->field.capability, (std::vector<double>{2, 2, 1, 0}));
}

TEST_F(FieldFiles, ProposerAndVetoes) {
  const auto one = read("rules.csv", "actor,position,veto,proposer\nA,1,No,yes\nB,3,FALSE,0\nC,9,Yes,\n");
  ASSERT_TRUE(one) << show(problems_);
  EXPECT_EQ(one->field.procedure.vetoes, (std::vector<std::uint8_t>{0, 0, 1}));
  EXPECT_EQ(one->field.procedure.setter, 0);
}

TEST_F(FieldFiles, AReferenceLiesOnTheScale) {
  EXPECT_EQ(wrong("off.csv", "actor,position,reference,low,high\nA,1,20,0,10\nB,3,,,\n"),
            "off.csv: the reference 20 of position is outside the scale 0 to 10\n1 problem\n");
}

TEST_F(FieldFiles, ExchangeTextsMayBeginWithAMarkOrABlankLine) {
  const std::string text = "#A\tA\n#P\tx\n#M\tx\t0\n#M\tx\t9\n#D\tA\tx\t3\t.5\t1\n";
  for (const std::string begin : {"", "\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\r\n"}) {
    const auto one = read("marked.txt", begin + text);
    ASSERT_TRUE(one) << show(problems_);
    EXPECT_EQ(one->field.position, (std::vector<double>{3}));
    EXPECT_EQ(one->field.high, (std::vector<double>{9}));
  }
}

TEST_F(FieldFiles, ProblemsOfPlainTables) {
  EXPECT_EQ(wrong("a.csv", "actr,position\nx,1\n"),
            "a.csv:1:1: no column \"actor\"\n  actr,position\n  ^\n  did you mean \"actr\"?\n1 problem\n");
  EXPECT_EQ(
      wrong("a.csv", "actor,position,salience\nx,one,0.5\nx,2,-1\n,3,1\n"),
      "a.csv:2:3: position: \"one\" is not a number\n  x,one,0.5\n    ^\n"
      "a.csv:3:1: \"x\" stands here again, first in line 2\n  x,2,-1\n  ^\n  several issues need a column \"issue\"\n"
      "a.csv:3:5: salience -1 is below 0\n  x,2,-1\n      ^\n"
      "a.csv:4:1: no name of an actor\n  ,3,1\n  ^\n4 problems\n");
  EXPECT_EQ(wrong("a.csv", "actor,position,low,high\nx,5,0,4\n"),
            "a.csv: the position 5 of x on position is outside the scale 0 to 4\n1 problem\n");
  EXPECT_EQ(wrong("a.csv", " \n"), "a.csv: the file is empty\n1 problem\n");
  EXPECT_EQ(wrong("a.csv", "actor,position\n"), "a.csv: there is no actor in the table\n1 problem\n");
}

TEST_F(FieldFiles, WhoProposesAndVotes) {
  const auto voted = read("v.csv", "actor,position,setter,votes,veto\nx,1,yes,29,no\ny,2,,10,\nz,3,no,,1\n");
  ASSERT_TRUE(voted) << show(problems_);
  EXPECT_EQ(voted->field.procedure.setter, 0);
  EXPECT_EQ(voted->field.procedure.votes, (std::vector<double>{29, 10, 0}));
  EXPECT_EQ(voted->field.procedure.vetoes, (std::vector<std::uint8_t>{0, 0, 1}));
  const auto silent = read("v.csv", "actor,position\nx,1\ny,2\n");
  EXPECT_EQ(silent->field.procedure.setter, -1);
  EXPECT_TRUE(silent->field.procedure.votes.empty());
  EXPECT_EQ(wrong("v.csv", "actor,position,proposer\nx,1,yes\ny,2,yes\n"),
            "v.csv:3:5: \"x\" already proposes, by line 2\n  y,2,yes\n      ^\n  one actor proposes, on all issues\n"
            "1 problem\n");
}

TEST_F(FieldFiles, OtherSeparatorsOfPlainTables) {
  const auto semicolons = read("s.csv", "\xEF\xBB\xBF# a table\nActor;GDP;Position\nx;2;1\ny;1;3\n");
  ASSERT_TRUE(semicolons) << show(problems_);
  EXPECT_EQ(semicolons->field.capability, (std::vector<double>{2, 1}));
  const auto tabs = read("t.tsv", "actor\tposition\nx, of y\t1\nz\t3\n");
  ASSERT_TRUE(tabs) << show(problems_);
  EXPECT_EQ(tabs->field.actors[0], "x, of y");
}

TEST_F(FieldFiles, AnIssueHasOneScaleAndOneReference) {
  EXPECT_EQ(
      wrong("a.csv", "actor,issue,position,low,reference\nx,land,5,0,2\ny,land,6,1,2\nz,land,6,,3\nz,sea,6,3,5\n"),
      "a.csv:3:10: low 1 of land is 0 in line 2\n  y,land,6,1,2\n           ^\n"
      "  an issue has one; the cell may stay empty\n"
      "a.csv:4:11: reference 3 of land is 2 in line 2\n  z,land,6,,3\n            ^\n"
      "  an issue has one; the cell may stay empty\n2 problems\n");
}

TEST_F(FieldFiles, WhatNoModelCanReckonWithIsRefused) {
  EXPECT_EQ(wrong("a.csv", "actor,position,capability\nx,1e300,1\ny,2,1e300\n"),
            "a.csv:2:3: position 1e+300 is above 1e+30\n  x,1e300,1\n    ^\n"
            "a.csv:3:5: capability 1e+300 is above 1e+30\n  y,2,1e300\n      ^\n2 problems\n");
  std::string many = "actor,position\n";
  for (int i = 0; i < 1001; ++i) many += "a" + std::to_string(i) + ",1\n";
  EXPECT_EQ(wrong("a.csv", many),
            "a.csv: 1001 actors on 1 issues: there is room for 1000 actors, 1000 issues and 100000 of both multiplied\n"
            "1 problem\n");
  EXPECT_EQ(wrong("a.csv", "actor,position\nx\xff,1\ny,2\n"),
            "a.csv:2:1: not a text in UTF-8\n  save the table as UTF-8\n1 problem\n");
}

constexpr const char* ktab =
    "Two, \"of them\", 2, 2,\nActor,Description,Power,Land Position,Land Sal,Arms,S,\n"
    "A, first, 10, 20,40, 30,70,\nB, second, 5, 80,50, 90,10,\n";

TEST_F(FieldFiles, KtabTables) {
  const auto two = read("k.csv", ktab);
  ASSERT_TRUE(two) << show(problems_);
  EXPECT_EQ(two->format, "ktab-csv");
  EXPECT_EQ(two->name, "Two");
  EXPECT_EQ(two->field.issues, (std::vector<std::string>{"Land", "Arms"}));
  EXPECT_EQ(two->field.position, (std::vector<double>{20, 30, 80, 90}));
  EXPECT_EQ(two->field.salience, (std::vector<double>{0.4, 0.7, 0.5, 0.1}));
  EXPECT_EQ(two->notes, (std::vector<std::string>{"the saliences of A sum to 110, above the 100 that KTAB allows"}));
  EXPECT_EQ(wrong("k.csv", "Two,x,3,1\nActor,D,P,a,b\nA,,10,120,40\n"),
            "k.csv:1:7: the first line says 3 actors, 1 follow\n  Two,x,3,1\n        ^\n"
            "k.csv:3:7: position on a 120 is not in [0, 100]\n  A,,10,120,40\n        ^\n2 problems\n");
}

constexpr const char* scenario =
    "<Scenario><name>Two</name><prngSeed>7</prngSeed>\n"
    "<ModelParameters><VotingRule>PropCbc</VotingRule></ModelParameters>\n"
    "<Dimensions><dName>Land</dName></Dimensions><Actors>\n"
    "<Actor><name>A</name><capability>10</capability><Position><dCoord>20</dCoord></Position>"
    "<Salience><dSal>40</dSal></Salience></Actor>\n"
    "<Actor><name>B</name><capability>5</capability><Position><dCoord>80</dCoord></Position>"
    "<Salience><dSal>50</dSal></Salience></Actor></Actors>\n"
    "<IdealAdjustment><iaPair><adjustingIdeal>B</adjustingIdeal><referencePos>A</referencePos><adjust>0.2</adjust>"
    "</iaPair></IdealAdjustment></Scenario>\n";

TEST_F(FieldFiles, KtabScenarios) {
  const auto two = read("k.xml", scenario);
  ASSERT_TRUE(two) << show(problems_);
  EXPECT_EQ(two->format, "ktab-xml");
  EXPECT_EQ(two->seed, 7u);
  EXPECT_EQ(two->spatial.voting, collective::Voting::proportional_cubic);
  EXPECT_EQ(two->field.affinity, (std::vector<double>{1, 0, 0.2, 1}));
  EXPECT_EQ(two->field.salience, (std::vector<double>{0.4, 0.5}));
  const auto seed_of = [&](const std::string& seed) {
    std::string other = scenario;
    other.replace(other.find(">7<") + 1, 1, seed);
    const auto read_file = read("k.xml", other);
    return read_file ? read_file->seed : std::nullopt;
  };
  EXPECT_EQ(seed_of("0x89B9E56731783372"), 0x89B9E56731783372u);
  EXPECT_EQ(seed_of("00042"), 42u);
  EXPECT_EQ(seed_of("99999999999999999999"), std::nullopt) << "more than 64 bits";
  EXPECT_EQ(seed_of("7a"), std::nullopt);
  std::string bad = scenario;
  bad.replace(bad.find("PropCbc"), 7, "Cubist");
  bad.replace(bad.find("<dCoord>80"), 10, "<dCoord>");
  const std::string told = wrong("k.xml", bad);
  EXPECT_NE(told.find("k.xml:2:18: VotingRule \"Cubist\" is none of Binary"), told.npos) << told;
  EXPECT_NE(told.find("no position of B"), told.npos) << told;
  EXPECT_EQ(wrong("k.xml", "<Domain/>"),
            "k.xml:1:1: the root is \"Domain\", not the \"Scenario\" of KTAB\n  <Domain/>\n  ^\n1 problem\n");
}

TEST_F(FieldFiles, ExchangeTexts) {
  const std::string text =
      "'#A'\t'x'\t'x'\t''\n'#A'\t'y'\t'y'\t''\n'#P'\t'land'\t'land'\t''\n'#P'\t'arms'\t'arms'\t''\n"
      "'#M'\t'arms'\t0.5\n'#M'\t'arms'\t7\n"
      "'#D'\t'x'\t'land'\t10\t0.5\t1\n'#D'\t'y'\t'land'\t60\t1\t2\n'#D'\t'y'\t'arms'\t3\t0.7\t2\n";
  const auto two = read("e.txt", text);
  ASSERT_TRUE(two) << show(problems_);
  EXPECT_EQ(two->format, "exchange");
  EXPECT_EQ(two->field.low, (std::vector<double>{10, 0.5}));
  EXPECT_EQ(two->field.high, (std::vector<double>{60, 7}));
  EXPECT_FALSE(two->field.takes_part(0, 1));
  EXPECT_EQ(two->field.capability[two->field.at(1, 1)], 2);
  EXPECT_EQ(wrong("e.txt", text + "'#D'\t'z'\t'arms'\t3\t0.7\t2\n'#Q'\t1\n"),
            "e.txt:10:6: there is no actor \"z\"\n  '#D' 'z' 'arms' 3 0.7 2\n       ^\n"
            "e.txt:11:1: a line of kind \"#Q\"\n  '#Q' 1\n  ^\n  kinds are #A, #P, #M and #D\n2 problems\n");
}

TEST(FieldCases, AsTheyStandBesideTheCheckout) {
  const fs::path cases = fs::path(ARMISTICE_ROOT) / "../shared/cases";
  if (!fs::exists(cases)) GTEST_SKIP() << "../shared is not beside the checkout";
  Problems problems;
  const auto of = [&](const char* path) { return read_field(cases / path, {}, problems); };
  const auto pol = of("ktab/SOE-Pol-Comp.csv");
  ASSERT_TRUE(pol) << show(problems);
  EXPECT_EQ(pol->field.actors.size(), 13u);
  EXPECT_EQ(pol->field.issues, (std::vector<std::string>{"Policy", "Competitive"}));
  const auto dummy = of("ktab/dummyData_3Dim.csv");
  EXPECT_EQ(dummy->field.position[2], 70.45);
  const auto sample = of("exchange/sample_data.txt");
  ASSERT_TRUE(sample) << show(problems);
  EXPECT_EQ(sample->field.actors.size(), 10u);
  EXPECT_EQ(sample->field.high[1], 7);
  EXPECT_EQ(of("bdm/emission_standards_EC1984.csv")->field.salience[8], 1);
}

}  // namespace
}  // namespace armistice
