// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/evidence.h"

#include <chrono>

#include "armistice/base/file.h"
#include "armistice/model/starter.h"
#include "tests/model/folder.h"

namespace armistice {
namespace {

using testing::Folder;
using testing::problems_of;

// Invented sentences: a harbour, a ferry, a bridge.
const std::string chronicle =
    "港口紀事\n"
    "\n"
    "三月的第一週，渡輪停航了兩天；兩岸的居民都在等消息。\n"
    "   \n"
    "調停者說：「橋還在，話就還能談。」北方沒有回答。\n"
    "The ferry sails again; nobody asks who paid.\n";

Dossier dossier_with(const std::string& span, int paragraph) {
  Dossier d;
  Source source;
  source.name.id = "chronicle";
  source.file = "chronicle.txt";
  d.sources.push_back(source);
  Claim claim;
  claim.id = "c1";
  claim.source.id = "chronicle";
  claim.paragraph = paragraph;
  claim.fingerprint = fingerprint(span);
  claim.place = {"evidence.toml", 3, 8};
  d.claims.push_back(claim);
  return d;
}

struct Outcome {
  Verified verified;
  std::string problems;
};

Outcome verify(const std::string& span, int paragraph, const std::string& text = chronicle) {
  const Folder folder({{"chronicle.txt", text}});
  Problems problems;
  return {verify_fingerprints(dossier_with(span, paragraph), folder.path, problems).at(0), show(problems)};
}

TEST(Fingerprint, OfASpan) {
  EXPECT_EQ(fingerprint("A, b c!"), "sha256:ba7816bf8f01cfea/3");  // the SHA-256 of "abc"
  EXPECT_EQ(fingerprint("橋還在，話就還能談"), fingerprint("桥还在 话就还能谈。"));
}

TEST(Fingerprint, FoundInItsParagraphThroughScriptAndPunctuation) {
  for (const char* span : {"橋還在，話就還能談", "桥还在话就还能谈", "“桥还在, 话就还能谈”"}) {
    const auto [verified, problems] = verify(span, 3);
    EXPECT_EQ(verified.found, Found::at_paragraph) << span;
    EXPECT_EQ(verified.paragraph, 3);
    EXPECT_EQ(problems, "");
  }
}

TEST(Fingerprint, FoundElsewhere) {
  const auto [verified, problems] = verify("the FERRY sails again", 2);
  EXPECT_EQ(verified.found, Found::elsewhere);
  EXPECT_EQ(verified.paragraph, 4);
  EXPECT_EQ(problems, "");
  EXPECT_EQ(verify("the ferry sails again", 0).verified.found, Found::at_paragraph);  // no paragraph given
}

TEST(Fingerprint, MayRunOnIntoTheNextParagraphAndToTheEnd) {
  EXPECT_EQ(verify("北方没有回答。The ferry sails", 3).verified.found, Found::at_paragraph);
  EXPECT_EQ(verify("nobody asks who paid", 4).verified.found, Found::at_paragraph);
  EXPECT_EQ(verify("nobody asks who paid the", 4).verified.found, Found::changed);
}

TEST(Fingerprint, AChangedSpanIsAProblemWithTheParagraph) {
  const auto [verified, problems] = verify("渡輪停航了三天", 2);
  EXPECT_EQ(verified.found, Found::changed);
  EXPECT_EQ(problems,
            "evidence.toml:3:8: the span of claim \"c1\" does not stand in chronicle.txt\n"
            "  paragraph 2 reads: 三月的第一週，渡輪停航了兩天；兩岸的居民都在等消息。\n"
            "1 problem\n");
  EXPECT_EQ(verify("渡輪停航了三天", 9).problems,
            "evidence.toml:3:8: the span of claim \"c1\" does not stand in chronicle.txt\n"
            "  it has 4 paragraphs, none numbered 9\n"
            "1 problem\n");
}

TEST(Fingerprint, WithoutTextOrPrint) {
  const Folder empty;
  Problems problems;
  Dossier d = dossier_with("x", 1);
  EXPECT_EQ(verify_fingerprints(d, empty.path, problems)[0].found, Found::no_text);
  d.claims[0].fingerprint.clear();
  EXPECT_EQ(verify_fingerprints(d, empty.path, problems)[0].found, Found::no_fingerprint);
  EXPECT_TRUE(problems.empty());
}

TEST(Fingerprint, AHundredChangedClaimsTakeLessThanASecond) {
  std::string text;
  for (int i = 0; i < 160; ++i)
    text += "渡輪停航了兩天，兩岸的居民都在等消息，第" + std::to_string(i) + "號碼頭仍然空著。\n";
  const FoldedText folded = fold_text(text);
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < 100; ++i)
    EXPECT_EQ(find_fingerprint(folded, fingerprint("不在文中的句子" + std::to_string(i)), 1), 0);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));  // 0.2 s alone on a quiet core
}

