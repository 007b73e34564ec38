// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "armistice/output/predict_tables.h"
#include "armistice/study/dossier_field.h"

// A dossier as a field of actors, in words.
namespace armistice {

// What its actors and issues are called, and its options by their places, ascending.
FieldNames names_of(const Model& model, const DossierField& field, std::string_view lang);

// What a reader of the forecasts should know of how the dossier was read.
std::vector<std::string> notes_on(const Model& model, std::string_view lang);

}  // namespace armistice
