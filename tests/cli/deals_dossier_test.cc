// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

// The program as its users start it: `armistice deals` on dossiers.
namespace armistice {
namespace {

using nlohmann::json;
using testing::run;

const std::string isles_deals = "deals " ARMISTICE_ROOT "/dossiers/isles";

TEST(DealsOfDossier, PrintsItsTables) {
  const auto ran = run(isles_deals + " -n 64");
  EXPECT_EQ(ran.exit, 0);
  EXPECT_TRUE(ran.output.starts_with("Zone of agreement today\n")) << ran.output;
  for (const char* part : {"\nAs it stands: ", "\nClause by clause: ", "\nThe smallest change: ",
                           "\nWhat could be given for what is refused: ", " · isles "})
    EXPECT_NE(ran.output.find(part), std::string::npos) << part << ran.output;
  EXPECT_NE(run(isles_deals + " -n 64 --lang zh").output.find("今日的谈判空间"), std::string::npos);
}

TEST(DealsOfDossier, TheSameNumbersOnAnyThreads) {
  const auto tables = [](const std::string& flags) {
    return json::parse(run(isles_deals + " -n 64 --json " + flags).output)["tables"];
  };
  const json one = tables("--threads 1");
  EXPECT_EQ(one, tables("--threads 3"));
  EXPECT_NE(one, tables("--seed 2"));
}

TEST(DealsOfDossier, LeavingAPartyOutAddsATable) {
  const json told = json::parse(run(isles_deals + " -n 64 --without harbour --text harbour-draft --json").output);
  const json& last = told["tables"].back();
  EXPECT_EQ(last["title"], "What leaving out changes");
  ASSERT_EQ(last["rows"].size(), 3u);
  EXPECT_GE(last["rows"][2]["zone"], last["rows"][0]["zone"]);
}

TEST(DealsOfDossier, WrongWordsAreNamedWithASuggestion) {
  const auto wrong = [](const std::string& flags) {
    const auto ran = run(isles_deals + " " + flags, " 2>&1");
    EXPECT_EQ(ran.exit, 2) << flags;
    return ran.output;
  };
  EXPECT_EQ(wrong("--without harbor"), "armistice deals: there is no party \"harbor\"; did you mean \"harbour\"?\n");
  EXPECT_EQ(wrong("--without north --without south"), "armistice deals: --without leaves nobody to sign\n");
  EXPECT_EQ(wrong("--require lin=contact"), "armistice deals: there is no issue \"lin\"; did you mean \"line\"?\n");
  EXPECT_EQ(
      wrong("--require line=contract"),
      "armistice deals: there is no option of the issue \"line\" called \"contract\"; did you mean \"contact\"?\n");
  EXPECT_EQ(wrong("--require line"), "armistice deals: --require wants ISSUE=OPTION, not \"line\"\n");
  EXPECT_EQ(wrong("--require line=contact --require line=open"),
            "armistice deals: --require asks for two options of \"line\"\n");
  EXPECT_NE(wrong("--share 20%").find("a share is a number from 0 to 1, not \"20%\": write 0.2"), std::string::npos);
  EXPECT_EQ(wrong("--text harbour"), "armistice deals: there is no text \"harbour\"\n");
  EXPECT_EQ(wrong("--raw"), "armistice deals: --raw is for domains, and this is a dossier\n");
  EXPECT_EQ(run("deals " ARMISTICE_ROOT "/tests/domains/orchard --share 0.2", " 2>&1").output,
            "armistice deals: --share is for dossiers, and this is not one\n");
  const std::string isles = ARMISTICE_ROOT "/dossiers/isles";
  EXPECT_EQ(wrong(ARMISTICE_ROOT "/tests/domains/orchard"),
            "armistice deals: " + isles + " is a dossier: give one dossier, and nothing else\n");
  EXPECT_EQ(run("deals " + isles + "/dossier.toml", " 2>&1").output,
            "armistice deals: " + isles + "/dossier.toml is a file of a dossier: give the dossier's folder\n");
}

}  // namespace
}  // namespace armistice
