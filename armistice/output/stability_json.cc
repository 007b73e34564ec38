// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "armistice/output/stability_extra_tables.h"
#include "armistice/output/stability_tables.h"
#include "armistice/output/stability_words.h"

namespace armistice {
namespace {

using nlohmann::ordered_json;
using stability::Notion;
using stability::State;

std::string name_of(Notion notion) { return std::string(stability::notion_names[static_cast<std::size_t>(notion)]); }

// {notion: [party: f(notion, party)]}.
ordered_json by_notion(const Conflict& c, const StabilityReport& report, auto f) {
  ordered_json all = ordered_json::object();
  for (const Notion notion : report.asked.notions) {
    ordered_json& parties = all[name_of(notion)] = ordered_json::array();
    for (int p = 0; p < c.graph.parties; ++p) parties.push_back(f(notion, p));
  }
  return all;
}

ordered_json states_where(const Conflict& c, auto holds) {
  ordered_json all = ordered_json::array();
  for (State s = 0; s < c.graph.states; ++s)
    if (holds(s)) all.push_back(s);
  return all;
}

ordered_json margins(const Conflict& c, const StabilityReport& report) {
  return by_notion(c, report, [&](Notion notion, int p) {
    const std::vector<double>& margin = report.analysis.judged(notion, p).margin;
    if (margin.empty()) return ordered_json(nullptr);
    ordered_json all = ordered_json::array();
    for (const double m : margin) all.push_back(std::isfinite(m) ? ordered_json(m) : ordered_json(nullptr));
    return all;
  });
}

ordered_json states_of(const Conflict& c) {
  ordered_json all = ordered_json::array();
  for (State s = 0; s < c.graph.states; ++s) {
    ordered_json state = {{"state", s}};
    if (!c.options.empty()) state["code"] = code_text(c, s), state["decimal"] = c.codes[s];
    if (const std::string label = state_label(c, s, "en"); !label.empty()) state["name"] = label;
    all.push_back(std::move(state));
  }
  return all;
}

ordered_json coalitions(const Conflict& c, const StabilityReport& report) {
  ordered_json all = ordered_json::object();
  for (const GroupStability& group : report.groups) {
    std::string members;
    for (int p = 0; p < c.graph.parties; ++p)
      if (group.members >> p & 1) members += fmt::format("{}{}", members.empty() ? "" : ",", p);
    for (const Notion notion : report.asked.notions)
      all[members][name_of(notion)] =
          states_where(c, [&](State s) { return group.stable[static_cast<std::size_t>(notion)][s] != 0; });
  }
  return all;
}

ordered_json steps(const std::vector<stability::Step>& way) {
  ordered_json all = ordered_json::array();
  for (const stability::Step& step : way) all.push_back({{"party", step.party}, {"to", step.to}});
  return all;
}

ordered_json explanation(const Conflict& c, const StabilityReport& report, State state) {
  ordered_json all = {{"state", state}};
  all["why"] = by_notion(c, report, [&](Notion notion, int p) {
    const auto attitude = report.in_doubt ? std::optional(report.asked.attitude) : std::nullopt;
    const Reason why = reason(c.graph, p, state, notion, report.asked.rule, attitude);
    ordered_json departures = ordered_json::array();
    for (const Departure& d : why.departures) {
      departures.push_back({{"to", d.to}, {"answered", d.answered}, {"answer", steps(d.answer)}});
      departures.back()["way_out"] = d.way_out ? ordered_json(*d.way_out) : ordered_json(nullptr);
    }
    return ordered_json{{"stable", why.stable},
                        {"words", reason_words(c, p, notion, why, "en")},
                        {"improvements", std::move(departures)}};
  });
  return all;
}

ordered_json travel(const Conflict& c, const StabilityReport& report, const StabilityQuestions& questions) {
  const Travels ways = travels(c, report, *questions.from);
  const auto way = [&](const stability::Journeys& j, State s) {
    return j.reaches(s) ? steps(stability::path_to(j, s)) : ordered_json(nullptr);
  };
  ordered_json reached = ordered_json::array();
  for (State s = 0; s < c.graph.states; ++s)
    if (questions.to ? s == *questions.to : ways.by_moves.reaches(s))
      reached.push_back(
          {{"state", s}, {"moves", way(ways.by_moves, s)}, {"improvements", way(ways.by_improvements, s)}});
  return {{"state", *questions.from}, {"reached", std::move(reached)}};
}

ordered_json counts_of(const Conflict& c, const StabilityReport& report, const StabilityExtras& extras) {
  const stability::StableCounts& counts = *extras.counts;
  ordered_json all = {{"runs", counts.runs}, {"noise", extras.asked.noise}, {"seed", extras.asked.seed}};
  all["stable_runs"] = by_notion(c, report, [&](Notion notion, int p) {
    return ordered_json(counts.stable[static_cast<std::size_t>(notion)][static_cast<std::size_t>(p)]);
  });
  for (const Notion notion : report.asked.notions)
    all["equilibrium_runs"][name_of(notion)] = counts.equilibrium[static_cast<std::size_t>(notion)];
  return all;
}

ordered_json dilemmas_of(const Conflict& c, const DilemmaReport& found) {
  ordered_json list = ordered_json::array();
  for (const stability::Dilemma& d : found.dilemmas)
    list.push_back({{"kind", stability::dilemma_names[static_cast<std::size_t>(d.kind)]},
                    {"who", d.who},
                    {"towards", d.towards},
                    {"tempting", d.tempting},
                    {"other", d.other},
                    {"words", dilemma_words(c, d, "en")}});
  return {{"positions", found.confrontation.position},
          {"threatened", found.confrontation.threatened},
          {"assumed", found.assumed},
          {"dilemmas", std::move(list)}};
}

ordered_json limited_of(const Conflict& c, const LimitedReport& found) {
  ordered_json stable = ordered_json::array();
  for (const auto& party : found.moves.stable)
    stable.push_back(states_where(c, [&](State s) { return party[s] != 0; }));
  ordered_json all = {{"stable", std::move(stable)}, {"equilibria", found.moves.equilibria}};
  if (found.horizon == without_end) {
    all["horizon"] = nullptr, all["from"] = found.from, all["period"] = found.period;
  } else {
    all["horizon"] = found.horizon, all["anticipated"] = found.anticipated;
  }
  return all;
}

ordered_json inverse_of(const Conflict& c, const StabilityExtras& extras) {
  ordered_json all = {{"state", *extras.asked.inverse}};
  for (const InverseReport& found : extras.inverse) {
    ordered_json alternatives = ordered_json::array();
    for (std::size_t k = 0; k < found.answer.alternatives.size(); ++k) {
      const stability::Alternative& one = found.answer.alternatives[k];
      ordered_json needed = ordered_json::array(), ranks = ordered_json::array();
      for (const stability::Requirement& r : one.requirements)
        needed.push_back({{"party", r.party},
                          {"above", r.above},
                          {"below", r.below},
                          {"strict", r.strict},
                          {"words", requirement_words(c, r, "en")}});
      for (const stability::PartyChange& change : one.change) ranks.push_back(change.rank);
      alternatives.push_back(
          {{"pairs", one.pairs()}, {"requirements", std::move(needed)}, {"ranks", std::move(ranks)}});
    }
    all[name_of(found.notion)] = {
        {"already", found.answer.already}, {"proved", found.answer.proved}, {"alternatives", std::move(alternatives)}};
  }
  return all;
}

ordered_json along_of(const Along& along) {
  ordered_json all = {{"runs", along.runs}, {"weeks", along.weeks}, {"preferences", along.preferences}};
  all["going_on"] = along.going_on;
  for (const AlongNotion& one : along.of)
    all[name_of(one.notion)] = {{"ceased", along.runs - one.never},
                                {"first_week", one.ceased},
                                {"stable", one.stable},
                                {"for_whom_first", one.leaves}};
  return all;
}

bool any(const Conflict& c, auto has) {
  for (const stability::Preference& preference : c.graph.preference)
    if (has(preference)) return true;
  return false;
}

ordered_json one_case(const StabilityCase& one, const StabilityQuestions& questions) {
  const auto& [c, report, extras, along] = one;
  ordered_json parties = ordered_json::array(), options = ordered_json::array();
  for (const ConflictParty& party : c.parties) parties.push_back(party.name.id);
  for (const Name& option : c.options) options.push_back(option.id);
  ordered_json all = {{"name", c.title.id}};
  all["rule"] = stability::rule_names[static_cast<std::size_t>(report.asked.rule)];
  all["attitude"] = report.in_doubt ? ordered_json(report.asked.attitude.name) : ordered_json(nullptr);
  all["parties"] = std::move(parties), all["options"] = std::move(options);
  all["n_states"] = c.graph.states;
  all["status_quo"] = c.status_quo ? ordered_json(*c.status_quo) : ordered_json(nullptr);
  all["stable"] = by_notion(c, report, [&](Notion notion, int p) {
    return states_where(c, [&](State s) { return report.stable(notion, p, s); });
  });
  ordered_json& equilibria = all["equilibria"] = ordered_json::object();
  for (const Notion notion : report.asked.notions)
    equilibria[name_of(notion)] = report.equilibria[static_cast<std::size_t>(notion)];
  if (any(c, [](const auto& p) { return !p.block.empty(); }) && !report.in_doubt)
    all["strongly"] = by_notion(c, report, [&](Notion notion, int p) {
      return states_where(c, [&](State s) { return report.strongly(notion, p, s); });
    });
  if (any(c, [](const auto& p) { return !p.utility.empty(); }) && !report.in_doubt) all["margins"] = margins(c, report);
  if (!report.groups.empty()) all["coalitions"] = coalitions(c, report);
  if (questions.explain) all["explain"] = explanation(c, report, *questions.explain);
  if (questions.from) all["from"] = travel(c, report, questions);
  if (extras.counts) all["robust"] = counts_of(c, report, extras);
  if (extras.dilemmas) all["confrontation"] = dilemmas_of(c, *extras.dilemmas);
  if (extras.limited) all["limited"] = limited_of(c, *extras.limited);
  if (!extras.inverse.empty()) all["inverse"] = inverse_of(c, extras);
  if (along) all["along"] = along_of(*along);
  all["states"] = states_of(c);
  all["notes"] = c.notes;
  return all;
}

}  // namespace

std::string stability_json(const std::vector<StabilityCase>& cases, const std::vector<StabilityQuestions>& questions,
                           const Provenance& made) {
  ordered_json all;
  if (cases.size() == 1) {
    all = one_case(cases[0], questions[0]);
  } else {
    all["cases"] = ordered_json::array();
    for (std::size_t k = 0; k < cases.size(); ++k) all["cases"].push_back(one_case(cases[k], questions[k]));
  }
  all["provenance"] = {{"version", made.version},
                       {"conflict", made.dossier},
                       {"hash", made.hash},
                       {"command", made.command},
                       {"handling", made.handling}};
  return all.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace armistice
