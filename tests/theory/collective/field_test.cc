// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/field.h"

#include <limits>

namespace armistice::collective {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Field three_on_two() {
  Field field;
  field.actors = {"a", "b", "c"}, field.issues = {"p", "q"};
  field.low = {0, 0}, field.high = {1, 10};
  field.capability = {1, 1, 2, 2, 3, 3};
  field.position = {0, 4, 1, nan, 0.5, 8};
  field.salience = {1, 0.5, 1, 0, 0.25, 1};
  field.reference = {nan, 2};
  field.affinity = {1, 0, 0, 0, 1, 0, 0.25, 0, 0.75};
  field.procedure = {2, {5, 4, 3}, 0.7, {0, 0, 1}};
  return field;
}

TEST(Field, WeightIsCapabilityTimesSalienceOfWhoTakesPart) {
  const Field field = three_on_two();
  EXPECT_EQ(weight(field, 0, 1), 0.5);
  EXPECT_EQ(weight(field, 1, 1), 0);
  EXPECT_EQ(weight(field, 2, 0), 0.75);
}

TEST(Field, OneIssueKeepsWhoTakesPartAndTheirProcedure) {
  std::vector<std::size_t> actors_of;
  const Field one = only_issue(three_on_two(), 1, &actors_of);
  EXPECT_EQ(one.actors, (std::vector<std::string>{"a", "c"}));
  EXPECT_EQ(actors_of, (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(one.position, (std::vector<double>{4, 8}));
  EXPECT_EQ(one.capability, (std::vector<double>{1, 3}));
  EXPECT_EQ(one.reference, (std::vector<double>{2}));
  EXPECT_EQ(one.affinity, (std::vector<double>{1, 0, 0.25, 0.75}));
  EXPECT_EQ(one.procedure.setter, 1);
  EXPECT_EQ(one.procedure.votes, (std::vector<double>{5, 3}));
  EXPECT_EQ(one.procedure.vetoes, (std::vector<std::uint8_t>{0, 1}));
}

TEST(Field, WhoTakesNoPartCannotSetTheAgenda) {
  Field field = three_on_two();
  field.procedure.setter = 1;
  EXPECT_EQ(only_issue(field, 1).procedure.setter, -1);
}

}  // namespace
}  // namespace armistice::collective
