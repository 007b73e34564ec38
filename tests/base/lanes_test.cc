// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/lanes.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

constexpr int width = lane_count<Lanes>;

// A function over lanes against the same function of doubles, lane by lane.
template <class F>
void same(F f, double least, double most, double tolerance) {
  for (int i = 0; i < 800; i += width) {
    const auto x = [&](int l) { return static_cast<float>(least + (most - least) * (i + l) / 799); };
    const Lanes together = f(per_lane<Lanes>(x));
    for (int l = 0; l < width; ++l) {
      const double alone = f(static_cast<double>(x(l)));
      EXPECT_NEAR(static_cast<double>(lane(together, l)), alone, tolerance * (1 + std::abs(alone))) << x(l);
    }
  }
}

TEST(Lanes, FunctionsAgreeWithTheDoubles) {
  same([](auto x) { return exp(x); }, -30, 5, 1e-6);
  same([](auto x) { return log(x); }, 1e-6, 50, 1e-6);
  same([](auto x) { return sqrt(x); }, 0, 50, 1e-6);
  same([](auto x) { return erfc(x); }, -4, 4, 1e-6);
  same([](auto x) { return abs(x); }, -3, 3, 0);
  same([](auto x) { return floor(x); }, -3.3, 3.4, 0);
  same([](auto x) { return min(x, decltype(x)(1.5f)); }, -3, 3, 0);
  same([](auto x) { return max(x, decltype(x)(1.5f)); }, -3, 3, 0);
  same([](auto x) { return clamp(x, decltype(x)(-1.0f), decltype(x)(1.0f)); }, -3, 3, 0);
  same([](auto x) { return select(x < decltype(x)(0.0f), -x, x + x); }, -3, 3, 0);
}

TEST(Lanes, AnyAndLane) {
  const Lanes x = per_lane<Lanes>([](int l) { return static_cast<float>(l); });
  EXPECT_TRUE(any(x < Lanes(0.5f)));
  EXPECT_FALSE(any(x < Lanes(0.0f)));
  EXPECT_TRUE(lane(x > Lanes(0.5f), width - 1));
  EXPECT_FALSE(lane(x > Lanes(0.5f), 0));
}

TEST(Lanes, PickTakesEveryLaneFromItsOwnEntry) {
  std::array<Lanes, 5> table;
  std::array<double, 5> plain;
  for (std::size_t k = 0; k < table.size(); ++k) {
    table[k] = per_lane<Lanes>([&](int l) { return 100 * static_cast<float>(k) + static_cast<float>(l); });
    plain[k] = 100 * static_cast<double>(k);
  }
  const Lanes index = per_lane<Lanes>([](int l) { return static_cast<float>((3 * l) % 5); });
  const Lanes picked = pick(table.data(), index);
  for (int l = 0; l < width; ++l) {
    EXPECT_EQ(lane(picked, l), static_cast<float>(100 * ((3 * l) % 5) + l));
    EXPECT_EQ(pick(plain.data(), static_cast<double>((3 * l) % 5)), 100 * ((3 * l) % 5));
  }
}

}  // namespace
}  // namespace armistice
