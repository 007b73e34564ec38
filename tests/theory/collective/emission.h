// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/theory/collective/field.h"

namespace armistice::collective::testing {

// Years until cleaner cars, in the European Community of 1984 (Bueno de Mesquita and Stokman 1994): capability,
// position, salience.
inline Field emission() {
  Field field;
  field.actors = {"Netherlands", "Belgium", "Luxembourg", "Germany", "France",
                  "Italy",       "UK",      "Ireland",    "Denmark", "Greece"};
  field.issues = {"years"};
  field.low = {4}, field.high = {10};
  field.capability = {0.08, 0.08, 0.03, 0.16, 0.16, 0.16, 0.16, 0.05, 0.05, 0.08};
  field.position = {4, 7, 4, 4, 10, 10, 10, 7, 4, 7};
  field.salience = {0.8, 0.4, 0.2, 0.8, 0.6, 0.6, 0.9, 0.1, 1.0, 0.7};
  return field;
}

}  // namespace armistice::collective::testing
