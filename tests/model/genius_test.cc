// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "armistice/base/file.h"
#include "armistice/model/domain.h"
#include "armistice/theory/solutions.h"
#include "tests/model/folder.h"

// GENIUS XML: what is read, and the whole text of every complaint.
namespace armistice {
namespace {

using testing::Folder;
using testing::with;
using Files = std::map<std::string, std::string>;

const std::string fair = R"(<negotiation_template>
<utility_space number_of_issues="2">
<objective index="0" name="fair" type="objective">
<issue index="1" name="Stall" type="discrete">
<item index="1" value="gate"/>
<item index="2" value="well"/>
</issue>
<issue index="2" name="Days" type="integer" lowerbound="1" upperbound="3"/>
</objective>
</utility_space>
</negotiation_template>
)";

const std::string anna = R"(<utility_space>
<objective index="0" name="fair" type="objective">
<issue index="1" name="Stall" type="discrete">
<item index="1" value="gate" evaluation="10"/>
<item index="2" value="well" evaluation="4"/>
</issue>
<issue index="2" name="Days" type="integer" lowerbound="1" upperbound="3">
<evaluator ftype="linear" slope="0.5" offset="-0.25"/>
</issue>
<weight index="1" value="0.75"/>
<weight index="2" value="0.25"/>
</objective>
<discount_factor value="0.25"/>
<reservation value="0.4"/>
</utility_space>
)";

const Files market = {{"fair.xml", fair}, {"anna.xml", anna}, {"bert.xml", anna}};

std::optional<Domain> read(const Files& files, Problems& problems, const DomainOptions& options = {}) {
  const Folder folder(files);
  std::filesystem::create_directory(folder.path / "in");
  for (const auto& [name, text] : files) std::filesystem::rename(folder.path / name, folder.path / "in" / name);
  return read_domain({folder.path / "in"}, options, problems);
}

Domain good(const Files& files, const DomainOptions& options = {}) {
  Problems problems;
  const std::optional<Domain> domain = read(files, problems, options);
  EXPECT_EQ(show(problems), "");
  return domain.value_or(Domain{});
}

std::string said(const Files& files, const DomainOptions& options = {}) {
  Problems problems;
  EXPECT_FALSE(read(files, problems, options).has_value());
  return show(problems);
}

std::string said_of_anna(const std::string& from, const std::string& to, const DomainOptions& options = {}) {
  Files files = market;
  files["anna.xml"] = with(anna, from, to);
  return said(files, options);
}

std::string said_of_fair(const std::string& from, const std::string& to) {
  Files files = market;
  files["fair.xml"] = with(fair, from, to);
  return said(files);
}

TEST(Genius, ReadsIssuesPartiesAndCells) {
  const Domain domain = good(market);
  EXPECT_EQ(domain.name, "fair");
  EXPECT_EQ(domain.reading, "genius");
  EXPECT_EQ(domain.hash.size(), 16u);
  ASSERT_EQ(domain.issues.size(), 2u);
  EXPECT_EQ(domain.issues[1].options, (std::vector<std::string>{"1", "2", "3"}));
  ASSERT_EQ(domain.parties.size(), 2u);
  EXPECT_EQ(domain.parties[0].name, "anna");
  EXPECT_EQ(domain.parties[1].file, "bert.xml");
  EXPECT_EQ(domain.parties[0].discount, 0.25);
  EXPECT_EQ(domain.space.reservation[0], 0.4);
  EXPECT_EQ(domain.space.cap, 1);
  // 10 and 4 over 10, times 0.75; -0.25, 0.25, 0.75 clipped, times 0.25.
  const std::vector<double> cells = {0.75, 0.3, 0, 0.0625, 0.1875};
  for (std::size_t c = 0; c < cells.size(); ++c) EXPECT_DOUBLE_EQ(domain.space.utility[c], cells[c]) << c;
}

TEST(Genius, RawIsWhatStandsInTheFile) {
  const Domain domain = good(market, {.raw = true, .steps = 0, .profiles = {}});
  const std::vector<double> cells = {7.5, 3, 0.0625, 0.1875, 0.3125};  // 10, 4; 0.5 v - 0.25 of 1, 2, 3
  for (std::size_t c = 0; c < cells.size(); ++c) EXPECT_DOUBLE_EQ(domain.space.utility[c], cells[c]) << c;
  EXPECT_EQ(domain.space.cap, std::numeric_limits<double>::infinity());
  EXPECT_EQ(domain.notes,
            (std::vector<std::string>{
                "the reservation values were written for utilities from 0 to 1, which raw ones are not"}));
}

