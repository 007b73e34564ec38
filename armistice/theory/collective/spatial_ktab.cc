// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <span>

#include "armistice/theory/collective/spatial.h"

namespace armistice::collective {
namespace {

using Names = std::span<const std::string_view>;

// KTAB's spellings in the order of its integers. Where its program and its XML schema differ, the schema's come after a
// bar.
constexpr std::array<std::string_view, 6> voting = {"Binary",  "PropBin", "Prop|Proportional",
                                                    "PropCbc", "Cubic",   "ASymProsp"};
constexpr std::array<std::string_view, 5> victory = {"Linear", "Square", "Quartic", "Octic", "Binary"};
constexpr std::array<std::string_view, 3> contest = {"Conditional", "MarkovIncentive", "MarkovUniform"};
constexpr std::array<std::string_view, 2> transition = {"Deterministic", "Stochastic"};
constexpr std::array<std::string_view, 3> third = {"NoCommit", "SemiCommit", "FullCommit"};
constexpr std::array<std::string_view, 3> range = {"Min", "Mid", "Max"};
constexpr std::array<std::string_view, 5> adjust = {"None|No", "OneThird", "Half", "TwoThirds", "Full"};
constexpr std::array<std::string_view, 3> weights = {"S1P1", "S2P2", "S2PMax"};
constexpr std::array<std::string_view, 3> bargain = {"InitOnlyInterp", "InitRcvrInterp", "PWCompInterp"};

bool is_spelling(std::string_view spellings, std::string_view value) {
  const std::size_t bar = spellings.find('|');
  return value == spellings.substr(0, bar) || (bar != std::string_view::npos && value == spellings.substr(bar + 1));
}

std::string listed(Names names) {
  std::string list;
  for (const std::string_view name : names) {
    const std::size_t bar = name.find('|');
    list += (list.empty() ? "" : ", ") + std::string(name.substr(0, bar));
    if (bar != std::string_view::npos) list += fmt::format(" (or {})", name.substr(bar + 1));
  }
  return list;
}

}  // namespace

std::string set_ktab_choice(SpatialChoices& choices, std::string_view name, std::string_view value) {
  const auto set = [&](auto& choice, Names names) -> std::string {
    for (std::size_t i = 0; i < names.size(); ++i)
      if (is_spelling(names[i], value) || value == std::to_string(i)) {
        choice = static_cast<std::remove_reference_t<decltype(choice)>>(i);
        return "";
      }
    return fmt::format("{} \"{}\" is none of {}; 0 to {} do as well", name, value, listed(names), names.size() - 1);
  };
  if (name == "VotingRule") return set(choices.voting, voting);
  if (name == "VictoryProbModel") return set(choices.victory, victory);
  if (name == "PCEModel") return set(choices.probabilities, contest);
  if (name == "StateTransitions") return set(choices.transition, transition);
  if (name == "ThirdPartyCommit") return set(choices.third_parties, third);
  if (name == "BigRRange") return set(choices.risk_range, range);
  if (name == "BigRAdjust") return set(choices.risk_view, adjust);
  if (name == "InterVecBrgn") return set(choices.bargain_weights, weights);
  if (name == "BargnModel") return set(choices.bargain_model, bargain);
  return fmt::format(
      "\"{}\" is none of KTAB's parameters VotingRule, VictoryProbModel, PCEModel, StateTransitions, ThirdPartyCommit, "
      "BigRRange, BigRAdjust, InterVecBrgn, BargnModel",
      name);
}

}  // namespace armistice::collective
