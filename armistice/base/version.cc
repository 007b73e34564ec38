// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/version.h"

namespace armistice {

std::string_view version() { return ARMISTICE_VERSION; }

}  // namespace armistice
