// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "armistice/output/cells.h"
#include "armistice/output/label.h"
#include "armistice/output/stability_extra_tables.h"
#include "armistice/output/stability_words.h"
#include "armistice/theory/intervals.h"

namespace armistice {
namespace {

// The first week by which `share` of those that cease have ceased.
int week_of(const std::vector<std::int64_t>& ceased, double share) {
  std::int64_t all = 0, so_far = 0;
  for (const std::int64_t count : ceased) all += count;
  for (std::size_t week = 0; week < ceased.size(); ++week) {
    so_far += ceased[week];
    if (static_cast<double>(so_far) >= share * static_cast<double>(all)) return static_cast<int>(week);
  }
  return 0;
}

std::string first_to_leave(const Conflict& c, const AlongNotion& one, std::int64_t ceased, std::string_view lang) {
  std::string all;
  for (int p = 0; p < c.graph.parties; ++p) {
    const std::int64_t runs = one.leaves[static_cast<std::size_t>(p)];
    if (runs == 0) continue;
    const std::string share = percent(static_cast<double>(runs) / static_cast<double>(ceased));
    all += fmt::format("{}{} {}", all.empty() ? "" : say(lang, ", ", "，"), party_label(c, p, lang), share);
  }
  return all;
}

}  // namespace

Table along_table(const Conflict& c, const Along& along, const Shown& shown) {
  Table table;
  table.title = fmt::format(fmt::runtime(say(shown.lang, "{}: when along {} histories state {} ceases to be stable",
                                             "{}：在 {} 次模拟中状态 {} 何时不再稳定")),
                            label(c.title, shown.lang), along.runs, state_words(c, *c.status_quo, shown.lang));
  table.columns = {"notion", "ceases", "week_median", "week_tenth", "week_ninetieth", "for_whom_first"};
  table.heads = {say(shown.lang, "notion", "稳定性"),        say(shown.lang, "ceases in", "不再稳定之比例"),
                 say(shown.lang, "median week", "中位周次"), say(shown.lang, "10 % by", "10 % 于"),
                 say(shown.lang, "90 % by", "90 % 于"),      say(shown.lang, "for whom first", "先对谁不再稳定")};
  for (const AlongNotion& one : along.of) {
    const std::int64_t ceased = along.runs - one.never;
    Cell share(fine_percent(static_cast<double>(ceased) / static_cast<double>(along.runs)));
    const Interval interval = wilson_interval(ceased, along.runs, 0.95);
    share.number = static_cast<double>(ceased) / static_cast<double>(along.runs);
    share.range = {interval.low, interval.high};
    const auto week = [&](double of) { return ceased > 0 ? Cell(week_of(one.ceased, of)) : Cell(); };
    table.rows.push_back({std::string(stability::notion_names[static_cast<std::size_t>(one.notion)]), share, week(0.5),
                          week(0.1), week(0.9), first_to_leave(c, one, ceased, shown.lang)});
  }
  table.note = fmt::format(
      fmt::runtime(
          say(shown.lang,
              "weeks 0 to {} while the war goes on; week 0: from the start; the histories went through {} sets of "
              "preferences",
              "战争持续期间第 0 至 {} 周；第 0 周：自始如此；模拟共经历 {} 组偏好")),
      along.weeks, along.preferences);
  return table;
}

}  // namespace armistice
