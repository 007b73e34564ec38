// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "armistice/output/pages/base64.h"
#include "armistice/output/pages/deals_of.h"
#include "armistice/output/pages/weighing_table.h"
#include "tests/dynamics/small_war.h"
#include "tests/output/contract.h"
#include "tests/output/pages_weigh.h"

namespace armistice {
namespace {

using nlohmann::json;
using testing::PlainWeighing;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

Model model_of(const std::string& name) {
  return compile(name == "small" ? testing::small_war()
                                 : testing::read_or_throw(std::string(ARMISTICE_ROOT "/dossiers/") + name));
}

// Packages at random, of which those that break a constraint are left out.
std::vector<std::vector<int>> some_packages(const Model& m, const PlainWeighing& plain, std::size_t count) {
  std::mt19937 any(7);
  std::vector<std::vector<int>> packages;
  while (packages.size() < count) {
    std::vector<int> package;
    for (const int options : m.options)
      package.push_back(static_cast<int>(any() % static_cast<std::uint32_t>(options)));
    if (plain.allowed(package)) packages.push_back(package);
  }
  return packages;
}

TEST(Base64, IsThatOfTheStandard) {
  const auto of = [](const std::string& text) {
    return base64(reinterpret_cast<const unsigned char*>(text.data()), text.size());
  };
  EXPECT_EQ(of(""), "");
  EXPECT_EQ(of("f"), "Zg==");
  EXPECT_EQ(of("fo"), "Zm8=");
  EXPECT_EQ(of("foo"), "Zm9v");
  EXPECT_EQ(of("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64(std::vector<float>{1.0f}), "AACAPw==");
  EXPECT_EQ(testing::floats_of(base64(std::vector<float>{0.5f, -3.25f, 1e30f})),
            (std::vector<double>{0.5, -3.25, static_cast<double>(1e30f)}));
}

class WeighingTables : public ::testing::TestWithParam<std::string> {
 protected:
  WeighingTables() : model(model_of(GetParam())) {}
  // Everything that the program makes of 200 packages, against the plain reading of its table.
  void agree(const Plan& plan) const {
    const Hands hands(model, plan, 12);
    const PlainWeighing plain(json::parse(weighing_table(hands)));
    ASSERT_EQ(plain.draws(), 12u);
    std::size_t asked = 0;
    for (const auto& package : some_packages(model, plain, 200)) {
      std::size_t draw = 0;
      for (const auto& hand : hands.blocks) {
        const auto p = summed(hands, *hand, package);
        EXPECT_TRUE(lane(allowed(model, p.option), 0));
        Worths<Lanes> w;
        weigh(model, hand->t, hand->s, p, w);
        Lanes who;
        const Lanes least = least_gain(model, hand->t, p, w, who);
        for (int l = 0; l < hand->lanes; ++l, ++draw) {
          const auto mine = plain.weigh(draw, package);
          EXPECT_NEAR(mine.least, lane(least, l), 1e-4);
          EXPECT_NEAR(mine.hazard, lane(w.breakdown, l), 1e-4 * (1 + mine.hazard));
          for (std::size_t r = 0; r < plain.parties.size(); ++r) {
            const std::size_t i = at(plain.parties[r]);
            EXPECT_NEAR(mine.gain[r], lane(w.gain[i], l), 1e-4);
            EXPECT_NEAR(mine.passing[r], lane(w.passing[i], l), 1e-4);
            EXPECT_EQ(plain.must(r, package), lane(must_accept(model, hand->t, p, i), l));
            asked += plain.must(r, package) ? 1 : 0;
          }
        }
      }
    }
    EXPECT_GT(asked, 0u);
  }
  Model model;
};

TEST_P(WeighingTables, LetAPlainReaderWeighAsTheProgramDoes) { agree({}); }

TEST_P(WeighingTables, KnowWhatIsSwitchedOff) {
  Plan plan;
  plan.on.audiences = plan.on.breakdown = plan.on.red_lines = false;
  agree(plan);
  const json table = json::parse(weighing_table(Hands(model, plan, 2)));
  EXPECT_FALSE(table["ratify"]);
  EXPECT_FALSE(table["breakdown"]);
}

// A package that breaks a constraint is seen to, with the reason.
TEST_P(WeighingTables, HoldTheConstraints) {
  const Hands hands(model, {}, 1);
  const PlainWeighing plain(json::parse(weighing_table(hands)));
  ASSERT_EQ(plain.t["rules"].size(), model.dossier.constraints.size());
  for (std::size_t r = 0; r < model.rules.size(); ++r)
    EXPECT_EQ(plain.t["rules"][r]["why"], model.dossier.constraints[r].why);
  std::mt19937 any(11);
  int broken = 0;
  for (int k = 0; k < 400; ++k) {
    std::vector<int> package;
    for (const int options : model.options)
      package.push_back(static_cast<int>(any() % static_cast<std::uint32_t>(options)));
    const bool good = lane(allowed(model, summed(hands, *hands.blocks[0], package).option), 0);
    EXPECT_EQ(plain.allowed(package), good);
    broken += good ? 0 : 1;
  }
  EXPECT_GT(broken, 0);
}

TEST_P(WeighingTables, HaveTheLengthsThatTheirCountsAskFor) {
  const PlainWeighing plain(json::parse(weighing_table(Hands(model, {}, 11))));
  const json& t = plain.t;
  const std::size_t cells = t["cells"], rows = t["parties"].size(), audiences = t["audiences"].size();
  EXPECT_EQ(plain.size("utility"), 11 * rows * cells);
  EXPECT_EQ(plain.size("audience_utility"), 11 * audiences * cells);
  for (const char* name : {"hold", "watch", "balance", "front"}) EXPECT_EQ(plain.size(name), 11 * cells) << name;
  EXPECT_EQ(plain.size("link_value"), 11 * t["links"].size());
  EXPECT_EQ(plain.size("scalars"), 11 * t["scalar_names"].size());
  EXPECT_EQ(plain.size("party_scalars"), 11 * rows * t["party_scalar_names"].size());
  EXPECT_EQ(plain.size("audience_scalars"), 11 * audiences * t["audience_scalar_names"].size());
  for (const char* name : {"spends", "bound", "front_named"}) EXPECT_EQ(t[name].size(), cells) << name;
  testing::expect_interface(t, "WeighingTable");
}

INSTANTIATE_TEST_SUITE_P(Dossiers, WeighingTables, ::testing::Values("small", "isles", "ukraine-2025"),
                         [](const auto& one) { return one.param.substr(0, one.param.find('-')); });

// The sections of a small war that is dear enough for a zone.
class DealPages : public ::testing::Test {
 protected:
  static Model dear_war() {
    Dossier dossier = testing::small_war();
    for (const char* party : {"north", "south"})
      testing::fix(dossier, std::string("party.") + party + ".war_cost", 1.4);
    return compile(std::move(dossier));
  }
  DealPages() : study{{}, {}, {}, dear_war(), 0}, pages{.study = study, .summary = "", .shown = {}} {
    pages.draws = 32, pages.table_draws = 16, pages.threads = 1;
  }
  OpenStudy study;
  StudyPages pages;
};

void expect_deal(const json& shown, const DealView& deal) {
  testing::expect_interface(shown, "Deal");
  EXPECT_EQ(shown["package"], deal.package);
  EXPECT_NEAR(shown["passes"], deal.passes, 1e-6);
  EXPECT_NEAR(shown["passes_range"]["low"], deal.passes_range.low, 1e-6);
  EXPECT_NEAR(shown["least"], deal.least, 1e-6);
  EXPECT_NEAR(shown["ratified"], deal.ratified, 1e-6);
  EXPECT_NEAR(shown["carried"], deal.carried, 1e-6);
  EXPECT_NEAR(shown["years"]["mean"], deal.years.mean, 1e-5 * deal.years.mean);
  ASSERT_EQ(shown["party"].size(), deal.party.size());
  for (std::size_t i = 0; i < deal.party.size(); ++i) {
    testing::expect_interface(shown["party"][i], "PartyDeal");
    EXPECT_EQ(shown["party"][i]["must"], deal.party[i].must);
    EXPECT_NEAR(shown["party"][i]["gain"]["low"], deal.party[i].gain.low, 1e-6);
    EXPECT_NEAR(shown["party"][i]["loses"], deal.party[i].loses, 1e-6);
    EXPECT_NEAR(shown["party"][i]["blocks"], deal.party[i].blocks, 1e-6);
  }
}

TEST_F(DealPages, ShowWhatIsFound) {
  const json all = json::parse(deals_section(pages));
  testing::expect_interface(all, "Deals");
  const Deals& deals = deals_of(pages);
  EXPECT_EQ(all["draws"], 32);
  EXPECT_EQ(all["packages"], 4 * 4 * 3 * 3);
  EXPECT_EQ(all["zone"]["found"], deals.zone.found);
  EXPECT_EQ(all["zone"]["blocker"].size(), at(study.model.parties));
  ASSERT_FALSE(deals.robust.empty());
  ASSERT_EQ(all["robust"].size(), deals.robust.size());
  for (std::size_t k = 0; k < deals.robust.size(); ++k) expect_deal(all["robust"][k], deals.robust[k]);
  EXPECT_EQ(all["common"].size(), at(study.model.issues));
  EXPECT_EQ(all["central"]["points"].size(), 4u);
  ASSERT_EQ(all["central"]["pairs"].size(), 3u);
  for (const json& pair : all["central"]["pairs"]) {
    testing::expect_interface(pair, "PairFrontier");
    ASSERT_FALSE(pair["points"].empty());
    for (std::size_t k = 1; k < pair["points"].size(); ++k)
      EXPECT_LT(pair["points"][k - 1]["gain"][pair["a"].get<std::size_t>()],
                pair["points"][k]["gain"][pair["a"].get<std::size_t>()]);
  }
}

// The packages by which the pages' own weighing is checked, weighed by the plain reader of the same section.
TEST_F(DealPages, HoldPackagesToCheckTheirWeighingBy) {
  const json all = json::parse(deals_section(pages));
  const PlainWeighing plain(all["table"]);
  const std::size_t draws = plain.draws();
  ASSERT_EQ(draws, 16u);
  ASSERT_EQ(all["check"].size(), 12u);
  EXPECT_EQ(all["check"][0]["package"], study.model.texts[0]);
  for (const json& deal : all["check"]) {
    const auto package = deal["package"].get<std::vector<int>>();
    double least = 0, passes = 0;
    std::vector<double> gain(plain.parties.size());
    for (std::size_t d = 0; d < draws; ++d) {
      const auto w = plain.weigh(d, package);
      least += w.least / static_cast<double>(draws);
      passes += w.least >= 0 && plain.allowed(package) ? 1.0 / static_cast<double>(draws) : 0.0;
      for (std::size_t r = 0; r < gain.size(); ++r) gain[r] += w.gain[r] / static_cast<double>(draws);
    }
    EXPECT_NEAR(deal["least"], least, 1e-4);
    EXPECT_NEAR(deal["passes"], passes, 1e-5);
    for (std::size_t r = 0; r < gain.size(); ++r)
      EXPECT_NEAR(deal["party"][at(plain.parties[r])]["gain"]["mean"], gain[r], 1e-4);
  }
}

TEST_F(DealPages, ShowTheTextsClauseByClause) {
  const json all = json::parse(text_section(pages));
  testing::expect_interface(all, "Texts");
  EXPECT_EQ(all["draws"], 32);
  EXPECT_EQ(all["share"], 0.5);
  ASSERT_EQ(all["texts"].size(), 1u);
  const json& text = all["texts"][0];
  testing::expect_interface(text, "TextPage");
  EXPECT_EQ(text["id"], "plan");
  EXPECT_EQ(text["date"], "2025-12-01");
  EXPECT_EQ(text["options"], study.model.texts[0]);
  const TextDeals& found = deals_of(pages).texts[0];
  expect_deal(text["as_is"], found.as_is);
  const Assessment assessed = assess(study.model, {}, 32);
  EXPECT_NEAR(text["all_accept"], assessed.texts[0].all_accept, 1e-6);
  EXPECT_NEAR(text["accept"][1]["mean"], assessed.texts[0].party[1].accept.mean, 1e-6);
  ASSERT_EQ(text["clauses"].size(), 2u);
  testing::expect_interface(text["clauses"][0], "ClauseView");
  EXPECT_EQ(text["clauses"][0]["said"],
            json::parse(R"([{"number": 1, "text": {"en": "The line of contact", "zh": "The line of contact"},
                             "sources": []}])"));
  EXPECT_TRUE(text["other"].empty());
  ASSERT_EQ(text["steps"].size(), found.steps.size());
  ASSERT_EQ(text["smallest"].size(), found.smallest.size());
  for (std::size_t k = 0; k < found.smallest.size(); ++k) {
    testing::expect_interface(text["smallest"][k], "ChangedText");
    expect_deal(text["smallest"][k]["deal"], found.smallest[k].deal);
    EXPECT_EQ(text["smallest"][k]["changes"].size(), found.smallest[k].changes.size());
  }
  EXPECT_EQ(text["compensations"].size(), found.compensations.size());
}

// Every clause of a text is somewhere.
TEST(TextPage, LosesNoClause) {
  const OpenStudy study{{}, {}, {}, model_of("isles"), 0};
  StudyPages pages{.study = study, .summary = "", .shown = {}};
  pages.draws = 8;
  for (const json& text : json::parse(text_section(pages))["texts"]) {
    std::size_t clauses = text["other"].size();
    for (const json& clause : text["clauses"]) {
      EXPECT_FALSE(clause["said"].empty());
      clauses += clause["said"].size();
    }
    const auto& texts = study.model.dossier.texts;
    const auto of = std::find_if(texts.begin(), texts.end(), [&](const Text& t) { return t.name.id == text["id"]; });
    ASSERT_NE(of, texts.end());
    EXPECT_EQ(clauses, of->clauses.size());
  }
}

}  // namespace
}  // namespace armistice
