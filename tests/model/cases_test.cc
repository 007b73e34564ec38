// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/cases.h"

#include "tests/model/folder.h"

// Folders of cases: what is read, and the whole text of every complaint.
namespace armistice {
namespace {

using testing::Folder;
using Files = std::map<std::string, std::string>;

const Files harbour = {
    {"actors.csv", "actor,weight,role,votes\ntown,4,proposer,\nguild,2,voter,3\nfleet,1,voter,2\nbishop,1,chamber,\n"},
    {"issues.csv",
     "issue_id,proposal_id,outcome,reference_point,low,high,procedure,council_vote\n"
     "dues,port,30,0,0,50,COD,QMV\n"
     "berths,port,,,,,COD,QMV\n"
     "market,fair,999,999,0,100,CNS,Unan\n"
     "lanes,,7,NA,5,10,,\n"},
    {"positions.csv",
     "issue_id,actor,position,salience\n"
     "dues,town,10,50\ndues,guild,50,100\ndues,bishop,0,\n"
     "berths,fleet,80,20\nberths,guild,,70\nmarket,fleet,40,30\nlanes,town,5,1\nlanes,fleet,10,0\n"}};

Files with(const std::string& file, const std::string& text) {
  Files files = harbour;
  files[file] = text;
  return files;
}

Cases good(const Files& files, const std::string& weights = "") {
  const Folder folder(files);
  Problems problems;
  const auto cases = read_cases(folder.path, weights, problems);
  EXPECT_EQ(show(problems), "");
  return cases.value_or(Cases{});
}

std::string said(const Files& files, const std::string& weights = "") {
  const Folder folder(files);
  Problems problems;
  EXPECT_FALSE(read_cases(folder.path, weights, problems).has_value());
  return show(problems);
}

TEST(Cases, GroupsBecomeFields) {
  const Cases cases = good(harbour);
  EXPECT_EQ(cases.weights, "weight");
  EXPECT_EQ(cases.issues, 4u);
  EXPECT_EQ(cases.without_outcome, 2u);
  EXPECT_EQ(cases.without_position, 1u);
  EXPECT_EQ(cases.without_salience, 1u);
  EXPECT_TRUE(cases.votes_given);
  ASSERT_EQ(cases.groups.size(), 3u);
  const CaseGroup& port = cases.groups[0];
  EXPECT_EQ(port.id, "port");
  const collective::Field& field = port.field;
  EXPECT_EQ(field.issues, (std::vector<std::string>{"dues", "berths"}));
  EXPECT_EQ(field.actors, (std::vector<std::string>{"town", "guild", "fleet", "bishop"}));
  EXPECT_EQ(field.low, (std::vector<double>{0, 0}));
  EXPECT_EQ(field.high, (std::vector<double>{50, 100}));
  EXPECT_EQ(field.position[field.at(1, 0)], 50);
  EXPECT_EQ(field.salience[field.at(0, 0)], 0.5);
  EXPECT_EQ(field.capability[field.at(0, 1)], 4);
  EXPECT_EQ(field.salience[field.at(3, 0)], 0) << "no salience, no weight";
  EXPECT_TRUE(field.takes_part(3, 0));
  EXPECT_FALSE(field.takes_part(1, 1)) << "no position, no part";
  EXPECT_EQ(field.reference[0], 0);
  EXPECT_TRUE(std::isnan(field.reference[1]));
  EXPECT_EQ(port.outcome[0], 30);
  EXPECT_TRUE(std::isnan(port.outcome[1]));
  EXPECT_TRUE(std::isnan(cases.groups[1].outcome[0])) << "999 off the scale";
  EXPECT_TRUE(std::isnan(cases.groups[1].field.reference[0]));
  EXPECT_EQ(cases.groups[2].id, "lanes") << "an issue without a group is one";
}

TEST(Cases, ProceduresFromRolesVotesAndRules) {
  const Cases cases = good(harbour);
  const collective::Procedure& port = cases.groups[0].field.procedure;
  EXPECT_EQ(port.setter, 0);
  EXPECT_EQ(port.votes, (std::vector<double>{0, 3, 2, 0}));
  EXPECT_EQ(port.vetoes, (std::vector<std::uint8_t>{0, 0, 0, 1}));
  EXPECT_DOUBLE_EQ(port.quorum, 62.0 / 87);
  const collective::Procedure& fair = cases.groups[1].field.procedure;
  EXPECT_EQ(fair.setter, -1) << "the proposer takes no part";
  EXPECT_EQ(fair.quorum, 1);
  EXPECT_EQ(cases.groups[2].field.procedure.quorum, 0.5);
}

TEST(Cases, EuropeanNamesStandForRoles) {
  const Cases cases =
      good({{"actors.csv", "actor,gdp\ncom,4\nep,4\nfr,3\n"},
            {"issues.csv", "issue_id,procedure,outcome\na,COD,1\nb,CNS,2\n"},
            {"positions.csv", "issue_id,actor,position,salience\na,com,0,1\na,ep,1,1\na,fr,3,0.5\nb,ep,4,1\n"}});
  EXPECT_EQ(cases.weights, "gdp");
  EXPECT_EQ(cases.groups[0].field.procedure.setter, 0);
  EXPECT_EQ(cases.groups[0].field.procedure.vetoes, (std::vector<std::uint8_t>{0, 1, 0}));
  EXPECT_EQ(cases.groups[0].field.procedure.votes, (std::vector<double>{0, 0, 1}));
  EXPECT_EQ(cases.groups[1].field.procedure.vetoes, (std::vector<std::uint8_t>{0}));
  EXPECT_FALSE(cases.votes_given);
  EXPECT_EQ(cases.groups[0].field.salience[2], 0.5) << "no salience above 1: shares, not per cent";
}

TEST(Cases, WeightsByColumnOrEqual) {
  const Files two = with("actors.csv", "actor,size,weight\ntown,7,4\nguild,8,2\nfleet,9,1\nbishop,1,1\n");
  EXPECT_EQ(good(two).groups[0].field.capability[0], 4);
  EXPECT_EQ(good(two, "size").groups[0].field.capability[0], 7);
  EXPECT_EQ(good(two, "equal").groups[0].field.capability[0], 1);
  EXPECT_EQ(good(two, "equal").weights, "equal");
  EXPECT_EQ(said(two, "sise"),
            "actors.csv:1:1: no column \"sise\"\n  actor,size,weight\n  ^\n  did you mean \"size\"?\n1 problem\n");
}

TEST(Cases, ProblemsOfActors) {
  EXPECT_EQ(said(with("actors.csv", "")), "actors.csv: no table\n  the first line names the columns\n1 problem\n");
  EXPECT_EQ(said(with("actors.csv",
                      "actor,weight,role,votes\ntown,x,boss,\ntown,1,voter,1\n,1,voter,1\n"
                      "guild,-2,voter,1\nfleet,,proposer,1\nbishop,1,proposer,many\n")),
            "actors.csv:2:6: weight: \"x\" is not a number\n  town,x,boss,\n       ^\n"
            "actors.csv:2:8: there is no role \"boss\"\n  town,x,boss,\n         ^\n"
            "  it is proposer, chamber, voter or none\n"
            "actors.csv:3:1: the actor \"town\" is there twice\n  town,1,voter,1\n  ^\n"
            "actors.csv:4:1: no actor\n  ,1,voter,1\n  ^\n"
            "actors.csv:5:7: weight -2 is not in [0, 1000000000000]\n  guild,-2,voter,1\n        ^\n"
            "actors.csv:6:7: no weight\n  fleet,,proposer,1\n        ^\n"
            "actors.csv:7:10: a second proposer\n  bishop,1,proposer,many\n           ^\n"
            "actors.csv:7:19: votes: \"many\" is not a number\n  bishop,1,proposer,many\n                    ^\n"
            "8 problems\n");
}

TEST(Cases, ProblemsOfIssues) {
  EXPECT_EQ(said(with("issues.csv", "issue,result\ndues,3\n")),
            "issues.csv:1:1: no column \"outcome\"\n  issue,result\n  ^\n1 problem\n");
  EXPECT_EQ(said(with("issues.csv",
                      "issue_id,outcome,low,high,council_vote,quorum\na,120,,,,\na,1,,,,\nb,5,9,9,,\n"
                      "c,x,,,most,\nd,1,,,,0\n")),
            "issues.csv:2:3: outcome 120 is not in [0, 100]\n  a,120,,,,\n    ^\n"
            "issues.csv:3:1: the issue \"a\" is there twice\n  a,1,,,,\n  ^\n"
            "issues.csv:4:3: outcome 5 is not in [9, 9]\n  b,5,9,9,,\n    ^\n"
            "issues.csv:4:7: the scale from 9 to 9 has no length\n  b,5,9,9,,\n        ^\n"
            "issues.csv:5:3: outcome: \"x\" is not a number\n  c,x,,,most,\n    ^\n"
            "issues.csv:5:7: unknown rule \"most\"\n  c,x,,,most,\n        ^\n  it is QMV or Unan; else give a quorum\n"
            "issues.csv:6:8: a quorum of 0 lets everything pass\n  d,1,,,,0\n         ^\n"
            "7 problems\n");
}

TEST(Cases, ProblemsOfPositions) {
  EXPECT_EQ(
      said(with("positions.csv",
                "issue_id,actor,position,salience\ndeus,town,1,2\ndues,twon,1,2\n"
                "dues,town,51,200\ndues,town,3,4\n,town,1,2\n")),
      "positions.csv:2:1: issues.csv has no issue \"deus\"\n  deus,town,1,2\n  ^\n  did you mean \"dues\"?\n"
      "positions.csv:3:6: actors.csv has no actor \"twon\"\n  dues,twon,1,2\n       ^\n  did you mean \"town\"?\n"
      "positions.csv:4:11: position 51 is not in [0, 50]\n  dues,town,51,200\n            ^\n"
      "positions.csv:4:14: salience 200 is not in [0, 100]\n  dues,town,51,200\n               ^\n"
      "positions.csv:5:6: a second position of town on dues\n  dues,town,3,4\n       ^\n  the first is in line 4\n"
      "positions.csv:6:1: no issue\n  ,town,1,2\n  ^\n"
      "6 problems\n");
}

TEST(Cases, TheWorldThrows) {
  Problems problems;
  const Folder empty;
  EXPECT_THROW(read_cases(empty.path, "", problems), std::runtime_error);
}

}  // namespace
}  // namespace armistice
