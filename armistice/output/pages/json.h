// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json.hpp>

#include "armistice/dynamics/assess.h"
#include "armistice/output/pages/sections.h"
#include "armistice/output/summary.h"
#include "armistice/study/deals.h"
#include "armistice/study/names.h"

// JSON of the summary and of the pages, for their writers only: no other header includes this one.
namespace armistice {

using Json = nlohmann::ordered_json;

// So many significant digits; null for what is not finite.
Json shortened(double x, int digits);
// Six significant digits, for more would show the bins of the histograms and not the study; null for what is not
// finite.
Json number(double x);
Json said(const Phrase& phrase);
Json said(const Name& name);
Json spread(const Spread& spread);
Json range(const Interval& range);
Json deal(const DealView& deal);                     // a party without a stake is null
Json share(const Share& share);                      // null for what divides by nothing
Json quantiles(const std::array<double, 5>& shown);  // of series_quantiles: {q05, q25, q50, q75, q95}
Json sentences(const std::vector<Phrase>& phrases);
// "a,b" as ["a", "b"]; "" as [].
Json words(const std::string& joined_by_commas);

// The study's summary, read. Throws std::runtime_error when its text is no summary of this study.
Json summary_of(const StudyPages& pages);

// Without blanks, and with "<" and the line ends of Unicode (which scripts do not allow) escaped, so that it can stand
// inside a script element: {"a":"</script>"} becomes {"a":"\u003c/script>"}.
std::string inlined(const Json& json);

}  // namespace armistice
