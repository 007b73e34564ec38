// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <stdexcept>

#include "armistice/base/file.h"
#include "armistice/model/starter.h"
#include "cli/command.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;

// The folder's name as an id: other characters than lower-case letters and digits become hyphens.
std::string id_of(const fs::path& folder) {
  std::string id;
  const fs::path path = folder.lexically_normal();
  for (char c : (path.has_filename() ? path : path.parent_path()).filename().string()) {
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
    if (upper || lower || digit) {
      id += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? "dossier" : id;
}

void write_starter(const fs::path& folder, const Common& common) {
  if (fs::exists(folder) && !(fs::is_directory(folder) && fs::is_empty(folder))) {
    throw std::runtime_error(
        fmt::format("{} is there already and not an empty folder: nothing written", folder.string()));
  }
  fs::create_directories(folder);
  for (const auto& [name, text] : starter_dossier(id_of(folder))) write_file_atomically(folder / name, text);
  if (!common.quiet)
    fmt::print("wrote a dossier to start from; look at it with: armistice check {}\n", folder.string());
}

}  // namespace

void add_new(CLI::App& app, Common& common) {
  auto folder = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("new", "Write a small commented dossier to start from");
  command->add_option("folder", *folder, "a folder that is not there yet, or empty")->required();
  command->footer("Example:\n  armistice new my-dossier");
  command->callback([folder, &common] { write_starter(*folder, common); });
}

}  // namespace armistice
