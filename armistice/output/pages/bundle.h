// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace armistice {

// The script and the style sheet of the pages (web/), as they were when the program was built. Both are empty in a
// program built without Node.
std::string_view bundle_script();
std::string_view bundle_style();

}  // namespace armistice
