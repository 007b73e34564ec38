// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "tests/model/folder.h"

namespace armistice {
namespace {

using testing::problems_of;
using testing::problems_with;
using testing::two_towns;
using testing::with;

// The messages alone, one a line.
std::string messages(const std::string& shown) {
  std::string all;
  for (std::size_t at = 0; at < shown.size();) {
    const std::size_t end = shown.find('\n', at);
    const std::string line = shown.substr(at, end - at);
    if (line.starts_with("dossier.toml") || line.starts_with("text-") || line.starts_with("e")) all += line + "\n";
    at = end + 1;
  }
  return all;
}

TEST(Check, NamesThatPointNowhere) {
  EXPECT_EQ(problems_with("party = \"south\"", "party = \"suoth\""),
            "dossier.toml:16:9: unknown party \"suoth\"\n"
            "  party = \"suoth\"\n"
            "          ^\n"
            "  did you mean \"south\"?\n"
            "1 problem\n");
  EXPECT_EQ(problems_with("party = \"south\"", "party = \"river\""),
            "dossier.toml:16:9: \"river\" is a front, not a party\n"
            "  party = \"river\"\n"
            "          ^\n"
            "1 problem\n");
  EXPECT_EQ(problems_with("{ bridge = \"south-holds\" }", "{ bridge = \"south-hold\" }"),
            "dossier.toml:17:18: unknown option \"south-hold\" of issue \"bridge\"\n"
            "  aim = { bridge = \"south-hold\" }\n"
            "                   ^\n"
            "  did you mean \"south-holds\"?\n"
            "1 problem\n");
}

TEST(Check, Roles) {
  EXPECT_EQ(messages(problems_with("roles = [\"belligerent\", \"signatory\"]", "roles = [\"signatory\"]")),
            "dossier.toml:7:8: \"north\" is the party of a side and lacks the role \"belligerent\"\n");
  EXPECT_EQ(messages(problems_with("party = \"south\"", "party = \"north\"")),
            "dossier.toml:10:8: \"south\" is a belligerent and the party of no side\n"
            "dossier.toml:16:9: both sides have the same party\n");
  EXPECT_EQ(messages(problems_of(two_towns + "[party.us]\n[mediation]\nmediator = \"us\"\n")),
            "dossier.toml:37:12: the mediator presses nobody: \"first\" is missing\n");
  EXPECT_EQ(messages(problems_of(two_towns + "[party.us]\n[mediation]\nmediator = \"us\"\nfirst = \"us\"\n")),
            "dossier.toml:38:9: \"first\" must be the party of a side, \"north\" or \"south\"\n");
}

TEST(Check, Links) {
  EXPECT_EQ(messages(problems_of(two_towns + "[aid.x]\nfrom = \"north\"\nto = \"north\"\n")),
            "dossier.toml:37:6: a party cannot give aid to itself\n");
  EXPECT_EQ(messages(problems_of(two_towns + "[channel.c]\nmembers = [\"north\", \"nroth\"]\nbias = { est = 1 }\n")),
            "dossier.toml:36:21: unknown party \"nroth\"\n"
            "dossier.toml:37:16: unknown party \"est\"\n");
  EXPECT_EQ(messages(problems_with("hold = 0.2", "spends = [\"nobody\"]")),
            "dossier.toml:22:11: unknown party \"nobody\"\n");
}

TEST(Check, Weights) {
  EXPECT_EQ(problems_with("weight = 1\nopen = 0.4\nnorth-holds = 1", "weight = 0.85\nopen = 0.4\nnorth-holds = 1"),
            "dossier.toml:24:8: the weights of \"north\" sum to 0.85, not 1\n"
            "  [value.north.bridge]\n"
            "         ^\n"
            "1 problem\n");
  EXPECT_EQ(problems_with("weight = 1\n", "weight = 0.99\n"), "");
}

TEST(Check, ValueTables) {
  EXPECT_EQ(problems_with("north-holds = 0\n", "north-hold = 0\n"),
            "dossier.toml:29:14: \"south\" does not value option \"north-holds\" of issue \"bridge\"\n"
            "  [value.south.bridge]\n"
            "               ^\n"
            "dossier.toml:32:1: \"north-hold\" is no option of issue \"bridge\"\n"
            "  north-hold = 0\n"
            "  ^\n"
            "  did you mean \"north-holds\"?\n"
            "2 problems\n");
  EXPECT_EQ(messages(problems_of(two_towns + "[issue.toll.option.none]\n")),
            "dossier.toml:7:8: \"north\" does not value issue \"toll\"\n"
            "dossier.toml:10:8: \"south\" does not value issue \"toll\"\n"
            "dossier.toml:13:9: the aim of side A says nothing on issue \"toll\"\n"
            "dossier.toml:16:9: the aim of side B says nothing on issue \"toll\"\n");
  EXPECT_EQ(messages(problems_with("refuses = [\"north-holds\"]", "refuses = [\"nort-holds\"]")),
            "dossier.toml:34:12: unknown option \"nort-holds\" of issue \"bridge\"\n");
}

TEST(Check, Audiences) {
  const std::string voters =
      "[audience.voters]\nparty = \"south\"\n[value.voters.bridge]\nweight = 1\nopen = 0\nnorth-holds = 0\n";
  EXPECT_EQ(messages(problems_of(two_towns + voters)),
            "dossier.toml:37:15: \"voters\" does not value option \"south-holds\" of issue \"bridge\"\n");
  EXPECT_EQ(problems_of(two_towns + voters + "south-holds = 1\n"), "");
  EXPECT_EQ(messages(problems_of(two_towns + "[audience.north]\nparty = \"north\"\n")),
            "dossier.toml:35:11: \"north\" is the id of a party and of an audience\n");
}

TEST(Check, Fronts) {
  EXPECT_EQ(messages(problems_with("[front.river]", "[front.river]\narea_A_aim = 0\nweight = 0.5")),
            "dossier.toml:18:8: front \"river\": area_A_aim (0) must be above area_B_aim (0)\n"
            "dossier.toml:18:8: the weights of the fronts sum to 0.5, not 1\n");
  EXPECT_EQ(messages(problems_with("[front.river]", "[front.river]\narea_now = 2000")),
            "dossier.toml:18:8: front \"river\": area_now (2000) lies outside the aims, 0 to 1000\n");
}

TEST(Check, OneIssueNamesTheFront) {
  const std::string second =
      "[issue.strip]\n[issue.strip.option.north]\nfront = 0.7\n[issue.ford]\n[issue.ford.option.south]\nfront = 0.2\n";
  EXPECT_NE(problems_of(two_towns + second).find("issues \"strip\" and \"ford\" both name a front"), std::string::npos)
      << problems_of(two_towns + second);
}

TEST(Check, Constraints) {
  const std::string three =
      "[[constraint]]\nwhen = { bridge = \"open\" }\nwhy = \"decide\"\n"
      "[[constraint]]\nwhen = { bridge = \"north-holds\" }\n[[constraint]]\nwhen = { bridge = \"south-holds\" }\n";
  EXPECT_EQ(problems_of(two_towns + three),
            "dossier.toml:35:1: the constraint forbids leaving every issue open\n"
            "  [[constraint]]\n"
            "  ^\n"
            "  then talks could not begin\n"
            "dossier.toml:35:1: the constraints forbid every package\n"
            "  [[constraint]]\n"
            "  ^\n"
            "2 problems\n");
  EXPECT_EQ(problems_of(two_towns +
                        "[[constraint]]\nwhen = { bridge = \"north-holds\" }\nthen = { bridge = [\"open\", \"x\"] }\n"),
            "dossier.toml:37:28: unknown option \"x\" of issue \"bridge\"\n"
            "  then = { bridge = [\"open\", \"x\"] }\n"
            "                             ^\n"
            "1 problem\n");
}

TEST(Check, TextsAgainstConstraints) {
  const std::string constraint = "[[constraint]]\nwhen = { bridge = \"north-holds\" }\nwhy = \"the law\"\n";
  const std::string text =
      "[text]\nid = \"plan\"\ndate = 2025-01-01\n[[clause]]\nnumber = 1\nissue = \"bridge\"\noption = "
      "\"north-holds\"\n";
  EXPECT_EQ(problems_of({{"dossier.toml", two_towns + constraint}, {"text-plan.toml", text}}),
            "text-plan.toml:2:6: text \"plan\" breaks the constraint at dossier.toml:35 (the law)\n"
            "  id = \"plan\"\n"
            "       ^\n"
            "1 problem\n");
  const std::string twice = text + "[[clause]]\nnumber = 7\nissue = \"bridge\"\noption = \"open\"\n";
  EXPECT_EQ(problems_of({{"dossier.toml", two_towns}, {"text-plan.toml", twice}}),
            "text-plan.toml:10:9: clauses 1 and 7 of text \"plan\" both name issue \"bridge\"\n"
            "  issue = \"bridge\"\n"
            "          ^\n"
            "1 problem\n");
  EXPECT_EQ(messages(problems_of(with(two_towns, "war_began", "table = \"plan\"\nwar_began"))),
            "dossier.toml:6:9: unknown text \"plan\"\n");
}

TEST(Check, EvidenceAndDates) {
  const std::string events =
      "[[event]]\nid = \"a\"\ndate = 2025-01-09\nknown = 2025-01-08\nkind = \"talk\"\nsource = \"s2\"\n"
      "[[event]]\nid = \"b\"\ndate = 2027-02-28\nkind = \"deadline\"\n"
      "[[event]]\nid = \"c\"\ndate = 2025-06-01\nknown = 2025-01-01\nkind = \"election\"\nparty = \"sout\"\n";
  const std::string evidence = "[claim.c1]\nsource = \"s3\"\nclaim = \"x\"\n";
  EXPECT_EQ(messages(problems_of({{"dossier.toml", two_towns},
                                  {"events.toml", events},
                                  {"evidence.toml", evidence},
                                  {"sources.toml", "[source.s1]\ntitle = \"S\"\n"}})),
            "events.toml:2:6: unknown source or claim \"s2\"\n"
            "events.toml:2:6: event \"a\" is known on 2025-01-08, before it happens on 2025-01-09\n"
            "events.toml:8:6: event \"b\" on 2027-02-28 lies beyond the horizon, 2027-02-27\n"
            "events.toml:16:9: unknown party \"sout\"\n"
            "evidence.toml:2:10: unknown source \"s3\"\n");
  EXPECT_EQ(messages(problems_with("war_began = 2024-03-01", "war_began = 2025-03-02")),
            "dossier.toml:3:6: the forecast stands on 2025-03-01, before the war began on 2025-03-02\n");
}

TEST(Check, AHardTangleOfConstraintsEndsSoon) {
  std::string text = two_towns;
  for (int i = 0; i < 60; ++i) text += fmt::format("[issue.i{}.option.yes]\n", i);
  for (int i = 0; i < 59; ++i) {
    text += fmt::format("[[constraint]]\nwhen = {{ i{} = \"open\" }}\nthen = {{ i{} = \"yes\" }}\n", i, i + 1);
  }
  const testing::Folder folder;
  folder.add("dossier.toml", text);
  Problems problems;
  const auto dossier = read_dossier(folder.path, problems);
  ASSERT_TRUE(dossier) << show(problems);
  check_meaning(*dossier, problems);
  const auto says = [](const char* message) { return [message](const Problem& p) { return p.message == message; }; };
  EXPECT_TRUE(std::any_of(problems.begin(), problems.end(), says("the constraint forbids leaving every issue open")));
  EXPECT_TRUE(std::none_of(problems.begin(), problems.end(), says("the constraints forbid every package")));
}

}  // namespace
}  // namespace armistice
