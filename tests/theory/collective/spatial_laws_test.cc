// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

#include "armistice/theory/collective/spatial.h"
#include "armistice/theory/collective/spatial_space.h"
#include "tests/theory/collective/spatial_fields.h"

namespace armistice::collective {
namespace {

using testing::any_choices;
using testing::field_of;
using testing::random_field;
using testing::seven_on_three;

// ---- The corrected mode ----

TEST(SpatialLaws, TwoNearEqualsMeetNearTheMiddle) {
  const Prediction prediction = spatial(field_of({{50, 0, 50}, {49, 100, 50}}));
  EXPECT_NEAR(prediction.forecast[0], 100 * 49.0 * 49 / (49 * 49 + 50 * 50), 1e-6);
  EXPECT_TRUE(prediction.settled);
  ASSERT_EQ(prediction.distribution[0].size(), 1u);
  EXPECT_EQ(prediction.distribution[0][0].share, 1);
  ASSERT_EQ(prediction.moves.size(), 2u);
  EXPECT_EQ(prediction.moves[0].other, 1);
  EXPECT_EQ(prediction.moves[1].other, 0);
  EXPECT_EQ(prediction.moves[0].why, Why::bargain);
  EXPECT_GT(prediction.moves[0].gain, 0);
}

// Two of the same weight are risk-neutral, and the middle is worth as much to them as either end by halves: a tie,
// which the status quo wins.
TEST(SpatialLaws, TwoEqualsStayApart) {
  const Prediction prediction = spatial(field_of({{50, 20, 50}, {50, 80, 50}}));
  EXPECT_TRUE(prediction.moves.empty());
  EXPECT_NEAR(prediction.forecast[0], 50, 1e-9);
  ASSERT_EQ(prediction.distribution[0].size(), 2u);
  EXPECT_EQ(prediction.distribution[0][0].share, 0.5);
}

TEST(SpatialLaws, TheStrongerOfTwoGivesLess) {
  const Prediction prediction = spatial(field_of({{90, 0, 50}, {30, 100, 50}}));
  // 3 to 1: weights 0.75 squared and 0.25 squared, so a tenth of the way.
  EXPECT_NEAR(prediction.forecast[0], 10, 1e-6);
}

// KTAB takes the linear odds of a challenge whatever the victory model; with the square of 3 to 1 it is 81 to 1.
TEST(SpatialLaws, VictoryCountsInChallenges) {
  SpatialChoices choices;
  choices.victory = Victory::square;
  const Field field = field_of({{90, 0, 50}, {30, 100, 50}});
  EXPECT_NEAR(spatial_turns(field, choices)[0].challenges[0].odds, 0.9, 1e-6);
  EXPECT_NEAR(spatial(field, choices).forecast[0], 100.0 / 82, 1e-6);
  choices.mode = SpatialMode::literal;
  EXPECT_NEAR(spatial_turns(field, choices)[0].challenges[0].odds, 0.75, 1e-6);
}

// Two who see the odds alike agree on the bargain, so all three bargain models are one; in KTAB an expected gain stands
// in for the odds of the challenged.
TEST(SpatialLaws, BothSidesBargainFromTheirOdds) {
  SpatialChoices choices;
  choices.risk_view = RiskView::true_one;
  const Field field = seven_on_three();
  std::vector<double> last[3];
  for (const auto model : {BargainModel::challenger, BargainModel::both, BargainModel::blend}) {
    choices.bargain_model = model, choices.most_turns = 1;
    last[static_cast<int>(model)] = spatial(field, choices).positions.back();
  }
  for (std::size_t at = 0; at < last[0].size(); ++at) EXPECT_NEAR(last[2][at], last[0][at], 1e-9);
  choices.mode = SpatialMode::literal;
  EXPECT_GT(std::abs(spatial(field, choices).positions.back()[2] - last[2][2]), 0.1);
}

TEST(SpatialLaws, WithoutRoundingPositionsLieBetween) {
  const auto turns = spatial_turns(seven_on_three());
  EXPECT_NE(turns[1].position[0], std::round(turns[1].position[0] * 100) / 100);
  double most = 0;
  for (const auto& c : turns[0].challenges) most = std::max(most, c.gain);
  EXPECT_GT(most, 0.01);
}

// ---- Laws ----

TEST(SpatialLaws, NamesOfActorsDoNotMatter) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Field field = random_field(9, 2, seed);
    std::vector<std::size_t> order(9);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937_64(seed));
    Field turned = field;
    for (std::size_t i = 0; i < 9; ++i)
      for (std::size_t k = 0; k < 2; ++k)
        for (auto part : {&Field::capability, &Field::position, &Field::salience})
          (turned.*part)[turned.at(i, k)] = (field.*part)[field.at(order[i], k)];
    const Prediction a = spatial(field), b = spatial(turned);
    ASSERT_EQ(a.positions.size(), b.positions.size()) << seed;
    for (std::size_t i = 0; i < 9; ++i)
      for (std::size_t k = 0; k < 2; ++k)
        EXPECT_NEAR(a.positions.back()[field.at(order[i], k)], b.positions.back()[field.at(i, k)], 1e-6) << seed;
  }
}

