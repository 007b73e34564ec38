// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/number.h"

#include "armistice/model/dossier.h"

namespace armistice {
namespace {

Knob knob(Shape shape, double a, double b = 0, double c = 0, double least = -1e9, double most = 1e9) {
  Knob k;
  k.shape = shape, k.a = a, k.b = b, k.c = c, k.least = least, k.most = most;
  return k;
}

TEST(Number, Quantiles) {
  EXPECT_EQ(quantile(knob(Shape::fixed, 0.3), 0.9), 0.3);
  EXPECT_DOUBLE_EQ(quantile(knob(Shape::uniform, 1, 3), 0.25), 1.5);
  EXPECT_DOUBLE_EQ(quantile(knob(Shape::triangular, 0, 0.5, 1), 0.5), 0.5);
  EXPECT_DOUBLE_EQ(quantile(knob(Shape::triangular, 0, 0, 1), 0.75), 0.5);  // 1 - sqrt(1 - u)
  EXPECT_DOUBLE_EQ(quantile(knob(Shape::triangular, 0, 1, 1), 0.25), 0.5);  // sqrt(u)
  EXPECT_DOUBLE_EQ(quantile(knob(Shape::triangular, 2, 2, 2), 0.25), 2);
  EXPECT_NEAR(quantile(knob(Shape::normal, 10, 2), 0.975), 10 + 2 * 1.959964, 1e-5);
  EXPECT_NEAR(quantile(knob(Shape::lognormal, 3, 0.5), 0.025), 3 * std::exp(-0.5 * 1.959964), 1e-5);
}

TEST(Number, DrawsAreClamped) {
  EXPECT_EQ(quantile(knob(Shape::normal, 0.1, 1, 0, 0, 1), 0.01), 0);
  EXPECT_EQ(quantile(knob(Shape::normal, 0.1, 1, 0, 0, 1), 0.99), 1);
}

TEST(Number, Centre) {
  EXPECT_NEAR(centre(knob(Shape::triangular, 0, 0, 1)), 1 - std::sqrt(0.5), 1e-12);
  EXPECT_NEAR(centre(knob(Shape::lognormal, 3, 0.5)), 3, 1e-6);
}

TEST(Number, Shown) {
  EXPECT_EQ(show(knob(Shape::fixed, 0.2)), "0.2");
  EXPECT_EQ(show(knob(Shape::uniform, -1, 2)), "[-1, 2]");
  EXPECT_EQ(show(knob(Shape::triangular, 0, 0.5, 1)), "[0, 0.5, 1]");
  EXPECT_EQ(show(knob(Shape::lognormal, 3, 0.5)), "lognormal(3, 0.5)");
}

TEST(Date, DayNumbers) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({1969, 12, 31}), -1);
  EXPECT_EQ(day_number({2000, 2, 29}), 11016);
  EXPECT_EQ(day_number({2025, 12, 20}), 20442);
  EXPECT_EQ(show(Date{2025, 3, 7}), "2025-03-07");
}

TEST(Date, EveryDayOfFiveCenturiesThereAndBack) {
  Date before = date_of(day_number({1699, 12, 31}));
  for (int day = day_number({1700, 1, 1}); day <= day_number({2200, 1, 1}); ++day) {
    const Date date = date_of(day);
    ASSERT_EQ(day_number(date), day);
    ASSERT_LT(before, date);
    before = date;
  }
  EXPECT_EQ(before, (Date{2200, 1, 1}));
}

}  // namespace
}  // namespace armistice
