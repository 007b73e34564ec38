// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>

namespace armistice {

// The files of a small commented dossier to start from (two sides, a mediator, two issues), by name. It passes check;
// its numbers are the fallbacks of numbers.h, all marked assumed. `id` must be an id (check_id).
std::map<std::string, std::string> starter_dossier(std::string_view id);

}  // namespace armistice
