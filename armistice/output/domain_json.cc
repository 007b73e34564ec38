// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "armistice/output/domain_extra_tables.h"
#include "armistice/output/domain_tables.h"

namespace armistice {
namespace {

using nlohmann::ordered_json;

// A solution; of a searched space with its proof, and no counts of ties.
ordered_json point(const Domain& domain, const std::optional<SolutionPoint>& solution,
                   const BestPackage* searched = nullptr) {
  if (!solution) return nullptr;
  ordered_json outcomes = ordered_json::array();
  for (const std::uint64_t package : solution->package) outcomes.push_back(option_names(domain, package));
  if (searched)
    return {{"u", solution->utility},      {"value", solution->value}, {"bound", searched->bound},
            {"proved", searched->optimal}, {"nodes", searched->nodes}, {"n_ties", nullptr},
            {"n_vectors", nullptr},        {"n_outcomes", nullptr},    {"outcomes", std::move(outcomes)}};
  return {{"u", solution->utility},         {"value", solution->value},         {"n_ties", solution->vectors},
          {"n_vectors", solution->vectors}, {"n_outcomes", solution->packages}, {"outcomes", std::move(outcomes)}};
}

ordered_json sizes(const Frontier& frontier, bool listed) {
  if (!listed) return {{"n_vectors", nullptr}, {"n_outcomes", nullptr}};
  return {{"n_vectors", frontier.vectors}, {"n_outcomes", frontier.packages}};
}

ordered_json or_null(const std::vector<double>& values) {
  return values.empty() ? ordered_json(nullptr) : ordered_json(values);
}

ordered_json agents(const DealsReport& report) {
  ordered_json all = ordered_json::array();
  const Domain& d = report.domain;
  for (std::size_t p = 0; p < d.parties.size(); ++p) {
    const DomainParty& party = d.parties[p];
    ordered_json agent = {{"profile", party.file}, {"reservation", d.space.reservation[p]}, {"discount", nullptr}};
    if (party.discount) agent["discount"] = *party.discount;
    agent["weight_sum"] = party.weight_sum;
    agent["u_min"] = report.solutions.worst.empty() ? ordered_json(nullptr) : ordered_json(report.solutions.worst[p]);
    agent["u_max"] = report.solutions.ideal.empty() ? ordered_json(nullptr) : ordered_json(report.solutions.ideal[p]);
    agent["notes"] = party.notes;
    all.push_back(std::move(agent));
  }
  return all;
}

// Of a searched space 0 or unknown.
ordered_json rational_count(const DealsReport& report) {
  if (report.searched && report.searched->zone != Agreement::impossible) return nullptr;
  return report.solutions.rational;
}

std::vector<std::string> issue_names(const Domain& domain, const std::vector<int>& issues) {
  std::vector<std::string> names;
  for (const int k : issues) names.push_back(domain.issues[static_cast<std::size_t>(k)].name);
  return names;
}

std::vector<std::string> party_names(const Domain& domain, const std::vector<int>& parties) {
  std::vector<std::string> names;
  for (const int p : parties) names.push_back(domain.parties[static_cast<std::size_t>(p)].name);
  return names;
}

ordered_json certificate(const DealsReport& report) {
  if (!report.certificate || report.certificate->deal != Agreement::impossible) return nullptr;
  const Certificate& why = *report.certificate;
  return {{"words", certificate_words(report.domain, why, "en")},
          {"parties", party_names(report.domain, why.parties)},
          {"issues", issue_names(report.domain, why.issues)},
          {"irreducible", why.irreducible},
          {"smallest", why.smallest},
          {"least", why.least}};
}

ordered_json trades(const DealsReport& report) {
  if (!report.logrolling) return nullptr;
  const Domain& d = report.domain;
  ordered_json list = ordered_json::array();
  for (const Trade& t : report.logrolling->trades) {
    const auto parties = party_names(d, {t.a, t.b}), issues = issue_names(d, {t.given, t.got});
    list.push_back({{"a", parties[0]},
                    {"b", parties[1]},
                    {"a_gives_on", issues[0]},
                    {"a_gets_on", issues[1]},
                    {"a_gives", t.a_gives},
                    {"a_gets", t.a_gets},
                    {"b_gives", t.b_gives},
                    {"b_gets", t.b_gets},
                    {"joint", t.joint}});
  }
  return {{"from", option_names(d, number_of(d.space, report.apart))},
          {"change", report.logrolling->change},
          {"total", report.logrolling->total},
          {"trades", std::move(list)}};
}

ordered_json lottery(const DealsReport& report, const Lottery& drawn) {
  ordered_json packages = ordered_json::array();
  for (std::size_t i = 0; i < drawn.drawn.size(); ++i)
    packages.push_back({{"chance", drawn.chance[i]},
                        {"u", report.solutions.pareto.utility[drawn.drawn[i]]},
                        {"outcome", option_names(report.domain, report.solutions.pareto.package[drawn.drawn[i]])}});
  return {{"u", drawn.utility}, {"value", drawn.value}, {"packages", std::move(packages)}};
}

ordered_json lotteries(const DealsReport& report) {
  if (!report.lotteries) return nullptr;
  const Lotteries& all = *report.lotteries;
  const auto maybe = [&](const std::optional<Lottery>& drawn) {
    return drawn ? lottery(report, *drawn) : ordered_json(nullptr);
  };
  return {{"zone", all.nash.has_value()},
          {"ideal_ir", or_null(all.ideal)},
          {"nash", maybe(all.nash)},
          {"nash_gap", all.nash ? ordered_json(all.nash_gap) : ordered_json(nullptr)},
          {"kalai", lottery(report, all.kalai)},
          {"ks", maybe(all.ks)},
          {"utilitarian_ir", maybe(all.utilitarian)}};
}

ordered_json scores(const DealsReport& report) {
  if (report.protocols.empty()) return nullptr;
  const bool product = report.solutions.nash.has_value(), frontier = !report.solutions.pareto.utility.empty();
  const auto known = [](bool is, double value) { return is ? ordered_json(value) : ordered_json(nullptr); };
  ordered_json list = ordered_json::array();
  for (const ProtocolScore& score : report.protocols)
    list.push_back({{"name", score.name},
                    {"meaning", std::string(protocol_named(score.name)->meaning)},
                    {"runs", score.runs},
                    {"agreed", score.agreed},
                    {"rounds", score.rounds},
                    {"nash_median", known(product, score.nash_median)},
                    {"nash_mean", known(product, score.nash_mean)},
                    {"distance", known(frontier && score.agreed > 0, score.distance)}});
  return list;
}

}  // namespace

std::string domain_json(const DealsReport& report, const Provenance& made) {
  const Domain& d = report.domain;
  const Solutions& s = report.solutions;
  const Searched* found = report.searched ? &*report.searched : nullptr;
  const auto proof = [&](const BestPackage Searched::*member) { return found ? &(found->*member) : nullptr; };
  ordered_json all = {{"name", d.name},
                      {"mode", d.reading},
                      {"time", report.time},
                      {"weights", or_null(report.weights)},
                      {"notes", d.notes},
                      {"n_agents", d.parties.size()},
                      {"n_issues", d.issues.size()},
                      {"n_outcomes", s.packages},
                      {"n_ir_outcomes", rational_count(report)},
                      {"agents", agents(report)},
                      {"pareto", sizes(s.pareto, !found)},
                      {"pareto_ir", sizes(s.pareto_rational, !found)},
                      {"ideal_all", or_null(s.ideal)},
                      {"ideal_ir", or_null(s.ideal_rational)},
                      {"nash", point(d, s.nash, proof(&Searched::nash))},
                      {"kalai", point(d, s.kalai, proof(&Searched::least_gain))},
                      {"ks", point(d, s.ks, found && found->ks ? &*found->ks : nullptr)},
                      {"utilitarian", point(d, s.utilitarian, proof(&Searched::sum))},
                      {"utilitarian_ir", point(d, s.utilitarian_rational, proof(&Searched::sum_rational))},
                      {"nearest", nullptr},
                      {"frontier", s.pareto.utility}};
  if (found) all["frontier"] = nullptr;
  if (report.nearest)
    all["nearest"] = {{"u", report.nearest->utility}, {"outcome", option_names(d, report.nearest->package)}};
  all["certificate"] = certificate(report);
  all["logrolling"] = trades(report);
  all["lotteries"] = lotteries(report);
  all["protocols"] = scores(report);
  all["provenance"] = {
      {"version", made.version}, {"domain", made.dossier}, {"hash", made.hash}, {"command", made.command}};
  return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace armistice
