// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/pages/json.h"
#include "armistice/output/pages/sections.h"

namespace armistice {
namespace {

// Four significant digits are more than a picture shows, and series are most of the numbers.
void shorten(Json& series) {
  for (Json& one : series)
    for (const char* quantile : {"q05", "q25", "q50", "q75", "q95"})
      for (Json& value : one.at(quantile))
        if (value.is_number()) value = shortened(value.get<double>(), 4);
}

}  // namespace

// The study's own summary, but for what the head says of it.
std::string futures_section(const StudyPages& pages) {
  const Json summary = summary_of(pages);
  Json futures{{"runs", summary.at("runs")},
               {"weeks", summary.at("weeks")},
               {"dossier", {{"as_of", summary.at("dossier").at("as_of")}}}};
  for (const char* key : {"endings", "deals", "terms", "zone", "process", "over_time", "series", "outside", "warnings"})
    futures[key] = summary.at(key);
  shorten(futures.at("series"));
  return inlined(futures);
}

}  // namespace armistice
