// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "armistice/study/forecast.h"

namespace armistice {

// A range of runs as the bytes of a shard file: a head (magic, range, shape) and, deflated, the tally and the outcomes.
// Little-endian. The same sample gives the same bytes.
std::string pack(Range range, const Sample& sample);

struct Shard {
  Range range;
  Sample sample;
};

// The other way. Throws std::runtime_error when the bytes are not a whole shard of this format.
Shard unpack(std::string_view bytes);

}  // namespace armistice
