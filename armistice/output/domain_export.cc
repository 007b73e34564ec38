// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/domain_export.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "armistice/base/file.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr double slack = 1e-12;
constexpr std::uint64_t most_searched = 1'000'000;  // packages looked at for a reservation bid

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// One party as weights and evaluations in [0, 1]: utility = sum of weight x evaluation.
struct Additive {
  std::vector<double> weight;                   // (issue)
  std::vector<std::vector<double>> evaluation;  // (issue)(option)
};

// The cells with what they share moved to the first issue, where one is negative or there is a constant. Nothing when
// some package would still be worth less than 0.
std::optional<std::vector<std::vector<double>>> from_zero(const Space& space, int party) {
  const std::vector<int> first = first_cells(space);
  const double* row = space.utility.data() + party * first.back();
  std::vector<std::vector<double>> cells;
  double least = space.constant[at(party)];
  bool plain = least == 0;
  for (std::size_t k = 0; k < space.options.size(); ++k) {
    cells.emplace_back(row + first[k], row + first[k + 1]);
    const double low = *std::min_element(cells[k].begin(), cells[k].end());
    plain = plain && low >= 0;
    least += low;
  }
  if (plain) return cells;
  if (least < -slack) return std::nullopt;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const double low = *std::min_element(cells[k].begin(), cells[k].end());
    for (double& cell : cells[k]) cell += (k == 0 ? std::max(least, 0.0) : 0) - low;
  }
  return cells;
}

// An issue that adds nothing has the weight 0 and evaluations of 1: GENIUS cannot divide by a highest evaluation of 0.
Additive additive(const Space& space, int party) {
  Additive split;
  const auto cells = from_zero(space, party);
  assert(cells);
  for (const std::vector<double>& issue : *cells) {
    const double most = *std::max_element(issue.begin(), issue.end());
    split.weight.push_back(most);
    std::vector<double>& evaluation = split.evaluation.emplace_back();
    for (const double cell : issue) evaluation.push_back(most > 0 ? cell / most : 1);
  }
  return split;
}

// The same with weights that sum to 1 in decimal, as GeniusWeb asks: whole multiples of 1e-15, what is left over going
// to the first issue's weight, or rounding to the heaviest.
Additive summing_to_one(const Space& space, int party) {
  Additive split = additive(space, party);
  double sum = 0;
  for (const double w : split.weight) sum += w;
  std::vector<double> cells_of_first = split.evaluation[0];
  std::vector<double> old = split.weight;
  if (sum < 1) split.weight[0] += 1 - sum;
  constexpr double unit = 1e15;
  double rest = unit;
  for (double& w : split.weight) rest -= (w = std::round(w * unit));
  *std::max_element(split.weight.begin(), split.weight.end()) += rest;
  for (std::size_t k = 0; k < old.size(); ++k) {
    split.weight[k] /= unit;
    for (double& e : split.evaluation[k]) e = split.weight[k] > 0 ? std::min(1.0, e * old[k] / split.weight[k]) : 0;
  }
  return split;
}

// A package that gives the party just its reservation value; nothing where none is found.
std::optional<std::vector<int>> reservation_bid(const Space& space, int party) {
  const std::uint64_t count = package_count(space);
  if (count > most_searched) return std::nullopt;
  for (std::uint64_t n = 0; n < count; ++n) {
    std::vector<int> package = package_of(space, n);
    if (std::abs(utility_of(space, party, package) - space.reservation[at(party)]) <= slack) return package;
  }
  return std::nullopt;
}

// ---- Texts ----

