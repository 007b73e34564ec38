// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>

#include "armistice/model/dossier.h"

namespace armistice {

// Reads the dossier in `folder` (docs/dossier.md is the grammar). Every problem of shape in every file goes to
// `problems`, all at once; the dossier is there only when none was found. What the numbers and names mean together is
// checked by check_meaning. Throws std::runtime_error only when the world fails (a file that cannot be read).
std::optional<Dossier> read_dossier(const std::filesystem::path& folder, Problems& problems);

// Problems of meaning: names that point nowhere, weights that do not sum to 1, an option that no party values, an
// unknown source, a date outside the horizon, a constraint that forbids everything, a text that breaks a constraint,
// a signatory or side missing, a mediator pressing nobody. Adds nothing when the dossier can be compiled.
void check_meaning(const Dossier& dossier, Problems& problems);

// Puts under each problem the line of the file in `folder` that it points at, where that can still be read.
void add_lines(const std::filesystem::path& folder, Problems& problems);

}  // namespace armistice
