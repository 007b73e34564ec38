// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <system_error>

#include "armistice/base/file.h"
#include "armistice/base/hash.h"
#include "armistice/model/domain.h"
#include "armistice/model/genius.h"
#include "armistice/model/geniusweb.h"
#include "armistice/model/limits.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_packages = std::uint64_t{1} << 63;

struct File {
  std::string name, text;  // name as problems call it
  bool listed = false;     // the user named it: then it must be of use
};

bool of_kind(const fs::path& path, std::string_view suffix) {
  std::string own = path.extension().string();
  for (char& c : own) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return own == suffix;
}

// The files of a folder with one of the two suffixes, in natural order.
std::vector<fs::path> files_of(const fs::path& folder, Problems& problems) {
  std::error_code error;
  std::vector<fs::path> found;
  // What is no file (a folder, a link to nothing, a pipe) is no part of a domain, whatever it is called.
  std::error_code odd;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if ((of_kind(entry->path(), ".xml") || of_kind(entry->path(), ".json")) && entry->is_regular_file(odd))
      found.push_back(entry->path());
  if (error) throw std::runtime_error(fmt::format("cannot read the folder {}: {}", folder.string(), error.message()));
  std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) {
    return natural_order(a.filename().string(), b.filename().string());
  });
  if (found.size() > most_files) {
    report(problems, {folder.string(), 0, 0}, fmt::format("more than {} files: name the ones to read", most_files));
    found.clear();
  }
  return found;
}

struct Input {
  std::vector<File> xml, json;
  Lines lines;
  std::string all;  // names and bytes, for the hash
};

Input load(const std::vector<fs::path>& paths, Problems& problems) {
  Input input;
  const auto add = [&](const fs::path& path, bool listed) {
    File file{path.filename().string(), read_file(path, most_domain_bytes), listed};
    input.all += fmt::format("{}\n{}\n", file.name, file.text.size()) + file.text;
    input.lines.add(file.name, file.text);
    (of_kind(path, ".json") ? input.json : input.xml).push_back(std::move(file));
  };
  for (const fs::path& path : paths) {
    if (!fs::is_directory(path)) {
      add(path, true);
      continue;
    }
    for (const fs::path& file : files_of(path, problems)) add(file, false);
  }
  return input;
}

// The profiles asked for, in the order asked for; all where none are.
template <class T>
std::vector<T> chosen(std::vector<T> all, const DomainOptions& options, auto file_of, const std::string& where,
                      Problems& problems) {
  if (options.profiles.empty()) return all;
  std::vector<T> picked;
  std::vector<std::string> known;
  for (const T& one : all) known.push_back(file_of(one));
  for (const std::string& name : options.profiles) {
    const auto at = std::find_if(all.begin(), all.end(), [&](const T& one) {
      return file_of(one) == name || fs::path(file_of(one)).stem().string() == name;
    });
    if (at != all.end()) {
      picked.push_back(*at);
    } else {
      const std::string near = suggestion(name, known);
      report(problems, {where, 0, 0}, fmt::format("there is no profile \"{}\"", name), "",
             near.empty() ? "" : fmt::format("did you mean \"{}\"?", near));
    }
  }
  return picked;
}

void read_as_genius(const Input& input, const DomainOptions& options, const std::string& where, Domain& domain,
                    Problems& problems) {
  const GeniusReader reader{options, input.lines, problems};
  std::vector<Element> domains, profiles;
  for (const File& file : input.xml) {
    std::optional<Element> root = parse_xml(file.text, file.name, input.lines, problems);
    if (!root) continue;
    if (root->name == "negotiation_template") {
      domains.push_back(std::move(*root));
    } else if (root->name == "utility_space") {
      profiles.push_back(std::move(*root));
    } else if (file.listed) {
      reader.wrong(root->place, fmt::format("<{}> is neither a domain nor a profile of GENIUS", root->name),
                   "a domain begins with <negotiation_template>, a profile with <utility_space>");
    } else {
      domain.notes.push_back(fmt::format("{} is left out: neither a domain nor a profile", file.name));
    }
  }
  if (!problems.empty()) return;
  if (domains.empty()) return report(problems, {where, 0, 0}, "no domain: no file begins with <negotiation_template>");
  for (std::size_t i = 1; i < domains.size(); ++i)
    reader.wrong(domains[i].place, fmt::format("a second domain besides {}", domains[0].place.file),
                 "name the files to read: the domain and its profiles");
  profiles = chosen(
      std::move(profiles), options, [](const Element& e) { return e.place.file; }, where, problems);
  if (!problems.empty()) return;
  domain.name = fs::path(domains[0].place.file).stem().string();
  read_genius(reader, domains[0], profiles, domain);
}

