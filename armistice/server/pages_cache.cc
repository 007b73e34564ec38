// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/pages_cache.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "armistice/output/pages/sections.h"

namespace armistice {
namespace {

constexpr std::size_t most_open = 8;  // studies with their sections, in memory

std::vector<std::string> all_pages() {
  std::vector<std::string> names;
  for (const Section& section : page_sections()) names.emplace_back(section.name);
  return names;
}

}  // namespace

struct PagesCache::Opened {
  OpenStudy study;
  std::shared_ptr<const std::string> summary;
  StudyPages pages;
  std::mutex lock;
  std::map<std::string, std::shared_future<std::shared_ptr<const std::string>>> sections;

  Opened(OpenStudy opened, std::shared_ptr<const std::string> bytes, int threads)
      : study(std::move(opened)), summary(std::move(bytes)), pages{study, *summary, "en", all_pages()} {
    pages.threads = threads;
  }
};

std::shared_ptr<PagesCache::Opened> PagesCache::open(const std::filesystem::path& folder) {
  const auto summary = library_.summary(folder);
  if (!summary) throw std::runtime_error("the study has no summary yet: it was stopped, or is at work");
  const std::lock_guard hold(lock_);
  const auto found =
      std::find_if(opened_.begin(), opened_.end(), [&](const auto& one) { return one.first == folder.string(); });
  if (found != opened_.end() && found->second->summary == summary) {
    opened_.splice(opened_.begin(), opened_, found);
    return opened_.front().second;
  }
  if (found != opened_.end()) opened_.erase(found);
  Problems problems;
  std::string why;
  std::optional<OpenStudy> study = open_study(folder, "", problems, why);
  if (!study)
    throw std::runtime_error(
        why.empty() ? fmt::format("its dossier has {} problems now (armistice check)", problems.size()) : why);
  opened_.emplace_front(folder.string(), std::make_shared<Opened>(std::move(*study), summary, threads_));
  if (opened_.size() > most_open) opened_.pop_back();
  return opened_.front().second;
}

std::shared_ptr<const std::string> PagesCache::section(const std::filesystem::path& folder, const std::string& name) {
  std::string (*write)(const StudyPages&) = name == "head" ? head_section : nullptr;
  for (const Section& one : page_sections())
    if (one.name == name) write = one.write;
  if (write == nullptr) throw std::out_of_range(name);
  const std::shared_ptr<Opened> opened = open(folder);

  std::promise<std::shared_ptr<const std::string>> mine;
  std::shared_future<std::shared_ptr<const std::string>> result;
  bool first = false;
  {
    const std::lock_guard hold(opened->lock);
    auto& kept = opened->sections[name];
    if (!kept.valid()) kept = mine.get_future().share(), first = true;
    result = kept;
  }
  if (!first) return result.get();
  try {
    mine.set_value(std::make_shared<const std::string>(write(opened->pages)));
  } catch (...) {
    mine.set_exception(std::current_exception());
    const std::lock_guard hold(opened->lock);
    opened->sections.erase(name);  // asked again, it is tried again
  }
  return result.get();
}

std::string PagesCache::run(const std::filesystem::path& folder, std::uint32_t number) {
  return run_section(open(folder)->pages, number);
}

}  // namespace armistice
