// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>
#include <stdexcept>

#include "armistice/output/domain_export.h"
#include "armistice/output/table.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

std::vector<double> in_quanta(std::vector<double> utilities) {
  for (double& u : utilities) u = quantised(u);
  return utilities;
}

std::string head(const Domain& domain, const Provenance& provenance) {
  std::string made = show(provenance);
  made.pop_back();  // its last line end
  std::string line = "number";
  for (const DomainIssue& issue : domain.issues) line.append(",").append(csv_field(issue.name));
  for (const DomainParty& party : domain.parties) line.append(",").append(csv_field(party.name));
  return commented(made) + line + ",rational,pareto\n";
}

// The next package in the order of numbers; false after the last one.
bool advance(const Space& space, std::vector<int>& package) {
  for (std::size_t k = package.size(); k-- > 0;) {
    if (++package[k] < space.options[k]) return true;
    package[k] = 0;
  }
  return false;
}

struct Writer {
  const Domain& domain;
  std::set<std::vector<double>> frontier;
  std::ostream& file;

  void line(std::uint64_t number, const std::vector<int>& package) {
    const Space& space = domain.space;
    std::string text = fmt::format("{}", number);
    for (std::size_t k = 0; k < package.size(); ++k)
      text.append(",").append(csv_field(domain.issues[k].options[at(package[k])]));
    std::vector<double> utilities;
    bool rational = true;
    for (int p = 0; p < space.parties; ++p) {
      utilities.push_back(utility_of(space, p, package));
      rational = rational && quantised(utilities.back()) >= quantised(space.reservation[at(p)]);
      text += fmt::format(",{}", utilities.back());
    }
    const bool best = frontier.contains(in_quanta(std::move(utilities)));
    file << text << (rational ? ",1" : ",0") << (best ? ",1\n" : ",0\n");
  }

  void all() {
    std::vector<int> package(domain.issues.size(), 0);
    std::uint64_t number = 0;
    do {
      if (allowed(domain.space, package)) line(number, package);
      ++number;
    } while (file && advance(domain.space, package));
  }
};

}  // namespace

void write_packages_csv(const Domain& domain, const Frontier& pareto, const Provenance& provenance,
                        const std::filesystem::path& path) {
  // The rename at the end would put a plain file in the place of a device, a pipe or a link.
  const std::filesystem::file_status there = std::filesystem::symlink_status(path);
  if (std::filesystem::exists(there) && !std::filesystem::is_regular_file(there))
    throw std::runtime_error(fmt::format("{} is there already and not a plain file: nothing written", path.string()));
  const std::filesystem::path temporary = fmt::format("{}.{}.tmp", path.string(), ::getpid());
  std::ofstream file(temporary, std::ios::binary);
  Writer writer{domain, {}, file};
  for (const std::vector<double>& utilities : pareto.utility) writer.frontier.insert(in_quanta(utilities));
  file << head(domain, provenance);
  writer.all();
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(temporary, path, error);
  if (file && !error) return;
  const std::string cause = error ? error.message() : std::strerror(errno);
  std::filesystem::remove(temporary, error);
  throw std::runtime_error(fmt::format("cannot write {}: {}", path.string(), cause));
}

}  // namespace armistice
