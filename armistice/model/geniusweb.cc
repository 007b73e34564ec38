// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/geniusweb.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace armistice {
namespace {

struct Reader {
  const Lines& lines;
  Problems& problems;

  void wrong(const Place& place, std::string message, std::string hint = "") const {
    report(problems, place, std::move(message), lines.at(place), std::move(hint));
  }
  const Json* get(const Json& object, std::string_view key, Json::Kind kind) const {
    const Json* value = object.find(key);
    if (!value) {
      wrong(object.place, fmt::format("\"{}\" is missing", key));
    } else if (value->kind != kind) {
      wrong(value->place, fmt::format("\"{}\" is {}, not {}", key, kind_name(value->kind), kind_name(kind)));
      value = nullptr;
    }
    return value;
  }
  std::optional<double> number(const Json& object, std::string_view key) const {
    const Json* value = get(object, key, Json::Kind::number);
    return value ? std::optional(value->number) : std::nullopt;
  }
};

std::string name_of(const Json& object) {
  const Json* name = object.find("name");
  return name && name->kind == Json::Kind::text ? name->text : "";
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
  if (known.size() > 1000) return "";  // the search for the nearest word is long
  const std::string near = suggestion(word, known);
  return near.empty() ? "" : fmt::format("did you mean \"{}\"?", near);
}

// ---- The domain ----

struct WebIssue {
  DomainIssue issue;
  std::vector<double> values;  // (option) of a range
};

void listed_values(const Reader& reader, const Json& values, DomainIssue& issue) {
  std::set<std::string_view> seen;
  for (const Json& value : values.items) {
    if (value.kind != Json::Kind::text && value.kind != Json::Kind::number) {
      reader.wrong(value.place, fmt::format("a value is text, not {}", kind_name(value.kind)));
    } else if (!seen.insert(value.text).second) {
      reader.wrong(value.place, fmt::format("the issue \"{}\" has \"{}\" twice", issue.name, value.text));
    } else {
      issue.options.push_back(value.text);
    }
  }
}

// {"low", "high", "step"} or [low, high, step]: low, low + step, ... up to high.
void range_values(const Reader& reader, const Json& range, WebIssue& web) {
  double low = 0, high = 0, step = 0;
  if (range.kind == Json::Kind::array && range.items.size() == 3 &&
      std::all_of(range.items.begin(), range.items.end(),
                  [](const Json& part) { return part.kind == Json::Kind::number; })) {
    low = range.items[0].number, high = range.items[1].number, step = range.items[2].number;
  } else if (range.kind == Json::Kind::object) {
    const auto a = reader.number(range, "low"), b = reader.number(range, "high"), c = reader.number(range, "step");
    if (!a || !b || !c) return;
    low = *a, high = *b, step = *c;
  } else {
    return reader.wrong(range.place, "a range is {\"low\": number, \"high\": number, \"step\": number}");
  }
  if (!(step > 0) || !(low <= high))
    return reader.wrong(range.place, "a range goes up from low to high, and its step is more than 0");
  const double count = std::floor((high - low) / step * (1 + 1e-12)) + 1;
  if (!(count <= static_cast<double>(most_domain_options)))
    return reader.wrong(range.place,
                        fmt::format("\"{}\" has more than {} options", web.issue.name, most_domain_options));
  for (double i = 0; i < count; ++i) {
    web.values.push_back(low + i * step);
    web.issue.options.push_back(fmt::format("{:.12g}", web.values.back()));
  }
}

std::vector<WebIssue> issues_of(const Reader& reader, const Json& domain) {
  std::vector<WebIssue> issues;
  const Json* all = reader.get(domain, "issuesValues", Json::Kind::object);
  if (!all) return issues;
  if (all->members.empty()) reader.wrong(all->place, "the domain has no issues: there is nothing to agree on");
  std::size_t cells = 0;
  for (const Member& member : all->members) {
    WebIssue& web = issues.emplace_back();
    web.issue.name = member.key;
    const Json* values = member.value.find("values");
    const Json* range = member.value.find("range");
    const std::size_t before = reader.problems.size();
    if (values && values->kind == Json::Kind::array) {
      listed_values(reader, *values, web.issue);
    } else if (range) {
      range_values(reader, *range, web);
    } else {
      reader.wrong(member.place, fmt::format("the issue \"{}\" has neither \"values\" nor \"range\"", member.key));
    }
    if (web.issue.options.empty() && reader.problems.size() == before)
      reader.wrong(member.place,
                   fmt::format("the issue \"{}\" has no values: nothing can be agreed on it", member.key));
    cells += web.issue.options.size();
    if (cells > most_domain_cells || issues.size() > most_domain_issues) {
      reader.wrong(member.place,
                   fmt::format("more than {} issues, or {} options in all", most_domain_issues, most_domain_cells));
      break;
    }
  }
  return issues;
}

bool same(const std::vector<WebIssue>& a, const std::vector<WebIssue>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const WebIssue& x, const WebIssue& y) {
    return x.issue.name == y.issue.name && x.issue.options == y.issue.options;
  });
}

