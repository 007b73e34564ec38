// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"
#include "tests/output/temporary.h"

// `armistice deals` on domains: spaces too large to list, certificates, lotteries, logrolling, protocols.
namespace armistice {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;
using testing::Ran;
const std::string orchard = ARMISTICE_ROOT "/tests/domains/orchard";

Ran run(const std::string& arguments) { return testing::run_both("deals " + arguments); }

json told(const std::string& arguments) {
  const Ran ran = testing::run("deals " + arguments + " --json");
  EXPECT_EQ(ran.exit, 0) << arguments;
  return json::parse(ran.output);
}

struct Side {
  std::string name;
  double reservation = 0;
  std::vector<double> weight;                   // (issue)
  std::vector<std::vector<double>> evaluation;  // (issue)(option), the highest of each issue 1
};

// Writes a GENIUS domain whose options are called a, b, c...
std::string written(const fs::path& folder, const std::vector<std::string>& issues, const std::vector<Side>& sides) {
  fs::create_directories(folder);
  const auto body = [&](const Side* side) {
    std::string xml = "<utility_space><objective index=\"0\" name=\"root\" type=\"objective\">\n";
    for (std::size_t k = 0; k < issues.size(); ++k) {
      xml += fmt::format("<issue index=\"{}\" name=\"{}\" type=\"discrete\" vtype=\"discrete\">", k + 1, issues[k]);
      for (std::size_t o = 0; o < sides[0].evaluation[k].size(); ++o)
        xml += fmt::format("<item index=\"{}\" value=\"{}\"{}/>", o + 1, static_cast<char>('a' + o),
                           side ? fmt::format(" evaluation=\"{}\"", side->evaluation[k][o]) : "");
      xml += "</issue>\n";
      if (side) xml += fmt::format("<weight index=\"{}\" value=\"{}\"/>\n", k + 1, side->weight[k]);
    }
    return xml + "</objective>" + (side ? fmt::format("<reservation value=\"{}\"/>", side->reservation) : "") +
           "</utility_space>";
  };
  std::ofstream(folder / "domain.xml") << "<negotiation_template>" << body(nullptr) << "</negotiation_template>";
  for (const Side& side : sides) std::ofstream(folder / (side.name + ".xml")) << body(&side);
  return folder.string();
}

// Five parties on 28 issues of four options: 2^56 packages. Every party likes another option best, more or less.
std::vector<Side> five(double reservation) {
  std::vector<Side> sides;
  for (int p = 0; p < 5; ++p) {
    Side side{.name = fmt::format("p{}", p), .reservation = reservation, .weight = {}, .evaluation = {}};
    for (int k = 0; k < 28; ++k) {
      side.weight.push_back((1 + (7 * p + 3 * k) % 10) / 200.0);
      std::vector<double> row;
      for (int o = 0; o < 4; ++o) row.push_back(((11 * p + 5 * k * o + 13 * o + p * o) % 17) / 16.0);
      row[static_cast<std::size_t>(p + k) % 4] = 1;
      side.evaluation.push_back(row);
    }
    sides.push_back(side);
  }
  return sides;
}

std::vector<std::string> numbered(int count) {
  std::vector<std::string> names;
  for (int k = 1; k <= count; ++k) names.push_back(fmt::format("issue{}", k));
  return names;
}

double least_share(const json& point, const json& all) {
  double least = INFINITY;
  for (std::size_t p = 0; p < 5; ++p) {
    const double r = all["agents"][p]["reservation"].get<double>();
    least = std::min(least, (point["u"][p].get<double>() - r) / (all["ideal_ir"][p].get<double>() - r));
  }
  return least;
}

TEST(DealsSearch, TooManyPackagesAreSearchedWithProofs) {
  const Temporary t;
  const std::vector<Side> sides = five(0.3);
  const std::string domain = written(t / "big", numbered(28), sides);
  const json all = told(domain);
  EXPECT_EQ(all["n_outcomes"], std::uint64_t{1} << 56);
  for (const char* key : {"n_ir_outcomes", "frontier", "nearest", "certificate"})
    EXPECT_TRUE(all[key].is_null()) << key;
  EXPECT_TRUE(all["pareto"]["n_vectors"].is_null());
  for (const char* key : {"nash", "kalai", "ks", "utilitarian", "utilitarian_ir"}) {
    const json& point = all[key];
    ASSERT_FALSE(point.is_null()) << key;
    EXPECT_GE(point["bound"].get<double>(), point["value"].get<double>() - 1e-9) << key;
    if (point["proved"].get<bool>()) {
      EXPECT_NEAR(point["bound"].get<double>(), point["value"].get<double>(), 2e-9) << key;
    }
    for (std::size_t p = 0; p < sides.size(); ++p) {  // the utilities are those of the package named
      double u = 0;
      for (std::size_t k = 0; k < 28; ++k) {
        const std::string option = point["outcomes"][0][k].get<std::string>();
        u += sides[p].weight[k] * sides[p].evaluation[k][static_cast<std::size_t>(option[0] - 'a')];
      }
      EXPECT_NEAR(point["u"][p].get<double>(), u, 1e-9) << key;
    }
  }
  EXPECT_GE(least_share(all["ks"], all), least_share(all["nash"], all) - 1e-9);
  EXPECT_GE(least_share(all["ks"], all), least_share(all["kalai"], all) - 1e-9);
  const std::string text = run(domain).output;
  for (const char* part :
       {"\n  allowed                                72057594037927936\n",
        "too many to look at each: best packages are searched for, ", "; the frontier is not listed\n",
        "\nbest packages, and what each party gets\n", "  no more than  proved "})
    EXPECT_NE(text.find(part), std::string::npos) << part << text;
}

TEST(DealsSearch, NoZoneInALargeSpaceIsProvedAndExplained) {
  const Temporary t;
  const json all = told(written(t / "big", numbered(28), five(0.85)));
  EXPECT_EQ(all["n_ir_outcomes"], 0);
  EXPECT_TRUE(all["nash"].is_null());
  EXPECT_FALSE(all["nearest"].is_null());
  EXPECT_GE(all["certificate"]["parties"].size(), 1u);
  EXPECT_GE(all["certificate"]["parties"].size() + all["certificate"]["issues"].size(),
            all["certificate"]["least"].get<std::size_t>());
}

// A price that both want, and a colour that neither minds.
std::vector<Side> haggle(double reservation) {
  return {{.name = "Buyer", .reservation = reservation, .weight = {0.8, 0.2}, .evaluation = {{1, 0}, {1, 1}}},
          {.name = "Seller", .reservation = reservation, .weight = {0.8, 0.2}, .evaluation = {{0, 1}, {1, 1}}}};
}

TEST(DealsSearch, NoZoneComesWithACertificateAndLotteriesMayStillAgree) {
  const Temporary t;
  const std::string domain = written(t / "haggle", {"Price", "Colour"}, haggle(0.5));
  const Ran ran = run(domain + " --lotteries");
  EXPECT_NE(ran.output.find("\nBuyer and Seller cannot agree already on Price, whatever the rest.\n"),
            std::string::npos)
      << ran.output;
  EXPECT_NE(ran.output.find("\nNo single package is rational for all, but lotteries are: there is a zone of agreement"),
            std::string::npos);
  const json all = told(domain + " --lotteries");
  EXPECT_EQ(all["certificate"]["words"], "Buyer and Seller cannot agree already on Price, whatever the rest.");
  EXPECT_EQ(all["certificate"]["smallest"], true);
  // Half and half gives each 0.2 + 0.4, a gain of 0.1.
  const json& nash = all["lotteries"]["nash"];
  EXPECT_NEAR(nash["value"].get<double>(), 0.01, 1e-9);
  ASSERT_EQ(nash["packages"].size(), 2u);
  for (const json& package : nash["packages"]) EXPECT_NEAR(package["chance"].get<double>(), 0.5, 1e-6);
  // At 0.7 each not even lotteries agree.
  const std::string far = written(t / "far", {"Price", "Colour"}, haggle(0.7));
  EXPECT_NE(run(far + " --lotteries").output.find("\nNo lottery over packages is rational for all either."),
            std::string::npos);
  EXPECT_EQ(told(far + " --lotteries")["lotteries"]["zone"], false);
  EXPECT_TRUE(told(far)["lotteries"].is_null());
}

TEST(DealsSearch, LogrollingGivesTheLessForTheMore) {
  // Two issues of three options where the middle is a fair split of each: A cares for the first, B for the second.
  const std::vector<std::vector<double>> falling = {{1, 0.6, 0}, {1, 0.6, 0}}, rising = {{0, 0.6, 1}, {0, 0.6, 1}};
  const Temporary t;
  const json all = told(written(t / "two", {"land", "sea"},
                                {{.name = "A", .weight = {0.8, 0.2}, .evaluation = falling},
                                 {.name = "B", .weight = {0.2, 0.8}, .evaluation = rising}}));
  EXPECT_EQ(all["nash"]["outcomes"], json::parse(R"([["a", "c"]])"));
  EXPECT_EQ(all["logrolling"]["from"], json::parse(R"(["b", "b"])"));
  const json& trade = all["logrolling"]["trades"][0];
  EXPECT_NEAR(trade["a_gets"].get<double>(), 0.32, 1e-12);
  EXPECT_NEAR(trade["a_gives"].get<double>(), 0.12, 1e-12);
  EXPECT_NEAR(trade["joint"].get<double>(), 0.4, 1e-12);
}

TEST(DealsSearch, ProtocolsAreComparedAndRepeat) {
  const std::string asked = orchard + " --protocols linear,votes --runs 5 --seed 7";
  const json all = told(asked)["protocols"];
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0]["name"], "linear");
  for (const json& score : all) {
    EXPECT_EQ(score["runs"], 5);
    EXPECT_LE(score["agreed"], 1.0);
    EXPECT_LE(score["nash_mean"], 1.0 + 1e-9);
    EXPECT_GE(score["nash_mean"], 0.0);
  }
  EXPECT_GT(all[0]["agreed"], 0.0);
  EXPECT_EQ(told(asked)["protocols"], all);
  EXPECT_EQ(told(asked + " --weights 3,1")["protocols"], all) << "measured with plain gains, whatever the powers";
  EXPECT_EQ(told(orchard + " --protocols --runs 2")["protocols"].size(), 11u);
}

TEST(DealsSearch, SaysWhatCannotBe) {
  const Temporary t;
  const std::string big = written(t / "big", numbered(28), five(0.3));
  const auto refused = [](const std::string& arguments, const std::string& message) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.exit, 2) << arguments;
    EXPECT_EQ(ran.output, "armistice deals: " + message + "\n");
  };
  refused(orchard + " --protocols lineer", "there is no protocol \"lineer\"; did you mean \"linear\"?");
  refused(orchard + " --protocols war",
          "there is no protocol \"war\"; there are all, veto, climb, votes, anneal, boulware, linear, conceder, "
          "tit-for-tat, equilibrium, ultimatum, attrition");
  refused(orchard + " --runs 5", "--runs needs --protocols");
  refused(orchard + " --lotteries --weights 1,0", "--lotteries wants --weights above 0");
  refused(big + " --weights 1,1,1,1,0", "a search among 72057594037927936 packages wants --weights above 0");
  refused(big + " --lotteries", "--lotteries wants the frontier, and it is not listed for 72057594037927936 packages");
  refused(big + " --export " + (t / "all.csv").string() + " --format csv",
          "--format csv lists every package, and there are 72057594037927936");
}

}  // namespace
}  // namespace armistice
