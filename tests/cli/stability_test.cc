// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "armistice/base/file.h"
#include "tests/cli/program.h"
#include "tests/output/temporary.h"

// The program as its users start it: `armistice stability`.
namespace armistice {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;
const std::string prisoners = ARMISTICE_ROOT "/tests/conflicts/prisoners.toml";
const std::string strait = ARMISTICE_ROOT "/tests/conflicts/strait.toml";
const std::string isles = ARMISTICE_ROOT "/dossiers/isles";
const std::string cases = ARMISTICE_ROOT "/../shared/cases/gmcr/";

using testing::Ran;
Ran run(const std::string& arguments) { return testing::run("stability " + arguments, " 2>&1"); }

json told(const std::string& arguments) {
  const Ran ran = testing::run("stability " + arguments + " --json");
  EXPECT_EQ(ran.exit, 0) << arguments;
  return json::parse(ran.output);
}

// What is printed before the line that says how it came about.
std::string shown(const std::string& arguments) {
  const std::string all = run(arguments).output;
  return all.substr(0, all.find("\narmistice "));
}

TEST(StabilityCommand, PrintsThePrisoners) {
  EXPECT_EQ(shown(prisoners), R"(options, in the order of the code
     option                              party
  1  first-silent   First stays silent   First
  2  second-silent  Second stays silent  Second

The prisoners' dilemma: 4 states, 2 parties: for whom they are stable
  state  code                       First       Second      E
  0      NN    both speak           N G S Q SQ  N G S Q SQ  N G S Q SQ
  1      YN    First stays silent   . . . . .   N G S Q SQ
  2      NY    Second stays silent  N G S Q SQ  . . . . .
  3*     YY    both silent          . G S Q SQ  . G S Q SQ  . G S Q SQ
  N Nash, G GMR, S SMR, Q SEQ, SQ SSEQ; E: stable for all, an equilibrium; *: the status quo

equilibria: states stable for all
  notion  count  states
  Nash        1  0
  GMR         2  0, 3
  SMR         2  0, 3
  SEQ         2  0, 3
  SSEQ        2  0, 3
  answers by the rule "returns": nobody moves twice in a row, anybody may come back (the definition)
)");
  const json all = told(prisoners);
  EXPECT_EQ(all["stable"]["GMR"], json::parse("[[0, 2, 3], [0, 1, 3]]"));
  EXPECT_EQ(all["equilibria"]["SEQ"], json::parse("[0, 3]"));
  EXPECT_EQ(all["rule"], "returns");
  EXPECT_TRUE(all["attitude"].is_null());
  EXPECT_EQ(all["states"][3]["name"], "both silent");
  EXPECT_EQ(all["status_quo"], 3);
}

TEST(StabilityCommand, ExplainsInWords) {
  EXPECT_EQ(shown(prisoners + " --explain both-silent --notions GMR,Nash"),
            R"(The prisoners' dilemma: why state 3 (both silent) is stable or not, for each party
  party   notion            why
  First   Nash    unstable  First can move to 2 (Second stays silent), which it prefers.
          GMR     stable    First could move to 2 (Second stays silent), but Second can answer with 0 (both speak), worse for First.
  Second  Nash    unstable  Second can move to 1 (First stays silent), which it prefers.
          GMR     stable    Second could move to 1 (First stays silent), but First can answer with 0 (both speak), worse for Second.
  answers by the rule "returns": nobody moves twice in a row, anybody may come back (the definition)
)");
  EXPECT_NE(
      run(prisoners + " --explain 3 --lang zh").output.find("甲可移至 2（乙缄默），但乙可应以 0（双方招供），对甲更差"),
      std::string::npos);
  EXPECT_NE(run(prisoners + " --explain YN").output.find("whatever the others answer, it is better off than here."),
            std::string::npos);
}

TEST(StabilityCommand, ShowsHowPlayCanTravel) {
  EXPECT_EQ(shown(isles + " --from status-quo --to watched-truce"),
            R"(The Isles: who would move: how play can travel from state 3 (war)
  state                           E           moves  shortest way                          improving  shortest by improvements
      4  a truce that is watched  N G S Q SQ      3  North to 2, South to 0, Harbour to 4             cannot be reached
  an improvement is better, for who makes it, than the state before; nobody moves twice in a row
)");
  const json all = told(strait + " --from patrols");
  EXPECT_EQ(all["from"]["state"], 3);
  EXPECT_EQ(all["from"]["reached"].size(), 9u);
  EXPECT_TRUE(all["from"]["reached"][2]["improvements"].is_null());
}

TEST(StabilityCommand, KnowsStrengthMarginsAndCoalitions) {
  const json all = told(strait + " --coalition upland,lowland");
  EXPECT_EQ(all["strongly"]["Nash"][0], json::parse("[0, 2, 4, 5, 8]"));
  EXPECT_TRUE(all["margins"]["Nash"][0].is_null());
  EXPECT_EQ(all["margins"]["Nash"][2][0], 3.0);         // calm 6, escort 3
  EXPECT_TRUE(all["margins"]["Nash"][2][2].is_null());  // war: no move
  EXPECT_TRUE(all["coalitions"].contains("0,1"));
  EXPECT_NE(run(strait).output.find("\nmargins: how much better staying is"), std::string::npos);
}

TEST(StabilityCommand, NamesRuleAndAttitude) {
  EXPECT_NE(run(prisoners + " --rule single").output.find("the rule \"single\": one other party makes one move"),
            std::string::npos);
  const Temporary folder;
  const std::string file = (folder / "doubt.toml").string();
  std::string text = read_file(prisoners);
  text.replace(text.find("\"first-silent\", \"NOT"), 14, "{ that = \"first-silent\", unknown = true }");
  std::ofstream(file) << text;
  EXPECT_EQ(told(file)["attitude"], "b");
  EXPECT_EQ(told(file + " --attitude d")["attitude"], "d");
  EXPECT_NE(run(file + " --attitude a").output.find("by attitude a: a party leaves for what it cannot compare"),
            std::string::npos);
  EXPECT_EQ(run(file + " --coalitions").exit, 2);
}

TEST(StabilityCommand, SpeaksCsv) {
  const Ran ran = run(prisoners + " --csv");
  EXPECT_EQ(ran.exit, 0);
  EXPECT_NE(ran.output.find("\ncase,state,code,name,party,notion,verdict,margin\n"
                            "prisoners,0,NN,both speak,first,Nash,stable,\n"),
            std::string::npos);
}

TEST(StabilityCommand, WritesGraphvizAndGambit) {
  const Ran dot = run(strait + " --export dot");
  EXPECT_EQ(dot.exit, 0);
  EXPECT_NE(dot.output.find("digraph \"The strait\" {"), std::string::npos);
  EXPECT_NE(dot.output.find("  8 [label=\"8: blockade, tolls, escort\", peripheries=2, style=filled"),
            std::string::npos);
  const Ran nfg = run(prisoners + " --export nfg");
  EXPECT_TRUE(
      nfg.output.starts_with("NFG 1 R \"prisoners\" { \"first\" \"second\" }\n"
                             "{ { \"nothing\" \"first-silent\" }\n  { \"nothing\" \"second-silent\" }\n }\n"))
      << nfg.output;
  EXPECT_NE(nfg.output.find("{ \"3 YY\" 3, 3 }\n"), std::string::npos) << nfg.output;
  EXPECT_TRUE(nfg.output.ends_with("}\n1 2 3 4\n")) << nfg.output;
  const Ran limits = run(strait + " --export nfg");
  for (const char* part : {"7 of 16 cells are infeasible", "Irreversible options (strike)",
                           "Forbidden moves are allowed", "are ranks (larger is better)"})
    EXPECT_NE(limits.output.find(part), std::string::npos) << part;
}

TEST(StabilityCommand, WrongWordsAreRefused) {
  const auto wrong = [](const std::string& arguments, const std::string& message) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.exit, 2) << arguments;
    EXPECT_EQ(ran.output, "armistice stability: " + message + "\n");
  };
  wrong(
      prisoners + " --explain both-silnt",
      "prisoners has no state \"both-silnt\" (numbers from 0 to 3, or codes like YNY); did you mean \"both-silent\"?");
  wrong(prisoners + " --notions Nahs",
        "there is no notion \"Nahs\" (Nash, GMR, SMR, SEQ, SSEQ); did you mean \"Nash\"?");
  wrong(prisoners + " --coalition first,secnd", "there is no party \"secnd\"; did you mean \"second\"?");
  wrong(prisoners + " --coalition first", "--coalition wants two parties or more, not \"first\"");
}