// ---- A profile ----

struct ProfileReader {
  const Reader& reader;
  const std::vector<WebIssue>& issues;
  const Json& root;
  std::vector<std::string> names;  // of the issues

  // Members that the domain does not know are problems; so are those that it misses.
  void check_keys(const Json& object, const std::vector<std::string>& known, std::string_view what) const {
    const std::set<std::string_view> expected(known.begin(), known.end());
    std::set<std::string_view> given;
    for (const Member& m : object.members) {
      given.insert(m.key);
      if (!expected.contains(m.key))
        reader.wrong(m.place, fmt::format("the domain has no {} \"{}\"", what, m.key), did_you_mean(m.key, known));
    }
    for (const std::string& name : known)
      if (!given.contains(name)) reader.wrong(object.place, fmt::format("the {} \"{}\" is missing", what, name));
  }

  std::vector<double> discrete(const WebIssue& web, const Json& utilities) const {
    std::vector<double> row(web.issue.options.size());
    const Json* values = reader.get(utilities, "valueUtilities", Json::Kind::object);
    if (!values) return row;
    check_keys(*values, web.issue.options, "value");
    std::map<std::string_view, const Json*> given;
    for (const Member& m : values->members) given[m.key] = &m.value;
    for (std::size_t o = 0; o < row.size(); ++o) {
      const auto found = given.find(web.issue.options[o]);
      if (found == given.end()) continue;
      const Json& value = *found->second;
      row[o] = value.number;
      if (value.kind != Json::Kind::number || !(value.number >= 0 && value.number <= 1))
        reader.wrong(value.place, "a utility is a number in [0, 1]");
    }
    return row;
  }

  std::vector<double> linear(const WebIssue& web, const Json& utilities) const {
    std::vector<double> row(web.issue.options.size());
    const auto low = reader.number(utilities, "lowValue"), high = reader.number(utilities, "highValue");
    const auto at_low = reader.number(utilities, "lowUtility"), at_high = reader.number(utilities, "highUtility");
    if (!low || !high || !at_low || !at_high) return row;
    const auto share = [](double u) { return u >= 0 && u <= 1; };
    if (!(*low < *high) || !share(*at_low) || !share(*at_high)) {
      reader.wrong(utilities.place, "lowValue is less than highValue, and their utilities lie in [0, 1]");
    } else if (web.values.empty()) {
      reader.wrong(utilities.place, fmt::format("the issue \"{}\" has values, not a range", web.issue.name));
    } else {
      for (std::size_t o = 0; o < row.size(); ++o) {
        const double v = web.values[o];
        row[o] = v < *low || v > *high ? 0 : *at_low + (*at_high - *at_low) * (v - *low) / (*high - *low);
      }
    }
    return row;
  }

  std::vector<double> values(const WebIssue& web, const Json& given) const {
    for (const char* key : {"DiscreteValueSetUtilities", "discreteutils"})
      if (const Json* utilities = given.find(key)) return discrete(web, *utilities);
    for (const char* key : {"NumberValueSetUtilities", "numberutils"})
      if (const Json* utilities = given.find(key)) return linear(web, *utilities);
    reader.wrong(given.place, fmt::format("unknown kind of utilities for the issue \"{}\"", web.issue.name),
                 "DiscreteValueSetUtilities and NumberValueSetUtilities are read");
    return std::vector<double>(web.issue.options.size());
  }

  // Weights times utilities, one row.
  std::vector<double> cells(DomainParty& party) const {
    std::vector<double> row;
    const Json* weights = reader.get(root, "issueWeights", Json::Kind::object);
    const Json* utilities = reader.get(root, "issueUtilities", Json::Kind::object);
    if (!weights || !utilities) return row;
    check_keys(*weights, names, "issue");
    check_keys(*utilities, names, "issue");
    for (const WebIssue& web : issues) {
      const Json* weight = weights->find(web.issue.name);
      const Json* given = utilities->find(web.issue.name);
      if (!weight || !given) continue;
      if (weight->kind != Json::Kind::number || weight->number < 0)
        reader.wrong(weight->place, "a weight is a number, 0 or more");
      party.weight_sum += weight->number;
      for (const double u : values(web, *given)) row.push_back(weight->number * u);
    }
    return row;
  }

