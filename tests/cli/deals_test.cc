// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "armistice/base/file.h"
#include "tests/cli/program.h"
#include "tests/output/temporary.h"

// The program as its users start it: `armistice deals` on domains.
namespace armistice {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;
const std::string orchard = ARMISTICE_ROOT "/tests/domains/orchard";

using testing::Ran;
Ran run(const std::string& arguments, const std::string& streams = " 2>&1") {
  return testing::run("deals " + arguments, streams);
}

json told(const std::string& arguments) {
  const Ran ran = run(arguments + " --json", " 2>/dev/null");
  EXPECT_EQ(ran.exit, 0) << arguments;
  return json::parse(ran.output);
}

TEST(DealsCommand, PrintsTheOrchard) {
  const Ran ran = run(orchard);
  EXPECT_EQ(ran.exit, 0);
  EXPECT_TRUE(ran.output.starts_with("orchard: issues\n"));
  for (const char* part :
       {"\n  Nash: product of gains ", "\nPareto frontier\n", "\nthe Nash package, option by option\n",
        "\ngain over having no deal\n", "armistice deals "})
    EXPECT_NE(ran.output.find(part), std::string::npos) << part << ran.output;
  EXPECT_NE(run(orchard + " --lang zh").output.find("纳什"), std::string::npos);
  EXPECT_NE(run(orchard + " --csv").output.find("\nsolution,value,vectors,packages,hill,valley\n"), std::string::npos);
  const json all = told(orchard);
  EXPECT_EQ(all["mode"], "genius");
  EXPECT_EQ(all["n_outcomes"], 135);
  EXPECT_EQ(all["agents"][0]["profile"], "hill.xml");
  EXPECT_EQ(all["agents"][1]["reservation"], 0.4);
  // halves, by turns, closed at night, 4 hives: 0.28 + 0.15 + 0.24 + 0.1 and 0.1875 + 0.36 + 1/6 + 0
  EXPECT_EQ(all["nash"]["outcomes"], json::parse(R"([["halves", "by turns", "closed at night", "4"]])"));
  EXPECT_NEAR(all["nash"]["u"][0].get<double>(), 0.77, 1e-12);
  EXPECT_NEAR(all["nash"]["u"][1].get<double>(), 0.1875 + 0.36 + 1.0 / 6, 1e-12);
  EXPECT_EQ(all["provenance"]["domain"], "orchard");
}

TEST(DealsCommand, FilesByNameAreTheSame) {
  json folder = told(orchard),
       files = told(orchard + "/orchard.xml " + orchard + "/hill.xml " + orchard + "/valley.xml");
  folder.erase("provenance"), files.erase("provenance");
  EXPECT_EQ(folder, files);
  const json turned = told(orchard + " --profiles valley,hill");
  EXPECT_EQ(turned["agents"][0]["profile"], "valley.xml");
  EXPECT_EQ(turned["pareto"], folder["pareto"]);
}

TEST(DealsCommand, TimeReservationsAndPower) {
  const json now = told(orchard), late = told(orchard + " --time 0.5");
  const double factor = std::sqrt(0.8);
  EXPECT_NEAR(late["nash"]["value"].get<double>(), now["nash"]["value"].get<double>() * factor * factor, 1e-12);
  EXPECT_NEAR(late["agents"][0]["reservation"].get<double>(), 0.45 * factor, 1e-12);
  const json greedy = told(orchard + " --weights 3,1");
  EXPECT_GT(greedy["nash"]["u"][0], now["nash"]["u"][0]);
  const json free = told(orchard + " --reservation hill=0 --reservation valley=0");
  EXPECT_EQ(free["n_ir_outcomes"], 135);
}

TEST(DealsCommand, NoZoneIsSaidInWords) {
  const Ran ran = run(orchard + " --reservation hill=0.9 --reservation valley=0.9");
  EXPECT_EQ(ran.exit, 0);
  EXPECT_NE(ran.output.find("No package is rational for all: there is no zone of agreement."), std::string::npos);
  const json all = told(orchard + " --reservation hill=0.9 --reservation valley=0.9");
  for (const char* key : {"nash", "kalai", "ks", "utilitarian_ir", "ideal_ir"}) EXPECT_TRUE(all[key].is_null()) << key;
  EXPECT_FALSE(all["utilitarian"].is_null());
  // Of all packages on the frontier the nearest deal has the greatest least gain.
  double best = -1;
  for (const json& u : all["frontier"]) best = std::max(best, std::min(u[0].get<double>(), u[1].get<double>()) - 0.9);
  const json& nearest = all["nearest"]["u"];
  EXPECT_NEAR(std::min(nearest[0].get<double>(), nearest[1].get<double>()) - 0.9, best, 1e-12);
}

TEST(DealsCommand, ExportsAndReadsBack) {
  const Temporary t;
  const std::string place = (t / "out").string();
  json before = told(orchard);
  const Ran ran = run(orchard + " --export " + place + " --format genius --quiet");
  EXPECT_EQ(ran.exit, 0);
  EXPECT_EQ(ran.output, "");
  const json after = told(place);
  EXPECT_EQ(after["pareto"], before["pareto"]);
  EXPECT_EQ(after["nash"]["outcomes"], before["nash"]["outcomes"]);
  EXPECT_EQ(run(orchard + " --export " + place + " --format genius").exit, 3) << "it is there already";
  const Ran web = run(orchard + " --export " + (t / "web").string() + " --format geniusweb");
  EXPECT_EQ(web.exit, 1);
  EXPECT_NE(web.output.find("hill.xml: GeniusWeb cannot hold a discount\n"), std::string::npos);
  EXPECT_EQ(run(orchard + " --time 0 --reservation hill=0 --reservation valley=0 --format geniusweb --export " +
                (t / "web").string())
                .exit,
            0);
  EXPECT_EQ(told((t / "web").string())["pareto"], before["pareto"]);
  EXPECT_EQ(run(orchard + " --format csv --export " + (t / "all.csv").string()).exit, 0);
  const std::string csv = read_file(t / "all.csv");
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 135 + 2);
}

