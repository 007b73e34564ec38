// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/chronicle.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "armistice/base/text.h"
#include "tests/study/isles.h"

namespace armistice {
namespace {

// What one week of changes reads like.
struct Week {
  State<double> before{}, after{};
  std::string text(bool last = false) {
    std::vector<Told> entries;
    Narrator narrator(isles(), entries);
    narrator.begin(before);
    entries.clear();
    narrator.tell(1, before, after, last);
    std::string all;
    for (const Told& entry : entries) all += entry.text.en + "\n";
    return all;
  }
};

Week quiet() {
  Week w;
  w.before.front = w.before.present = 1;
  w.before.deal_week = -1;
  w.before.tempo = positional;
  w.after = w.before;
  return w;
}

TEST(Narrator, SaysNothingOfADullWeek) { EXPECT_EQ(quiet().text(), ""); }

TEST(Narrator, TellsOfDeadlinesAndWalkingAway) {
  Week w = quiet();
  w.after.deadline = 4;
  EXPECT_EQ(w.text(), "Harbour sets a deadline in 4 weeks.\n");
  w.before.deadline = 1, w.after.deadline = 0;
  w.before.credibility = 0.3, w.after.credibility = 0.26;
  EXPECT_EQ(w.text(), "The deadline passes without action; Harbour's threats lose credit (26 %).\n");
  w.before.credibility = 0.26;  // a lever lay there already
  EXPECT_EQ(w.text(), "The deadline passes; the pressure stays as it is.\n");
  w.before.deadline = 3, w.after.present = 0;
  EXPECT_EQ(w.text(), "Harbour walks away from mediation.\n");
}

TEST(Narrator, TellsWhichClausesChangedAndWhoSaidWhat) {
  Week w = quiet();
  w.after.meetings = 1;
  w.after.said[0] = accepted, w.after.said[1] = refused, w.after.said[2] = yes_but;
  w.after.text[0] = 1;
  w.after.gain[0] = 0.1, w.after.gain[1] = -0.05;
  EXPECT_EQ(w.text(), "The parties meet and revise the text: The line on Tern, from \"left open\" to \"" +
                          option_name(isles(), 0, 1).en +
                          "\". South refuses (-0.050), Harbour says yes, but (+0.000).\n");
  w.after.said[1] = w.after.said[2] = accepted;
  EXPECT_NE(w.text().find("All accept."), std::string::npos);
}

TEST(Narrator, TellsADealFromItsFailure) {
  Week w = quiet();
  w.before.asked = 1;
  EXPECT_EQ(w.text(), "The deal fails at home.\n");
  w.after.deal_week = 1, w.after.force = settlement;
  EXPECT_NE(w.text().find("a settlement is in force. The line on Tern: left open;"), std::string::npos) << w.text();
  w.after.force = ceasefire;
  EXPECT_NE(w.text().find("a ceasefire is in force"), std::string::npos) << w.text();
}

TEST(Narrator, NamesTheEnding) {
  Week w = quiet();
  w.after.ended = 1, w.after.ending = static_cast<double>(Ending::a_collapse);
  EXPECT_EQ(w.text(true), "The end: North collapses.\n");
}

TEST(Chronicle, EndsAsTheStudySaysAndSpeaksBothLanguages) {
  const auto entries = chronicle(isles(), {}, 3);
  ASSERT_GT(entries.size(), 3u);
  EXPECT_EQ(entries.front().week, 0);
  for (const Told& entry : entries) {
    EXPECT_FALSE(entry.text.en.empty());
    EXPECT_FALSE(entry.text.zh.empty());
    EXPECT_LE(entry.week, isles().weeks);
  }
}

TEST(Chronicle, FitsIntoATerminalInBothLanguages) {
  const auto entries = chronicle(isles(), {}, 0);
  for (Language language : {Language::en, Language::zh}) {
    std::istringstream lines(told(isles(), entries, language));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), 120) << line;
  }
}

// The whole chronicle of the first run, as it was last read and found good. ARMISTICE_UPDATE=1 writes it anew.
TEST(Chronicle, FirstRunOfTheIsles) {
  const std::string path = ARMISTICE_ROOT "/tests/transcripts/isles_run_0.txt";
  const std::string now = told(isles(), chronicle(isles(), {}, 0), Language::en);
  if (const char* update = std::getenv("ARMISTICE_UPDATE"); update != nullptr && *update == '1')
    std::ofstream(path) << now;
  std::ifstream file(path);
  ASSERT_TRUE(file) << path << " is missing: ARMISTICE_UPDATE=1 writes it";
  std::ostringstream kept;
  kept << file.rdbuf();
  EXPECT_EQ(now, kept.str()) << "when the change is meant: ARMISTICE_UPDATE=1 writes " << path << " anew";
}

}  // namespace
}  // namespace armistice