  // The utility of the reservation bid: an issue that it leaves out adds nothing.
  double reservation(const std::vector<double>& row) const {
    const Json* bid = root.find("reservationBid");
    if (!bid || bid->kind == Json::Kind::null) return 0;
    const Json* chosen = reader.get(*bid, "issuevalues", Json::Kind::object);
    if (!chosen) return 0;
    double sum = 0;
    for (const Member& m : chosen->members) {
      const auto name = std::find(names.begin(), names.end(), m.key);
      if (name == names.end()) {
        reader.wrong(m.place, fmt::format("the domain has no issue \"{}\"", m.key), did_you_mean(m.key, names));
        continue;
      }
      std::size_t cell = 0;
      for (auto k = names.begin(); k != name; ++k)
        cell += issues[static_cast<std::size_t>(k - names.begin())].issue.options.size();
      const WebIssue& web = issues[static_cast<std::size_t>(name - names.begin())];
      std::size_t option = 0;
      while (option < web.issue.options.size() && !is_option(web, option, m.value)) ++option;
      if (option == web.issue.options.size()) {
        reader.wrong(m.value.place, fmt::format("the issue \"{}\" has no \"{}\"", m.key, m.value.text),
                     did_you_mean(m.value.text, web.issue.options));
      } else if (cell + option < row.size()) {
        sum += row[cell + option];
      }
    }
    return sum;
  }

  static bool is_option(const WebIssue& web, std::size_t option, const Json& value) {
    if (value.kind == Json::Kind::number && !web.values.empty())
      return std::abs(web.values[option] - value.number) <= 1e-9 * std::max(1.0, std::abs(value.number));
    return value.text == web.issue.options[option];
  }
};

void add_profile(const Reader& reader, const std::vector<WebIssue>& issues, const GeniusWebFile& file, Domain& domain) {
  ProfileReader profile{reader, issues, file.root, {}};
  for (const WebIssue& web : issues) profile.names.push_back(web.issue.name);
  DomainParty party;
  party.file = file.file;
  party.name = std::filesystem::path(file.file).stem().string();
  const std::vector<double> row = profile.cells(party);
  if (std::abs(party.weight_sum - 1) > 1e-9)
    party.notes.push_back(
        fmt::format("the weights sum to {:.6g}, not 1 as GeniusWeb asks; they are kept as they are", party.weight_sum));
  domain.space.reservation.push_back(profile.reservation(row));
  domain.space.constant.push_back(0);
  domain.space.utility.insert(domain.space.utility.end(), row.begin(), row.end());
  domain.parties.push_back(std::move(party));
}

}  // namespace

std::optional<GeniusWebFile> parse_geniusweb(const std::string& text, const std::string& file, bool listed,
                                             const Lines& lines, Problems& problems) {
  std::optional<Json> root = parse_json(text, file, lines, problems);
  if (!root) return std::nullopt;
  GeniusWebFile read{GeniusWebFile::Kind::other, file, {}};
  const Json* profile = root->find("LinearAdditiveUtilitySpace");
  if (profile && profile->kind == Json::Kind::object) {
    read.kind = GeniusWebFile::Kind::profile;
    read.root = *profile;
  } else if (root->find("issuesValues")) {
    read.kind = GeniusWebFile::Kind::domain;
    read.root = std::move(*root);
  } else if (listed) {
    const bool space = root->members.size() == 1 && root->members[0].value.kind == Json::Kind::object;
    Reader{lines, problems}.wrong(space ? root->members[0].place : root->place,
                                  space
                                      ? fmt::format("a profile of the kind \"{}\" cannot be read", root->members[0].key)
                                      : "this is neither a domain nor a profile of GeniusWeb",
                                  space ? "only LinearAdditiveUtilitySpace is" : "a domain has \"issuesValues\"");
    return std::nullopt;
  }
  return read;
}

void read_geniusweb(const std::vector<GeniusWebFile>& domains, const std::vector<GeniusWebFile>& profiles,
                    const Lines& lines, Domain& domain, Problems& problems) {
  const Reader reader{lines, problems};
  const std::size_t before = problems.size();
  domain.reading = "geniusweb";
  for (std::size_t i = 1; i < domains.size(); ++i)
    reader.wrong(domains[i].root.place, fmt::format("a second domain besides {}", domains[0].file));
  const Json* root = domains.empty() ? nullptr : &domains[0].root;
  for (const GeniusWebFile& profile : profiles)
    if (!root) root = reader.get(profile.root, "domain", Json::Kind::object);
  if (!root) {
    if (problems.size() == before) report(problems, {"", 0, 0}, "no domain: no file has \"issuesValues\"");
    return;
  }
  const std::vector<WebIssue> issues = issues_of(reader, *root);
  if (problems.size() != before) return;
  domain.name = name_of(*root).empty() ? std::filesystem::path(root->place.file).stem().string() : name_of(*root);
  for (const WebIssue& web : issues) {
    domain.issues.push_back(web.issue);
    domain.space.options.push_back(static_cast<int>(web.issue.options.size()));
  }
  for (const GeniusWebFile& profile : profiles) {
    const Json* own = reader.get(profile.root, "domain", Json::Kind::object);
    if (own && own != root && !same(issues_of(reader, *own), issues))
      reader.wrong(own->place, fmt::format("the domain of this profile is not that of {}", root->place.file));
    add_profile(reader, issues, profile, domain);
  }
  domain.space.parties = static_cast<int>(domain.parties.size());
}

}  // namespace armistice