TEST(Evidence, CoverageOfTheStarter) {
  const Folder folder(starter_dossier("isles"));
  Problems problems;
  const auto d = read_dossier(folder.path, problems);
  ASSERT_TRUE(d) << show(problems);
  const auto rows = coverage(*d);
  ASSERT_EQ(rows.size(), 9u);  // three parties, each with its own numbers and two issues
  EXPECT_EQ(rows[0].who, "mediator");
  int numbers = 0;
  PartyNumbers of_a_party;
  PartyNumbers::list(of_a_party, [&](Number&, const Spec&) { ++numbers; });
  EXPECT_EQ(rows[0].missing, numbers);
  EXPECT_EQ(rows[1].missing, 4);  // the mediator does not value the line: weight, open, two options
  EXPECT_EQ(rows[7].what, "line");
  EXPECT_EQ(rows[7].cited, 2);  // both ends of North's worth of the line of contact
  EXPECT_EQ(rows[7].assumed, 3);
  int all = 0, structural = 0;
  for (const Coverage& part : coverage_by_part(*d)) all += part.all();
  for (const Knob& knob : d->knobs) structural += knob.structural;
  EXPECT_EQ(all + structural, static_cast<int>(d->knobs.size()));
  const auto found = grades(*d);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].reliability, 'C');
  EXPECT_EQ(found[0].information, '3');
  EXPECT_EQ(found[0].claims, 1);
  EXPECT_EQ(found[0].numbers, 2);
}

TEST(Evidence, TheStarterPasses) { EXPECT_EQ(problems_of(starter_dossier("isles")), ""); }

TEST(Evidence, BadFingerprintsAndFileNames) {
  const std::string evidence = "[claim.c]\nsource = \"s\"\nclaim = \"x\"\nfingerprint = \"sha256:12/3\"\n";
  EXPECT_EQ(problems_of({{"dossier.toml", testing::two_towns},
                         {"evidence.toml", evidence},
                         {"sources.toml", "[source.s]\ntitle = \"S\"\nfile = \"../s.txt\"\nreliability = \"G\"\n"}}),
            "evidence.toml:4:15: not a fingerprint such as \"sha256:0123456789abcdef/41\"\n"
            "  fingerprint = \"sha256:12/3\"\n"
            "                ^\n"
            "  armistice fingerprint FILE \"the span\" prints one\n"
            "sources.toml:3:8: \"file\" is the name of a file in the folder of texts, without folders\n"
            "  file = \"../s.txt\"\n"
            "         ^\n"
            "sources.toml:4:15: unknown reliability \"G\"\n"
            "  reliability = \"G\"\n"
            "                ^\n"
            "  one of: A, B, C, D, E, F\n"
            "3 problems\n");
}

TEST(Evidence, TheFlagshipsFingerprintsStandInItsTexts) {
  const std::filesystem::path root = ARMISTICE_ROOT, texts = root / ".." / "shared" / "seeds";
  if (!std::filesystem::exists(texts)) GTEST_SKIP() << "the texts are not part of the project";
  Problems problems;
  const auto d = read_dossier(root / "dossiers" / "ukraine-2025", problems);
  ASSERT_TRUE(d) << show(problems);
  int found = 0;
  for (const Verified& v : verify_fingerprints(*d, texts, problems)) found += v.found == Found::at_paragraph;
  EXPECT_EQ(show(problems), "");
  EXPECT_GT(found, 50);
}

TEST(Evidence, EveryDossierOfTheProjectPasses) {
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ARMISTICE_ROOT) / "dossiers")) {
    if (!entry.is_directory()) continue;
    Problems problems;
    const auto d = read_dossier(entry.path(), problems);
    if (d) check_meaning(*d, problems);
    EXPECT_EQ(show(problems), "") << entry.path();
  }
}

}  // namespace
}  // namespace armistice
