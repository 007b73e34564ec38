// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/pages/bundle.h"

#include "armistice/base/embed.h"

namespace armistice {

#ifdef ARMISTICE_BUNDLE
ARMISTICE_EMBED(bundle_script, ARMISTICE_BUNDLE "/pages.js")
ARMISTICE_EMBED(bundle_style, ARMISTICE_BUNDLE "/pages.css")
#else
std::string_view bundle_script() { return {}; }
std::string_view bundle_style() { return {}; }
#endif

}  // namespace armistice
