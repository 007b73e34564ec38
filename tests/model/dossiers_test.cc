// SPDX-License-Identifier: Apache-2.0
// The dossiers that are shipped: each is read without a problem and compiled, and the large one keeps what it promises.
#include <algorithm>
#include <filesystem>
#include <set>

#include "armistice/model/evidence.h"
#include "armistice/model/model.h"
#include "armistice/model/read.h"

namespace armistice {
namespace {

const std::filesystem::path root = ARMISTICE_ROOT;

Dossier load(const std::string& id) {
  Problems problems;
  auto dossier = read_dossier(root / "dossiers" / id, problems);
  if (dossier) check_meaning(*dossier, problems);
  EXPECT_TRUE(problems.empty()) << show(problems);
  return dossier ? std::move(*dossier) : Dossier{};
}

TEST(Dossiers, EveryShippedOneHoldsAndCompiles) {
  int seen = 0;
  for (const auto& folder : std::filesystem::directory_iterator(root / "dossiers")) {
    if (!folder.is_directory()) continue;
    const std::string id = folder.path().filename().string();
    Dossier dossier = load(id);
    ASSERT_FALSE(dossier.issues.empty()) << id;
    EXPECT_EQ(dossier.title.id, id) << "the id is the folder's name";
    const std::size_t issues = dossier.issues.size();
    const Model model = compile(std::move(dossier));
    EXPECT_EQ(static_cast<std::size_t>(model.issues), issues);
    EXPECT_GE(model.table, 0) << id << " has no text on the table";
    ++seen;
  }
  EXPECT_GE(seen, 2);
}

TEST(Dossiers, TheIslesAreSmallAndLeaveMostNumbersOut) {
  const Dossier isles = load("isles");
  EXPECT_EQ(isles.parties.size(), 3u);
  EXPECT_EQ(isles.issues.size(), 2u);
  EXPECT_EQ(isles.texts.size(), 2u);
  EXPECT_EQ(isles.events.size(), 4u);
  EXPECT_EQ(isles.claims.size(), 6u);
  const auto omitted = std::count_if(isles.knobs.begin(), isles.knobs.end(), [](const Knob& k) { return k.omitted; });
  EXPECT_GT(2 * omitted, static_cast<std::ptrdiff_t>(isles.knobs.size()));
}

TEST(Dossiers, UkraineValuesEveryOptionForEveryParty) {
  const Dossier ukraine = load("ukraine-2025");
  ASSERT_EQ(ukraine.parties.size(), 5u);
  ASSERT_EQ(ukraine.issues.size(), 14u);
  for (const auto& party : ukraine.parties) {
    double weights = 0;
    for (const auto& issue : ukraine.issues) {
      const auto worth = std::find_if(ukraine.worths.begin(), ukraine.worths.end(), [&](const Worth& w) {
        return w.who.id == party.name.id && w.issue.id == issue.name.id;
      });
      ASSERT_NE(worth, ukraine.worths.end()) << party.name.id << " does not value " << issue.name.id;
      EXPECT_EQ(worth->value.size(), issue.options.size()) << party.name.id << " " << issue.name.id;
      weights += centre(ukraine.knobs[static_cast<std::size_t>(worth->weight.knob)]);
    }
    EXPECT_NEAR(weights, 1, 1e-9) << party.name.id;
  }
}

// A clause that touches two issues stands twice under its number.
TEST(Dossiers, UkraineHasTwentyEightPointsInTwoLanguages) {
  const Dossier ukraine = load("ukraine-2025");
  for (const auto& text : ukraine.texts) {
    std::set<int> numbers;
    for (const auto& clause : text.clauses) {
      numbers.insert(clause.number);
      EXPECT_FALSE(clause.en.empty() || clause.zh.empty()) << text.name.id << " " << clause.number;
      EXPECT_FALSE(clause.sources.empty()) << text.name.id << " " << clause.number;
    }
    if (text.name.id == "plan-28") {
      EXPECT_EQ(numbers.size(), 28u);
      EXPECT_EQ(*numbers.rbegin(), 28);
    }
  }
  for (const auto& issue : ukraine.issues) {
    EXPECT_FALSE(issue.name.zh.empty()) << issue.name.id;
    for (const auto& option : issue.options) EXPECT_FALSE(option.name.zh.empty()) << option.name.id;
  }
}

// No look-ahead: an event is history or acts in a run, and nothing of the past was known only after the day.
TEST(Dossiers, UkraineKnowsNothingOfTheFutureButTheElection) {
  const Dossier ukraine = load("ukraine-2025");
  for (const auto& event : ukraine.events) {
    if (event.date <= ukraine.as_of) {
      EXPECT_LE(event.known, ukraine.as_of) << event.name.id;
    } else {
      EXPECT_EQ(event.kind, "election") << event.name.id;
    }
  }
}

TEST(Dossiers, UkraineQuotesWhatTheSourcesSay) {
  const auto texts = root / ".." / "shared" / "seeds";
  if (!std::filesystem::is_directory(texts)) GTEST_SKIP() << "the texts are not part of the project";
  const Dossier ukraine = load("ukraine-2025");
  Problems problems;
  int found = 0;
  for (const auto& verified : verify_fingerprints(ukraine, texts, problems)) {
    if (verified.found == Found::no_fingerprint) continue;
    EXPECT_EQ(verified.found, Found::at_paragraph) << verified.claim;
    ++found;
  }
  EXPECT_TRUE(problems.empty()) << show(problems);
  EXPECT_GE(found, 60);
}

}  // namespace
}  // namespace armistice
