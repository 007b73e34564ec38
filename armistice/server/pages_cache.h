// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "armistice/server/library.h"

namespace armistice {

// Sections of the pages of studies, computed once and kept while the study's summary does not change. Calls come from
// several threads; who asks for a section that is being computed waits for it.
class PagesCache {
 public:
  PagesCache(Library& library, int threads) : library_(library), threads_(threads) {}

  // "head" or a page of page_sections(). Throws std::runtime_error in words for people when it cannot be: the study is
  // not whole, its dossier has gone or changed; std::out_of_range for another name.
  std::shared_ptr<const std::string> section(const std::filesystem::path& study, const std::string& name);

  // One history, told.
  std::string run(const std::filesystem::path& study, std::uint32_t number);

 private:
  struct Opened;
  std::shared_ptr<Opened> open(const std::filesystem::path& study);

  Library& library_;
  int threads_;
  std::mutex lock_;
  std::list<std::pair<std::string, std::shared_ptr<Opened>>> opened_;  // the last used first
};

}  // namespace armistice
