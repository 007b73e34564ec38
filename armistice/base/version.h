// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace armistice {

// The version of this build, as in the file VERSION: "0.1.0".
std::string_view version();

}  // namespace armistice
