// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "armistice/base/file.h"
#include "armistice/model/read.h"
#include "armistice/output/open_study.h"

namespace armistice {
namespace fs = std::filesystem;
namespace {

constexpr int deepest = 4;
constexpr std::size_t most_summaries = 64;  // kept in memory

bool passed_over(const std::string& name) { return name.starts_with('.') || name == "node_modules" || name == "build"; }

// Whether a folder on the way is hidden: ".git/objects".
bool hidden(const fs::path& inside) {
  return inside != "." &&
         std::any_of(inside.begin(), inside.end(), [](const fs::path& part) { return part.string().starts_with('.'); });
}

// A file, and no link to one.
bool own_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(fs::symlink_status(path, error));
}

// Folders that hold the file, within some levels; what cannot be looked into is passed over.
void look(const fs::path& folder, const char* file, int level, std::vector<fs::path>& found) {
  if (own_file(folder / file)) {
    found.push_back(folder);
    return;  // dossiers and studies do not stand inside each other
  }
  if (level == deepest) return;
  std::error_code error;
  constexpr auto forgiving = fs::directory_options::skip_permission_denied;
  for (fs::directory_iterator entry(folder, forgiving, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code passing;
    if (entry->is_symlink(passing) || !entry->is_directory(passing)) continue;
    if (!passed_over(entry->path().filename().string())) look(entry->path(), file, level + 1, found);
  }
}

bool plain_name(const std::string& name) {
  const auto plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
           c == '.';
  };
  return !name.empty() && name.size() <= 64 && name.front() != '.' && std::all_of(name.begin(), name.end(), plain);
}

}  // namespace

Library::Library(const fs::path& root) {
  std::error_code error;
  root_ = fs::canonical(root, error);
  if (error || !fs::is_directory(root_)) throw std::runtime_error(fmt::format("{}: no folder", root.string()));
}

std::string Library::inside(const fs::path& folder) const {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(folder, error);
  if (error) return "";
  const fs::path relative = whole.lexically_relative(root_);
  if (relative.empty() || *relative.begin() == "..") return "";
  return relative.generic_string();
}

// Links are followed before the place is judged, so that what counts is where a path leads; the file, too, must be a
// file of the folder's own and no link to one elsewhere.
std::optional<fs::path> Library::folder_with(const std::string& path, const char* file) const {
  if (path.empty() || path.front() == '/' || path.find('\0') != std::string::npos) return std::nullopt;
  std::error_code error;
  const fs::path folder = fs::canonical(root_ / path, error);
  const std::string place = error ? "" : inside(folder);
  if (place.empty() || hidden(place) || !own_file(folder / file)) return std::nullopt;
  return folder;
}

// Whether something in the folder is a link that leads outside: a dossier's files are all read, and quoted in problems.
bool Library::links_out(const fs::path& folder) const {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->is_symlink(error) && inside(entry->path()).empty()) return true;
  return static_cast<bool>(error);
}

std::vector<fs::path> Library::folders_with(const char* file) const {
  std::vector<fs::path> found;
  look(root_, file, 0, found);
  std::sort(found.begin(), found.end());
  return found;
}

std::optional<fs::path> Library::dossier(const std::string& path) const {
  auto folder = folder_with(path, "dossier.toml");
  return folder && !links_out(*folder) ? folder : std::nullopt;
}

std::optional<fs::path> Library::study(const std::string& path) const { return folder_with(path, "manifest.sqlite"); }

std::optional<fs::path> Library::place_for(const std::string& name) const {
  if (auto known = study(name)) return known;
  if (!plain_name(name)) return std::nullopt;
  const fs::path place = root_ / "runs" / name;
  std::error_code error;
  if (fs::is_symlink(place, error) || inside(place).empty()) return std::nullopt;
  return place;
}

std::vector<DossierFound> Library::dossiers() const {
  std::vector<DossierFound> list;
  for (const fs::path& folder : folders_with("dossier.toml")) {
    if (links_out(folder)) continue;
    Problems problems;
    std::optional<Dossier> dossier = read_dossier(folder, problems);
    if (dossier) check_meaning(*dossier, problems);
    DossierFound found{inside(folder), folder.filename().string(), {}, "", problems.size()};
    if (dossier) found.id = dossier->title.id, found.title = phrase(dossier->title), found.as_of = show(dossier->as_of);
    list.push_back(std::move(found));
  }
  return list;
}

std::vector<StudyFound> Library::studies() const {
  std::vector<StudyFound> list;
  for (const fs::path& folder : folders_with("manifest.sqlite")) {
    StudyFound found;
    found.path = inside(folder);
    try {
      const std::optional<StudyKey> key = read_key(folder);
      if (!key) continue;
      found.dossier = key->dossier_id, found.weeks = key->weeks, found.seed = key->seed;
      found.off = key->off, found.set = key->set, found.protocol = key->protocol, found.central = key->central;
      found.dossier_path = inside(key->dossier_path);
      Problems problems;
      std::string why;
      const std::optional<OpenStudy> study = open_study(folder, "", problems, why);
      for (const ShardLine& line : read_shards(folder)) found.runs += line.range.count;
      if (study) {
        found.title = phrase(study->model.dossier.title);
        found.pages = own_file(folder / "summary.json");
        if (!found.pages) found.why = {"stopped before its summary: go on with it", "在写出摘要之前已停止：请继续运行"};
      } else {
        found.why = why.empty() ? Phrase{"its dossier has problems now", "其卷宗现在有问题"} : Phrase{why, why};
      }
    } catch (const std::exception& error) {
      found.why = {error.what(), error.what()};
    }
    list.push_back(std::move(found));
  }
  return list;
}

std::shared_ptr<const std::string> Library::summary(const fs::path& study) {
  const fs::path path = study / "summary.json";
  if (!own_file(path)) return nullptr;
  std::error_code error;
  const auto changed = fs::last_write_time(path, error);
  const auto size = error ? 0 : fs::file_size(path, error);
  if (error) return nullptr;
  const std::lock_guard hold(lock_);
  Kept& kept = summaries_[path.string()];
  if (!kept.bytes || kept.changed != changed || kept.size != size) {
    kept = {changed, size, std::make_shared<const std::string>(read_file(path))};
    const auto bytes = kept.bytes;
    if (summaries_.size() > most_summaries) summaries_.clear();
    return bytes;
  }
  return kept.bytes;
}

}  // namespace armistice