TEST(Genius, ProfilesStandInNaturalOrder) {
  EXPECT_TRUE(natural_order("util2", "util10"));
  EXPECT_FALSE(natural_order("util10", "util2"));
  EXPECT_TRUE(natural_order("util02", "util2") != natural_order("util2", "util02"));
  EXPECT_TRUE(natural_order("a", "a1"));
  EXPECT_FALSE(natural_order("a", "a"));
  const Files files = {{"fair.xml", fair}, {"p10.xml", anna}, {"p9.xml", anna}, {"p1.xml", anna}};
  const Domain all = good(files);
  EXPECT_EQ(all.parties[1].name, "p9");
  const Domain picked = good(files, {.raw = false, .steps = 0, .profiles = {"p9", "p1.xml"}});
  ASSERT_EQ(picked.parties.size(), 2u);
  EXPECT_EQ(picked.parties[0].name, "p9");
  EXPECT_EQ(said(files, {.raw = false, .steps = 0, .profiles = {"p1", "pp9.xml"}}),
            "in: there is no profile \"pp9.xml\"\n  did you mean \"p9.xml\"?\n1 problem\n");
}

TEST(Genius, WeightsStayAndAreNoted) {
  Files files = market;
  files["anna.xml"] = with(anna, "0.75", "0.65");
  const Domain domain = good(files);
  EXPECT_DOUBLE_EQ(domain.space.utility[0], 0.65);
  EXPECT_EQ(domain.parties[0].notes,
            (std::vector<std::string>{"the weights sum to 0.9, not 1; they are kept as they are"}));
}

TEST(Genius, NestedObjectivesAndOtherOrders) {
  Files files = market;
  files["anna.xml"] = with(with(with(anna, "<weight index=\"1\"", "<objective index=\"7\"><weight index=\"1\""),
                                "</objective>", "</objective><weight index=\"7\" value=\"0.2\"/></objective>"),
                           "<item index=\"1\" value=\"gate\" evaluation=\"10\"/>\n", "");
  files["anna.xml"] = with(files["anna.xml"], "</issue>", "<item value=\"gate\" evaluation=\"10\"/></issue>");
  const Domain domain = good(files);
  EXPECT_DOUBLE_EQ(domain.space.utility[0], 0.75);
  EXPECT_EQ(domain.parties[0].notes,
            (std::vector<std::string>{"Stall: items in another order than the domain's, matched by name"}));
}

TEST(Genius, RealIssuesAreCutIntoSteps) {
  Files files = {{"fair.xml", with(fair, "type=\"integer\"", "type=\"real\"")}};
  for (const auto& [name, evaluator] : Files{{"a.xml", "ftype=\"linear\" parameter0=\"-0.5\" parameter1=\"0.5\""},
                                             {"b.xml",
                                              "ftype=\"triangular\" parameter0=\"1\" parameter1=\"3\" "
                                              "parameter2=\"1.5\""},
                                             {"c.xml", "ftype=\"constant\" parameter0=\"0.5\""}})
    files[name] = with(with(anna, "type=\"integer\"", "type=\"real\""),
                       "ftype=\"linear\" slope=\"0.5\" offset=\"-0.25\"", evaluator);
  EXPECT_EQ(said(files),
            "fair.xml:8:1: \"Days\" is a real number: its packages cannot be counted\n"
            "  <issue index=\"2\" name=\"Days\" type=\"real\" lowerbound=\"1\" upperbound=\"3\"/>\n"
            "  ^\n"
            "  --steps N reads it at N + 1 equally spaced values\n"
            "1 problem\n");
  const Domain domain = good(files, {.raw = false, .steps = 4, .profiles = {}});
  EXPECT_EQ(domain.issues[1].options, (std::vector<std::string>{"1", "1.5", "2", "2.5", "3"}));
  EXPECT_EQ(domain.notes, (std::vector<std::string>{"Days is a real number, read at 5 equally spaced values from 1 to "
                                                    "3; what lies between is left out"}));
  const std::vector<double> linear = {0, 0.25, 0.5, 0.75, 1}, triangle = {0, 1, 2.0 / 3, 1.0 / 3, 0};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_DOUBLE_EQ(domain.space.utility[2 + i], 0.25 * linear[i]);
    EXPECT_DOUBLE_EQ(domain.space.utility[9 + i], 0.25 * triangle[i]);
    EXPECT_DOUBLE_EQ(domain.space.utility[16 + i], 0.25 * 0.5);
  }
}

