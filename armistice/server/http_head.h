// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "armistice/server/http.h"

namespace armistice {

// The status line and the headers of an answer, the empty line included. Every answer carries the headers that keep
// browsers from guessing types, from telling others the address, and from keeping copies; an answer without a policy of
// its own (Content-Security-Policy) may load nothing.
std::string head_of(const Answer& answer, bool keep);

}  // namespace armistice
