// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/solutions.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "armistice/theory/aims.h"
#include "armistice/theory/enumerate.h"
#include "armistice/theory/frontier.h"
#include "armistice/theory/ties.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// The least and the largest of n numbers, eight at a time: in one chain each would wait for the one before.
struct Range {
  double least = std::numeric_limits<double>::infinity(), most = -least;
  void take(const double* x, std::size_t n) {
    std::array<double, 8> low, high;
    low.fill(least);
    high.fill(most);
    std::size_t i = 0;
    for (; i + 8 <= n; i += 8)
      for (std::size_t k = 0; k < 8; ++k) {
        low[k] = x[i + k] < low[k] ? x[i + k] : low[k];
        high[k] = x[i + k] > high[k] ? x[i + k] : high[k];
      }
    for (; i < n; ++i) low[0] = std::min(low[0], x[i]), high[0] = std::max(high[0], x[i]);
    least = *std::min_element(low.begin(), low.end());
    most = *std::max_element(high.begin(), high.end());
  }
};

// Counts the packages and finds what each party can get.
void survey(const Space& space, const Split& all, Solutions& out) {
  const std::size_t parties = at(space.parties);
  std::vector<Range> any(parties), rational(parties);
  std::vector<double> mine;
  std::vector<char> good;
  visit(all, [&](const Block& block) {
    out.packages += block.size;
    good.assign(block.size, 1);
    for (std::size_t p = 0; p < parties; ++p) {
      const double* utility = block.utility[p].data();
      any[p].take(utility, block.size);
      const double least = quantised(space.reservation[p]);
      for (std::size_t i = 0; i < block.size; ++i) good[i] &= static_cast<char>(reaches(utility[i], least));
    }
    const auto count = static_cast<std::uint64_t>(std::count(good.begin(), good.end(), char{1}));
    out.rational += count;
    for (std::size_t p = 0; p < parties && count > 0; ++p) {
      mine = block.utility[p];
      for (std::size_t i = 0; i < block.size; ++i) mine[i] = good[i] != 0 ? mine[i] : no_score;
      rational[p].take(mine.data(), block.size);
    }
  });
  for (std::size_t p = 0; p < parties && out.packages > 0; ++p) {
    out.worst.push_back(any[p].least);
    out.ideal.push_back(any[p].most);
    if (out.rational > 0) out.ideal_rational.push_back(rational[p].most);
  }
}

// Walks the space for one aim after the other. Three things are passed over: blocks whose bound is not good enough; all
// but the undominated tails until a block is known to hold a best package; and what is below the best on the frontier,
// where there is one (the best of all but for less than a quantum).
class Search {
 public:
  Search(const Space& space, const Split& all, Claims claims, const Frontier& frontier, std::uint64_t numbers)
      : space_(space), all_(all), few_(split(space, Tails::undominated, numbers)), claims_(std::move(claims)) {
    bound_.size = 1;
    bound_.utility.assign(at(space.parties), {0});
    start_.size = frontier.utility.size();
    start_.utility.resize(at(space.parties));
    for (const std::vector<double>& vector : frontier.utility)
      for (std::size_t p = 0; p < vector.size(); ++p) start_.utility[p].push_back(vector[p]);
  }

  SolutionPoint point(Aim aim, std::uint64_t keep) {
    const double value = best(aim);
    if (aim != Aim::kalai) return tied(aim, tied_from(aim, value), value, keep);
    claims_.kalai_least = tied_from(aim, value);
    return tied(Aim::kalai_sum, tied_from(Aim::kalai_sum, best(Aim::kalai_sum)), value, keep);
  }

 private:
  double best(Aim aim) {
    const double known = tied_from(aim, most(aim, start_));
    double found = no_score;
    visit(
        few_,
        [&](std::uint64_t, const std::vector<double>& m) {
          const double most_here = bound(aim, m);
          return most_here >= known && most_here > found;
        },
        [&](const Block& block) { found = std::max(found, most(aim, block)); });
    return found;
  }

  // The packages that score at least `least`.
  SolutionPoint tied(Aim aim, double least, double value, std::uint64_t keep) {
    std::vector<std::uint64_t> hold;  // first numbers of the blocks that have such packages
    visit(
        few_, [&](std::uint64_t, const std::vector<double>& m) { return bound(aim, m) >= least; },
        [&](const Block& block) {
          if (most(aim, block) >= least) hold.push_back(block.first);
        });
    Ties ties(space_.parties, keep);
    auto next = hold.begin();
    visit(
        all_,
        [&](std::uint64_t first, const std::vector<double>&) {
          return next != hold.end() && *next == first && ++next != hold.begin();
        },
        [&](const Block& block) { gather(aim, least, block, ties); });
    return ties.finish(space_, value);
  }

  void gather(Aim aim, double least, const Block& block, Ties& ties) {
    score(claims_, aim, block, scores_);
    std::vector<double> quanta(block.utility.size());
    for (std::size_t i = 0; i < block.size; ++i) {
      if (scores_[i] < least) continue;
      for (std::size_t p = 0; p < quanta.size(); ++p) quanta[p] = quantised(block.utility[p][i]);
      ties.add(quanta, block.first + block.offset[i]);
    }
  }

  double most(Aim aim, const Block& block) {
    score(claims_, aim, block, scores_);
    Range range;
    range.take(scores_.data(), block.size);
    return range.most;
  }

  double bound(Aim aim, const std::vector<double>& utility) {
    for (std::size_t p = 0; p < utility.size(); ++p) bound_.utility[p][0] = utility[p];
    return most(aim, bound_);
  }

  const Space& space_;
  const Split& all_;
  const Split few_;
  Claims claims_;
  Block bound_;  // of one package, the bound of a block
  Block start_;  // packages known before
  std::vector<double> scores_;
};

}  // namespace

Solutions solve(const Space& space, const SolveOptions& options) {
  assert(space.parties >= 1 && space.parties <= 16);
  assert(options.weights.empty() || options.weights.size() == static_cast<std::size_t>(space.parties));
  Solutions out;
  const Split all = split(space, Tails::all, options.block);
  survey(space, all, out);
  if (out.packages == 0) return out;
  if (options.frontier) {
    Frontiers found = frontiers(space, options.block);
    out.pareto = std::move(found.all);
    out.pareto_rational = std::move(found.rational);
  }
  Claims claims{.weights = options.weights, .reservation = space.reservation, .hope = out.ideal_rational};
  if (claims.weights.empty()) claims.weights.assign(space.reservation.size(), 1);
  for (std::size_t p = 0; p < claims.hope.size(); ++p) {
    const bool can_gain = quantised(claims.hope[p]) > quantised(claims.reservation[p]);
    claims.hope[p] = can_gain ? claims.hope[p] - claims.reservation[p] : 0;
  }
  Search search(space, all, std::move(claims), out.pareto, options.block);
  out.utilitarian = search.point(Aim::utilitarian, options.keep);
  if (out.rational == 0) return out;
  out.nash = search.point(Aim::nash, options.keep);
  out.kalai = search.point(Aim::kalai, options.keep);
  out.ks = search.point(Aim::ks, options.keep);
  out.utilitarian_rational = search.point(Aim::utilitarian_rational, options.keep);
  return out;
}

}  // namespace armistice