void read_as_geniusweb(const Input& input, const DomainOptions& options, const std::string& where, Domain& domain,
                       Problems& problems) {
  std::vector<GeniusWebFile> files;
  for (const File& file : input.json) {
    std::optional<GeniusWebFile> read = parse_geniusweb(file.text, file.name, file.listed, input.lines, problems);
    if (!read) continue;
    if (read->kind == GeniusWebFile::Kind::other) {
      domain.notes.push_back(fmt::format("{} is left out: neither a domain nor a profile", file.name));
    } else {
      files.push_back(std::move(*read));
    }
  }
  if (!problems.empty()) return;
  const auto first_profile = std::stable_partition(
      files.begin(), files.end(), [](const GeniusWebFile& f) { return f.kind == GeniusWebFile::Kind::domain; });
  std::vector<GeniusWebFile> profiles(first_profile, files.end());
  files.erase(first_profile, files.end());
  profiles = chosen(
      std::move(profiles), options, [](const GeniusWebFile& f) { return f.file; }, where, problems);
  if (problems.empty()) read_geniusweb(files, profiles, input.lines, domain, problems);
}

// Utilities are compared in whole quanta, which doubles hold exactly only so far.
void check_sizes(const Domain& domain, Problems& problems) {
  Space open = domain.space;
  open.cap = std::numeric_limits<double>::infinity();
  for (int p = 0; p < open.parties; ++p) {
    const Span span = additive_span(open, p);
    const DomainParty& party = domain.parties[static_cast<std::size_t>(p)];
    for (const double u : {span.least, span.most, open.reservation[static_cast<std::size_t>(p)]})
      if (!(std::abs(u) <= largest_utility))
        report(problems, {party.file, 0, 0}, fmt::format("a utility of {}: they may go up to {}", u, largest_utility));
  }
}

void check_whole(const Domain& domain, const std::string& where, Problems& problems) {
  const auto wrong = [&](std::string message, std::string hint = "") {
    report(problems, {where, 0, 0}, std::move(message), "", std::move(hint));
  };
  std::vector<std::string> names;
  for (const DomainParty& party : domain.parties) names.push_back(party.file);
  std::sort(names.begin(), names.end());
  if (const auto twice = std::adjacent_find(names.begin(), names.end()); twice != names.end())
    wrong(fmt::format("the profile {} is there twice", *twice));
  if (domain.parties.size() < 2)
    wrong(fmt::format("a negotiation needs two profiles, and there {}",
                      domain.parties.empty() ? "is none" : "is only " + domain.parties[0].file));
  if (domain.parties.size() > most_parties)
    wrong(fmt::format("{} profiles: at most {} can be read", domain.parties.size(), most_parties),
          "--profiles A,B,... picks some of them");
  check_sizes(domain, problems);
  if (package_count(domain.space) > most_packages) wrong("more than 2^63 packages: they cannot be numbered");
}

}  // namespace

std::optional<Domain> read_domain(const std::vector<fs::path>& paths, const DomainOptions& options,
                                  Problems& problems) {
  const fs::path first = paths.size() == 1 ? paths[0] : fs::path();
  const std::string where = (first.has_filename() ? first : first.parent_path()).filename().string();
  Problems found;
  const Input input = load(paths, found);
  Domain domain;
  if (found.empty() && input.xml.empty() && input.json.empty())
    report(found, {where, 0, 0}, "no files of a domain: neither .xml nor .json");
  // A folder of XML may hold JSON of other kinds; a list of names says what is meant.
  if (!input.xml.empty()) {
    read_as_genius(input, options, where, domain, found);
  } else if (!input.json.empty()) {
    read_as_geniusweb(input, options, where, domain, found);
  }
  if (found.empty()) check_whole(domain, where, found);
  problems.insert(problems.end(), found.begin(), found.end());
  if (!found.empty()) return std::nullopt;
  domain.hash = sha256(input.all).substr(0, 16);
  return domain;
}

}  // namespace armistice
