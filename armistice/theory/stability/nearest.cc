// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <cassert>
#include <map>
#include <queue>
#include <unordered_map>

#include "armistice/theory/stability/inverse.h"

// The ranking nearest to a given one among those that keep some requirements. Finding it is hard in general
// (Brandenburg, Gleissner and Hofmeier 2013, "The nearest neighbor Spearman footrule distance for bucket, interval, and
// partial orders"), yet only the states that requirements name, the bound ones, need be placed: the others keep the
// order and the ties that they have, as swapping two free states back never costs anything. Places are filled from the
// best on: what is left to place is a set of bound states and a number of groups of free ones, so that the search goes
// over few nodes, the cheapest first.
namespace armistice::stability {
namespace {

std::int64_t halves_of(std::int32_t a, std::int32_t b, std::int32_t c, std::int32_t d) {
  const int before = (a > b) - (a < b), after = (c > d) - (c < d);
  return std::abs(before - after);
}

class Placing {
 public:
  Placing(const std::vector<std::int32_t>& rank, const std::vector<Requirement>& requirements) : rank_(rank) {
    for (const Requirement& r : requirements) bound_.push_back(r.above), bound_.push_back(r.below);
    std::sort(bound_.begin(), bound_.end(), [&](State a, State b) {
      return rank[a] != rank[b] ? rank[a] > rank[b] : a < b;  // the best first
    });
    bound_.erase(std::unique(bound_.begin(), bound_.end()), bound_.end());
    const auto place = [&](State s) {
      return static_cast<std::size_t>(std::find(bound_.begin(), bound_.end(), s) - bound_.begin());
    };
    first_.assign(bound_.size(), 0), not_after_.assign(bound_.size(), 0);
    for (const Requirement& r : requirements) {
      const bool tied = rank[r.above] == rank[r.below] && !r.strict;
      (tied ? not_after_ : first_)[place(r.below)] |= std::uint64_t{1} << place(r.above);
    }
    group_free();
    find_twins();
  }

  bool too_many() const { return bound_.size() > 64; }

  NearestRanking solve(std::int64_t most) {
    left_ = most;
    NearestRanking nearest;
    const std::uint64_t all = bound_.size() == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bound_.size()) - 1;
    offer({0, 0, 0, 0, 0, false}, 0);
    while (!open_.empty()) {
      const Open next = open_.top();
      open_.pop();
      const std::int64_t node = next.node;
      if (nodes_[static_cast<std::size_t>(node)].halves < next.halves) continue;
      const Node at = nodes_[static_cast<std::size_t>(node)];
      if (at.placed == all && at.free == groups_.size()) return finish(node);
      if (at.free < groups_.size()) step(at, node, 0, true);
      blocks(at, node);
      if (left_ < 0) break;
    }
    nearest.exact = left_ >= 0;
    return nearest;
  }

 private:
  // Bound states placed, groups of free states placed, and the step that led here.
  struct Node {
    std::uint64_t placed = 0;
    std::size_t free = 0;
    std::int64_t halves = 0, before = 0;
    std::uint64_t block = 0;
    bool with_free = false;
  };
  struct Open {
    std::int64_t halves = 0, node = 0;
    bool operator<(const Open& other) const { return halves > other.halves; }
  };

  // Groups of free states that are tied, the best first, and where bound states stand among them.
  void group_free() {
    std::map<std::int32_t, std::vector<State>, std::greater<>> by_rank;
    for (State s = 0; s < rank_.size(); ++s)
      if (std::find(bound_.begin(), bound_.end(), s) == bound_.end()) by_rank[rank_[s]].push_back(s);
    for (auto& [rank, members] : by_rank) groups_.push_back(std::move(members));
    sum_.assign(1, 0);
    for (const auto& members : groups_) sum_.push_back(sum_.back() + static_cast<std::int64_t>(members.size()));
    for (const State s : bound_) {
      std::size_t g = 0;
      while (g < groups_.size() && rank_[groups_[g].front()] > rank_[s]) ++g;
      better_.push_back(g);
      tied_.push_back(g < groups_.size() && rank_[groups_[g].front()] == rank_[s]);
    }
  }

  // Bound states that stand in the same requirements keep their order among themselves.
  void find_twins() {
    earlier_.assign(bound_.size(), 0);
    const auto after = [&](const std::vector<std::uint64_t>& of, std::size_t k) {
      std::uint64_t all = 0;
      for (std::size_t c = 0; c < of.size(); ++c) all |= (of[c] >> k & 1) << c;
      return all;
    };
    for (std::size_t a = 0; a < bound_.size(); ++a)
      for (std::size_t b = a + 1; b < bound_.size(); ++b)
        if (first_[a] == first_[b] && not_after_[a] == not_after_[b] && after(first_, a) == after(first_, b) &&
            after(not_after_, a) == after(not_after_, b))
          earlier_[b] |= std::uint64_t{1} << a;
  }

  // Every set of bound states, tied as things are, that may come next, alone or with the free group that they are tied
  // with.
  void blocks(const Node& at, std::int64_t node) {
    for (std::size_t begin = 0, end = 0; begin < bound_.size(); begin = end) {
      while (end < bound_.size() && rank_[bound_[end]] == rank_[bound_[begin]]) ++end;
      const bool free_is_tied = at.free < groups_.size() && rank_[groups_[at.free].front()] == rank_[bound_[begin]];
      grow(at, node, begin, end, 0, free_is_tied);
    }
  }

