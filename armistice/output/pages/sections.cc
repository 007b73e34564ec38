// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/pages/sections.h"

#include <array>

namespace armistice {

std::span<const Section> page_sections() {
  static constexpr std::array<Section, 7> sections{{{"situation", situation_section},
                                                    {"text", text_section},
                                                    {"deals", deals_section},
                                                    {"futures", futures_section},
                                                    {"models", models_section},
                                                    {"chronicle", chronicle_section},
                                                    {"evidence", evidence_section}}};
  return sections;
}

std::string study_json(const StudyPages& pages, const std::function<void(std::string_view)>& stage) {
  std::string all = "{\"head\":" + head_section(pages);
  for (const Section& section : page_sections()) {
    if (std::find(pages.shown.begin(), pages.shown.end(), section.name) == pages.shown.end()) continue;
    if (stage) stage(section.name);
    all.append(",\"").append(section.name).append("\":").append(section.write(pages));
  }
  return all + "}";
}

}  // namespace armistice
