// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/solutions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>

namespace armistice {
namespace {

using Json = nlohmann::json;
using Numbers = std::vector<double>;
using Packages = std::vector<std::uint64_t>;

// ---- The twin in exact fractions ----

std::vector<Literal> literals(const Json& json) {
  std::vector<Literal> out;
  for (const Json& l : json) out.push_back({l[0], l[1]});
  return out;
}

Space space_of(const Json& json) {
  Space space;
  space.parties = static_cast<int>(json["constant"].size());
  space.options = json["options"].get<std::vector<int>>();
  for (const Json& row : json["utility"])
    for (const double u : row) space.utility.push_back(u);
  space.constant = json["constant"].get<Numbers>();
  space.reservation = json["reservation"].get<Numbers>();
  for (const Json& link : json["interactions"])
    space.interactions.push_back({link["party"], literals(link["when"]), link["value"]});
  for (const Json& rule : json["implications"])
    space.implications.push_back({literals(rule["when"]), literals(rule["then"])});
  if (!json["cap"].is_null()) space.cap = json["cap"];
  return space;
}

void expect_near(const Numbers& got, const Json& wanted) {
  ASSERT_EQ(got.size(), wanted.size());
  for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], wanted[i].get<double>(), 1e-9);
}

void expect_frontier(const Frontier& got, const Json& wanted) {
  ASSERT_EQ(got.vectors, wanted["vectors"].size());
  ASSERT_EQ(got.utility.size(), got.vectors);
  ASSERT_EQ(got.package.size(), got.vectors);
  std::uint64_t packages = 0;
  for (std::size_t i = 0; i < got.vectors; ++i) {
    expect_near(got.utility[i], wanted["vectors"][i]);
    EXPECT_EQ(got.package[i], wanted["packages"][i][0].get<std::uint64_t>());
    packages += wanted["packages"][i].size();
  }
  EXPECT_EQ(got.packages, packages);
}

void expect_point(const std::optional<SolutionPoint>& got, const Json& wanted) {
  ASSERT_EQ(got.has_value(), !wanted.is_null());
  if (!got) return;
  const double value = wanted["value"];
  EXPECT_NEAR(got->value, value, 1e-9 * std::max(1.0, std::abs(value)));
  expect_near(got->utility, wanted["utility"]);
  EXPECT_EQ(got->vectors, wanted["vectors"].get<std::uint64_t>());
  EXPECT_EQ(got->packages, wanted["packages"].size());
  EXPECT_EQ(got->package, wanted["packages"].get<Packages>());
}

void expect_answer(const Solutions& got, const Json& wanted) {
  EXPECT_EQ(got.packages, wanted["packages"].get<std::uint64_t>());
  EXPECT_EQ(got.rational, wanted["rational"].get<std::uint64_t>());
  expect_near(got.ideal, wanted["ideal"]);
  expect_near(got.ideal_rational, wanted["ideal_rational"]);
  expect_near(got.worst, wanted["worst"]);
  expect_frontier(got.pareto, wanted["pareto"]);
  expect_frontier(got.pareto_rational, wanted["pareto_rational"]);
  expect_point(got.nash, wanted["nash"]);
  expect_point(got.kalai, wanted["kalai"]);
  expect_point(got.ks, wanted["ks"]);
  expect_point(got.utilitarian, wanted["utilitarian"]);
  expect_point(got.utilitarian_rational, wanted["utilitarian_rational"]);
}

// What a program prints, a line at a time.
std::vector<std::string> lines_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string text;
  std::vector<char> some(1 << 16);
  for (std::size_t n = 0; pipe && (n = fread(some.data(), 1, some.size(), pipe.get())) > 0;)
    text.append(some.data(), n);
  std::vector<std::string> lines;
  for (std::size_t begin = 0, end = 0; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1)
    lines.push_back(text.substr(begin, end - begin));
  return lines;
}

// Blocks of one package put every issue before the split, large ones none: links on both sides and across are met.
TEST(Solutions, TwinInExactFractions) {
  const auto lines = lines_of("/usr/bin/python3 '" ARMISTICE_ROOT "/tests/twins/settlement.py' 500");
  ASSERT_EQ(lines.size(), 500u);
  int zones = 0, ties = 0;
  for (const std::string& line : lines) {
    const Json json = Json::parse(line);
    const Space space = space_of(json["space"]);
    SolveOptions options;
    if (!json["space"]["weights"].is_null()) options.weights = json["space"]["weights"].get<Numbers>();
    for (const std::uint64_t block : {std::uint64_t{1}, std::uint64_t{40}, SolveOptions{}.block}) {
      options.block = block;
      expect_answer(solve(space, options), json["answer"]);
      if (HasFailure()) FAIL() << "blocks of " << block << " numbers: " << line;
    }
    const Json& nash = json["answer"]["nash"];
    zones += nash.is_null() ? 0 : 1;
    ties += !nash.is_null() && nash["packages"].size() > 1 ? 1 : 0;
  }
  EXPECT_GT(zones, 200);
  EXPECT_GT(500 - zones, 100);
  EXPECT_GT(ties, 80);
}

