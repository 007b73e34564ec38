// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "armistice/model/domain.h"
#include "tests/model/folder.h"

// GeniusWeb JSON: what is read, and the whole text of every complaint.
namespace armistice {
namespace {

using testing::Folder;
using testing::with;
using Files = std::map<std::string, std::string>;

const std::string domain_text = R"({"name": "fair", "issuesValues": {
  "Stall": {"values": ["gate", "well"]},
  "Fee": {"range": {"low": 10, "high": 11, "step": 0.5}}}})";

const std::string anna = R"({"LinearAdditiveUtilitySpace": {
  "name": "anna",
  "domain": )" + domain_text +
                         R"(,
  "issueWeights": {"Stall": 0.75, "Fee": 0.25},
  "issueUtilities": {
    "Stall": {"DiscreteValueSetUtilities": {"valueUtilities": {"gate": 1, "well": 0.4}}},
    "Fee": {"NumberValueSetUtilities": {"lowValue": 10, "lowUtility": 1, "highValue": 11, "highUtility": 0}}},
  "reservationBid": {"issuevalues": {"Stall": "well", "Fee": 10.5}}
}})";

const Files market = {{"fair.json", domain_text}, {"anna.json", anna}, {"bert.json", anna}};

std::optional<Domain> read(const Files& files, Problems& problems) {
  const Folder folder(files);
  std::filesystem::create_directory(folder.path / "in");
  for (const auto& [name, text] : files) std::filesystem::rename(folder.path / name, folder.path / "in" / name);
  return read_domain({folder.path / "in"}, {}, problems);
}

Domain good(const Files& files) {
  Problems problems;
  const std::optional<Domain> domain = read(files, problems);
  EXPECT_EQ(show(problems), "");
  return domain.value_or(Domain{});
}

std::string said(const Files& files) {
  Problems problems;
  EXPECT_FALSE(read(files, problems).has_value());
  return show(problems);
}

std::string said_of_anna(const std::string& from, const std::string& to) {
  Files files = market;
  files["anna.json"] = with(anna, from, to);
  return said(files);
}

void expect_market(const Domain& domain) {
  EXPECT_EQ(domain.name, "fair");
  EXPECT_EQ(domain.reading, "geniusweb");
  ASSERT_EQ(domain.issues.size(), 2u);
  EXPECT_EQ(domain.issues[0].options, (std::vector<std::string>{"gate", "well"}));
  EXPECT_EQ(domain.issues[1].options, (std::vector<std::string>{"10", "10.5", "11"}));
  ASSERT_EQ(domain.parties.size(), 2u);
  const std::vector<double> cells = {0.75, 0.3, 0.25, 0.125, 0};
  for (std::size_t c = 0; c < cells.size(); ++c) EXPECT_DOUBLE_EQ(domain.space.utility[c], cells[c]) << c;
  EXPECT_DOUBLE_EQ(domain.space.reservation[0], 0.425);  // of the reservation bid
  EXPECT_FALSE(domain.parties[0].discount.has_value());
}

TEST(GeniusWeb, ReadsDomainAndProfiles) { expect_market(good(market)); }

TEST(GeniusWeb, ProfilesCarryTheDomainAlong) { expect_market(good({{"anna.json", anna}, {"bert.json", anna}})); }

TEST(GeniusWeb, OlderNamesAndListsMeanTheSame) {
  std::string old =
      with(with(anna, "DiscreteValueSetUtilities", "discreteutils"), "NumberValueSetUtilities", "numberutils");
  old = with(old, "{\"low\": 10, \"high\": 11, \"step\": 0.5}", "[10, 11, 0.5]");
  expect_market(good({{"a.json", old}, {"b.json", old}}));
}

TEST(GeniusWeb, WithoutAReservationBidThereIsNothing) {
  Files files = market;
  files["anna.json"] = with(anna, R"({"issuevalues": {"Stall": "well", "Fee": 10.5}})", "null");
  EXPECT_EQ(good(files).space.reservation[0], 0);
}

TEST(GeniusWeb, OtherFilesAreLeftOut) {
  Files files = market;
  files["manifest.json"] = "{\"source\": 1}";
  EXPECT_EQ(good(files).notes, (std::vector<std::string>{"manifest.json is left out: neither a domain nor a profile"}));
}

