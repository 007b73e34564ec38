// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/pages/json.h"
#include "armistice/output/pages/sections.h"

namespace armistice {

// The study's own summary, and nothing that is said elsewhere on the pages.
std::string futures_section(const StudyPages& pages) {
  Json summary = Json::parse(pages.summary);
  for (const char* key : {"time", "confidence", "left_out", "program", "version", "knobs"}) summary.erase(key);
  return inlined(summary);
}

}  // namespace armistice
