// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <set>

#include "armistice/base/file.h"
#include "armistice/base/lines.h"
#include "armistice/model/check.h"
#include "armistice/model/limits.h"
#include "armistice/model/read.h"

namespace armistice {

void add_lines(const std::filesystem::path& folder, Problems& problems) {
  Lines lines;
  std::set<std::string> tried;
  for (Problem& problem : problems) {
    if (problem.place.line < 1 || !problem.text.empty()) continue;
    if (tried.insert(problem.place.file).second) {
      try {
        lines.add(problem.place.file, read_file(folder / problem.place.file, most_file_bytes));
      } catch (const std::exception&) {
        // The problem is told without its line.
      }
    }
    problem.text = lines.at(problem.place);
  }
}

void check_meaning(const Dossier& dossier, Problems& problems) {
  Problems found;
  const Check check = make_check(dossier, found);
  check_ids(check);
  check_roles(check);
  check_links(check);
  check_fronts(check);
  check_values(check);
  check_packages(check);
  check_evidence(check);
  check_dates(check);
  if (!dossier.folder.empty()) add_lines(dossier.folder, found);
  sort(found);
  problems.insert(problems.end(), found.begin(), found.end());
}

}  // namespace armistice