TEST(Genius, DiscountAtATime) {
  Problems problems;
  Files files = market;
  files["bert.xml"] = with(anna, "<discount_factor value=\"0.25\"/>", "");
  const Domain domain = good(files);
  const Space half = discounted(domain, 0.5, problems);
  EXPECT_DOUBLE_EQ(half.utility[0], 0.375);
  EXPECT_DOUBLE_EQ(half.reservation[0], 0.2);
  EXPECT_DOUBLE_EQ(half.utility[5], 0.75);  // bert does not discount
  EXPECT_EQ(show(problems), "");
  files["anna.xml"] = with(anna, "0.75", "0.95");  // goes beyond 1, so the cap counts
  const Domain beyond = good(files);
  discounted(beyond, 0.5, problems);
  EXPECT_EQ(show(problems),
            "anna.xml: utilities of this party go beyond 1 and are capped there, and the parties' discounts differ: "
            "time 0.5 cannot be told\n1 problem\n");
}

TEST(Genius, SaysWhatIsNotXml) {
  EXPECT_EQ(said_of_anna("</issue>", "</isue>"),
            "anna.xml:6:3: this is not XML: start-end tags mismatch\n  </isue>\n    ^\n1 problem\n");
  EXPECT_EQ(said_of_anna("<utility_space>", "<utility_space a=\"1\" a=\"2\">"),
            "anna.xml:1:1: the attribute \"a\" stands here twice\n  <utility_space a=\"1\" a=\"2\">\n  ^\n1 problem\n");
  EXPECT_EQ(said_of_anna("gate", "g\xff"),
            "anna.xml:4:25: this is not UTF-8 text\n"
            "  <item index=\"1\" value=\"g\xEF\xBF\xBD\" evaluation=\"10\"/>\n"
            "                          ^\n"
            "  save the file as UTF-8\n1 problem\n");
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  for (int i = 0; i < 100000; ++i) deep += "</a>";
  EXPECT_EQ(said_of_anna("<weight index=\"1\" value=\"0.75\"/>", deep),
            "anna.xml:10:187: elements nest deeper than 64\n1 problem\n");
}

TEST(Genius, RefusesEntities) {
  const std::string bomb = "<!DOCTYPE u [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
  const std::string text = "\n  ^\n  write the text itself in their place and take the declaration out\n1 problem\n";
  const std::string head = "anna.xml:1:1: the file declares entities (<!ENTITY ...>), which are not read\n  ";
  EXPECT_EQ(said_of_anna("<utility_space>", bomb + "\n<utility_space>"), head + bomb + text);
  const std::string outside = "<!DOCTYPE u [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
  EXPECT_EQ(said_of_anna("<utility_space>", outside + "\n<utility_space>"), head + outside + text);
  Files files = market;
  files["anna.xml"] = with(anna, "<utility_space>", "<!DOCTYPE utility_space>\n<utility_space>");
  good(files);  // declares nothing
}

TEST(Genius, SaysWhatIsWrongWithADomain) {
  EXPECT_EQ(said_of_fair("type=\"integer\"", "type=\"whole\""),
            "fair.xml:8:1: unknown type \"whole\" of the issue \"Days\"\n"
            "  <issue index=\"2\" name=\"Days\" type=\"whole\" lowerbound=\"1\" upperbound=\"3\"/>\n"
            "  ^\n"
            "  an issue is discrete, integer or real\n"
            "1 problem\n");
  EXPECT_EQ(
      said_of_fair("upperbound=\"3\"", "upperbound=\"0\""),
      "fair.xml:8:1: \"Days\" ends before it begins: 1 to 0\n"
      "  <issue index=\"2\" name=\"Days\" type=\"integer\" lowerbound=\"1\" upperbound=\"0\"/>\n  ^\n1 problem\n");
  EXPECT_EQ(said_of_fair("upperbound=\"3\"", "upperbound=\"2147483647\""),
            "fair.xml:8:1: \"Days\" has more than 100000 options\n"
            "  <issue index=\"2\" name=\"Days\" type=\"integer\" lowerbound=\"1\" upperbound=\"2147483647\"/>\n"
            "  ^\n1 problem\n");
  EXPECT_EQ(
      said_of_fair("name=\"Days\"", "name=\"Stall\""),
      "fair.xml:8:1: there are two issues \"Stall\"\n"
      "  <issue index=\"2\" name=\"Stall\" type=\"integer\" lowerbound=\"1\" upperbound=\"3\"/>\n  ^\n1 problem\n");
  EXPECT_EQ(said_of_fair("value=\"well\"", "value=\"gate\""),
            "fair.xml:6:1: the issue \"Stall\" has \"gate\" twice\n"
            "  <item index=\"2\" value=\"gate\"/>\n  ^\n1 problem\n");
  Files files = market;
  files["fair.xml"] = "<negotiation_template>\n</negotiation_template>\n";
  EXPECT_EQ(said(files),
            "fair.xml:1:1: the domain has no issues: there is nothing to agree on\n"
            "  <negotiation_template>\n  ^\n1 problem\n");
  files.erase("fair.xml");
  EXPECT_EQ(said(files), "in: no domain: no file begins with <negotiation_template>\n1 problem\n");
  files["a.xml"] = files["b.xml"] = fair;
  EXPECT_EQ(said(files),
            "b.xml:1:1: a second domain besides a.xml\n  <negotiation_template>\n  ^\n"
            "  name the files to read: the domain and its profiles\n1 problem\n");
}

