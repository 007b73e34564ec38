// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/theory/catalogue.h"

// What the entries of the catalogue are written with, and its sections. For catalogue*.cc only.
namespace armistice::catalogue {

inline constexpr double infinite = std::numeric_limits<double>::infinity();
inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

inline Parameter parameter(std::string name, std::string long_name, std::string meaning, std::string unit,
                           Domain domain) {
  return {std::move(name), std::move(long_name), std::move(meaning), std::move(unit), domain, false, true, {}};
}

inline Parameter chance(std::string name, std::string long_name, std::string meaning) {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), "", {.low = 0, .high = 1});
}

// A chance that is neither 0 nor 1.
inline Parameter open_chance(std::string name, std::string long_name, std::string meaning) {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), "",
                   {.low = 0, .high = 1, .above_low = true, .below_high = true});
}

inline Parameter share(std::string name, std::string long_name, std::string meaning) {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), "share", {.low = 0, .high = 1});
}

// What a period is worth now against the one before, in [0, 1).
inline Parameter discount(std::string name, std::string long_name, std::string meaning) {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), "per period",
                   {.low = 0, .high = 1, .below_high = true});
}

inline Parameter not_negative(std::string name, std::string long_name, std::string meaning, std::string unit = "") {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), std::move(unit), {.low = 0});
}

inline Parameter positive(std::string name, std::string long_name, std::string meaning, std::string unit = "") {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), std::move(unit),
                   {.low = 0, .above_low = true});
}

inline Parameter number(std::string name, std::string long_name, std::string meaning, std::string unit = "") {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), std::move(unit), {});
}

inline Parameter whole(std::string name, std::string long_name, std::string meaning, double low, double high) {
  return parameter(std::move(name), std::move(long_name), std::move(meaning), "",
                   {.low = low, .high = high, .whole = true});
}

inline Parameter list_of(Parameter each) {
  each.list = true;
  return each;
}

inline Parameter or_else(Parameter optional, double otherwise) {
  optional.required = false;
  optional.otherwise = {otherwise};
  return optional;
}

inline Parameter or_nothing(Parameter optional) {
  optional.required = false;
  return optional;
}

inline Outcome whether(std::string name, bool yes, std::string meaning) {
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
