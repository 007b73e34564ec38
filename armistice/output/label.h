// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "armistice/model/dossier.h"

namespace armistice {

// What people call something in the language asked for, "en" or "zh"; the other language or the id where that is
// missing.
inline std::string label(const Name& name, std::string_view lang) {
  const std::string& wanted = lang == "zh" ? name.zh : name.en;
  const std::string& other = lang == "zh" ? name.en : name.zh;
  return !wanted.empty() ? wanted : !other.empty() ? other : name.id;
}

// "open" in the language asked for, or the option's own label (0 is open).
inline std::string option_label(const Issue& issue, int option, std::string_view lang) {
  if (option == 0) return lang == "zh" ? "搁置" : "open";
  return label(issue.options[static_cast<std::size_t>(option - 1)].name, lang);
}

// One of two wordings.
inline std::string say(std::string_view lang, std::string_view en, std::string_view zh) {
  return std::string(lang == "zh" ? zh : en);
}

}  // namespace armistice