TEST(StabilityCommand, PerturbsRankings) {
  const json one = told(strait + " --robust 500 --seed 3 --threads 1"),
             two = told(strait + " --robust 500 --seed 3 --threads 2");
  EXPECT_EQ(one["robust"], two["robust"]);
  EXPECT_EQ(one["robust"]["equilibrium_runs"]["Nash"][2], 500);  // war: nobody has a move
  EXPECT_NE(one["robust"], told(strait + " --robust 500 --seed 4")["robust"]);
  EXPECT_NE(run(strait + " --robust 500 --notions SEQ").output.find("in which share of 500 perturbed rankings"),
            std::string::npos);
}

TEST(StabilityCommand, TellsDilemmas) {
  EXPECT_EQ(shown(prisoners + " --dilemmas"), R"(The prisoners' dilemma: dilemmas of the confrontation
  party   dilemma     towards  why
  First   persuasion  Second   Second likes the threat, 3 (both silent), better than 2 (Second stays silent): nothing presses it to agree
          trust       Second   Second could move on from 2 (Second stays silent) to 0 (both speak), better for it: its word is hard to believe
  Second  persuasion  First    First likes the threat, 3 (both silent), better than 1 (First stays silent): nothing presses it to agree
          trust       First    First could move on from 1 (First stays silent) to 0 (both speak), better for it: its word is hard to believe
  First demands 2 (Second stays silent), Second demands 1 (First stays silent); if nobody gives way: 3 (both silent)
  the file has no [confrontation]: assumed that each demands what it likes best, and that the status quo goes on
)");
  const json all = told(strait + " --dilemmas")["confrontation"];
  EXPECT_FALSE(all["assumed"].get<bool>());
  EXPECT_EQ(all["positions"], json::parse("[0, 3, 0]"));
  EXPECT_EQ(all["dilemmas"].size(), 7u);
}

