// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/survivors.h"

#include <algorithm>
#include <array>
#include <xsimd/xsimd.hpp>

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

// ---- Any number of parties ----

namespace {

using Batch = xsimd::batch<double>;

// Whether a >= b in every place.
bool covers(const double* a, const double* b, std::size_t width) {
  for (std::size_t k = 0; k < width; k += Batch::size)
    if (!xsimd::all(Batch::load_unaligned(a + k) >= Batch::load_unaligned(b + k))) return false;
  return true;
}

// Rows of 16 hold 16 parties, whatever the register.
using Row = std::array<double, 16>;

Row padded(const double* quanta, std::size_t parties) {
  Row row{};
  std::copy(quanta, quanta + parties, row.begin());
  return row;
}

}  // namespace

Champions::Champions(int parties)
    : parties_(static_cast<std::size_t>(parties)), width_((parties_ + Batch::size - 1) / Batch::size * Batch::size) {}

// A member that dominates one package is likely to dominate the next: it goes half of the way to the front.
void Champions::promote(std::size_t i) {
  const std::size_t to = i / 2;
  std::swap_ranges(rows_.begin() + static_cast<std::ptrdiff_t>(i * width_),
                   rows_.begin() + static_cast<std::ptrdiff_t>((i + 1) * width_),
                   rows_.begin() + static_cast<std::ptrdiff_t>(to * width_));
  std::swap(package_[i], package_[to]);
  std::swap(count_[i], count_[to]);
}

bool Champions::dominated(const double* quanta) {
  const Row row = padded(quanta, parties_);
  for (std::size_t i = 0; i < size(); ++i) {
    if (!covers(&rows_[i * width_], row.data(), width_)) continue;
    if (covers(row.data(), &rows_[i * width_], width_)) return false;  // a member itself: no other dominates it
    if (i > 0) promote(i);
    return true;
  }
  return false;
}

void Champions::drop_below(const double* row) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    if (covers(row, &rows_[i * width_], width_)) continue;
    if (kept < i) {
      std::copy_n(&rows_[i * width_], width_, &rows_[kept * width_]);
      package_[kept] = package_[i];
      count_[kept] = count_[i];
    }
    ++kept;
  }
  rows_.resize(kept * width_);
  package_.resize(kept);
  count_.resize(kept);
}

void Champions::offer(const double* quanta, std::uint64_t package) {
  const Row row = padded(quanta, parties_);
  for (std::size_t i = 0; i < size(); ++i) {
    if (!covers(&rows_[i * width_], row.data(), width_)) continue;
    if (covers(row.data(), &rows_[i * width_], width_)) {
      package_[i] = std::min(package_[i], package);
      ++count_[i];
    } else if (i > 0) {
      promote(i);
    }
    return;
  }
  drop_below(row.data());
  rows_.insert(rows_.end(), row.begin(), row.begin() + static_cast<std::ptrdiff_t>(width_));
  package_.push_back(package);
  count_.push_back(1);
}

std::vector<Survivor> Champions::finish() {
  std::vector<Survivor> out;
  for (std::size_t i = 0; i < size(); ++i) {
    const auto row = rows_.begin() + static_cast<std::ptrdiff_t>(i * width_);
    out.push_back({{row, row + static_cast<std::ptrdiff_t>(parties_)}, package_[i], count_[i]});
  }
  std::sort(out.begin(), out.end(), [](const Survivor& a, const Survivor& b) { return a.quanta > b.quanta; });
  return out;
}

}  // namespace armistice
