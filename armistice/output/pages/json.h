// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json.hpp>

#include "armistice/dynamics/assess.h"
#include "armistice/output/summary.h"
#include "armistice/study/deals.h"
#include "armistice/study/names.h"

// JSON of the pages, for the writers of its sections only: no other header includes this one.
namespace armistice {

using Json = nlohmann::ordered_json;

// Six significant digits; null for what is not finite.
Json number(double x);
Json said(const Phrase& phrase);
Json said(const Name& name);
Json spread(const Spread& spread);
Json range(const Interval& range);
Json deal(const DealView& deal);  // a party without a stake is null
Json sentences(const std::vector<Phrase>& phrases);
// "a,b" as ["a", "b"]; "" as [].
Json words(const std::string& joined_by_commas);

// Without blanks, and with "<" and the line ends of Unicode (which scripts do not allow) escaped, so that it can stand
// inside a script element: {"a":"</script>"} becomes {"a":"\u003c/script>"}.
std::string inlined(const Json& json);

}  // namespace armistice
