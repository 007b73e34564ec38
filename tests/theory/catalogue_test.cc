// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace armistice {
namespace {

using Given = std::map<std::string, std::vector<double>>;

Given given_by(const WorkedExample& example) { return {example.given.begin(), example.given.end()}; }

const TheoryResult* outcome(const TheoryResults& outcomes, const std::string& name) {
  const auto at = std::find_if(outcomes.begin(), outcomes.end(), [&](const TheoryResult& o) { return o.name == name; });
  return at == outcomes.end() ? nullptr : &*at;
}

TEST(Catalogue, EveryWorkedNumberComesOut) {
  for (const TheoryModel& model : theory_models()) {
    std::vector<std::string> objections;
    const auto arguments = arguments_for(model, given_by(model.example), objections);
    ASSERT_TRUE(arguments) << model.name << ": " << objections.front();
    EXPECT_FALSE(model.example.expected.empty()) << model.name;
    const TheoryResults outcomes = model.evaluate(*arguments);
    for (const auto& [name, expected] : model.example.expected) {
      const TheoryResult* found = outcome(outcomes, name);
      ASSERT_TRUE(found) << model.name << " " << name;
      EXPECT_NEAR(found->value, expected, model.example.tolerance * std::max(1.0, std::fabs(expected)))
          << model.name << " " << name;
    }
  }
}

TEST(Catalogue, EveryEntryIsWhole) {
  std::set<std::string> names;
  // Words of the command line that every command has.
  const std::set<std::string> taken = {"seed", "threads", "json", "csv",   "quiet",
                                       "lang", "help",    "list", "sweep", "version"};
  for (const TheoryModel& model : theory_models()) {
    EXPECT_TRUE(names.insert(model.name).second) << model.name << " is there twice";
    for (const std::string& text : {model.question, model.source, model.formula, model.section})
      EXPECT_FALSE(text.empty()) << model.name;
    std::set<std::string> parameters = taken;
    for (const TheoryParameter& parameter : model.parameters) {
      EXPECT_TRUE(parameters.insert(parameter.name).second) << model.name << " --" << parameter.name;
      EXPECT_TRUE(parameters.insert(parameter.long_name).second) << model.name << " --" << parameter.long_name;
      EXPECT_FALSE(parameter.meaning.empty()) << model.name << " --" << parameter.name;
      for (double value : parameter.otherwise)
        EXPECT_TRUE(contains(parameter.legal, value)) << model.name << " --" << parameter.name;
    }
  }
  EXPECT_GE(names.size(), 40u);
}

TEST(Catalogue, LongNamesAndWhatIsLeftOut) {
  std::vector<std::string> objections;
  const TheoryModel& wittman = *find_theory_model("wittman");
  const auto arguments =
      arguments_for(wittman, {{"a-thinks", {0.7}}, {"pb", {0.4}}, {"cost-a", {0.1}}, {"cb", {0.1}}}, objections);
  ASSERT_TRUE(arguments);
  EXPECT_EQ((*arguments)("pa"), 0.7);
  EXPECT_EQ((*arguments)("shock"), 0);
  EXPECT_EQ((*arguments)("bend-a"), 1);
  EXPECT_EQ(find_theory_model("wittmann"), nullptr);
}

TEST(Catalogue, WhatIsWrongIsNamedAllAtOnce) {
  const auto wrong = [](const char* name, const Given& given) {
    std::vector<std::string> objections;
    EXPECT_FALSE(arguments_for(*find_theory_model(name), given, objections));
    return objections;
  };
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrong("fearon", {{"p", {1.4}}, {"ca", {0.1}}}),
            (Lines{"--p is 1.4, but must be in [0, 1] (chance that A wins the war)",
                   "--cb is missing: B's cost of war, at least 0"}));
  EXPECT_EQ(
      wrong("fearon", {{"p", {0.5, 0.6}}, {"ca", {}}, {"cb", {0.1}}, {"cost-b", {0.1}}, {"x", {1}}}),
      (Lines{"--p takes one number", "--ca has no number", "--cb and --cost-b are the same", "fearon has no --x"}));
  EXPECT_EQ(wrong("screening", {{"p", {0.5}}, {"ca", {0.1}}, {"low", {0.4}}, {"high", {0.1}}}),
            (Lines{"--low is above --high"}));
  EXPECT_EQ(wrong("forts", {{"held", {2.5}}, {"forts", {10}}, {"p", {std::nan("")}}}),
            (Lines{"--held is 2.5, but must be a whole number from 0 to 100000 (forts that A holds)",
                   "--p is nan, but must be in [0, 1] (chance that A wins a battle and a fort)"}));
}

TEST(Catalogue, Domains) {
  EXPECT_EQ(show(LegalRange{}), "any number");
  EXPECT_EQ(show(LegalRange{.low = 0}), "at least 0");
  EXPECT_EQ(show(LegalRange{.low = 0, .above_low = true}), "above 0");
  EXPECT_EQ(show(LegalRange{.high = 2}), "at most 2");
  EXPECT_EQ(show(LegalRange{.high = 2, .below_high = true}), "below 2");
  EXPECT_EQ(show(LegalRange{.low = 0, .high = 1, .below_high = true}), "in [0, 1)");
  EXPECT_FALSE(contains({.low = 0, .high = 1, .below_high = true}, 1));
  EXPECT_TRUE(contains({.low = 0, .high = 1}, 1));
  EXPECT_FALSE(contains({}, std::numeric_limits<double>::infinity()));
}

TEST(Catalogue, WordsForPeople) {
  EXPECT_EQ(example_command(*find_theory_model("nash")), "theory nash --d 0.35,0.2,0.1 --a 0.5,0.3,0.2");
  EXPECT_EQ(short_source(*find_theory_model("outside-option")), "Binmore, Shaked and Sutton 1989");
  EXPECT_EQ(short_source(*find_theory_model("exhaustion")), "Arithmetic");
}

}  // namespace
}  // namespace armistice
