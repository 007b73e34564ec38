// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/stability_extras.h"

#include <algorithm>

#include "armistice/study/parallel.h"

namespace armistice {
namespace {

using stability::State;

constexpr std::uint32_t most_pieces = 16;  // each has counts of its own, as large as states x parties x notions

DilemmaReport find_dilemmas(const Conflict& conflict) {
  DilemmaReport found;
  if (conflict.confrontation) {
    found.confrontation = *conflict.confrontation;
  } else {
    found.assumed = true;
    found.confrontation.threatened = *conflict.status_quo;
    for (const stability::Preference& preference : conflict.graph.preference)
      found.confrontation.position.push_back(static_cast<State>(
          std::max_element(preference.rank.begin(), preference.rank.end()) - preference.rank.begin()));
  }
  found.dilemmas = stability::dilemmas(conflict.graph, found.confrontation);
  return found;
}

LimitedReport find_limited(const stability::Graph& graph, int horizon) {
  LimitedReport found;
  found.horizon = horizon;
  found.refused = stability::limited_moves_refused(graph);
  if (found.refused.why != stability::Refusal::none) return found;
  if (horizon == without_end) {
    stability::NonMyopic all = stability::non_myopic(graph);
    found.moves = std::move(all.moves), found.from = all.from, found.period = all.period;
  } else {
    found.moves = stability::limited_moves(graph, horizon);
    found.anticipated = stability::anticipated(graph, horizon);
  }
  return found;
}

}  // namespace

stability::StableCounts perturbed(const stability::Graph& graph, stability::Rule rule, const ExtrasAsked& asked) {
  const auto runs = static_cast<std::uint32_t>(asked.runs);
  const std::uint32_t pieces = std::min(runs, most_pieces);
  std::vector<stability::StableCounts> counts(pieces);
  in_parallel(pieces, asked.threads, [&](std::size_t k) {
    stability::Robustness robustness(graph, {.noise = asked.noise, .seed = asked.seed, .rule = rule});
    counts[k] = stability::no_counts(graph);
    const auto from = static_cast<std::uint32_t>(std::uint64_t{runs} * k / pieces);
    const auto to = static_cast<std::uint32_t>(std::uint64_t{runs} * (k + 1) / pieces);
    robustness.run(from, to - from, counts[k]);
  });
  stability::StableCounts all = stability::no_counts(graph);
  for (const stability::StableCounts& piece : counts) stability::add(all, piece);
  return all;
}

std::string no_dilemmas(const Conflict& conflict) {
  if (conflict.confrontation || conflict.status_quo) return "";
  return "--dilemmas wants a [confrontation], or at least a status_quo, in the file";
}

StabilityExtras stability_extras(const Conflict& conflict, const StabilityReport& report, const ExtrasAsked& asked) {
  StabilityExtras extras;
  extras.asked = asked;
  const stability::Rule rule = report.asked.rule;
  if (asked.runs > 0) extras.counts = perturbed(conflict.graph, rule, asked);
  if (asked.dilemmas) extras.dilemmas = find_dilemmas(conflict);
  if (asked.horizon) extras.limited = find_limited(conflict.graph, *asked.horizon);
  // A set costs a look at the whole graph: of large graphs fewer are weighed, so that an answer comes while one waits.
  const std::int64_t nodes =
      std::clamp<std::int64_t>(640'000 / static_cast<std::int64_t>(conflict.states.size()), 20, 5'000);
  if (asked.inverse)
    for (const stability::Notion notion : report.asked.notions)
      extras.inverse.push_back(
          {notion, stability::inverse(conflict.graph, *asked.inverse, notion,
                                      {.rule = rule, .changeable = asked.changeable, .nodes = nodes})});
  return extras;
}

}  // namespace armistice
