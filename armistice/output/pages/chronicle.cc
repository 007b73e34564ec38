// SPDX-License-Identifier: Apache-2.0
// Histories told week by week: the first few of each ending.
#include <array>
#include <set>

#include "armistice/output/pages/json.h"
#include "armistice/output/pages/sections.h"
#include "armistice/output/rundir.h"
#include "armistice/study/chronicle.h"

namespace armistice {
namespace {

// Of each ending one history is told whatever its length, and further ones as long as all of them fit: a report is to
// stay small enough for the post.
constexpr std::size_t told_of_each = 2;
constexpr std::size_t most_bytes = 380'000;

struct Outcome {
  std::uint32_t run = 0;
  Ending ending = Ending::fighting;
  int week = -1;  // in which it was over, or the deal that holds came into force; -1: neither
};

Outcome outcome_of(const Sample& sample, const ShardLine& line, std::size_t row) {
  return {line.range.first + static_cast<std::uint32_t>(row), static_cast<Ending>(sample.outcomes.ending[row]),
          sample.outcomes.week[row] >= 0 ? sample.outcomes.week[row] : sample.outcomes.deal_week[row]};
}

Json told_run(const StudyPages& pages, const Outcome& outcome) {
  Json entries = Json::array();
  for (const Told& entry : chronicle(pages.study.model, pages.study.plan, outcome.run))
    entries.push_back({{"week", entry.week}, {"text", said(entry.text)}});
  return {{"run", outcome.run},
          {"ending", ending_id(outcome.ending)},
          {"week", outcome.week < 0 ? Json(nullptr) : Json(outcome.week)},
          {"entries", std::move(entries)}};
}

// The first runs of each ending, in the order of their numbers. Shards are read until every ending that the study has
// at all is there often enough.
std::vector<Outcome> first_of_each(const StudyPages& pages, std::array<std::int64_t, ending_count> wanted) {
  for (std::int64_t& count : wanted) count = std::min<std::int64_t>(count, told_of_each);
  std::vector<Outcome> found;
  for (const ShardLine& line : read_shards(pages.study.folder)) {
    if (std::all_of(wanted.begin(), wanted.end(), [](std::int64_t left) { return left == 0; })) break;
    const Sample sample = read_shard(pages.study.folder, line);
    for (std::size_t row = 0; row < sample.outcomes.size(); ++row) {
      const Outcome outcome = outcome_of(sample, line, row);
      std::int64_t& left = wanted[static_cast<std::size_t>(outcome.ending)];
      if (left > 0) --left, found.push_back(outcome);
    }
  }
  return found;
}

// The first of each ending, and of the others, in their order, those that still fit.
std::vector<Json> that_fit(const StudyPages& pages, const std::vector<Outcome>& outcomes) {
  std::vector<Json> told;
  std::vector<bool> first(outcomes.size());
  std::set<Ending> seen;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    told.push_back(told_run(pages, outcomes[i]));
    first[i] = seen.insert(outcomes[i].ending).second;
    if (first[i]) bytes += inlined(told[i]).size();
  }
  std::vector<Json> kept;
  for (std::size_t i = 0; i < told.size(); ++i) {
    const std::size_t size = first[i] ? 0 : inlined(told[i]).size();
    if (!first[i] && bytes + size > most_bytes) continue;
    bytes += size;
    kept.push_back(std::move(told[i]));
  }
  return kept;
}

}  // namespace

std::string chronicle_section(const StudyPages& pages) {
  const Json summary = summary_of(pages);
  Json endings = Json::array(), runs = Json::array();
  std::array<std::int64_t, ending_count> counts{};
  for (const Json& row : summary.at("endings")) {
    endings.push_back({{"id", row.at("id")}, {"name", row.at("name")}, {"runs", row.at("runs")}});
    for (std::size_t e = 0; e < counts.size(); ++e)
      if (ending_id(static_cast<Ending>(e)) == row.at("id")) counts[e] = row.at("runs");
  }
  for (Json& run : that_fit(pages, first_of_each(pages, counts))) runs.push_back(std::move(run));
  return inlined(Json{{"endings", std::move(endings)}, {"runs", std::move(runs)}});
}

std::string run_section(const StudyPages& pages, std::uint32_t run) {
  for (const ShardLine& line : read_shards(pages.study.folder)) {
    if (run < line.range.first || run - line.range.first >= line.range.count) continue;
    const Sample sample = read_shard(pages.study.folder, line);
    return inlined(told_run(pages, outcome_of(sample, line, run - line.range.first)));
  }
  throw std::runtime_error(
      fmt::format("the study holds no run {}: it has {} runs, counted from 0", run, pages.study.runs));
}

}  // namespace armistice
