// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/conflict.h"

#include <gtest/gtest.h>

#include "armistice/theory/stability/stability.h"
#include "tests/model/folder.h"

// Conflict models: what is read, and the whole text of every complaint.
namespace armistice {
namespace {

using stability::Notion;
using stability::State;
using testing::Folder;
using testing::with;

const std::string ford = R"([conflict]
format = 1
id = "ford"
status_quo = "quiet"
[party.east]
name = { en = "East", zh = "东" }
[party.west]
[option.toll]
party = "east"
[option.wall]
party = "east"
irreversible = "on"
[option.raid]
party = "west"
[[infeasible]]
when = "wall AND raid"
[state.quiet]
is = "NNN"
[preference.east]
statements = ["NOT raid", { that = "toll IFF wall", source = ["C1", "C2"] }]
[preference.west]
ranking = ["quiet", ["NNY", "YNY"], ">>", 1, [2, 3]]
)";

std::vector<Conflict> read(const std::string& text, Problems& problems, const std::string& name = "m.toml",
                           const std::string& only = "") {
  const Folder folder(std::map<std::string, std::string>{{name, text}});
  return read_conflicts(folder.path / name, only, problems);
}

Conflict good(const std::string& text, const std::string& name = "m.toml") {
  Problems problems;
  std::vector<Conflict> all = read(text, problems, name);
  EXPECT_EQ(show(problems), "");
  EXPECT_EQ(all.size(), 1u);
  return all.empty() ? Conflict{} : std::move(all[0]);
}

std::string wrong(const std::string& text, const std::string& name = "m.toml", const std::string& only = "") {
  Problems problems;
  EXPECT_TRUE(read(text, problems, name, only).empty());
  return show(problems);
}

// The complaint about the ford with one replacement.
std::string wrong_with(const std::string& from, const std::string& to) { return wrong(with(ford, from, to)); }

TEST(Conflict, IsReadFromToml) {
  const Conflict c = good(ford);
  EXPECT_EQ(c.title.id, "ford");
  ASSERT_EQ(c.parties.size(), 2u);
  EXPECT_EQ(c.parties[0].name.zh, "东");
  // bits: toll 1, wall 2, raid 4; wall and raid together cannot be
  EXPECT_EQ(c.codes, (std::vector<std::uint64_t>{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(code_text(c, 3), "YYN");
  EXPECT_EQ(c.status_quo, State{0});
  EXPECT_EQ(c.graph.only_on, 2u);
  // no raid 2, toll as wall 1: 3 2 2 3 1 0
  EXPECT_EQ(c.graph.preference[0].rank, (std::vector<std::int32_t>{4, 3, 3, 4, 2, 1}));
  EXPECT_EQ(c.graph.preference[1].rank, (std::vector<std::int32_t>{4, 2, 1, 1, 3, 3}));
  EXPECT_EQ(c.graph.preference[1].block, (std::vector<std::int32_t>{2, 1, 1, 1, 2, 2}));
  EXPECT_EQ(c.parties[0].statements[1].text, "toll IFF wall");
  EXPECT_EQ(c.parties[0].statements[1].sources, (std::vector<std::string>{"C1", "C2"}));
  ASSERT_EQ(c.cited.size(), 1u);
  EXPECT_EQ(c.cited[0].place.line, 20);
}

TEST(Conflict, StatesAreFoundByNumberNameAndCode) {
  const Conflict c = good(ford);
  EXPECT_EQ(find_state(c, "quiet"), State{0});
  EXPECT_EQ(find_state(c, "5"), State{5});
  EXPECT_EQ(find_state(c, "YNY"), State{5});
  for (const char* none : {"", "6", "-1", "NYY", "YN", "loud", "1x"}) EXPECT_FALSE(find_state(c, none)) << none;
}

TEST(Conflict, HelpersAndCoalescedStates) {
  const Conflict c = good(R"toml([conflict]
format = 1
id = "three"
[party.a]
[party.b]
[option.x]
party = "a"
[option.y]
party = "a"
[option.z]
party = "b"
[[mutually_exclusive]]
options = ["x", "y"]
[[at_least_one]]
options = ["x", "y", "z"]
[[coalesced]]
when = "z AND (x OR y)"
id = "clash"
[[forbidden]]
party = "a"
from = "NOT z"
to = "x"
[preference.a]
utility = { YNN = 1.5, NYN = 2, NNY = -1, clash = 0 }
[preference.b]
pairs = ["clash > NNY = YNN", "clash > NYN"]
)toml");
  EXPECT_EQ(c.codes, (std::vector<std::uint64_t>{1, 2, 4, 5}));
  EXPECT_EQ(c.states[3].id, "clash");
  EXPECT_EQ(find_state(c, "NYY"), State{3});  // one with YNY
  EXPECT_FALSE(find_state(c, "YYY"));
  EXPECT_EQ(c.graph.preference[0].rank, (std::vector<std::int32_t>{3, 4, 1, 2}));
  EXPECT_EQ(c.graph.preference[0].utility, (std::vector<double>{1.5, 2, -1, 0}));
  std::vector<State> to;
  for_each_move(c.graph, 0, 1, [&](State t) { to.push_back(t); });
  EXPECT_TRUE(to.empty());  // from y to x is forbidden, and to leave both is no state
  const stability::Preference& b = c.graph.preference[1];
  EXPECT_TRUE(b.better(3, 0) && b.better(3, 1) && b.better(3, 2));
  EXPECT_TRUE(b.is_unknown(1, 0) && b.is_unknown(2, 1));
  EXPECT_FALSE(b.is_unknown(0, 2) || b.is_unknown(3, 1));
}

TEST(Conflict, GraphsGivenByTheirMoves) {
  const Conflict c = good(R"([conflict]
format = 1
id = "arcs"
[party.a]
[party.b]
[state.left]
[state.middle]
[state.right]
[[move]]
party = "a"
from = "left"
to = ["middle", 2]
[[move]]
party = "b"
from = ["middle", "right"]
to = "left"
back = true
[preference.a]
ranking = [["left", "middle", "right"]]
[preference.b]
utility = [3, 2, 1]
)");
  EXPECT_EQ(c.graph.states, 3u);
  EXPECT_EQ(code_text(c, 1), "");
  std::vector<State> to;
  for_each_move(c.graph, 1, 0, [&](State t) { to.push_back(t); });
  EXPECT_EQ(to, (std::vector<State>{1, 2}));
  EXPECT_EQ(c.graph.preference[0].rank, (std::vector<std::int32_t>{1, 1, 1}));
}

TEST(Conflict, StatementsBindAsTheyShould) {
  const auto ranks = [](const std::string& statement) {
    return good(with(ford, "\"NOT raid\"", "\"" + statement + "\"")).graph.preference[0].rank;
  };
  EXPECT_EQ(ranks("toll OR wall AND raid"), ranks("toll OR (wall AND raid)"));
  EXPECT_EQ(ranks("not toll and raid"), ranks("(NOT toll) AND raid"));
  EXPECT_EQ(ranks("toll IF raid"), ranks("toll OR NOT raid"));
  EXPECT_EQ(ranks("toll OR raid IFF raid"), ranks("NOT (toll AND NOT raid)"));
  EXPECT_EQ(ranks("-YN"), ranks("wall AND NOT raid"));
  EXPECT_NE(ranks("toll"), ranks("raid"));
}

TEST(Conflict, StatementsThatSayNothingAreNoted) {
  const Conflict c = good(with(ford, "NOT raid", "NOT (wall AND raid)"));
  EXPECT_EQ(c.notes, (std::vector<std::string>{
                         "the statement \"NOT (wall AND raid)\" of east is true of every state: it says nothing"}));
}

TEST(Conflict, ComplaintsPointIntoStatements) {
  EXPECT_EQ(wrong_with("wall AND raid", "wall AND NOT (raids)"), R"text(m.toml:16:23: unknown option "raids"
  when = "wall AND NOT (raids)"
                        ^
  did you mean "raid"?
1 problem
)text");
  EXPECT_EQ(wrong_with("wall AND raid", "wall AND (raid"), R"(m.toml:16:18: this "(" is not closed
  when = "wall AND (raid"
                   ^
1 problem
)");
  EXPECT_EQ(wrong_with("wall AND raid", "wall raid"), R"(m.toml:16:14: "raid" stands without an operator before it
  when = "wall raid"
               ^
  AND, OR, IF or IFF
1 problem
)");
  EXPECT_EQ(wrong_with("wall AND raid", "wall AND"), R"(m.toml:16:17: the statement ends where an option should stand
  when = "wall AND"
                  ^
1 problem
)");
  EXPECT_EQ(wrong_with("wall AND raid", "wall IF raid IFF toll"),
            R"(m.toml:16:22: a second "IFF" can be read in two ways
  when = "wall IF raid IFF toll"
                       ^
  put one of the two in parentheses
1 problem
)");
  EXPECT_EQ(wrong_with("wall AND raid", "墙"), R"(m.toml:16:9: "墙" where an option should stand
  when = "墙"
          ^
1 problem
)");
  EXPECT_EQ(wrong_with("wall AND raid", ""), R"(m.toml:16:9: this statement says nothing
  when = ""
          ^
1 problem
)");
  EXPECT_EQ(wrong_with("wall AND raid", "YN"), R"(m.toml:16:8: the pattern "YN" has 2 signs, and there are 3 options
  when = "YN"
         ^
1 problem
)");
  EXPECT_EQ(wrong_with("wall AND raid", std::string(200, '(') + "wall"),
            "m.toml:16:73: parentheses and NOT nest deeper than 64\n  when = \"" + std::string(200, '(') +
                "wall\"\n  " + std::string(72, ' ') + "^\n1 problem\n");
}

TEST(Conflict, RulesThatLeaveNoState) {
  const std::string rules = R"([[infeasible]]
when = "toll OR raid"
[[infeasible]]
when = "raid AND wall"
[[infeasible]]
when = "NOT toll")";
  EXPECT_EQ(wrong_with("[[infeasible]]\nwhen = \"wall AND raid\"", rules),
            R"(m.toml:20:8: with this no state is left that can be
  when = "NOT toll"
         ^
  it cannot go together with: "toll OR raid" (line 16)
1 problem
)");
}

TEST(Conflict, StrongAboveMild) {
  EXPECT_EQ(wrong_with(R"({ that = "toll IFF wall", source = ["C1", "C2"] })", R"({ that = "toll", strong = true })"),
            R"(m.toml:20:27: a strong statement stands below one that is not strong
  statements = ["NOT raid", { that = "toll", strong = true }]
                            ^
  strong ones come first
1 problem
)");
}

TEST(Conflict, StatementsThatCountForAWhile) {
  const std::string text = R"({ that = "toll IFF wall", source = ["C1", "C2"] })";
  const Conflict c = good(with(ford, text, R"({ that = "toll", while = ["front < 0.45", "will east >-1"] })"));
  const std::vector<Watch>& during = c.parties[0].statements[1].during;
  ASSERT_EQ(during.size(), 2u);
  EXPECT_EQ(during[0].series, "front");
  EXPECT_FALSE(during[0].above);
  EXPECT_EQ(during[0].bound, 0.45);
  EXPECT_EQ(during[1].series, "will east");
  EXPECT_TRUE(during[1].above);
  EXPECT_EQ(c.graph.preference[0].rank, (std::vector<std::int32_t>{2, 2, 2, 2, 1, 1}));  // NOT raid alone
  EXPECT_EQ(wrong_with(text, R"({ that = "toll", while = "front 0.45" })"),
            R"(m.toml:20:52: "front 0.45" is not a series and a bound
  statements = ["NOT raid", { that = "toll", while = "front 0.45" }]
                                                     ^
  like "front < 0.45"
1 problem
)");
}

TEST(Conflict, RankingsHaveEveryStateOnce) {
  EXPECT_EQ(wrong_with(", [2, 3]]", ", [2, 0]]"), R"(m.toml:22:50: state quiet is ranked twice (also in line 22)
  ranking = ["quiet", ["NNY", "YNY"], ">>", 1, [2, 0]]
                                                   ^
1 problem
)");
  EXPECT_EQ(wrong_with(", [2, 3]]", "]"), R"(m.toml:22:1: "ranking" leaves out 2 of 6 states: 2 (NYN), 3 (YYN)
  ranking = ["quiet", ["NNY", "YNY"], ">>", 1]
  ^
1 problem
)");
  EXPECT_EQ(wrong_with("\"quiet\", [", "\"quite\", ["), R"(m.toml:22:12: there is no state "quite"
  ranking = ["quite", ["NNY", "YNY"], ">>", 1, [2, 3]]
             ^
  did you mean "quiet"?
1 problem
)");
}

TEST(Conflict, PairsThatGoRoundInACircle) {
  const std::string ranking = R"(ranking = ["quiet", ["NNY", "YNY"], ">>", 1, [2, 3]])";
  EXPECT_EQ(wrong_with(ranking, R"(pairs = ["quiet > 1 > 2", "2 = 3 > 4", "4 > 5", "5 = 1"])"),
            R"(m.toml:22:54: this contradicts the pairs before it
  pairs = ["quiet > 1 > 2", "2 = 3 > 4", "4 > 5", "5 = 1"]
                                                       ^
  by them 1 (YNN) >= 2 (NYN) >= 3 (YYN) >= 4 (NNY) >= 5 (YNY)
1 problem
)");
}

TEST(Conflict, UtilitiesOfStatesThatAre) {
  const std::string ranking = R"(ranking = ["quiet", ["NNY", "YNY"], ">>", 1, [2, 3]])";
  EXPECT_EQ(wrong_with(ranking, "utility = { quite = 1, 1 = nan }"), R"(m.toml:22:13: there is no state "quite"
  utility = { quite = 1, 1 = nan }
              ^
  did you mean "quiet"?
m.toml:22:28: a utility is a finite number
  utility = { quite = 1, 1 = nan }
                             ^
2 problems
)");
  EXPECT_EQ(wrong_with(ranking, "utility = [1, 2]"), R"(m.toml:22:11: 2 utilities for 6 states
  utility = [1, 2]
            ^
1 problem
)");
}

TEST(Conflict, WhatIsMissingOrUnknown) {
  EXPECT_EQ(wrong_with("party = \"west\"", "party = \"wets\""), R"(m.toml:14:9: unknown party "wets"
  party = "wets"
          ^
  did you mean "west"?
1 problem
)");
  EXPECT_EQ(wrong_with("[preference.west]", "[preference.wets]"), R"(m.toml:7:8: [preference.west] is missing
  [party.west]
         ^
m.toml:21:13: unknown party "wets"
  [preference.wets]
              ^
  did you mean "west"?
2 problems
)");
  EXPECT_EQ(wrong_with("is = \"NNN\"", "is = \"toll\""),
            R"(m.toml:18:6: 3 states are so, and a name belongs to one: YNN and YYN for two
  is = "toll"
       ^
1 problem
)");
}

std::string many(int options) {
  std::string text = "[conflict]\nformat = 1\nid = \"many\"\n[party.one]\n";
  for (int k = 1; k <= options; ++k) text += "[option.o" + std::to_string(k) + "]\nparty = \"one\"\n";
  return text + "[preference.one]\nstatements = [\"o1\"]\n";
}

TEST(Conflict, TooManyOptionsAndStates) {
  EXPECT_EQ(wrong(many(63)), "m.toml:129:9: more than 62 options\n  [option.o63]\n          ^\n1 problem\n");
  EXPECT_EQ(
      wrong(many(23)),
      "m.toml: more than 4194304 states\n  leave out options, or say which of them cannot go together\n1 problem\n");
}

const std::string gmcr = R"({"version": 0.4,
 "options": [{"name": "Cooperate", "permittedDirection": "both"}, {"name": "Yield", "permittedDirection": "fwd"}],
 "decisionMakers": [
  {"name": "A", "options": [0], "preferences": ["-Y", ["N-", "-N"]]},
  {"name": "B", "options": [1], "preferences": ["Y-"], "preferenceRanking": [[2, 3], 1]}],
 "infeasibles": ["NY"], "coalitions": [0, 1], "useManualPreferenceRanking": false}
)";

TEST(Conflict, IsReadFromGmcr) {
  const Conflict c = good(gmcr, "two.gmcr");
  EXPECT_EQ(c.title.id, "two");
  EXPECT_EQ(c.codes, (std::vector<std::uint64_t>{0, 1, 3}));
  EXPECT_EQ(c.graph.only_on, 2u);
  EXPECT_EQ(c.graph.preference[0].rank, (std::vector<std::int32_t>{1, 1, 2}));
  EXPECT_EQ(c.graph.preference[1].rank, (std::vector<std::int32_t>{1, 2, 2}));
  EXPECT_EQ(c.parties[1].by, "statements");
  const Conflict by_hand =
      good(with(gmcr, "\"useManualPreferenceRanking\": false", "\"useManualPreferenceRanking\": true"), "two.gmcr");
  EXPECT_EQ(by_hand.parties[1].by, "ranking");
  EXPECT_EQ(by_hand.graph.preference[1].rank, (std::vector<std::int32_t>{1, 2, 2}));
  // decimals of the states: 0, 1 and 3
  const Conflict decimal =
      good(with(with(gmcr, "[[2, 3], 1]", "[3, 0, 1]"), "Ranking\": false", "Ranking\": true"), "two.gmcr");
  EXPECT_EQ(decimal.graph.preference[1].rank, (std::vector<std::int32_t>{2, 1, 3}));
}

TEST(Conflict, ComplaintsAboutGmcr) {
  EXPECT_EQ(wrong(with(gmcr, "[\"-Y\"", "[\"-YY\""), "two.gmcr"),
            R"(two.gmcr:4:49: the pattern "-YY" has 3 signs, and there are 2 options
    {"name": "A", "options": [0], "preferences": ["-YY", ["N-", "-N"]]},
                                                  ^
1 problem
)");
  EXPECT_EQ(wrong(with(gmcr, "\"options\": [1]", "\"options\": [0]"), "two.gmcr"),
            R"(two.gmcr:2:67: nobody has the option "Yield"
   "options": [{"name": "Cooperate", "permittedDirection": "both"}, {"name": "Yield", "permittedDirection": "fwd"}],
                                                                    ^
two.gmcr:5:29: option 0 has an owner already, A
    {"name": "B", "options": [0], "preferences": ["Y-"], "preferenceRanking": [[2, 3], 1]}],
                              ^
2 problems
)");
  EXPECT_EQ(wrong("{}", "x.json"),
            "x.json:1:1: no conflict model: neither \"decisionMakers\" (.gmcr) nor \"decision_makers\"\n  {}\n  ^\n1 "
            "problem\n");
}

const std::string cases = R"({"cases": [
{"name": "first", "decision_makers": ["a", "b"], "options": ["x", "y"], "option_owner": [0, 1],
 "option_direction": ["both", "back"], "infeasible_patterns": ["YY"], "feasible_decimal": [2, 0, 1],
 "payoffs": [[1, 2, 3], [5, 5, 0.5]]},
{"name": "second", "decision_makers": ["a", "b"], "n_states": 2, "arcs": [[[0, 1]], []], "payoffs": [[1, 2], [0, 0]]}
]}
)";

