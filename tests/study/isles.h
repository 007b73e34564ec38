// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <stdexcept>

#include "armistice/model/model.h"
#include "armistice/model/read.h"

namespace armistice {

// The tutorial dossier: small, and with every mechanism in it.
inline Dossier isles_dossier() {
  Problems problems;
  auto dossier = read_dossier(ARMISTICE_ROOT "/dossiers/isles", problems);
  if (dossier) check_meaning(*dossier, problems);
  if (!problems.empty()) throw std::runtime_error(show(problems));
  return *dossier;
}

inline const Model& isles() {
  static const Model model = compile(isles_dossier());
  return model;
}

}  // namespace armistice
