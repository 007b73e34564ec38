// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "armistice/output/domain_tables.h"

namespace armistice {
namespace {

using nlohmann::ordered_json;

ordered_json point(const Domain& domain, const std::optional<SolutionPoint>& solution) {
  if (!solution) return nullptr;
  ordered_json outcomes = ordered_json::array();
  for (const std::uint64_t package : solution->package) outcomes.push_back(option_names(domain, package));
  return {{"u", solution->utility},         {"value", solution->value},         {"n_ties", solution->vectors},
          {"n_vectors", solution->vectors}, {"n_outcomes", solution->packages}, {"outcomes", std::move(outcomes)}};
}

ordered_json sizes(const Frontier& frontier) {
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

}  // namespace

std::string domain_json(const DealsReport& report, const Provenance& made) {
  const Domain& d = report.domain;
  const Solutions& s = report.solutions;
  ordered_json all = {{"name", d.name},
                      {"mode", d.reading},
                      {"time", report.time},
                      {"weights", or_null(report.weights)},
                      {"notes", d.notes},
                      {"n_agents", d.parties.size()},
                      {"n_issues", d.issues.size()},
                      {"n_outcomes", s.packages},
                      {"n_ir_outcomes", s.rational},
                      {"agents", agents(report)},
                      {"pareto", sizes(s.pareto)},
                      {"pareto_ir", sizes(s.pareto_rational)},
                      {"ideal_all", or_null(s.ideal)},
                      {"ideal_ir", or_null(s.ideal_rational)},
                      {"nash", point(d, s.nash)},
                      {"kalai", point(d, s.kalai)},
                      {"ks", point(d, s.ks)},
                      {"utilitarian", point(d, s.utilitarian)},
                      {"utilitarian_ir", point(d, s.utilitarian_rational)},
                      {"nearest", nullptr},
                      {"frontier", s.pareto.utility}};
  if (report.nearest)
    all["nearest"] = {{"u", report.nearest->utility}, {"outcome", option_names(d, report.nearest->package)}};
  all["provenance"] = {
      {"version", made.version}, {"domain", made.dossier}, {"hash", made.hash}, {"command", made.command}};
  return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace armistice
