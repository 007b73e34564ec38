// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string_view>

namespace armistice {

// One interstate war: its number and name in the record, the year it began, and the days on which it was fought
// (truces between its phases left out).
struct WarOfRecord {
  int number;
  std::string_view name;
  int year;
  int active_days;
};

// The 95 interstate wars of 1823-2003 in the Correlates of War, version 4.0 (Sarkees and Wayman 2010, Resort to War:
// 1816-2007, CQ Press; data free to use with citation). All had ended when the record closed, so none is censored.
std::span<const WarOfRecord> record_of_wars();

}  // namespace armistice
