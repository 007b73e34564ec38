// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/inverse.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <queue>

#include "armistice/theory/stability/inverse_ways.h"

namespace armistice::stability {
namespace {

Requirements of_party(const Requirements& all, int party) {
  Requirements own;
  std::copy_if(all.begin(), all.end(), std::back_inserter(own), [&](const Requirement& r) { return r.party == party; });
  return own;
}

// A set of requirements, and what is known of how much change it takes: the exact number, or at least so much.
struct Node {
  Requirements requirements;
  std::vector<std::int64_t> halves;  // [party]
  std::int64_t total = 0;
  bool exact = false;
  bool operator<(const Node& other) const {
    if (total != other.total) return total > other.total;
    if (exact != other.exact) return other.exact;
    return requirements > other.requirements;  // whatever the order in which they were found
  }
};

class Search {
 public:
  Search(const Graph& graph, State wanted, Notion notion, const InverseOptions& options)
      : wish_(graph, wanted, notion, options), options_(options) {
    for (const Preference& preference : graph.preference) {
      assert(preference.unknown.empty());
      given_.push_back(preference.rank);
    }
  }

  Inverse run() {
    Inverse inverse;
    const Requirements enough = wish_.nash();
    inverse.already = !wish_.ways();
    inverse.proved = inverse.already;
    if (inverse.already) return inverse;
    open_.push({{}, std::vector<std::int64_t>(given_.size()), 0, true});
    while (!open_.empty() && inverse.alternatives.size() < options_.alternatives) {
      if (inverse.nodes == options_.nodes) break;
      ++inverse.nodes;
      const Node node = open_.top();
      open_.pop();
      weigh(node, inverse.alternatives);
    }
    inverse.proved = settled_ && (open_.empty() || !inverse.alternatives.empty());
    if (inverse.alternatives.empty() && !open_.empty()) inverse.at_least = open_.top().total;
    if (inverse.alternatives.empty() && !inverse.proved) fall_back(enough, inverse.alternatives);
    std::stable_sort(inverse.alternatives.begin(), inverse.alternatives.end(),
                     [](const Alternative& a, const Alternative& b) { return a.halves < b.halves; });
    if (inverse.proved && !inverse.alternatives.empty()) inverse.at_least = inverse.alternatives.front().halves;
    return inverse;
  }

 private:
  void weigh(Node node, std::vector<Alternative>& found) {
    Ranks ranks;
    const std::int64_t before = node.total;
    if (!settle(node, ranks)) return;
    if (node.total > before) return open_.push(node);
    if (std::any_of(found.begin(), found.end(), [&](const Alternative& a) { return keeps(ranks, a.requirements); }))
      return;
    wish_.suppose(ranks);
    const std::optional<std::vector<Requirements>> ways = wish_.ways();
    if (!ways) return found.push_back(alternative(node.requirements));
    for (const Requirements& way : *ways) push(node, way);
  }

  // The least change that the requirements of a party alone take, from what one of them takes: enough to put off the
  // exact number until the set's turn comes.
  void push(const Node& node, const Requirements& way) {
    Node next{with(node.requirements, way), node.halves, 0, false};
    if (!seen_.insert(next.requirements).second) return;
    for (const Requirement& r : way) {
      std::int64_t& halves = next.halves[static_cast<std::size_t>(r.party)];
      halves = std::max(halves, least_for(r));
    }
    for (const std::int64_t halves : next.halves) next.total += halves;
    open_.push(std::move(next));
  }

  // One requirement alone: each state in between changes order with one of the two at least.
  std::int64_t least_for(const Requirement& r) const {
    const std::vector<std::int32_t>& rank = given_[static_cast<std::size_t>(r.party)];
    if (rank[r.above] > rank[r.below] || (rank[r.above] == rank[r.below] && !r.strict)) return 0;
    if (rank[r.above] == rank[r.below]) return 1;
    const auto between = [&](std::int32_t k) { return rank[r.above] < k && k < rank[r.below]; };
    return 2 + 2 * static_cast<std::int64_t>(std::count_if(rank.begin(), rank.end(), between));
  }

