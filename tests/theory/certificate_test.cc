// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/certificate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

#include "armistice/theory/hitting.h"
#include "tests/theory/domains.h"
#include "tests/theory/small_spaces.h"

namespace armistice {
namespace {

// Straight from the definition, without given_away: every choice on K, and what each party of P makes of it at best.
bool agree_by_hand(const Space& space, const std::vector<int>& parties, const std::vector<int>& issues) {
  const auto kept = [&](int issue) { return std::find(issues.begin(), issues.end(), issue) != issues.end(); };
  const auto first = first_cells(space);
  for (std::uint64_t number = 0; number < package_count(space); ++number) {
    const auto package = package_of(space, number);
    const auto held = [&](const Literal& l) { return package[static_cast<std::size_t>(l.issue)] == l.option; };
    const auto about = [&](const Literal& l) { return kept(l.issue); };
    bool fine = true;
    for (const Implication& rule : space.implications) {
      const bool spoken = std::all_of(rule.when.begin(), rule.when.end(), about) &&
                          std::all_of(rule.then.begin(), rule.then.end(), about);
      const bool keeps = std::any_of(rule.then.begin(), rule.then.end(), held) ||
                         !std::all_of(rule.when.begin(), rule.when.end(), held);
      fine = fine && (!spoken || keeps);
    }
    for (const int i : parties) {
      double u = space.constant[static_cast<std::size_t>(i)];
      const auto cell = [&](int c) { return space.utility[static_cast<std::size_t>(i * first.back() + c)]; };
      for (std::size_t k = 0; k < package.size(); ++k) {
        double best = cell(first[k]);
        for (int c = first[k]; c < first[k + 1]; ++c) best = std::max(best, cell(c));
        u += kept(static_cast<int>(k)) ? cell(first[k] + package[k]) : best;
      }
      for (const Interaction& link : space.interactions) {
        const bool holds =
            std::all_of(link.when.begin(), link.when.end(), [&](const Literal& l) { return !about(l) || held(l); });
        const bool spoken = std::all_of(link.when.begin(), link.when.end(), about);
        if (link.party == i && holds && (spoken || link.value > 0)) u += link.value;
      }
      fine = fine && quantised(std::min(u, space.cap)) >= quantised(space.reservation[static_cast<std::size_t>(i)]);
    }
    if (fine) return true;
  }
  return false;
}

std::vector<int> members(unsigned bits, int from, int count) {
  std::vector<int> list;
  for (int i = 0; i < count; ++i)
    if (bits >> (from + i) & 1u) list.push_back(i);
  return list;
}

std::vector<int> without(std::vector<int> list, std::size_t place) {
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(place));
  return list;
}

TEST(HittingSet, SmallestSizes) {
  const auto set = [](std::vector<std::size_t> list) {
    Subset s;
    for (const auto e : list) s.set(e);
    return s;
  };
  const std::vector<Subset> sets{set({0, 1}), set({1, 2}), set({3})};
  long work = 1000;
  EXPECT_FALSE(hitting_set(sets, 1, work));
  EXPECT_EQ(*hitting_set(sets, 2, work), set({1, 3}));
  EXPECT_EQ(*hitting_set({}, 0, work), Subset{});
  EXPECT_FALSE(hitting_set({Subset{}}, 5, work)) << "nothing hits the empty set";
}

TEST(Certificate, ThreePartiesAndOnePie) {
  Space space = testing::empty_space(3, {2, 21});  // options of the pie: all ways to cut it in fifths
  space.reservation = {0.4, 0.4, 0.4};
  for (int i = 0; i < 3; ++i) {
    space.utility.insert(space.utility.end(), 2, 0.0);
    for (int a = 0; a <= 5; ++a)
      for (int b = 0; a + b <= 5; ++b) space.utility.push_back(0.2 * (i == 0 ? a : i == 1 ? b : 5 - a - b));
  }
  const Certificate why = why_no_deal(space);
  EXPECT_EQ(why.deal, Agreement::impossible);
  EXPECT_EQ(why.parties, (std::vector<int>{0, 1, 2}));
  EXPECT_EQ(why.issues, (std::vector<int>{1}));
  EXPECT_TRUE(why.irreducible && why.smallest);
  EXPECT_EQ(why.least, 4);
  space.reservation = {0.4, 0.4, 0.2};
  const Certificate deal = why_no_deal(space);
  EXPECT_EQ(deal.deal, Agreement::possible);
  EXPECT_TRUE(testing::pleases(space, deal.package));
}

TEST(Certificate, ConstraintsAloneCanContradict) {
  Space space = testing::empty_space(1, {2, 2, 2});
  space.utility.assign(6, 0.0);
  space.implications = {{{}, {{0, 1}}}, {{{0, 1}}, {{1, 1}}}, {{{0, 1}, {1, 1}}, {}}};
  const Certificate why = why_no_deal(space);
  EXPECT_EQ(why.deal, Agreement::impossible);
  EXPECT_TRUE(why.parties.empty());
  EXPECT_EQ(why.issues, (std::vector<int>{0, 1}));
  EXPECT_TRUE(why.smallest);
}

TEST(Certificate, IsOneAndIsTheSmallestOnSmallSpaces) {
  int none = 0;
  for (std::uint64_t seed = 1; seed <= 300 && !HasFailure(); ++seed) {
    const Space space = testing::small_space(seed, 4);
    const int issues = static_cast<int>(space.options.size());
    const Certificate why = why_no_deal(space);
    bool possible = false;
    testing::each_package(
        space, [&](const auto& package, const auto&) { possible = possible || testing::pleases(space, package); });
    ASSERT_EQ(why.deal, possible ? Agreement::possible : Agreement::impossible) << seed;
    if (possible) {
      EXPECT_TRUE(allowed(space, why.package) && testing::pleases(space, why.package)) << seed;
      continue;
    }
    ++none;
    EXPECT_FALSE(agree_by_hand(space, why.parties, why.issues)) << seed;
    for (std::size_t e = 0; e < why.parties.size(); ++e)
      EXPECT_TRUE(agree_by_hand(space, without(why.parties, e), why.issues)) << seed;
    for (std::size_t e = 0; e < why.issues.size(); ++e)
      EXPECT_TRUE(agree_by_hand(space, why.parties, without(why.issues, e))) << seed;
    ASSERT_TRUE(why.irreducible && why.smallest) << seed;
    const int size = static_cast<int>(why.parties.size() + why.issues.size());
    EXPECT_EQ(why.least, size) << seed;
    for (unsigned bits = 0; bits < 1u << (space.parties + issues); ++bits) {
      if (std::popcount(bits) >= size) continue;
      EXPECT_TRUE(agree_by_hand(space, members(bits, 0, space.parties), members(bits, space.parties, issues)))
          << seed << ": " << bits << " is smaller";
    }
  }
  EXPECT_GT(none, 100) << "the spaces are too easy to test much";
}

TEST(Certificate, SaysWhatItCouldNotProve) {
  for (std::uint64_t seed = 1; seed <= 100 && !HasFailure(); ++seed) {
    const Space space = testing::small_space(seed, 4);
    for (const int questions : {1, 3, 8}) {
      const Certificate early = why_no_deal(space, {.questions = questions});
      if (early.deal != Agreement::impossible) continue;
      EXPECT_LE(early.questions, std::max(questions, 1)) << seed;
      EXPECT_EQ(can_agree(space, early.parties, early.issues), Agreement::impossible) << seed;
      const Certificate full = why_no_deal(space);
      EXPECT_LE(early.least, full.least) << seed;
      if (early.smallest) {
        EXPECT_EQ(early.parties.size() + early.issues.size(), full.parties.size() + full.issues.size()) << seed;
      }
      for (std::size_t e = 0; early.irreducible && e < early.issues.size(); ++e)
        EXPECT_EQ(can_agree(space, early.parties, without(early.issues, e)), Agreement::possible) << seed;
    }
  }
}

}  // namespace
}  // namespace armistice