// ---- Known answers ----

// Two issues, each won by one party; the first matters more to the first party, the second to the second.
Space two_issues(double reservation) {
  Space space;
  space.parties = 2;
  space.options = {2, 2};
  space.utility = {0.6, 0, 0.4, 0, 0, 0.4, 0, 0.6};
  space.constant = {0, 0};
  space.reservation = {reservation, reservation};
  return space;
}

TEST(Solutions, TwoIssues) {
  const Solutions s = solve(two_issues(0.2));
  EXPECT_EQ(s.packages, 4u);
  EXPECT_EQ(s.rational, 2u);
  EXPECT_EQ(s.pareto.package, (Packages{0, 1, 3}));
  EXPECT_EQ(s.pareto_rational.package, (Packages{1}));
  EXPECT_EQ(s.pareto_rational.utility, (std::vector<Numbers>{{0.6, 0.6}}));
  EXPECT_EQ(s.ideal, (Numbers{1, 1}));
  EXPECT_EQ(s.ideal_rational, (Numbers{0.6, 0.6}));
  EXPECT_EQ(s.worst, (Numbers{0, 0}));
  EXPECT_NEAR(s.nash->value, 0.16, 1e-15);
  EXPECT_NEAR(s.kalai->value, 0.4, 1e-15);
  EXPECT_NEAR(s.ks->value, 1, 1e-15);
  EXPECT_NEAR(s.utilitarian->value, 1.2, 1e-15);
  for (const auto& point : {s.nash, s.kalai, s.ks, s.utilitarian_rational}) EXPECT_EQ(point->package, Packages{1});
}

// Nash (1950), section "examples": Bill and Jack exchange nine objects. Bill gives book, whip, ball and bat; Jack gives
// pen, toy and knife.
TEST(Solutions, NashBillAndJack) {
  const Numbers bill{2, 2, 2, 2, 4, 10, 4, 6, 2}, jack{4, 2, 1, 2, 1, 1, 1, 2, 2};
  Space space;
  space.parties = 2;
  space.options.assign(9, 2);  // 0: Bill has it in the end, 1: Jack
  for (const double u : bill) space.utility.insert(space.utility.end(), {u, 0});
  for (const double u : jack) space.utility.insert(space.utility.end(), {0, u});
  space.constant = {0, 0};
  space.reservation = {12, 6};
  const Solutions s = solve(space);
  ASSERT_TRUE(s.nash);
  EXPECT_NEAR(s.nash->value, 60, 1e-12);
  EXPECT_EQ(s.nash->utility, (Numbers{24, 11}));
  EXPECT_EQ(s.nash->package, Packages{number_of(space, {1, 1, 1, 1, 0, 0, 0, 0, 1})});
}

// GENIUS and others multiply negative gains and name a point here.
TEST(Solutions, NoZoneNoAnswer) {
  const Solutions s = solve(two_issues(0.8));
  EXPECT_EQ(s.packages, 4u);
  EXPECT_EQ(s.rational, 0u);
  EXPECT_EQ(s.pareto.vectors, 3u);
  EXPECT_EQ(s.pareto_rational.vectors, 0u);
  EXPECT_TRUE(s.ideal_rational.empty());
  EXPECT_FALSE(s.nash || s.kalai || s.ks || s.utilitarian_rational);
  EXPECT_NEAR(s.utilitarian->value, 1.2, 1e-15);
}

TEST(Solutions, NothingAllowed) {
  Space space = two_issues(0);
  space.implications = {{{}, {}}};
  const Solutions s = solve(space);
  EXPECT_EQ(s.packages, 0u);
  EXPECT_TRUE(s.ideal.empty() && s.worst.empty());
  EXPECT_FALSE(s.utilitarian || s.nash);
}

TEST(Solutions, WeightsMoveThePoint) {
  Space space = two_issues(0);
  space.constant = {0.1, 0.1};
  EXPECT_EQ(solve(space).nash->package, Packages{1});
  EXPECT_EQ(solve(space, {.weights = {9, 1}}).nash->package, Packages{0});
  EXPECT_EQ(solve(space, {.weights = {1, 0}}).kalai->package, Packages{0});
  EXPECT_NEAR(solve(space, {.weights = {3, 1}}).utilitarian->value, 3.4, 1e-15);
}

TEST(Solutions, KeepsTheFirstTies) {
  Space space = two_issues(0);
  space.utility.assign(8, 0.25);
  const Solutions s = solve(space, {.keep = 3, .frontier = false});
  EXPECT_EQ(s.nash->packages, 4u);
  EXPECT_EQ(s.nash->vectors, 1u);
  EXPECT_EQ(s.nash->package, (Packages{0, 1, 2}));
  EXPECT_EQ(s.pareto.vectors, 0u);
  EXPECT_EQ(solve(space, {.keep = 0}).nash->utility, (Numbers{0.5, 0.5}));
}

}  // namespace
}  // namespace armistice
