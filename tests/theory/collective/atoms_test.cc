// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/atoms.h"

#include <rapidcheck.h>

#include "armistice/theory/scoring.h"

namespace armistice::collective {
namespace {

TEST(Atoms, TidiedAscendMergeAndSumToOne) {
  const Atoms atoms = tidied({{3, 1}, {-1, 2}, {3, 1}});
  ASSERT_EQ(atoms.size(), 2u);
  EXPECT_EQ(atoms[0].value, -1);
  EXPECT_EQ(atoms[0].share, 0.5);
  EXPECT_EQ(atoms[1].share, 0.5);
  EXPECT_TRUE(tidied({{1, 0}}).empty());
}

TEST(Atoms, KnownAnswers) {
  const Atoms ends = {{0, 0.5}, {100, 0.5}};
  EXPECT_EQ(mean_of(ends), 50);
  EXPECT_EQ(median_of(ends), 50);
  EXPECT_EQ(crps(ends, 0), 25);
  EXPECT_EQ(crps(ends, 50), 25);
  EXPECT_EQ(mean_distance(ends, ends), 50);
  EXPECT_EQ(median_of({{0, 0.5}, {4, 0}, {9, 0.5}}), 4.5) << "a value without a share is no end of the interval";
  EXPECT_EQ(median_of({{0, 0.4}, {4, 0.6}}), 4);
  EXPECT_EQ(crps({{30, 1}}, 75), 45);
  EXPECT_TRUE(std::isnan(mean_of({})) && std::isnan(median_of({})) && std::isnan(crps({}, 1)));
}

Atoms some(int least) {
  const auto values = *rc::gen::suchThat(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 20)),
                                         [&](const auto& all) { return static_cast<int>(all.size()) >= least; });
  Atoms atoms;
  for (const int x : values) atoms.push_back({static_cast<double>(x), 1});
  return tidied(atoms);
}

TEST(Atoms, AgreesWithTheSumsOverPairsAndWithTheScoreOfAnEnsemble) {
  EXPECT_TRUE(rc::check([] {
    const auto members = *rc::gen::suchThat(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 20)),
                                            [](const auto& all) { return !all.empty(); });
    Atoms atoms;
    for (const int x : members) atoms.push_back({static_cast<double>(x), 1});
    atoms = tidied(atoms);
    const double y = *rc::gen::inRange(-5, 25);
    const std::vector<double> values(members.begin(), members.end());
    RC_ASSERT(std::abs(crps(atoms, y) - crps_ensemble(values, y, false)) < 1e-9);
    const Atoms others = some(1);
    double sum = 0;
    for (const Atom& a : atoms)
      for (const Atom& b : others) sum += a.share * b.share * std::abs(a.value - b.value);
    RC_ASSERT(std::abs(mean_distance(atoms, others) - sum) < 1e-9);
    RC_ASSERT(std::abs(mean_distance(others, atoms) - sum) < 1e-9);
    double expected = 0, other = 0;  // no point has a smaller expected error than the median
    const double point = *rc::gen::inRange(0, 20);
    for (const Atom& a : atoms) {
      expected += a.share * std::abs(a.value - median_of(atoms));
      other += a.share * std::abs(a.value - point);
    }
    RC_ASSERT(expected <= other + 1e-9);
  }));
}

}  // namespace
}  // namespace armistice::collective
