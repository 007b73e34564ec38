// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/stability_along.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>

#include "armistice/dynamics/simulate.h"
#include "armistice/model/cursor.h"
#include "armistice/study/parallel.h"

namespace armistice {
namespace {

using stability::Notion;

constexpr std::uint32_t runs_at_once = 128;
constexpr std::size_t most_conditional = 64;

// A statement that counts while its watches hold, by the place of its bit.
struct Conditional {
  std::vector<std::pair<std::size_t, const Watch*>> watches;  // (series, bound)
};

std::vector<Conditional> conditionals(const Conflict& conflict, const std::vector<Series>& known) {
  std::vector<Conditional> all;
  for (const ConflictParty& party : conflict.parties)
    for (const ConflictStatement& said : party.statements) {
      if (said.during.empty()) continue;
      Conditional& one = all.emplace_back();
      for (const Watch& watch : said.during) {
        const auto found =
            std::find_if(known.begin(), known.end(), [&](const Series& s) { return s.name == watch.series; });
        one.watches.push_back({static_cast<std::size_t>(found - known.begin()), &watch});
      }
    }
  return all;
}

// For each notion asked for, the parties (bits) for whom the status quo is not stable.
using Leavers = std::vector<std::uint64_t>;

class Judge {
 public:
  Judge(const Conflict& conflict, const StabilityReport& report) : conflict_(conflict), report_(report) {}

  const Leavers& judged(std::uint64_t active) {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(active);
    return found != known_.end() ? found->second : known_.emplace(active, judge(active)).first->second;
  }
  std::size_t count() const { return known_.size(); }

 private:
  Leavers judge(std::uint64_t active) const {
    stability::Graph graph = conflict_.graph;
    std::vector<stability::Preference> preferences = graph.preference;
    std::size_t bit = 0;
    for (std::size_t p = 0; p < conflict_.parties.size(); ++p) {
      std::vector<stability::Statement> counts;
      bool changes = false;
      for (const ConflictStatement& said : conflict_.parties[p].statements) {
        const bool conditional = !said.during.empty();
        changes |= conditional;
        if (!conditional || (active >> bit & 1) != 0) counts.push_back(said.statement);
        bit += conditional;
      }
      if (changes) preferences[p] = stability::preference_by_statements(counts, conflict_.codes);
    }
    stability::prefer(graph, std::move(preferences));
    Leavers leavers;
    for (const Notion notion : report_.asked.notions) {
      std::uint64_t& who = leavers.emplace_back();
      for (int p = 0; p < graph.parties; ++p)
        if (stability::judge(graph, p, notion, report_.asked.rule).verdict[*conflict_.status_quo] ==
            stability::Verdict::unstable)
          who |= std::uint64_t{1} << p;
    }
    return leavers;
  }

  const Conflict& conflict_;
  const StabilityReport& report_;
  std::mutex mutex_;
  std::map<std::uint64_t, Leavers> known_;
};

Along nothing(const Conflict& conflict, const StabilityReport& report, int weeks) {
  Along all;
  all.weeks = weeks;
  const auto count = static_cast<std::size_t>(weeks) + 1;
  all.going_on.assign(count, 0);
  for (const Notion notion : report.asked.notions)
    all.of.push_back({notion, std::vector<std::int64_t>(count), std::vector<std::int64_t>(count),
                      std::vector<std::int64_t>(conflict.parties.size()), 0});
  return all;
}

// One piece of runs, walked week by week.
class Walk {
 public:
  Walk(const std::vector<Series>& series, const std::vector<Conditional>& statements, Judge& judge, Along& along)
      : series_(series), statements_(statements), judge_(judge), along_(along) {}

  void see(const WeekSeen& seen) {
    if (seen.week == 0) {
      over_.assign(static_cast<std::size_t>(seen.lanes), 0);
      ceased_.assign(along_.of.size(), over_);
      along_.runs += seen.lanes;
      for (AlongNotion& one : along_.of) one.never += seen.lanes;
    }
    std::vector<Lanes> values;
    for (const Series& one : series_) values.push_back(one.value(seen.state));
    for (int k = 0; k < seen.lanes; ++k) {
      const auto l = static_cast<std::size_t>(k);
      if (over_[l]) continue;
      over_[l] = lane(seen.state.ended, k) > 0.5F;
      if (!over_[l]) look(values, k, static_cast<std::size_t>(seen.week));
    }
  }

