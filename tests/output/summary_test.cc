// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/summary.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <numeric>

#include "armistice/output/summary_files.h"
#include "armistice/output/summary_tables.h"
#include "tests/study/isles.h"

namespace armistice {
namespace {

Summary summary_of(std::uint32_t runs) {
  return summarise(isles(), study_key(isles(), {}), Forecaster(isles(), {}, 2).run({0, runs})->tally);
}

TEST(BinQuantile, KnownAnswers) {
  const std::vector<std::uint32_t> one{0, 10, 0, 0}, two{1, 1, 1, 1};
  EXPECT_DOUBLE_EQ(bin_quantile(one, 0, 4, 0.5), 1.5);
  EXPECT_DOUBLE_EQ(bin_quantile(two, 0, 4, 0.5), 2.0);
  EXPECT_DOUBLE_EQ(bin_quantile(two, -2, 2, 0.25), -1.0);
  EXPECT_TRUE(std::isnan(bin_quantile(std::vector<std::uint32_t>{0, 0}, 0, 1, 0.5)));
}

TEST(Share, WilsonAtNinetyPerCent) {
  const Share s = share_of(40, 100);  // Wilson 1927 with z = 1.6449
  EXPECT_NEAR(s.low, 0.3231, 5e-4);
  EXPECT_NEAR(s.high, 0.4823, 5e-4);
  EXPECT_EQ(share_of(0, 0).of, 0);
}

TEST(Summary, EndingsAreAPartition) {
  const Summary s = summary_of(200);
  std::int64_t runs = 0;
  for (const EndingRow& row : s.endings) {
    runs += row.share.runs;
    EXPECT_EQ(row.by.back().runs, row.share.runs) << "the last mark is the horizon";
    EXPECT_TRUE(row.week_25 <= row.week_50 && row.week_50 <= row.week_75) << row.id;
  }
  EXPECT_EQ(runs, 200);
  for (const auto& week : s.over_time) EXPECT_NEAR(std::accumulate(week.begin(), week.end(), 0.0), 1, 1e-12);
  EXPECT_EQ(s.settled_by.back().runs, s.settlements);
}

TEST(Summary, TermsOfEachIssueAreAPartition) {
  const Summary s = summary_of(300);
  std::vector<std::int64_t> sum(static_cast<std::size_t>(isles().issues));
  for (const TermRow& row : s.terms) sum[static_cast<std::size_t>(row.issue)] += row.settlements.runs;
  for (std::int64_t runs : sum) EXPECT_EQ(runs, s.settlements);
}

TEST(Summary, DatesAreDaysOfTheCalendar) {
  Summary s;
  s.as_of = {2025, 12, 20};
  EXPECT_EQ(show(day_of(s, 0)), "2025-12-20");
  EXPECT_EQ(show(day_of(s, 2)), "2026-01-03");
}

TEST(Summary, WarnsOfFewRuns) {
  const Summary few = summary_of(16);
  EXPECT_NE(notes_of(few, Language::en).find("not converged"), std::string::npos);
  EXPECT_NE(notes_of(few, Language::en).find("A deal that passes is not therefore a good one."), std::string::npos);
  EXPECT_EQ(notes_of(summary_of(2000), Language::en).find("not converged"), std::string::npos);
}

TEST(Summary, ConfidenceFollowsTheSources) {
  Dossier cited = isles_dossier();
  for (Knob& knob : cited.knobs) knob.sources = {"somewhere"};
  const Model model = compile(cited);
  const Tally tally = Forecaster(model, {}, 1).run({0, 8})->tally;
  EXPECT_EQ(summarise(model, study_key(model, {}), tally).confidence.en, "high");
  for (Knob& knob : cited.knobs) knob.sources.clear();
  const Model assumed = compile(cited);
  EXPECT_EQ(summarise(assumed, study_key(assumed, {}), tally).confidence.en, "low");
}

TEST(SummaryJson, HoldsWhatTheTablesHold) {
  const Summary s = summary_of(100);
  const auto j = nlohmann::json::parse(summary_json(isles(), s, "2026-01-01T00:00:00Z"));
  EXPECT_EQ(j["time"], "2026-01-01T00:00:00Z");
  EXPECT_EQ(j["runs"], 100);
  EXPECT_EQ(j["dossier"]["handling"], isles().dossier.handling);
  ASSERT_EQ(j["endings"].size(), static_cast<std::size_t>(ending_count));
  EXPECT_EQ(j["endings"][0]["id"], "settlement");
  EXPECT_EQ(j["endings"][0]["runs"], s.endings[0].share.runs);
  EXPECT_EQ(j["terms"].size(), isles().dossier.issues.size());
  EXPECT_EQ(j["terms"][0]["options"][0]["option"], "open");
  EXPECT_EQ(j["over_time"]["endings"]["fighting"].size(), static_cast<std::size_t>(isles().weeks) + 1);
  EXPECT_EQ(j["outside"]["wars"], 95);
  EXPECT_FALSE(j["left_out"].empty());
}

TEST(SummaryTables, ShowTheOutsideViewFirstInBothLanguages) {
  const Summary s = summary_of(100);
  for (Language language : {Language::en, Language::zh}) {
    const auto tables = tables_of(isles(), s, language);
    ASSERT_GE(tables.size(), 2u);
    EXPECT_NE(tables[0].title.find(language == Language::en ? "Outside view" : "外部视角"), std::string::npos);
    for (const Table& table : tables)
      for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << table.title;
  }
}

TEST(SummaryCsv, HasARowForEachLine) {
  const Summary s = summary_of(50);
  const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  EXPECT_EQ(lines(endings_csv(isles(), s)), 2 + 1 + ending_count);
  EXPECT_EQ(lines(terms_csv(isles(), s)), 2 + 1 + static_cast<std::ptrdiff_t>(s.terms.size()));
  EXPECT_EQ(lines(series_csv(isles(), s)), 2 + 1 + (s.weeks + 1) * static_cast<std::ptrdiff_t>(s.series.size()));
}

}  // namespace
}  // namespace armistice
