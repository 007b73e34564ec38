// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/predict.h"

#include <cmath>

#include "armistice/model/check.h"
#include "armistice/model/read.h"
#include "armistice/study/dossier_field.h"
#include "armistice/theory/collective/choices.h"
#include "tests/theory/collective/emission.h"

namespace armistice {
namespace {

using collective::Field;
using collective::find_model;

PredictAsked asked_of(std::initializer_list<std::string_view> names, std::uint32_t draws) {
  PredictAsked asked;
  for (const auto name : names) asked.models.push_back(find_model(name));
  asked.draws = draws;
  return asked;
}

TEST(Predict, SpreadOverModelsAndInputs) {
  const Field field = collective::testing::emission();
  const auto draw = [&](std::uint32_t k) { return disturbed(field, {}, 7, k); };
  const Predictions all = predict(field, draw, asked_of({"compromise", "mean", "median"}, 200));
  EXPECT_EQ(all.draws, 200u);
  ASSERT_TRUE(all.over_models[0]);
  EXPECT_EQ(all.over_models[0]->models, 3);
  EXPECT_DOUBLE_EQ(all.over_models[0]->forecasts.low, 6.7);
  EXPECT_DOUBLE_EQ(all.over_models[0]->forecasts.high, 7.389955686853767);
  const auto& pooled = all.over_models[0]->over_inputs;
  ASSERT_TRUE(pooled);
  EXPECT_LT(pooled->low, all.models[0].over_inputs[0]->low);
  const auto& inputs = all.models[0].over_inputs[0];
  ASSERT_TRUE(inputs);
  EXPECT_LT(inputs->low, 7.39);
  EXPECT_GT(inputs->high, 7.39);
}

TEST(Predict, DrawsAreTheSameWhateverTheThreads) {
  const Field field = collective::testing::emission();
  const auto draw = [&](std::uint32_t k) { return disturbed(field, {}, 7, k); };
  PredictAsked one = asked_of({"compromise", "spatial", "expected-utility"}, 60), two = one;
  one.choices.spatial.transition = two.choices.spatial.transition = collective::Transition::drawn;
  one.threads = 1, two.threads = 2;
  const Predictions a = predict(field, draw, one), b = predict(field, draw, two);
  for (std::size_t m = 0; m < a.models.size(); ++m) {
    EXPECT_EQ(a.models[m].central.positions, b.models[m].central.positions);
    EXPECT_EQ(a.models[m].over_inputs[0]->low, b.models[m].over_inputs[0]->low);
    EXPECT_EQ(a.models[m].over_inputs[0]->high, b.models[m].over_inputs[0]->high);
  }
}

TEST(Predict, StopsBetweenModelsAndDraws) {
  const Field field = collective::testing::emission();
  const auto draw = [&](std::uint32_t k) { return disturbed(field, {}, 7, k); };
  PredictAsked asked = asked_of({"compromise", "spatial", "median"}, 50);
  asked.threads = 1;
  int asks = 0;
  const Predictions early = predict(field, draw, asked, {}, [&] { return ++asks > 2; });
  EXPECT_EQ(early.models[1].central.refused, "");
  EXPECT_EQ(early.models[2].central.refused, "stopped before it was asked");
  EXPECT_EQ(early.over_models[0]->models, 2);
  EXPECT_DOUBLE_EQ(early.yardstick.central.forecast[0], 7.389955686853767) << "the weighted mean is always there";
  EXPECT_EQ(early.draws, 0u);
  EXPECT_FALSE(early.models[0].over_inputs[0]);
  asks = 0;
  std::vector<std::uint32_t> reported;
  const Predictions late = predict(
      field, draw, asked, [&](std::uint32_t done) { reported.push_back(done); }, [&] { return ++asks > 3 + 7; });
  EXPECT_EQ(late.draws, 7u);
  EXPECT_EQ(reported, (std::vector<std::uint32_t>{1, 2, 3, 4, 5, 6, 7}));
}

TEST(Predict, WithoutNoiseNothingMoves) {
  const Field field = collective::testing::emission();
  const Field same = disturbed(field, {0, 0, 0}, 7, 3);
  EXPECT_EQ(same.position, field.position);
  EXPECT_EQ(same.salience, field.salience);
  EXPECT_EQ(same.capability, field.capability);
  const Field moved = disturbed(field, {0.3, 0.3, 0.3}, 7, 3);
  for (std::size_t i = 0; i < field.actors.size(); ++i) {
    EXPECT_GE(moved.position[i], field.low[0]);
    EXPECT_LE(moved.position[i], field.high[0]);
    EXPECT_GE(moved.salience[i], 0);
    EXPECT_LE(moved.salience[i], 1);
  }
  EXPECT_NE(moved.position, field.position);
}

// The field's own actors, one of whom takes no part, everybody alike, nobody with weight: every model answers or says
// why it does not.
TEST(Predict, EveryModelTakesEveryField) {
  Field field = collective::testing::emission();
  std::vector<Field> odd{field, field, field, field, field};
  odd[1].position[3] = std::nan("");
  std::fill(odd[2].position.begin(), odd[2].position.end(), 6.0);
  std::fill(odd[3].salience.begin(), odd[3].salience.end(), 0.0);
  std::fill(odd[4].capability.begin(), odd[4].capability.end(), 0.0);
  odd[4].capability[2] = 1;
  for (const Field& one : odd)
    for (const auto& model : collective::collective_models()) {
      const collective::Prediction prediction = model.predict(one, {});
      if (!prediction.refused.empty()) continue;
      ASSERT_EQ(prediction.forecast.size(), 1u) << model.name;
      EXPECT_GE(prediction.forecast[0], 4) << model.name;
      EXPECT_LE(prediction.forecast[0], 10) << model.name;
    }
}

TEST(Choices, AreSetByName) {
  collective::SpatialChoices spatial;
  EXPECT_EQ(collective::set_choice(spatial, "voting", "cubic"), "");
  EXPECT_EQ(spatial.voting, collective::Voting::cubic);
  EXPECT_EQ(collective::set_choice(spatial, "most_turns", "7"), "");
  EXPECT_EQ(spatial.most_turns, 7);
  EXPECT_EQ(collective::set_choice(spatial, "quiet", "-1"), "quiet wants a number of 0 or more, not \"-1\"");
  EXPECT_EQ(collective::set_choice(spatial, "mode", "odd"), "mode is one of corrected, literal, not \"odd\"");
  EXPECT_EQ(collective::set_choice(spatial, "colour", "red"), std::nullopt);
  collective::ExpectedUtilityChoices expected;
  EXPECT_EQ(collective::set_choice(expected, "capitulation", "yes"), "");
  EXPECT_TRUE(expected.capitulation);
  EXPECT_EQ(collective::lines_of(spatial)[1].name, "voting");
  EXPECT_EQ(collective::lines_of(spatial)[1].value, "cubic");
}

Model flagship() {
  Problems problems;
  auto dossier = read_dossier(std::string(ARMISTICE_ROOT) + "/dossiers/ukraine-2025", problems);
  EXPECT_TRUE(dossier) << show(problems);
  return compile(std::move(*dossier));
}

TEST(DossierField, ScalesRunFromOneSideToTheOther) {
  const Model m = flagship();
  const DossierField central = field_of(m);
  const Field& field = central.field;
  ASSERT_EQ(field.actors[0], "russia");
  ASSERT_EQ(field.issues[0], "line");
  EXPECT_EQ(field.position[field.at(0, 0)], 100) << "Russia likes best that Kyiv leaves the rest of Donbas";
  EXPECT_EQ(field.position[field.at(1, 0)], 0) << "Ukraine the border of 1991";
  EXPECT_EQ(field.capability[0], 100);
  for (std::size_t i = 0; i < field.actors.size(); ++i) {
    double sum = 0;
    for (std::size_t k = 0; k < field.issues.size(); ++k) sum += field.salience[field.at(i, k)];
    EXPECT_LE(sum, 1 + 1e-6);
  }
  EXPECT_TRUE(without_capability(m).empty());
  ASSERT_EQ(field.reference.size(), field.issues.size());
  EXPECT_NEAR(field.reference[0], central.place[0][3], 1) << "the war goes on about where the line of contact runs";
  for (const double reference : field.reference) {
    EXPECT_GE(reference, 0);
    EXPECT_LE(reference, 100);
  }
  EXPECT_EQ(field.procedure.setter, m.mediator);
  EXPECT_EQ(field.procedure.vetoes, (std::vector<std::uint8_t>{1, 1, 1, 0, 0})) << "those who sign";
}

// Issues that only one party has a view of, or that the two sides see alike, are no issues of the field.
TEST(DossierField, IssuesAreThoseInDispute) {
  Problems problems;
  auto dossier = read_dossier(std::string(ARMISTICE_ROOT) + "/dossiers/isles", problems);
  ASSERT_TRUE(dossier) << show(problems);
  const Model m = compile(*dossier);
  const DossierField central = field_of(m);
  EXPECT_EQ(central.field.issues, (std::vector<std::string>{"line", "guarantee"}));
  EXPECT_EQ(without_capability(m).size(), 3u);
  for (Worth& worth : dossier->worths)
    if (worth.who.id == "south" && worth.issue.id == "guarantee") worth = dossier->worths.front();
  std::erase_if(dossier->worths, [](const Worth& w) { return w.issue.id == "guarantee" && w.who.id != "north"; });
  EXPECT_EQ(field_of(compile(*dossier)).field.issues, (std::vector<std::string>{"line"}));
}

TEST(DossierField, WhatIsDrawnTakesThePlaceOfTheCentre) {
  const Model m = flagship();
  const DossierField central = field_of(m);
  const DrawnField one = drawn_fields(m, central, 3, 1)[0];
  const Field field = with_drawn(central, one);
  EXPECT_EQ(field.capability, one.capability);
  EXPECT_EQ(field.salience, one.salience);
  EXPECT_EQ(field.actors, central.field.actors);
  EXPECT_EQ(field.reference, central.field.reference);
}

TEST(DossierField, DrawsKeepTheScales) {
  const Model m = flagship();
  const DossierField central = field_of(m);
  const auto fields = drawn_fields(m, central, 3, 21), again = drawn_fields(m, central, 3, 5);
  ASSERT_EQ(fields.size(), 21u);
  for (std::size_t k = 0; k < again.size(); ++k) EXPECT_EQ(fields[k].capability, again[k].capability);
  bool differ = false;
  for (const DrawnField& field : fields) {
    differ = differ || field.capability != central.field.capability;
    for (std::size_t x = 0; x < field.position.size(); ++x)
      if (!std::isnan(field.position[x])) {
        EXPECT_GE(field.position[x], 0);
        EXPECT_LE(field.position[x], 100);
      }
  }
  EXPECT_TRUE(differ);
}

}  // namespace
}  // namespace armistice