 private:
  void look(const std::vector<Lanes>& values, int k, std::size_t week) {
    std::uint64_t active = 0;
    for (std::size_t b = 0; b < statements_.size(); ++b) {
      const bool holds = std::all_of(statements_[b].watches.begin(), statements_[b].watches.end(), [&](const auto& w) {
        const double value = static_cast<double>(lane(values[w.first], k));
        return w.second->above ? value > w.second->bound : value < w.second->bound;
      });
      active |= std::uint64_t{holds} << b;
    }
    const Leavers& leavers = judge_.judged(active);
    along_.going_on[week] += 1;
    for (std::size_t n = 0; n < leavers.size(); ++n) {
      AlongNotion& one = along_.of[n];
      if (leavers[n] == 0) {
        one.stable[week] += 1;
      } else if (!ceased_[n][static_cast<std::size_t>(k)]) {
        ceased_[n][static_cast<std::size_t>(k)] = 1;
        one.ceased[week] += 1, one.never -= 1;
        for (std::size_t p = 0; p < one.leaves.size(); ++p) one.leaves[p] += leavers[n] >> p & 1;
      }
    }
  }

  const std::vector<Series>& series_;
  const std::vector<Conditional>& statements_;
  Judge& judge_;
  Along& along_;
  std::vector<std::uint8_t> over_;                 // [lane]
  std::vector<std::vector<std::uint8_t>> ceased_;  // [notion][lane]
};

void add(Along& all, const Along& piece) {
  const auto sum = [](std::vector<std::int64_t>& to, const std::vector<std::int64_t>& from) {
    std::transform(to.begin(), to.end(), from.begin(), to.begin(), std::plus<>());
  };
  all.runs += piece.runs;
  sum(all.going_on, piece.going_on);
  for (std::size_t n = 0; n < all.of.size(); ++n) {
    sum(all.of[n].ceased, piece.of[n].ceased), sum(all.of[n].stable, piece.of[n].stable);
    sum(all.of[n].leaves, piece.of[n].leaves);
    all.of[n].never += piece.of[n].never;
  }
}

}  // namespace

void check_series(const Conflict& conflict, const Model& model, Problems& problems) {
  std::vector<std::string> known;
  for (const Series& one : series(model)) known.push_back(one.name);
  for (const ConflictParty& party : conflict.parties)
    for (const ConflictStatement& said : party.statements)
      for (const Watch& watch : said.during) {
        if (std::find(known.begin(), known.end(), watch.series) != known.end()) continue;
        const std::string near = did_you_mean(watch.series, known);
        std::string all;
        for (const std::string& name : known) all += (all.empty() ? "one of: " : ", ") + name;
        report(problems, watch.place, fmt::format("unknown series \"{}\"", watch.series), "",
               near.empty() ? all : near);
      }
}

std::string no_along(const Conflict& conflict) {
  std::size_t conditional = 0;
  for (const ConflictParty& party : conflict.parties)
    for (const ConflictStatement& said : party.statements) conditional += !said.during.empty();
  if (!conflict.status_quo) return "--along wants a status_quo in the conflict";
  if (conditional == 0) return "--along wants statements with \"while\": without them stability does not change";
  if (conditional > most_conditional)
    return fmt::format("{} statements have \"while\": at most {} can", conditional, most_conditional);
  for (const ConflictParty& party : conflict.parties)
    for (const ConflictStatement& said : party.statements)
      if (said.statement.unknown) return "--along wants preferences that are known, and some here are not";
  return in_doubt(conflict.graph) ? "--along wants preferences that are known, and some here are not" : "";
}

Along stability_along(const Conflict& conflict, const StabilityReport& report, const Model& model, const Plan& plan,
                      const AlongAsked& asked) {
  const std::vector<Series> known = series(model);
  const std::vector<Conditional> statements = conditionals(conflict, known);
  Judge judge(conflict, report);
  const std::size_t pieces = (asked.runs + runs_at_once - 1) / runs_at_once;
  std::vector<Along> parts(pieces);
  in_parallel(pieces, asked.threads, [&](std::size_t k) {
    parts[k] = nothing(conflict, report, model.weeks);
    Walk walk(known, statements, judge, parts[k]);
    const auto first = static_cast<std::uint32_t>(k) * runs_at_once;
    Simulator(model, plan).run(first, std::min(runs_at_once, asked.runs - first), [&](const WeekSeen& seen) {
      walk.see(seen);
    });
  });
  Along all = nothing(conflict, report, model.weeks);
  for (const Along& part : parts) add(all, part);
  all.preferences = judge.count();
  return all;
}

}  // namespace armistice
