// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/options.h"

#include <rapidcheck/gtest.h>

#include "armistice/theory/stability/stability.h"

namespace armistice::stability {
namespace {

Condition pattern(std::string_view text) { return condition_of_pattern(text); }

OptionForm prisoners() {
  OptionForm form;
  form.parties = 2;
  form.options = {{0, Direction::both}, {1, Direction::both}};
  return form;
}

TEST(Conditions, ConnectivesByTheirTables) {
  for (std::uint64_t code = 0; code < 4; ++code) {
    const bool a = code & 1, b = code & 2;
    const auto two = [&](Connective connective) {
      Condition condition;
      condition.add(Connective::option, 0), condition.add(Connective::option, 1);
      condition.add(connective, 0, 1);
      return holds(condition, code);
    };
    EXPECT_EQ(two(Connective::both), a && b);
    EXPECT_EQ(two(Connective::either), a || b);
    EXPECT_EQ(two(Connective::only_if), a || !b);
    EXPECT_EQ(two(Connective::same), a == b);
    EXPECT_EQ(holds(pattern("YN"), code), a && !b);
    EXPECT_EQ(holds(pattern("-N"), code), !b);
  }
  EXPECT_TRUE(pattern("--").nodes.empty());
}

TEST(Options, InfeasiblePatternsLeaveTheRest) {
  OptionForm form;
  form.parties = 3;
  form.options = {{0, Direction::both}, {1, Direction::both}, {2, Direction::both}};
  form.infeasible = {pattern("NN-"), pattern("YNY")};
  EXPECT_EQ(feasible_states(form), (std::vector<std::uint64_t>{1, 2, 3, 6, 7}));
  form.infeasible.push_back(pattern("-Y-"));
  form.infeasible.push_back(pattern("Y--"));
  EXPECT_TRUE(feasible_states(form)->empty());
}

TEST(Options, TooManyStatesAreNoticedEarly) {
  OptionForm form;
  form.parties = 1;
  form.options.assign(62, {0, Direction::both});
  EXPECT_FALSE(feasible_states(form).has_value());
  form.infeasible.assign(1, pattern("Y"));
  for (std::size_t o = 1; o < 60; ++o) form.infeasible.push_back(pattern(std::string(o, '-') + "Y"));
  EXPECT_EQ(feasible_states(form)->size(), 4u) << "two options are left to take";
}

TEST(Options, StatementsRankTheFirstFirst) {
  const Preference first = preference_by_statements({{pattern("-Y")}, {pattern("N-")}}, {0, 1, 2, 3});
  EXPECT_EQ(first.rank, (std::vector<std::int32_t>{2, 1, 4, 3}));
  EXPECT_TRUE(first.block.empty());
  const Preference strong = preference_by_statements({{pattern("-Y"), true}, {pattern("N-")}}, {0, 1, 2, 3});
  EXPECT_EQ(strong.block, (std::vector<std::int32_t>{1, 1, 2, 2}));
}

// The second statement is a matter of doubt: states that differ in the first are told apart, others by it are not.
TEST(Options, UnknownStatementsLeavePairsOpen) {
  const Preference doubt = preference_by_statements({{pattern("-Y")}, {pattern("N-"), false, true}}, {0, 1, 2, 3});
  EXPECT_TRUE(doubt.is_unknown(0, 1));
  EXPECT_TRUE(doubt.is_unknown(3, 2));
  EXPECT_FALSE(doubt.is_unknown(0, 2));
  EXPECT_FALSE(doubt.is_unknown(0, 0));
}

// "Abandon" ends the conflict: all states with it are one, and nobody comes back from it.
TEST(Options, CoalescedStatesAreOne) {
  OptionForm form = prisoners();
  form.options[1].direction = Direction::only_on;
  form.coalesced = {pattern("-Y")};
  std::vector<std::uint64_t> codes = *feasible_states(form);
  EXPECT_EQ(coalesce(form, codes), (std::vector<std::uint32_t>{0, 1, 2, 2}));
  const Preference any{{1, 2, 3}, {}, {}, {}};
  const Graph graph = graph_of_form(form, codes, {any, any});
  EXPECT_EQ(codes, (std::vector<std::uint64_t>{0, 1, 2}));
  EXPECT_EQ(graph.out[0].to, (std::vector<State>{1, 0}));
  EXPECT_EQ(graph.out[1].to, (std::vector<State>{2, 2})) << "from both others";
}

TEST(Options, ForbiddenMovesAreLeftOut) {
  OptionForm form = prisoners();
  form.forbidden = {{0, pattern("N-"), pattern("-Y")}};  // the first may not take up its option beside the second's
  std::vector<std::uint64_t> codes = *feasible_states(form);
  const Preference any{{1, 2, 3, 4}, {}, {}, {}};
  const Graph graph = graph_of_form(form, codes, {any, any});
  EXPECT_EQ(graph.out[0].to, (std::vector<State>{1, 0, 2}));
}

RC_GTEST_PROP(OptionsLaws, PruningLeavesWhatNoConditionForbids, ()) {
  OptionForm form;
  form.parties = 1;
  form.options.assign(5, {0, Direction::both});
  for (int k = *rc::gen::inRange(0, 4); k > 0; --k) {
    std::string text;
    for (int o = 0; o < 5; ++o) text += *rc::gen::element('Y', 'N', '-', '-');
    if (text != "-----") form.infeasible.push_back(pattern(text));
  }
  std::vector<std::uint64_t> plain;
  for (std::uint64_t code = 0; code < 32; ++code) {
    bool feasible = true;
    for (const Condition& condition : form.infeasible) feasible &= !holds(condition, code);
    if (feasible) plain.push_back(code);
  }
  RC_ASSERT(feasible_states(form) == plain);
}

}  // namespace
}  // namespace armistice::stability