TEST(Genius, OnePartyIsNoNegotiation) {
  EXPECT_EQ(said({{"fair.xml", fair}, {"anna.xml", anna}}),
            "in: a negotiation needs two profiles, and there is only anna.xml\n1 problem\n");
  EXPECT_EQ(said({{"fair.xml", fair}}), "in: a negotiation needs two profiles, and there is none\n1 problem\n");
  EXPECT_EQ(said({{"readme.txt", fair}}), "in: no files of a domain: neither .xml nor .json\n1 problem\n");
}

TEST(Genius, TooManyPackagesToNumber) {
  std::string domain = "<negotiation_template>", profile = "<utility_space>";
  for (int i = 1; i <= 64; ++i) {
    const std::string issue = "<issue index=\"" + std::to_string(i) + "\" name=\"i" + std::to_string(i) +
                              "\" type=\"integer\" lowerbound=\"0\" upperbound=\"1\">";
    domain += issue + "</issue>";
    profile += issue + "<evaluator slope=\"1\" offset=\"0\"/></issue><weight index=\"" + std::to_string(i) +
               "\" value=\"0.015625\"/>";
  }
  const auto in_objective = [](const std::string& text, const std::string& root) {
    return with(text, "<" + root + ">", "<" + root + "><objective>") + "</objective></" + root + ">";
  };
  const std::string party = in_objective(profile, "utility_space");
  EXPECT_EQ(said({{"d.xml", in_objective(domain, "negotiation_template")}, {"a.xml", party}, {"b.xml", party}}),
            "in: more than 2^63 packages: they cannot be numbered\n1 problem\n");
}

TEST(Genius, SaysWhatIsWrongWithAProfile) {
  EXPECT_EQ(said_of_anna("evaluation=\"4\"", "evaluation=\"-4\""),
            "anna.xml:5:1: a negative evaluation: -4\n  <item index=\"2\" value=\"well\" evaluation=\"-4\"/>\n  ^\n"
            "  GENIUS knows evaluations from 0 up\n1 problem\n");
  EXPECT_EQ(said_of_anna(" evaluation=\"4\"", ""),
            "anna.xml:5:1: <item> has no \"evaluation\"\n  <item index=\"2\" value=\"well\"/>\n  ^\n1 problem\n");
  EXPECT_EQ(said_of_anna("evaluation=\"4\"", "evaluation=\"NaN\""),
            "anna.xml:5:1: evaluation=\"NaN\" is not a finite number\n"
            "  <item index=\"2\" value=\"well\" evaluation=\"NaN\"/>\n  ^\n1 problem\n");
  EXPECT_EQ(
      said_of_anna("value=\"0.25\"", "value=\"inf\""),
      "anna.xml:11:1: value=\"inf\" is not a finite number\n  <weight index=\"2\" value=\"inf\"/>\n  ^\n1 problem\n");
  EXPECT_EQ(said_of_anna("value=\"well\"", "value=\"wel\""),
            "anna.xml:3:1: \"well\" of the issue \"Stall\" has no evaluation\n"
            "  <issue index=\"1\" name=\"Stall\" type=\"discrete\">\n  ^\n"
            "anna.xml:5:1: the issue \"Stall\" of the domain has no \"wel\"\n"
            "  <item index=\"2\" value=\"wel\" evaluation=\"4\"/>\n  ^\n  did you mean \"well\"?\n2 problems\n");
  EXPECT_EQ(said_of_anna("ftype=\"linear\"", "ftype=\"cubic\""),
            "anna.xml:8:1: unknown evaluator \"cubic\"\n"
            "  <evaluator ftype=\"cubic\" slope=\"0.5\" offset=\"-0.25\"/>\n  ^\n"
            "  an integer issue has \"linear\"\n1 problem\n");
  EXPECT_EQ(said_of_anna("name=\"Days\"", "name=\"Day\""),
            "anna.xml:1:1: the profile says nothing of the issue \"Days\"\n  <utility_space>\n  ^\n"
            "anna.xml:7:1: the domain has no issue \"Day\"\n"
            "  <issue index=\"2\" name=\"Day\" type=\"integer\" lowerbound=\"1\" upperbound=\"3\">\n  ^\n"
            "  did you mean \"Days\"?\n2 problems\n");
  EXPECT_EQ(said_of_anna("<weight index=\"2\"", "<weight index=\"3\""),
            "anna.xml:7:1: no weight for the issue \"Days\" (index 2)\n"
            "  <issue index=\"2\" name=\"Days\" type=\"integer\" lowerbound=\"1\" upperbound=\"3\">\n  ^\n"
            "anna.xml:11:1: no issue has the index 3\n  <weight index=\"3\" value=\"0.25\"/>\n  ^\n2 problems\n");
  EXPECT_EQ(said_of_anna("<utility_space>", "<utility_space type=\"nonlinear\">"),
            "anna.xml:1:1: this profile is not a sum over issues (hyper-rectangles or constraints)\n"
            "  <utility_space type=\"nonlinear\">\n  ^\n  only linear additive profiles are read\n1 problem\n");
  EXPECT_EQ(said_of_anna("discount_factor value=\"0.25\"", "discount_factor value=\"1.25\""),
            "anna.xml:13:1: a discount factor lies in [0, 1], not 1.25\n"
            "  <discount_factor value=\"1.25\"/>\n  ^\n1 problem\n");
}