  // With the bound state c and without it. Of twins none comes without those that come earlier, which keeps the number
  // of blocks small where many states are tied.
  void grow(const Node& at, std::int64_t node, std::size_t c, std::size_t end, std::uint64_t block, bool free_is_tied) {
    if (--left_ < 0) return;
    if (c < end) {
      grow(at, node, c + 1, end, block, free_is_tied);
      const bool open = (at.placed >> c & 1) == 0 && (first_[c] & ~at.placed) == 0;
      if (open && (earlier_[c] & ~(at.placed | block)) == 0)
        grow(at, node, c + 1, end, block | std::uint64_t{1} << c, free_is_tied);
      return;
    }
    if (block == 0 || !may_come(at.placed | block, block)) return;
    step(at, node, block, false);
    if (free_is_tied) step(at, node, block, true);
  }

  bool may_come(std::uint64_t with, std::uint64_t block) const {
    for (std::uint64_t rest = block; rest != 0; rest &= rest - 1) {
      const auto c = static_cast<std::size_t>(std::countr_zero(rest));
      if ((not_after_[c] & ~with) != 0) return false;
    }
    return true;
  }

  // Puts a block, or the next group of free states, or both tied, below all that is placed. A bound state is compared
  // with all free states here, and with the bound ones that come below it.
  void step(const Node& at, std::int64_t from, std::uint64_t block, bool with_free) {
    Node to = at;
    to.placed |= block, to.free += with_free ? 1 : 0, to.before = from, to.block = block, to.with_free = with_free;
    for (std::uint64_t rest = block; rest != 0; rest &= rest - 1) {
      const auto c = static_cast<std::size_t>(std::countr_zero(rest));
      if (block_is_apart(at, c, with_free)) to.halves += from_free(at.free, c);
      for (std::size_t d = 0; d < bound_.size(); ++d)
        if ((to.placed >> d & 1) == 0) to.halves += halves_of(rank_[bound_[c]], rank_[bound_[d]], 1, 0);
    }
    offer(to, to.halves);
  }

  // Tied with the free group that it was tied with, a bound state differs from no free one.
  bool block_is_apart(const Node& at, std::size_t c, bool with_free) const {
    return !with_free || at.free != better_[c];
  }

  // Half pairs of a bound state with all free ones, when `free` groups stand above it and the others below.
  std::int64_t from_free(std::size_t free, std::size_t c) const {
    const std::size_t begin = better_[c], end = begin + (tied_[c] ? 1 : 0);
    if (free <= begin) return 2 * (sum_[begin] - sum_[free]) + (sum_[end] - sum_[begin]);
    return (sum_[end] - sum_[begin]) + 2 * (sum_[free] - sum_[end]);
  }

  void offer(const Node& node, std::int64_t halves) {
    const auto [at, is_new] = met_.emplace(std::pair{node.placed, node.free}, static_cast<std::int64_t>(nodes_.size()));
    if (is_new)
      nodes_.push_back(node);
    else if (nodes_[static_cast<std::size_t>(at->second)].halves > halves)
      nodes_[static_cast<std::size_t>(at->second)] = node;
    else
      return;
    open_.push({halves, at->second});
  }

  NearestRanking finish(std::int64_t node) const {
    NearestRanking nearest;
    nearest.halves = nodes_[static_cast<std::size_t>(node)].halves;
    nearest.rank.resize(rank_.size());
    std::int32_t next = 1;  // the worst come last
    for (; node != 0; node = nodes_[static_cast<std::size_t>(node)].before, ++next) {
      const Node& at = nodes_[static_cast<std::size_t>(node)];
      for (std::uint64_t rest = at.block; rest != 0; rest &= rest - 1)
        nearest.rank[bound_[static_cast<std::size_t>(std::countr_zero(rest))]] = next;
      if (at.with_free)
        for (const State s : groups_[at.free - 1]) nearest.rank[s] = next;
    }
    return nearest;
  }

  const std::vector<std::int32_t>& rank_;
  std::vector<State> bound_;
  std::vector<std::uint64_t> first_, not_after_;  // [bound] which have to come strictly above it, or not below it
  std::vector<std::uint64_t> earlier_;            // [bound] twins that come above it, or with it
  std::vector<std::vector<State>> groups_;
  std::vector<std::int64_t> sum_;    // [group + 1] free states in the groups above
  std::vector<std::size_t> better_;  // [bound] groups that are above it now
  std::vector<std::uint8_t> tied_;   // [bound] the next one is tied with it
  std::int64_t left_ = 0;            // blocks that may still be looked at
  std::vector<Node> nodes_;
  std::map<std::pair<std::uint64_t, std::size_t>, std::int64_t> met_;
  std::priority_queue<Open> open_;
};

}  // namespace

std::int64_t half_pairs_apart(const std::vector<std::int32_t>& a, const std::vector<std::int32_t>& b) {
  assert(a.size() == b.size());
  std::int64_t halves = 0;
  for (std::size_t s = 0; s < a.size(); ++s)
    for (std::size_t t = s + 1; t < a.size(); ++t) halves += halves_of(a[s], a[t], b[s], b[t]);
  return halves;
}

NearestRanking nearest_ranking(const std::vector<std::int32_t>& rank, const std::vector<Requirement>& requirements,
                               std::int64_t nodes) {
  Placing placing(rank, requirements);
  if (placing.too_many()) return {-1, {}, false};
  return placing.solve(nodes);
}

}  // namespace armistice::stability
