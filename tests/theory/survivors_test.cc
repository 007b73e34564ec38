// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/survivors.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <random>

namespace armistice {
namespace {

using Vector = std::vector<double>;

// Vectors that no other dominates, with lowest number and count, in falling order.
std::vector<Survivor> by_all_pairs(const std::vector<Vector>& vectors) {
  std::map<Vector, Survivor, std::greater<>> distinct;
  for (std::size_t i = 0; i < vectors.size(); ++i)
    ++distinct.try_emplace(vectors[i], Survivor{vectors[i], i, 0}).first->second.count;
  std::vector<Survivor> out;
  for (const auto& [v, survivor] : distinct) {
    bool beaten = false;
    for (const auto& [w, _] : distinct) {
      bool covers = w != v;
      for (std::size_t p = 0; p < v.size(); ++p) covers = covers && w[p] >= v[p];
      beaten = beaten || covers;
    }
    if (!beaten) out.push_back(survivor);
  }
  return out;
}

template <class Filter>
std::vector<Survivor> streamed(const std::vector<Vector>& vectors, Filter filter) {
  for (std::size_t i = 0; i < vectors.size(); ++i) filter.offer(vectors[i].data(), i);
  return filter.finish();
}

void expect_equal(const std::vector<Survivor>& got, const std::vector<Survivor>& wanted) {
  RC_ASSERT(got.size() == wanted.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    RC_ASSERT(got[i].quanta == wanted[i].quanta);
    RC_ASSERT(got[i].package == wanted[i].package);
    RC_ASSERT(got[i].count == wanted[i].count);
  }
}

// Keys too narrow for the vectors must not change the answer either.
RC_GTEST_PROP(SurvivorsLaw, SameAsAllPairs, ()) {
  const auto parties = static_cast<std::size_t>(*rc::gen::inRange(1, 17));
  const int levels = *rc::gen::element(2, 4, 30, 1000);
  std::vector<Vector> vectors(static_cast<std::size_t>(*rc::gen::inRange(0, 200)), Vector(parties));
  for (Vector& v : vectors)
    for (double& x : v) x = *rc::gen::inRange(0, levels);
  const double most = *rc::gen::element(1, levels);
  const auto wanted = by_all_pairs(vectors);
  expect_equal(streamed(vectors, Champions(Vector(parties, 0), Vector(parties, most))), wanted);
  if (parties == 2) expect_equal(streamed(vectors, Staircase()), wanted);
}

// Enough of them for the staircase to be merged many times.
TEST(Survivors, LongStaircase) {
  std::mt19937_64 engine(5);
  std::vector<Vector> vectors;
  for (int n = 0; n < 20000; ++n) {
    const auto first = static_cast<double>(engine() % 8000);
    vectors.push_back({first, 9000 - first - static_cast<double>(engine() % 2)});
  }
  const auto stairs = streamed(vectors, Staircase());
  const auto champions = streamed(vectors, Champions({0, 0}, {9000, 9000}));
  EXPECT_GT(stairs.size(), 5000u);
  expect_equal(stairs, champions);
}

TEST(Survivors, DominatedIsStrict) {
  Staircase stairs;
  Champions champions({0, 0}, {10, 10});
  for (std::uint64_t n = 0; n < 1024; ++n) {
    const Vector v{static_cast<double>(n % 2), static_cast<double>(1 - n % 2)};
    stairs.offer(v.data(), n);
    champions.offer(v.data(), n);
  }
  const auto both = [&](const Vector& v) {
    EXPECT_EQ(stairs.dominated(v.data()), champions.dominated(v.data()));
    return stairs.dominated(v.data());
  };
  EXPECT_FALSE(both({1, 0}));
  EXPECT_FALSE(both({0.5, 0.5}));
  EXPECT_TRUE(both({0.5, 0}));
  EXPECT_TRUE(both({0, 0}));
}

}  // namespace
}  // namespace armistice
