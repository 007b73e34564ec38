// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "armistice/output/manifest.h"
#include "armistice/study/names.h"
#include "armistice/study/outside.h"

// What a study says, ready to be shown: every number comes from the tally alone, so it is the same for any number of
// threads and any size of shard.
namespace armistice {

inline constexpr double interval_level = 0.9;  // of every interval shown

// A share of runs, with Wilson's interval for what the share would be over endlessly many runs.
struct Share {
  std::int64_t runs = 0, of = 0;
  double share = 0, low = 0, high = 1;
};
Share share_of(std::int64_t runs, std::int64_t of);

struct EndingRow {
  Ending ending = Ending::fighting;
  std::string id;
  Phrase name;
  Share share;
  Phrase likelihood;                             // words of estimative probability
  int week_25 = -1, week_50 = -1, week_75 = -1;  // quartiles of its date; -1: it has none, or no run ended so
  std::vector<Share> by;                         // (mark): runs that stand so after that week
};

struct TermRow {
  int issue = 0, option = 0;
  Share settlements, ceasefires;  // among the runs with one
};

struct BlockerRow {
  int party = 0;
  Share share;  // of the searched weeks without a zone
};

struct SeriesRow {
  std::string name, unit;
  std::vector<std::array<double, 5>> quantile;  // (week): 5, 25, 50, 75 and 95 %; NaN when no run goes on
};
inline constexpr std::array<double, 5> series_quantiles{0.05, 0.25, 0.5, 0.75, 0.95};

struct Summary {
  StudyKey key;
  Phrase title;
  std::string handling;
  std::string command;  // canonical: what gives these numbers again
  Date as_of;
  int weeks = 0;
  std::int64_t runs = 0;
  std::vector<int> marks;  // weeks of the cumulative chances
  std::vector<EndingRow> endings;
  std::vector<Share> settled_by, ceased_by;  // (mark): a first settlement, a first ceasefire had come into force
  std::vector<std::array<double, ending_count>> over_time;  // (week): share of runs by how they stand
  Share ever_settled;
  std::vector<TermRow> terms;
  std::int64_t settlements = 0, ceasefires = 0;
  Share zone;  // searched weeks in which a package that every signatory gains from was found: a lower bound
  std::array<double, 5> distance{};  // quantiles over searched weeks, in utility
  std::vector<BlockerRow> blockers;
  double meetings_a_run = 0, refusals_a_run = 0, ceasefires_broken_a_run = 0;
  std::vector<SeriesRow> series;
  std::vector<std::int64_t> going_on;  // (week): runs that are not over

  std::int64_t knobs = 0, knobs_cited = 0, knobs_drawn = 0;
  Phrase confidence, confidence_why;
  std::vector<Phrase> warnings;
  std::vector<Phrase> left_out;  // what the model leaves out
  OutsideView outside;
};

// The command that gives a study's numbers, in one form whatever was typed: no folder, no threads, no size of shard.
std::string command_line(const Model& model, const StudyKey& key, std::int64_t runs);

Summary summarise(const Model& model, const StudyKey& key, const Tally& tally);

// The day of a week of the study: as_of and seven days for each week.
Date day_of(const Summary& summary, int week);

// Quantile of counts over [least, most] in bins of equal width, linear inside a bin; NaN without counts.
// Counts {0, 10, 0, 0} over [0, 4], share 0.5: 1.5.
double bin_quantile(std::span<const std::uint32_t> counts, double least, double most, double share);

}  // namespace armistice
