// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/book.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "armistice/base/philox.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Smaller is better, in quanta: what the others lack of their needs, what the party has, what the others have.
using Merit = std::tuple<double, double, double>;

Merit merit(const double* worth, int parties, int party, const std::vector<double>& need) {
  double lacking = 0, others = 0;
  for (int j = 0; j < parties; ++j) {
    if (j == party) continue;
    lacking += std::max(0.0, quantised(need[at(j)]) - quantised(worth[j]));
    others += worth[j];
  }
  return {lacking, -quantised(worth[party]), -quantised(others)};
}

// Puts the best options on issues k and l (the same one: on it alone).
bool better_on(const Book& book, int party, const std::vector<double>& need, int k, int l, std::vector<int>& package,
               Merit& best) {
  std::vector<int> next = package;
  bool found = false;
  for (int o = 0; o < book.space.options[at(k)]; ++o)
    for (int q = 0; q < (k == l ? 1 : book.space.options[at(l)]); ++q) {
      next[at(k)] = o;
      if (k != l) next[at(l)] = q;
      const Merit now = merit(utilities(book, next).data(), book.space.parties, party, need);
      if (now >= best || !allowed(book.space, next)) continue;
      best = now, package = next, found = true;
    }
  return found;
}

Merit climbed(const Book& book, int party, const std::vector<double>& need, std::vector<int>& package) {
  const int issues = static_cast<int>(book.space.options.size());
  Merit best = merit(utilities(book, package).data(), book.space.parties, party, need);
  for (bool goes_on = true; goes_on;) {
    goes_on = false;
    for (int k = 0; k < issues; ++k) goes_on = better_on(book, party, need, k, k, package, best) || goes_on;
    if (goes_on) continue;
    for (int k = 0; k < issues && !goes_on; ++k)
      for (int l = k + 1; l < issues && !goes_on; ++l) goes_on = better_on(book, party, need, k, l, package, best);
  }
  return best;
}

}  // namespace

Book::Book(const Space& s) : space(s), first(first_cells(s)) {
  for (int i = 0; i < s.parties; ++i) {
    double sum = 0;
    for (std::size_t k = 0; k < s.options.size(); ++k) {
      const auto from = s.utility.begin() + i * first.back() + first[k];
      const auto [low, high] = std::minmax_element(from, from + s.options[k]);
      sum += *high - *low;
    }
    for (const Interaction& link : s.interactions)
      if (link.party == i) sum += std::abs(link.value);
    stake.push_back(std::max(sum, 1e-9));
  }
  const std::uint64_t count = package_count(s);
  for (std::uint64_t number = 0; count <= most_listed && number < count; ++number) {
    const std::vector<int> package = package_of(s, number);
    if (!allowed(s, package)) continue;
    listed.push_back(number);
    option.insert(option.end(), package.begin(), package.end());
    for (const double u : utilities(*this, package)) worth.push_back(u);
  }
}

std::vector<double> utilities(const Book& book, const std::vector<int>& package) {
  const Space& s = book.space;
  std::vector<double> sum = s.constant;
  const std::size_t cells = at(book.first.back());
  for (std::size_t k = 0; k < package.size(); ++k)
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += s.utility[i * cells + at(book.first[k] + package[k])];
  for (const Interaction& link : s.interactions)
    if (std::all_of(link.when.begin(), link.when.end(),
                    [&](const Literal& literal) { return package[at(literal.issue)] == literal.option; }))
      sum[at(link.party)] += link.value;
  for (double& u : sum) u = std::min(u, s.cap);
  return sum;
}

std::vector<double> without_deal(const Space& space, const ProtocolTerms& terms) {
  std::vector<double> have = space.reservation;
  for (std::size_t i = 0; i < terms.outside.size(); ++i) have[i] = std::max(have[i], terms.outside[i]);
  return have;
}

std::optional<std::vector<int>> best_for(const Book& book, int party, const std::vector<double>& need,
                                         const std::vector<std::vector<int>>& starts) {
  std::optional<Merit> best;
  std::vector<int> package;
  if (!book.listed.empty()) {
    std::size_t place = 0;
    for (std::size_t p = 0; p < book.listed.size(); ++p) {
      const Merit now = merit(book.worth.data() + p * at(book.space.parties), book.space.parties, party, need);
      if (!best || now < *best) best = now, place = p;
    }
    package = package_of(book.space, book.listed[place]);
  } else {
    for (std::vector<int> start : starts) {
      if (!allowed(book.space, start)) continue;
      const Merit now = climbed(book, party, need, start);
      if (!best || now < *best) best = now, package = start;
    }
  }
  if (!best || std::get<0>(*best) > 0) return std::nullopt;
  return package;
}

std::vector<std::vector<int>> usual_starts(const Book& book) {
  const Space& s = book.space;
  std::vector<std::vector<int>> starts(1, std::vector<int>(s.options.size(), 0));
  for (int i = 0; i < s.parties; ++i) {
    std::vector<int>& favourites = starts.emplace_back();
    for (std::size_t k = 0; k < s.options.size(); ++k) {
      const auto from = s.utility.begin() + i * book.first.back() + book.first[k];
      favourites.push_back(static_cast<int>(std::max_element(from, from + s.options[k]) - from));
    }
  }
  return starts;
}

std::optional<std::vector<int>> any_package(const Book& book, std::uint64_t seed) {
  const Space& s = book.space;
  const auto blocks = static_cast<std::uint32_t>((s.options.size() + 3) / 4);
  for (std::uint32_t attempt = 0; attempt < 1000; ++attempt) {
    const Stream<double> rng{seed, 0, attempt};
    std::vector<int> package(s.options.size());
    for (std::uint32_t block = 0; block < blocks; ++block) {
      const auto u = rng.uniforms(Purpose::packages, block);
      for (std::size_t k = block * 4; k < std::min<std::size_t>(block * 4 + 4, package.size()); ++k)
        package[k] = static_cast<int>(u[k % 4] * s.options[k]);
    }
    if (allowed(s, package)) return package;
  }
  for (const auto& start : usual_starts(book))
    if (allowed(s, start)) return start;
  return std::nullopt;
}

int first_speaker(const Space& space, const ProtocolTerms& terms) {
  if (terms.first >= 0) return terms.first;
  return static_cast<int>(Stream<double>{terms.seed, 0, 0}.uniforms(Purpose::turns)[0] * space.parties);
}

ProtocolResult concluded(const Book& book, const ProtocolTerms& terms, const std::vector<int>& package, int round) {
  const std::vector<double> have = without_deal(book.space, terms);
  ProtocolResult result;
  result.utility = utilities(book, package);
  for (std::size_t i = 0; i < have.size(); ++i)
    if (quantised(result.utility[i]) < quantised(have[i])) return broken_off(book, terms, round);
  result.agreed = true, result.round = round, result.package = package, result.value = result.utility;
  return result;
}

ProtocolResult broken_off(const Book& book, const ProtocolTerms& terms, int round) {
  ProtocolResult result;
  result.round = round;
  result.utility = result.value = without_deal(book.space, terms);
  return result;
}

}  // namespace armistice
