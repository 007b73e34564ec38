// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/domain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace armistice {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// The run of digits at `at`, without its leading zeros; `at` moves behind it.
std::string_view digits_at(const std::string& text, std::size_t& at) {
  while (at < text.size() && text[at] == '0') ++at;
  const std::size_t start = at;
  while (at < text.size() && digit(text[at])) ++at;
  return std::string_view(text).substr(start, at - start);
}

}  // namespace

bool natural_order(const std::string& a, const std::string& b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (digit(a[i]) && digit(b[j])) {
      const std::string_view x = digits_at(a, i), y = digits_at(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
    } else {
      if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
      ++i, ++j;
    }
  }
  if (a.size() - i != b.size() - j) return a.size() - i < b.size() - j;
  return a < b;
}

Span additive_span(const Space& space, int party) {
  const std::vector<int> first = first_cells(space);
  const double constant = space.constant[static_cast<std::size_t>(party)];
  Span span{constant, constant};
  const auto row = space.utility.begin() + static_cast<std::ptrdiff_t>(party) * first.back();
  for (std::size_t k = 0; k < space.options.size(); ++k) {
    const auto [least, most] = std::minmax_element(row + first[k], row + first[k + 1]);
    span.least += *least, span.most += *most;
  }
  return {std::min(span.least, space.cap), std::min(span.most, space.cap)};
}

Space discounted(const Domain& domain, double time, Problems& problems) {
  Space space = domain.space;
  std::vector<double> factors;
  for (const DomainParty& party : domain.parties)
    factors.push_back(party.discount && time > 0 ? std::pow(*party.discount, time) : 1.0);
  if (factors.empty()) return space;
  const bool alike = std::all_of(factors.begin(), factors.end(), [&](double f) { return f == factors[0]; });
  if (alike) {
    space.cap *= factors[0] > 0 ? factors[0] : 1;
  } else {
    Space open = domain.space;
    open.cap = std::numeric_limits<double>::infinity();
    for (int p = 0; p < space.parties; ++p) {
      if (additive_span(open, p).most <= domain.space.cap + utility_quantum) continue;
      report(
          problems, {domain.parties[static_cast<std::size_t>(p)].file, 0, 0},
          fmt::format("utilities of this party go beyond {} and are capped there, and the parties' discounts differ: "
                      "time {} cannot be told",
                      domain.space.cap, time));
      return space;
    }
    space.cap = std::numeric_limits<double>::infinity();
  }
  const auto cells = static_cast<std::size_t>(first_cells(space).back());
  for (std::size_t p = 0; p < factors.size(); ++p) {
    for (std::size_t c = 0; c < cells; ++c) space.utility[p * cells + c] *= factors[p];
    space.constant[p] *= factors[p];
    space.reservation[p] *= factors[p];
  }
  for (Interaction& link : space.interactions) link.value *= factors[static_cast<std::size_t>(link.party)];
  return space;
}

}  // namespace armistice
