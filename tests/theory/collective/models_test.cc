// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/models.h"

#include <limits>
#include <random>
#include <set>

#include "tests/theory/collective/emission.h"

namespace armistice::collective {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Models, NamesAreFoundAndOnce) {
  std::set<std::string_view> names;
  for (const CollectiveModel& model : collective_models()) {
    EXPECT_TRUE(names.insert(model.name).second) << model.name;
    EXPECT_EQ(find_model(model.name), &model);
    EXPECT_FALSE(model.title.empty() || model.title_zh.empty() || model.source.empty()) << model.name;
  }
  EXPECT_EQ(collective_models()[0].name, "compromise");
  EXPECT_EQ(find_model("compromis"), nullptr);
}

TEST(Models, PresetsAreThoseOfTheirNames) {
  for (const ExpectedUtilityPreset& preset : expected_utility_presets()) {
    const std::string name = "expected-utility:" + std::string(preset.name);
    const CollectiveModel* model = find_model(preset.name == "scholz" ? "expected-utility" : name);
    ASSERT_NE(model, nullptr) << name;
    const Field field = testing::emission();
    EXPECT_EQ(model->predict(field, {}).forecast, expected_utility(field, preset.choices).forecast) << name;
  }
}

// Nothing a model says may lie off the scale, and there is an answer, an empty place or a reason for every issue.
void expect_sane(const Field& field, const std::string& what) {
  for (const CollectiveModel& model : collective_models()) {
    const Prediction said = model.predict(field, {});
    const std::string where = std::string(model.name) + " on " + what;
    if (!said.refused.empty() && said.forecast.empty()) continue;
    ASSERT_EQ(said.forecast.size(), field.issues.size()) << where;
    for (std::size_t k = 0; k < said.forecast.size(); ++k) {
      const double slack = 1e-9 * (field.high[k] - field.low[k]);
      if (std::isnan(said.forecast[k])) continue;
      EXPECT_GE(said.forecast[k], field.low[k] - slack) << where;
      EXPECT_LE(said.forecast[k], field.high[k] + slack) << where;
    }
    ASSERT_FALSE(said.positions.empty()) << where;
    for (const auto& turn : said.positions) EXPECT_EQ(turn.size(), field.actors.size() * field.issues.size()) << where;
    for (const auto& law : said.distribution) {
      double sum = 0;
      for (const Atom& atom : law) sum += atom.share;
      EXPECT_NEAR(sum, law.empty() ? 0 : 1, 1e-9) << where;
    }
  }
}

Field of(std::vector<double> positions, std::vector<double> saliences, std::vector<double> capabilities) {
  Field field;
  for (std::size_t i = 0; i < positions.size(); ++i) field.actors.push_back(std::to_string(i));
  field.issues = {"x"}, field.low = {0}, field.high = {100};
  field.position = std::move(positions), field.salience = std::move(saliences);
  field.capability = std::move(capabilities);
  return field;
}

TEST(Models, NoLegalFieldThrows) {
  expect_sane(of({0, 100}, {1, 1}, {1, 1}), "a dichotomy of two");
  expect_sane(of({0, 100, 100}, {0.5, 1, 0.1}, {3, 1, 2}), "a dichotomy of three");
  expect_sane(of({40}, {1}, {1}), "one actor");
  expect_sane(of({40, 40, 40}, {1, 0.5, 0.2}, {1, 2, 3}), "equal positions");
  expect_sane(of({10, 50, 90}, {0, 0, 0}, {1, 2, 3}), "no salience");
  expect_sane(of({10, 50, 90}, {1, 1, 1}, {0, 0, 0}), "no capability");
  expect_sane(of({10, 50, 90}, {1, 1, 1}, {0, 7, 0}), "all the power in one hand");
  expect_sane(of({10, 50, 90}, {1, 1, 1}, {1e-9, 1e9, 1}), "powers far apart");
  expect_sane(of({10, nan, 90}, {1, 1, 1}, {1, 1, 1}), "one who takes no part");
  expect_sane(of({nan, nan}, {1, 1}, {1, 1}), "nobody who takes part");
  Field none = of({}, {}, {});
  expect_sane(none, "no actors");
  Field judged = of({0, 30, 100}, {1, 1, 1}, {1, 1, 1});
  judged.reference = {0};
  judged.procedure.setter = 2, judged.procedure.votes = {1, 1, 0}, judged.procedure.quorum = 1;
  judged.procedure.vetoes = {1, 0, 0};
  expect_sane(judged, "a procedure");
}

TEST(Models, RandomFieldsOfSeveralIssues) {
  std::mt19937_64 engine(3);
  const auto below = [&](std::uint64_t n) { return static_cast<double>(engine() % n); };
  for (int round = 0; round < 60; ++round) {
    Field field;
    const int issues = 1 + static_cast<int>(below(3)), actors = 1 + static_cast<int>(below(6));
    for (int k = 0; k < issues; ++k) {
      field.issues.push_back(std::to_string(k));
      field.low.push_back(-5), field.high.push_back(5), field.reference.push_back(below(2) == 0 ? nan : -5);
    }
    for (int i = 0; i < actors; ++i) {
      field.actors.push_back(std::to_string(i));
      for (int k = 0; k < issues; ++k) {
        field.capability.push_back(below(4));
        field.position.push_back(below(5) == 0 ? nan : below(11) - 5);
        field.salience.push_back(below(5) / 4);
      }
    }
    expect_sane(field, "round " + std::to_string(round));
  }
}

}  // namespace
}  // namespace armistice::collective