TEST(StabilityCommand, SaysWhatWouldMakeAStateAnEquilibrium) {
  const json all = told(prisoners + " --inverse both-silent")["inverse"];
  EXPECT_TRUE(all["GMR"]["already"].get<bool>());
  EXPECT_EQ(all["Nash"]["alternatives"][0]["pairs"], 2.0);
  EXPECT_EQ(all["Nash"]["alternatives"][0]["requirements"][1]["words"],
            "Second must like 3 (both silent) better than 1 (First stays silent)");
  EXPECT_NE(run(prisoners + " --inverse 1 --notions Nash --change second").output.find("nothing would"),
            std::string::npos);
}

TEST(StabilityCommand, FollowsTheStatusQuoAlongHistories) {
  const Temporary folder;
  const std::string study = (folder / "study").string();
  ASSERT_EQ(testing::run("forecast " + isles + " -n 300 --quiet --out " + study).exit, 0);
  const json one = told(isles + " --along " + study + " --threads 1")["along"];
  EXPECT_EQ(one, told(isles + " --along " + study + " --threads 2")["along"]);
  EXPECT_EQ(one["runs"], 300);
  EXPECT_EQ(one["preferences"], 2);
  EXPECT_EQ(one["going_on"][0], 300);
  const json& nash = one["Nash"];
  std::int64_t first = 0;
  for (const json& runs : nash["first_week"]) first += runs.get<std::int64_t>();
  EXPECT_EQ(nash["ceased"], first);
  EXPECT_GT(first, 0);
  EXPECT_EQ(nash["for_whom_first"], json::parse("[0, " + std::to_string(first) + ", 0]"));  // the South gives up
  EXPECT_EQ(told(isles + " --along " + study + " --runs 100")["along"]["runs"], 100);
  EXPECT_EQ(run(prisoners + " --along " + study).output,
            "armistice stability: --along wants a dossier, and its study: this is a file\n");
  const std::string copy = (folder / "isles").string();
  fs::copy(isles, copy);
  std::string graph = read_file(copy + "/graph.toml");
  graph.replace(graph.find("will south <"), 12, "will sout <");
  std::ofstream(copy + "/graph.toml") << graph;
  const Ran checked = testing::run("check " + copy, " 2>&1");
  EXPECT_EQ(checked.exit, 1);
  EXPECT_NE(checked.output.find("unknown series \"will sout\"\n"), std::string::npos) << checked.output;
  EXPECT_NE(checked.output.find("did you mean \"will south\"?\n1 problem\n"), std::string::npos) << checked.output;
}

TEST(StabilityCommand, LooksSomeMovesAhead) {
  EXPECT_EQ(told(prisoners + " --limited 2")["limited"]["equilibria"], json::parse("[0, 3]"));
  EXPECT_EQ(told(prisoners + " --limited 1")["limited"]["anticipated"], json::parse("[[0, 0, 2, 2], [0, 1, 0, 1]]"));
  EXPECT_EQ(told(prisoners + " --limited inf")["limited"]["period"], 1);
  EXPECT_EQ(run(strait + " --limited 2").exit, 2);
  EXPECT_EQ(run(prisoners + " --limited two").output,
            "armistice stability: --limited wants a number of moves up to 9999, or inf, not \"two\"\n");
}