  // Puts exact numbers on a node; false when its requirements contradict each other, or when that is too much work.
  bool settle(Node& node, Ranks& ranks) {
    ranks = given_;
    node.total = 0, node.exact = true;
    for (std::size_t p = 0; p < given_.size(); ++p) {
      const Requirements own = of_party(node.requirements, static_cast<int>(p));
      if (!own.empty()) {
        NearestRanking nearest = nearest_ranking(given_[p], own);
        settled_ = settled_ && nearest.exact;
        if (nearest.halves < 0) return false;
        node.halves[p] = nearest.halves, ranks[p] = std::move(nearest.rank);
      }
      node.total += node.halves[p];
    }
    return true;
  }

  static bool keeps(const Ranks& ranks, const Requirements& requirements) {
    return std::all_of(requirements.begin(), requirements.end(), [&](const Requirement& r) {
      const std::vector<std::int32_t>& rank = ranks[static_cast<std::size_t>(r.party)];
      return r.strict ? rank[r.above] > rank[r.below] : rank[r.above] >= rank[r.below];
    });
  }

  // Leaves out what is not needed.
  Alternative alternative(Requirements requirements) {
    Ranks ranks;
    for (std::size_t k = requirements.size(); k-- > 0;) {
      Requirements fewer = requirements;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(k));
      Node node{fewer, std::vector<std::int64_t>(given_.size()), 0, false};
      if (!settle(node, ranks)) continue;
      wish_.suppose(ranks);
      if (!wish_.ways()) requirements = fewer;
    }
    Node node{requirements, std::vector<std::int64_t>(given_.size()), 0, false};
    settle(node, ranks);
    Alternative alternative{requirements, {}, node.total};
    for (std::size_t p = 0; p < given_.size(); ++p) {
      alternative.change.push_back({node.halves[p], ranks_from_one(ranks[p]), {}, {}});
      tell_moved(given_[p], alternative.change.back());
    }
    return alternative;
  }

  static std::vector<std::int32_t> ranks_from_one(const std::vector<std::int32_t>& rank) {
    return ranks_of(std::vector<double>(rank.begin(), rank.end()));
  }

  // The state that most of the pairs that change are of, until none is left.
  static void tell_moved(const std::vector<std::int32_t>& given, PartyChange& change) {
    if (change.halves == 0) return;
    std::vector<std::uint8_t> told(given.size());
    for (;;) {
      std::int64_t most = 0, net = 0;
      State moved = 0;
      for (State s = 0; s < given.size(); ++s) {
        std::int64_t all = 0, up = 0;
        for (State t = 0; t < given.size() && !told[s]; ++t) {
          if (told[t]) continue;
          const int was = (given[s] > given[t]) - (given[s] < given[t]);
          const int is = (change.rank[s] > change.rank[t]) - (change.rank[s] < change.rank[t]);
          all += std::abs(is - was), up += is - was;
        }
        if (all > most) most = all, net = up, moved = s;
      }
      if (most == 0) break;
      told[moved] = 1;
      (net > 0 ? change.more : change.less).push_back(moved);
    }
    std::sort(change.more.begin(), change.more.end());
    std::sort(change.less.begin(), change.less.end());
  }

  // Within the limit nothing was found: what is always enough, if those who have to may change.
  void fall_back(const Requirements& enough, std::vector<Alternative>& found) {
    const auto may = [&](const Requirement& r) { return (options_.changeable >> r.party & 1) != 0; };
    if (std::all_of(enough.begin(), enough.end(), may)) found.push_back(alternative(enough));
  }

  Wish wish_;
  InverseOptions options_;
  Ranks given_;
  std::priority_queue<Node> open_;
  std::set<Requirements> seen_;
  bool settled_ = true;  // every nearest ranking was found, or proved not to exist
};

}  // namespace

Inverse inverse(const Graph& graph, State wanted, Notion notion, const InverseOptions& options) {
  return Search(graph, wanted, notion, options).run();
}

}  // namespace armistice::stability
