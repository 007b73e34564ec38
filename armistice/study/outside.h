// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "armistice/theory/intervals.h"

// The outside view: before looking into this war, what became of others that had lasted as long.
namespace armistice {

inline constexpr std::array<int, 3> outside_weeks{26, 52, 104};
inline constexpr double outside_level = 0.9;
inline constexpr int outside_resamples = 400;

// How one law, fitted to the record, sees a war of this age. Nothing where the record has no war that old.
struct OutsideRow {
  std::string law;                                  // lognormal, weibull, exponential, record
  std::array<std::optional<double>, 3> chance;      // (outside_weeks): that the war ends within
  std::array<std::optional<Interval>, 3> interval;  // bootstrap over whole wars
};

struct OutsideView {
  int age_days = 0;
  int wars = 0;     // in the record
  int as_long = 0;  // of them, that lasted longer
  std::vector<OutsideRow> rows;
  std::array<Interval, 3> spread{};  // least and largest chance over the laws: what the choice of law is worth
};

// A war of 730 days: 14 of 95 lasted longer; within 52 weeks 0.37 of such wars end by the lognormal law, 0.45 by
// Weibull's, 0.21 in the record. The age is at least one day (younger: taken as one).
OutsideView outside_view(int age_days);

}  // namespace armistice