TEST(GeniusWeb, SaysWhatIsNotJson) {
  EXPECT_EQ(said_of_anna("\"name\": \"anna\",", "\"name\": \"anna\""),
            "anna.json:3:10: this is not JSON from here on\n"
            "    \"domain\": {\"name\": \"fair\", \"issuesValues\": {\n           ^\n1 problem\n");
  EXPECT_EQ(said_of_anna("\"Stall\": 0.75", "\"Fee\": 0.75"),
            "anna.json:6:33: the key \"Fee\" a second time\n"
            "    \"issueWeights\": {\"Fee\": 0.75, \"Fee\": 0.25},\n"
            "                                  ^\n1 problem\n");
  Files files = market;
  files["anna.json"] = "{\"name\": \"a";
  EXPECT_EQ(said(files),
            "anna.json:1:12: this is not JSON: it ends too early\n  {\"name\": \"a\n             ^\n1 problem\n");
  files["anna.json"] = std::string(100000, '[');
  EXPECT_EQ(said(files), "anna.json:1:65: values nest deeper than 64\n1 problem\n");
}

TEST(GeniusWeb, SaysWhatIsWrongWithAProfile) {
  EXPECT_EQ(said_of_anna("\"well\": 0.4", "\"wel\": 0.4"),
            "anna.json:8:63: the value \"well\" is missing\n"
            "      \"Stall\": {\"DiscreteValueSetUtilities\": {\"valueUtilities\": {\"gate\": 1, \"wel\": 0.4}}},\n"
            "                                                                ^\n"
            "anna.json:8:75: the domain has no value \"wel\"\n"
            "      \"Stall\": {\"DiscreteValueSetUtilities\": {\"valueUtilities\": {\"gate\": 1, \"wel\": 0.4}}},\n"
            "                                                                            ^\n"
            "  did you mean \"well\"?\n2 problems\n");
  EXPECT_EQ(said_of_anna("\"gate\": 1,", "\"gate\": 1.5,"),
            "anna.json:8:72: a utility is a number in [0, 1]\n"
            "      \"Stall\": {\"DiscreteValueSetUtilities\": {\"valueUtilities\": {\"gate\": 1.5, \"well\": 0.4}}},\n"
            "                                                                         ^\n1 problem\n");
  EXPECT_EQ(said_of_anna("\"Stall\": \"well\"", "\"Stall\": \"wall\""),
            "anna.json:10:47: the issue \"Stall\" has no \"wall\"\n"
            "    \"reservationBid\": {\"issuevalues\": {\"Stall\": \"wall\", \"Fee\": 10.5}}\n"
            "                                                ^\n"
            "  did you mean \"well\"?\n1 problem\n");
  EXPECT_EQ(said_of_anna("\"step\": 0.5", "\"step\": 0.25"),
            "anna.json:3:13: the domain of this profile is not that of fair.json\n"
            "    \"domain\": {\"name\": \"fair\", \"issuesValues\": {\n"
            "              ^\n1 problem\n");
  EXPECT_EQ(said_of_anna("\"issueWeights\"", "\"issueWeight\""),
            "anna.json:1:32: \"issueWeights\" is missing\n  {\"LinearAdditiveUtilitySpace\": {\n"
            "                                 ^\n1 problem\n");
}

TEST(GeniusWeb, SaysWhatIsWrongWithADomain) {
  EXPECT_EQ(said({{"a.json", "{\"name\": \"x\", \"issuesValues\": {}}"}}),
            "a.json:1:31: the domain has no issues: there is nothing to agree on\n"
            "  {\"name\": \"x\", \"issuesValues\": {}}\n                                ^\n1 problem\n");
  EXPECT_EQ(
      said({{"a.json", "{\"issuesValues\": {\"p\": {\"range\": [0, 1e9, 0.001]}}}"}}),
      "a.json:1:34: \"p\" has more than 100000 options\n"
      "  {\"issuesValues\": {\"p\": {\"range\": [0, 1e9, 0.001]}}}\n                                   ^\n1 problem\n");
  EXPECT_EQ(said({{"a.json", "{}"}}), "no domain: no file has \"issuesValues\"\n1 problem\n");
  Files files = market;
  files.erase("bert.json");
  EXPECT_EQ(said(files), "in: a negotiation needs two profiles, and there is only anna.json\n1 problem\n");
}

TEST(GeniusWeb, OtherSpacesAreNamed) {
  const Folder folder(Files{{"a.json", "{\"SumOfGroupsUtilitySpace\": {}}"}});
  Problems problems;
  EXPECT_FALSE(read_domain({folder.path / "a.json"}, {}, problems));
  EXPECT_EQ(show(problems),
            "a.json:1:2: a profile of the kind \"SumOfGroupsUtilitySpace\" cannot be read\n"
            "  {\"SumOfGroupsUtilitySpace\": {}}\n   ^\n  only LinearAdditiveUtilitySpace is\n1 problem\n");
}

}  // namespace
}  // namespace armistice
