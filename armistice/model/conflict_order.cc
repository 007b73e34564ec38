// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "armistice/model/conflict_parts.h"

namespace armistice {
namespace {

using stability::Preference;
using stability::State;

// What is said so far: who is at least as good as whom.
struct Order {
  struct Edge {
    State to = 0;
    bool strict = false;
  };
  std::vector<std::vector<Edge>> below;

  // A way down from a to b, and with a strict step on it where one is asked for; empty where there is none.
  std::vector<State> way(State a, State b, bool strict) const {
    const std::size_t n = below.size();
    constexpr std::size_t nowhere = ~std::size_t{0};
    std::vector<std::size_t> from(2 * n, nowhere), front{a};  // node: state, + n once a strict step was made
    from[a] = a;
    const std::size_t goal = strict ? b + n : nowhere;
    for (std::size_t k = 0; k < front.size(); ++k) {
      const std::size_t node = front[k];
      if (node == goal || (!strict && node % n == b)) return walked(from, node, a);
      for (const Edge& edge : below[node % n]) {
        const std::size_t next = edge.to + (edge.strict || node >= n ? n : 0);
        if (from[next] == nowhere) from[next] = node, front.push_back(next);
      }
    }
    return {};
  }

  std::vector<State> walked(const std::vector<std::size_t>& from, std::size_t node, std::size_t start) const {
    std::vector<State> states;
    for (; node != start; node = from[node]) states.push_back(static_cast<State>(node % below.size()));
    states.push_back(static_cast<State>(start));
    std::reverse(states.begin(), states.end());
    return states;
  }

  // 1 for each state that is no better than a.
  std::vector<std::uint8_t> under(State a) const {
    std::vector<std::uint8_t> seen(below.size());
    std::vector<State> front{a};
    seen[a] = 1;
    for (std::size_t k = 0; k < front.size(); ++k)
      for (const Edge& edge : below[front[k]])
        if (!seen[edge.to]) seen[edge.to] = 1, front.push_back(edge.to);
    return seen;
  }
};

}  // namespace

Preference preference_by_ranking(const std::vector<std::vector<State>>& ranking, const std::vector<std::size_t>& strong,
                                 std::size_t states) {
  Preference preference;
  preference.rank.assign(states, 0);
  if (!strong.empty()) preference.block.assign(states, 0);
  for (std::size_t k = 0; k < ranking.size(); ++k) {
    const auto above = std::count_if(strong.begin(), strong.end(), [&](std::size_t before) { return before <= k; });
    for (const State s : ranking[k]) {
      preference.rank[s] = static_cast<std::int32_t>(ranking.size() - k);
      if (!strong.empty()) preference.block[s] = static_cast<std::int32_t>(strong.size() + 1) - static_cast<int>(above);
    }
  }
  return preference;
}

std::optional<Preference> preference_by_pairs(const std::vector<Pair>& pairs, std::size_t states,
                                              std::vector<State>& circle, std::size_t& at) {
  Order order{std::vector<std::vector<Order::Edge>>(states)};
  for (at = 0; at < pairs.size(); ++at) {
    const Pair& pair = pairs[at];
    circle = order.way(pair.worse, pair.better, pair.equal);
    if (circle.empty() && pair.equal) circle = order.way(pair.better, pair.worse, true);
    if (!circle.empty()) return std::nullopt;
    order.below[pair.better].push_back({pair.worse, !pair.equal});
    if (pair.equal) order.below[pair.worse].push_back({pair.better, false});
  }
  std::vector<std::vector<std::uint8_t>> under;
  for (State s = 0; s < states; ++s) under.push_back(order.under(s));
  Preference preference;
  // How many are no better: it rises with every strict step, and is the same for those that are as good.
  std::vector<std::uint64_t> count(states);
  for (State s = 0; s < states; ++s)
    count[s] = static_cast<std::uint64_t>(std::count(under[s].begin(), under[s].end(), 1));
  preference.rank = stability::ranks_of(count);
  std::vector<std::uint8_t> unknown(states * states);
  for (State s = 0; s < states; ++s)
    for (State t = 0; t < states; ++t) unknown[s * states + t] = !under[s][t] && !under[t][s];
  if (std::find(unknown.begin(), unknown.end(), 1) != unknown.end()) preference.unknown = std::move(unknown);
  return preference;
}

}  // namespace armistice
