// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/chronicle.h"
#include "tests/output/study_of_isles.h"

// Histories and evidence.
namespace armistice {
namespace {

using nlohmann::json;
using testing::expect_interface;
using testing::StudyOfIsles;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

TEST_F(StudyOfIsles, ChronicleTellsTheFirstRunsOfEachEnding) {
  const json chronicle = json::parse(chronicle_section(pages));
  expect_interface(chronicle, "Chronicle");
  std::map<std::string, std::vector<std::uint32_t>> runs_of;
  for (const ShardLine& line : read_shards(study.folder)) {
    const Sample sample = read_shard(study.folder, line);
    for (std::uint32_t row = 0; row < line.range.count; ++row)
      runs_of[ending_id(static_cast<Ending>(sample.outcomes.ending[row]))].push_back(line.range.first + row);
  }
  ASSERT_EQ(chronicle["endings"].size(), at(ending_count));
  for (const json& ending : chronicle["endings"]) {
    const auto& runs = runs_of[ending["id"]];
    EXPECT_EQ(ending["runs"], runs.size()) << ending["id"];
    std::vector<std::uint32_t> told;
    for (const json& run : chronicle["runs"])
      if (run["ending"] == ending["id"]) told.push_back(run["run"]);
    EXPECT_EQ(told, std::vector(runs.begin(), runs.begin() + std::min<std::ptrdiff_t>(2, std::ssize(runs))));
  }
}

TEST_F(StudyOfIsles, ARunIsToldInBothLanguages) {
  const json run = json::parse(run_section(pages, 207));
  expect_interface(run, "RunTold");
  EXPECT_EQ(run["run"], 207);
  const std::vector<Told> entries = chronicle(m, {}, 207);
  ASSERT_EQ(run["entries"].size(), entries.size());
  ASSERT_FALSE(entries.empty());
  for (std::size_t k = 0; k < entries.size(); ++k)
    EXPECT_EQ(run["entries"][k],
              (json{{"week", entries[k].week}, {"text", {{"en", entries[k].text.en}, {"zh", entries[k].text.zh}}}}));
  const json chronicle = json::parse(chronicle_section(pages));
  for (const json& told : chronicle["runs"]) EXPECT_EQ(told, json::parse(run_section(pages, told["run"])));
}

TEST_F(StudyOfIsles, ARunsWeekIsItsEndOrItsDeals) {
  for (const json& told : json::parse(chronicle_section(pages))["runs"]) {
    const std::string ending = told["ending"];
    EXPECT_EQ(told["week"].is_null(), ending == "fighting" || ending == "faded") << told["run"];
    if (ending.ends_with("aim") || ending.ends_with("collapse")) {
      EXPECT_EQ(told["week"], told["entries"].back()["week"]) << told["run"];
    }
  }
}

TEST_F(StudyOfIsles, ARunThatIsNotThereIsRefused) {
  try {
    run_section(pages, 300);
    FAIL();
  } catch (const std::runtime_error& e) {
    EXPECT_STREQ(e.what(), "the study holds no run 300: it has 300 runs, counted from 0");
  }
}

TEST_F(StudyOfIsles, EvidenceLeadsFromNumbersToSourcesAndBack) {
  const json evidence = json::parse(evidence_section(pages));
  expect_interface(evidence, "Evidence");
  ASSERT_EQ(evidence["numbers"].size(), d.knobs.size());
  std::map<std::string, int> from;
  for (const json& number : evidence["numbers"]) ++from[number["from"]];
  EXPECT_EQ(from["cited"], summary["knobs"]["cited"]);
  EXPECT_EQ(from["cited"] + from["assumed"] + from["left out"], summary["knobs"]["all"]);
  EXPECT_EQ(from.size(), 4u);
  ASSERT_EQ(evidence["claims"].size(), d.claims.size());
  std::size_t uses = 0, cites = 0;
  for (const json& claim : evidence["claims"])
    for (const std::size_t number : claim["used"]) {
      const json& sources = evidence["numbers"][number]["sources"];
      EXPECT_NE(std::find(sources.begin(), sources.end(), claim["id"]), sources.end()) << claim["id"];
      ++uses;
    }
  for (const json& number : evidence["numbers"])
    for (const json& source : number["sources"]) cites += source != "gazette";
  EXPECT_EQ(uses, cites);
  EXPECT_EQ(evidence["sources"][0], json::parse(R"({"id": "gazette", "title": "The Isles Gazette",
      "author": "its invented staff", "publisher": "", "date": "2031-05-30", "reliability": "C",
      "licence": "invented"})"));
  EXPECT_EQ(evidence["events"][1],
            json::parse(R"({"id": "draft", "name": {"en": "Harbour's draft", "zh": "港口城提出草案"},
      "date": "2031-05-10", "known": "2031-05-12", "kind": "offer", "sources": ["C6"]})"));
}

}  // namespace
}  // namespace armistice
