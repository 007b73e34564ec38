// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/spatial.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "tests/theory/collective/spatial_fields.h"
#include "tests/theory/collective/spatial_naive.h"

namespace armistice::collective {
namespace {

namespace fs = std::filesystem;
using testing::any_choices;
using testing::field_of;
using testing::random_field;
using testing::seven_on_three;

SpatialChoices literal() {
  SpatialChoices choices;
  choices.mode = SpatialMode::literal;
  return choices;
}

// ---- KTAB's own results ----

TEST(Spatial, KtabExampleIsReproduced) {
  const auto turns = spatial_turns(seven_on_three(), literal());
  ASSERT_EQ(turns.size(), 11u);
  const std::vector<double> first = {79.54, 44.71, 72.05}, second = {80.56, 34.24, 75.95}, last = {78.56, 31.76, 74.05};
  for (std::size_t k = 0; k < 3; ++k) {
    EXPECT_NEAR(turns[1].position[k], first[k], 1e-9);
    EXPECT_NEAR(turns[2].position[k], second[k], 1e-9);
    EXPECT_NEAR(turns[10].position[k], last[k], 1e-9);
  }
  EXPECT_NEAR(turns[0].odds[4], 0.60013284574, 1e-11);
  EXPECT_NEAR(turns[1].odds[0], 0.605929766225, 1e-11);
  EXPECT_NEAR(turns[1].odds[4], 0.605929766225, 1e-11) << "two who stand closer than a thousandth of the scale";
  EXPECT_NEAR(turns[0].risk[5], -0.231862066855, 1e-11);
  EXPECT_EQ(turns[0].risk[4], 1);
}

struct Known {
  const char *name, *value;
  std::size_t states;
  double last[3];  // the sixth actor's final position
  double odds;     // of the fifth actor's first position
};

class SpatialSwitch : public ::testing::TestWithParam<Known> {};

TEST_P(SpatialSwitch, IsReproduced) {
  const Known& known = GetParam();
  SpatialChoices choices = literal();
  ASSERT_EQ(set_ktab_choice(choices, known.name, known.value), "");
  const auto turns = spatial_turns(seven_on_three(), choices);
  ASSERT_EQ(turns.size(), known.states);
  for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(turns.back().position[5 * 3 + k], known.last[k], 1e-9);
  EXPECT_NEAR(turns[0].odds[4], known.odds, 1e-11);
}

INSTANTIATE_TEST_SUITE_P(
    Ktab, SpatialSwitch,
    ::testing::Values(Known{"VotingRule", "Binary", 10, {76.24, 49.06, 67.06}, 0.662142357815},
                      Known{"VotingRule", "PropBin", 8, {75.41, 34.1, 73.63}, 0.649969601269},
                      Known{"VotingRule", "PropCbc", 20, {78.95, 34.83, 73.47}, 0.596025716936},
                      Known{"VotingRule", "4", 13, {82.26, 37.06, 20.8}, 0.365991014104},
                      Known{"VictoryProbModel", "Square", 6, {78.9, 32.24, 74.29}, 0.778215192991},
                      Known{"VictoryProbModel", "Octic", 6, {78.88, 32.06, 74.36}, 0.982090016489},
                      Known{"VictoryProbModel", "Binary", 15, {78.59, 39.71, 72.13}, 0.999999},
                      Known{"PCEModel", "MarkovIncentive", 9, {70.85, 45.2, 65.46}, 0.356110755524},
                      Known{"PCEModel", "MarkovUniform", 17, {68.65, 39.06, 64.49}, 0.295075219968},
                      Known{"BigRAdjust", "None", 8, {76.69, 41.39, 72.48}, 0.60013284574},
                      Known{"BigRAdjust", "TwoThirds", 23, {71.95, 38.09, 69.09}, 0.60013284574},
                      Known{"BigRRange", "Min", 11, {75.46, 45.54, 66.72}, 0.637843588603},
                      Known{"BigRRange", "Max", 21, {70.45, 38.38, 65.87}, 0.57013209564},
                      Known{"ThirdPartyCommit", "NoCommit", 13, {77.5, 39.37, 74.97}, 0.60013284574},
                      Known{"ThirdPartyCommit", "FullCommit", 13, {77.5, 39.37, 74.97}, 0.60013284574},
                      Known{"InterVecBrgn", "S1P1", 10, {78.34, 41.4, 72.18}, 0.60013284574},
                      Known{
                          "InterVecBrgn", "S2PMax", 10, {76.8379996918, 33.8607522278, 71.739360765}, 0.60013284574}));

Field read_csv(const fs::path& path) {
  std::ifstream in(path);
  std::string line, cell;
  std::vector<std::vector<double>> rows;
  std::getline(in, line), std::getline(in, line);
  while (std::getline(in, line)) {
    std::istringstream cells(line);
    std::getline(cells, cell, ','), std::getline(cells, cell, ',');  // name, description
    rows.emplace_back();
    while (std::getline(cells, cell, ','))
      if (cell.find_first_of("0123456789") != std::string::npos) rows.back().push_back(std::stod(cell));
  }
  return field_of(rows);
}

// "dummyData_3Dim.bigRAdj2": scenario, switch, KTAB's integer.
SpatialChoices choices_of(const std::string& variation) {
  const std::map<std::string, std::string> names = {
      {"vr", "VotingRule"},      {"vpm", "VictoryProbModel"}, {"pcem", "PCEModel"},
      {"bigRAdj", "BigRAdjust"}, {"bigRRng", "BigRRange"},    {"tpc", "ThirdPartyCommit"},
      {"ivb", "InterVecBrgn"},   {"bm", "BargnModel"},        {"stm", "StateTransitions"}};
  SpatialChoices choices = literal();
  if (variation == "default") return choices;
  const auto name = names.find(variation.substr(0, variation.size() - 1));
  EXPECT_EQ(name == names.end() ? "no such switch"
                                : set_ktab_choice(choices, name->second, variation.substr(variation.size() - 1)),
            "")
      << variation;
  return choices;
}

// KTAB's runs, where they are at hand beside the checkout: every turn, positions, odds and risk attitudes.
TEST(Spatial, AgreesWithKtabsRuns) {
  const fs::path cases = ARMISTICE_ROOT "/../shared/cases/ktab";
  if (!fs::exists(cases)) GTEST_SKIP() << "no runs of KTAB beside the checkout";
  int compared = 0;
  for (const auto& entry : fs::directory_iterator(cases)) {
    if (entry.path().extension() != ".json") continue;
    const fs::path stem = entry.path().stem();
    const auto turns =
        spatial_turns(read_csv(cases / stem.stem().concat(".csv")), choices_of(stem.extension().string().substr(1)));
    const auto run = nlohmann::json::parse(std::ifstream(entry.path()));
    const auto& positions = run["positions"];
    ASSERT_EQ(turns.size(), positions.size()) << stem;
    for (std::size_t t = 0; t < turns.size(); ++t)
      for (std::size_t i = 0; i < positions[t].size(); ++i) {
        const std::size_t issues = positions[t][i].size();
        for (std::size_t k = 0; k < issues; ++k)
          EXPECT_NEAR(turns[t].position[i * issues + k], positions[t][i][k].get<double>(), 1e-9) << stem << " " << t;
        EXPECT_NEAR(turns[t].odds[i], run["winProb"][t][i].get<double>(), 1e-11) << stem << " " << t;
        EXPECT_NEAR(turns[t].risk[i], run["riskR"][t][i].get<double>(), 1e-11) << stem << " " << t;
      }
    ++compared;
  }
  EXPECT_GE(compared, 21);
}

// All switches at random against the definitions written down again; the order of every sum is the same, so that even
// ties fall alike.
TEST(Spatial, BothModesAreTheirDefinitions) {
  std::mt19937 dice(4);
  for (int round = 0; round < 240; ++round) {
    const Field field = random_field(3 + round % 9, 1 + round % 3, static_cast<std::uint64_t>(round));
    SpatialChoices choices = any_choices(dice);
    choices.mode = round % 2 ? SpatialMode::literal : SpatialMode::corrected;
    choices.least_turns = choices.most_turns = 4;
    const auto turns = spatial_turns(field, choices);
    naive::Spatial plain = naive::spatial(field, choices);
    for (std::size_t t = 0; t < turns.size(); ++t) {
      if (t > 0) plain.turn();
      for (std::size_t i = 0; i < field.actors.size(); ++i)
        for (std::size_t k = 0; k < field.issues.size(); ++k)
          ASSERT_NEAR(turns[t].position[field.at(i, k)], 100 * plain.position[i][k], 1e-9) << round << " " << t;
    }
  }
}

// ---- Names ----

TEST(Spatial, KtabNamesAndNumbers) {
  SpatialChoices choices;
  EXPECT_EQ(set_ktab_choice(choices, "VotingRule", "Proportional"), "");
  EXPECT_EQ(choices.voting, Voting::proportional);
  EXPECT_EQ(set_ktab_choice(choices, "VotingRule", "Prop"), "");
  EXPECT_EQ(set_ktab_choice(choices, "VotingRule", "5"), "");
  EXPECT_EQ(choices.voting, Voting::loss_averse);
  EXPECT_EQ(set_ktab_choice(choices, "BigRAdjust", "No"), "");
  EXPECT_EQ(choices.risk_view, RiskView::own);
  EXPECT_EQ(set_ktab_choice(choices, "BargnModel", "PWCompInterp"), "");
  EXPECT_EQ(choices.bargain_model, BargainModel::blend);
  EXPECT_EQ(set_ktab_choice(choices, "StateTransitions", "Stochastic"), "");
  EXPECT_EQ(choices.transition, Transition::drawn);
  EXPECT_EQ(set_ktab_choice(choices, "PCEModel", "Markov"),
            "PCEModel \"Markov\" is none of Conditional, MarkovIncentive, MarkovUniform; 0 to 2 do as well");
  EXPECT_EQ(set_ktab_choice(choices, "BigRAdjust", "5"),
            "BigRAdjust \"5\" is none of None (or No), OneThird, Half, TwoThirds, Full; 0 to 4 do as well");
  EXPECT_EQ(set_ktab_choice(choices, "Voting", "0"),
            "\"Voting\" is none of KTAB's parameters VotingRule, VictoryProbModel, PCEModel, StateTransitions, "
            "ThirdPartyCommit, BigRRange, BigRAdjust, InterVecBrgn, BargnModel");
}

}  // namespace
}  // namespace armistice::collective
