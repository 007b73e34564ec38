// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace armistice {

// docs/openapi.json, as it was when the program was built: what the server answers.
std::string_view openapi();

}  // namespace armistice
