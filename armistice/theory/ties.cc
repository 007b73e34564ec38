// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/ties.h"

#include <algorithm>
#include <numeric>

namespace armistice {

// Falling lexicographic order of the utilities, then rising numbers.
bool Ties::before(const Entry& a, const Entry& b) {
  return a.quanta != b.quanta ? a.quanta > b.quanta : a.package < b.package;
}

void Ties::add(const std::vector<double>& quanta, std::uint64_t package) {
  ++packages_;
  if (rows_.size() < parties_ ||
      !std::equal(quanta.begin(), quanta.end(), rows_.end() - static_cast<std::ptrdiff_t>(parties_)))
    rows_.insert(rows_.end(), quanta.begin(), quanta.end());
  if (rows_.size() / parties_ > std::max<std::size_t>(1024, 2 * united_)) unite();
  Entry entry{quanta, package};
  if (full_ && !before(entry, last_)) return;
  entries_.push_back(std::move(entry));
  if (entries_.size() > 2 * keep_ + 64) trim();
}

void Ties::unite() {
  const std::size_t n = rows_.size() / parties_;
  const auto row = [&](std::size_t i) { return rows_.begin() + static_cast<std::ptrdiff_t>(i * parties_); };
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::lexicographical_compare(row(a), row(a + 1), row(b), row(b + 1));
  });
  const auto same = [&](std::size_t a, std::size_t b) { return std::equal(row(a), row(a + 1), row(b)); };
  order.erase(std::unique(order.begin(), order.end(), same), order.end());
  std::vector<double> kept;
  kept.reserve(order.size() * parties_);
  for (const std::size_t i : order) kept.insert(kept.end(), row(i), row(i + 1));
  rows_ = std::move(kept);
  united_ = order.size();
}

void Ties::trim() {
  const std::size_t n = std::max<std::size_t>(1, keep_);
  if (entries_.size() <= n) return;
  const auto nth = entries_.begin() + static_cast<std::ptrdiff_t>(n);
  std::nth_element(entries_.begin(), nth - 1, entries_.end(), before);
  entries_.erase(nth, entries_.end());
  last_ = entries_.back();
  full_ = true;
}

SolutionPoint Ties::finish(const Space& space, double value) {
  unite();
  trim();
  std::sort(entries_.begin(), entries_.end(), before);
  SolutionPoint point;
  point.value = value;
  point.vectors = united_;
  point.packages = packages_;
  const std::vector<int> first = package_of(space, entries_.at(0).package);
  for (int p = 0; p < space.parties; ++p) point.utility.push_back(utility_of(space, p, first));
  for (const Entry& entry : entries_)
    if (point.package.size() < keep_) point.package.push_back(entry.package);
  return point;
}

}  // namespace armistice
