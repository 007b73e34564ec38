// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/procedural.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace armistice::collective {
namespace {

Field three(double setter, double a, double b, double reference) {
  Field field;
  field.actors = {"setter", "a", "b"}, field.issues = {"one"};
  field.low = {0}, field.high = {100};
  field.position = {setter, a, b};
  field.capability = field.salience = {1, 1, 1};
  field.reference = {reference};
  field.procedure.setter = 0;
  return field;
}

TEST(Procedural, RomerAndRosenthal) {
  Field field = three(80, 40, 10, 20);
  field.procedure.votes = {0, 1, 0};
  EXPECT_EQ(procedural(field).forecast[0], 60);  // the voter is as far from 60 as from 20
  field.reference[0] = 35;
  EXPECT_EQ(procedural(field).forecast[0], 45);
  field.reference[0] = 90;  // the voter takes anything down to -10; the setter has its way
  EXPECT_EQ(procedural(field).forecast[0], 80);
  field.reference[0] = 50;  // between voter and setter: nothing better for both
  EXPECT_EQ(procedural(field).forecast[0], 50);
}

TEST(Procedural, CostsOfTheReferencePoint) {
  Field field = three(80, 40, 10, 50);
  field.procedure.votes = {0, 1, 0};
  EXPECT_EQ(procedural(field, {0.1}).forecast[0], 60);
  EXPECT_EQ(procedural(field, {1}).forecast[0], 80);
}

TEST(Procedural, VetoesAndQuorums) {
  Field field = three(80, 40, 30, 20);
  field.procedure.votes = {1, 1, 1};
  EXPECT_EQ(procedural(field).forecast[0], 60);  // two of three
  field.procedure.quorum = 1;
  EXPECT_EQ(procedural(field).forecast[0], 40);
  field.procedure.quorum = 0.5;
  field.procedure.vetoes = {0, 0, 1};
  EXPECT_EQ(procedural(field).forecast[0], 40);
  field.procedure.votes = {1, 1, 0};  // half of the votes is not enough
  field.procedure.vetoes = {};
  EXPECT_EQ(procedural(field).forecast[0], 60);
  field.procedure.votes = {};  // nobody is asked
  EXPECT_EQ(procedural(field).forecast[0], 80);
}

TEST(Procedural, Refusals) {
  Field field = three(80, 40, 30, 20);
  field.procedure.setter = -1;
  EXPECT_EQ(procedural(field).refused, "needs to know who proposes");
  field.procedure.setter = 0;
  field.reference = {};
  EXPECT_EQ(procedural(field).refused, "needs a reference point");
  field.reference = {20};
  field.position[0] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(procedural(field).refused, "");
  EXPECT_TRUE(std::isnan(procedural(field).forecast[0]));
}

// No point of a fine grid that is accepted lies nearer to the setter's position.
TEST(Procedural, GridFindsNothingBetter) {
  std::mt19937_64 engine(1);
  const auto uniform = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
  for (int trial = 0; trial < 300; ++trial) {
    Field field;
    field.issues = {"one"}, field.low = {-1}, field.high = {1};
    const std::size_t n = 1 + engine() % 7;
    for (std::size_t i = 0; i < n; ++i) {
      field.actors.push_back("x");
      field.position.push_back(2 * uniform() - 1);
      field.procedure.votes.push_back(std::floor(4 * uniform()));
      field.procedure.vetoes.push_back(uniform() < 0.2);
    }
    field.capability.assign(n, 1), field.salience.assign(n, 1);
    field.reference = {2 * uniform() - 1};
    field.procedure.setter = static_cast<int>(engine() % n);
    field.procedure.quorum = trial % 3 == 0 ? 0.5 : 0.3 + 0.7 * uniform();
    const ProceduralChoices choices{trial % 4 == 0 ? 0.2 * uniform() : 0};
    const double said = procedural(field, choices).forecast[0];
    const double wish = field.position[static_cast<std::size_t>(field.procedure.setter)];
    EXPECT_TRUE(said == field.reference[0] || is_accepted(field, 0, said, choices));
    for (int k = 0; k <= 2000; ++k) {
      const double at = -1 + k / 1000.0;
      if (is_accepted(field, 0, at, choices)) {
        // The setter itself would rather keep a costless reference point than propose anything farther off.
        const double kept = std::abs(field.reference[0] - wish) + 2 * choices.costly_reference;
        if (std::abs(at - wish) <= kept) {
          ASSERT_LE(std::abs(said - wish), std::abs(at - wish) + 1e-9) << trial;
        }
      }
    }
  }
}

}  // namespace
}  // namespace armistice::collective