json read_case(const std::string& name) { return json::parse(read_file(cases + name)); }

// Every verdict of a case, coalitions too.
void agree(const json& expected, const json& found) {
  for (const auto& [notion, of] : expected["oracle"].items()) {
    if (!found["stable"].contains(notion)) continue;  // SIM is not ours
    EXPECT_EQ(found["stable"][notion], of["stable"]) << expected["name"] << notion;
    EXPECT_EQ(found["equilibria"][notion], of["equilibria"]) << expected["name"] << notion;
  }
  for (const char* key : {"coalitions", "oracle_coalitions"}) {
    if (!expected.contains(key)) continue;
    for (const auto& [who, of] : expected[key].items()) {
      std::string members = who;
      const auto& parties = expected["decision_makers"];
      for (std::size_t p = 0; p < parties.size(); ++p) {  // by name or by number
        const std::string name = parties[p];
        const std::size_t at = members.find(name);
        if (at != std::string::npos) members.replace(at, name.size(), std::to_string(p));
      }
      for (const auto& [notion, stable] : of.items())
        EXPECT_EQ(found["coalitions"][members][notion], stable) << expected["name"] << who << notion;
    }
  }
}

TEST(StabilityCommand, AgreesWithThePublishedAndTheRandomCases) {
  if (!fs::exists(cases)) GTEST_SKIP() << "../shared is not beside the checkout";
  for (const char* name : {"Prisoners.json", "Cuban.json", "Elmira_Xu9.json"})
    agree(read_case(name), told(cases + name + " --coalitions"));
  EXPECT_EQ(told(cases + "Elmira_Xu9.json")["equilibria"]["SEQ"], json::parse("[4, 7, 8]"));
  const json witnesses = read_case("witness_ABA.json"), found = told(cases + "witness_ABA.json --coalitions");
  for (const json& one : found["cases"]) agree(witnesses[one["name"].get<std::string>()], one);
  const json random = read_case("random_suite.json"), all = told(cases + "random_suite.json --coalitions");
  ASSERT_EQ(all["cases"].size(), random["cases"].size());
  for (std::size_t k = 0; k < random["cases"].size(); ++k) agree(random["cases"][k], all["cases"][k]);
}

// Without payoffs and lists of states a case is the same: they follow from its patterns and statements.
TEST(StabilityCommand, StatementsGiveThePublishedRankings) {
  if (!fs::exists(cases)) GTEST_SKIP() << "../shared is not beside the checkout";
  const Temporary folder;
  for (const char* name : {"Prisoners.json", "Cuban.json"}) {
    json bare = read_case(name);
    const json whole = bare;
    bare.erase("payoffs"), bare.erase("feasible_decimal");
    const std::string file = (folder / name).string();
    std::ofstream(file) << bare.dump();
    agree(whole, told(file + " --coalitions"));
  }
}

TEST(StabilityCommand, ReasonsAgreeWithVerdicts) {
  for (const std::string rule : {"returns", "once", "single"})
    for (int s = 0; s < 9; ++s) {
      const json all = told(strait + " --rule " + rule + " --explain " + std::to_string(s));
      for (const auto& [notion, parties] : all["explain"]["why"].items())
        for (std::size_t p = 0; p < parties.size(); ++p) {
          const json& stable = all["stable"][notion][p];
          EXPECT_EQ(parties[p]["stable"], std::find(stable.begin(), stable.end(), s) != stable.end())
              << rule << s << notion << p;
        }
    }
}

// A quarter of a million states, which the tables take and rows for each would not.
TEST(StabilityCommand, TooManyRowsAreRefused) {
  const Temporary folder;
  std::string text =
      "[conflict]\nformat = 1\nid = \"big\"\ntitle = \"Big\"\n[party.a]\nname = \"A\"\n[party.b]\nname = \"B\"\n";
  for (int o = 0; o < 18; ++o)
    text += "[option.o" + std::to_string(o) + "]\nparty = \"" + (o % 2 == 0 ? "a" : "b") + "\"\nname = \"O\"\n";
  text += "[preference.a]\nstatements = [\"o0\", \"NOT o1\"]\n[preference.b]\nstatements = [\"NOT o0\", \"o1\"]\n";
  write_file_atomically(folder / "big.toml", text);
  const std::string file = (folder / "big.toml").string();
  const Ran ran = run(file + " --csv");
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(ran.output,
            "armistice stability: --csv has a row for each state, party and notion, 2621440 in all: at most 2000000; "
            "--json lists the stable states\n");
  EXPECT_EQ(run(file).exit, 0);
}

}  // namespace
}  // namespace armistice
