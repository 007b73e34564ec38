// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/theory/catalogue.h"

// What the entries of the catalogue are written with, and its sections. For catalogue*.cc only.
namespace armistice::catalogue {

inline constexpr double infinite = std::numeric_limits<double>::infinity();
inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

inline TheoryParameter parameter(std::string name, std::string long_name, std::string meaning, std::string unit,
                                 LegalRange legal) {
  return {std::move(name), std::move(long_name), std::move(meaning), std::move(unit), legal, false, true, {}};
}

inline TheoryParameter chance(std::string name, std::string long_name, std::string meaning) {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), "", {.low = 0, .high = 1});
}

// A chance that is neither 0 nor 1.
inline TheoryParameter open_chance(std::string name, std::string long_name, std::string meaning) {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), "",
                   {.low = 0, .high = 1, .above_low = true, .below_high = true});
}

inline TheoryParameter share(std::string name, std::string long_name, std::string meaning) {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), "share", {.low = 0, .high = 1});
}

// What a period is worth now against the one before, in [0, 1).
inline TheoryParameter discount(std::string name, std::string long_name, std::string meaning) {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), "per period",
                   {.low = 0, .high = 1, .below_high = true});
}

inline TheoryParameter not_negative(std::string name, std::string long_name, std::string meaning,
                                    std::string unit = "") {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), std::move(unit), {.low = 0});
}

inline TheoryParameter positive(std::string name, std::string long_name, std::string meaning, std::string unit = "") {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), std::move(unit),
                   {.low = 0, .above_low = true});
}

inline TheoryParameter number(std::string name, std::string long_name, std::string meaning, std::string unit = "") {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), std::move(unit), {});
}

inline TheoryParameter whole(std::string name, std::string long_name, std::string meaning, double low, double high) {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), "",
                   {.low = low, .high = high, .whole = true});
}

inline TheoryParameter list_of(TheoryParameter each) {
  each.list = true;
  return each;
}

inline TheoryParameter or_else(TheoryParameter optional, double otherwise) {
  optional.required = false;
  optional.otherwise = {otherwise};
  return optional;
}

inline TheoryParameter or_nothing(TheoryParameter optional) {
  optional.required = false;
  return optional;
}

inline TheoryResult whether(std::string name, bool yes, std::string meaning) {
  return {std::move(name), yes ? 1.0 : 0.0, std::move(meaning), true};
}

std::vector<TheoryModel> war_models();
std::vector<TheoryModel> offer_models();
std::vector<TheoryModel> fort_models();
std::vector<TheoryModel> learning_models();
std::vector<TheoryModel> time_models();
std::vector<TheoryModel> home_models();
std::vector<TheoryModel> peace_models();
std::vector<TheoryModel> force_models();
std::vector<TheoryModel> score_models();

}  // namespace armistice::catalogue
