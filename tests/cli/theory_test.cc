// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "armistice/base/file.h"
#include "armistice/theory/catalogue.h"
#include "tests/cli/program.h"

namespace armistice {
namespace {

using testing::Ran;
Ran run(const std::string& arguments) { return testing::run_both(arguments); }

nlohmann::json rows(const Ran& ran) { return nlohmann::json::parse(ran.output)["tables"][0]["rows"]; }

double number_of(const nlohmann::json& value) { return value.is_string() ? value == "yes" : value.get<double>(); }

TEST(TheoryCommand, EveryModelGivesItsWorkedNumbers) {
  for (const TheoryModel& model : theory_models()) {
    const Ran ran = run(example_command(model) + " --json");
    ASSERT_EQ(ran.exit, 0) << model.name << "\n" << ran.output;
    std::map<std::string, double> results;
    for (const auto& row : rows(ran)) results[row["result"]] = number_of(row["value"]);
    for (const auto& [name, expected] : model.example.expected) {
      ASSERT_TRUE(results.contains(name)) << model.name << " " << name;
      EXPECT_NEAR(results[name], expected, model.example.tolerance * std::max(1.0, std::fabs(expected)))
          << model.name << " " << name;
    }
  }
}

TEST(TheoryCommand, Text) {
  const Ran ran = run("theory fearon --win-chance 0.6 --ca 0.15 --cb 0.2");
  EXPECT_EQ(ran.exit, 0);
  EXPECT_TRUE(
      ran.output.starts_with("fearon: Which splits do both sides like better than war?\n"
                             "  result  value  meaning\n"
                             "  low      0.45  the least share that A takes rather than war\n"
                             "  high      0.8  the largest share that B leaves to A rather than war\n"
                             "  width    0.35  room for a deal\n"
                             "  split   0.625  A's share when both gain the same (not clipped)\n"
                             "  Given p = 0.6, ca = 0.15, cb = 0.2\n"
                             "  [p - cA, p + cB] within [0, 1]; even split p + (cB - cA) / 2\n"
                             "  Fearon 1995, International Organization 49(3)\n"))
      << ran.output;
}

TEST(TheoryCommand, ListAndHelpNameEveryModel) {
  const Ran list = run("theory --list --csv");
  EXPECT_EQ(list.exit, 0);
  for (const TheoryModel& model : theory_models())
    EXPECT_NE(list.output.find("\n" + model.name + ","), std::string::npos) << model.name;
  EXPECT_NE(run("theory --list").output.find("\nOffers and shares\n  model "), std::string::npos);
  const Ran help = run("theory wittman --help");
  EXPECT_EQ(help.exit, 0);
  for (const char* part : {"--pa,--a-thinks NUMBER", "Example:\n  armistice theory wittman --pa 0.7", "Wittman 1979"})
    EXPECT_NE(help.output.find(part), std::string::npos) << part;
}

TEST(TheoryCommand, Sweep) {
  const Ran ran = run("theory fearon --ca 0.15 --cb 0.2 --sweep p=0.1:0.9:0.1 --json");
  EXPECT_EQ(ran.exit, 0);
  const auto all = rows(ran);
  ASSERT_EQ(all.size(), 9u);
  EXPECT_EQ(all[2]["p"], 0.3);
  EXPECT_EQ(all[0]["low"], 0);
  EXPECT_NEAR(all[5]["split"], 0.625, 1e-12);
  const Ran parties = run("theory unanimity --delta 0.9 --sweep n=2:3:1 --json");
  EXPECT_EQ(rows(parties)[0]["share_3"], "");
  EXPECT_NEAR(rows(parties)[1]["share_3"], 0.2988929889298893, 1e-12);
}

TEST(TheoryCommand, WrongUsageIsTwoAndSaysWhy) {
  const auto refused = [](const std::string& arguments, const std::string& message) {
    const Ran ran = run("theory " + arguments);
    EXPECT_EQ(ran.exit, 2) << arguments;
    EXPECT_TRUE(ran.output.starts_with(message)) << ran.output;
  };
  refused("", "armistice theory: which model? See armistice theory --list\n");
  refused("fearn --p 0.2",
          "MODEL: there is no model \"fearn\"; did you mean \"fearon\"? (armistice theory --list names all)\n");
  refused("fearon --zz 1", "MODEL: fearon does not take \"1\", or not what stands before it; it has --p --ca --cb\n");
  refused("fearon --p 1.2 --ca 0.1",
          "armistice theory fearon: --p is 1.2, but must be in [0, 1] (chance that A wins the war)\n"
          "armistice theory fearon: --cb is missing: B's cost of war, at least 0\n"
          "See armistice theory fearon --help\n");
  refused("fearon --p x --ca 0.1 --cb 0.1", "armistice theory fearon: --p takes numbers such as 0.25, not \"x\"\n");
  refused("fearon --p nan --ca 0.1 --cb 0.1", "armistice theory fearon: --p is nan, but must be in [0, 1]");
  refused("verdict --h 0.5 --low 0.6 --high 0.9 --ps 0.4 --pw 0.6",
          "armistice theory verdict: --h must lie between --low and --high\n");
}

TEST(TheoryCommand, WrongSweeps) {
  const auto refused = [](const std::string& sweep, const std::string& message) {
    const Ran ran = run("theory fearon --ca 0.1 --cb 0.1 --sweep " + sweep);
    EXPECT_EQ(ran.exit, 2) << sweep;
    EXPECT_TRUE(ran.output.starts_with("armistice theory fearon: --" + message + "\n")) << ran.output;
  };
  refused("p=1", "sweep takes NAME=FIRST:LAST:STEP such as p=0.1:0.9:0.1, not \"p=1\"");
  refused("q=0:1:0.1", "sweep names \"q\": fearon has no --q");
  refused("ca=0:1:0.1", "sweep and --ca both set ca");
  refused("p=0:1:0", "sweep goes from FIRST to LAST in at most 10000 steps, not by \"p=0:1:0\"");
  refused("p=0.5:1.5:0.5", "p is 1.5, but must be in [0, 1] (chance that A wins the war)");
}

// The page shows each model's command and what it gives; both come from the catalogue.
TEST(TheoryCommand, ThePageShowsEveryModel) {
  const std::string page = read_file(ARMISTICE_ROOT "/docs/theory.md");
  for (const TheoryModel& model : theory_models()) {
    std::string line = "armistice " + example_command(model) + "  #";
    for (const auto& [name, value] : model.example.expected)
      line += fmt::format("{}{} {:.5g}", line.ends_with('#') ? " " : ", ", name, value);
    EXPECT_NE(page.find("\n" + line + "\n"), std::string::npos) << line;
    EXPECT_NE(page.find(model.formula), std::string::npos) << model.name;
  }
}

}  // namespace
}  // namespace armistice
