// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "armistice/dynamics/state.h"
#include "armistice/model/model.h"

namespace armistice {

enum class Language { en, zh };
inline Language language_of(std::string_view lang) { return lang == "zh" ? Language::zh : Language::en; }

// A phrase in both languages of the program.
struct Phrase {
  std::string en, zh;
  const std::string& in(Language language) const { return language == Language::zh && !zh.empty() ? zh : en; }
  bool operator==(const Phrase&) const = default;
};

// What people call a thing of the dossier: the other language, then the id, where a name is missing.
inline Phrase phrase(const Name& name) {
  const std::string& en = name.en.empty() ? name.id : name.en;
  return {en, name.zh.empty() ? en : name.zh};
}

// An ending's id ("a_aim") and its name with the sides' names.
std::string ending_id(Ending ending);
Phrase ending_name(const Model& model, Ending ending);
Phrase issue_name(const Model& model, int issue);
Phrase option_name(const Model& model, int issue, int option);  // option 0: open
Phrase party_name(const Model& model, int party);

}  // namespace armistice
