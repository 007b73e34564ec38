// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/openapi.h"

#include "armistice/base/embed.h"

namespace armistice {

ARMISTICE_EMBED(openapi, ARMISTICE_OPENAPI)

}  // namespace armistice
