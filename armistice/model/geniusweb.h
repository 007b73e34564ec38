// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/model/domain.h"
#include "armistice/model/json.h"

// GeniusWeb JSON. A domain: {"name", "issuesValues": {issue: {"values": [text...]} or {"range": {"low", "high",
// "step"}}}}. A profile: {"LinearAdditiveUtilitySpace": {"name", "domain", "issueWeights": {issue: w},
// "issueUtilities": {issue: {"DiscreteValueSetUtilities": {"valueUtilities": {value: u}}} or
// {"NumberValueSetUtilities": {"lowValue", "lowUtility", "highValue", "highUtility"}}}, "reservationBid":
// {"issuevalues": {issue: value}} or null}}; older files call the two "discreteutils" and "numberutils". Utility = sum
// of weight x utility of the value; what a party has without a deal is its utility of the reservation bid, 0 where
// there is none.
namespace armistice {

struct GeniusWebFile {
  enum class Kind { domain, profile, other };
  Kind kind = Kind::other;
  std::string file;
  Json root;  // of a profile: what stands within "LinearAdditiveUtilitySpace"
};

// Says what kind of file it is. One that is neither kind is a problem if the user `listed` it. A broken file is one
// too.
std::optional<GeniusWebFile> parse_geniusweb(const std::string& text, const std::string& file, bool listed,
                                             const Lines& lines, Problems& problems);

// Reads domain (at most one file, otherwise that of the first profile) and profiles into `domain`. Every profile
// carries its domain along, and all must be the same.
void read_geniusweb(const std::vector<GeniusWebFile>& domains, const std::vector<GeniusWebFile>& profiles,
                    const Lines& lines, Domain& domain, Problems& problems);

}  // namespace armistice