TEST(Conflict, CasesKeepTheOrderOfTheirStates) {
  Problems problems;
  const std::vector<Conflict> all = read(cases, problems, "c.json");
  EXPECT_EQ(show(problems), "");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].codes, (std::vector<std::uint64_t>{2, 0, 1}));
  EXPECT_EQ(all[0].graph.preference[1].rank, (std::vector<std::int32_t>{2, 2, 1}));
  EXPECT_EQ(all[0].graph.only_off, 2u);
  EXPECT_EQ(all[1].graph.states, 2u);
  EXPECT_EQ(read(cases, problems, "c.json", "second").size(), 1u);
  EXPECT_EQ(wrong(cases, "c.json", "secnd"),
            "c.json: there is no case \"secnd\"\n  did you mean \"second\"?\n1 problem\n");
  EXPECT_EQ(wrong(with(cases, "[[0, 1]]", "[[0, 2]]"), "c.json"), R"(c.json:5:80: a state is a whole number from 0 to 1
  {"name": "second", "decision_makers": ["a", "b"], "n_states": 2, "arcs": [[[0, 2]], []], "payoffs": [[1, 2], [0, 0]]}
                                                                                 ^
1 problem
)");
}

// graph.toml of a dossier.
std::string graph_problems(const std::string& graph) {
  const Folder folder({{"dossier.toml", testing::two_towns}, {"graph.toml", graph}});
  Problems problems;
  const auto dossier = read_dossier(folder.path, problems);
  EXPECT_EQ(show(problems), "");
  if (dossier) read_graph(*dossier, problems);
  return show(problems);
}

