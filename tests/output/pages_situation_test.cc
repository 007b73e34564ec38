// SPDX-License-Identifier: Apache-2.0
#include "armistice/dynamics/assess.h"
#include "armistice/model/evidence.h"
#include "tests/output/study_of_isles.h"

namespace armistice {
namespace {

using nlohmann::json;
using testing::expect_interface;
using testing::StudyOfIsles;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

TEST_F(StudyOfIsles, SituationHoldsTheDossiersWorths) {
  const json situation = json::parse(situation_section(pages));
  expect_interface(situation, "Situation");
  EXPECT_EQ(situation["draws"], 64);
  ASSERT_EQ(situation["stands"].size(), 6u);
  std::vector<double> weights(3, 0.0);
  for (const json& stand : situation["stands"]) {
    expect_interface(stand, "Stand");
    weights[stand["party"]] += stand["weight"]["mean"].get<double>();
    for (const json& worth : stand["worth"]) {
      EXPECT_LE(0, worth["low"]);
      EXPECT_LE(worth["low"], worth["mean"]);
      EXPECT_LE(worth["mean"], worth["high"]);
      EXPECT_LE(worth["high"], 1);
    }
  }
  for (const double weight : weights) EXPECT_NEAR(weight, 1, 1e-5);
  const json& north = situation["stands"][0];
  EXPECT_EQ(north["worth"][1]["mean"], 1) << "what the North likes best, as its dossier says";
  EXPECT_EQ(north["worth"][3]["mean"], 0);
  EXPECT_EQ(north["best"], 1);
  EXPECT_EQ(north["red"], (json{false, false, false, true}));
}

TEST_F(StudyOfIsles, SituationFollowsTheFront) {
  // The North's worth of the line of contact grows with the front, which stands at 0.44 to 0.46 today.
  const json contact = json::parse(situation_section(pages))["stands"][0]["worth"][2];
  const auto value = [&](Number n) { return centre(d.knobs[at(n.knob)]); };
  const double at_0 = value(m.value_0[at(m.first[0] + 2)]), at_1 = value(m.value_1[at(m.first[0] + 2)]);
  ASSERT_LT(at_0, at_1);
  EXPECT_NEAR(contact["mean"], at_0 + 0.45 * (at_1 - at_0), 0.02);
}

TEST_F(StudyOfIsles, SituationCountsWhatRestsOnSources) {
  const json situation = json::parse(situation_section(pages));
  const auto same = [](const json& shown, const Coverage& counted) {
    return shown["cited"] == counted.cited && shown["assumed"] == counted.assumed &&
           shown["missing"] == counted.missing;
  };
  const std::vector<Coverage> rows = coverage(d);
  ASSERT_EQ(rows.size(), 9u) << "a party's own numbers and its two issues";
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_TRUE(same(situation["own"][i], rows[3 * i]));
    EXPECT_TRUE(same(situation["stands"][2 * i], rows[3 * i + 1]));
    EXPECT_TRUE(same(situation["stands"][2 * i + 1], rows[3 * i + 2]));
  }
  std::vector<Coverage> parts = coverage_by_part(d);
  std::erase_if(parts, [](const Coverage& part) { return part.all() == 0; });
  ASSERT_EQ(situation["parts"].size(), parts.size());
  for (std::size_t k = 0; k < parts.size(); ++k) {
    EXPECT_EQ(situation["parts"][k]["part"], parts[k].who);
    EXPECT_TRUE(same(situation["parts"][k], parts[k])) << parts[k].who;
  }
}

TEST_F(StudyOfIsles, SituationKnowsWhatFightingOnIsWorth) {
  const json situation = json::parse(situation_section(pages));
  const Assessment assessed = assess(m, {}, 64);
  ASSERT_EQ(situation["walk_away"].size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(situation["walk_away"][i]["mean"], assessed.walk_away[i].mean, 1e-5);
    // The two take the quantiles of few draws otherwise: by one draw at most.
    EXPECT_NEAR(situation["walk_away"][i]["low"], assessed.walk_away[i].low, 0.01);
    EXPECT_NEAR(situation["walk_away"][i]["high"], assessed.walk_away[i].high, 0.01);
  }
}

TEST(PagesOfASmallWar, APartyWithoutValuesHasNoStand) {
  Dossier two = isles().dossier;
  const auto harbour = [](const Worth& worth) { return worth.who.id == "harbour"; };
  std::erase_if(two.worths, harbour);
  OpenStudy study{"", {}, {}, compile(two), 0};
  const json situation = json::parse(situation_section({study, "", "en", {}}));
  EXPECT_EQ(situation["stands"].size(), 4u);
  EXPECT_EQ(situation["walk_away"][2], nullptr);
  EXPECT_EQ(situation["own"].size(), 3u);
}

}  // namespace
}  // namespace armistice
