// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/stability/condition.h"

#include <array>
#include <cassert>

namespace armistice::stability {
namespace {

Truth not_(Truth x) { return x == Truth::open ? x : x == Truth::yes ? Truth::no : Truth::yes; }
Truth both(Truth x, Truth y) {
  if (x == Truth::no || y == Truth::no) return Truth::no;
  return x == Truth::open || y == Truth::open ? Truth::open : Truth::yes;
}
Truth either(Truth x, Truth y) { return not_(both(not_(x), not_(y))); }
Truth same(Truth x, Truth y) {
  if (x == Truth::open || y == Truth::open) return Truth::open;
  return x == y ? Truth::yes : Truth::no;
}

}  // namespace

Truth judge(const Condition& condition, std::uint64_t code, std::uint64_t decided) {
  assert(!condition.nodes.empty() && condition.nodes.size() <= most_nodes);
  std::array<Truth, most_nodes> truth;  // no heap: a million states ask this of every statement
  for (std::size_t k = 0; k < condition.nodes.size(); ++k) {
    const auto& [connective, a, b] = condition.nodes[k];
    switch (connective) {
      case Connective::option:
        truth[k] = (decided >> a & 1) == 0 ? Truth::open : (code >> a & 1) != 0 ? Truth::yes : Truth::no;
        break;
      case Connective::negation:
        truth[k] = not_(truth[a]);
        break;
      case Connective::both:
        truth[k] = both(truth[a], truth[b]);
        break;
      case Connective::either:
        truth[k] = either(truth[a], truth[b]);
        break;
      case Connective::only_if:
        truth[k] = either(truth[a], not_(truth[b]));
        break;
      case Connective::same:
        truth[k] = same(truth[a], truth[b]);
        break;
    }
  }
  return truth[condition.nodes.size() - 1];
}

bool holds(const Condition& condition, std::uint64_t code) {
  return judge(condition, code, ~std::uint64_t{0}) == Truth::yes;
}

Condition condition_of_pattern(std::string_view pattern) {
  Condition condition;
  for (std::uint32_t o = 0; o < pattern.size(); ++o) {
    if (pattern[o] == '-') continue;
    const bool first = condition.nodes.empty();
    const auto so_far = static_cast<std::uint32_t>(condition.nodes.size() - 1);
    std::uint32_t literal = condition.add(Connective::option, o);
    if (pattern[o] == 'N') literal = condition.add(Connective::negation, literal);
    if (!first) condition.add(Connective::both, so_far, literal);
  }
  return condition;
}

}  // namespace armistice::stability