std::string xml(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\n':
      case '\r':
      case '\t':
        safe += fmt::format("&#{};", static_cast<int>(c));
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

std::string genius_issues(const Domain& domain, const Additive* split) {
  std::string text = fmt::format(
      "<objective index=\"0\" name=\"{}\" description=\"\" type=\"objective\" "
      "etype=\"objective\">\n",
      xml(domain.name));
  for (std::size_t k = 0; k < domain.issues.size(); ++k) {
    text += fmt::format("<issue index=\"{}\" name=\"{}\" vtype=\"discrete\" type=\"discrete\" etype=\"discrete\">\n",
                        k + 1, xml(domain.issues[k].name));
    for (std::size_t o = 0; o < domain.issues[k].options.size(); ++o)
      text += fmt::format("<item index=\"{}\" value=\"{}\"{}/>\n", o + 1, xml(domain.issues[k].options[o]),
                          split ? fmt::format(" evaluation=\"{}\"", split->evaluation[k][o]) : "");
    text += "</issue>\n";
  }
  for (std::size_t k = 0; split && k < split->weight.size(); ++k)
    text += fmt::format("<weight index=\"{}\" value=\"{}\"/>\n", k + 1, split->weight[k]);
  return text + "</objective>\n";
}

std::string genius_domain(const Domain& domain) {
  return fmt::format(
      "<negotiation_template>\n<utility_space number_of_issues=\"{}\">\n{}</utility_space>\n"
      "</negotiation_template>\n",
      domain.issues.size(), genius_issues(domain, nullptr));
}

std::string genius_profile(const Domain& domain, int party) {
  const Additive split = additive(domain.space, party);
  const auto& discount = domain.parties[at(party)].discount;
  return fmt::format("<utility_space number_of_issues=\"{}\">\n{}{}<reservation value=\"{}\"/>\n</utility_space>\n",
                     domain.issues.size(), genius_issues(domain, &split),
                     discount ? fmt::format("<discount_factor value=\"{}\"/>\n", *discount) : "",
                     domain.space.reservation[at(party)]);
}

ordered_json web_domain(const Domain& domain) {
  ordered_json issues = ordered_json::object();
  for (const DomainIssue& issue : domain.issues) issues[issue.name] = {{"values", issue.options}};
  return {{"name", domain.name}, {"issuesValues", std::move(issues)}};
}

ordered_json web_profile(const Domain& domain, int party) {
  const Additive split = summing_to_one(domain.space, party);
  ordered_json weights = ordered_json::object(), utilities = ordered_json::object();
  for (std::size_t k = 0; k < domain.issues.size(); ++k) {
    const DomainIssue& issue = domain.issues[k];
    weights[issue.name] = split.weight[k];
    ordered_json values = ordered_json::object();
    for (std::size_t o = 0; o < issue.options.size(); ++o) values[issue.options[o]] = split.evaluation[k][o];
    utilities[issue.name] = {{"DiscreteValueSetUtilities", {{"valueUtilities", std::move(values)}}}};
  }
  ordered_json space = {{"name", domain.parties[at(party)].name},
                        {"domain", web_domain(domain)},
                        {"issueUtilities", std::move(utilities)},
                        {"issueWeights", std::move(weights)},
                        {"reservationBid", nullptr}};
  if (domain.space.reservation[at(party)] != 0) {
    const auto package = reservation_bid(domain.space, party);
    assert(package);
    ordered_json bid = ordered_json::object();
    for (std::size_t k = 0; k < package->size(); ++k)
      bid[domain.issues[k].name] = domain.issues[k].options[at((*package)[k])];
    space["reservationBid"] = {{"issuevalues", std::move(bid)}};
  }
  return {{"LinearAdditiveUtilitySpace", std::move(space)}};
}

// ---- Files ----

std::string safe_name(const std::string& name) {
  std::string safe;
  for (const char c : name) safe += c == '/' || c == '\\' || static_cast<unsigned char>(c) < ' ' ? '_' : c;
  return safe.empty() || safe[0] == '.' ? "_" + safe : safe;
}

// The parties' files, named so that reading the folder gives them in their order again.
std::vector<std::string> file_names(const Domain& domain) {
  std::vector<std::string> names;
  for (const DomainParty& party : domain.parties) names.push_back(safe_name(party.name));
  const auto falls = [](const std::string& a, const std::string& b) { return !natural_order(a, b); };
  const bool in_order = std::adjacent_find(names.begin(), names.end(), falls) == names.end();
  const bool apart = std::find(names.begin(), names.end(), safe_name(domain.name)) == names.end();
  for (std::size_t p = 0; !(in_order && apart) && p < names.size(); ++p)
    names[p] = fmt::format("party{}-{}", p + 1, names[p]);
  return names;
}

}  // namespace

Problems cannot_hold(const Domain& domain, DomainFormat format) {
  const bool web = format == DomainFormat::geniusweb;
  const std::string name = web ? "GeniusWeb" : "GENIUS";
  Problems problems;
  const auto wrong = [&](const std::string& file, std::string message, std::string hint = "") {
    report(problems, {file, 0, 0}, std::move(message), "", std::move(hint));
  };
  if (!domain.space.interactions.empty())
    wrong(domain.name,
          fmt::format("{} cannot hold interactions of clauses: utilities there are sums over issues", name));
  if (!domain.space.implications.empty()) wrong(domain.name, fmt::format("{} cannot hold constraints", name));
  Space open = domain.space;
  open.cap = std::numeric_limits<double>::infinity();
  for (int p = 0; p < domain.space.parties; ++p) {
    const DomainParty& party = domain.parties[at(p)];
    if (!from_zero(domain.space, p))
      wrong(party.file, fmt::format("{} cannot hold utilities below 0 ({})", name, additive_span(open, p).least));
    const double most = additive_span(open, p).most;
    if (most > 1 + slack && (web || domain.space.cap != 1))
      wrong(party.file, fmt::format("{} cannot hold utilities above 1 ({})", name, most));
    if (!web) continue;
    if (party.discount.value_or(1) != 1)
      wrong(party.file, "GeniusWeb cannot hold a discount", "--time T writes the utilities of one moment");
    const double reservation = domain.space.reservation[at(p)];
    if (reservation != 0 && !reservation_bid(domain.space, p))
      wrong(party.file,
            fmt::format("GeniusWeb tells what a party has without a deal by a package, and none is found of utility {}",
                        reservation),
            fmt::format("--reservation {}=0 leaves it out", party.name));
  }
  return problems;
}

std::vector<std::string> write_domain(const Domain& domain, DomainFormat format, const fs::path& folder) {
  assert(cannot_hold(domain, format).empty());
  std::error_code error;
  if (fs::exists(folder) && !(fs::is_directory(folder) && fs::is_empty(folder, error)))
    throw std::runtime_error(
        fmt::format("{} is there already and not an empty folder: nothing written", folder.string()));
  const bool web = format == DomainFormat::geniusweb;
  const std::string suffix = web ? ".json" : ".xml";
  const fs::path whole = folder.has_filename() ? folder : folder.parent_path();
  const fs::path temporary = fmt::format("{}.{}.tmp", whole.string(), ::getpid());
  fs::create_directories(temporary);
  std::vector<std::string> names = {safe_name(domain.name) + suffix};
  const auto text = [](const ordered_json& json) {
    return json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
  };
  try {
    write_file_atomically(temporary / names[0], web ? text(web_domain(domain)) : genius_domain(domain));
    const std::vector<std::string> files = file_names(domain);
    for (int p = 0; p < domain.space.parties; ++p) {
      names.push_back(files[at(p)] + suffix);
      write_file_atomically(temporary / names.back(), web ? text(web_profile(domain, p)) : genius_profile(domain, p));
    }
    fs::rename(temporary, whole);
  } catch (...) {
    fs::remove_all(temporary, error);
    throw;
  }
  return names;
}

}  // namespace armistice
