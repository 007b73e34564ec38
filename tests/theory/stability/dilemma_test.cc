// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/dilemma.h"

#include "tests/theory/stability/graphs.h"

namespace armistice::stability {
namespace {

using enum DilemmaKind;
using testing::prefers;
using testing::prisoners;
using Dilemmas = std::vector<Dilemma>;

// Chicken: who gives way (Y) is worse off than who does not, and both are worst off when neither does.
Graph chicken() { return graph_of_options({0, 1, 2, 3}, {1, 2}, 0, 0, {prefers({1, 2, 4, 3}), prefers({1, 4, 2, 3})}); }

TEST(Dilemma, PrisonersWhoAgreeCannotTrustEachOther) {
  EXPECT_EQ(dilemmas(prisoners(), {{3, 3}, 0}), (Dilemmas{{trust, 0, 1, 1, 3, false}, {trust, 1, 0, 2, 3, false}}));
}

// Each demands the other's silence alone. The threat of confession presses nobody, and nobody would keep silent.
TEST(Dilemma, PrisonersWhoDemandTooMuchPersuadeNobody) {
  EXPECT_EQ(dilemmas(prisoners(), {{2, 1}, 0}), (Dilemmas{{persuasion, 0, 1, 0, 2, false},
                                                          {trust, 0, 1, 0, 2, false},
                                                          {persuasion, 1, 0, 0, 1, false},
                                                          {trust, 1, 0, 0, 1, false}}));
}

// In chicken the threat presses both, so that both refusals are hard to believe.
TEST(Dilemma, NobodyBelievesARefusalInChicken) {
  EXPECT_EQ(dilemmas(chicken(), {{2, 1}, 0}),
            (Dilemmas{{rejection, 0, 1, 1, 0, false}, {rejection, 1, 0, 2, 0, false}}));
}

TEST(Dilemma, AsGoodIsNoPressure) {
  Graph graph = chicken();
  graph.preference[1] = prefers({2, 4, 2, 3});
  EXPECT_EQ(dilemmas(graph, {{2, 1}, 0}),
            (Dilemmas{{persuasion, 0, 1, 0, 2, true}, {rejection, 0, 1, 1, 0, false}, {rejection, 1, 0, 2, 0, true}}));
}

// Who demands what is coming anyway need persuade nobody, nor need others believe their refusal of it.
TEST(Dilemma, WhoDemandsTheThreatenedFutureHasItForTheAsking) {
  EXPECT_EQ(dilemmas(prisoners(), {{0, 3}, 0}), (Dilemmas{{rejection, 0, 1, 3, 0, false}, {trust, 1, 0, 2, 3, false}}));
}

TEST(Dilemma, FuturesFromWhatIsSaid) {
  const std::vector<std::uint64_t> owned{0b0011, 0b1100};
  const std::uint64_t threatened = threatened_code(owned, {{0b0001, 0b0001}, {0b1101, 0b0101}}, 0b1010);
  EXPECT_EQ(threatened, 0b0111u) << "what a party says about another's options is no intention of its own";
  EXPECT_EQ(position_code({0b0101, 0b0100}, threatened), 0b0110u);
  EXPECT_EQ(state_of({1, 6, 7}, 7), State{2});
  EXPECT_FALSE(state_of({1, 6, 7}, 5).has_value());
}

}  // namespace
}  // namespace armistice::stability
