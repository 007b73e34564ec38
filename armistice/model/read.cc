// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/read.h"

#include <fmt/format.h>

#include <algorithm>

#include "armistice/base/file.h"
#include "armistice/base/hash.h"
#include "armistice/model/conflict.h"
#include "armistice/model/join.h"
#include "armistice/model/limits.h"
#include "armistice/model/read_parts.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;

// The names of the TOML files in the folder, sorted; throws when the folder cannot be listed.
std::vector<std::string> toml_files(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator at(folder, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    std::error_code unreadable;
    if (at->path().extension() == ".toml" && at->is_regular_file(unreadable)) names.push_back(at->path().filename());
  }
  if (error) throw std::runtime_error(fmt::format("cannot read the folder {}: {}", folder.string(), error.message()));
  std::sort(names.begin(), names.end());
  return names;
}

// The bytes of a file of the dossier, or nothing when it is too large to be one.
std::optional<std::string> bytes_of(Reading& reading, const fs::path& folder, const std::string& name) {
  std::error_code error;
  const auto size = fs::file_size(folder / name, error);
  if (error) throw std::runtime_error(fmt::format("cannot read {}: {}", (folder / name).string(), error.message()));
  if (size <= most_file_bytes) return read_file(folder / name);
  reading.report({name, 0, 0},
                 fmt::format("{} bytes are too many: a file of a dossier has at most {}", size, most_file_bytes));
  return std::nullopt;
}

std::optional<Node> tree_of(Reading& reading, const std::string& name, const std::string& bytes) {
  Problems found;
  std::optional<Node> tree = parse_toml(bytes, name, found);
  for (Problem& problem : found) reading.report(problem.place, problem.message, problem.hint);
  return tree;
}

// Reads each file; what is neither text, events nor evidence is joined. False when a file could not be read as TOML.
bool read_files(Reading& reading, const fs::path& folder, const std::vector<std::string>& names, Node& joined) {
  bool whole = true;
  std::string all;
  for (const std::string& name : names) {
    if (name == graph_file) continue;  // it moves no number of the model: read_graph reads it, with a hash of its own
    std::optional<std::string> bytes = bytes_of(reading, folder, name);
    if (!bytes) {
      whole = false;
      continue;
    }
    all += fmt::format("{}\n{}\n{}", name, bytes->size(), *bytes);
    reading.lines.add(name, *bytes);
    std::optional<Node> tree = tree_of(reading, name, *bytes);
    if (!tree) {
      whole = false;
    } else if (name.starts_with("text-")) {
      read_text(reading, *tree);
    } else if (name == "events.toml") {
      read_events(reading, *tree);
    } else if (name == "evidence.toml") {
      read_claims(reading, *tree);
    } else if (name == "sources.toml") {
      read_sources(reading, *tree);
    } else {
      join(reading, joined, std::move(*tree));
    }
  }
  reading.dossier.hash = sha256(all).substr(0, 16);
  return whole;
}

void read_joined(Reading& reading, const Node& joined, bool whole) {
  Cursor root(reading, joined);
  read_head(reading, root);
  read_parties(reading, root);
  read_sides(reading, root);
  read_war(reading, root);
  read_issues(reading, root);
  read_values(reading, root);
  read_constraints(reading, root);
  read_audiences(reading, root);
  read_talks(reading, root);
  root.finish();
  if (!whole) return;  // what seems to be missing may stand in the file that is not TOML
  for (const char* key : {"dossier", "party", "side", "front", "issue", "value"}) {
    if (!joined.find(key)) reading.report({"dossier.toml", 0, 0}, fmt::format("[{}] is missing", key));
  }
}

}  // namespace

std::optional<Dossier> read_dossier(const fs::path& folder, Problems& problems) {
  Reading reading;
  reading.dossier.folder = folder.string();
  const std::vector<std::string> names = toml_files(folder);
  Node joined;
  if (names.size() > most_files) {
    reading.report({folder.string(), 0, 0}, fmt::format("more than {} TOML files", most_files));
  } else if (std::binary_search(names.begin(), names.end(), "dossier.toml")) {
    const bool whole = read_files(reading, folder, names, joined);
    read_joined(reading, joined, whole);
  } else {
    reading.report({folder.string(), 0, 0}, "not a dossier: it has no dossier.toml",
                   "armistice new DIR writes one to start from");
  }
  sort(reading.problems);
  problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
  if (!reading.problems.empty()) return std::nullopt;
  return std::move(reading.dossier);
}

}  // namespace armistice
