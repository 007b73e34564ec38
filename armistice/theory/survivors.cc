// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/survivors.h"

#include <algorithm>

namespace armistice {

// ---- Two parties ----

const Staircase::Step* Staircase::over(double first) const {
  const auto end = std::partition_point(steps_.begin(), steps_.end(), [&](const Step& s) { return s.first >= first; });
  return end == steps_.begin() ? nullptr : &*(end - 1);
}

bool Staircase::dominated(const double* quanta) {
  const Step* step = over(quanta[0]);
  return step != nullptr && (step->second > quanta[1] || (step->second == quanta[1] && step->first > quanta[0]));
}

void Staircase::offer(const double* quanta, std::uint64_t package) {
  if (dominated(quanta)) return;
  fresh_.push_back({quanta[0], quanta[1], package, 1});
  if (fresh_.size() >= std::max<std::size_t>(1024, steps_.size())) merge();
}

void Staircase::merge() {
  steps_.insert(steps_.end(), fresh_.begin(), fresh_.end());
  fresh_.clear();
  std::sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) {
    if (a.first != b.first) return a.first > b.first;
    return a.second != b.second ? a.second > b.second : a.package < b.package;
  });
  std::size_t kept = 0;
  for (const Step& step : steps_) {
    if (kept > 0 && steps_[kept - 1].first == step.first && steps_[kept - 1].second == step.second)
      steps_[kept - 1].count += step.count;
    else if (kept == 0 || step.second > steps_[kept - 1].second)
      steps_[kept++] = step;
  }
  steps_.resize(kept);
}

std::vector<Survivor> Staircase::finish() {
  merge();
  std::vector<Survivor> out;
  for (const Step& step : steps_) out.push_back({{step.first, step.second}, step.package, step.count});
  return out;
}

// ---- Up to 16 parties ----

namespace {

// The highest bit of every byte is free in a key and says after the subtraction whether the byte was large enough.
constexpr std::uint64_t free_bits = 0x8080808080808080;
constexpr std::size_t together = 64;

std::uint64_t may_cover(std::uint64_t a, std::uint64_t b) { return ((a | free_bits) - b) & free_bits; }

bool covers(const double* a, const double* b, std::size_t parties) {
  for (std::size_t p = 0; p < parties; ++p)
    if (a[p] < b[p]) return false;
  return true;
}

// Calls f(i) for i < n where test(i) holds, until f says yes; returns that i, or n. The tests of many are made without
// a branch: nearly all fail.
template <class Test, class F>
std::size_t find(std::size_t n, Test test, F f) {
  for (std::size_t from = 0; from < n; from += together) {
    const std::size_t to = std::min(n, from + together);
    std::uint64_t hits = 0;
    for (std::size_t i = from; i < to; ++i) hits += test(i);
    for (std::size_t i = from; i < to && hits > 0; ++i)
      if (test(i) != 0 && f(i)) return i;
  }
  return n;
}

}  // namespace

Champions::Champions(std::vector<double> least, const std::vector<double>& most)
    : parties_(least.size()), least_(std::move(least)) {
  for (std::size_t p = 0; p < parties_; ++p) scale_.push_back(most[p] > least_[p] ? 127 / (most[p] - least_[p]) : 0);
}

Champions::Key Champions::key_of(const double* quanta) const {
  Key key{};
  for (std::size_t p = 0; p < parties_; ++p) {
    const double level = std::clamp((quanta[p] - least_[p]) * scale_[p], 0.0, 127.0);
    key[p / 8] |= static_cast<std::uint64_t>(level) << 8 * (p % 8);
  }
  return key;
}

std::size_t Champions::cover(const double* quanta, const Key& key) const {
  const std::uint64_t *low = key_[0].data(), *high = key_[1].data();
  const auto exactly = [&](std::size_t i) { return covers(&rows_[i * parties_], quanta, parties_); };
  if (parties_ <= 8)
    return find(
        size(), [&](std::size_t i) { return std::uint64_t{may_cover(low[i], key[0]) == free_bits}; }, exactly);
  return find(
      size(),
      [&](std::size_t i) {
        return std::uint64_t{(may_cover(low[i], key[0]) & may_cover(high[i], key[1])) == free_bits};
      },
      exactly);
}

bool Champions::equal(std::size_t i, const double* quanta) const {
  return std::equal(quanta, quanta + parties_, rows_.begin() + static_cast<std::ptrdiff_t>(i * parties_));
}

void Champions::swap(std::size_t i, std::size_t j) {
  if (i == j) return;
  std::swap_ranges(&rows_[i * parties_], &rows_[i * parties_] + parties_, &rows_[j * parties_]);
  for (auto* column : {&key_[0], &key_[1], &package_, &count_}) std::swap((*column)[i], (*column)[j]);
}

// A member that dominates one vector is likely to dominate the next: it goes half of the way to the front.
bool Champions::dominated(const double* quanta) {
  const std::size_t i = cover(quanta, key_of(quanta));
  if (i == size() || equal(i, quanta)) return false;  // what equals a member is dominated by none
  swap(i, i / 2);
  return true;
}

void Champions::drop_below(const double* quanta, const Key& key) {
  std::vector<std::size_t> below;
  const std::uint64_t *low = key_[0].data(), *high = key_[1].data();
  find(
      size(),
      [&](std::size_t i) {
        return std::uint64_t{(may_cover(key[0], low[i]) & may_cover(key[1], high[i])) == free_bits};
      },
      [&](std::size_t i) {
        if (covers(quanta, &rows_[i * parties_], parties_)) below.push_back(i);
        return false;
      });
  for (std::size_t k = below.size(); k-- > 0;) {
    swap(below[k], size() - 1);
    rows_.resize(rows_.size() - parties_);
    for (auto* column : {&key_[0], &key_[1], &package_, &count_}) column->pop_back();
  }
}

void Champions::offer(const double* quanta, std::uint64_t package) {
  const Key key = key_of(quanta);
  const std::size_t i = cover(quanta, key);
  if (i == size()) {
    drop_below(quanta, key);
    rows_.insert(rows_.end(), quanta, quanta + parties_);
    key_[0].push_back(key[0]);
    key_[1].push_back(key[1]);
    package_.push_back(package);
    count_.push_back(1);
  } else if (equal(i, quanta)) {
    package_[i] = std::min(package_[i], package);
    ++count_[i];
  } else {
    swap(i, i / 2);
  }
}

std::vector<Survivor> Champions::finish() {
  std::vector<Survivor> out;
  for (std::size_t i = 0; i < size(); ++i) {
    const auto row = rows_.begin() + static_cast<std::ptrdiff_t>(i * parties_);
    out.push_back({{row, row + static_cast<std::ptrdiff_t>(parties_)}, package_[i], count_[i]});
  }
  std::sort(out.begin(), out.end(), [](const Survivor& a, const Survivor& b) { return a.quanta > b.quanta; });
  return out;
}

}  // namespace armistice
