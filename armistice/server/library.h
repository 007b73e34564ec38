// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "armistice/study/names.h"

// What the served folder holds. Everything is named by its path inside the folder; nothing outside can be named, by
// ".." or by a link: a dossier with a link in it that leads outside is passed over.
namespace armistice {

struct DossierFound {
  std::string path, id;
  Phrase title;
  std::string as_of;
  std::size_t problems = 0;
};

struct StudyFound {
  std::string path, dossier, dossier_path;  // "" where the dossier lies elsewhere
  Phrase title;
  std::int64_t runs = 0;
  int weeks = 0;
  std::uint64_t seed = 0;
  std::string off, set, protocol;
  bool central = false;  // every number at its centre
  bool pages = false;    // whether more than the summary can be shown
  Phrase why;            // and if not, why
};

class Library {
 public:
  // Throws std::runtime_error when there is no such folder.
  explicit Library(const std::filesystem::path& root);

  const std::filesystem::path& root() const { return root_; }
  std::vector<DossierFound> dossiers() const;
  std::vector<StudyFound> studies() const;

  // The folder of a dossier or study by its path inside; nothing when there is none, or when it leads outside.
  std::optional<std::filesystem::path> dossier(const std::string& path) const;
  std::optional<std::filesystem::path> study(const std::string& path) const;

  // Where a new study goes: the study of that path, or runs/NAME for a name of letters, digits, "-", "_" and ".".
  // Nothing for other names.
  std::optional<std::filesystem::path> place_for(const std::string& study) const;
  // The path inside the served folder; "" for what lies outside.
  std::string inside(const std::filesystem::path& folder) const;

  // A study's summary.json as bytes, kept while the file does not change; null when it is not there.
  std::shared_ptr<const std::string> summary(const std::filesystem::path& study);

 private:
  struct Kept {
    std::filesystem::file_time_type changed;
    std::uintmax_t size = 0;
    std::shared_ptr<const std::string> bytes;
  };
  std::optional<std::filesystem::path> folder_with(const std::string& path, const char* file) const;
  std::vector<std::filesystem::path> folders_with(const char* file) const;
  bool links_out(const std::filesystem::path& folder) const;

  std::filesystem::path root_;
  std::mutex lock_;
  std::map<std::string, Kept> summaries_;
};

}  // namespace armistice