TEST(Genius, UtilitiesHaveALargestSize) {
  EXPECT_EQ(said_of_anna("value=\"0.75\"", "value=\"1e300\""),
            "anna.xml: a utility of 4e+299: they may go up to 9000000\n"
            "anna.xml: a utility of 1e+300: they may go up to 9000000\n2 problems\n");
}

TEST(Genius, ZeroEvaluationsNeedZeroWeight) {
  Files files = market;
  files["anna.xml"] = with(with(anna, "evaluation=\"10\"", "evaluation=\"0\""), "evaluation=\"4\"", "evaluation=\"0\"");
  EXPECT_EQ(said(files),
            "anna.xml:3:1: the highest evaluation of \"Stall\" is 0: nothing to divide by\n"
            "  <issue index=\"1\" name=\"Stall\" type=\"discrete\">\n  ^\n"
            "  give the issue the weight 0 if the party does not care\n1 problem\n");
  files["anna.xml"] = with(files["anna.xml"], "0.75", "0");
  EXPECT_EQ(good(files).space.utility[0], 0);
}

TEST(Genius, TheWorldThrows) {
  Problems problems;
  EXPECT_THROW(read_domain({"/nowhere/at/all.xml"}, {}, problems), std::runtime_error);
}

// The domains of past competitions, where they are at hand beside the checkout.
TEST(Genius, AgreesWithCompetitionDomains) {
  const std::filesystem::path cases = ARMISTICE_ROOT "/../shared/cases/genius";
  if (!std::filesystem::exists(cases / "expected.json")) GTEST_SKIP() << "no competition domains beside the checkout";
  const auto expected = nlohmann::json::parse(read_file(cases / "expected.json"));
  for (const auto& [id, scenario] : expected.items()) {
    for (const bool raw : {false, true}) {
      Problems problems;
      const auto domain = read_domain({cases / scenario["folder"].get<std::string>()},
                                      {.raw = raw, .steps = 0, .profiles = scenario["profiles"]}, problems);
      ASSERT_TRUE(domain) << show(problems);
      const auto& block = scenario[raw ? "raw" : "genius"];
      EXPECT_EQ(package_count(domain->space), block["n_outcomes"]) << id;
      for (int p = 0; p < domain->space.parties; ++p) {
        const auto& agent = block["agents"][static_cast<std::size_t>(p)];
        const auto at = static_cast<std::size_t>(p);
        const Span span = additive_span(domain->space, p);
        EXPECT_NEAR(span.least, agent["u_min"].get<double>(), 1e-9) << id;
        EXPECT_NEAR(span.most, agent["u_max"].get<double>(), 1e-9) << id;
        EXPECT_EQ(domain->space.reservation[at], agent["reservation"].get<double>()) << id;
        EXPECT_EQ(domain->parties[at].discount.has_value(), !agent["discount"].is_null()) << id;
        EXPECT_NEAR(domain->parties[at].weight_sum, agent["weight_sum"].get<double>(), 1e-12) << id;
      }
    }
  }
}

}  // namespace
}  // namespace armistice
