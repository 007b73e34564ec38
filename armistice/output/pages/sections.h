// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/output/open_study.h"
#include "armistice/study/deals.h"

// What the program hands to its pages, section by section, as JSON: the contract is web/src/data.ts. A section stands
// safely inside an HTML script element: no "<" is in it.
namespace armistice {

// A study whose pages are asked for. Sections may be computed at the same time on several threads.
struct StudyPages {
  const OpenStudy& study;
  std::string summary;             // the text of its summary.json
  std::string lang = "en";         // to begin with
  std::vector<std::string> shown;  // pages that are to be there, of page_sections()
  std::uint32_t draws = 64;        // of the dossier's numbers, for what is not simulated
  std::uint32_t table_draws = 48;  // that the pages weigh packages on
  int threads = 0;

  // What the text and the deals share; see deals_of().
  mutable std::once_flag deals_once = {};
  mutable std::unique_ptr<const Deals> deals = {};
};

std::string head_section(const StudyPages& pages);
std::string situation_section(const StudyPages& pages);
std::string text_section(const StudyPages& pages);
std::string deals_section(const StudyPages& pages);
std::string futures_section(const StudyPages& pages);
std::string models_section(const StudyPages& pages);
std::string chronicle_section(const StudyPages& pages);
std::string evidence_section(const StudyPages& pages);

// One history of the study, as RunTold. Throws std::runtime_error when the study does not hold it.
std::string run_section(const StudyPages& pages, std::uint32_t run);

// The sections that are pages, in the order in which they are shown.
struct Section {
  std::string_view name;
  std::string (*write)(const StudyPages&);
};
std::span<const Section> page_sections();

// The whole study as one object: the head and the pages asked for. `stage` hears which page is being written.
std::string study_json(const StudyPages& pages, const std::function<void(std::string_view page)>& stage = {});

}  // namespace armistice
