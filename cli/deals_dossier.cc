// SPDX-License-Identifier: Apache-2.0
#include "cli/deals.h"

namespace armistice {

void deals_of_dossier(const DealsFlags&, Common& common) {
  wrong_deals(common, "the deals of a dossier cannot be told yet; a folder with a domain can");
}

}  // namespace armistice
