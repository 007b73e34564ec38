// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/provenance.h"

#include <fmt/format.h>

#include "armistice/base/version.h"

namespace armistice {

Provenance provenance(const Dossier& dossier, std::string command, std::optional<std::uint64_t> seed) {
  Provenance p;
  p.version = version();
  p.dossier = dossier.title.id;
  p.hash = dossier.hash;
  p.as_of = show(dossier.as_of);
  p.command = std::move(command);
  p.handling = dossier.handling;
  p.seed = seed;
  return p;
}

std::string show(const Provenance& p) {
  std::string shown = "armistice " + p.version;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) shown += " \u00B7 " + part;
  };
  add(p.hash.empty() ? p.dossier : p.dossier + " " + p.hash);
  add(p.as_of.empty() ? "" : "as of " + p.as_of);
  if (p.seed) add(fmt::format("seed {}", *p.seed));
  add(p.command);
  if (!p.handling.empty()) shown += "\nhandling: " + p.handling;
  return shown + "\n";
}

}  // namespace armistice
