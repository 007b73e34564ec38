// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/solutions.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

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

}  // namespace
}  // namespace armistice