const std::string towns = R"([conflict]
format = 1
id = "bridge"
[party.north]
[party.south]
[option.hold]
party = "north"
[option.storm]
party = "south"
[preference.north]
statements = ["hold", { that = "NOT storm", source = "C9" }]
[preference.south]
statements = ["storm"]
)";

TEST(Conflict, TheGraphOfADossierCitesItsClaims) {
  EXPECT_EQ(graph_problems(towns), R"(graph.toml:11:23: unknown source or claim "C9"
  statements = ["hold", { that = "NOT storm", source = "C9" }]
                        ^
1 problem
)");
  EXPECT_EQ(graph_problems(with(with(towns, ", source = \"C9\"", ""), "[party.south]", "[party.sout]")),
            R"(graph.toml:5:8: the dossier has no party "sout"
  [party.sout]
         ^
  did you mean "south"?
graph.toml:5:8: [preference.sout] is missing
  [party.sout]
         ^
graph.toml:9:9: unknown party "south"
  party = "south"
          ^
  did you mean "sout"?
graph.toml:12:13: unknown party "south"
  [preference.south]
              ^
  did you mean "sout"?
4 problems
)");
  EXPECT_EQ(graph_problems(with(towns, ", source = \"C9\"", "")), "");
}

TEST(Conflict, TheGraphMovesNothingElseOfADossier) {
  const Folder plain({{"dossier.toml", testing::two_towns}}),
      with_graph({{"dossier.toml", testing::two_towns}, {"graph.toml", "not even TOML ["}});
  Problems problems;
  const auto a = read_dossier(plain.path, problems), b = read_dossier(with_graph.path, problems);
  EXPECT_EQ(show(problems), "");
  ASSERT_TRUE(a && b);
  EXPECT_EQ(a->hash, b->hash);
  EXPECT_FALSE(read_graph(*a, problems));
  EXPECT_EQ(show(problems), "");
}

}  // namespace
}  // namespace armistice
