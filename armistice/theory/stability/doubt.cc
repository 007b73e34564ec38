// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/doubt.h"

namespace armistice::stability {
namespace {

bool draws(const Preference& preference, const Attitude& attitude, State to, State from) {
  return preference.is_unknown(to, from) ? attitude.leaves_for_unknown : preference.better(to, from);
}
bool deters(const Preference& preference, const Attitude& attitude, State answer, State from) {
  return preference.is_unknown(answer, from) ? attitude.deterred_by_unknown : !preference.better(answer, from);
}

// The states that would deter the party from leaving s, were the others to bring them about.
std::vector<std::uint8_t> deterrents(const Graph& graph, int party, Notion notion, const Attitude& attitude, State s) {
  const Preference& preference = graph.preference[static_cast<std::size_t>(party)];
  std::vector<std::uint8_t> all(graph.states);
  for (State t = 0; t < graph.states; ++t) {
    bool holds = deters(preference, attitude, t, s);
    if (holds && symmetric(notion))
      for_each_move(graph, party, t, [&](State u) { holds &= deters(preference, attitude, u, s); });
    all[t] = holds;
  }
  return all;
}

bool deterred(const Graph& graph, const Movers& others, State move, std::vector<std::uint8_t>& deterring,
              const std::vector<std::uint8_t>& can) {
  if (!deterring[move]) return can[move] != 0;
  deterring[move] = 0;
  const bool answered = can_bring_about(graph, others, deterring)[move] != 0;
  deterring[move] = 1;
  return answered;
}

}  // namespace

Judgement judge_in_doubt(const Graph& graph, int party, Notion notion, const Attitude& attitude, Rule rule) {
  const Preference& preference = graph.preference[static_cast<std::size_t>(party)];
  Movers others;
  others.parties = ((std::uint64_t{1} << graph.parties) - 1) & ~(std::uint64_t{1} << party);
  others.improving = credible(notion), others.doubtful = true, others.rule = rule;
  Judgement judgement;
  judgement.verdict.assign(graph.states, Verdict::stable);
  for (State s = 0; s < graph.states; ++s) {
    std::vector<State> leaves_for;
    for_each_move(graph, party, s, [&](State t) {
      if (draws(preference, attitude, t, s)) leaves_for.push_back(t);
    });
    if (leaves_for.empty()) continue;
    judgement.verdict[s] = Verdict::unstable;
    if (notion == Notion::nash) continue;
    std::vector<std::uint8_t> deterring = deterrents(graph, party, notion, attitude, s);
    const std::vector<std::uint8_t> can = can_bring_about(graph, others, deterring);
    bool stays = true;
    for (const State t : leaves_for) stays = stays && deterred(graph, others, t, deterring, can);
    if (stays) judgement.verdict[s] = Verdict::stable;
  }
  return judgement;
}

Analysis analyse_in_doubt(const Graph& graph, const Attitude& attitude, Rule rule) {
  Analysis analysis;
  for (const Notion notion : all_notions)
    for (int party = 0; party < graph.parties; ++party)
      analysis.of[static_cast<std::size_t>(notion)].push_back(judge_in_doubt(graph, party, notion, attitude, rule));
  return analysis;
}

}  // namespace armistice::stability
