// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "armistice/theory/solutions.h"
#include "tests/theory/spaces.h"

namespace armistice {
namespace {

using Packages = std::vector<std::uint64_t>;
using Point = std::optional<SolutionPoint>;

bool same_packages(const Point& a, const Point& b) {
  return a.has_value() == b.has_value() && (!a || (a->packages == b->packages && a->package == b->package));
}

RC_GTEST_PROP(SolutionsLaw, ScaleAndShiftOfAPartyChangeNothing, ()) {
  const Space space = random_space({.cap = false});
  Space other = space;
  const int cells = first_cells(space).back();
  for (int p = 0; p < space.parties; ++p) {
    const double scale = std::ldexp(1, number_between(-3, 3)), shift = thousandths(-2000, 2000);
    const auto i = static_cast<std::size_t>(p);
    for (int c = p * cells; c < (p + 1) * cells; ++c) other.utility[static_cast<std::size_t>(c)] *= scale;
    for (Interaction& link : other.interactions) link.value *= link.party == p ? scale : 1;
    other.constant[i] = other.constant[i] * scale + shift;
    other.reservation[i] = other.reservation[i] * scale + shift;
  }
  const Solutions a = solve(space), b = solve(other);
  RC_ASSERT(a.packages == b.packages && a.rational == b.rational);
  RC_ASSERT(a.pareto.package == b.pareto.package && a.pareto.packages == b.pareto.packages);
  RC_ASSERT(a.pareto_rational.package == b.pareto_rational.package);
  RC_ASSERT(same_packages(a.nash, b.nash) && same_packages(a.ks, b.ks));
}

// A new last option that is worse for everybody than any other way to settle its issue.
RC_GTEST_PROP(SolutionsLaw, DominatedPackagesChangeNothing, ()) {
  const Space space = random_space({.implications = false, .cap = false});
  double much = 1;
  for (const Interaction& link : space.interactions) much += std::abs(link.value);
  const auto issue = static_cast<std::size_t>(number_between(0, static_cast<int>(space.options.size()) - 1));
  const std::vector<int> cells = first_cells(space);
  Space other = space;
  ++other.options[issue];
  other.utility.clear();
  for (int p = 0; p < space.parties; ++p)
    for (int c = 0; c < cells.back(); ++c) {
      other.utility.push_back(*(space.utility.begin() + p * cells.back() + c));
      if (c == cells[issue + 1] - 1) other.utility.push_back(-much);
    }
  const Solutions a = solve(space), b = solve(other);
  RC_ASSERT(a.pareto.utility == b.pareto.utility && a.pareto.packages == b.pareto.packages);
  RC_ASSERT(a.pareto_rational.utility == b.pareto_rational.utility && a.ideal == b.ideal);
  const std::pair<Point, Point> pairs[] = {{a.kalai, b.kalai}, {a.ks, b.ks}, {a.utilitarian, b.utilitarian}};
  for (const auto& [x, y] : pairs) {
    RC_ASSERT(x.has_value() == y.has_value());
    if (x) RC_ASSERT(x->utility == y->utility && x->packages == y->packages);
  }
  if (a.nash && a.nash->value > 0)
    RC_ASSERT(a.nash->utility == b.nash->utility && a.nash->packages == b.nash->packages);
}

RC_GTEST_PROP(SolutionsLaw, TighteningNeverHelps, ()) {
  const Space space = random_space();
  Space tighter = space;
  tighter.implications.push_back({random_literals(space, 1, 2), random_literals(space, 0, 1)});
  const Solutions a = solve(space), b = solve(tighter);
  RC_ASSERT(b.packages <= a.packages && b.rational <= a.rational);
  const std::pair<Point, Point> pairs[] = {{a.nash, b.nash}, {a.kalai, b.kalai}, {a.utilitarian, b.utilitarian}};
  for (const auto& [loose, tight] : pairs) {
    if (tight) RC_ASSERT(loose && tight->value <= loose->value + 1e-12);
  }
}

RC_GTEST_PROP(SolutionsLaw, OrderOfPartiesDoesNotMatter, ()) {
  const Space space = random_space();
  const auto n = static_cast<std::size_t>(space.parties), cells = static_cast<std::size_t>(first_cells(space).back());
  std::vector<int> to(n);  // the new place of each party
  std::iota(to.begin(), to.end(), 0);
  std::rotate(to.begin(), to.begin() + number_between(0, space.parties - 1), to.end());
  Space other = space;
  for (std::size_t p = 0; p < n; ++p) {
    const auto q = static_cast<std::size_t>(to[p]);
    std::copy_n(&space.utility[p * cells], cells, &other.utility[q * cells]);
    other.constant[q] = space.constant[p];
    other.reservation[q] = space.reservation[p];
  }
  for (Interaction& link : other.interactions) link.party = to[static_cast<std::size_t>(link.party)];
  const Solutions a = solve(space), b = solve(other);
  const auto sorted = [](Packages numbers) {
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  };
  RC_ASSERT(sorted(a.pareto.package) == sorted(b.pareto.package) && a.pareto.packages == b.pareto.packages);
  RC_ASSERT(sorted(a.pareto_rational.package) == sorted(b.pareto_rational.package));
  for (const auto& point : {&Solutions::nash, &Solutions::kalai, &Solutions::ks, &Solutions::utilitarian}) {
    RC_ASSERT((a.*point).has_value() == (b.*point).has_value());
    if (a.*point) RC_ASSERT(sorted((a.*point)->package) == sorted((b.*point)->package));
  }
}

// The issues in the opposite order: the same utilities, other numbers.
RC_GTEST_PROP(SolutionsLaw, OrderOfIssuesDoesNotMatter, ()) {
  const Space space = random_space();
  const std::vector<int> cells = first_cells(space);
  const int last = static_cast<int>(space.options.size()) - 1;
  Space other = space;
  std::reverse(other.options.begin(), other.options.end());
  other.utility.clear();
  for (int p = 0; p < space.parties; ++p)
    for (std::size_t k = space.options.size(); k-- > 0;) {
      const auto row = space.utility.begin() + p * cells.back();
      other.utility.insert(other.utility.end(), row + cells[k], row + cells[k + 1]);
    }
  const auto turn = [&](std::vector<Literal>& list) {
    for (Literal& literal : list) literal.issue = last - literal.issue;
  };
  for (Interaction& link : other.interactions) turn(link.when);
  for (Implication& rule : other.implications) turn(rule.when), turn(rule.then);
  const auto turned = [&](const Point& point) {
    Packages numbers;
    for (std::size_t i = 0; point && i < point->package.size(); ++i) {
      std::vector<int> package = package_of(other, point->package[i]);
      std::reverse(package.begin(), package.end());
      numbers.push_back(number_of(space, package));
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  };
  const auto sorted = [](const Point& point) {
    Packages numbers = point ? point->package : Packages{};
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  };
  const Solutions a = solve(space), b = solve(other);
  RC_ASSERT(a.pareto.vectors == b.pareto.vectors && a.pareto.packages == b.pareto.packages);
  for (const auto& point : {&Solutions::nash, &Solutions::kalai, &Solutions::ks, &Solutions::utilitarian})
    RC_ASSERT(sorted(a.*point) == turned(b.*point));
}

// The first of the packages that attain a value is dominated by none: what dominates it attains the value too.
RC_GTEST_PROP(SolutionsLaw, SolutionsLieOnTheFrontier, ()) {
  const Solutions s = solve(random_space());
  for (const Point& point : {s.nash, s.kalai, s.ks, s.utilitarian, s.utilitarian_rational})
    if (point) RC_ASSERT(std::count(s.pareto.package.begin(), s.pareto.package.end(), point->package.at(0)) == 1);
}

}  // namespace
}  // namespace armistice
