// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "armistice/base/version.h"
#include "armistice/model/domain.h"
#include "armistice/output/domain_export.h"
#include "armistice/output/domain_tables.h"
#include "cli/deals.h"

namespace armistice {
namespace {

constexpr std::size_t screenful = 20;

// Sets reservations from "party=value"; "" or what is wrong.
std::string override_reservations(const std::vector<std::string>& words, Domain& domain) {
  for (const std::string& word : words) {
    const std::size_t sign = word.rfind('=');
    const std::string name = word.substr(0, sign), text = sign == std::string::npos ? "" : word.substr(sign + 1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() ||
        !(std::abs(value) <= largest_utility))
      return fmt::format("--reservation wants PARTY=VALUE, not \"{}\"", word);
    std::vector<std::string> known;
    for (const DomainParty& party : domain.parties) known.push_back(party.name);
    const auto party = std::find(known.begin(), known.end(), name);
    if (party == known.end()) {
      const std::string near = suggestion(name, known);
      return fmt::format("there is no party \"{}\"{}", name,
                         near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near));
    }
    domain.space.reservation[static_cast<std::size_t>(party - known.begin())] = value;
  }
  return "";
}

Provenance made_by(const Domain& domain, const Common& common) {
  Provenance made;
  made.version = version();
  made.dossier = domain.name;
  made.hash = domain.hash;
  made.command = common.command;
  return made;
}

// The domain as it is asked about: read, its reservations set, its discounts worked in; nothing when the exit says why.
std::optional<Domain> asked_for(const DealsFlags& flags, Common& common) {
  Problems problems;
  const std::vector<std::filesystem::path> paths(flags.paths.begin(), flags.paths.end());
  std::optional<Domain> domain =
      read_domain(paths, {.raw = flags.raw, .steps = flags.steps, .profiles = flags.profiles}, problems);
  if (!domain) return print(common, problems), std::nullopt;
  if (const std::string wrong = override_reservations(flags.reservations, *domain); !wrong.empty())
    return wrong_deals(common, wrong), std::nullopt;
  const auto usable = [](double w) { return std::isfinite(w) && w > 0; };
  if (!flags.weights.empty() && std::none_of(flags.weights.begin(), flags.weights.end(), usable))
    return wrong_deals(common, "--weights wants numbers of 0 or more, one of them above 0"), std::nullopt;
  if (!flags.weights.empty() && flags.weights.size() != domain->parties.size())
    return wrong_deals(common, fmt::format("--weights has {} numbers, and there are {} parties", flags.weights.size(),
                                           domain->parties.size())),
           std::nullopt;
  if (!flags.time_given) return domain;
  Space space = discounted(*domain, flags.time, problems);
  if (!problems.empty()) return print(common, problems), std::nullopt;
  domain->space = std::move(space);
  return domain;
}

// Writes the domain in the format asked for.
void export_domain(const DealsFlags& flags, const DealsReport& report, Common& common) {
  const Provenance made = made_by(report.domain, common);
  const auto said = [&](const std::string& what) {
    if (!common.quiet) fmt::print(stderr, "{}\n", what);
  };
  if (flags.format == "csv") {
    write_packages_csv(report.domain, report.solutions.pareto, made, flags.export_to);
    return said(fmt::format("{}: {} packages", flags.export_to, report.solutions.packages));
  }
  const DomainFormat format = flags.format == "geniusweb" ? DomainFormat::geniusweb : DomainFormat::genius;
  Domain domain = report.domain;
  // What is written holds at the time asked for: nothing is left to discount.
  if (flags.time_given)
    for (DomainParty& party : domain.parties) party.discount.reset();
  if (const Problems problems = cannot_hold(domain, format); !problems.empty()) return print(common, problems);
  std::string names;
  for (const std::string& name : write_domain(domain, format, flags.export_to)) names += " " + name;
  said(fmt::format("{}:{}", flags.export_to, names));
}

// The protocols named, all of them for "all"; or none, and what is wrong.
std::vector<std::string> protocols_asked(const std::string& words, Common& common) {
  std::vector<std::string> known, names;
  for (const Protocol& protocol : protocols()) known.emplace_back(protocol.name);
  if (words == "all") return known;
  for (std::size_t from = 0, comma = 0; comma != std::string::npos; from = comma + 1) {
    comma = words.find(',', from);
    const std::string name = words.substr(from, comma == std::string::npos ? comma : comma - from);
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      std::string all = "all";
      for (const std::string& each : known) all += ", " + each;
      const std::string near = suggestion(name, known);
      wrong_deals(common, fmt::format("there is no protocol \"{}\"; {}", name,
                                      near.empty() ? fmt::format("there are {}", all)
                                                   : fmt::format("did you mean \"{}\"?", near)));
      return {};
    }
    names.push_back(name);
  }
  return names;
}

// What the flags ask of the space beside its solutions; what cannot be had of this space sets common.exit.
DealsAsked asked_of(const DealsFlags& flags, const Space& space, Common& common) {
  DealsAsked asked{.time = flags.time, .weights = flags.weights, .lotteries = flags.lotteries, .runs = flags.runs};
  asked.seed = common.seed;
  if (!flags.protocols.empty()) asked.protocols = protocols_asked(flags.protocols, common);
  const bool too_many = is_searched(space);
  const bool zero = std::any_of(flags.weights.begin(), flags.weights.end(), [](double w) { return !(w > 0); });
  const std::uint64_t packages = package_count(space);
  if (zero && (too_many || flags.lotteries))
    wrong_deals(common,
                fmt::format("{} wants --weights above 0",
                            flags.lotteries ? "--lotteries" : fmt::format("a search among {} packages", packages)));
  if (too_many && flags.lotteries)
    wrong_deals(common, fmt::format("--lotteries wants the frontier, and it is not listed for {} packages", packages));
  if (too_many && flags.format == "csv")
    wrong_deals(common, fmt::format("--format csv lists every package, and there are {}", packages));
  if (packages > most_looked_at && !too_many && !common.quiet)
    fmt::print(stderr,
               "{} packages to look at one by one (a search takes 64 issues of 64 options): this takes a while\n",
               packages);
  return asked;
}

}  // namespace

void deals_of_domain(const DealsFlags& flags, Common& common) {
  std::optional<Domain> domain = asked_for(flags, common);
  if (!domain) return;
  const DealsAsked asked = asked_of(flags, domain->space, common);
  if (common.exit != all_well) return;
  const DealsReport report = deals_report(std::move(*domain), asked);
  if (!flags.export_to.empty()) export_domain(flags, report, common);
  if (common.exit != all_well) return;
  const Provenance made = made_by(report.domain, common);
  if (common.json) return put(domain_json(report, made));
  if (common.quiet && !flags.export_to.empty()) return;
  print(common, domain_tables(report, common.lang, common.csv ? SIZE_MAX : screenful), made);
}

}  // namespace armistice
