// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "armistice/theory/stability/inverse.h"
#include "armistice/theory/stability/paths.h"

// What could be asked for to make a state an equilibrium: one step of the search of inverse.h.
namespace armistice::stability {

using Requirements = std::vector<Requirement>;  // sorted, no doubles
using Ranks = std::vector<std::vector<std::int32_t>>;

inline Requirements with(Requirements all, const Requirements& more) {
  all.insert(all.end(), more.begin(), more.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

// Whether the wanted state is an equilibrium of a graph's preferences and, if not, what could be asked for.
class Wish {
 public:
  Wish(const Graph& graph, State wanted, Notion notion, const InverseOptions& options)
      : given_(graph), graph_(graph), wanted_(wanted), notion_(notion), options_(options) {}

  void suppose(const Ranks& ranks) {
    for (std::size_t p = 0; p < ranks.size(); ++p) graph_.preference[p].rank = ranks[p];
  }

  // Sets of requirements of which one has to be met, all of them not met now; nothing when it is an equilibrium. Of the
  // improvements that nothing deters the one is taken that leaves the fewest ways.
  std::optional<std::vector<Requirements>> ways() const {
    std::optional<std::vector<Requirements>> fewest;
    for (int party = 0; party < graph_.parties; ++party)
      for_each_move(graph_, party, wanted_, [&](State to) {
        if (!above(party, to)) return;
        const std::optional<std::vector<Requirements>> ways = ways_against(party, to);
        if (ways && (!fewest || ways->size() < fewest->size())) fewest = ways;
      });
    return fewest;
  }

  // Nobody has an improvement: the change that is always enough.
  Requirements nash() const {
    Requirements all;
    for (int party = 0; party < given_.parties; ++party)
      for_each_move(given_, party, wanted_, [&](State to) {
        if (above(party, to)) all.push_back(not_above(party, to));
      });
    return with(all, {});
  }

 private:
  bool above(int party, State t) const { return graph_.preference[static_cast<std::size_t>(party)].better(t, wanted_); }
  bool may_change(int party) const { return options_.changeable >> party & 1; }

  // A tie that is there already is as good.
  Requirement not_above(int party, State t) const {
    const std::vector<std::int32_t>& rank = given_.preference[static_cast<std::size_t>(party)].rank;
    return {party, wanted_, t, rank[t] != rank[wanted_]};
  }

  std::optional<std::vector<Requirements>> ways_against(int party, State to) const {
    std::vector<Requirements> ways;
    if (may_change(party)) ways.push_back({not_above(party, to)});
    if (notion_ == Notion::nash) return ways;
    Movers others;
    others.parties = ((std::uint64_t{1} << graph_.parties) - 1) & ~(std::uint64_t{1} << party);
    others.improving = credible(notion_), others.rule = options_.rule;
    const Journeys reach = journeys(graph_, others, to);
    for (State end = 0; end < graph_.states; ++end) {
      if (!reach.reaches(end)) continue;
      const Requirements needs = to_deter(party, end);
      if (needs.empty()) return std::nullopt;
      // As much as to like `to` less is no way of its own.
      const bool more = std::find(needs.begin(), needs.end(), not_above(party, to)) != needs.end();
      if (may_change(party) && !more) ways.push_back(needs);
    }
    if (credible(notion_)) new_answers(others, reach, ways);
    return ways;
  }

  // What the party would have to like less than the wanted state for `end` to deter it.
  Requirements to_deter(int party, State end) const {
    Requirements needs;
    if (above(party, end)) needs.push_back(not_above(party, end));
    if (symmetric(notion_))
      for_each_move(graph_, party, end, [&](State u) {
        if (above(party, u)) needs.push_back(not_above(party, u));
      });
    return with(needs, {});
  }

  // Moves of the others that would go on from where they come to, were they improvements. Moves by options need no
  // memory of who moved last (flood.cc): what is reached once needs no second way there.
  void new_answers(const Movers& others, const Journeys& reach, std::vector<Requirements>& ways) const {
    const bool once = others.rule != Rule::returns, merge = graph_.by_options() && !once;
    std::set<Requirement> moves;
    for (std::uint64_t node = 0; node < reach.came_from.size(); ++node) {
      if (reach.came_from[node] == ~std::uint64_t{0}) continue;
      const auto s = static_cast<State>(node / reach.memories);
      const std::uint64_t memory = node % reach.memories;
      if (others.rule == Rule::single && memory != 0) continue;
      for (int j = 0; j < graph_.parties; ++j) {
        const std::uint64_t bit = std::uint64_t{1} << j, last = static_cast<std::uint64_t>(j) + 1;
        if ((others.parties & bit) == 0 || !may_change(j)) continue;
        if (!merge && (once ? (memory & bit) != 0 : memory == last)) continue;
        for_each_move(graph_, j, s, [&](State t) {
          const std::uint64_t next = t * reach.memories + (once ? memory | bit : last);
          if (merge ? reach.reaches(t) : reach.came_from[next] != ~std::uint64_t{0}) return;
          moves.insert({j, t, s, true});
        });
      }
    }
    for (const Requirement& move : moves) ways.push_back({move});
  }

  const Graph& given_;
  Graph graph_;
  State wanted_;
  Notion notion_;
  InverseOptions options_;
};

}  // namespace armistice::stability
