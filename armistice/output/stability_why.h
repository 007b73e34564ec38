// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "armistice/study/stability.h"

namespace armistice {

// Why a state is stable for a party, or not, in one or several senses: `why` is the reason in the sense `by`, which
// stands for all of them (reason_words puts it into words).
struct WhyLine {
  std::vector<stability::Notion> notions;
  stability::Notion by = stability::Notion::nash;
  Reason why;
};

// A party's reasons in every sense asked for. Those that say no more than another are left out, and those told with the
// same words share a line, unless `all` are wanted.
std::vector<WhyLine> why_lines(const Conflict& conflict, const StabilityReport& report, int party,
                               stability::State state, bool all = false);

}  // namespace armistice