TEST(SpatialLaws, ScalesOfPositionAndCapabilityDoNotMatter) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Field field = random_field(8, 2, seed);
    Field scaled = field;
    scaled.low = {-3, 10}, scaled.high = {5, 11};
    for (std::size_t i = 0; i < 8; ++i)
      for (std::size_t k = 0; k < 2; ++k) {
        double& x = scaled.position[scaled.at(i, k)];
        x = scaled.low[k] + x / 100 * (scaled.high[k] - scaled.low[k]);
        scaled.capability[scaled.at(i, k)] *= 1e-7;
      }
    const Prediction a = spatial(field), b = spatial(scaled);
    ASSERT_EQ(a.positions.size(), b.positions.size()) << seed;
    for (std::size_t k = 0; k < 2; ++k)
      EXPECT_NEAR(a.forecast[k] / 100, (b.forecast[k] - scaled.low[k]) / (scaled.high[k] - scaled.low[k]), 1e-8);
  }
}

TEST(SpatialLaws, MovesTellThePositions) {
  const Field field = random_field(10, 2, 3);
  const Prediction prediction = spatial(field);
  std::vector<double> position = field.position;
  int turn = 1;
  for (const Move& move : prediction.moves) {
    for (; turn < move.turn; ++turn) EXPECT_EQ(position, prediction.positions[static_cast<std::size_t>(turn)]);
    double& at = position[field.at(static_cast<std::size_t>(move.actor), static_cast<std::size_t>(move.issue))];
    EXPECT_NEAR(at, move.from, 1e-9);
    EXPECT_GT(move.gain, 1e-5);
    EXPECT_NE(move.other, move.actor);
    at = move.to;
  }
  EXPECT_EQ(position, prediction.positions.back());
}

// ---- Chance ----

TEST(SpatialLaws, ASeedIsOneResult) {
  SpatialChoices choices;
  choices.transition = Transition::drawn;
  const Field field = random_field(12, 1, 5);
  const Luck seven{7, 0}, eight{8, 0}, run{7, 1};
  EXPECT_EQ(spatial(field, choices, seven).positions, spatial(field, choices, seven).positions);
  EXPECT_NE(spatial(field, choices, seven).positions, spatial(field, choices, eight).positions);
  EXPECT_NE(spatial(field, choices, seven).positions, spatial(field, choices, run).positions);
}

// An actor's draw depends on its place in the field alone: one who takes no part changes nobody's luck.
TEST(SpatialLaws, BystandersChangeNoLuck) {
  SpatialChoices choices;
  choices.transition = Transition::drawn;
  const Field field = random_field(8, 1, 6);
  Field more = field;
  more.actors.emplace_back("bystander");
  more.capability.push_back(1000), more.position.push_back(std::nan("")), more.salience.push_back(1);
  Prediction a = spatial(field, choices), b = spatial(more, choices);
  for (auto& row : b.positions) {
    EXPECT_TRUE(std::isnan(row.back()));
    row.pop_back();
  }
  EXPECT_EQ(a.positions, b.positions);
  EXPECT_EQ(a.forecast, b.forecast);
}

// ---- Whatever is legal ----

void expect_sound(const Field& field, const SpatialChoices& choices, const std::string& what) {
  const Prediction prediction = spatial(field, choices);
  const bool bounded = choices.mode == SpatialMode::corrected;
  ASSERT_EQ(prediction.positions.front().size(), field.position.size()) << what;
  for (const auto& row : prediction.positions)
    for (std::size_t at = 0; at < row.size(); ++at) {
      const std::size_t k = at % field.issues.size();
      EXPECT_EQ(std::isnan(row[at]), std::isnan(field.position[at])) << what;
      if (bounded && !std::isnan(row[at])) {
        EXPECT_GE(row[at], field.low[k] - 1e-9) << what;
        EXPECT_LE(row[at], field.high[k] + 1e-9) << what;
      }
    }
  for (std::size_t k = 0; k < field.issues.size(); ++k) {
    double sum = 0, anybody = 0;
    for (const Atom& atom : prediction.distribution[k]) sum += atom.share;
    for (std::size_t i = 0; i < field.actors.size(); ++i) anybody += field.takes_part(i, k);
    EXPECT_EQ(std::isfinite(prediction.forecast[k]), anybody > 0) << what;
    EXPECT_NEAR(sum, anybody > 0 ? 1 : 0, 1e-9) << what;
  }
}