TEST(DealsCommand, SaysWhatIsWrong) {
  for (const char* arguments : {"", "--raw", " --weights 1", " --weights 1,x", " --weights nan,1", " --weights 0,0",
                                " --time nan", " --reservation hil=0.5", " --reservation hill", " --time 2",
                                " --steps 0", " --format csv", " --export x --format tex"})
    EXPECT_EQ(run((arguments[0] == ' ' ? orchard : "") + arguments).exit, 2) << arguments;
  EXPECT_EQ(run(orchard + " --reservation hil=0.5").output,
            "armistice deals: there is no party \"hil\"; did you mean \"hill\"?\n");
  EXPECT_EQ(run(orchard + " --weights 1").output,
            "armistice deals: --weights has 1 numbers, and there are 2 parties\n");
  EXPECT_EQ(run("/nowhere.xml").exit, 3);
  const Ran one = run(orchard + " --profiles hill");
  EXPECT_EQ(one.exit, 1);
  EXPECT_EQ(one.output, "orchard: a negotiation needs two profiles, and there is only hill.xml\n1 problem\n");
  EXPECT_EQ(json::parse(run(orchard + " --profiles hill --json").output)["tables"][0]["rows"][0]["file"], "orchard");
}

// The domains of past competitions, where they are at hand beside the checkout.
void expect_point(const json& ours, const json& theirs, const std::string& where) {
  ASSERT_EQ(ours.is_null(), theirs.is_null()) << where;
  if (ours.is_null()) return;
  const double value = theirs["value"].get<double>();
  EXPECT_NEAR(ours["value"].get<double>(), value, 1e-9 * std::max(1.0, std::abs(value))) << where;
  for (const char* count : {"n_ties", "n_vectors", "n_outcomes"})
    EXPECT_EQ(ours[count], theirs[count]) << where << count;
  if (theirs["n_vectors"] == 1) {  // among ties each may show another first
    for (std::size_t p = 0; p < theirs["u"].size(); ++p)
      EXPECT_NEAR(ours["u"][p].get<double>(), theirs["u"][p].get<double>(), 1e-9) << where;
  }
  const std::set<json> known(ours["outcomes"].begin(), ours["outcomes"].end());
  for (const json& outcome : theirs["outcomes"]) EXPECT_TRUE(known.contains(outcome)) << where << outcome;
}

void expect_near(const json& ours, const json& theirs, const std::string& where) {
  ASSERT_EQ(ours.is_null(), theirs.is_null()) << where;
  for (std::size_t i = 0; i < theirs.size(); ++i)
    EXPECT_NEAR(ours[i].get<double>(), theirs[i].get<double>(), 1e-9) << where;
}

// The same vectors in any order: sorted on whole quanta.
std::set<std::vector<long long>> in_quanta(const json& vectors) {
  std::set<std::vector<long long>> all;
  for (const json& vector : vectors) {
    std::vector<long long> row;
    for (const json& u : vector) row.push_back(std::llround(u.get<double>() * 1e8));
    all.insert(std::move(row));
  }
  return all;
}

void expect_block(const json& ours, const json& theirs, const std::string& where) {
  for (const char* key : {"mode", "n_agents", "n_issues", "n_outcomes", "n_ir_outcomes", "pareto", "pareto_ir"})
    EXPECT_EQ(ours[key], theirs[key]) << where << key;
  for (const char* key : {"nash", "kalai", "ks", "utilitarian", "utilitarian_ir"})
    expect_point(ours[key], theirs[key], where + key);
  for (const char* key : {"ideal_all", "ideal_ir"}) expect_near(ours[key], theirs[key], where + key);
  for (std::size_t p = 0; p < theirs["agents"].size(); ++p) {
    const json &a = ours["agents"][p], &b = theirs["agents"][p];
    for (const char* key : {"profile", "reservation", "discount"}) EXPECT_EQ(a[key], b[key]) << where << key;
    for (const char* key : {"weight_sum", "u_min", "u_max"})
      EXPECT_NEAR(a[key].get<double>(), b[key].get<double>(), 1e-9) << where << key;
  }
  if (!theirs.contains("frontier")) return;
  EXPECT_EQ(in_quanta(ours["frontier"]), in_quanta(theirs["frontier"])) << where;
}

TEST(DealsCommand, AgreesWithIndependentValuesOfCompetitionDomains) {
  const fs::path cases = ARMISTICE_ROOT "/../shared/cases/genius";
  if (!fs::exists(cases / "expected.json")) GTEST_SKIP() << "no competition domains beside the checkout";
  const json expected = json::parse(read_file(cases / "expected.json"));
  EXPECT_EQ(expected.size(), 13u);
  for (const auto& [id, scenario] : expected.items()) {
    // Appended, not added: GCC 12 warns inside "literal" + string when it inlines that.
    std::string asked = (cases / scenario["folder"].get<std::string>()).string();
    asked.append(" --profiles '");
    for (const json& profile : scenario["profiles"]) asked.append(profile.get<std::string>()).append(",");
    asked.back() = '\'';
    for (const char* mode : {"genius", "raw"}) {
      const json ours = told(asked + (mode == std::string("raw") ? " --raw" : ""));
      expect_block(ours, scenario[mode], id + " " + mode + " ");
    }
  }
}

}  // namespace
}  // namespace armistice
