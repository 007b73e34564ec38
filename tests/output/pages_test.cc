// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/version.h"
#include "tests/output/study_of_isles.h"

// What the pages are told of a study as a whole.
namespace armistice {
namespace {

using nlohmann::json;
using testing::expect_interface;
using testing::StudyOfIsles;

TEST_F(StudyOfIsles, HeadSaysWhatItIs) {
  const json head = json::parse(head_section(pages));
  expect_interface(head, "Head");
  EXPECT_EQ(head["version"], version());
  EXPECT_EQ(head["dossier"], summary["dossier"]);
  EXPECT_EQ(head["seed"], "1");
  EXPECT_EQ(head["command"], "armistice forecast isles -n 300 --seed 1");
  EXPECT_EQ(head["runs"], 300);
  EXPECT_EQ(head["weeks"], 52);
  EXPECT_EQ(head["off"], json::array());
  EXPECT_EQ(head["set"], json::array());
  EXPECT_EQ(head["pages"], (json{"situation", "futures"}));
  EXPECT_EQ(head["knobs"], summary["knobs"]);
  EXPECT_EQ(head["left_out"], summary["left_out"]);
  ASSERT_EQ(head["parties"].size(), 3u);
  expect_interface(head["parties"][0], "PartyHead");
  EXPECT_EQ(head["parties"][1], json::parse(R"({"id": "south", "name": {"en": "South", "zh": "南岛"},
      "roles": ["belligerent", "signatory"], "side": "B", "signs": true, "stake": true})"));
  EXPECT_EQ(head["parties"][2]["side"], nullptr);
  EXPECT_EQ(head["parties"][2]["signs"], false);
  ASSERT_EQ(head["issues"].size(), 2u);
  expect_interface(head["issues"][0], "IssueHead");
  EXPECT_EQ(head["issues"][0]["core"], true);
  EXPECT_EQ(head["issues"][0]["options"][0]["id"], "open");
  EXPECT_EQ(head["issues"][0]["options"][2]["name"]["zh"], "实际接触线");
}

TEST_F(StudyOfIsles, TheLargestSeedIsNotRounded) {
  study.key.seed = UINT64_MAX;
  EXPECT_EQ(json::parse(head_section(pages))["seed"], "18446744073709551615");
}

TEST_F(StudyOfIsles, HeadWarnsOfWhatTheSummaryWarnsOf) {
  EXPECT_EQ(json::parse(head_section(pages))["warnings"], summary["warnings"]);
  ASSERT_FALSE(summary["warnings"].empty()) << "most numbers of the isles are assumed";
}

TEST_F(StudyOfIsles, HeadWarnsOfAssumedNumbersAlsoWhereMostAreCited) {
  json other = summary;
  other["warnings"] = json::array(), other["knobs"] = {{"all", 10}, {"cited", 9}, {"drawn", 5}};
  const StudyPages cited{study, other.dump(), "en", {}};
  EXPECT_EQ(json::parse(head_section(cited))["warnings"][0]["en"],
            "1 of 10 numbers are assumed, not taken from a source: what rests on them is a judgement");
  other["knobs"]["cited"] = 10;
  EXPECT_EQ(json::parse(head_section({study, other.dump(), "en", {}}))["warnings"], json::array());
}

TEST_F(StudyOfIsles, HeadSaysWhenRunsWereAddedSince) {
  study.runs = 400;
  EXPECT_EQ(json::parse(head_section(pages))["warnings"].back()["en"],
            "the study holds 400 runs, its futures tell of the first 300: its forecast was stopped while it went on, "
            "and the same command finishes it");
}

TEST_F(StudyOfIsles, ADamagedSummaryIsSaidInPlainWords) {
  const std::string words = (folder->path() / "summary.json").string() +
                            " is damaged or not of this study; the study's own forecast command writes it again";
  json other = summary;
  other["dossier"]["hash"] = "0123456789abcdef";
  for (const std::string& text : {pages.summary.substr(0, 1000), std::string("[]"), std::string(), other.dump()}) {
    const StudyPages damaged{study, text, "en", {}};
    for (const auto section : {head_section, futures_section, chronicle_section}) try {
        section(damaged);
        FAIL() << text;
      } catch (const std::runtime_error& e) {
        EXPECT_EQ(e.what(), words);
      }
  }
}

TEST_F(StudyOfIsles, FuturesAreTheSummary) {
  const json futures = json::parse(futures_section(pages));
  expect_interface(futures, "Futures");
  EXPECT_EQ(futures["dossier"], (json{{"as_of", "2031-06-01"}}));
  for (const auto& [name, value] : futures.items()) {
    if (name == "dossier" || name == "series") continue;
    EXPECT_TRUE(value == summary[name]) << name;  // EXPECT_EQ would print all of it
  }
}

TEST_F(StudyOfIsles, SeriesAreTheSummarysToFourDigits) {
  const json series = json::parse(futures_section(pages))["series"];
  ASSERT_EQ(series.size(), summary["series"].size());
  for (std::size_t k = 0; k < series.size(); ++k) {
    EXPECT_EQ(series[k]["name"], summary["series"][k]["name"]);
    EXPECT_EQ(series[k]["unit"], summary["series"][k]["unit"]);
    for (const char* quantile : {"q05", "q25", "q50", "q75", "q95"}) {
      const json &shown = series[k][quantile], &whole = summary["series"][k][quantile];
      ASSERT_EQ(shown.size(), whole.size());
      for (std::size_t week = 0; week < whole.size(); ++week) {
        ASSERT_EQ(shown[week].is_null(), whole[week].is_null());
        if (whole[week].is_null()) continue;
        EXPECT_NEAR(shown[week], whole[week], 0.5001e-3 * std::abs(whole[week].get<double>()));
      }
    }
  }
}

TEST_F(StudyOfIsles, TheStudyHoldsTheHeadAndThePagesAskedFor) {
  std::vector<std::string> heard;
  const std::string text = study_json(pages, [&](std::string_view page) { heard.emplace_back(page); });
  const json whole = json::parse(text);
  EXPECT_EQ(heard, (std::vector<std::string>{"situation", "futures"}));
  ASSERT_EQ(whole.size(), 3u);
  EXPECT_EQ(whole["situation"], json::parse(situation_section(pages)));
  EXPECT_TRUE(whole["futures"] == json::parse(futures_section(pages)));
  EXPECT_EQ(text.find('\n'), std::string::npos);
}

TEST_F(StudyOfIsles, TextOfTheDossierCannotEndAScript) {
  const std::string name = "</script><script>alert(1)</script><!--", line_end = "a\u2028b\u2029c";
  study.model.dossier.parties[0].name.en = name;
  study.model.dossier.issues[0].name.en = name;
  study.model.dossier.claims[0].claim = name + line_end;
  pages.shown.clear();
  for (const Section& section : page_sections()) pages.shown.emplace_back(section.name);
  const std::string text = study_json(pages);
  EXPECT_EQ(text.find('<'), std::string::npos);
  EXPECT_EQ(text.find("\u2028"), std::string::npos);
  EXPECT_EQ(text.find("\u2029"), std::string::npos);
  const json whole = json::parse(text);
  EXPECT_EQ(whole["head"]["parties"][0]["name"]["en"], name);
  EXPECT_EQ(whole["evidence"]["claims"][0]["claim"], name + line_end);
}

}  // namespace
}  // namespace armistice