TEST(SpatialLaws, NoLegalFieldIsRefused) {
  const double none = std::nan("");
  std::map<std::string, Field> fields = {
      {"one actor", field_of({{5, 30, 50}})},
      {"two actors", field_of({{5, 30, 50}, {1, 90, 20}})},
      {"two ends", field_of({{5, 0, 90}, {3, 100, 20}, {1, 0, 40}, {2, 100, 10}})},
      {"two ends, balanced", field_of({{5, 0, 50}, {5, 100, 50}})},
      {"all alike", field_of({{5, 40, 90}, {3, 40, 20}, {1, 40, 40}})},
      {"nobody cares", field_of({{5, 40, 0}, {3, 80, 0}, {1, 0, 0}})},
      {"one does not care", field_of({{5, 40, 0}, {3, 80, 50}, {1, 0, 90}})},
      {"nobody can", field_of({{0, 40, 30}, {0, 80, 40}, {0, 0, 60}})},
      {"one can", field_of({{0, 40, 30}, {7, 80, 40}, {0, 0, 60}})},
      {"one cares fully", field_of({{4, 40, 100}, {7, 80, 100}, {1, 0, 100}})},
      {"saliences above 1", field_of({{4, 40, 90, 10, 80}, {7, 80, 70, 0, 70}, {1, 0, 20, 100, 100}})},
      {"giants", field_of({{1e60, 40, 30}, {1e-60, 80, 40}, {1, 0, 60}})},
      {"not on all issues", field_of({{4, 40, 40, 10, 30}, {7, 80, 20, none, 70}, {1, none, 20, 100, 50}})},
      {"nobody on one issue", field_of({{4, 40, 40, none, 30}, {7, 80, 20, none, 70}})},
      {"nobody at all", field_of({{4, none, 40}, {7, none, 20}})}};
  Field torn = seven_on_three();
  torn.affinity.assign(49, 0.02);
  for (std::size_t i = 0; i < 7; ++i) torn.affinity[i * 8] = i % 2 ? 0.9 : 0.3;
  fields["affinities"] = torn;
  std::mt19937 dice(1);
  for (const auto& [what, field] : fields)
    for (int round = 0; round < 60; ++round) {
      SpatialChoices choices = round == 0 ? SpatialChoices{} : any_choices(dice);
      choices.mode = round % 2 ? SpatialMode::literal : SpatialMode::corrected;
      choices.transition = round % 3 == 2 ? Transition::drawn : Transition::likeliest;
      expect_sound(field, choices, what + " " + std::to_string(round));
    }
}

TEST(SpatialLaws, NobodyIsForeverAtRest) {
  Field field = field_of({{5, 30, 50}});
  EXPECT_EQ(spatial(field).forecast[0], 30);
  EXPECT_EQ(spatial(field).distribution[0][0].share, 1);
  field = field_of({{5, 0, 0}, {3, 100, 0}});
  EXPECT_EQ(spatial(field).forecast[0], 50) << "where nobody cares, the plain mean";
}

// A third of the way to one's own new position, a sixth to the other's, the rest stays.
TEST(SpatialLaws, IdealsFollowAsFarAsAffinitySays) {
  Field field = field_of({{50, 20, 50}, {50, 80, 50}});
  field.affinity = {1.0 / 3, 1.0 / 6, 0, 1};
  const SpatialSpace space = spatial_space(field, false);
  SpatialPoints points = spatial_points(field, space);
  points.position = {0.5, 0.7};
  follow(space, points);
  EXPECT_NEAR(points.ideal[0], 0.5 / 3 + 0.7 / 6 + 0.2 / 2, 1e-12);
  EXPECT_NEAR(points.ideal[1], 0.7, 1e-12);
  field = seven_on_three();
  const auto own = spatial(field).positions;
  field.affinity.assign(49, 0.0);
  EXPECT_NE(spatial(field).positions, own);
  for (std::size_t i = 0; i < 7; ++i) field.affinity[i * 8] = 1;
  EXPECT_EQ(spatial(field).positions, own);
}

}  // namespace
}  // namespace armistice::collective
